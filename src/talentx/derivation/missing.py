"""Why a stretch gave no record, or another one than expected: the first step that failed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from talentx.derivation.derive import derived
from talentx.derivation.model import Derivation, Evidence, Step
from talentx.derivation.replay import Replay
from talentx.derivation.wording import REASONS, quoted
from talentx.figures.model import Figure
from talentx.figures.refusals import Refusal
from talentx.text.fold import fold
from talentx.text.structure import Sentence, Span

_NEAREST = 2


def why_not(replay: Replay, wanted: str, offset: int | None = None) -> list[Derivation]:
    """What became of each place where the text has `wanted`, in text order.

    With `offset`, a code point of the file, only of the place nearest to it.
    """
    places = _occurrences(replay, wanted)
    if not places:
        return [_not_there(replay, wanted)]
    if offset is not None:
        places = [min(places, key=lambda place: max(place[0] - offset, offset - place[1] + 1, 0))]
    found = {(each.start, each.end): each for place in places for each in _of_stretch(replay, place)}
    return [found[span] for span in sorted(found)]


def at_offset(replay: Replay, offset: int) -> Derivation:
    """The figure at a code point of the file, or why there is none."""
    shown = _view_span(replay, (offset, offset + 1))
    figures = _within(replay.figures, shown) if shown is not None else ()
    return derived(replay, figures[0]) if figures else _of_stretch(replay, (offset, offset + 1))[0]


def _of_stretch(replay: Replay, place: Span) -> list[Derivation]:
    """What became of a stretch of the file: one answer for each figure and each number in it."""
    asked = Evidence(place[0], place[1], replay.text[slice(*place)])
    shown = _view_span(replay, place)
    if shown is None:
        said = "dropped as noise: layout, a tag or a mark that shows nothing, which is never read"
        return [_failed(replay, asked, "noise", said)]
    figures = _within(replay.figures, shown)
    found = [(each.start, _of_figure(replay, each, asked, shown)) for each in figures]
    for start, end in _between(figures, shown):
        found += [(each.start, _refused(replay, each)) for each in replay.refuser.refusals(start, end)]
    if not found:
        return [_nothing(replay, asked, shown)]
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _within(figures: Sequence[Figure], shown: Span) -> Sequence[Figure]:
    """The figures, given in text order, that share a character with a stretch."""
    first = bisect_right(figures, shown[0], key=lambda each: each.end)
    return figures[first : bisect_left(figures, shown[1], key=lambda each: each.start)]


def _occurrences(replay: Replay, wanted: str) -> list[Span]:
    """Where the file has the text as printed; else where the readable view of it has, folded likewise."""
    printed = list(_found(replay.text, wanted))
    if printed:
        return printed
    view = _found(replay.page.text, fold(wanted))
    return [replay.page.span(*span) for span in view]


def _found(text: str, wanted: str) -> Iterator[Span]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted))


def _view_span(replay: Replay, place: Span) -> Span | None:
    """The characters of the view that show a stretch of the file; None where it shows none of it."""
    page = replay.page
    first = bisect_right(page.ends, place[0])
    last = bisect_left(page.starts, place[1])
    return (first, last) if first < last else None


def _between(figures: Sequence[Figure], shown: Span) -> Iterator[Span]:
    """The stretches of the view that no figure covers."""
    at = shown[0]
    for figure in figures:
        if at < figure.start:
            yield at, figure.start
        at = max(at, figure.end)
    if at < shown[1]:
        yield at, shown[1]


def _of_figure(replay: Replay, figure: Figure, asked: Evidence, shown: Span) -> Derivation:
    """The figure's own derivation, and first how what was asked for lies in it."""
    own = derived(replay, figure)
    if (own.start, own.end) == (asked.start, asked.end):
        return own
    inside = figure.start <= shown[0] and shown[1] <= figure.end
    said = (
        f"{quoted(asked.text)} is part of the figure {own.raw}"
        if inside
        else f"{quoted(asked.text)} holds the figure {own.raw}"
    )
    if not inside and not (shown[0] <= figure.start and figure.end <= shown[1]):
        said = f"{quoted(asked.text)} overlaps the figure {own.raw}"
    step = Step("asked", said, (asked,))
    return Derivation(
        own.document, own.start, own.end, own.raw, own.outcome, own.says, own.failed, own.record,
        (step, *own.steps),
    )  # fmt: skip


