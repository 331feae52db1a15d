"""The record: one figure with all that is known of it, flat, so that every format has the same columns."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from talentx.edtf import PATTERN, PUBLISHED_PATTERN, is_edtf, is_published
from talentx.vocabulary import Bound, Kind, Status

SCHEMA_VERSION = 1
"""Raised whenever a column, its meaning or its order changes."""


def _edtf(text: str) -> str:
    if not is_edtf(text):
        raise ValueError(f"{text!r} is no EDTF date")
    return text


def _published(text: str) -> str:
    if not is_published(text):
        raise ValueError(f"{text!r} is no date of the form 2024, 2024-09 or 2024-09-28")
    return text


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise ValueError("the number is not finite")
    return number


class Form(NamedTuple):
    """What schemas say of text that a function validates."""

    pattern: str


Edtf = Annotated[str, Form(PATTERN), AfterValidator(_edtf)]
Published = Annotated[str, Form(PUBLISHED_PATTERN), AfterValidator(_published)]
Number = Annotated[Decimal, AfterValidator(_finite)]
Text = Annotated[str, Field(min_length=1)]


class Record(BaseModel):
    """A figure, validated. The fields are the columns of every output format, in this order."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: str = Field(pattern=r"^[0-9a-f]{16}$", description="a function of the file's content, span and kind")
    document: Text = Field(description="path of the file relative to the argument that named it, with /")
    article: Text | None = Field(None, description="title of the article the figure stands in")
    published: Published | None = Field(None, description="the article's date, EDTF")
    kind: Kind = Field(description="what sort of thing the number is about")
    indicator: str | None = Field(
        None,
        pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$",
        description="what is measured, an id of a rule pack",
    )
    item: Text | None = Field(None, description="the thing counted or paid for, as printed")
    place: Text | None = Field(None, description="the administrative area the figure is about")
    adcode: str | None = Field(None, pattern=r"^[0-9]{6}([0-9]{3})?$", description="its code, GB/T 2260")
    subject: Text | None = Field(None, description="the organisation, programme, fund or event it is about")
    value: Number | None = Field(None, description="the number, fully expanded; null for a range and a date")
    low: Number | None = Field(None, description="the lower end of a range")
    high: Number | None = Field(None, description="the upper end of a range")
    bound: Bound | None = Field(None, description="how the number bounds what it states")
    unit: Text | None = Field(None, description="人, 人次, 元, the classifier, 倍, 年 月 天 …")
    currency: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 4217, for money")
    per: Text | None = Field(None, description="what the amount is per: 年, 月, 人, 人·月 …")
    date: Edtf | None = Field(None, description="for kind date: the date, EDTF")
    time: Edtf | None = Field(None, description="the period or moment the figure holds for, EDTF")
    status: Status = Field(description="achieved, promised, or a standing rule")
    raw: Text = Field(description="the figure as printed")
    start: int = Field(ge=0, description="first code point of the figure in the decoded file")
    end: int = Field(description="the code point after its last")
    sentence: str = Field(description="the sentence around it, line breaks repaired")
    rule: Text | None = Field(None, description="the rule that decided kind and indicator")

    @model_validator(mode="after")
    def _span_holds_raw(self) -> Self:
        if len(self.raw) != self.end - self.start:
            raise ValueError(f"raw has {len(self.raw)} characters, its span {self.end - self.start}")
        return self

    @model_validator(mode="after")
    def _number_fits_kind_and_bound(self) -> Self:
        if (self.kind == "date") != (self.date is not None):
            raise ValueError("a date has a date, and nothing else has one")
        if self.kind == "date" and any(x is not None for x in (self.value, self.low, self.bound)):
            raise ValueError("a date has neither number nor bound")
        if (self.bound == "range") != (self.low is not None) or (self.low is None) != (self.high is None):
            raise ValueError("a range has both ends, and nothing else has any")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the range ends below its start: {self.low} > {self.high}")
        if self.kind != "date" and (self.value is None) != (self.bound == "range"):
            raise ValueError("a figure has a value or is a range, one of the two")
        return self


COLUMNS: tuple[str, ...] = tuple(Record.model_fields)


def content_hash(text: str) -> bytes:
    """A digest of a file's decoded content, the first part of every `record_id` in it."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def record_id(content: bytes, start: int, end: int, kind: str) -> str:
    """16 hex digits, a function of the file's content (its `content_hash`), span and kind alone."""
    key = content + f"\0{start}\0{end}\0{kind}".encode()
    return hashlib.blake2b(key, digest_size=8).hexdigest()
