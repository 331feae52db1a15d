"""The steps that a record has from around its figure: item, place, time and subject."""

from __future__ import annotations

from talentx.derivation.model import Evidence, Step
from talentx.derivation.replay import Context, Replay, Told
from talentx.derivation.rules import giver
from talentx.derivation.whereabouts import whereabouts
from talentx.meaning.decide import Label, Meaning
from talentx.text.structure import Span


def surrounding_steps(replay: Replay, told: Told, meaning: Meaning, context: Context) -> list[Step]:
    """Item, place, time and subject of a record, each with the words that say so and where they stand."""
    return [
        _item(replay, told, meaning),
        _place(replay, told, context),
        _time(replay, told, meaning, context),
        _subject(replay, told, meaning, context),
    ]


def _item(replay: Replay, told: Told, meaning: Meaning) -> Step:
    said = replay_label(replay, meaning.item)
    if said is None:
        return Step("item", "none: no noun phrase stands with it")
    if not isinstance(meaning.item, tuple):
        return Step("item", f"{said}, a head of its table or section, by {giver(replay, told, 'item')}")
    inherited = meaning.item != told.frame.phrase
    where = whereabouts(replay.page.text, told, meaning.item)
    why = f"{where}, with what it inherits" if inherited else where
    return Step("item", f"{said}, {why}", (replay.evidence(*meaning.item),))


def replay_label(replay: Replay, label: Label) -> str | None:
    """A name as printed: a span of the view, or a table's or section's head."""
    return replay.page.printed(*label) if isinstance(label, tuple) else label


def _place(replay: Replay, told: Told, context: Context) -> Step:
    found = context.place
    if found is None:
        return Step("place", "none: no place is named that holds here")
    name = f"{found.name} ({found.adcode})" if found.adcode else found.name
    if found.evidence is None:
        cell = told.sentence.cell
        why = "from the head of its row or column" if cell is not None else "known from elsewhere"
        return Step("place", f"{name}, {why}")
    return Step(
        "place", f"{name}{_by(replay, told, found.evidence, found.name)}", _span(replay, found.evidence)
    )


def _time(replay: Replay, told: Told, meaning: Meaning, context: Context) -> Step:
    time = context.time
    if time.edtf is None:
        return Step("time", f"none: {_no_time(replay, meaning)}")
    if time.evidence is None:
        return Step(
            "time", f"{time.edtf}, from the article's date {replay.published}: no word of time holds here"
        )
    return Step("time", f"{time.edtf}{_by(replay, told, time.evidence, '')}", _span(replay, time.evidence))


def _no_time(replay: Replay, meaning: Meaning) -> str:
    if meaning.kind == "date":
        return "a date is a time itself"
    if meaning.status == "policy":
        return "a standing rule has no time"
    if meaning.status == "target":
        return "no word says by when it is promised"
    if meaning.kind == "duration":
        return "no word says when the length of time runs"
    return "no word of time holds here" + ("" if replay.published else ", and the article has no date")


def _subject(replay: Replay, told: Told, meaning: Meaning, context: Context) -> Step:
    if meaning.subject is not None:
        label = replay_label(replay, meaning.subject.label)
        return Step("subject", f"{label or 'none'}, by {giver(replay, told, 'subject')}")
    if context.subject is None:
        return Step("subject", "none: nothing that figures are told of is named before it")
    name = replay.page.printed(*context.subject)
    where = whereabouts(replay.page.text, told, context.subject)
    return Step("subject", f"{name}, {where}", _span(replay, context.subject))


def _by(replay: Replay, told: Told, span: Span, name: str) -> str:
    """, from 全市 in its clause."""
    words = replay.page.text[slice(*span)]
    where = whereabouts(replay.page.text, told, span)
    return f", named {where}" if words == name else f", from {words} {where}"


def _span(replay: Replay, span: Span) -> tuple[Evidence, ...]:
    return (replay.evidence(*span),)
