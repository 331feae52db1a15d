"""A view: the text that the pipeline reads, every character of it tied to the file.

The file's text is never rewritten. A view folds characters one to one (full width to half,
traditional to simplified) and leaves out those that only broke the line, and remembers for each
character where it stood, so that a span found in the view is a span of the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""A stretch `[start, end)` of a view's text and the one character to show for it, or none."""


@dataclass(frozen=True, slots=True)
class View:
    """A readable text over a source text.

    `starts[i]` and `ends[i]` are the half-open source span of view character `i`, in code points.
    """

    source: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the non-empty view span `[start, end)`."""
        return self.starts[start], self.ends[end - 1]

    def raw(self, start: int, end: int) -> str:
        """What the source prints for the view span `[start, end)`, layout included."""
        first, last = self.span(start, end)
        return self.source[first:last]

    def printed(self, start: int, end: int) -> str:
        """What the source prints for `[start, end)`, in its own script but without what broke the line."""
        pairs = zip(self.starts[start:end], self.ends[start:end], strict=True)
        return "".join(self.source[first:last] for first, last in pairs)


def unedited(source: str) -> View:
    """The view that shows the source as it is."""
    return View(source, source, range(len(source)), range(1, len(source) + 1))


def edited(view: View, edits: Iterable[Edit]) -> View:
    """The view with each edit's stretch left out or shown as one character; edits in text order, disjoint."""
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    done = 0
    for start, end, shown in edits:
        pieces += (view.text[done:start], shown)
        starts.extend(view.starts[done:start])
        ends.extend(view.ends[done:start])
        if shown:
            starts.append(view.starts[start])
            ends.append(view.ends[end - 1])
        done = end
    if not pieces:
        return view
    pieces.append(view.text[done:])
    starts.extend(view.starts[done:])
    ends.extend(view.ends[done:])
    return View(view.source, "".join(pieces), starts, ends)
