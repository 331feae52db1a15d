"""An HTML page that is whole in itself: no network, light and dark, articles with filters above them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TextIO

_BETWEEN = "\t"
"""Between the values of an article that has several of one name; the script splits at it."""


def write_page(title: str, body: Iterable[str], stream: TextIO) -> None:
    """A page of pieces of HTML, in which all that comes from a text is escaped already.

    Style and script stand in the page, and by its policy no other is run or loaded.
    """
    data = files("talentx.output").joinpath("data")
    frame, style, script = (
        data.joinpath(name).read_text(encoding="utf-8") for name in ("page.html", "page.css", "page.js")
    )
    parts = {
        "title": [escape(title)],
        "style": [style],
        "style-hash": [_hash(style)],
        "script": [script],
        "script-hash": [_hash(script)],
        "body": body,
    }
    stream.writelines(filled(frame, parts))


def filled(frame: str, parts: Mapping[str, Iterable[str]]) -> Iterable[str]:
    """A frame piece by piece, the parts where their names stand as comments."""
    head, *rest = frame.split("<!--")
    yield head
    for piece in rest:
        name, _, following = piece.partition("-->")
        yield from parts[name.strip()]
        yield following


def choice(name: str, values: Iterable[str]) -> str:
    """The filter of articles by a name: one of the values that they have under it."""
    options = "".join(f'<option value="{escape(value)}">{escape(value)}</option>' for value in values)
    return f'<label>{name} <select data-by="{name}"><option value="">all</option>{options}</select></label>'


def filed(values: Mapping[str, Iterable[str]]) -> str:
    """The attributes by which an article is found, by the name of the filter."""
    return "".join(f' data-{name}="{escape(_BETWEEN.join(found))}"' for name, found in values.items())


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
