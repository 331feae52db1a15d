"""Which member of a list each of several figures speaks of: 博士、硕士安家费分别为20万元、8万元.

As many members as figures must stand before them, the figures side by side; the k-th figure is then the k-th
member's. With 分别, 依次 or 各 the list may be the clause before it; without, it stands in the same clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from talentx.figures.model import Figure
from talentx.meaning.lists import JOINTS, Listed, listed
from talentx.meaning.scene import Hit, Scene, hit
from talentx.text.structure import Span

_MARKS = ("分别", "依次", "各自")
_EACH = "各"
_BESIDE = frozenset("、和及与/") | {"以及"}
"""What may stand between the figures."""
_MOST = 12
"""How many figures may be told apart."""
_FORMS = frozenset({"plain", "bare", "magnitude"})
_TIMES = frozenset({"date", "duration"})
_MARKED_ONLY = _TIMES | {"ordinal"}
"""Kinds of number that are too seldom told apart without a word that says so."""
_GROUP = frozenset("两二三四五六七八九十")
"""Numerals of a group that is named without its members (两地分别…)."""
_ENDINGS = ("的", "者")
"""How a clause ends that says of whom the next one speaks."""
_PUNCTUATION = "，,；;：: "


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure's own member of a list, and the last member, whose noun would else be taken for all."""

    member: Span
    last: Span


@dataclass(frozen=True, slots=True)
class _Row:
    """Figures of one kind side by side, `first` the place of the first of them."""

    first: int
    figures: tuple[Figure, ...]
    clause: Span

    @property
    def span(self) -> Span:
        return self.figures[0].start, self.figures[-1].end


def pairs(scene: Scene) -> Mapping[int, Pair]:
    """The members, by the place of their figures; empty for a sentence without such a list."""
    found: dict[int, Pair] = {}
    before: tuple[_Row, Sequence[Span]] | None = None
    for row in _rows(scene):
        members = _members(scene, row, before)
        if members and len(members) == len(row.figures):
            found.update((row.first + at, Pair(own, members[-1])) for at, own in enumerate(members))
            before = row, members
    return found


def own_noun(
    scene: Scene, pair: Pair, noun: Hit | None, phrase: Span | None
) -> tuple[Hit | None, Span | None]:
    """Noun and phrase of a figure with a member: the member's, where it was the last member's that it had.

    A noun behind the list (安家费) is that of all; the phrase is then the last member's with it.
    """
    if noun is None:
        return noun, phrase
    if pair.last[0] <= noun.start and noun.end <= pair.last[1]:
        heads = [token for token in scene.within(*pair.member) if token.nouns]
        if not heads:
            return noun, phrase
        return hit(heads[-1], noun.distance), phrase and pair.member
    if phrase is not None and phrase[0] <= pair.last[0] and pair.last[1] <= noun.start:
        own = scene.lexicon.classes("nouns", noun.word)
        shared = pair.member == pair.last
        return replace(noun, classes=own), (pair.last[0], phrase[1]) if shared else phrase
    return noun, phrase


def _rows(scene: Scene) -> Iterator[_Row]:
    first = 0
    while first < len(scene.figures):
        last = first + 1
        while last < len(scene.figures) and _side_by_side(scene, last - 1):
            last += 1
        figures = scene.figures[first:last]
        if 1 < len(figures) <= _MOST and all(map(_plain, figures)):
            yield _Row(first, figures, scene.clause_at(figures[0].core[0]))
        first = last


def _side_by_side(scene: Scene, at: int) -> bool:
    left, right = scene.figures[at], scene.figures[at + 1]
    near = left.kind == right.kind and 0 < right.start - left.end < 4
    return near and scene.text[left.end : right.start].strip() in _BESIDE


def _plain(figure: Figure) -> bool:
    return figure.form in _FORMS and figure.bound != "range"


def _members(scene: Scene, row: _Row, before: tuple[_Row, Sequence[Span]] | None) -> Sequence[Span] | None:
    """The members of the row's list, or of that of the row before it, where that is spoken of still."""
    if before is None:
        return _own_members(scene, row)
    earlier, members = before
    if earlier.clause == row.clause:
        between = scene.text[earlier.span[1] : row.span[0]]
        if JOINTS.isdisjoint(between):
            return members  # 从2万元、1万元提高到3万元、2万元
    own = _own_members(scene, row)
    if own is None and earlier.clause[1] == row.clause[0]:
        return members  # 分别达5万元、2万元，增长8%和9%
    return own


def _own_members(scene: Scene, row: _Row) -> Sequence[Span] | None:
    """The members of the nearest list with as many as the row; none if the clause's lists have another
    number, None if it has no list."""
    start, count = row.clause[0], len(row.figures)
    mark = _mark(scene, start, row.figures[0].core[0])
    near = listed(scene, start, row.span[0])
    if near is not None and len(near.members) == count and (mark >= 0 or _alike(row.figures)):
        return near.members
    if mark < 0:
        return None if near is None else ()
    far = listed(scene, start, min(mark, row.span[0]))
    if far is not None:
        return far.members
    if near is not None or _names_a_group(scene, row, mark):
        return ()
    topic = _topic(scene, start)
    return topic.members if topic is not None and len(topic.members) == count else None


def _alike(figures: Sequence[Figure]) -> bool:
    """Whether the figures are of one unit, and of a kind that is told apart without a word that says so."""
    return len({(f.unit, f.per) for f in figures}) == 1 and figures[0].kind not in _MARKED_ONLY


def _mark(scene: Scene, start: int, end: int) -> int:
    """Where 分别 or its like stands last in the text, -1 if nowhere."""
    found = max(scene.text.rfind(word, start, end) for word in _MARKS)
    each = (token.start for token in scene.within(start, end) if token.text == _EACH)
    return max(found, *each, -1)


def _names_a_group(scene: Scene, row: _Row, mark: int) -> bool:
    """Whether the clause counts something else before the row, or names a group before the mark."""
    start = row.clause[0]
    at = bisect_left(scene.figures, start, key=lambda f: f.start)
    counted = any(figure.kind not in _TIMES for figure in scene.figures[at : row.first])
    return counted or not _GROUP.isdisjoint(scene.text[start:mark])


def _topic(scene: Scene, start: int) -> Listed | None:
    """The list that the clause before `start` ends in, or that it is about (博士、硕士来就业的，…)."""
    clause = scene.clause_at(start - 1) if start > scene.clauses[0][0] else (start, start)
    found = listed(scene, *clause)
    if found is None:
        return None
    rest = scene.text[found.end : clause[1]].rstrip(_PUNCTUATION)
    return found if not rest or rest.endswith(_ENDINGS) else None
