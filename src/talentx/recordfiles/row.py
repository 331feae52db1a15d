"""A record as it is read back: as strict as the model, and light enough for millions of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

import msgspec

from talentx.vocabulary import Bound, Kind, Status

Text = Annotated[str, msgspec.Meta(min_length=1)]
Offset = Annotated[int, msgspec.Meta(ge=0)]


class Row(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A record: the attributes of `talentx.Record`, each of which a record file must have.

    What its types do not say, a `Check` does.
    """

    id: str
    document: Text
    article: Text | None
    published: str | None
    kind: Kind
    indicator: str | None
    item: Text | None
    place: Text | None
    adcode: str | None
    subject: Text | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: Bound | None
    unit: Text | None
    currency: str | None
    per: Text | None
    date: str | None
    time: str | None
    status: Status
    raw: Text
    start: Offset
    end: int
    sentence: str
    rule: Text | None

    def __iter__(self) -> Iterator[tuple[str, object]]:
        """The columns in their order, each with its value, as a Record gives them."""
        return zip(self.__struct_fields__, msgspec.structs.astuple(self), strict=True)
