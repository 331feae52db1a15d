"""A sentence that leads a list: 去年，主要做了四件事。 says when all hold that its items tell of.

The items are the paragraphs that begin with one kind of number (一是, （二）, 3.), or the sections
whose heads do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talentx.context.periods import Cue
from talentx.context.timereports import Reports
from talentx.text.structure import Article, Sentence

_LEADS = re.compile(
    "(?:(?:以下|如下|[0-9两三四五六七八九十几])[^，。；：、]{0,4}?"
    "(?:事|工作|方面|举措|文章|变化|成效|突破|特点|亮点|成绩|进展|功夫)[^，。；：、]{0,6}"
    "|(?:主要|重点|着重|着力)[^，。；]{0,12})[。：:]$"
)
"""How such a sentence ends."""
_ITEM = re.compile(
    "[ \u3000]*(?:(?P<is>[一二三四五六七八九十]是)|(?P<bracket>[（(][一二三四五六七八九十0-9]{1,2}[)）])"
    "|(?P<ordinal>第[一二三四五六七八九十][，、,])|(?P<number>[一二三四五六七八九十]、)"
    "|(?P<digit>[0-9]{1,2}[.．、](?![0-9]))|(?P<dash>——|[●■◆])|(?P<ring>[①-⑩]))"
)


def led(article: Article, text: str, reports: Reports) -> dict[int, Cue]:
    """The past period of each paragraph that belongs to a list with such a lead, by the paragraph's start."""
    found: dict[int, Cue] = {}
    lead: Cue | None = None
    kind: str | None = None
    headed = False
    for section in article.sections:
        if section.head is not None and lead is not None:
            item = _kind(text, section.head)
            headed = item is not None and kind in (None, item)
            lead, kind = (lead, item) if headed else (None, None)
        for paragraph in section.paragraphs:
            if lead is not None and not headed:
                item = _kind(text, paragraph[0])
                lead, kind = (lead, item) if item is not None and kind in (None, item) else (None, None)
            if lead is not None:
                found[paragraph[0].start] = lead
            if opened := _lead(text, paragraph, reports):
                lead, kind, headed = opened, None, False
    return found


def _kind(text: str, line: Sentence) -> str | None:
    """The kind of number that the line begins with."""
    item = _ITEM.match(text, line.start, line.end)
    return item.lastgroup if item else None


def _lead(text: str, paragraph: Sequence[Sentence], reports: Reports) -> Cue | None:
    """The past period that a paragraph ends by leading a list of."""
    last = paragraph[-1]
    if not _LEADS.search(text[last.start : last.end].rstrip()):
        return None
    for sentence in reversed(paragraph):
        if (opening := reports.opens(sentence)) is not None:
            return opening if reports.is_past(opening) else None
    return None
