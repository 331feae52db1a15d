"""A frame: what stands around a figure, in the few slots that rules speak of.

A sentence is cut at its figures and clause ends into runs; jieba cuts the runs into words; the lexicon
says which of them are nouns, verbs and cues. What a figure counts stands right after it (10位*专家*) or,
failing that, before it (人才*总量*达306万); several figures side by side share what stands at their edge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from talentx.figures.model import Figure
from talentx.meaning.lexicon import Lexicon
from talentx.text.words import Word

_Span = tuple[int, int]
Cutter = Callable[[str], Sequence[Word]]

_JOINTS = frozenset("、和及与或各跟至到-—~～/以并共") | {"以及", "分别"}
_CONJUNCTIONS = frozenset("、和及与或") | {"以及"}
_OPEN, _CLOSE = frozenset("“‘「『《(（〔["), frozenset("”’」』》)）〕]")
_NAME = re.compile(r"“[^“”]{1,15}”|《[^《》]*》|「[^「」]{1,15}」")
_RELATIVE = frozenset({"来自", "从", "由", "在"})
_FAR = 10
_NO_VERB = frozenset("的，、。；：,;:”》)）“中内")

AHEAD = "ahead"
"""The class of a date later than the article's: a cue like the words of the lexicon."""
_LASTING = "plan"
"""The class of cues that hold on in the next sentences of a paragraph."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the lexicon near the figure; distance 0 is its own run, then further and further off."""

    word: str
    classes: frozenset[str]
    distance: int
    start: int
    end: int


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
    kind: str = ""
    """The kind that has been decided, for the rules that only add a status."""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    cues: frozenset[str]
    stops: bool
    named: bool
    """Part of a quoted name, where verbs do not govern and cues do not hold."""


class _Scene:
    """One sentence, cut into tokens and figures."""

    def __init__(self, text: str, passage: Passage, setting: Setting, cut: Cutter, lexicon: Lexicon) -> None:
        self.text = text
        self.passage = passage
        self.setting = setting
        self.clauses = passage.clauses
        self.figures = passage.figures
        self.lexicon = lexicon
        self.tokens = tuple(self._tokens(cut, lexicon))

    def _tokens(self, cut: Cutter, lexicon: Lexicon) -> Iterator[_Token]:
        first, last = (self.clauses[0][0], self.clauses[-1][1]) if self.clauses else (0, 0)
        names = [m.span() for m in _NAME.finditer(self.text, first, last)]
        for start, end in self._runs():
            for word in cut(self.text[start:end]):
                at = start + word.start
                named = any(a < at < b for a, b in names)
                yield _Token(
                    at,
                    start + word.end,
                    word.text,
                    lexicon.classes("nouns", word.text),
                    lexicon.classes("verbs", word.text),
                    frozenset() if named else lexicon.classes("cues", word.text),
                    bool(lexicon.classes("stops", word.text)),
                    named,
                )

    def _runs(self) -> Iterator[tuple[int, int]]:
        """The stretches between figures and clause ends; cues inside a figure's own span (最高可获) belong too."""
        for start, end in self.clauses:
            at = start
            for figure in self.figures:
                if start <= figure.start < end:
                    yield at, figure.start
                    yield figure.start, figure.core[0]
                    at = max(at, figure.end)
            yield at, end

    def within(self, start: int, end: int) -> list[_Token]:
        return [t for t in self.tokens if start <= t.start and t.end <= end]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: its clauses and figures in text order, and its table heads if it is a cell.

    All spans are in code points of the text that the passages share.
    """

    clauses: tuple[tuple[int, int], ...]
    figures: tuple[Figure, ...]
    column: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole paragraph: its section's head, the article's titles, the article's date."""

    head: str = ""
    title: str = ""
    published: str | None = None


def frames(
    text: str,
    passages: Sequence[Passage],
    setting: Setting,
    cut: Cutter,
    lexicon: Lexicon,
    mood: Hit | None = None,
) -> tuple[list[Frame], Hit | None]:
    """A frame for each figure of one paragraph, in text order; and the mood it leaves to the next paragraph.

    The mood is the cue that holds where a sentence has none: a plan goes on until something is said to be past.
    """
    built: list[Frame] = []
    paragraph = passages[0].clauses[0][0] if passages and passages[0].clauses else 0
    for passage in passages:
        scene = _Scene(text, passage, setting, cut, lexicon)
        built.extend(_frame(scene, index, mood, paragraph) for index in range(len(passage.figures)))
        mood = _mood(scene, mood)
    return built, mood


