"""What a figure counts: the head noun and its phrase.

It stands right after the figure (10位*专家*) or, failing that, before it (人才*总量*达306万); several figures
side by side share what stands at their edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talentx.figures.model import Figure
from talentx.meaning.scene import CONJUNCTIONS, FAR, Hit, Scene, Token, hit
from talentx.text.structure import Span

_JOINTS = frozenset("、和及与或各跟至到-—~～/以并共") | {"以及", "分别"}
_OPEN, _CLOSE = frozenset("“‘「『《(（〔["), frozenset("”’」』》)）〕]")
_MOST_BESIDE = 12
"""How many figures may stand side by side and share a noun."""
_TIMES = frozenset({"date", "duration"})
"""Kinds of number that may stand between a noun and its figure (人才*2015年*达到85万人), as 首次 may."""
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "(": ")", "（": "）", "【": "】"}
_RELATIVE = frozenset({"来自", "从", "由", "在"})


def noun_of(scene: Scene, index: int, clause: Span) -> tuple[Hit | None, Span | None]:
    """The head noun that agrees with the classifier, and its phrase: after the figure, before it, earlier."""
    figure = scene.figures[index]
    agreeing = scene.lexicon.agreement.get(figure.unit or "")
    right, left = _right_phrase(scene, index, clause), _left_phrase(scene, index, clause)
    phrases = [p for p in (right, left) if p is not None and (agreeing is None or p[0].classes & agreeing)]
    if figure.kind in ("change", "share") or _after_de(scene, figure):
        phrases.reverse()
    if phrases:
        noun, span = phrases[0]
        return noun, _whole(scene.text, span)
    earlier = _earlier_noun(scene, figure, agreeing) if agreeing is not None or figure.unit is None else None
    return earlier, None


def _whole(text: str, span: Span) -> Span:
    """The phrase without what is not of it before it, and with its quotation marks and brackets in pairs."""
    start, end = span
    while start < end - 1 and not (text[start].isalnum() or text[start] in _PAIRS):
        start += 1
    for at in range(start, end):
        closing = _PAIRS.get(text[at])
        if closing is not None and closing not in text[at:end]:
            if text[end : end + 1] == closing:
                return start, end + 1
            start = at + 1
    return start, end


def _after_de(scene: Scene, figure: Figure) -> bool:
    """总投资18亿元*的*项目: the noun after 的 is what is so described, not what is measured."""
    return figure.kind == "money" and scene.text[figure.end : figure.end + 1] == "的"


def _right_phrase(scene: Scene, index: int, clause: Span) -> tuple[Hit, Span] | None:
    """The noun phrase after the figure, or after the figures that follow it side by side."""
    figures = scene.figures
    for _ in range(_MOST_BESIDE):
        _, hi = scene.window(index, clause)
        tokens = scene.within(figures[index].end, hi)
        if (
            all(t.text in _JOINTS for t in tokens)
            and index + 1 < len(figures)
            and figures[index + 1].start == hi
        ):
            if figures[index + 1].kind != figures[index].kind or hi >= clause[1]:
                return None
            index += 1
            continue
        if tokens and tokens[0].text in CONJUNCTIONS:
            return None  # what follows is the next member of the list
        return _head_of(tokens, scene.lexicon.agreement.get(figures[index].unit or ""))
    return None


def _head_of(tokens: Sequence[Token], agreeing: frozenset[str] | None = None) -> tuple[Hit, Span] | None:
    """The last noun of the phrase that the tokens begin with; coordinated nouns lend it their classes."""
    heads: list[Token] = []
    begin = end = -1
    opened = joined = False
    for token in _after_relative_clause(tokens):
        if token.text in _CLOSE:
            if not opened:
                break
            opened, end = False, token.end if heads else end
            continue
        if token.text == "的":
            if heads:
                break
            continue
        if token.stops or (heads and token.verbs and not token.nouns and not token.named):
            break
        if token.text in CONJUNCTIONS:
            joined = bool(heads)
            continue
        begin = token.start if begin < 0 else begin
        if token.text in _OPEN:
            opened = True
        elif token.nouns:
            if heads and token.start > end and _agrees(heads[-1], agreeing) and not _agrees(token, agreeing):
                break  # an unknown verb stands between: 千家*企业*亮出岗位
            heads = [*heads, token] if joined else [*heads[:-1], token]
            end, joined = token.end, False
    if not heads:
        return None
    classes = frozenset[str]().union(*(head.nouns for head in heads))
    last = heads[-1]
    return Hit(last.text, classes, 0, last.start, last.end), (begin, end)


def _agrees(token: Token, agreeing: frozenset[str] | None) -> bool:
    return agreeing is not None and bool(token.nouns & agreeing)


def _after_relative_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """What 的 leads to where a verb stands first: 来自各地的*专家*, 落户园区的*企业*."""
    first = next((t for t in tokens if t.text != "的"), None)
    if first is None or first.nouns or not (first.verbs or first.text in _RELATIVE):
        return tokens
    marks = [at for at, token in enumerate(tokens) if token.text == "的"]
    return tokens[marks[-1] :] if marks else tokens


def _left_phrase(scene: Scene, index: int, clause: Span) -> tuple[Hit, Span] | None:
    """The noun phrase before the figure, or before the figures that stand side by side before it."""
    figures = scene.figures
    first = index
    for _ in range(_MOST_BESIDE):
        lo, _hi = scene.window(first, clause)
        tokens = scene.within(lo, figures[first].core[0])
        head = next((t for t in reversed(tokens) if t.nouns), None)
        if head is not None:
            break
        beside = all(t.text in _JOINTS for t in tokens)
        if first == 0 or figures[first - 1].end != lo or not (beside or _passed_over(figures[first - 1])):
            return None
        first -= 1
    else:
        return None
    last = tokens.index(head)
    first_word = last
    for at in range(last - 1, -1, -1):
        token = tokens[at]
        if (
            token.stops
            or token.cues
            or (token.verbs and not token.nouns)
            or token.text in _CLOSE
            or token.text in "，,的"
        ):
            break
        first_word = at
    found = _head_of(tokens[first_word : last + 1])
    noun, phrase = found or (hit(head, 0), (head.start, head.end))
    return replace(noun, distance=0 if first == index else 1), phrase


def _passed_over(figure: Figure) -> bool:
    """Whether the figure may stand between a noun and the figure that measures it."""
    return figure.kind in _TIMES or figure.form == "debut"


def _earlier_noun(scene: Scene, figure: Figure, agreeing: frozenset[str] | None) -> Hit | None:
    for _, token in scene.before(figure.start):
        if token.nouns and (agreeing is None or token.nouns & agreeing):
            return hit(token, scene.clauses_between(token.end, figure.start) * FAR + 2)
    return None
