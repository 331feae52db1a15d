"""What governs a figure: the verbs of its clause, and the cue that says whether it is past or planned."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from heapq import merge

from talentx.figures.model import Figure
from talentx.meaning.scene import CONJUNCTIONS, FAR, REACH, Hit, Scene, Token, hit
from talentx.packs.language import AHEAD
from talentx.text.structure import Span

_LASTING = "plan"
"""The class of cues that hold on in the next sentences of a paragraph."""
_OPENING = 12
"""How far the word right after a place may reach."""
_TOWARDS = ("对", "凡", "为", "向", "给", "按")
_GOES_ON = frozenset({"future", AHEAD})
"""Classes of cues that leave a plan in force."""
_NO_VERB = frozenset("的，、。；：,;:”》)）“中内")


def verbs_of(scene: Scene, figure: Figure, clause: Span, own: Span, noun: Hit | None) -> tuple[Hit, ...]:
    """The verbs of the clause, nearest first; of the nearest earlier clause that has one if it has none.

    `own` is the figure's window. What is counted before its number (项目46个落地) has its verb after it,
    else the verb stands before.
    """
    after = noun is not None and noun.end <= figure.core[0]
    found = []
    for token in scene.within(max(clause[0], figure.start - REACH), min(clause[1], figure.end + REACH)):
        if token.verbs and not token.named:
            before = token.end <= figure.end
            if own[0] <= token.start and token.end <= own[1]:
                distance = 0 if before != after else 1
            else:
                distance = 2 if before else 4
            found.append(hit(token, distance, verbs=True))
    if found:
        return tuple(sorted(found, key=lambda h: (h.distance, -h.start)))
    for _, token in scene.before(clause[0]):
        if token.verbs and not token.named:
            return (hit(token, scene.clauses_between(token.end, figure.start) * FAR, verbs=True),)
    return ()


def cue_of(scene: Scene, figure: Figure, clause: Span) -> Hit | None:
    """The cue that holds for the figure: the last before it, but one in its own clause goes first."""
    before = _last_cue(scene, figure.core[0])
    if before is not None and before.start >= clause[0]:
        return before
    following = scene.within(figure.end, min(clause[1], figure.end + REACH))
    after = next((t for t in following if t.cues and _is_adverb(scene, t)), None)
    if after is None and before is None:
        after = next((t for t in scene.within(clause[1], clause[1] + _OPENING)[:1] if t.cues), None)
    return Hit(after.text, after.cues, 1, after.start, after.end) if after is not None else before


def mood_after(scene: Scene, before: Hit | None) -> Hit | None:
    """The cue that a sentence leaves to the next one, where `before` was left to it."""
    cue = _last_cue(scene, scene.clauses[-1][1]) if scene.clauses else None
    if cue is None:
        return before
    if _LASTING in cue.classes:
        return replace(cue, distance=cue.distance + FAR)
    return before if cue.classes & _GOES_ON else None


def _last_cue(scene: Scene, end: int) -> Hit | None:
    """The last cue before `end`: a word, or a date that lies ahead of the article's.

    A weak one (累计) yields to a date ahead, and to any other in its clause.
    """
    weak: Hit | None = None
    for found in _cues_before(scene, end):
        if weak is None:
            if not found.classes <= scene.lexicon.weak:
                return _placed(scene, found, end)
            weak = found
        elif not found.classes <= scene.lexicon.weak and (
            AHEAD in found.classes or found.start >= scene.clause_at(weak.start)[0]
        ):
            return _placed(scene, found, end)
    return None if weak is None else _placed(scene, weak, end)


def _placed(scene: Scene, cue: Hit, end: int) -> Hit:
    return replace(cue, distance=scene.clauses_between(cue.end, end))


def _cues_before(scene: Scene, end: int) -> Iterator[Hit]:
    """Words and dates that are cues, the last first."""
    words = (
        Hit(token.text, token.cues, 0, token.start, token.end)
        for _, token in scene.before(end)
        if token.cues and _is_adverb(scene, token) and not _is_subordinate(scene, token, end)
    )
    first = bisect_left(scene.figures, end - REACH, key=lambda f: f.start)
    last = bisect_right(scene.figures, end, key=lambda f: f.start)
    dates = (_ahead(scene, f) for f in reversed(scene.figures[first:last]) if _is_ahead(scene, f))
    return merge(words, dates, key=lambda hit: -hit.start)


def _is_subordinate(scene: Scene, token: Token, end: int) -> bool:
    """Whether a cue in an earlier clause belongs to its object there (对*已*立项的团队，配套…)."""
    first, last = scene.clause_at(token.start)
    return last <= end and scene.text.startswith(_TOWARDS, first)


def _ahead(scene: Scene, figure: Figure) -> Hit:
    """A date ahead; one that is a deadline (到2030年) is a plan as well."""
    deadline = scene.text[figure.start] in "到至" or scene.text[figure.start - 1 : figure.start] in (
        "到",
        "至",
    )
    classes = {AHEAD, _LASTING} if deadline else {AHEAD}
    return Hit(figure.raw, frozenset(classes), 0, figure.start, figure.end)


def _is_ahead(scene: Scene, figure: Figure) -> bool:
    published = scene.setting.published
    if figure.date is None or published is None:
        return False
    begin = figure.date.split("/")[0]
    width = min(len(begin), len(published))
    return begin[:width] > published[:width] and not begin.startswith(("X", "."))


def _is_adverb(scene: Scene, token: Token) -> bool:
    """Whether a cue that may be a noun or mark the object (计划, 将) stands before a verb here."""
    if token.text not in scene.lexicon.before_verbs:
        return True
    following = next(iter(scene.within(token.end, token.end + _OPENING)), None)
    if following is not None and following.start == token.end:
        conjoined = len(token.text) > 1 and following.text in CONJUNCTIONS
        return not (following.cues or following.nouns or following.text[0] in _NO_VERB or conjoined)
    at = bisect_left(scene.figures, token.end, key=lambda f: f.start)
    return len(token.text) > 1 and at < len(scene.figures) and scene.figures[at].start == token.end
