"""A frame: what stands around a figure, in the few slots that rules speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.figures.model import Figure
from talentx.meaning.governing import cue_of, mood_after, verbs_of
from talentx.meaning.pairs import Pair, own_noun, pairs
from talentx.meaning.phrases import noun_of
from talentx.meaning.scene import FAR, REACH, Cutter, Hit, Passage, Scene, Setting, hit
from talentx.packs.lexicon import Lexicon
from talentx.text.structure import Span


@dataclass(frozen=True, slots=True)
class Frame:
    figure: Figure
    noun: Hit | None
    side: str
    """Where the noun stands: right or left of the figure, or far (in an earlier clause)."""
    nouns: tuple[Hit, ...]
    before: tuple[Hit, ...]
    """The nouns before the figure in its sentence, the nearest first."""
    phrase: Span | None
    """The noun phrase that names the thing counted."""
    item: str
    part: Span | None
    """The member of a list that is the figure's own (博士、*硕士*分别20万元、8万元); None without a list."""
    member: str
    verbs: tuple[Hit, ...]
    cue: Hit | None
    left: str
    right: str
    clause: str
    sentence: str
    head: str = ""
    title: str = ""
    section: str = ""
    subject: str = ""
    column: str = ""
    row: str = ""
    paragraph: int = 0
    """Where its paragraph begins."""
    opening: int = 0
    """Where its sentence begins."""
    goes_on: bool = False
    """Its sentence (其中…) goes on with what the one before says."""
    previous: str = ""
    """The kind of number of the figure before it in its clause."""
    company: frozenset[str] = frozenset()
    """The kinds of the other figures in its sentence."""
    kind: str = ""
    indicators: frozenset[str] = frozenset()
    """The kind that was decided, and the indicator with those above it, for the rules of later stages."""


def frames(
    text: str,
    passages: Sequence[Passage],
    setting: Setting,
    cut: Cutter,
    lexicon: Lexicon,
    mood: Hit | None = None,
) -> tuple[list[Frame], Hit | None]:
    """A frame for each figure of one paragraph, in text order; and the mood left to the next paragraph.

    The mood is the cue that holds where a sentence has none: a plan goes on until something is past.
    """
    built: list[Frame] = []
    paragraph = passages[0].clauses[0][0] if passages and passages[0].clauses else 0
    for passage in passages:
        scene = Scene(text, passage, setting, cut, lexicon)
        own = pairs(scene)
        built.extend(
            _frame(scene, index, own.get(index), mood, paragraph) for index in range(len(passage.figures))
        )
        mood = mood_after(scene, mood) if setting.lasting else None
    return built, mood


def _frame(scene: Scene, index: int, pair: Pair | None, mood: Hit | None, paragraph: int) -> Frame:
    figures, text, setting = scene.figures, scene.text, scene.setting
    figure = figures[index]
    clause = scene.clause_at(figure.core[0])
    own = lo, hi = scene.window(index, clause)
    noun, phrase = noun_of(scene, index, clause)
    if pair is not None:
        noun, phrase = own_noun(scene, pair, noun, phrase)
    near, far = max(0, figure.start - REACH), figure.end + REACH
    return Frame(
        figure=figure,
        noun=noun,
        side=_side(figure, noun, phrase),
        nouns=tuple(hit(t, 0 if t.end <= figure.end else 1) for t in scene.within(lo, hi) if t.nouns),
        before=tuple(_nouns_before(scene, figure)),
        phrase=phrase,
        item=text[slice(*phrase)] if phrase else "",
        part=pair.member if pair else None,
        member=text[slice(*pair.member)] if pair else "",
        verbs=verbs_of(scene, figure, clause, own, noun),
        cue=cue_of(scene, figure, clause) or mood,
        left=text[lo : figure.core[0]],
        right=text[figure.core[1] : hi],
        clause=text[max(clause[0], near) : min(clause[1], far)],
        sentence=text[max(scene.clauses[0][0], near) : min(scene.clauses[-1][1], far)],
        head=setting.head,
        title=setting.title,
        section=setting.section,
        subject=setting.subject_of(figure.start),
        column=scene.passage.column,
        row=scene.passage.row,
        paragraph=paragraph,
        opening=scene.clauses[0][0],
        goes_on=text.startswith("其中", scene.clauses[0][0]),
        previous=figures[index - 1].kind if index and figures[index - 1].start >= clause[0] else "",
    )


def _nouns_before(scene: Scene, figure: Figure) -> Iterator[Hit]:
    for _, token in scene.before(figure.start):
        if token.nouns:
            yield hit(token, scene.clauses_between(token.end, figure.start) * FAR)


def _side(figure: Figure, noun: Hit | None, phrase: Span | None) -> str:
    if noun is None:
        return ""
    if phrase is None:
        return "far"
    return "right" if noun.start >= figure.core[1] else "left"
