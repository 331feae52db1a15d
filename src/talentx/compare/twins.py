"""Figures that are of one series by their very words: found by looking them up, however many there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from talentx.compare.brief import is_step
from talentx.compare.matching import Matching
from talentx.compare.model import Stated
from talentx.compare.periods import period

_NUMBERS = re.compile("[0-9０-９][0-9０-９.,]*|[〇零一二两三四五六七八九十百千万亿]+")
_LEAST = 8
"""Characters of a sentence that says enough to be known by."""
_LONG = 18


class Keys(NamedTuple):
    """By what a figure is looked up; None where it says too little for that."""

    id: str
    statement: bytes
    """Its words, those around it and its number."""
    passage: bytes | None
    """Its words and those around it but for the numbers, and its document."""
    wording: bytes | None
    names: bytes | None
    """Its indicator, place, subject and item."""


_STEPS: tuple[tuple[Callable[[Keys], object], bool, str], ...] = (
    (lambda keys: keys.id, False, "the same figure of the same text"),
    (lambda keys: keys.statement, True, "told in the same words"),
    (
        lambda keys: keys.passage,
        False,
        "told in the same words but for the numbers, in a document of the same name",
    ),
    (lambda keys: keys.wording, False, "told in the same words but for the numbers"),
    (lambda keys: keys.names, False, "the same indicator, place, subject and item"),
)
"""Each key in turn; whether several figures that share it are paired in their order, being all alike."""


def pair_twins(old: Sequence[Stated], new: Sequence[Stated], matching: Matching) -> None:
    """Pair what can be looked up, from the surest key to the least sure one."""
    olds, news = [*map(keys_of, *_told(old))], [*map(keys_of, *_told(new))]
    for key, in_order, reason in _STEPS:
        mine = _places(olds, matching.open_old(), key)
        others = _places(news, matching.open_new(), key)
        for told, places in mine.items():
            found = others.get(told, ())
            if in_order or len(places) == len(found) == 1:
                for one, other in zip(places, found, strict=False):
                    matching.pair(one, other, reason)


def keys_of(stated: Stated, number: int) -> Keys:
    """The keys of a figure, the so-manieth in its sentence."""
    sentence, raw = _NUMBERS.sub("#", stated.sentence), _NUMBERS.sub("#", stated.raw)
    names = (
        stated.kind,
        stated.indicator,
        stated.place,
        stated.subject,
        stated.item,
        stated.unit,
        stated.per,
    )
    wording = (*names, stated.status, sentence, raw, number)
    told = (*wording, stated.sentence, stated.value, stated.low, stated.high, stated.bound, stated.date)
    says_enough = len(sentence) >= _LEAST
    return Keys(
        id=stated.id,
        statement=_digest(told),
        passage=_digest((*wording, stated.document)) if says_enough else None,
        wording=_digest(wording) if says_enough else None,
        names=_digest((*names, stated.status, *_circumstances(stated))) if _is_named(stated) else None,
    )


def _is_named(stated: Stated) -> bool:
    """Do its names alone tell it from every other figure?"""
    return (
        bool(stated.indicator and stated.item and stated.place and stated.subject) and stated.kind != "date"
    )


def _circumstances(stated: Stated) -> tuple[bool, ...]:
    """What parts two figures of the same names: a period of years, a time long past, a step from a level."""
    time = period(stated.time)
    runs = time is not None and time.months >= _LONG
    past = time is not None and stated.published is not None and time.year < int(stated.published[:4]) - 1
    return runs, past, is_step(stated.sentence[: max(stated.sentence.find(stated.raw), 0)])


def _told(side: Sequence[Stated]) -> tuple[Iterator[Stated], Iterator[int]]:
    """The figures of a side, and beside each the so-manieth it is in its sentence."""
    return iter(side), _numbers(side)


def _numbers(side: Sequence[Stated]) -> Iterator[int]:
    last: tuple[str, str] | None = None
    number = 0
    for stated in side:
        here = (stated.document, stated.sentence)
        number = number + 1 if here == last else 0
        last = here
        yield number


def _places(
    keys: Sequence[Keys], places: Iterator[int], key: Callable[[Keys], object]
) -> dict[object, list[int]]:
    """The places that share each key, in their order."""
    found: dict[object, list[int]] = {}
    for at in places:
        told = key(keys[at])
        if told is not None:
            found.setdefault(told, []).append(at)
    return found


def _digest(parts: tuple[object, ...]) -> bytes:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
