"""What stands around a figure: its noun and phrase, its verbs, its cue."""

from __future__ import annotations

import pytest

from talentx.figures.scan import read
from talentx.meaning.frame import Frame, frames
from talentx.meaning.scene import Passage, Setting
from talentx.packs.location import default_pack
from talentx.packs.pack import Pack, load_pack
from talentx.text.sentences import clauses
from talentx.text.words import Segmenter


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(default_pack())


@pytest.fixture(scope="module")
def segmenter(pack: Pack) -> Segmenter:
    return Segmenter(pack.lexicon.words())


def _frames(pack: Pack, segmenter: Segmenter, text: str, published: str | None = None) -> list[Frame]:
    passage = Passage(tuple(clauses(text, 0, len(text))), tuple(read(text, published=published)))
    return frames(text, [passage], Setting(published=published), segmenter.cut, pack.lexicon)[0]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("会上来了十位专家。", ["专家"]),
        ("全市人才总量达到30万人。", ["人才"]),
        ("新建人才公寓500套，引进博士40名。", ["人才公寓", "博士"]),
        ("分别给予80万元、50万元、30万元安家费。", ["安家费"] * 3),
        ("引入外国专家3批18人。", ["外国专家"] * 2),
        ("有12家落户园区的企业获得融资。", ["企业"]),
        ("来了20位来自各地的工程师。", ["工程师"]),
        ("累计服务企业和机构90家。", ["机构"]),
        ("人才总量首次突破30万人。", ["人才", "人才"]),
        ("专家首度来访，有企业12家。", ["专家", "企业"]),
    ],
)
def test_noun(pack: Pack, segmenter: Segmenter, text: str, nouns: list[str]) -> None:
    assert [f.noun.word for f in _frames(pack, segmenter, text) if f.noun] == nouns


def test_coordinated_nouns_lend_their_classes(pack: Pack, segmenter: Segmenter) -> None:
    (frame,) = _frames(pack, segmenter, "累计服务企业和机构90家。")
    assert frame.noun is not None
    assert {"firm", "org"} <= frame.noun.classes


def test_the_phrase_is_the_thing_counted(pack: Pack, segmenter: Segmenter) -> None:
    (frame,) = _frames(pack, segmenter, "今年认定了9个国际人才项目。")
    assert frame.item == "国际人才项目"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("全市将引进博士300名。", "将"),
        ("去年引进博士300名，今年将引进400名。", "去年"),
        ("大会将3位专家请上台。", None),
        ("“雏鹰计划”已扶持80人。", "已"),
        ("300名博士将陆续到岗。", "将"),
    ],
)
def test_cue(pack: Pack, segmenter: Segmenter, text: str, cue: str | None) -> None:
    found = _frames(pack, segmenter, text)[0].cue
    assert (found.word if found else None) == cue


def test_a_later_date_is_a_cue(pack: Pack, segmenter: Segmenter) -> None:
    text = "到2030年，人才总量50万人。"
    ahead = _frames(pack, segmenter, text, published="2024-05")[-1].cue
    assert ahead is not None
    assert "ahead" in ahead.classes
    assert _frames(pack, segmenter, text, published="2031-05")[-1].cue is None


def test_a_plan_goes_on_through_its_paragraph(pack: Pack, segmenter: Segmenter) -> None:
    first, second = "今年力争引进博士300名。", "新建公寓500套。"
    text = first + second
    figures = read(text)
    cut = len(first)
    passages = [
        Passage(tuple(clauses(text, 0, cut)), tuple(f for f in figures if f.end <= cut)),
        Passage(tuple(clauses(text, cut, len(text))), tuple(f for f in figures if f.start >= cut)),
    ]
    found, _ = frames(text, passages, Setting(), segmenter.cut, pack.lexicon)
    assert [f.cue.word for f in found if f.cue] == ["力争", "力争"]
