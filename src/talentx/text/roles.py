"""What each line of a page is: a line's own looks, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from talentx.text.cells import is_value
from talentx.text.lines import (
    HAN,
    Line,
    ends_sentence,
    is_brief,
    is_byline,
    is_caption,
    is_furniture,
    is_headline,
    is_labelled,
    is_office,
    starts_item,
    starts_report,
)
from talentx.text.page import Page, page
from talentx.text.structure import Role

MARKED = re.compile("(#{1,6}) *(?=[^# ])")
"""The mark of a title or head in Markdown."""

_NUMBERED = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]|【[^】]{1,20}】[^。，]{0,20}$"
)
_ENTRY = re.compile(f"[{HAN}]{{2,8}}[：:]")
_DATE = re.compile("[（(]?(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[）)]?")
_NOTICE = re.compile(
    "关于.*的?(?:通知|公告|通告|意见|办法|方案|细则|函|批复)|(?:公告|公报|简章|启事|通知)(?:[（(].*[）)])?$"
)
_MOST_TITLES = 4
_LONGEST_TITLE = 60
_LONGEST_HEAD = 30


def roles(found: Sequence[Line], tabular: Container[int]) -> list[Role]:
    """The role of each line; `tabular` holds the indices of lines that are parts of tables."""
    habits = page(found)
    assigned: list[Role] = []
    for index, line in enumerate(found):
        if index in tabular:
            assigned.append("cell")
        elif is_furniture(line.text) or _is_issuer(found, index):
            assigned.append("furniture")
        elif is_byline(line.text):
            assigned.append("byline")
        elif is_caption(line.text) or line.text in habits.repeated or _in_slot(found, index, habits):
            assigned.append("caption")
        else:
            assigned.append("body")
    for first in _title_blocks(found, assigned):
        for index in _title_lines(found, assigned, first):
            assigned[index] = "title"
    for index in range(len(found)):
        if assigned[index] == "body" and _is_head(found, assigned, index):
            assigned[index] = "head"
    return assigned


def _is_issuer(found: Sequence[Line], index: int) -> bool:
    """Whether the line names who issued the notice, above its title or below its text."""
    if not is_office(found[index].text):
        return False
    after = found[index + 1].text if index + 1 < len(found) else ""
    above = index < 3 and (is_office(after) or bool(_NOTICE.search(after)))
    return above or not after or bool(_DATE.fullmatch(after)) or (index > 3 and is_office(after))


def _in_slot(found: Sequence[Line], index: int, habits: Page) -> bool:
    """Whether the line stands where a picture left a gap, and is no sentence or stands between two gaps."""
    line, usual = found[index], habits.usual_gap
    if MARKED.match(line.text) or index == 0 or usual == 0 or line.gap < usual + 2 or len(line.text) > 100:
        return False
    below = found[index + 1].gap if index + 1 < len(found) else usual + 2
    return (not ends_sentence(line.text) and is_headline(line.text)) or (
        below >= usual + 2 and "。" not in line.text[:-1]
    )


def _title_blocks(found: Sequence[Line], assigned: Sequence[Role]) -> list[int]:
    """The indices where an article's titles begin: the page's first line, and every later block of titles."""
    firsts = [0] if found else []
    for index in range(1, len(found)):
        marked = MARKED.match(found[index].text)
        if marked and len(marked[1]) == 1:
            firsts.append(_top(found, assigned, index, marked_only=True))
        elif _opens_report(found, assigned, index) and _could_be_title(found, assigned, index - 1):
            firsts.append(_top(found, assigned, index - 1, marked_only=False))
    return sorted({first for first in firsts if first == 0 or not _leads(found, assigned, first)})


def _opens_report(found: Sequence[Line], assigned: Sequence[Role], index: int) -> bool:
    return assigned[index] == "byline" or (assigned[index] == "body" and starts_report(found[index].text))


def _leads(found: Sequence[Line], assigned: Sequence[Role], first: int) -> bool:
    """Whether nothing but titles, bylines and furniture stands above: still the first article's titles."""
    return (
        all(
            assigned[index] in ("byline", "furniture", "caption") or _could_be_title(found, assigned, index)
            for index in range(min(first, 2 * _MOST_TITLES))
        )
        and first < 2 * _MOST_TITLES
    )


def _top(found: Sequence[Line], assigned: Sequence[Role], index: int, *, marked_only: bool) -> int:
    """The first of the title lines that end at `index`."""
    top = index
    while top > 0 and index - top + 1 < _MOST_TITLES and _could_be_title(found, assigned, top - 1):
        if marked_only and not MARKED.match(found[top - 1].text):
            break
        top -= 1
    return top


def _could_be_title(found: Sequence[Line], assigned: Sequence[Role], index: int) -> bool:
    text = found[index].text
    if assigned[index] != "body" or len(text) > _LONGEST_TITLE:
        return False
    if MARKED.match(text):
        return True
    plain = not ends_sentence(text) or text.endswith(("？", "！", "?", "!"))
    return (
        plain
        and "。" not in text
        and not _NUMBERED.match(text)
        and not (starts_item(text) and not text.startswith("——"))
        and not (is_labelled(text) and ends_sentence(text))
        and not _DATE.fullmatch(text)
        and not is_value(text)
        and not is_brief(text)
    )


def _title_lines(found: Sequence[Line], assigned: Sequence[Role], first: int) -> list[int]:
    """The indices of the titles of the article that begins at `first`."""
    titles: list[int] = []
    for index in range(first, len(found)):
        if assigned[index] == "byline" and titles:
            break
        opening = index == first == 0 and assigned[0] == "body" and len(found[0].text) <= _LONGEST_TITLE
        if _could_be_title(found, assigned, index) or (opening and "。" not in found[0].text):
            titles.append(index)
        elif assigned[index] not in ("furniture", "byline"):
            break
        if len(titles) == _MOST_TITLES:
            break
    return titles


def _is_head(found: Sequence[Line], assigned: Sequence[Role], index: int) -> bool:
    """Whether the line heads the lines below it."""
    text = found[index].text
    if MARKED.match(text) or is_brief(text):
        return True
    if len(text) > _LONGEST_HEAD or ends_sentence(text) or _DATE.fullmatch(text) or is_value(text):
        return False
    if _NUMBERED.match(text):
        return True
    if starts_item(text) or _ENTRY.match(text) or text.count("，") + text.count(",") > 1:
        return False
    below = next((found[later] for later in range(index + 1, len(found)) if assigned[later] == "body"), None)
    return (
        below is not None
        and len(below.text) > len(text)
        and (len(below.text) >= 40 or ends_sentence(below.text))
    )
