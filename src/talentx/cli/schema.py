"""`talentx schema`: what a record looks like, for the programs that read records."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

import typer

from talentx.cli import options
from talentx.cli.run import opened
from talentx.errors import UsageError

SchemaFormat = Literal["json-schema", "arrow", "sql", "frictionless", "datasette"]
Dialect = Literal["sqlite", "postgresql"]
_FORMATS: tuple[SchemaFormat, ...] = get_args(SchemaFormat)
_DIALECTS: tuple[Dialect, ...] = get_args(Dialect)


def schema(
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(_FORMATS),
            help="JSON Schema of a record, Arrow schema of Parquet, SQL of a store, table schema of CSV, "
            "metadata with which Datasette opens a store.",
        ),
    ] = "json-schema",
    dialect: Annotated[
        str | None, typer.Option(metavar="|".join(_DIALECTS), help="Of SQL. Default: sqlite.")
    ] = None,
    output: options.Output = None,
    debug: options.Debug = False,  # noqa: ARG001 - run() looks for it
) -> None:
    """Print the columns of a record as a schema."""
    chosen, target = options.one_of(format_, _FORMATS, "--format"), options.optional_path(output)
    if dialect is not None and chosen != "sql":
        raise UsageError(f"{chosen} has no dialects", "--dialect", "use it with --format sql")
    text = _text(chosen, options.one_of(dialect or "sqlite", _DIALECTS, "--dialect"))
    with opened(target) as stream:
        stream.write(text)


def _text(chosen: SchemaFormat, dialect: Dialect) -> str:
    if chosen == "arrow":
        from talentx.records.arrow import schema_text

        return schema_text()
    if chosen == "sql":
        from talentx.store.ddl import statements

        return "".join(f"{statement};\n\n" for statement in statements(dialect))
    import json

    return json.dumps(_in_json(chosen), ensure_ascii=False, indent=2) + "\n"


def _in_json(chosen: SchemaFormat) -> dict[str, Any]:
    if chosen == "datasette":
        from talentx.store.datasette import metadata

        return metadata()
    from talentx.records.jsonschema import json_schema, table_schema

    return json_schema() if chosen == "json-schema" else table_schema()
