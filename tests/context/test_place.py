from __future__ import annotations

import re
from pathlib import Path

import pytest

from talentx.context.place import places
from talentx.context.places import Gazetteer
from talentx.text.structure import Article, Section, Sentence

MARKED = re.compile(r"\{([^={}]+)=([^{}]*)\}")
SENTENCE = re.compile("[^。！？]*[。！？][”’」』）)]*|[^。！？]+$")


def cases() -> list[str]:
    text = (Path(__file__).parent / "paragraphs.txt").read_text(encoding="utf-8")
    body = "".join(line + "\n" for line in text.splitlines() if not line.startswith("//"))
    return [case.strip() for case in body.split("---\n")]


def read(marked: str) -> tuple[str, list[tuple[int, int]], list[list[str]]]:
    """The plain text, the figures' spans and the places each may have."""
    text, spans, wanted, last = "", [], [], 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match.group(1))))
        wanted.append(match.group(2).split("|"))
        text += match.group(1)
        last = match.end()
    return text + marked[last:], spans, wanted


def article(text: str) -> Article:
    """An article of plain lines: title, "## " heads, paragraphs."""
    sections: list[Section] = []
    head: Sentence | None = None
    paragraphs: list[tuple[Sentence, ...]] = []
    titles: tuple[Sentence, ...] = ()
    position = 0
    for line in text.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        if start == 0:
            titles = (Sentence(start, end, "title"),)
        elif line.startswith("## "):
            sections.append(Section(head, tuple(paragraphs)))
            head, paragraphs = Sentence(start + 3, end, "head"), []
        elif line:
            found = [Sentence(start + m.start(), start + m.end(), "body") for m in SENTENCE.finditer(line)]
            paragraphs.append(tuple(found))
    sections.append(Section(head, tuple(paragraphs)))
    return Article(titles, tuple(sections))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.split("\n")[0])
def test_every_figure_has_its_place(case: str, gazetteer: Gazetteer) -> None:
    text, spans, wanted = read(case)
    found = places(article(text), text, gazetteer, spans)
    for span, place, names in zip(spans, found, wanted, strict=True):
        name = place.name if place is not None else ""
        assert name in names, f"{text[max(0, span[0] - 20) : span[1]]}: {name}, not {names}"
