"""The segmenter: jieba's words, and nothing else of jieba."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentx.text.lexicon import TOTAL, Lexicon
from talentx.text.words import Segmenter

WORDS = Segmenter()


def texts(segmenter: Segmenter, text: str) -> list[str]:
    return [word.text for word in segmenter.cut(text)]


def test_words_of_the_dictionary() -> None:
    assert texts(WORDS, "引进海外留学人员和工程师") == ["引进", "海外", "留学人员", "和", "工程师"]


def test_words_of_ones_own_stay_whole() -> None:
    plain = texts(WORDS, "发放共有产权住房补贴")
    own = texts(Segmenter(["共有产权住房", "補貼"]), "发放共有产权住房补贴")
    assert "共有产权住房" not in plain
    assert own == ["发放", "共有产权住房", "补贴"]


def test_a_word_across_a_border() -> None:
    assert WORDS.joins("服务青年人", "才当先")
    assert not WORDS.joins("服务青年人才", "当先")


@given(st.text() | st.text("杭州市引进博士后工作站5个.abc\n", max_size=40))
def test_words_cover_the_text(text: str) -> None:
    words = WORDS.cut(text)
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)


@given(st.text("人才工程师大学生引进高层次新区杭州市的和在中国际", max_size=30))
def test_the_cut_does_not_depend_on_what_was_cut_before(text: str) -> None:
    assert texts(Segmenter(), text) == texts(WORDS, text)


def test_cuts_are_those_of_jieba(tmp_path: Path) -> None:
    script = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "import jieba, sys\n"
        f"jieba.dt.tmp_dir = {str(tmp_path)!r}; jieba.setLogLevel(60)\n"
        "print('|'.join(jieba.cut(sys.argv[1], HMM=False)))"
    )
    text = "全市新增高层次人才和博士后工作站，人才公寓租金打折，研究生命科学的年轻人乘势而上"
    found = subprocess.run([sys.executable, "-c", script, text], capture_output=True, text=True, check=True)
    assert found.stdout.strip().split("|") == texts(WORDS, text)


def test_the_total_is_that_of_the_dictionary() -> None:
    import jieba

    with jieba.Tokenizer().get_dict_file() as file:
        assert sum(int(line.split()[1]) for line in file) == TOTAL


def test_a_lexicon_enters_only_what_a_text_can_contain() -> None:
    lexicon = Lexicon("人才 100 n\n人 50 n\n人才市场 5 n\n市场 80 n\n大学 70 n")
    lexicon.admit("人才")
    assert lexicon.frequencies == {"人": 50, "人才": 100, "人才市": 0, "人才市场": 5}


@pytest.mark.parametrize("flags", [[], ["-W", "error"]])
def test_a_first_cut_is_silent_and_leaves_no_file(flags: list[str], tmp_path: Path) -> None:
    script = (
        "import sys, warnings\n"
        "before = list(warnings.filters)\n"
        "from talentx.text.words import Segmenter\n"
        "segmenter = Segmenter()\n"
        "assert 'jieba' not in sys.modules\n"
        "segmenter.cut('引进人才')\n"
        "assert 'pkg_resources' not in sys.modules\n"
        "assert warnings.filters == before"
    )
    found = subprocess.run(
        [sys.executable, *flags, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"TMPDIR": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    assert found.stdout == found.stderr == ""
    assert list(tmp_path.iterdir()) == []
