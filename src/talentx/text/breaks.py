"""Which line breaks join and which part.

A break joins when it falls inside a number, a quotation or a sentence, as on pages copied from print,
where columns end in mid-word. What speaks for it is asked in order, the strongest evidence first;
where nothing speaks, the break parts: a sentence read as two fragments does less harm than a title
or caption read into a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from talentx.text.cells import is_value
from talentx.text.lines import (
    CANNOT_BEGIN,
    HAN,
    PAIRS,
    Line,
    ends_sentence,
    is_byline,
    is_caption,
    is_furniture,
    is_headline,
    is_labelled,
    lines,
    starts_item,
    starts_report,
    stops,
)
from talentx.text.page import Page, page
from talentx.text.units import NUMBER_GOES_ON
from talentx.text.view import Edit


class Words(Protocol):
    """A segmenter, as far as this module needs one."""

    def joins(self, before: str, after: str) -> bool:
        """Whether one word spans the end of `before` and the start of `after`."""


_DANGLING = re.compile(
    "(?:[，、,“‘「『《（(]|[^，。 ]{2}(?:[达约超近逾第的和与及或把被将每在为是对向由从让以于]"
    "|达到|超过|突破|接近|高达|至少|最高|提供|包括|通过|分之))$"
)
"""What cannot end a line: a comma, an opening quote, a word that wants an object."""
_LEANING = re.compile("的(?![确士])|们|之一|之间|等(?![待到你级])|以[上下内](?=[的，。、；]|$)")
"""What cannot begin a line: particles."""
_ADVERBIAL = re.compile(
    "[^，,。]{0,14}(?:年来|以来|目前|同时|此外|日前|近日|期间|当[天日]|[年月日][初底末]?|[后时中上下外内]"
    "|[据在对为][^，,。]{1,12})[，,]"
)
"""How a sentence begins, and hardly ever a head: 近年来，…; 开幕式后，…."""
_DIGITS_BEFORE = re.compile("([0-9][0-9,]*?)([.,]?)$")
_DIGITS_AFTER = re.compile("\\.?[0-9]+")
_NUMERAL_BEFORE = re.compile("[0-9〇零一二三四五六七八九十百千两几数][十百千万亿]{0,2}[余多]?$")
_RANGE_BEFORE = re.compile("[0-9][%十百千万亿]{0,2}$")
_RANGE_AFTER = re.compile("[-—–~～至到][0-9]")
_NUMBER_AFTER = re.compile(
    f"(?:[约近超逾达]|超过|不足|[不最][低高少多][于达]?)?[0-9][0-9.,]*[十百千万亿多余]{{0,3}}[{HAN}%]"
)
_DATE_BEFORE = re.compile("[0-9](年|月)$")
_DATE_AFTER = {"年": re.compile("[0-9]{1,2}月"), "月": re.compile("[0-9]{1,2}日")}
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_BLANKS = re.compile("[^\n]+")
_BRACKETS = re.compile(f"[{re.escape(''.join([*PAIRS, *PAIRS.values()]))}]")
_MEMORY = 400
"""Characters of a joined line that the next break is judged by."""
_REACH = 6
"""Characters on each side of a break that decide whether a word spans it."""


@dataclass(frozen=True, slots=True)
class _Break:
    """A line break and what stands around it."""

    above: Line
    line: Line
    below: Line | None
    page: Page
    said: str
    """The text of the line above with the lines it went on from; the last part of it, where it is long."""
    begun: bool
    """Whether a sentence has ended further up: titles are behind."""

    @property
    def extra(self) -> int:
        """Blank lines beyond the usual."""
        return self.line.gap - self.page.usual_gap

    @property
    def wrapped(self) -> bool:
        """Whether the line above fills its column and this one begins no paragraph."""
        return self.page.is_full(self.above) and self.extra <= 0 and self.line.indent <= self.above.indent

    @property
    def titled(self) -> bool:
        """Whether the line is a title, with the byline below it."""
        return self.below is not None and is_byline(self.below.text)


def breaks(text: str, words: Words | None = None) -> list[Edit]:
    """The edits that take out every break of the folded text that joins, and blanks at the ends of lines."""
    edits: list[Edit] = []
    place = 0
    for line, above in _joined(lines(text), words):
        if above is None:
            edits += [(found.start(), found.end(), "") for found in _BLANKS.finditer(text, place, line.start)]
        else:
            blank = " " if _is_latin(above.text[-1]) and _is_latin(line.text[0]) else ""
            edits.append((place, line.start, blank))
        place = line.end
    return edits + [(found.start(), found.end(), "") for found in _BLANKS.finditer(text, place)]


def _joined(found: Sequence[Line], words: Words | None) -> Iterator[tuple[Line, Line | None]]:
    """Each line, with the line above where it goes on with that."""
    habits = page(found)
    said = ""
    begun = False
    for position, line in enumerate(found):
        joins = False
        above = found[position - 1]
        if position > 0:
            below = found[position + 1] if position + 1 < len(found) else None
            begun = begun or "。" in above.text
            joins = _joins(_Break(above, line, below, habits, said, begun), words)
        yield line, above if joins else None
        said = (said + line.text if joins else line.text)[-_MEMORY:]


def _joins(at: _Break, words: Words | None) -> bool:
    said, line = at.said, at.line.text
    if line.startswith(CANNOT_BEGIN):
        return at.extra < 2
    if at.extra > 1 or _stands_alone(at.above.text, at.page) or _stands_alone(line, at.page):
        return False
    if stops(said) or (ends_sentence(said) and not at.wrapped) or _begins(at.above, at.line):
        return False
    if _is_cut_number(said, line):
        return True
    if at.titled:
        return False
    return (
        at.wrapped
        or bool(_DANGLING.search(said[-8:]))
        or _closes(said, line)
        or (bool(_LEANING.match(line)) and not is_value(said))
        or _runs_on(at, words)
    )


def _stands_alone(line: str, habits: Page) -> bool:
    return (
        line in habits.repeated
        or line.startswith("#")
        or is_furniture(line)
        or is_byline(line)
        or is_caption(line)
    )


def _begins(above: Line, line: Line) -> bool:
    """Whether the line begins an item of a list or an indented paragraph."""
    return starts_item(line.text) or (line.indent >= 2 and line.indent > above.indent)


def _is_cut_number(said: str, line: str) -> bool:
    """Whether the break falls between the digits, the scale and the unit of one number or date."""
    if is_value(said):
        return bool(NUMBER_GOES_ON.fullmatch(line.lstrip("十百千万亿")))
    date = _DATE_BEFORE.search(said)
    if date:
        return bool(_DATE_AFTER[date[1]].match(line))
    before, after = _DIGITS_BEFORE.search(said[-24:]), _DIGITS_AFTER.match(line)
    if before and after:
        point = before[2] or after[0].startswith(".")
        return bool(point) or (_has_clauses(said) and not _YEAR.fullmatch(before[1]))
    if _RANGE_BEFORE.search(said[-8:]) and _RANGE_AFTER.match(line):
        return True
    return bool((before or _NUMERAL_BEFORE.search(said[-8:])) and NUMBER_GOES_ON.match(line))


def _closes(above: str, line: str) -> bool:
    """Whether the first bracket or quote that the line closes is the last that the line above left open."""
    opened, closed = _open(above)[0], _open(line)[1]
    return bool(opened and closed) and opened[-1] == closed[0]


def _runs_on(at: _Break, words: Words | None) -> bool:
    """Whether two stretches of running text are one sentence, from what they look like as a whole."""
    said, line = at.said, at.line.text
    if at.extra > 0 or is_labelled(line) or starts_report(line):
        return False
    if at.begun and _has_clauses(said) and (at.page.ragged or _NUMBER_AFTER.match(line)):
        return True
    if _open(said)[0] or _open(line)[1] or _is_insert(at) or (is_headline(line) and not ends_sentence(line)):
        return False
    slot_caption = at.above.gap > at.page.usual_gap and "。" not in said and is_headline(said)
    running = _runs(said) or (at.begun and bool(_ADVERBIAL.match(said)))
    if running and at.page.finished and at.page.column is None and not slot_caption:
        return True
    across = words is not None and len(said) > _REACH and words.joins(said[-_REACH:], line[:_REACH])
    return across and ("，" in line or ends_sentence(line))


def _runs(text: str) -> bool:
    """Whether the text runs: it holds the end of a sentence, or is too long for a title and has clauses."""
    return "。" in text or (len(text) > 45 and _has_clauses(text))


def _has_clauses(text: str) -> bool:
    return any(mark in text for mark in "，,。")


def _is_insert(at: _Break) -> bool:
    """Whether the line is one short sentence above a picture's gap: a caption between two halves."""
    slot = at.below is not None and at.below.gap > at.page.usual_gap
    text = at.line.text
    return slot and ends_sentence(text) and len(text) <= 60 and "。" not in text[:-1]


def _open(text: str) -> tuple[str, str]:
    """The brackets and quotes that the text leaves open, and those it closes without having opened."""
    opened: list[str] = []
    closed: list[str] = []
    for mark in _BRACKETS.findall(text):
        if mark in PAIRS:
            opened.append(PAIRS[mark])
        elif opened and mark == opened[-1]:
            opened.pop()
        else:
            closed.append(mark)
    return "".join(opened), "".join(closed)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
