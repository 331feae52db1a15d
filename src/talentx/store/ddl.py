"""The SQL that makes a store, for SQLite and for PostgreSQL, from one description of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from talentx.records.columns import Column, columns
from talentx.store.model import Dialect

APPLICATION_ID = 0x54414C58
"""TALX: by this an SQLite file says that it is a store."""

_TYPES: Mapping[Dialect, Mapping[str, str]] = {
    "sqlite": {"text": "TEXT", "integer": "INTEGER", "decimal": "TEXT"},
    "postgresql": {"text": 'TEXT COLLATE "C"', "integer": "BIGINT", "decimal": "NUMERIC"},
}
_WORDS = {"sqlite": "TEXT", "postgresql": "TSVECTOR"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `rules` are what holds of a column beside its type, `more` of the table."""

    name: str
    description: str
    columns: tuple[Column, ...]
    rules: Mapping[str, str] = field(default_factory=dict)
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A view and its query."""

    name: str
    description: str
    query: str


DOCUMENTS = Table(
    "documents",
    "Files that were read. A document whose file is no longer there is gone; its records stay.",
    (
        Column("id", "integer", False, "the document's key"),
        Column("path", "text", False, "where its file is, from the store's folder; in PostgreSQL in full"),
        Column("name", "text", False, "path of the file relative to the argument that named it, with /"),
        Column("content", "text", False, "digest of the file's bytes"),
        Column("published", "text", True, "the date it was given, EDTF"),
        Column("title", "text", True, "the title it was given"),
        Column("rules", "text", False, "digest of all that says how it was read: rules, gazetteer, talentx"),
        Column("gone", "integer", False, "1 where its file is no longer there, else 0"),
    ),
    {"id": "PRIMARY KEY", "path": "UNIQUE", "gone": 'CHECK ("gone" IN (0, 1))'},
)
ARTICLES = Table(
    "articles",
    "Pieces of reporting: a document, such as a page of a newspaper, may hold several.",
    (
        Column("id", "integer", False, "the article's key"),
        Column("document_id", "integer", False, "the document it stands in"),
        Column("ordinal", "integer", False, "its place in the document, from 1"),
        Column("title", "text", True, "its title"),
        Column("published", "text", True, "its date, EDTF"),
    ),
    {"id": "PRIMARY KEY", "document_id": "REFERENCES documents (id) ON DELETE CASCADE"},
    ("UNIQUE (document_id, ordinal)",),
)
RUNS = Table(
    "runs",
    "Every time articles were read into the store.",
    (
        Column("id", "integer", False, "the run's key"),
        Column("version", "text", False, "the version of talentx"),
        Column("rules", "text", False, "digest of all that says how it read"),
        Column("input", "text", False, "digest of the files it was given, with their dates and titles"),
        Column("read", "integer", False, "documents that were new or changed"),
        Column("unchanged", "integer", False, "documents that were not read again"),
        Column("gone", "integer", False, "documents that it found gone"),
        Column("failed", "integer", False, "documents that could not be read"),
        Column("records", "integer", False, "records in the documents that it read"),
        Column("finished", "integer", False, "1 where it came to its end, else 0"),
    ),
    {"id": "PRIMARY KEY", "finished": 'CHECK ("finished" IN (0, 1))'},
)
_ADDED = (
    Column("document_id", "integer", False, "the document it stands in"),
    Column("article_id", "integer", False, "the article it stands in"),
    Column("year", "integer", True, "the last year of its time, else the year it was published"),
    Column("key", "integer", False, "the record's key: two files of the same content share ids"),
)
_WORDS_SAY = "the words by which search finds it"
_NUMBERS = ("value", "low", "high")


def records_table() -> Table:
    """The table of records: the contract's columns in their order, then what ties it to its document."""
    rules = {
        "key": "PRIMARY KEY",
        "document_id": "REFERENCES documents (id) ON DELETE CASCADE",
        "article_id": "REFERENCES articles (id) ON DELETE CASCADE",
    }
    return Table("records", "Figures, each with all that is known of it.", (*columns(), *_ADDED), rules)


def tables() -> tuple[Table, ...]:
    """Every table, those that others refer to first."""
    return DOCUMENTS, ARTICLES, records_table(), RUNS


