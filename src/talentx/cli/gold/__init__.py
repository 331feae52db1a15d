"""`talentx gold`: gold to the tools it is corrected in by hand, and back; one command a file."""

from __future__ import annotations

import typer

from talentx.cli.gold.check import check
from talentx.cli.gold.config import config
from talentx.cli.gold.export import export
from talentx.cli.gold.import_ import import_
from talentx.cli.plain import PlainCommand, PlainGroup

app = typer.Typer(
    cls=PlainGroup, rich_markup_mode=None, help="Gold: check it, and correct it in Label Studio or doccano."
)
app.command(cls=PlainCommand)(export)
app.command("import", cls=PlainCommand)(import_)
app.command(cls=PlainCommand)(config)
app.command(cls=PlainCommand)(check)
