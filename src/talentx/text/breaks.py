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
from talentx.text.cuts import has_clauses, is_cut_number, leads_with_number
from talentx.text.lines import (
    CANNOT_BEGIN,
    PAIRS,
    Line,
    closes_caption,
    ends_sentence,
    is_brief,
    is_byline,
    is_caption,
    is_furniture,
    is_headline,
    is_labelled,
    is_office,
    lines,
    starts_item,
    starts_report,
    stops,
)
from talentx.text.page import Page, page
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
_BLANKS = re.compile("[^\n]+")
_BRACKETS = re.compile(f"[{re.escape(''.join([*PAIRS, *PAIRS.values()]))}]")
_TITLE = 30
"""Characters beyond which a line with clauses is hardly a title."""
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
    inside: bool
    """Whether the line above belongs to a paragraph whose beginning shows: by an indent or a blank line."""

    @property
    def extra(self) -> int:
        """Blank lines beyond the usual."""
        return self.line.gap - self.page.usual_gap

    @property
    def begins(self) -> bool:
        """Whether the line is indented as the first of a paragraph."""
        return self.line.indent >= 2 and (self.page.indented or self.line.indent > self.above.indent)

    @property
    def wrapped(self) -> bool:
        """Whether the line above fills its column and this one begins no paragraph."""
        return self.page.is_full(self.above) and self.extra <= 0 and self.line.indent <= self.above.indent

    @property
    def within(self) -> bool:
        """Whether both lines stand in one paragraph of a page whose lines were cut."""
        cut = self.page.ragged or self.page.is_full(self.above)
        return cut and self.inside and self.extra <= 0 and not self.line.indent

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
    begun = inside = False
    for position, line in enumerate(found):
        joins = False
        above = found[position - 1]
        if position > 0:
            below = found[position + 1] if position + 1 < len(found) else None
            begun = begun or "。" in above.text
            joins = _joins(_Break(above, line, below, habits, said, begun, inside), words)
        yield line, above if joins else None
        said = (said + line.text if joins else line.text)[-_MEMORY:]
        inside = _is_inside(line, habits, joins and inside)


def _is_inside(line: Line, habits: Page, goes_on: bool) -> bool:
    """Whether the line begins a paragraph that shows, or goes on with one."""
    return goes_on or (2 <= line.indent <= 4 if habits.indented else habits.spaced and has_clauses(line.text))


def _joins(at: _Break, words: Words | None) -> bool:
    said, line = at.said, at.line.text
    if line.startswith(CANNOT_BEGIN):
        return at.extra < 2
    if at.extra > 1 or at.begins:
        return False
    if ends_sentence(said):
        return _goes_on_after_stop(at) and not _stands_apart(at)
    if _closes(said, line) and line not in at.page.repeated:
        return True
    if _stands_apart(at):
        return False
    if starts_item(line) and not (line.startswith("——") and _runs_on(at, words)):
        return False
    if is_cut_number(said, line, ragged=at.page.ragged):
        return True
    if at.titled or is_brief(said) or (is_office(line) and not has_clauses(said)):
        return False
    return (
        (at.wrapped and not (is_headline(said) and _ADVERBIAL.match(line)))
        or at.within
        or bool(_DANGLING.search(said[-8:]))
        or (bool(_LEANING.match(line)) and not is_value(said))
        or _runs_on(at, words)
    )


def _stands_apart(at: _Break) -> bool:
    """Whether one of the lines is furniture, a byline, a caption or the like, whole by itself."""
    said, line = at.said, at.line.text
    if is_caption(said) and at.extra <= 0 and not ends_sentence(said) and not closes_caption(said):
        return not (at.within or is_cut_number(said, line) or closes_caption(line))
    return _stands_alone(at.above.text, at.page) or _stands_alone(line, at.page)


def _stands_alone(line: str, habits: Page) -> bool:
    return (
        line in habits.repeated
        or line.startswith("#")
        or is_furniture(line)
        or is_byline(line)
        or is_caption(line)
    )


def _goes_on_after_stop(at: _Break) -> bool:
    """Whether a paragraph goes on after the end of a sentence; only the setting can tell."""
    if stops(at.said) or at.said.endswith(("；", "：", ";", ":")):
        return at.wrapped and at.within and at.page.indented and not is_headline(at.line.text)
    return at.wrapped or at.within


def _runs_on(at: _Break, words: Words | None) -> bool:
    """Whether two stretches of running text are one sentence, from what they look like as a whole."""
    said, line = at.said, at.line.text
    if is_labelled(line) or starts_report(line):
        return False
    if at.extra > 0:
        cut = at.page.ragged or at.page.is_full(at.above)
        return cut and _runs(said) and not _is_slot(at)
    begun = at.begun or len(said) > _TITLE
    if begun and has_clauses(said) and (at.page.ragged or leads_with_number(line)):
        return True
    if _open(said)[0] or _open(line)[1] or _is_slot(at) or (is_headline(line) and not ends_sentence(line)):
        return False
    slot_caption = at.above.gap > at.page.usual_gap and "。" not in said and is_headline(said)
    running = _runs(said) or (at.begun and bool(_ADVERBIAL.match(said)))
    if running and at.page.finished and at.page.column is None and not slot_caption:
        return True
    across = words is not None and len(said) > _REACH and words.joins(said[-_REACH:], line[:_REACH])
    return across and (at.page.ragged or "，" in line or ends_sentence(line))


def _runs(text: str) -> bool:
    """Whether the text runs: it holds the end of a sentence, or is too long for a title and has clauses."""
    return "。" in text or (len(text) > 45 and has_clauses(text))


def _is_slot(at: _Break) -> bool:
    """Whether the line is a short one above a picture's gap: a caption between two halves of a sentence."""
    slot = at.below is not None and at.below.gap > at.page.usual_gap
    text = at.line.text
    return slot and len(text) <= 60 and "。" not in text[:-1] and (at.extra > 0 or ends_sentence(text))


def _closes(above: str, line: str) -> bool:
    """Whether the first bracket or quote that the line closes is the last that the line above left open."""
    closed = _open(line)[1]
    opened = _open(above)[0] if closed else ""
    return opened.endswith(closed[:1]) if opened else False


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
