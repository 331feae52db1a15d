"""The steps from a figure's surroundings to its meaning: which rules were tried, which won and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talentx.derivation.model import Step
from talentx.derivation.replay import Replay, Told
from talentx.derivation.slots import failings, shown, slot_steps
from talentx.derivation.whereabouts import whereabouts
from talentx.meaning.decide import Meaning, decision, refinements, source_of
from talentx.meaning.frame import Frame
from talentx.meaning.match import Claim, Matcher, Trial
from talentx.packs.language import INHERIT, Rule

_MOST_RIVALS = 3
_MOST_NEAR = 4
_ORDER = ("a higher priority", "more slots", "nearer words", "longer words", "the later id")


def meaning_steps(replay: Replay, told: Told, meaning: Meaning) -> list[Step]:
    """The noun, the member of a list, the deciding rule, those that refine it, and what gives the status."""
    steps = [*_noun(replay, told), *_member(replay, told), _deciding(replay, told)]
    steps += _refining(replay, told)
    steps += _indicator(replay, told, meaning)
    steps.append(_status(replay, told, meaning))
    return steps


def nearest_steps(replay: Replay, told: Told) -> list[Step]:
    """For a figure that no rule takes: what there is, and the rules that lack least."""
    trials = list(replay.rules.deciding.trials(told.frame))
    left, right = (shown(told.frame, slot) for slot in ("left", "right"))
    around = Step("around", f"before it: {left}; behind it: {right}")
    steps = [*_noun(replay, told), *_member(replay, told), around]
    steps += [
        Step("near", f"{_named(replay, trial.rule)} lacks {'; '.join(failings(told, trial))}")
        for trial in _nearest(trials, told)
    ]
    return [Step("rules", f"none of {len(trials)} rules takes it", (), tuple(steps))]


def left_out_step(replay: Replay, told: Told, meaning: Meaning) -> Step:
    """The rule that leaves the figure out, with its slots."""
    trial = _trial(replay.rules.deciding, told.frame, meaning.rule)
    said = f"left out by {_named(replay, trial.rule)}{_message(trial.rule)}"
    return Step("rule", said, (), slot_steps(replay, told, trial))


def _noun(replay: Replay, told: Told) -> list[Step]:
    hit = told.frame.noun
    if hit is None:
        return [Step("noun", "none that the word lists know near it")]
    lists = ", ".join(sorted(hit.classes))
    where = whereabouts(replay.page.text, told, (hit.start, hit.end))
    said = f"{hit.word}, {where}" + (f" (lists: {lists})" if lists else "")
    return [Step("noun", said, (replay.evidence(hit.start, hit.end),))]


def _member(replay: Replay, told: Told) -> Iterator[Step]:
    """The member of a list that the figure is told of, one of as many figures side by side."""
    span = told.frame.part
    if span is not None:
        said = f"{told.frame.member}, {whereabouts(replay.page.text, told, span)}: its own of a list"
        yield Step("member", said, (replay.evidence(*span),))


def _deciding(replay: Replay, told: Told) -> Step:
    """The rule that decided, its slots, what it won over, and the nearest that did not hold."""
    trials = list(replay.rules.deciding.trials(told.frame))
    claims = _held(trials)
    winner = _decision(replay, told)[0]
    trial = next(each for each in trials if each.rule.id == winner.rule.id)
    held = f"{len(claims)} of {len(trials)} rules hold{'s' if len(claims) == 1 else ''}"
    said = f"{_named(replay, winner.rule)} decides; {held}{_message(winner.rule)}"
    steps = [*slot_steps(replay, told, trial), *_passed_over(replay, claims, winner)]
    after = claims[claims.index(winner) + 1 :]
    steps += [
        Step("won over", f"{rival.rule.id}, by {_why(winner, rival)}") for rival in after[:_MOST_RIVALS]
    ]
    if len(after) > _MOST_RIVALS:
        steps.append(Step("won over", f"{len(after) - _MOST_RIVALS} more"))
    steps += list(_narrowly(replay, told, trials))
    return Step("rule", said, (), tuple(steps))


def giver(replay: Replay, told: Told, field: str) -> str:
    """The rule that gives the unit, item or subject of a figure in place of what the text shows."""
    for claim in replay.rules.adding.claims(told.frame):
        if getattr(claim.rule.then, field) is not None:
            return _named(replay, claim.rule)
    return _named(replay, _decision(replay, told)[0].rule)


def _narrowly(replay: Replay, told: Told, trials: Sequence[Trial]) -> Iterator[Step]:
    """The rules that lack one slot, and would otherwise have held."""
    for trial in _nearest([each for each in trials if each.claim is None], told)[:_MOST_RIVALS]:
        lacking = failings(told, trial)
        if len(lacking) == 1 and len(trial.when) > 1:
            yield Step("lacking", f"{_named(replay, trial.rule)}: {lacking[0]}")


def _decision(replay: Replay, told: Told) -> tuple[Claim, Meaning]:
    found = decision(told.frame, replay.rules, told.before)
    assert found is not None, "a figure with a meaning has a rule that gives it"
    return found


def _passed_over(replay: Replay, claims: Sequence[Claim], winner: Claim) -> Iterator[Step]:
    for claim in claims[: claims.index(winner)]:
        yield Step("passed over", f"{_named(replay, claim.rule)} holds, but finds nothing to inherit from")


def _why(winner: Claim, rival: Claim) -> str:
    """The first part of the order in which the two differ."""
    for part, mine, other in zip(_ORDER, winner.order, rival.order, strict=True):
        if mine != other:
            if part == "nearer words":
                return f"{part} (distance {str(mine).lstrip('-')} against {str(other).lstrip('-')})"
            return part if part == "the later id" else f"{part} ({mine} against {other})"
    raise AssertionError("no two rules tie")


def _refining(replay: Replay, told: Told) -> Iterator[Step]:
    """The rules that made the indicator finer, one after the other."""
    for seen, claim, _ in refinements(told.frame, _decision(replay, told)[1], replay.rules):
        trial = _trial(replay.rules.refining, seen, claim.rule.id)
        said = f"{_named(replay, claim.rule)} makes it {claim.rule.then.indicator}{_message(claim.rule)}"
        yield Step("refined", said, (), slot_steps(replay, told, trial, seen))


def _indicator(replay: Replay, told: Told, meaning: Meaning) -> Iterator[Step]:
    if meaning.indicator is None:
        yield Step("indicator", "none: no rule names one")
    else:
        named = replay.rules.pack.indicators.get(meaning.indicator)
        yield Step(
            "indicator", f"{meaning.indicator}, {named.zh}" if named is not None else meaning.indicator
        )
    yield from _inherited(replay, told)


def _inherited(replay: Replay, told: Told) -> Iterator[Step]:
    """What the figure takes over from one before it."""
    claim, taken = _decision(replay, told)
    then = claim.rule.then
    fields = [name for name in ("kind", "indicator") if getattr(then, name) == INHERIT]
    if not fields:
        return
    source = source_of(told.frame, then, told.before)
    if source is None:
        yield Step(
            "inherited", f"nothing: no figure before it to speak of; {taken.indicator or 'none'} otherwise"
        )
        return
    figure = source[0].figure
    nothing = "" if taken.indicator else ", which has no indicator"
    said = f"{' and '.join(fields)}, from {figure.raw} before it{nothing}"
    yield Step("inherited", said, (replay.evidence(figure.start, figure.end),))


def _status(replay: Replay, told: Told, meaning: Meaning) -> Step:
    trials = [each for each in replay.rules.adding.trials(told.frame) if each.rule.then.status is not None]
    claims = _held(trials)
    if not claims:
        given = _decision(replay, told)[0].rule
        said = f"by {given.id}" if given.then.status is not None else "no rule says otherwise"
        return Step("status", f"{meaning.status}: {said}")
    winner = claims[0]
    trial = next(each for each in trials if each.rule.id == winner.rule.id)
    said = f"{meaning.status}, by {_named(replay, winner.rule)}{_message(winner.rule)}"
    rivals = [c for c in claims[1:] if c.rule.then.status != winner.rule.then.status][:1]
    over = [Step("won over", f"{c.rule.id} ({c.rule.then.status}), by {_why(winner, c)}") for c in rivals]
    return Step("status", said, (), (*slot_steps(replay, told, trial), *over))


def _held(trials: Sequence[Trial]) -> list[Claim]:
    claims = [trial.claim for trial in trials if trial.claim is not None]
    return sorted(claims, key=lambda claim: claim.order, reverse=True)


def _trial(matcher: Matcher, frame: Frame, rule: str) -> Trial:
    return next(each for each in matcher.trials(frame) if each.rule.id == rule)


def _nearest(trials: Sequence[Trial], told: Told) -> list[Trial]:
    """The rules that fail in the fewest slots, of these the ones of which most holds.

    Those for another kind of number only where there are no others.
    """

    def lacking(trial: Trial) -> tuple[int, int, str]:
        held = sum(each.match is not None for each in trial.when)
        return len(failings(told, trial)), -held, trial.rule.id

    own = [t for t in trials if not any(each.slot == "figure" and each.match is None for each in t.when)]
    return sorted(own or trials, key=lacking)[:_MOST_NEAR]


def _named(replay: Replay, rule: Rule) -> str:
    home = replay.rules.pack.homes.get(rule.id)
    return f"{rule.id} ({home})" if home else rule.id


def _message(rule: Rule) -> str:
    return f": {rule.message}" if rule.message else ""
