"""What a rule asked of a figure's surroundings, slot by slot, and what it found there."""

from __future__ import annotations

from collections.abc import Iterator

from talentx.derivation.model import Evidence, Step
from talentx.derivation.replay import Replay, Told
from talentx.meaning.frame import Frame
from talentx.meaning.match import Trial, Tried
from talentx.meaning.slots import HITS, SETS, TEXTS, VALUES
from talentx.packs.types import ANY
from talentx.text.structure import Span

_MOST_WORDS = 4
_CLIP = 16
_REACH = 300
"""Characters around a figure in which the words of a text slot are looked for again."""
_FURTHER_ON = frozenset({"right"})


def slot_steps(replay: Replay, told: Told, trial: Trial, seen: Frame | None = None) -> tuple[Step, ...]:
    """The slots of a rule that holds: the words asked for, the one that held, and where it stands.

    `seen` is the frame as the rule saw it, where that is not the last one.
    """
    held = [_held(replay, told, seen or told.frame, tried) for tried in trial.when]
    absent = "; ".join(f"{tried.slot} {_asked(tried.words)}" for tried in trial.unless)
    return (*held, Step("unless", f"none of these is here ✓: {absent}")) if absent else tuple(held)


def failings(told: Told, trial: Trial) -> list[str]:
    """What a rule lacks, a slot each: the words it asks for and what stands there instead."""
    lacking = [
        f"{each.slot} {_asked(each.words)} (here {shown(told.frame, each.slot)})"
        for each in trial.when
        if each.match is None
    ]
    forbidden = [
        f"not {each.slot} {_asked(each.words)} (here {each.match.word or shown(told.frame, each.slot)})"
        for each in trial.unless
        if each.match is not None
    ]
    return lacking + forbidden


def shown(frame: Frame, slot: str) -> str:
    """What a frame shows in a slot, in a few words."""
    if slot in VALUES:
        return VALUES[slot](frame) or "none"
    if slot in SETS:
        return ", ".join(sorted(SETS[slot](frame))) or "none"
    if slot in HITS:
        words = dict.fromkeys(hit.word for hit in HITS[slot](frame))
        return _few(list(words)) or "none"
    text = TEXTS[slot](frame).strip()
    if len(text) > _CLIP:
        text = f"…{text[-_CLIP:]}" if slot == "left" else f"{text[:_CLIP]}…"
    return text.replace("\n", " ") or "nothing"


def _held(replay: Replay, told: Told, frame: Frame, tried: Tried) -> Step:
    match = tried.match
    assert match is not None
    word = match.word or shown(frame, tried.slot)
    asked = _asked(tried.words)
    same = asked == word
    evidence = _evidence(replay, told, tried.slot, match.word)
    far = f" (distance {match.distance})" if match.distance else ""
    return Step(tried.slot, f"{word} ✓{far}" if same else f"{asked}: {word} ✓{far}", evidence)


def _asked(words: tuple[str, ...]) -> str:
    return "anything" if words == (ANY,) else _few(list(words))


def _few(words: list[str]) -> str:
    return ", ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")


def _evidence(replay: Replay, told: Told, slot: str, word: str) -> tuple[Evidence, ...]:
    """The words of the file that held, where they can be found again."""
    if not word:
        return ()
    span = next(_spans(replay.page.text, told, slot, word), None)
    return (replay.evidence(*span),) if span is not None else ()


def _spans(text: str, told: Told, slot: str, word: str) -> Iterator[Span]:
    frame, figure = told.frame, told.frame.figure
    if slot in HITS:
        yield from ((hit.start, hit.end) for hit in HITS[slot](frame) if hit.word == word)
        return
    first, last = figure.core
    if slot == "left":
        yield from _last(text, word, first - len(frame.left), first)
    elif slot == "right":
        yield from _first(text, word, last, last + len(frame.right))
    elif slot == "item" and frame.phrase is not None:
        yield from _first(text, word, *frame.phrase)
    elif slot == "member" and frame.part is not None:
        yield from _first(text, word, *frame.part)
    elif slot in ("clause", "sentence"):
        begin = max(told.sentence.start, first - _REACH)
        end = min(told.sentence.end, last + _REACH)
        yield from _last(text, word, begin, first)
        yield from _first(text, word, begin, end)
    elif slot == "title":
        for title in told.article.titles:
            yield from _first(text, word, title.start, title.end)
    elif slot == "head":
        for section in told.article.sections:
            if section.head is not None and section.head.start <= figure.start:
                yield from _first(text, word, section.head.start, section.head.end)


def _first(text: str, word: str, start: int, end: int) -> Iterator[Span]:
    at = text.find(word, max(0, start), end)
    if at >= 0:
        yield at, at + len(word)


def _last(text: str, word: str, start: int, end: int) -> Iterator[Span]:
    at = text.rfind(word, max(0, start), end)
    if at >= 0:
        yield at, at + len(word)
