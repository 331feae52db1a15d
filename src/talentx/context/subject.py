"""Whose figure is it: the organisation, programme, fund or event that it is about, if one is named.

A name is a short quotation with the noun after it (“5050”计划), or a run of characters that ends in a
noun of such bodies (中欧人才交流与合作中心). The last one before the figure in its paragraph counts, then
one in the article's titles; a bare noun (大会, 该基金) stands for the last full name that ends in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talentx.text.structure import Article, Sentence

Span = tuple[int, int]

_BREAKS = "的了在和与是对为由以及将已被向从于到把让等这该本各其有个名家项，。；：、！？“”《》（）()\\s,;:"


@dataclass(frozen=True, slots=True)
class Names:
    """The pattern of names that end in one of the given nouns."""

    pattern: re.Pattern[str]
    nouns: frozenset[str]


def names(nouns: Sequence[str]) -> Names:
    """Names end in one of `nouns`: 大会, 基金, 研究院 …"""
    ends = "|".join(map(re.escape, sorted(nouns, key=lambda n: (-len(n), n)))) or "(?!)"
    quoted = f"“[^“”\\n]{{1,20}}”(?:[^{_BREAKS}]{{0,12}}?(?:{ends}))?"
    plain = f"[^{_BREAKS}]{{0,24}}(?:{ends})"
    return Names(re.compile(f"{quoted}|{plain}"), frozenset(nouns))


def subjects(article: Article, text: str, spans: Sequence[Span], known: Names) -> list[Span | None]:
    """The span of the subject's name for each figure span, None where nothing is named."""
    finder = _Finder(article, text, known)
    return [finder.subject(start) for start, _ in spans]


class _Finder:
    def __init__(self, article: Article, text: str, known: Names) -> None:
        self._text, self._known = text, known
        self._title = self._last([(t.start, t.end) for t in article.titles])
        self._paragraphs = [
            paragraph for section in article.sections for paragraph in section.paragraphs if paragraph
        ]

    def subject(self, start: int) -> Span | None:
        paragraph = self._paragraph(start)
        if paragraph is None:
            return self._title
        return self._last([(s.start, min(s.end, start)) for s in paragraph if s.start < start]) or self._title

    def _paragraph(self, start: int) -> Sequence[Sentence] | None:
        return next((p for p in self._paragraphs if p[0].start <= start < p[-1].end), None)

    def _last(self, stretches: Sequence[Span]) -> Span | None:
        """The last name in the stretches; where it is a bare noun, the full name before it that ends so."""
        full: list[Span] = []
        last: Span | None = None
        for stretch in stretches:
            for match in self._known.pattern.finditer(self._text, *stretch):
                if match[0] not in self._known.nouns:
                    full.append(match.span())
                    last = match.span()
                else:
                    same = [span for span in full if self._text[slice(*span)].endswith(match[0])]
                    last = same[-1] if same else last
        return last
