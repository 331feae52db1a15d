"""A pattern that would cost too much to compile is refused before it is compiled."""

from __future__ import annotations

import pytest

from talentx.packs.patterns import fault

REFUSED = {
    "(?:(?:(?:a{999}){999}){999})": "repeats or nests too much",
    "((a{1,1000}){1,1000}){1,1000}": "repeats or nests too much",
    "a{1,1000000000}": "repeats or nests too much",
    "(?:人{100}的){200}": "repeats or nests too much",
    "(" * 60 + "a" + ")" * 60: "repeats or nests too much",
    "人" * 1001: "longer than 1000 characters",
    "(引进": "is no pattern: missing )",
    "[引进": "is no pattern: ",
    "*人": "is no pattern: nothing to repeat",
}


@pytest.mark.parametrize("pattern", REFUSED, ids=[pattern[:30] for pattern in REFUSED])
def test_it_is_refused(pattern: str) -> None:
    assert REFUSED[pattern] in str(fault(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        "新增.{0,4}就业",
        r"\d{1,3}(?:,\d{3})*",
        "[^，。]{0,20}(博士|硕士)[^，]{0,20}[、和][^，]{0,20}",
        "(?<!不)含{1,3}",
        "{",
        r"\{9999999}",
    ],
)
def test_an_ordinary_one_is_not(pattern: str) -> None:
    assert fault(pattern) is None