def _refused(replay: Replay, refusal: Refusal) -> Derivation:
    evidence = replay.evidence(refusal.start, refusal.end)
    silent = _silent(replay, refusal.start)
    if silent is not None:
        return _failed(replay, evidence, "page", _silent_says(silent))
    spoken = _spoken(replay, (refusal.start, refusal.end))
    if spoken is not None:
        return _failed(replay, evidence, "number", spoken)
    said = f"{quoted(evidence.text)} {REASONS[refusal.reason]}"
    if refusal.reason == "overlapped":
        over = _within(replay.figures, (refusal.start, refusal.end))
        said += f": {', '.join(each.raw for each in over)}"
    return _failed(replay, evidence, "number", said)


def _nothing(replay: Replay, asked: Evidence, shown: Span) -> Derivation:
    """A stretch in which no number stands."""
    silent = _silent(replay, shown[0])
    if silent is not None:
        return _failed(replay, asked, "page", _silent_says(silent))
    spoken = _spoken(replay, shown)
    said = spoken or _per_of(replay, shown) or f"no number stands in {quoted(asked.text)}"
    return _failed(replay, asked, "number", said)


def _per_of(replay: Replay, shown: Span) -> str | None:
    """What an amount is per, where the stretch says that."""
    for (start, end), quantity in replay.per:
        if start < shown[1] and shown[0] < end:
            figure = replay.page.text[quantity.left : quantity.right]
            return f"{quoted(replay.page.text[start:end])} says what the figure {figure} is per"
    return None


def _spoken(replay: Replay, shown: Span) -> str | None:
    """What a word is that only everyday speech has as a figure."""
    said = _within(replay.spoken, shown)
    figure = next((each for each in said if not _within(replay.figures, (each.start, each.end))), None)
    if figure is None:
        return None
    raw = replay.page.text[figure.start : figure.end]
    if figure.form == "qualifier":
        return f"{quoted(raw)} {REASONS['qualifier']}"
    if figure.form == "set":
        return f"{quoted(raw)} only says how often, or what an amount is per"
    if figure.kind == "date":
        return (
            f"{quoted(raw)} is a word of time without a number: it dates the figures around it, and is none"
        )
    return f"{quoted(raw)} is a figure in everyday speech alone, not in an article"


def _silent(replay: Replay, at: int) -> Sentence | None:
    """The byline or furniture of the page that holds a place of the view."""
    last = bisect_right(replay.silent, at, key=lambda each: each.start) - 1
    return replay.silent[last] if last >= 0 and at < replay.silent[last].end else None


def _silent_says(sentence: Sentence) -> str:
    return (
        "in a byline, which is not read"
        if sentence.role == "byline"
        else ("in the page's furniture (navigation, contacts, a masthead), which is not read")
    )


def _failed(replay: Replay, evidence: Evidence, step: str, said: str) -> Derivation:
    """A stretch that is no figure, with the nearest ones that are."""
    return Derivation(
        replay.document, evidence.start, evidence.end, evidence.text, "no figure", said, step, None,
        (Step(step, said, (evidence,)), *_nearest(replay, evidence.start)),
    )  # fmt: skip


def _nearest(replay: Replay, start: int) -> Iterator[Step]:
    page = replay.page
    at = bisect_left(replay.figures, start, key=lambda each: page.starts[each.start])
    beside = replay.figures[max(0, at - _NEAREST) : at + _NEAREST]
    near = sorted(beside, key=lambda each: abs(page.starts[each.start] - start))[:_NEAREST]
    for figure in sorted(near, key=lambda each: each.start):
        evidence = replay.evidence(figure.start, figure.end)
        yield Step("nearest", f"{evidence.text} [{evidence.start}:{evidence.end}]", (evidence,))


def _not_there(replay: Replay, wanted: str) -> Derivation:
    said = f"{quoted(wanted)} is not in the text" if wanted else "nothing was asked for"
    return Derivation(
        replay.document, -1, -1, wanted, "not in the text", said, "text", None, (Step("text", said),)
    )
