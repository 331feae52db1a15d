"""Characters that are layout or a copy's remains, not text: what a view never shows."""

from __future__ import annotations

import re
from html import unescape

from talentx.text.lines import HAN
from talentx.text.view import Edit

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_TONELESS = "ge|men|de|le|zhe|zi|ma|ba|ne"
_GLOSS = f"(?<=[{HAN}])[(（](?:[a-zü]{{0,3}}[{_TONED}][a-zü]{{0,3}}|{_TONELESS})[)）]"
"""A character's reading in pinyin, as some pages print it: 個(gè)."""

_ROWS = "p|br|div|tr|li|ul|ol|table|h[1-6]|P|BR|DIV|TR|LI|UL|OL|TABLE|H[1-6]"
_TAGS = "span|strong|b|i|u|em|font|a|img|td|th|sup|sub|center|SPAN|STRONG|B|I|U|EM|FONT|A|IMG|TD|TH"
_NOISE = re.compile(
    "(?P<line>\\r\\n?|[\\v\\f\\x85\\u2028\\u2029])"
    "|(?P<unseen>[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\u00ad\\ufe0e\\ufe0f\\x00]+)"
    "|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});)"
    f"|(?P<row></?(?:{_ROWS})(?:\\s[^<>\\n]{{0,200}})?/?>)"
    f"|(?P<tag></?(?:{_TAGS})(?:\\s[^<>\\n]{{0,200}})?/?>)"
    f"|(?P<gloss>{_GLOSS})"
)


def noise(text: str) -> list[Edit]:
    """The edits that take noise out of a source text, and show every line end as a newline."""
    return [(found.start(), found.end(), _shown(found)) for found in _NOISE.finditer(text)]


def _shown(found: re.Match[str]) -> str:
    if found["line"] or found["row"]:
        return "\n"
    if found["entity"]:
        return _decoded(found["entity"])
    return ""


def _decoded(entity: str) -> str:
    """The character an entity stands for; nothing for one that shows nothing or more than one character."""
    character = unescape(entity)
    if len(character) != 1 or character == "\ufffd" or _NOISE.fullmatch(character):
        return ""
    return character
