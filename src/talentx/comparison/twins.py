"""Figures that are of one series by their very words: found by looking them up, however many there are."""

from __future__ import annotations

import re
from array import array
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields

from talentx.comparison.beside import both
from talentx.comparison.came import done_ones, pair_promises
from talentx.comparison.cues import is_step
from talentx.comparison.lookup import NONE, Column, Places, places_of
from talentx.comparison.matching import Matching
from talentx.comparison.model import Side, Stated
from talentx.comparison.periods import period
from talentx.vocabulary import Status

_NUMBERS = re.compile("[0-9０-９][0-9０-９.,]*|[〇零一二两三四五六七八九十百千万亿]+")
_CROWDED, _CROWD = "wordings", 10_000
"""Of so many pairs in the same words, none is likelier than another: 第1期 to 第100期 of one bulletin."""
_COPIED = "statements"
_LEAST = 8
"""Characters of a sentence that says enough to be known by."""
_ALL = 2**64 - 1
_ODD = 0x9E3779B97F4A7C15
"""Spreads small numbers over 64 bits."""

_STEPS = (
    ("ids", False, "the same figure of the same text"),
    ("copies", True, "told in the same words, in a document of the same name"),
    ("statements", True, "told in the same words"),
    ("passages", False, "told in the same words but for the numbers, in a document of the same name"),
    ("wordings", False, "told in the same words but for the numbers"),
    ("names", False, "the same indicator, place, subject and item"),
)
"""Each key in turn; whether several figures that share it are paired in their order, being all alike."""


@dataclass(frozen=True, slots=True)
class Keys:
    """By what the figures of a side are looked up, a column a key; 0 where a figure says too little for it.

    A key is a digest of 64 bits: millions of them fit into memory, and two are hardly ever equal by chance. A
    digest is only good for the run that made it.
    """

    ids: Column
    copies: Column
    """A figure as printed, its names and its sentence, word by word, in a document of the same name."""
    statements: Column
    """The same in any document."""
    passages: Column
    """Its names, its sentence but for the numbers, and which figure of it this is, in a document of the same
    name."""
    wordings: Column
    """The same in any document."""
    names: Column
    """Its indicator, place, subject and item."""
    promises: Column
    """What is promised, or done: its indicator, place and item."""
    sorts: Column
    """The place and unit of what is promised, or done, and the family of its indicator."""


def pair_twins(old: Side, new: Side, matching: Matching) -> Sequence[int]:
    """Pair what can be looked up, from the surest key to the least sure one.

    Returns the places of figures of the newer side that have a partner, and may yet be what came of a promise
    that has none.
    """
    olds, news = both(len(old) + len(new), lambda: keys_of(old, "target"), lambda: keys_of(new, "actual"))
    for name, in_order, reason in _STEPS:
        mine, others = _sharing(getattr(olds, name), getattr(news, name), matching)
        for key, places in mine.items():
            found = others[key]
            if in_order or len(places) == len(found) == 1:
                for one, other in zip(places, found, strict=False):
                    matching.pair(one, other, reason)
            elif name == _CROWDED and len(places) * len(found) > _CROWD:
                matching.leave_unclear(tuple(places), tuple(found))
        if name == _COPIED:
            _note_copies(old, olds, 0, matching)
            _note_copies(new, news, 1, matching)
    pair_promises(old, new, olds.promises, news.promises, matching)
    return done_ones(old, new, olds.sorts, news.sorts, matching)


def _note_copies(figures: Side, keys: Keys, side: int, matching: Matching) -> None:
    """Note the figures that a side has once more in the same words: of an article printed twice, of a
    file under two names, or of records joined twice."""
    if len(set(keys.statements)) == len(keys.statements):
        return
    partners = (matching.partner_of_old, matching.partner_of_new)[side]
    firsts: dict[int, int] = {}
    for at, key in enumerate(keys.statements):
        if partners[at] >= 0:  # what has a partner is the one that the others say again
            firsts.setdefault(key, at)
    for at, key in enumerate(keys.statements):
        first = firsts.setdefault(key, at)
        if first != at and (keys.ids[at] == keys.ids[first] or _says_again(figures[at], figures[first])):
            matching.leave_repeat(side, at, first)


def _says_again(one: Stated, first: Stated) -> bool:
    """Does a figure in the words of an earlier one say the same? Not of another year, nor beside it in one
    sentence (甲5万元，乙5万元)."""
    if (one.time, (one.published or "")[:4]) != (first.time, (first.published or "")[:4]):
        return False
    return one.document != first.document or abs(one.start - first.start) >= len(one.sentence)


def keys_of(side: Side, status: Status) -> Keys:
    """The keys of all figures of a side; those of promises are of the figures with this status.

    Digests of the parts are joined by exclusive or, those of a sentence and a document made once for all the
    figures in them.
    """
    keys = Keys(*(array("Q") for _ in fields(Keys)))
    sentence = document = None
    number = around = told = where = 0
    for stated in side:
        if stated.sentence != sentence or stated.document != document:
            sentence, document, number = stated.sentence, stated.document, 0
            bare = _NUMBERS.sub("#", sentence)
            told, where = _digest(sentence), _digest(document)
            around = _digest(bare) if len(bare) >= _LEAST else NONE
        indicator, place, item, unit = stated.indicator, stated.place, stated.item, stated.unit
        names = _digest(
            (stated.kind, indicator, place, stated.subject, item, unit, stated.per, stated.status)
        )
        turn = names ^ (number * _ODD & _ALL)
        keys.ids.append(int(stated.id, 16))
        statement = names ^ told ^ (_digest(stated.raw) * _ODD & _ALL)
        keys.copies.append(statement ^ where)
        keys.statements.append(statement)
        keys.passages.append(turn ^ around ^ where if around else NONE)
        keys.wordings.append(turn ^ around if around else NONE)
        keys.names.append(names ^ _circumstances(stated) if _is_named(stated) else NONE)
        told_of = stated.status == status and stated.kind != "date"
        promise = (
            _digest((indicator, place, item, unit, stated.per)) if told_of and indicator and item else NONE
        )
        keys.promises.append(promise)
        keys.sorts.append(_sort(stated) if told_of else NONE)
        number += 1
    return keys


def _sort(stated: Stated) -> int:
    """Persons promised go by other indicators than those that came."""
    family = "" if stated.unit == "人" else (stated.indicator or "").partition(".")[0]
    return _digest((family, stated.place, stated.unit))


def _is_named(stated: Stated) -> bool:
    """Do its names alone tell it from every other figure?"""
    return (
        bool(stated.indicator and stated.item and stated.place and stated.subject) and stated.kind != "date"
    )


def _circumstances(stated: Stated) -> int:
    """What parts two figures of the same names: a period of years, a time long past, a step from a level."""
    time = period(stated.time)
    runs = time is not None and time.runs_over_years
    past = time is not None and stated.published is not None and time.year < int(stated.published[:4]) - 1
    step = is_step(stated.sentence[: max(stated.sentence.find(stated.raw), 0)])
    return (runs + 2 * past + 4 * step) * _ODD & _ALL


def _digest(said: Hashable) -> int:
    """64 bits, which a child process gives alike and the next run does not; they are only compared."""
    return hash(said) & _ALL


def _sharing(old: Column, new: Column, matching: Matching) -> tuple[Places, Places]:
    """The places of each key that open figures of both sides have."""
    olds, news = [*matching.open_old()], [*matching.open_new()]
    shared = set(map(old.__getitem__, olds)).intersection(map(new.__getitem__, news))
    shared.discard(NONE)
    return places_of(old, olds, shared), places_of(new, news, shared)
