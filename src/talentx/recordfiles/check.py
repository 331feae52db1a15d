"""What the types of a row do not say: patterns, dates, the span, and how number, bound and kind agree.

Here what is plainly right passes quickly; anything else is asked of the model, which has the last word.
Values that repeat are kept once, so that millions of rows fit into memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
from pydantic import ValidationError

from talentx.edtf import is_edtf, is_published
from talentx.recordfiles.row import Row
from talentx.records.columns import columns
from talentx.records.model import Record

MAX_DIGITS = 1000
"""Digits before or after the point of a number; beyond them it is a slip, and would fill the memory."""
MAX_KEPT = 100_000
"""How many different values of a column are kept to be shared."""


class _Doubtful(Exception):  # noqa: N818 - no error yet
    """Something that is not plainly right."""


class _Once(dict[Any, Any]):
    """Looked up, it gives the equal value that came first; one that is new is tested. None is None."""

    def __init__(self, is_right: Callable[[str], object] = bool) -> None:
        super().__init__({None: None})
        self._is_right = is_right

    def __missing__(self, text: str) -> str:
        if not self._is_right(text):
            raise _Doubtful
        if len(self) > MAX_KEPT:
            self.clear()
            self[None] = None
        self[text] = text
        return text


class Check:
    """Checks rows one by one, and shares the values that repeat among them."""

    def __init__(self) -> None:
        matches = {each.name: re.compile(each.pattern).fullmatch for each in columns() if each.pattern}
        self._is_id = matches["id"]
        self._texts = _Once()
        self._published = _Once(is_published)
        self._dates = _Once(is_edtf)
        self._indicators = _Once(matches["indicator"])
        self._adcodes = _Once(matches["adcode"])
        self._currencies = _Once(matches["currency"])
        self._sentence = ""

    def __call__(self, row: Row) -> Row:
        """The same row, values that came before in the place of their equals.

        Raises ValueError, which says what is wrong, for one that the model would refuse.
        """
        try:
            self._share(row)
            if self._is_id(row.id) is None or len(row.raw) != row.end - row.start or not _number_fits(row):
                raise _Doubtful
        except _Doubtful:
            _ask_the_model(row)
        return row

    def _share(self, row: Row) -> None:
        texts, dates = self._texts, self._dates
        row.document = texts[row.document]
        row.article = texts[row.article]
        row.published = self._published[row.published]
        row.indicator = self._indicators[row.indicator]
        row.item = texts[row.item]
        row.place = texts[row.place]
        row.adcode = self._adcodes[row.adcode]
        row.subject = texts[row.subject]
        row.unit = texts[row.unit]
        row.currency = self._currencies[row.currency]
        row.per = texts[row.per]
        row.date = dates[row.date]
        row.time = dates[row.time]
        row.rule = texts[row.rule]
        if row.sentence == self._sentence:  # several figures of one sentence follow each other
            row.sentence = self._sentence
        else:
            self._sentence = row.sentence


def _number_fits(row: Row) -> bool:
    """Do number, bound, date and kind plainly agree?"""
    value, low, high = row.value, row.low, row.high
    if row.kind == "date":
        return row.date is not None and value is None and low is None and high is None and row.bound is None
    if row.date is not None:
        return False
    if row.bound == "range":
        return value is None and _is_plain(low) and _is_plain(high) and low <= high  # type: ignore[operator]
    return low is None and high is None and _is_plain(value)


def _is_plain(number: Decimal | None) -> bool:
    return number is not None and number.is_finite() and -MAX_DIGITS < number.adjusted() < MAX_DIGITS


def _ask_the_model(row: Row) -> None:
    for name in ("value", "low", "high"):
        number: Decimal | None = getattr(row, name)
        if number is not None and number.is_finite() and not _is_plain(number):
            raise ValueError(f"{name} has more than {MAX_DIGITS} digits")
    try:
        Record(**msgspec.structs.asdict(row))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = "".join(f"{part}: " for part in first["loc"])
        raise ValueError(where + first["msg"].removeprefix("Value error, ")) from None
