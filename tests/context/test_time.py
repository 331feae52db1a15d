"""Which period or moment a figure holds for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx import edtf
from talentx.context.time import Time, TimeClaim, times
from talentx.text.structure import Article, Cell, Section, Sentence
from talentx.vocabulary import Measure, Status

MARKED = re.compile(r"\{([^={}]+)=([^{} ]*)([^{}]*)\}")
SENTENCE = re.compile("[^。！？]*[。！？]|[^。！？]+$")
MEASURES: tuple[Measure, ...] = get_args(Measure)
STATUSES: tuple[Status, ...] = get_args(Status)
Marks = list[tuple[TimeClaim, str | None]]


def article(text: str) -> Article:
    """An article of plain lines: title, "## " heads, paragraphs."""
    titles: list[Sentence] = []
    sections: list[Section] = []
    head: Sentence | None = None
    paragraphs: list[tuple[Sentence, ...]] = []
    for line in re.finditer("[^\n]+", text):
        if not titles:
            titles.append(Sentence(line.start(), line.end(), "title"))
        elif line[0].startswith("## "):
            sections.append(Section(head, tuple(paragraphs)))
            head, paragraphs = Sentence(line.start(), line.end(), "head"), []
        else:
            spans = [match.span() for match in SENTENCE.finditer(line[0])]
            paragraphs.append(tuple(Sentence(line.start() + a, line.start() + b, "body") for a, b in spans))
    return Article(tuple(titles), (*sections, Section(head, tuple(paragraphs))))


def claims(marked: str) -> tuple[str, Marks]:
    """The plain text, and each marked figure with the time it should have."""
    text, found, last = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        words = match[3].split()
        measure: Measure = next((each for each in MEASURES if each in words), "flow")
        status: Status = next((each for each in STATUSES if each in words), "actual")
        kind = next((word for word in words if word not in (measure, status)), "count")
        claim = TimeClaim(len(text), len(text) + len(match[1]), kind, measure, status)
        found.append((claim, match[2] or None))
        text, last = text + match[1], match.end()
    return text + marked[last:], found


def cases() -> Iterator[tuple[str | None, str]]:
    lines = (Path(__file__).parent / "times.txt").read_text(encoding="utf-8").splitlines()
    body = "\n".join(line for line in lines if not line.startswith("//"))
    for case in body.split("\n---\n"):
        published, _, text = case.partition("\n")
        yield (None if published == "-" else published), text


@pytest.mark.parametrize(("published", "marked"), list(cases()), ids=lambda value: str(value)[:20])
def test_a_figure_has_the_time_its_words_say(published: str | None, marked: str) -> None:
    text, marks = claims(marked)
    found = times(article(text), text, published, [claim for claim, _ in marks])
    told = [
        (text[max(0, claim.start - 12) : claim.end], time.edtf)
        for (claim, _), time in zip(marks, found, strict=True)
    ]
    assert told == [(text[max(0, claim.start - 12) : claim.end], wanted) for claim, wanted in marks]


def one(text: str, published: str | None = "2024-09", **fields: str) -> Time:
    """The time of the figure marked with {} in one paragraph under a title."""
    start, end = text.index("{"), text.index("}") - 1
    plain = "标题\n" + text.replace("{", "").replace("}", "")
    given = {"kind": "count", "measure": "flow", "status": "actual"} | fields
    claim = TimeClaim(start + 3, end + 3, **given)  # type: ignore[arg-type]
    return times(article(plain), plain, published, [claim])[0]


def test_the_evidence_is_the_word_that_says_it() -> None:
    text = "去年，江城引进{300人}。"
    time = one(text)
    assert time.evidence is not None
    assert ("标题\n" + text)[slice(*time.evidence)] == "去年"


@pytest.mark.parametrize("fields", [{"status": "policy"}, {"kind": "date"}])
def test_a_standing_policy_and_a_date_have_no_time(fields: dict[str, str]) -> None:
    assert one("去年，江城发放{300人}。", **fields) == Time(None)


@pytest.mark.parametrize(
    ("text", "measure", "time"),
    [
        ("江城有人才{300人}。", "stock", "2024-09"),
        ("江城引进人才{300人}。", "flow", "2024"),
        ("江城来客{300人}。", "event", "2024"),
    ],
)
def test_without_a_word_a_figure_is_of_the_articles_time(text: str, measure: str, time: str) -> None:
    assert one(text, measure=measure) == Time(time)


@pytest.mark.parametrize(
    "text",
    [
        "《2021年江城报告》称，江城引进{300人}。",
        "学校2021年建校，引进{300人}。",
        "比2021年同期多的企业引进{300人}。",
        "有效期至2021年12月，引进{300人}。",
        "到2030年要上台阶的江城引进{300人}。",
    ],
)
def test_a_date_that_says_nothing_of_the_figure_is_passed_over(text: str) -> None:
    assert one(text).edtf == "2024"


def test_a_cell_is_of_the_year_that_heads_its_column() -> None:
    text = "标题\n500"
    cell = Sentence(3, 6, "cell", Cell("2022年", "江城"))
    page = Article((Sentence(0, 2, "title"),), (Section(None, ((cell,),)),))
    assert times(page, text, "2024-09", [TimeClaim(3, 6, "count", "flow", "actual")])[0].edtf == "2022"


def test_a_figure_outside_every_sentence_is_of_the_articles_time() -> None:
    assert times(Article((), ()), "300人", "2024", [TimeClaim(0, 4, "count", "stock", "actual")]) == [
        Time("2024")
    ]


WORDS = [
    "去年",
    "今年以来",
    "截至",
    "2023年底",
    "目前",
    "十年来",
    "未来三年",
    "到2026年",
    "较",
    "的",
    "全年",
    "至今",
    "引进",
    "已",
]


@given(
    st.lists(st.sampled_from([*WORDS, "，", "。", "\n", "9月28日", "{300人}"]), max_size=20).map("".join),
    st.sampled_from([None, "2024", "2024-01", "2024-09-30", "0001", "2023-09/2024-02"]),
    st.sampled_from(MEASURES),
    st.sampled_from(STATUSES),
)
def test_any_claim_gets_a_valid_time_or_none(
    marked: str, published: str | None, measure: Measure, status: Status
) -> None:
    text, marks = "标题\n", []
    for piece in re.split("([{}])", marked):
        if piece == "300人":
            marks.append(TimeClaim(len(text), len(text) + 4, "count", measure, status))
        text += "" if piece in ("{", "}") else piece
    for time in times(article(text), text, published, marks):
        assert time.edtf is None or edtf.is_edtf(time.edtf)
        assert time.evidence is None or 0 <= time.evidence[0] < time.evidence[1] <= len(text)
