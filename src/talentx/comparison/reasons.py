"""Why two figures are taken for one series, in words."""

from __future__ import annotations

from talentx.comparison.brief import Brief
from talentx.comparison.likeness import Likeness
from talentx.comparison.wording import runs

_MOST_WORDS = 3


def reason(one: Brief, other: Brief, likeness: Likeness) -> str:
    """What the two share: the indicator, the place, and the words that say most."""
    mine, others = one.stated, other.stated
    shared = []
    if mine.indicator and mine.indicator == others.indicator:
        shared.append("indicator")
    elif one.family and one.family == other.family:
        shared.append("family of indicators")
    if mine.place and mine.place == others.place:
        shared.append("place")
    told = f"the same {' and '.join(shared)}" if shared else "another indicator or none"
    words = _words(one, other, likeness)
    return f"{told}; both speak of {'、'.join(words)}" if words else told


def _words(one: Brief, other: Brief, likeness: Likeness) -> list[str]:
    """The longest runs of characters that both have around them, those that say most first."""
    shared = set(one.words) & set(other.words)
    found = dict.fromkeys(
        run for text in (one.stated.sentence, one.stated.item or "") for run in runs(text, shared)
    )
    whole = [run for run in found if run in other.stated.sentence or run in (other.stated.item or "")]
    known = sorted(whole, key=lambda run: (-sum(map(likeness.rarity, _pairs(run))), run))
    told: list[str] = []
    for run in known:
        if len(told) < _MOST_WORDS and not any(run in longer for longer in told):
            told.append(run)
    return told


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]
