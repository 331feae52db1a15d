"""The app that the commands belong to, and what becomes of their errors."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from talentx import __version__
from talentx.cli import gold
from talentx.cli.check import check
from talentx.cli.console import complain, unforeseen
from talentx.cli.diff import diff
from talentx.cli.eval import eval_
from talentx.cli.explain import explain
from talentx.cli.extract import extract
from talentx.cli.plain import PlainCommand, PlainGroup
from talentx.cli.rules import group as rules
from talentx.cli.scan import scan
from talentx.cli.schema import schema
from talentx.cli.search import search
from talentx.cli.series import series
from talentx.errors import OutputError, TalentxError

FAILED = 1
INTERRUPTED = 130
TERMINATED = 143
MOST_TOLD = 20
"""How many further errors of a rule pack are told."""

app = typer.Typer(cls=PlainGroup, rich_markup_mode=None, add_completion=False)
app.command(cls=PlainCommand)(extract)
app.command(cls=PlainCommand)(scan)
app.command(cls=PlainCommand)(search)
app.command(cls=PlainCommand)(explain)
app.command(cls=PlainCommand)(schema)
app.command(cls=PlainCommand)(series)
app.command(cls=PlainCommand)(check)
app.command(cls=PlainCommand)(diff)
app.command("eval", cls=PlainCommand)(eval_)
app.add_typer(rules, name="rules")
app.add_typer(gold.app, name="gold")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"talentx {__version__}")
        raise typer.Exit


@app.callback()
def talentx(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and leave.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Turn every figure of Chinese articles about talent policy into a validated record."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status; an error is one line on stderr, never a traceback."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that temporary files are cleared away
    try:
        return _invoke(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader went away: | head
        return 0
    except Exception as error:
        if "--debug" in arguments:
            raise
        _complain_of(error)
        return error.exit_code if isinstance(error, TalentxError) else FAILED
    finally:
        _settle_stdout()


def _complain_of(error: Exception) -> None:
    if not isinstance(error, TalentxError):
        complain(unforeseen(error))
        return
    complain(str(error))
    others = getattr(error, "others", ())
    for other in others[:MOST_TOLD]:
        complain(str(other))
    if len(others) > MOST_TOLD:
        complain(f"and {len(others) - MOST_TOLD} more")


def _invoke(arguments: Sequence[str]) -> int:
    command = typer.main.get_command(app)
    try:
        with command.make_context("talentx", list(arguments)) as context:
            command.invoke(context)
        _flush()
    except typer.Exit as leave:
        _flush()
        return leave.exit_code
    except typer.TyperException as error:
        message = error.format_message().rstrip(".")
        failed = getattr(error, "ctx", None)
        complain(f"{message}; see {failed.command_path if failed is not None else 'talentx'} --help")
        return error.exit_code
    return 0


def _flush() -> None:
    if sys.stdout is None:  # closed from the start
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", "standard output") from None


def _settle_stdout() -> None:
    """Drop what stdout holds and cannot write, so that the interpreter says nothing about it at its end."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
