"""What Datasette shows of a store: what its tables and columns are, what to count by, and queries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from talentx.store.ddl import records_table, tables, views

NAME = "talent"
"""What Datasette calls the file talent.db."""

_COUNTED_BY = ("kind", "indicator", "place", "year", "status")
_SHOWN: Mapping[str, Mapping[str, Any]] = {
    "documents": {"label_column": "name"},
    "articles": {"label_column": "title"},
    "records": {"label_column": "raw", "facets": list(_COUNTED_BY)},
    "current_records": {"facets": list(_COUNTED_BY), "fts_table": "records_fts", "fts_pk": "key"},
    "by_year": {"facets": ["indicator", "place", "status"]},
    "by_indicator": {"sort_desc": "figures"},
    "runs": {"sort_desc": "id"},
}
"""What is said of a table or view beside its description: its label, its order, what to count by."""
_QUERIES: Mapping[str, Mapping[str, str]] = {
    "largest_sums": {
        "title": "The largest sums of money",
        "sql": "SELECT place, year, indicator, subject, value, bound, status, raw, sentence\n"
        "FROM current_records WHERE currency = 'CNY' ORDER BY value_real DESC LIMIT 100",
    },
    "promised": {
        "title": "What is promised",
        "sql": "SELECT published, place, indicator, item, coalesce(value, low || '–' || high) AS value,\n"
        "  unit, time, sentence\nFROM current_records WHERE status = 'target'\n"
        "ORDER BY published, place, document, start",
    },
    "sources": {
        "title": "The sentences behind an indicator",
        "sql": "SELECT place, time, raw, sentence, document, start\n"
        "FROM current_records WHERE indicator = :indicator ORDER BY place, year, document, start",
    },
}
"""Queries that Datasette offers, each with the fields of its form as `:name`."""


def metadata() -> dict[str, Any]:
    """The metadata that `datasette talent.db --metadata metadata.json` takes, of a store called talent.db."""
    described = {
        table.name: {
            "description": table.description,
            "columns": {column.name: column.description for column in table.columns},
        }
        for table in tables()
    }
    for view in views("sqlite"):
        described[view.name] = {"description": view.description}
    described["current_records"]["columns"] = {
        column.name: column.description for column in records_table().columns
    }
    for name, shown in _SHOWN.items():
        described[name].update(shown)
    return {"databases": {NAME: {"tables": described, "queries": dict(_QUERIES)}}}
