"""Lines of styled text for people, folded to the width of the terminal."""

from __future__ import annotations

from typing import TextIO

from rich.text import Text

from talentx.output.grid import console_of

_NARROWEST = 2


class Prose:
    """Prints text as it is. `width`: terminal cells, by default those of the terminal."""

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        self._console = console_of(stream, width)
        self._stream = stream
        self.width = self._console.width

    def say(self, text: Text, indent: int = 0, lead: str = "") -> None:
        """A text so far in, behind a lead that stands before its first line alone."""
        before = " " * indent + lead
        for line in text.wrap(self._console, max(self.width - len(before), _NARROWEST)):
            line.rstrip()
            self._put(Text(before).append_text(line))
            before = " " * len(before)

    def gap(self) -> None:
        """A blank line."""
        self._put(Text())

    def _put(self, line: Text) -> None:
        if self._console.is_terminal:
            self._console.print(line)
        else:  # without styles there is nothing for rich to do, which takes its time
            self._stream.write(f"{line.plain}\n")
