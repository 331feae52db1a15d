"""The articles of a page come one by one, as `extract` has them all."""

from __future__ import annotations

from talentx.pipeline import Extractor

PAGE = """# 湖滨区：引才见成效

全年引进博士300名。

# 山南区：住有所居

新建人才公寓20套，发放补贴50万元。

# 尾声

没有数字的一篇。
"""


def test_articles_have_their_titles_and_records_and_make_up_the_page() -> None:
    extractor = Extractor()
    found = list(extractor.articles(PAGE, document="a.txt", published="2024"))
    assert [(title, [record.raw for record in records]) for title, records in found] == [
        ("湖滨区：引才见成效", ["300名"]),
        ("山南区：住有所居", ["20套", "50万元"]),
        ("尾声", []),
    ]
    records = [record for _, each in found for record in each]
    assert records == extractor.extract(PAGE, document="a.txt", published="2024")
    assert [record.article for record in records] == [found[0][0], found[1][0], found[1][0]]


def test_a_page_without_a_title_is_one_article() -> None:
    extractor = Extractor()
    ((title, records),) = extractor.articles("引进博士300名。", document="a.txt", title="题")
    assert (title, len(records)) == ("题", 1)
    ((title, _),) = extractor.articles("引进博士300名。", document="a.txt")
    assert title is None
