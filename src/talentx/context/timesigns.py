"""What the words before a figure say of the event or year that it goes with."""

from __future__ import annotations

from talentx.context import timewords as words
from talentx.context.timeclaims import TimeClaim
from talentx.context.timeforce import FAR
from talentx.text.structure import Sentence

_REACH = 80
"""How far before a figure the words stand, in characters."""


def is_settled(text: str, claim: TimeClaim, sentence: Sentence) -> bool:
    """Was it signed for at an event or set apart in one year, though it is yet to be spent?"""
    pattern = {"target": words.SIGNED, "policy": words.SPENT}.get(claim.status)
    if pattern is None or claim.kind not in ("money", "award"):
        return False
    return pattern.search(text, max(sentence.start, claim.start - _REACH), claim.start) is not None


def is_at_event(text: str, claim: TimeClaim, sentence: Sentence) -> bool:
    """Is the sentence about what was at an event?"""
    start, end = max(sentence.start, claim.start - FAR), min(sentence.end, claim.end + FAR)
    return words.EVENT_TOPIC.search(text, start, end) is not None


def is_seen(text: str, claim: TimeClaim, sentence: Sentence) -> bool:
    """Is it among what the reporter counted or saw on the spot?"""
    start = max(sentence.start, claim.start - _REACH)
    return words.WITNESS.search(text, start, claim.start) is not None
