"""Bytes to text: UTF-8 with or without byte order mark, UTF-16 with one, GB18030; anything else is refused.

Text is never changed: line ends stay as they are, and only the byte order mark is no part of it.
"""

from __future__ import annotations

import codecs

from talentx.errors import DocumentError

_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16-be"),
    (b"\x84\x31\x95\x33", "GB18030", "gb18030"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, DOCX or XLSX file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "an SQLite file"),
)
_SAVE = "save it as UTF-8"
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1b")
_MAX_CONTROLS = 0.02

# GB18030 reads nearly any bytes, those of Big5, Shift-JIS, EUC-KR and broken UTF-8 among them, as rare
# characters. The frequent ones make up over a quarter of Chinese prose and under 2% of such misreadings; the
# first level of GB 2312 makes up 98% of simplified Chinese, however short, and at most half of misreadings.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用到作地于出就分对成会可主发年工业高才万元市新月日這個國時來於對會發學們"
)
_MIN_FREQUENT = 0.05
_MIN_COMMON = 0.9
_LAST_COMMON_ROW = 0xD7


def decode(data: bytes, where: str) -> str:
    """The text of a file's bytes, its byte order mark left out.

    Raises DocumentError, naming `where`, for an empty file, a binary one and one in no known encoding.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise DocumentError(f"{name}, no text", where, "save its text as a .txt file in UTF-8")
    if data.startswith(_UTF32):
        raise DocumentError("UTF-32 is not read", where, _SAVE)
    text = _marked(data, where)
    if text is None:
        text = _unmarked(data, where)
    if not text.strip():
        raise DocumentError("the file is empty", where, "take it out, or put its text in")
    if sum(map(text.count, _CONTROLS)) > _MAX_CONTROLS * len(text):
        raise _binary(where)
    return text


def decode_utf8(data: bytes, where: str) -> str:
    """The text of bytes that are UTF-8, with or without byte order mark, an empty one too.

    Raises DocumentError, naming `where`, for any others.
    """
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DocumentError(f"no UTF-8 from byte {error.start} on", where, "convert it to UTF-8") from None


def _marked(data: bytes, where: str) -> str | None:
    """The text of bytes that start with a byte order mark, None where there is none."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                at = error.start + len(mark)
                raise DocumentError(f"marked as {name}, but is not from byte {at} on", where, _SAVE) from None
    return None


def _unmarked(data: bytes, where: str) -> str:
    if b"\0" in data:
        raise _binary(where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = None
    if text is None or not _is_chinese(text):
        raise DocumentError(f"in no known encoding (no UTF-8 from byte {at} on, no GB18030)", where, _SAVE)
    return text


def _is_chinese(text: str) -> bool:
    """Whether the Chinese characters of the text, where it has any, are no misreading."""
    han = [character for character in text if "\u3400" <= character <= "\u9fff" or character >= "\U00020000"]
    frequent = sum(character in _FREQUENT for character in han)
    return frequent >= _MIN_FREQUENT * len(han) or sum(map(_is_common, han)) >= _MIN_COMMON * len(han)


def _is_common(character: str) -> bool:
    """Whether the character is one of the 3755 of the first level of GB 2312."""
    code = character.encode("gb2312", "ignore")
    return code != b"" and code[0] <= _LAST_COMMON_ROW


def _binary(where: str) -> DocumentError:
    return DocumentError("a binary file, or UTF-16 without a byte order mark", where, _SAVE)
