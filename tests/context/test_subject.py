from __future__ import annotations

import pytest

from talentx.context.subject import Subjects
from talentx.packs.location import default_pack
from talentx.packs.pack import Pack, load_pack
from talentx.text.articles import articles
from talentx.text.words import Segmenter


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(default_pack())


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("“雏鹰”计划实施以来，资助了30个团队。", "30个", "“雏鹰”计划"),
        ("江海人才基金规模10亿元。", "10亿元", "江海人才基金"),
        ("昨天，第二届江海人才创新创业大赛落幕。大赛收到项目500个。", "500个", "第二届江海人才创新创业大赛"),
        ("论坛在江海大学举行，来了200人。", "200人", None),
        ("去年引进博士20名。", "20名", None),
        ("滨海新材料研究院与江海大学合作，落地项目3个。", "3个", "江海大学"),
    ],
)
def test_subject(pack: Pack, text: str, figure: str, subject: str | None) -> None:
    start = text.index(figure)
    (article,) = articles("江海引才\n\n本报讯 " + text)
    shift = len("江海引才\n\n本报讯 ")
    whole = "江海引才\n\n本报讯 " + text
    cut = Segmenter(pack.lexicon.words()).cut
    found = Subjects(article, whole, pack.lexicon, cut).at(start + shift)
    assert (whole[slice(*found)] if found else None) == subject
