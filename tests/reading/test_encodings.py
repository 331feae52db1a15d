"""Bytes to text: every known encoding gives the same text, everything else is refused with a reason."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.errors import DocumentError
from talentx.reading.encodings import decode

TEXT = "去年新增的高层次人才有１２００名，\r\n其中𠮷田等3人来自海外👩‍🔬。\n\n"
TRADITIONAL = "本港去年新增的人才有一千二百名，\r\n當中三成來自海外，較前年增加。\n"
ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 marked": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16-le marked": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16-be marked": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "gb18030": TEXT.encode("gb18030"),
    "gb18030 marked": "\ufeff".encode("gb18030") + TEXT.encode("gb18030"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_known_encodings(name: str) -> None:
    assert decode(ENCODED[name], "a.txt") == TEXT


def test_traditional_script_in_gb18030() -> None:
    assert decode(TRADITIONAL.encode("gb18030"), "a.txt") == TRADITIONAL


@pytest.mark.parametrize("text", ["萧山", "滨江区租房补贴", "5亿", "高校毕业生"])
def test_a_few_words_in_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030"), "a.txt") == text


@pytest.mark.parametrize("codec", ["big5", "shift_jis"])
@pytest.mark.parametrize("text", [TRADITIONAL, "本港去年新增的人才"])
def test_other_encodings_are_not_misread(codec: str, text: str) -> None:
    with pytest.raises(DocumentError, match=r"a\.txt: in no known encoding .*; save it as UTF-8"):
        decode(text.encode(codec, "ignore"), "a.txt")


def test_a_mark_in_mid_text_stays() -> None:
    assert decode("前\ufeff后".encode(), "a.txt") == "前\ufeff后"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_nothing_is_changed(text: str) -> None:
    wanted = text.removeprefix("\ufeff")
    if wanted.strip():
        assert decode(text.encode(), "a.txt") == wanted


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_document_error(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        assert decode(data, "a.txt").strip()