def _frame(scene: _Scene, index: int, mood: Hit | None, paragraph: int) -> Frame:
    figures, text, setting = scene.figures, scene.text, scene.setting
    figure = figures[index]
    clause = _clause_of(figure, scene.clauses)
    lo, hi = _window(index, figures, clause)
    noun, phrase = _noun(scene, index, clause)
    return Frame(
        figure,
        noun,
        "" if noun is None else "far" if phrase is None else "right" if noun.start >= figure.core[1] else "left",
        _nouns(scene, lo, hi, figure),
        phrase,
        text[slice(*phrase)] if phrase else "",
        _verbs(scene, figure, clause, lo, hi, noun),
        _cue(scene, figure, clause) or mood,
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


def _mood(scene: _Scene, before: Hit | None) -> Hit | None:
    cue = _last_cue(scene, scene.clauses[-1][1]) if scene.clauses else None
    if cue is None:
        return before
    return replace(cue, distance=cue.distance + _FAR) if _LASTING in cue.classes else None


def _clause_of(figure: Figure, clauses: Sequence[tuple[int, int]]) -> tuple[int, int]:
    for start, end in clauses:
        if start <= figure.core[0] < end:
            return start, end
    return figure.start, figure.end


def _window(index: int, figures: Sequence[Figure], clause: tuple[int, int]) -> tuple[int, int]:
    """From the figure before to the figure after, within the clause."""
    lo, hi = clause
    if index > 0 and figures[index - 1].end > lo:
        lo = figures[index - 1].end
    if index + 1 < len(figures) and figures[index + 1].start < hi:
        hi = figures[index + 1].start
    return min(lo, figures[index].start), max(hi, figures[index].end)


def _noun(scene: _Scene, index: int, clause: tuple[int, int]) -> tuple[Hit | None, _Span | None]:
    """The head noun, agreeing with the classifier, and its phrase: after the figure, before it, or earlier on."""
    figure = scene.figures[index]
    right, left = _right_phrase(scene, index, clause), _left_phrase(scene, index, clause)
    if left and (figure.kind in ("change", "share") or _after_de(scene, figure)):
        right = None
    phrases = [phrase for phrase in (right, left) if phrase is not None]
    agreeing = scene.lexicon.agreement.get(figure.unit or "")
    for noun, phrase in phrases:
        if agreeing is None or noun.classes & agreeing:
            return noun, phrase
    earlier = _earlier_noun(scene, figure, agreeing) if agreeing is not None or figure.unit is None else None
    return earlier, None


def _after_de(scene: _Scene, figure: Figure) -> bool:
    """总投资18亿元*的*项目: the noun after 的 is what is so described, not what is measured."""
    return figure.kind == "money" and scene.text[figure.end : figure.end + 1] == "的"


def _right_phrase(scene: _Scene, index: int, clause: tuple[int, int]) -> tuple[Hit, _Span] | None:
    """The noun phrase after the figure, or after the figures that follow it side by side."""
    figures = scene.figures
    while True:
        _, hi = _window(index, figures, clause)
        tokens = scene.within(figures[index].end, hi)
        if all(t.text in _JOINTS for t in tokens) and index + 1 < len(figures) and figures[index + 1].start == hi:
            if figures[index + 1].kind != figures[index].kind or hi >= clause[1]:
                return None
            index += 1
            continue
        return _head_of(scene, tokens)


def _head_of(scene: _Scene, tokens: Sequence[_Token]) -> tuple[Hit, _Span] | None:
    """The last noun of the phrase that the tokens begin with; coordinated nouns lend it their classes."""
    heads: list[_Token] = []
    begin: int | None = None
    joined = False
    for token in _after_relative_clause(tokens):
        if token.text in _CLOSE and begin is None:
            return None
        if token.text == "的":
            if heads:
                break
            continue
        if token.stops or (heads and token.verbs and not token.nouns and not token.named):
            break
        begin = token.start if begin is None else begin
        if token.text in _CONJUNCTIONS:
            joined = bool(heads)
        elif token.nouns:
            heads = [*heads, token] if joined else [*heads[:-1], token]
            joined = False
    if not heads or begin is None:
        return None
    classes = frozenset[str]().union(*(head.nouns for head in heads))
    last = heads[-1]
    return Hit(last.text, classes, 0, last.start, last.end), (begin, last.end)


def _after_relative_clause(tokens: Sequence[_Token]) -> Sequence[_Token]:
    """What 的 leads to where a verb stands first: 来自各地的*专家*, 落户园区的*企业*."""
    first = next((t for t in tokens if t.text != "的"), None)
    if first is None or first.nouns or not (first.verbs or first.text in _RELATIVE):
        return tokens
    marks = [at for at, token in enumerate(tokens) if token.text == "的"]
    return tokens[marks[-1] :] if marks else tokens


def _left_phrase(scene: _Scene, index: int, clause: tuple[int, int]) -> tuple[Hit, _Span] | None:
    """The noun phrase before the figure, or before the figures that stand side by side before it."""
    figures = scene.figures
    first = index
    while True:
        lo, _ = _window(first, figures, clause)
        tokens = scene.within(lo, figures[first].core[0])
        if tokens and not all(t.text in _JOINTS for t in tokens):
            break
        if first == 0 or figures[first - 1].end != lo:
            return None
        first -= 1
    head = next((t for t in reversed(tokens) if t.nouns), None)
    if head is None:
        return None
    last = tokens.index(head)
    first_word = last
    for at in range(last - 1, -1, -1):
        token = tokens[at]
        if token.stops or token.cues or (token.verbs and not token.nouns) or token.text in _CLOSE or token.text in "，,的":
            break
        first_word = at
    found = _head_of(scene, tokens[first_word : last + 1])
    noun, phrase = found or (_hit(head, 0), (head.start, head.end))
    return replace(noun, distance=0 if first == index else 1), phrase


def _earlier_noun(scene: _Scene, figure: Figure, agreeing: frozenset[str] | None) -> Hit | None:
    for token in reversed(scene.tokens):
        if token.end <= figure.start and token.nouns and (agreeing is None or token.nouns & agreeing):
            return _hit(token, _clauses_between(scene, token.end, figure.start) * _FAR + 2)
    return None


def _nouns(scene: _Scene, lo: int, hi: int, figure: Figure) -> tuple[Hit, ...]:
    return tuple(_hit(t, 0 if t.end <= figure.end else 1) for t in scene.within(lo, hi) if t.nouns)


def _verbs(scene: _Scene, figure: Figure, clause: tuple[int, int], lo: int, hi: int, noun: Hit | None) -> tuple[Hit, ...]:
    """The verbs of the clause, nearest first; of the nearest earlier clause that has one if it has none.

    What is counted before its number (项目46个落地) has its verb after it, else the verb stands before.
    """
    after = noun is not None and noun.end <= figure.core[0]
    found = []
    for token in scene.within(*clause):
        if token.verbs and not token.named:
            own = lo <= token.start and token.end <= hi
            before = token.end <= figure.end
            found.append(_hit(token, (0 if before != after else 1) if own else (2 if before else 4), verbs=True))
    if found:
        return tuple(sorted(found, key=lambda h: (h.distance, -h.start)))
    for token in reversed(scene.tokens):
        if token.end <= clause[0] and token.verbs and not token.named:
            return (_hit(token, _clauses_between(scene, token.end, figure.start) * _FAR, verbs=True),)
    return ()


def _cue(scene: _Scene, figure: Figure, clause: _Span) -> Hit | None:
    """The cue that holds for the figure: the last before it, but one in its own clause before one further off."""
    before = _last_cue(scene, figure.core[0])
    if before is not None and before.start >= clause[0]:
        return before
    after = [
        t for at, t in enumerate(scene.tokens) if figure.end <= t.start < clause[1] and t.cues and _is_adverb(scene, at)
    ]
    if not after and before is None:
        after = [t for t in scene.tokens if t.start == clause[1] and t.cues]
    return Hit(after[0].text, after[0].cues, 1, after[0].start, after[0].end) if after else before


def _last_cue(scene: _Scene, end: int) -> Hit | None:
    """The last cue before `end`: a word, or a date that lies ahead of the article's."""
    dates = [(f.start, _ahead(scene, f)) for f in scene.figures if _is_ahead(scene, f)]
    words = [
        (token.end, Hit(token.text, token.cues, 0, token.start, token.end))
        for at, token in enumerate(scene.tokens)
        if token.end <= end and token.cues and _is_adverb(scene, at)
    ]
    found = max((pair for pair in (*dates, *words) if pair[0] <= end), key=lambda pair: pair[0], default=None)
    return None if found is None else replace(found[1], distance=_clauses_between(scene, found[1].end, end))


def _ahead(scene: _Scene, figure: Figure) -> Hit:
    """A date ahead; one that is a deadline (到2030年) is a plan as well."""
    deadline = scene.text[figure.start] in "到至" or scene.text[figure.start - 1 : figure.start] in ("到", "至")
    classes = {AHEAD, _LASTING} if deadline else {AHEAD}
    return Hit(figure.raw, frozenset(classes), 0, figure.start, figure.end)


def _is_ahead(scene: _Scene, figure: Figure) -> bool:
    published = scene.setting.published
    if figure.date is None or published is None:
        return False
    begin = figure.date.split("/")[0]
    width = min(len(begin), len(published))
    return begin[:width] > published[:width] and not begin.startswith(("X", "."))


def _is_adverb(scene: _Scene, at: int) -> bool:
    """A cue that is also a noun or marks the object (计划, 将) is one only before a verb, or 计划 before a number."""
    token = scene.tokens[at]
    if token.text not in scene.lexicon.before_verbs:
        return True
    following = scene.tokens[at + 1] if at + 1 < len(scene.tokens) else None
    if following is not None and following.start == token.end:
        is_conjoined = len(token.text) > 1 and following.text in _CONJUNCTIONS
        return not following.nouns and following.text[0] not in _NO_VERB and not is_conjoined
    return len(token.text) > 1 and any(figure.start == token.end for figure in scene.figures)


def _clauses_between(scene: _Scene, start: int, end: int) -> int:
    return sum(1 for _, edge in scene.clauses if start <= edge <= end)


def _hit(token: _Token, distance: int, *, verbs: bool = False) -> Hit:
    return Hit(token.text, token.verbs if verbs else token.nouns, distance, token.start, token.end)
