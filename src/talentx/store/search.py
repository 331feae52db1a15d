"""The SQL of a search, in SQLite and in PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from talentx.store.model import Dialect
from talentx.store.words import SEARCHED, Query
from talentx.text.fold import variants


@dataclass(frozen=True, slots=True)
class Filters:
    """What else must hold of a record: its indicator or a finer one, its year, its place by name or code."""

    indicator: str | None = None
    year: int | None = None
    place: str | None = None

    def conditions(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Each as a condition with its values."""
        if self.indicator is not None:
            family = f"{self.indicator}."
            condition = "(records.indicator = ? OR substr(records.indicator, 1, ?) = ?)"
            yield condition, (self.indicator, len(family), family)
        if self.year is not None:
            yield 'records."year" = ?', (self.year,)
        if self.place is not None:
            yield "(records.place = ? OR records.adcode = ?)", (self.place, self.place)


@dataclass(frozen=True, slots=True)
class _Speech:
    """How a dialect says it: `matching` are the records that match the `words`, the least `rank` is the best.

    A text `holds` what a `pattern` is of, whatever its width, case and script.
    """

    matching: str
    words: Callable[[tuple[str, ...]], str]
    rank: str
    holds: str
    pattern: Callable[[str], str]


_TEXT = " || '|' || ".join(f"coalesce(records.{name}, '')" for name in SEARCHED)
ORDER = 'documents.path, records."key"'
"""The order of records where nothing else decides."""


def search_sql(
    dialect: Dialect, names: str, query: Query, filters: Filters, *, by_words: bool, limit: int
) -> tuple[str, list[Any]]:
    """The statement that finds at most `limit` records, the best first, and its values.

    It finds them by the words and pieces of the query, or else by the query as it stands.
    """
    speech = _SPEECHES[dialect]
    values: list[Any] = []
    source, rank = "records", ""
    if by_words and query.words:
        source, rank = speech.matching, f"{speech.rank}, "
        values.append(speech.words(query.words))
    conditions = ["documents.gone = 0"]
    for piece in query.pieces if by_words else (query.whole,):
        conditions.append(f"({_TEXT}) {speech.holds} ?")
        values.append(speech.pattern(piece))
    for condition, more in filters.conditions():
        conditions.append(condition)
        values.extend(more)
    values += [speech.pattern(query.whole), limit]
    statement = (
        f"SELECT {names} FROM {source} JOIN documents ON documents.id = records.document_id"
        f" WHERE {' AND '.join(conditions)}"
        f" ORDER BY ({_TEXT}) {speech.holds} ? DESC, {rank}{ORDER} LIMIT ?"
    )
    return statement, values


def _glob(text: str) -> str:
    return f"*{''.join(map(_glob_class, text))}*"


def _glob_class(character: str) -> str:
    """The variants of a character as GLOB takes them: ] stands first in a class, - last, ^ never first."""
    found = _variants(character)
    if len(found) == 1 and found not in "*?[":
        return found
    ordered = sorted(found, key=lambda each: (each != "]", each == "^", each == "-", each))
    return f"[{''.join(ordered)}]"


def _expression(text: str) -> str:
    return "".join(f"[{''.join(map(re.escape, _variants(each)))}]" for each in text)


def _variants(character: str) -> str:
    """All characters that say the same: full width, traditional, in capitals."""
    capital = character.upper()
    both = character + capital if len(capital) == 1 else character
    return "".join(dict.fromkeys(each for one in both for each in variants(one)))


_SPEECHES: Mapping[Dialect, _Speech] = {
    "sqlite": _Speech(
        matching='records_fts(?) JOIN records ON records."key" = records_fts.rowid',
        words=lambda words: " ".join(f'"{word}"' for word in words),
        rank="records_fts.rank",
        holds="GLOB",
        pattern=_glob,
    ),
    "postgresql": _Speech(
        matching="(SELECT CAST(? AS tsquery) AS query) AS asked JOIN records ON records.words @@ asked.query",
        words=lambda words: " & ".join(f"'{word}'" for word in words),
        rank="-ts_rank(records.words, asked.query, 1)",
        holds="~",
        pattern=_expression,
    ),
}
