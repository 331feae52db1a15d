"""What is said again: twice on one side, or on the newer side to compare with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from talentx.comparison.brief import Brief, number_of
from talentx.comparison.likeness import LIKELY, Likeness
from talentx.comparison.matching import Found, Repeat
from talentx.comparison.promises import is_promise

_AGAIN = LIKELY + 0.6
"""How alike two figures with one number on one side are that say one thing twice."""
_RESTATED = 0.5
"""How alike an older figure is that is told again; being a base of comparison has counted against it."""
_NEVER_RESTATED = frozenset({"date", "rank"})
_MOST_ALIKE = 50


def note_repeats(figures: Sequence[Brief], side: int, likeness: Likeness, found: Found) -> None:
    """Note what is said again on its own side: the same number of the same thing, in another sentence.

    What was printed first is no repeat, in whatever order the figures come.
    """
    alike: dict[object, list[Brief]] = defaultdict(list)
    for each in sorted(figures, key=_printed):
        if each.cues.is_structure:
            continue
        firsts = alike[
            each.group, each.stated.place, each.stated.unit, each.stated.bound, *number_of(each.stated)
        ]
        for first in firsts[:_MOST_ALIKE]:
            if first.stated.sentence != each.stated.sentence and (likeness.of(first, each) or 0.0) >= _AGAIN:
                found.repeats[side][each.at] = Repeat(side, first.at)
                break
        else:
            firsts.append(each)


def note_restated(old: Sequence[Brief], new: Sequence[Brief], likeness: Likeness, found: Found) -> None:
    """Note where the newer side repeats an older figure to compare with: 而在2021年是46个."""
    known: dict[object, list[Brief]] = defaultdict(list)
    for each in old:
        known[each.group, each.stated.unit, *number_of(each.stated)].append(each)
    for each in new:
        if each.at in found.repeats[1] or each.group in _NEVER_RESTATED or each.cues.is_structure:
            continue
        for first in known.get((each.group, each.stated.unit, *number_of(each.stated)), ())[:_MOST_ALIKE]:
            if is_promise(first.stated, each.stated) and not each.cues.is_base:
                continue
            alike = likeness.of(first, each)
            if alike is not None and alike >= _RESTATED and (each.cues.is_base or _of_its_time(each, first)):
                found.repeats[1][each.at] = Repeat(0, first.at)
                break


def _printed(each: Brief) -> tuple[str, str, int]:
    return each.stated.published or "", each.stated.document, each.stated.start


def _of_its_time(each: Brief, first: Brief) -> bool:
    """Does it speak of the older figure's time, not of its own article's?"""
    printed = each.year_printed
    if each.own_time is None or first.when is None or printed is None:
        return False
    return each.own_time.year < printed and each.own_time.first <= first.when.last
