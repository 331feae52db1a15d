"""The types of the values that a pack's files hold: each checks its words and says what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from talentx.edtf import is_published
from talentx.figures.model import FigureKind, Form
from talentx.packs.patterns import fault
from talentx.text.fold import fold
from talentx.vocabulary import Bound, Kind, Side

ANY = "*"
"""Any word at all."""
INDICATOR = r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$"
"""An indicator's id, as a record may carry it."""
RULE_ID = r"^[a-z0-9][a-z0-9_.-]*$"

_MARKED = re.compile(r"[^\[\]]*\[[^\[\]]+\][^\[\]]*")


def pattern_of(word: str) -> str | None:
    """The regular expression that a word between slashes is, else None."""
    return word[1:-1] if len(word) > 2 and word[0] == word[-1] == "/" else None


@dataclass(frozen=True, slots=True)
class _OneOrMore:
    """Where a list may stand, its only member may stand alone: `unit: 家` is `unit: [家]`."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        told = {"minItems": 1, **handler(schema)}
        told.pop("minLength", None)
        return {"anyOf": [told["items"], told]}


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _filled(word: str) -> str:
    if not word.strip():
        raise ValueError("an empty word; write one, or take it out")
    if any(ord(character) < ord(" ") for character in word):
        raise ValueError(
            f"{word!r} holds a control character; put it in single quotes, where \\ stays as it is"
        )
    if len(word) > 1 and word[0] == "/" != word[-1]:
        raise ValueError(
            f"{word!r} begins like a pattern and does not end in /; add it, or take the first one out"
        )
    return word if word.startswith(("$", "/")) else fold(word)


def _literal(word: str) -> str:
    if word == ANY or word.startswith("$"):
        raise ValueError(f"{word!r} is not possible here; write the words out")
    return word


def _cut_word(word: str) -> str:
    if pattern_of(word) is not None:
        raise ValueError(f"{word!r} is a pattern, and this slot looks at words; write the words out")
    return word


def _sound(word: str) -> str:
    pattern = pattern_of(word)
    wrong = fault(pattern) if pattern is not None else None
    if wrong is not None:
        raise ValueError(f"{word[:40]!r} {wrong}")
    return word


def _alone(words: tuple[str, ...]) -> tuple[str, ...]:
    if ANY in words and len(words) > 1:
        raise ValueError(f"{ANY!r} stands for any word, so the others say nothing; take them out")
    return words


def _never_any(words: tuple[str, ...]) -> tuple[str, ...]:
    if ANY in words:
        raise ValueError(f"{ANY!r} always holds here; take the slot out")
    return words


def _matching(pattern: str, advice: str) -> Callable[[str], str]:
    def check(name: str) -> str:
        if re.fullmatch(pattern, name) is None:
            raise ValueError(f"{name!r} is no id; {advice}")
        return name

    return check


def _dated(value: object) -> object:
    """A date or year that YAML has read as one, as text again."""
    return value.isoformat() if type(value) is date else str(value) if type(value) is int else value


def _text(value: object) -> object:
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _date(text: str) -> str:
    if not is_published(text):
        raise ValueError(f"{text!r} is no date; write 2024, 2024-09 or 2024-09-28")
    return text


def _marked(text: str) -> str:
    if _MARKED.fullmatch(text) is None:
        raise ValueError(f"exactly one figure must stand in [square brackets]; {_unmarked(text)}")
    return text


def _unmarked(text: str) -> str:
    """What to do about the brackets."""
    opened, closed = text.count("["), text.count("]")
    if opened == closed == 0 and any(mark in text for mark in "【］［"):
        return "these are full-width, write [ ]"
    if opened != closed:
        return f"{opened} [ and {closed} ] stand here"
    return "put [ ] around it" if opened == 0 else "mark one, and put something in it"


def _scalar(value: object) -> object:
    if value is not None and (isinstance(value, bool) or not isinstance(value, (str, int, float))):
        raise ValueError("neither text nor a number; put it in quotes")
    return value


_LIST: tuple[Any, ...] = (BeforeValidator(_listed), Field(min_length=1), _OneOrMore())

Word = Annotated[str, Field(json_schema_extra={"minLength": 1}), AfterValidator(_filled)]
Name = Annotated[str, AfterValidator(_matching(RULE_ID, "write small letters, digits, _, - and dots"))]
Id = Annotated[
    str, AfterValidator(_matching(INDICATOR, "write small letters, digits and _, parts joined by a dot"))
]
Ids = Annotated[tuple[Id, ...], *_LIST]
Names = Annotated[tuple[Name, ...], *_LIST]
Texts = Annotated[tuple[str, ...], *_LIST]
Literally = Annotated[tuple[Annotated[Word, AfterValidator(_literal)], ...], *_LIST]
"""Words as they are, neither a list nor any word."""
CutWords = Annotated[tuple[Annotated[Word, AfterValidator(_cut_word)], ...], *_LIST, AfterValidator(_alone)]
"""Words as the sentence was cut into."""
Words = Annotated[tuple[Annotated[Word, AfterValidator(_sound)], ...], *_LIST, AfterValidator(_alone)]
"""Words or patterns in a text."""
Parts = Annotated[tuple[Annotated[Word, AfterValidator(_sound)], ...], *_LIST, AfterValidator(_never_any)]
"""Words or patterns in a text that is never empty."""
FigureKinds = Annotated[tuple[FigureKind, ...], *_LIST]
Forms = Annotated[tuple[Form, ...], *_LIST]
Bounds = Annotated[tuple[Bound, ...], *_LIST]
Sides = Annotated[tuple[Side, ...], *_LIST]
Kinds = Annotated[tuple[Kind, ...], *_LIST]
Published = Annotated[str, BeforeValidator(_dated), AfterValidator(_date)]
Version = Annotated[str, BeforeValidator(_text)]
Marked = Annotated[str, AfterValidator(_marked)]
Scalar = Annotated[object, AfterValidator(_scalar)]
