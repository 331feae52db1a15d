"""Why a stretch gave no record, or another one than expected: the first step that failed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from talentx.derivation.derive import derived
from talentx.derivation.model import Derivation, Evidence, Step
from talentx.derivation.replay import Replay
from talentx.derivation.wording import REASONS
from talentx.figures.model import Figure
from talentx.figures.origins import per_words
from talentx.figures.refusals import Refusal, refusals
from talentx.text.fold import fold
from talentx.text.structure import Sentence, Span

_SILENT = frozenset({"byline", "furniture"})
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
    figure = None if shown is None else next((f for f in replay.figures if f.start <= shown[0] < f.end), None)
    return derived(replay, figure) if figure is not None else _of_stretch(replay, (offset, offset + 1))[0]


def _of_stretch(replay: Replay, place: Span) -> list[Derivation]:
    """What became of a stretch of the file: one answer for each figure and each number in it."""
    asked = Evidence(place[0], place[1], replay.text[slice(*place)])
    shown = _view_span(replay, place)
    if shown is None:
        said = "dropped as noise: layout, a tag or a mark that shows nothing, which is never read"
        return [_failed(replay, asked, "noise", said)]
    figures = [each for each in replay.figures if each.start < shown[1] and shown[0] < each.end]
    found = [(each.start, _of_figure(replay, each, asked, shown)) for each in figures]
    for start, end in _between(figures, shown):
        found += [(each.start, _refused(replay, each)) for each in _refusals(replay, start, end)]
    if not found:
        return [_nothing(replay, asked, shown)]
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _refusals(replay: Replay, start: int, end: int) -> list[Refusal]:
    return refusals(replay.parts, replay.page.text, start, end)


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


def _between(figures: list[Figure], shown: Span) -> Iterator[Span]:
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
        f"“{asked.text}” is part of the figure {own.raw}"
        if inside
        else f"“{asked.text}” holds the figure {own.raw}"
    )
    if not inside and not (shown[0] <= figure.start and figure.end <= shown[1]):
        said = f"“{asked.text}” overlaps the figure {own.raw}"
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
    return _failed(replay, evidence, "number", f"{_quoted(evidence.text)} {REASONS[refusal.reason]}")


def _nothing(replay: Replay, asked: Evidence, shown: Span) -> Derivation:
    """A stretch in which no number stands."""
    silent = _silent(replay, shown[0])
    if silent is not None:
        return _failed(replay, asked, "page", _silent_says(silent))
    spoken = _spoken(replay, shown)
    said = spoken or _per_of(replay, shown) or f"no number stands in {_quoted(asked.text)}"
    return _failed(replay, asked, "number", said)


def _quoted(words: str) -> str:
    return words if words.startswith("“") and words.endswith("”") else f"“{words}”"


def _per_of(replay: Replay, shown: Span) -> str | None:
    """What an amount is per, where the stretch says that."""
    for quantity in replay.parts.found:
        for start, end in per_words(replay.page.text, quantity):
            if start < shown[1] and shown[0] < end:
                figure = replay.page.text[quantity.left : quantity.right]
                return f"“{replay.page.text[start:end]}” says what the figure {figure} is per"
    return None


def _spoken(replay: Replay, shown: Span) -> str | None:
    """What a word is that only everyday speech has as a figure."""
    text = replay.page.text
    for figure in replay.spoken:
        if figure.start < shown[1] and shown[0] < figure.end:
            raw = text[figure.start : figure.end]
            if figure.form == "qualifier":
                return f"“{raw}” {REASONS['qualifier']}"
            if figure.form == "set":
                return f"“{raw}” only says how often, or what an amount is per"
            if figure.kind == "date":
                return (
                    f"{raw} is a word of time without a number: it dates the figures around it, and is none"
                )
            return f"“{raw}” is a figure in everyday speech alone, not in an article"
    return None


def _silent(replay: Replay, at: int) -> Sentence | None:
    """The byline or furniture of the page that holds a place of the view."""
    for article in replay.articles:
        for sentence in article.sentences():
            if sentence.role in _SILENT and sentence.start <= at < sentence.end:
                return sentence
    return None


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
    near = sorted(replay.figures, key=lambda each: abs(page.starts[each.start] - start))[:_NEAREST]
    for figure in sorted(near, key=lambda each: each.start):
        evidence = replay.evidence(figure.start, figure.end)
        yield Step("nearest", f"{evidence.text} [{evidence.start}:{evidence.end}]", (evidence,))


def _not_there(replay: Replay, wanted: str) -> Derivation:
    said = f"“{wanted}” is not in the text" if wanted else "nothing was asked for"
    return Derivation(
        replay.document, -1, -1, wanted, "not in the text", said, "text", None, (Step("text", said),)
    )
