"""`talentx rules`: what writers of rules work with."""

from __future__ import annotations

import typer

from talentx.cli.plain import PlainCommand, PlainGroup
from talentx.cli.rules.diff import diff
from talentx.cli.rules.lint import lint
from talentx.cli.rules.list import list_
from talentx.cli.rules.new import new
from talentx.cli.rules.schema import schema
from talentx.cli.rules.show import show
from talentx.cli.rules.test import test

group = typer.Typer(
    cls=PlainGroup,
    rich_markup_mode=None,
    add_completion=False,
    help="Write, test and understand rules.",
)
group.command("new", cls=PlainCommand)(new)
group.command("test", cls=PlainCommand)(test)
group.command("lint", cls=PlainCommand)(lint)
group.command("list", cls=PlainCommand)(list_)
group.command("show", cls=PlainCommand)(show)
group.command("diff", cls=PlainCommand)(diff)
group.command("schema", cls=PlainCommand)(schema)