def views(dialect: Dialect) -> tuple[View, ...]:
    """Every view, those that others read first."""
    number = "value_real" if dialect == "sqlite" else "value"
    reals = [f"{name}_real" for name in _NUMBERS] if dialect == "sqlite" else []
    shown = [column.name for column in records_table().columns]
    chosen = ", ".join(f'records."{name}"' for name in (*shown, *reals))
    return (
        View(
            "current_records",
            "The records of documents that are still there.",
            f"SELECT {chosen}\nFROM records JOIN documents ON documents.id = records.document_id\n"
            "WHERE documents.gone = 0",
        ),
        View(
            "by_year",
            "What the current records say of an indicator in a place, year by year.",
            "SELECT indicator, place, year, unit, status, count(*) AS figures,\n"
            "  count(DISTINCT document_id) AS documents, "
            f"min({number}) AS least, max({number}) AS greatest\n"
            "FROM current_records WHERE indicator IS NOT NULL\n"
            "GROUP BY indicator, place, year, unit, status",
        ),
        View(
            "by_indicator",
            "How much the current records say of each indicator, and of which years.",
            "SELECT indicator, count(*) AS figures, count(DISTINCT document_id) AS documents,\n"
            "  count(DISTINCT place) AS places, min(year) AS first_year, max(year) AS last_year\n"
            "FROM current_records WHERE indicator IS NOT NULL\nGROUP BY indicator",
        ),
    )


def statements(dialect: Dialect) -> tuple[str, ...]:
    """The statements that make all tables, indexes and views, in their order, without a final semicolon.

    What each column holds is said in comments.
    """
    found = [_table(table, dialect) for table in tables()]
    found += [
        "CREATE INDEX records_of_document ON records (document_id, key)",
        "CREATE INDEX records_of_article ON records (article_id)",
        "CREATE INDEX records_of_id ON records (id)",
        "CREATE INDEX records_of_year ON records (indicator, year)",
    ]
    found += [f"CREATE VIEW {view.name} AS\n{view.query}" for view in views(dialect)]
    return (*found, *(_SEARCH_SQLITE if dialect == "sqlite" else _extra_postgresql()))


_INDEX_WORDS = "INSERT INTO records_fts (rowid, words) VALUES (new.key, new.words);"
_FORGET_WORDS = "INSERT INTO records_fts (records_fts, rowid, words) VALUES ('delete', old.key, old.words);"
_SEARCH_SQLITE = (
    'CREATE VIRTUAL TABLE records_fts USING fts5(words, content="records", content_rowid="key")',
    f"CREATE TRIGGER records_inserted AFTER INSERT ON records BEGIN\n  {_INDEX_WORDS}\nEND",
    f"CREATE TRIGGER records_deleted AFTER DELETE ON records BEGIN\n  {_FORGET_WORDS}\nEND",
    (
        "CREATE TRIGGER records_updated AFTER UPDATE OF key, words ON records BEGIN\n"
        f"  {_FORGET_WORDS}\n  {_INDEX_WORDS}\nEND"
    ),
)


def _extra_postgresql() -> Iterator[str]:
    yield "CREATE INDEX records_words ON records USING gin (words)"
    yield "CREATE TABLE talentx (store_version BIGINT NOT NULL)"
    for table in tables():
        yield f"COMMENT ON TABLE {table.name} IS {_quoted(table.description)}"
        for column in table.columns:
            yield f'COMMENT ON COLUMN {table.name}."{column.name}" IS {_quoted(column.description)}'
    yield f"COMMENT ON COLUMN records.words IS {_quoted(_WORDS_SAY)}"
    for view in views("postgresql"):
        yield f"COMMENT ON VIEW {view.name} IS {_quoted(view.description)}"


def _table(table: Table, dialect: Dialect) -> str:
    lines = [_line(column, table, dialect) for column in table.columns]
    if table.name == "records":
        lines += _of_records(dialect)
    lines += [(rule, "") for rule in table.more]
    body = "\n".join(
        f"  {line}{',' if number < len(lines) else ''}{f' -- {comment}' if comment else ''}"
        for number, (line, comment) in enumerate(lines, 1)
    )
    strict = " STRICT" if dialect == "sqlite" else ""
    return f"CREATE TABLE {table.name} ( -- {table.description}\n{body}\n){strict}"


def _line(column: Column, table: Table, dialect: Dialect) -> tuple[str, str]:
    """A column's definition, and the comment on it."""
    parts = [f'"{column.name}"', _TYPES[dialect][column.sort]]
    if column.name in table.rules:
        parts.append(table.rules[column.name])
    if not column.nullable:
        parts.insert(2, "NOT NULL")
    if column.words:
        parts.append(f'CHECK ("{column.name}" IN ({", ".join(map(_quoted, column.words))}))')
    if column.least is not None:
        parts.append(f'CHECK ("{column.name}" >= {column.least})')
    return " ".join(parts), column.description


def _of_records(dialect: Dialect) -> Iterator[tuple[str, str]]:
    """What the table of records holds beside its columns: words for search, and numbers to sort by."""
    yield f'"words" {_WORDS[dialect]} NOT NULL', _WORDS_SAY
    if dialect == "sqlite":
        for name in _NUMBERS:
            line = f'"{name}_real" REAL GENERATED ALWAYS AS (CAST("{name}" AS REAL)) VIRTUAL'
            yield line, f"{name}, rounded, to sort and draw by"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
