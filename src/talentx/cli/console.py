"""What a command says on stderr, and how it opens stdout for data."""

from __future__ import annotations

import sys
from typing import BinaryIO, TextIO

from talentx.errors import OutputError, UsageError

_CLEAR = "\r\x1b[K"


def complain(message: str) -> None:
    """One line about what went wrong; nothing where stderr is closed."""
    if sys.stderr is None:
        return
    line = " ".join(message.splitlines())
    sys.stderr.write(f"{_CLEAR if sys.stderr.isatty() else ''}talentx: {line}\n")


def say(message: str) -> None:
    """One line about what was done."""
    complain(message)


def unforeseen(error: Exception) -> str:
    """What to say of an error that is talentx's own fault."""
    return f"a fault of its own ({type(error).__name__}: {error}); please report it, with what --debug shows"


class Progress:
    """How far a command is, on one line that replaces itself; silent where nobody watches."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._shown = total > 1 and not quiet and sys.stderr is not None and sys.stderr.isatty()

    def step(self, number: int, name: str) -> None:
        """Show that document `number`, counted from 1, is being read."""
        if self._shown:
            sys.stderr.write(f"{_CLEAR}[{number}/{self._total}] {name[:60]}")
            sys.stderr.flush()

    def done(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def data_stdout() -> TextIO:
    """Stdout for data: UTF-8 and line ends as written, in every locale; a terminal keeps its encoding.

    Raises OutputError where it is closed.
    """
    stdout = _stdout()
    reconfigure = getattr(stdout, "reconfigure", None)
    if reconfigure is not None:
        if stdout.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="strict", newline="")
    return stdout


def binary_stdout() -> BinaryIO:
    """Stdout for bytes. Raises OutputError where it is closed, UsageError where it is a terminal."""
    stdout = _stdout()
    if stdout.isatty():
        raise UsageError(
            "a terminal cannot show this format", "standard output", "redirect it, or name a file with -o"
        )
    return stdout.buffer


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise OutputError("it is closed", "standard output", "redirect it, or name a file with -o")
    return sys.stdout
