"""`talentx extract` as a user meets it: what comes on stdout, what on stderr, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from pyarrow import parquet

from .conftest import SCRIPT, Run, environment, on_a_terminal


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "2024").mkdir(parents=True)
    (folder / "b.txt").write_text("引进人才300名。", encoding="utf-8")
    (folder / "a.md").write_text("共有12家企业。", encoding="utf-8")
    (folder / "2024" / "c.txt").write_text("奖励50万元。", encoding="utf-8")
    (folder / "notes.docx").write_bytes(b"PK\x03\x04 99")
    (folder / ".hidden.txt").write_text("77", encoding="utf-8")
    return folder


def documents(stdout: str) -> list[str]:
    return [record["document"] for record in json.loads(stdout)]


def test_a_pipe_gets_one_json_array(talentx: Run, articles: Path) -> None:
    done = talentx("extract", articles)
    assert (done.returncode, done.stderr) == (0, "")
    assert [(r["document"], r["value"], r["raw"]) for r in json.loads(done.stdout)] == [
        ("2024/c.txt", 50, "50"),
        ("a.md", 12, "12"),
        ("b.txt", 300, "300"),
    ]


def test_files_and_folders_keep_the_order_of_the_arguments_and_come_once(
    talentx: Run, articles: Path
) -> None:
    done = talentx("extract", articles / "b.txt", articles, "articles/b.txt")
    assert documents(done.stdout) == ["b.txt", "2024/c.txt", "a.md"]


def test_a_named_file_is_read_whatever_its_suffix(talentx: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.html").write_text("共100项", encoding="utf-8")
    assert documents(talentx("extract", "notice.html").stdout) == ["notice.html"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_known_encoding_gives_the_same_records(talentx: Run, tmp_path: Path, encoding: str) -> None:
    text = "去年全市新增的高层次人才有500名，\r\n在本地的重点企业工作。"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (record,) = json.loads(talentx("extract", "a.txt").stdout)
    assert text[record["start"] : record["end"]] == record["raw"] == "500"
    assert record["sentence"] == text


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv", "tsv"])
def test_every_format(talentx: Run, articles: Path, format_: str) -> None:
    done = talentx("extract", articles, "--format", format_)
    assert done.returncode == 0
    assert "300" in done.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.json", "[\n{"),
        ("r.jsonl", '{"id"'),
        ("r.csv", '"id","document"'),
        ("r.tsv", "id\tdocument"),
        ("r.txt", "2024/c"),
    ],
)
def test_the_suffix_of_the_output_names_the_format(
    talentx: Run, articles: Path, tmp_path: Path, name: str, start: str
) -> None:
    done = talentx("extract", articles, "-o", name)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(("name", "head"), [("r.csv", b'"id","document",'), ("r.tsv", b"id\tdocument\t")])
def test_cells_for_excel(talentx: Run, articles: Path, tmp_path: Path, name: str, head: bytes) -> None:
    talentx("extract", articles, "-o", name, "--bom")
    assert (tmp_path / name).read_bytes().startswith(b"\xef\xbb\xbf" + head)


def test_no_byte_order_mark_for_others(talentx: Run, articles: Path) -> None:
    done = talentx("extract", articles, "--format", "parquet", "--bom")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "talentx: --bom: parquet has no byte order mark; use it with --format csv or tsv\n"


def test_parquet_to_a_file_and_to_a_pipe(talentx: Run, articles: Path, tmp_path: Path) -> None:
    done = talentx("extract", articles, "-o", "r.parquet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    table = parquet.read_table(tmp_path / "r.parquet")
    assert [(row["document"], row["value"]) for row in table.to_pylist()] == [
        ("2024/c.txt", 50),
        ("a.md", 12),
        ("b.txt", 300),
    ]
    command = f"'{SCRIPT}' extract articles --format parquet | cat > piped.parquet"
    subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment(), check=True, timeout=60)
    assert (tmp_path / "piped.parquet").read_bytes() == (tmp_path / "r.parquet").read_bytes()


def test_a_terminal_gets_no_parquet(articles: Path, tmp_path: Path) -> None:
    shown, status = on_a_terminal([str(SCRIPT), "extract", "articles", "--format", "parquet"], tmp_path)
    assert (status, shown.count("\n")) == (2, 1)
    assert "a terminal cannot show this format; redirect it, or name a file with -o" in shown


def test_parquet_without_its_package(talentx: Run, articles: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "pyarrow.py"
    missing.parent.mkdir()
    missing.write_text(
        "raise ModuleNotFoundError('No module named pyarrow', name='pyarrow')", encoding="utf-8"
    )
    env = {"PYTHONPATH": f"{environment()['PYTHONPATH']}{os.pathsep}{missing.parent}"}
    done = talentx("extract", articles, "-o", "r.parquet", env=env)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "talentx: Parquet and Arrow need pyarrow; pip install 'talentx[parquet]'\n"
    assert not (tmp_path / "r.parquet").exists()


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK", "en_US.UTF-8"])
def test_output_is_utf8_in_every_locale(talentx: Run, articles: Path, locale: str) -> None:
    env = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk", "PYTHONCOERCECLOCALE": "0"}
    assert talentx("extract", articles, env=env).stdout == talentx("extract", articles).stdout


def test_published_holds_for_every_article(talentx: Run, articles: Path) -> None:
    (articles / "sources.csv").write_text("file,published,title\nb.txt,2020,旧闻\n", encoding="utf-8")
    records = json.loads(talentx("extract", articles, "--published", "2024-09").stdout)
    assert {r["published"] for r in records} == {"2024-09"}
    assert [r["article"] for r in records] == [None, None, "旧闻"]


def test_sources_beside_the_articles_are_read_and_never_an_article(talentx: Run, articles: Path) -> None:
    (articles / "sources.csv").write_text("file,published,title\nb.txt,2020-05,题\n", encoding="utf-8")
    done = talentx("extract", articles / "b.txt", articles / "sources.csv")
    (record,) = json.loads(done.stdout)
    assert (done.returncode, record["published"], record["article"]) == (0, "2020-05", "题")


def test_sources_named_elsewhere(talentx: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_text(
        "file,published,title\nb.txt,2021,\n2024/c.txt,2024,\n", encoding="utf-8"
    )
    done = talentx("extract", articles, "--sources", "dates.csv")
    assert [r["published"] for r in json.loads(done.stdout)] == ["2024", None, "2021"]
    assert done.returncode == 0


def test_no_figures_is_an_empty_array(talentx: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("没有数字。", encoding="utf-8")
    assert talentx("extract", "a.txt").stdout == "[]\n"


def test_the_pack_that_comes_with_talentx_goes_by_its_name(talentx: Run, articles: Path) -> None:
    own = articles / "own"
    own.mkdir()
    done = talentx("extract", articles / "b.txt", "--rules", "talent", "--rules", own)
    assert (done.returncode, documents(done.stdout)) == (0, ["b.txt"])


def test_help_names_every_option(talentx: Run) -> None:
    shown = talentx("extract", "--help").stdout
    for option in ("--format", "-o", "--published", "--sources", "--rules", "--bom", "--quiet", "--debug"):
        assert option in shown


def test_version(talentx: Run) -> None:
    import talentx as package

    assert talentx("--version").stdout == f"talentx {package.__version__}\n"
