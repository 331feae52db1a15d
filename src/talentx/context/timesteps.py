"""Steps from one value to another: 由15%提高到22%, 从目前的3万人增加到5万人.

The first value is of the start of the period that the sentence tells of, the second of its end.
"""

from __future__ import annotations

import re
from typing import Literal

Side = Literal["from", "to"]

_VERB = (
    "(?:提高|提升|上升|攀升|跃升|升|增加|增长|增|扩大|扩展|扩|涨|前移|移|跃|下降|降|减少|减|缩短|压缩|缩|调整|调"
    "|发展|壮大|变)"
)
_REST = r"[^，。；;、\n]"
_FROM = re.compile(r"(?:由|从)(?:原来的?|最初的?|[^，。；;、由从\n]{1,10}的)?[ ]*$")
_LED = re.compile("[^0-9]{0,8}(?:由|从)")
_TO = re.compile(rf"{_REST}{{0,4}}?，?(?:{_VERB}{_REST}{{0,3}})?[到至为成]了?{_REST}{{0,6}}")
_REACH = 16
"""How far before a value the word stands that makes it the first of a step, in characters."""


def sides(text: str, spans: list[tuple[int, int]]) -> list[Side | None]:
    """For each span of a figure, which side of a step it is, if any; the spans are in text order."""
    found: list[Side | None] = [None] * len(spans)
    for at, (start, end) in enumerate(spans[:-1]):
        following = spans[at + 1][0]
        if following - end > _REACH or not _is_led(text, start, end):
            continue
        step = _TO.match(text, end, spans[at + 1][1])
        if step and step.end() >= following:
            found[at], found[at + 1] = "from", "to"
    return found


def _is_led(text: str, start: int, end: int) -> bool:
    """Does 由 or 从 stand before the value, or in the words that its span begins with (排名由第5位)?"""
    inside = _LED.match(text, start, end)
    return bool(inside or _FROM.search(text, max(0, start - _REACH), start))


def starts_step(text: str, cue: tuple[int, int], until: int) -> bool:
    """Does the date say of the first value of a step alone: 从去年的3万人增加到5万人?

    `until` is where the figure stands that the date might say something of.
    """
    start, end = cue
    led = text[max(0, start - 1) : start] in ("由", "从") and text[end : end + 1] in ("的", "底", "末")
    return led and re.search(_VERB, text[end : min(until, end + 2 * _REACH)]) is not None
