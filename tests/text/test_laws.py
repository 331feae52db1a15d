"""What holds for any text at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.text.articles import articles
from talentx.text.fold import fold
from talentx.text.layout import view
from talentx.text.sentences import clauses

PIECES = st.sampled_from(
    [
        *"0123456789.,，。、；：！？“”‘’（）()《》【】|#-—%万亿元人名个年月日的，\n\n\n \t\u3000一二三第约至",
        *(
            "５％",
            "個(gè)",
            "\n\n",
            "\u200b",
            "\ud800",
            "\x00",
            "\u202e",
            "👩‍🔬",
            "𠮷",
            "&nbsp;",
            "<br>",
            "\r\n",
            "單位：萬元",
        ),
        *(
            "本报记者 王伟",
            "图为现场",
            "人才",
            "\n1.",
            "\n500\n",
            "A.JPG",
            "甲\t5\t6\n",
            "| 5 |",
            "# ",
            "——",
            "2024年",
        ),
    ]
)
TEXTS = st.text() | st.lists(PIECES, max_size=60).map("".join)


@given(TEXTS)
def test_spans_are_ordered_and_inside_the_source(source: str) -> None:
    shown = view(source)
    assert len(shown.starts) == len(shown.ends) == len(shown.text)
    assert all(start < end for start, end in zip(shown.starts, shown.ends, strict=True))
    assert all(end <= start for end, start in zip(shown.ends, shown.starts[1:], strict=False))
    assert not shown.text or (shown.starts[0] >= 0 and shown.ends[-1] <= len(source))


@given(TEXTS.filter(lambda text: not any(mark in text for mark in "&<\r\v\f\x85\u2028\u2029")))
def test_a_view_shows_its_source_folded(source: str) -> None:
    shown = view(source)
    kept = "".join(source[start] for start in shown.starts)
    assert fold(kept) == "".join(
        character if source[start] != "\n" else "\n"
        for character, start in zip(shown.text, shown.starts, strict=True)
    )


@given(TEXTS)
def test_every_line_belongs_to_one_sentence_of_one_article(source: str) -> None:
    text = view(source).text
    found = [sentence for article in articles(text) for sentence in article.sentences()]
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(0 <= sentence.start < sentence.end <= len(text) for sentence in found)
    left = list(text)
    for sentence in found:
        assert "\n" not in text[sentence.start : sentence.end]
        left[sentence.start : sentence.end] = " " * (sentence.end - sentence.start)
    assert set("".join(left)) <= set(" \n#|\t") or not "".join(left).strip(" \n#|\t").strip()


@given(TEXTS)
def test_clauses_leave_no_gaps(source: str) -> None:
    spans = clauses(source, 0, len(source))
    assert "".join(source[start:end] for start, end in spans) == source
    assert all(start < end for start, end in spans)


@pytest.mark.parametrize(
    "piece",
    ["一", "5", "“", "（", "》", " ", "\n", "|", "1,", "个(gè)", "&nbsp;", "<p ", "\ud800", "👩‍🔬", "\t"],
)
def test_a_long_run_of_one_character_is_read(piece: str) -> None:
    text = view(piece * 50_000).text
    found = articles(text)
    assert sum(1 for article in found for _ in article.sentences()) <= len(text)
