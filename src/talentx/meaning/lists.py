"""Coordinated lists of a clause: 博士、硕士和本科生."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from talentx.figures.model import Figure
from talentx.meaning.scene import Scene, Token
from talentx.text.structure import Span

JOINTS = frozenset("、和及与") | {"以及"}
"""What joins the members of a list."""
_OPEN, _CLOSE = frozenset("(（"), frozenset(")）")
_ENDS = frozenset("的各对给向为按从由在以凡设有含(（)）：:，,；;。") | {"各自", "分别", "依次"}
"""Words at which a member begins or ends, beside verbs, cues and stops."""
_AND_SO_ON = frozenset({"等", "等等"})
_MOST_WORDS = 120
"""Among how many words before figures a list is looked for."""
_BETWEEN = frozenset({"date", "duration"})
"""Kinds of number that may stand between a list and its figures, as 三类 may."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its members, and where it ends with what they share (博士、硕士*毕业生*)."""

    members: tuple[Span, ...]
    """Empty if it cannot be told apart: it goes on (等), or figures stand among its members."""
    end: int


def listed(scene: Scene, start: int, end: int) -> Listed | None:
    """The last list of a stretch of a clause, None where it has none."""
    tokens = _words(scene, start, end)
    joint = next((at for at in range(len(tokens) - 1, -1, -1) if _joins(tokens[at])), None)
    if joint is None:
        return None
    unknown = Listed((), end)
    earlier, counted = _earlier(scene, tokens[:joint], tokens[joint].start)
    last = _last(scene, tokens[joint + 1 :], tokens[joint].end)
    if not last or not earlier or not all(earlier):
        return unknown
    close = last[-1].end
    following = joint + 1 + len(last)
    if following < len(tokens) and tokens[following].text in _AND_SO_ON:
        return unknown
    figures = _figures(scene, close, end)
    if counted:
        if counted != len(earlier) or not figures or figures[0].start != close:
            return unknown
        close, figures = figures[0].end, figures[1:]
    if not all(f.kind in _BETWEEN or f.form == "enumerator" for f in figures):
        return unknown
    members = [(words[0].start, words[-1].end) for words in earlier]
    return Listed((*members, _own_part(last, earlier)), close)


def _words(scene: Scene, start: int, end: int) -> list[Token]:
    """The words of a stretch that stand in no brackets and in no figure (最多5个)."""
    figures = _figures(scene, start, end)
    inside = [(f.start, f.core[0]) for f in figures if f.start < f.core[0]]
    words: list[Token] = []
    depth = 0
    for token in scene.within(start, end):
        if token.text in _OPEN:
            depth += 1
        elif depth and token.text in _CLOSE:
            depth -= 1
        elif not depth and not token.text.isspace() and not any(a <= token.start < b for a, b in inside):
            words.append(token)
    return words[-_MOST_WORDS:]


def _figures(scene: Scene, start: int, end: int) -> Sequence[Figure]:
    """The figures that begin in the stretch."""
    first = bisect_left(scene.figures, start, key=lambda f: f.start)
    return scene.figures[first : bisect_left(scene.figures, end, lo=first, key=lambda f: f.start)]


def _joins(token: Token) -> bool:
    return token.text in JOINTS and not token.named


def _ends(token: Token) -> bool:
    """Whether a member ends before the word, or begins after it."""
    if token.named:
        return False
    return token.stops or bool(token.cues) or (bool(token.verbs) and not token.nouns) or token.text in _ENDS


def _earlier(scene: Scene, tokens: Sequence[Token], end: int) -> tuple[list[list[Token]], int]:
    """The words of each member but the last, and how many of them close with a figure (一等奖*2个*、…).

    The word beside a joint is of the member whatever it is (*新建*、改建学校).
    """
    members: list[list[Token]] = [[]]
    counted = 0
    for token in reversed(tokens):
        if _figures(scene, token.end, end):
            if members[0]:
                if _joins(token):
                    return [], 0  # a figure opens the member: 3名博士
                break
            counted += 1
        end = token.start
        if _joins(token):
            members.insert(0, [])
        elif members[0] and _ends(token):
            break
        else:
            members[0].insert(0, token)
    return members, counted


def _last(scene: Scene, tokens: Sequence[Token], end: int) -> list[Token]:
    """The words of the last member, with what all share behind it."""
    found: list[Token] = []
    for token in tokens:
        if _figures(scene, end, token.start) or (_ends(token) if found else token.text in _ENDS):
            break
        found.append(token)
        end = token.end
    return found


def _own_part(last: Sequence[Token], earlier: Sequence[Sequence[Token]]) -> Span:
    """The last member without what all share: up to the noun that is of the others' sort, or else as many
    words as the member before it has; where that one ends in a noun, this one does."""
    heads = [next((t.nouns for t in reversed(words) if t.nouns), frozenset[str]()) for words in earlier]
    classes = frozenset[str]().union(*heads)
    start, before = last[0].start, earlier[-1]
    alike = next((token.end for token in last if token.nouns & classes), None)
    if alike is not None:
        return start, alike
    if before[-1].end - before[0].start == 1:
        return start, start + 1  # A、B、C类人才
    size = min(len(before), len(last))
    if before[-1].nouns:
        within = (token.end for token in reversed(last[:size]) if token.nouns)
        behind = (token.end for token in last[size:] if token.nouns)
        return start, next(within, next(behind, last[size - 1].end))
    return start, last[size - 1].end
