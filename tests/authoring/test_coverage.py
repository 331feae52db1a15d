"""What a pack makes of a corpus, and how that is told."""

from __future__ import annotations

import json
from pathlib import Path

from packs.making import WORDS, write_pack

from talentx.authoring.coverage import Coverage, coverage
from talentx.authoring.inventory import as_json, indicator_lines, pack_lines, rule_lines
from talentx.packs.book import Book, read_book
from talentx.packs.folders import folders
from talentx.pipeline import Extractor
from talentx.reading.documents import Document

FAMILY = """indicators:
  stock: {zh: 总量, en: stock, definition: how many there are, units: 个}
rules:
  - {id: thing, when: {figure: number}, then: {kind: count}, examples: ['[3个]']}
  - {id: stock, when: {noun: $talent}, then: {kind: talent, indicator: stock}, examples: ['专家[3个]']}
  - {id: late, when: {left: 要}, then: {status: target}, examples: ['要[3个]']}
  - id: page
    when: {left: 约定}
    then: {kind: count, leave_out: true}
    priority: 1
    examples: ['约定[3个]']
"""


def _both(folder: Path) -> tuple[Book, Coverage]:
    pack = write_pack(folder, FAMILY, words=WORDS)
    texts = ["来了专家3个。要请苹果4个。", "买了苹果5个、雨伞6个。约定7个。"]
    documents = [Document(f"{n}.txt", Path(f"{n}.txt"), text, None, None) for n, text in enumerate(texts)]
    return read_book(folders([pack])), coverage(Extractor([pack]), documents)


def test_every_rule_that_gives_something_is_counted(tmp_path: Path) -> None:
    _, found = _both(tmp_path)
    assert (found.documents, found.figures, found.records) == (2, 5, 4)
    assert found.rules == {"thing": 3, "stock": 1, "late": 1, "page": 1}
    assert found.indicators == {"stock": 1}
    assert found.without == {"count": 3}
    assert found.unclaimed == {"苹果": 2, "雨伞": 1}


def test_the_lines_tell_packs_rules_and_counts(tmp_path: Path) -> None:
    book, found = _both(tmp_path)
    assert next(pack_lines(book)).startswith("test 1 (")
    assert next(pack_lines(book)).endswith(": 4 rules, 4 examples, 4 word lists")
    lines = list(rule_lines(book, found))
    assert lines[0].split() == ["fired", "rule", "stage", "says", "where"]
    assert lines[1].split()[:4] == ["3", "thing", "decide", "kind=count"]
    assert lines[-5:] == [
        "2 documents, 5 figures, 4 records",
        "without indicator: count 3",
        "what they count, and where first:",
        "      2  苹果  0.txt:11",
        "      1  雨伞  1.txt:9",
    ]
    assert list(indicator_lines(book, None))[1].split()[:4] == ["stock", "总量", "stock", "个"]


def test_as_json_it_says_the_same(tmp_path: Path) -> None:
    book, found = _both(tmp_path)
    told = json.loads(as_json(book, found))
    assert [rule["id"] for rule in told["rules"]] == ["late", "page", "stock", "thing"]
    assert told["coverage"]["unclaimed"] == {"苹果": 2, "雨伞": 1}
    assert "coverage" not in json.loads(as_json(book, None))
