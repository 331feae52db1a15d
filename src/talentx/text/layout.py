"""The view of a source text: folded, without noise, its cut lines joined, its numbers closed up."""

from __future__ import annotations

from dataclasses import replace

from talentx.text.blanks import blanks
from talentx.text.breaks import Words, breaks
from talentx.text.fold import fold
from talentx.text.noise import noise
from talentx.text.view import View, edited, unedited


def view(source: str, words: Words | None = None) -> View:
    """The readable text of a source, every character tied to it.

    Line breaks stay as newlines where they part titles, captions, list items, cells and paragraphs;
    those inside a sentence are left out. With `words`, a dictionary word across a break counts as evidence.
    """
    shown = edited(unedited(source), noise(source))
    shown = replace(shown, text=fold(shown.text))
    shown = edited(shown, breaks(shown.text, words))
    shown = edited(shown, blanks(shown.text))
    return replace(shown, text=fold(shown.text))
