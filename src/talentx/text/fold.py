"""One-to-one folds: full width to half width, traditional characters to simplified.

The character table is `data/simplified.tsv`, a pair a line; its source is in NOTICE.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_KEPT = "！（），：；？～｛｝［］"
"""Full-width forms that are Chinese punctuation, not wide ASCII."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_GROUPED = re.compile("，(?<=[0-9]，)(?=[0-9])")


def fold(text: str) -> str:
    """The text in half width and simplified characters, of the same length; folding twice changes nothing.

    ， between two digits is a decimal comma (1，100); every other Chinese punctuation mark stays.
    """
    if text.isascii():
        return text
    table = _table()
    # A text has few different characters; a replacement each is much faster than a look-up for every one.
    for character in sorted(set(_foldable().findall(text))):
        text = text.replace(character, table[character])
    return _GROUPED.sub(",", text) if "，" in text else text


def variants(character: str) -> str:
    """All characters that fold to this one, which is folded itself: itself first, the others in order."""
    return character + _unfolded().get(character, "")


@cache
def _unfolded() -> dict[str, str]:
    """The characters that fold to another one, by that one."""
    found: dict[str, str] = {}
    for wide, narrow in sorted(_table().items()):
        found[narrow] = found.get(narrow, "") + wide
    return found


@cache
def _foldable() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_table())}]")


@cache
def _table() -> dict[str, str]:
    pairs = Path(__file__).with_name("data").joinpath("simplified.tsv").read_text(encoding="utf-8")
    table = {line[0]: line[2] for line in pairs.splitlines()}
    table.update({wide: narrow for wide, narrow in _WIDE.items() if wide not in _KEPT})
    table.update(dict.fromkeys(_SPACES, " "))
    return table
