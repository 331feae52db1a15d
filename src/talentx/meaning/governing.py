"""What governs a figure: the verbs of its clause, and the cue that says whether it is past or planned."""

from __future__ import annotations

from dataclasses import replace

from talentx.figures.model import Figure
from talentx.meaning.scene import FAR, Hit, Scene, Span, clauses_between, hit

AHEAD = "ahead"
"""The class of a date later than the article's: a cue like the words of the lexicon."""

_LASTING = "plan"
"""The class of cues that hold on in the next sentences of a paragraph."""
_TOWARDS = ("对", "凡", "为", "向", "给", "按")
_GOES_ON = frozenset({"future", AHEAD})
"""Classes of cues that leave a plan in force."""
_CONJUNCTIONS = frozenset("、和及与或") | {"以及"}
_NO_VERB = frozenset("的，、。；：,;:”》)）“中内")


def verbs_of(
    scene: Scene, figure: Figure, clause: tuple[int, int], lo: int, hi: int, noun: Hit | None
) -> tuple[Hit, ...]:
    """The verbs of the clause, nearest first; of the nearest earlier clause that has one if it has none.

    What is counted before its number (项目46个落地) has its verb after it, else the verb stands before.
    """
    after = noun is not None and noun.end <= figure.core[0]
    found = []
    for token in scene.within(*clause):
        if token.verbs and not token.named:
            own = lo <= token.start and token.end <= hi
            before = token.end <= figure.end
            found.append(
                hit(token, (0 if before != after else 1) if own else (2 if before else 4), verbs=True)
            )
    if found:
        return tuple(sorted(found, key=lambda h: (h.distance, -h.start)))
    for token in reversed(scene.tokens):
        if token.end <= clause[0] and token.verbs and not token.named:
            return (hit(token, clauses_between(scene, token.end, figure.start) * FAR, verbs=True),)
    return ()


def cue_of(scene: Scene, figure: Figure, clause: Span) -> Hit | None:
    """The cue that holds for the figure: the last before it, but one in its own clause goes first."""
    before = _last_cue(scene, figure.core[0])
    if before is not None and before.start >= clause[0]:
        return before
    after = [
        t
        for at, t in enumerate(scene.tokens)
        if figure.end <= t.start < clause[1] and t.cues and _is_adverb(scene, at)
    ]
    if not after and before is None:
        after = [t for t in scene.tokens if t.start == clause[1] and t.cues]
    return Hit(after[0].text, after[0].cues, 1, after[0].start, after[0].end) if after else before


def _last_cue(scene: Scene, end: int) -> Hit | None:
    """The last cue before `end`: a word, or a date that lies ahead of the article's.

    A weak one (累计) yields to a date ahead, and to any other in its clause.
    """
    dates = [_ahead(scene, f) for f in scene.figures if f.start <= end and _is_ahead(scene, f)]
    words = [
        Hit(token.text, token.cues, 0, token.start, token.end)
        for at, token in enumerate(scene.tokens)
        if token.end <= end and token.cues and _is_adverb(scene, at) and not _is_subordinate(scene, at, end)
    ]
    hits = sorted((*dates, *words), key=lambda hit: hit.start)
    found = hits[-1] if hits else None
    if found is not None and found.classes <= scene.lexicon.weak:
        clause = next(first for first, last in reversed(scene.clauses) if first <= found.start)
        strong = [
            h
            for h in hits
            if not h.classes <= scene.lexicon.weak and (h.start >= clause or AHEAD in h.classes)
        ]
        found = strong[-1] if strong else found
    return None if found is None else replace(found, distance=clauses_between(scene, found.end, end))


def _is_subordinate(scene: Scene, at: int, end: int) -> bool:
    """Whether a cue in an earlier clause belongs to its object there (对*已*立项的团队，配套…)."""
    token = scene.tokens[at]
    first, last = next((c for c in scene.clauses if c[0] <= token.start < c[1]), (end, end))
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


def _is_adverb(scene: Scene, at: int) -> bool:
    """Whether a cue that may be a noun or mark the object (计划, 将) stands before a verb here."""
    token = scene.tokens[at]
    if token.text not in scene.lexicon.before_verbs:
        return True
    following = scene.tokens[at + 1] if at + 1 < len(scene.tokens) else None
    if following is not None and following.start == token.end:
        if following.cues:
            return False
        is_conjoined = len(token.text) > 1 and following.text in _CONJUNCTIONS
        return not following.nouns and following.text[0] not in _NO_VERB and not is_conjoined
    return len(token.text) > 1 and any(figure.start == token.end for figure in scene.figures)


def mood_after(scene: Scene, before: Hit | None) -> Hit | None:
    cue = _last_cue(scene, scene.clauses[-1][1]) if scene.clauses else None
    if cue is None:
        return before
    if _LASTING in cue.classes:
        return replace(cue, distance=cue.distance + FAR)
    return before if cue.classes & _GOES_ON else None
