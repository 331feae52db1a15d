"""A frame: what stands around a figure, in the few slots that rules speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talentx.figures.model import Figure
from talentx.meaning.governing import cue_of, mood_after, verbs_of
from talentx.meaning.lexicon import Lexicon
from talentx.meaning.phrases import noun_of
from talentx.meaning.scene import Cutter, Hit, Passage, Scene, Setting, clause_of, hit, window


@dataclass(frozen=True, slots=True)
class Frame:
    figure: Figure
    noun: Hit | None
    side: str
    """Where the noun stands: right or left of the figure, or far (in an earlier clause)."""
    nouns: tuple[Hit, ...]
    phrase: tuple[int, int] | None
    """The noun phrase that names the thing counted."""
    item: str
    verbs: tuple[Hit, ...]
    cue: Hit | None
    left: str
    right: str
    clause: str
    sentence: str
    head: str = ""
    title: str = ""
    column: str = ""
    row: str = ""
    paragraph: int = 0
    """Where its paragraph begins."""
    opening: int = 0
    """Where its sentence begins."""
    previous: str = ""
    """The kind of number of the figure before it in its clause."""
    company: frozenset[str] = frozenset()
    """The kinds of the other figures in its sentence."""
    kind: str = ""
    """The kind that has been decided, for the rules that only add a status."""


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
        built.extend(_frame(scene, index, mood, paragraph) for index in range(len(passage.figures)))
        mood = mood_after(scene, mood)
    return built, mood


def _frame(scene: Scene, index: int, mood: Hit | None, paragraph: int) -> Frame:
    figures, text, setting = scene.figures, scene.text, scene.setting
    figure = figures[index]
    clause = clause_of(figure, scene.clauses)
    lo, hi = window(index, figures, clause)
    noun, phrase = noun_of(scene, index, clause)
    return Frame(
        figure,
        noun,
        ""
        if noun is None
        else "far"
        if phrase is None
        else "right"
        if noun.start >= figure.core[1]
        else "left",
        _nouns(scene, lo, hi, figure),
        phrase,
        text[slice(*phrase)] if phrase else "",
        verbs_of(scene, figure, clause, lo, hi, noun),
        cue_of(scene, figure, clause) or mood,
        text[lo : figure.core[0]],
        text[figure.core[1] : hi],
        text[clause[0] : clause[1]],
        text[scene.clauses[0][0] : scene.clauses[-1][1]],
        setting.head,
        setting.title,
        scene.passage.column,
        scene.passage.row,
        paragraph,
        scene.clauses[0][0],
        figures[index - 1].kind if index and figures[index - 1].start >= clause[0] else "",
    )


def _nouns(scene: Scene, lo: int, hi: int, figure: Figure) -> tuple[Hit, ...]:
    return tuple(hit(t, 0 if t.end <= figure.end else 1) for t in scene.within(lo, hi) if t.nouns)
