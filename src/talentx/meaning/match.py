"""Which rules hold of a frame, and which of them decides.

A rule holds when every slot of `when` has one of its words and no slot of `unless` has. Of the rules that
hold, each field of a meaning is decided by the first in one total order: higher priority, more slots,
nearer words, longer words, and last the id, so that no two rules ever tie.

Rules are looked up by the words that a frame shows, so that a pack of a thousand costs little more than one
of a hundred; and those of a higher priority or with more slots are tried first, so that most are never tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from talentx.meaning.frame import Frame
from talentx.meaning.slots import Match, Test, Texts, compile_test, features, key_of
from talentx.packs.language import Condition, Rule
from talentx.packs.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule that holds, with its place in the order (the greatest decides)."""

    rule: Rule
    order: tuple[int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one slot of a rule: how it holds, or None."""

    slot: str
    words: tuple[str, ...]
    match: Match | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one rule: its slots, and its claim where it holds."""

    rule: Rule
    when: tuple[Tried, ...]
    unless: tuple[Tried, ...]
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class CompiledRule:
    rule: Rule
    when: tuple[Test, ...]
    unless: tuple[Test, ...]

    def claim(self, frame: Frame, texts: Texts) -> Claim | None:
        distance = length = 0
        for test in self.when:
            match = test.match(frame, texts)
            if match is None:
                return None
            distance += match.distance
            length += len(match.word)
        if any(test.match(frame, texts) is not None for test in self.unless):
            return None
        return Claim(self.rule, (*self.rank, -distance, length, self.rule.id))

    @property
    def rank(self) -> tuple[int, int]:
        """What is known of its place in the order before anything is tried."""
        return self.rule.priority, len(self.when)


class Matcher:
    """The rules of one stage, compiled."""

    def __init__(
        self, rules: Sequence[Rule], lexicon: Lexicon, homes: Mapping[str, str] | None = None
    ) -> None:
        """`homes` says where each rule stands, for a pattern that takes too long."""
        self.rules = tuple(_compiled(rule, lexicon, (homes or {}).get(rule.id, "")) for rule in rules)
        self._texts = Texts(
            word for rule in self.rules for test in (*rule.when, *rule.unless) for word in test.texts
        )
        self._always: list[CompiledRule] = []
        self._by_feature: dict[tuple[str, str], list[CompiledRule]] = {}
        self._keys: set[str] = set()
        for rule in self.rules:
            self._register(rule)

    def _register(self, rule: CompiledRule) -> None:
        key = key_of(rule.when)
        if key is None:
            self._always.append(rule)
            return
        self._keys.add(key.slot)
        for feature in key.features:
            self._by_feature.setdefault((key.slot, feature), []).append(rule)

    def claims(self, frame: Frame) -> Iterator[Claim]:
        """Every rule that holds, the deciding one first; tried no further than they are asked for."""
        found = {id(rule): rule for rule in self._always}
        for feature in features(frame, self._keys, self._texts):
            found.update((id(rule), rule) for rule in self._by_feature.get(feature, ()))
        likely = sorted(found.values(), key=_rank, reverse=True)
        for _, equals in groupby(likely, key=_rank):
            held = [claim for rule in equals if (claim := rule.claim(frame, self._texts)) is not None]
            yield from sorted(held, key=_order, reverse=True)

    def trials(self, frame: Frame) -> Iterator[Trial]:
        """What became of every rule, by id."""
        for rule in self.rules:
            when, unless = (
                tuple(Tried(test.slot, test.words, test.match(frame, self._texts)) for test in tests)
                for tests in (rule.when, rule.unless)
            )
            yield Trial(rule.rule, when, unless, rule.claim(frame, self._texts))


def _compiled(rule: Rule, lexicon: Lexicon, home: str) -> CompiledRule:
    named = f"{rule.id} ({home})" if home else rule.id
    return CompiledRule(rule, _tests(named, rule.when, lexicon), _tests(named, rule.unless, lexicon))


def _tests(rule: str, condition: Condition, lexicon: Lexicon) -> tuple[Test, ...]:
    return tuple(compile_test(rule, slot, words, lexicon) for slot, words in condition.slots().items())


def _rank(rule: CompiledRule) -> tuple[int, int]:
    return rule.rank


def _order(claim: Claim) -> tuple[int, int, int, int, str]:
    return claim.order
