"""From paths to documents: which files, in which order, under which names, with which dates."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from talentx.errors import DocumentError
from talentx.reading import files
from talentx.reading.documents import Shelf, collect, standard_input
from talentx.reading.files import MAX_BYTES

HEADER = "file,published,title\n"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(shelf: Shelf) -> list[str]:
    return [found.name for found in shelf.files]


def dates(shelf: Shelf) -> dict[str, str | None]:
    return {found.name: shelf.read(found).published for found in shelf.files}


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    write(tmp_path, b_txt="1", a_md="2", A__z_TXT="3", c__d__e_txt="4", x_html="5", sources_csv=HEADER)
    write(tmp_path, _git__x_txt="6", _hidden_txt="7")
    shelf = collect([tmp_path])
    assert names(shelf) == ["A/z.TXT", "a.md", "b.txt", "c/d/e.txt"]
    assert shelf.problems == ()


def test_names_are_relative_to_the_argument_that_named_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a__b__c_txt="1")
    monkeypatch.chdir(tmp_path / "a")
    for argument, name in {
        ".": "b/c.txt",
        "b": "c.txt",
        "b/c.txt": "c.txt",
        "..": "a/b/c.txt",
        "./b/": "c.txt",
    }.items():
        assert names(collect([Path(argument)])) == [name]


def test_a_file_is_read_once_under_its_first_name(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt="1")
    (tmp_path / "a" / "link.txt").symlink_to(tmp_path / "a" / "b.txt")
    assert names(collect([tmp_path / "a" / "b.txt", tmp_path, tmp_path / "a"])) == ["b.txt"]


def test_a_document_carries_its_text_and_title(tmp_path: Path) -> None:
    write(tmp_path, a_txt="一\r\n二", sources_csv=f"{HEADER}a.txt,2024-09-28,“人才”，大会\n")
    shelf = collect([tmp_path])
    document = shelf.read(shelf.files[0])
    assert (document.name, document.published, document.title) == ("a.txt", "2024-09-28", "“人才”，大会")
    assert document.path == tmp_path / "a.txt"


def test_a_date_on_the_command_line_goes_before_the_table(tmp_path: Path) -> None:
    write(tmp_path, a_txt="1", sources_csv=f"{HEADER}a.txt,2024,\n")
    shelf = collect([tmp_path])
    assert shelf.read(shelf.files[0], "2020").published == "2020"


def test_a_nearer_table_goes_before_one_above_it(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt="1", a__c_txt="2", d_txt="3", a__sources_csv=f"{HEADER}b.txt,2021,\n")
    write(tmp_path, sources_csv=f"{HEADER}a/b.txt,2019,\na/c.txt,2018,\n")
    assert dates(collect([tmp_path])) == {"a/b.txt": "2021", "a/c.txt": "2018", "d.txt": None}


def test_a_table_above_the_named_folder_is_not_looked_for(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt="1", sources_csv=f"{HEADER}a/b.txt,2019,\n")
    assert dates(collect([tmp_path / "a"])) == {"b.txt": None}


def test_a_named_table_is_the_only_one(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt="1", a__sources_csv=f"{HEADER}b.txt,2021,\n", dates_csv=f"{HEADER}b.txt,,题\n")
    shelf = collect([tmp_path / "a"], tmp_path / "dates.csv")
    assert shelf.problems == ()
    assert shelf.read(shelf.files[0]).published is None
    assert shelf.read(shelf.files[0]).title == "题"


@pytest.mark.parametrize(
    "table",
    [
        b"\xef\xbb\xbf" + f"{HEADER}a.txt,2024,题\n".encode(),
        f"{HEADER}a.txt,2024,题\n".replace("\n", "\r\n").encode("gb18030"),
        "title,note,published,file\n题,x,2024,a.txt\n".encode(),
        f"{HEADER}\n a.txt , 2024 , 题 \n\n".encode(),
        f'{HEADER}a.txt,2024,"题"'.encode(),
    ],
)
def test_tables_as_people_save_them(tmp_path: Path, table: bytes) -> None:
    write(tmp_path, a_txt="1")
    (tmp_path / "sources.csv").write_bytes(table)
    shelf = collect([tmp_path])
    document = shelf.read(shelf.files[0])
    assert (shelf.problems, document.published, document.title) == ((), "2024", "题")


def test_lines_are_counted_through_cells_that_hold_line_breaks(tmp_path: Path) -> None:
    write(tmp_path, a_txt="1", sources_csv=f'{HEADER}a.txt,2024,"上\n下"\n\nb.txt,2024,\n')
    (problem,) = collect([tmp_path]).problems
    assert problem.where == f"{tmp_path}/sources.csv:5"


def test_the_good_rows_of_a_broken_table_hold(tmp_path: Path) -> None:
    write(tmp_path, a_txt="1", b_txt="2", sources_csv=f"{HEADER}a.txt,2024-9,\nb.txt,2023,\nc.txt,2022\n")
    shelf = collect([tmp_path])
    assert dates(shelf) == {"a.txt": None, "b.txt": "2023"}
    assert [problem.where for problem in shelf.problems] == [
        f"{tmp_path}/sources.csv:{line}" for line in (2, 4)
    ]


def test_a_file_too_large_to_be_an_article(tmp_path: Path) -> None:
    with (tmp_path / "disk.txt").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    shelf = collect([tmp_path])
    with pytest.raises(DocumentError, match="larger than 64 MiB"):
        shelf.read(shelf.files[0])


class Failing(io.BytesIO):
    """A stream that cannot be read."""

    def read(self, _size: int | None = -1) -> bytes:
        raise OSError(5, "Input/output error")


@pytest.mark.parametrize("data", ["引进300名\r\n", ""])
def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    shelf = standard_input()
    document = shelf.read(shelf.files[0], "2024")
    assert (document.name, document.text, document.published, document.title) == ("-", data, "2024", None)


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        (None, "standard input: it is closed"),
        (SimpleNamespace(buffer=Failing()), "standard input: cannot be read: Input/output error"),
        (SimpleNamespace(buffer=io.BytesIO(b"12345")), "standard input: larger than 0 MiB"),
        (SimpleNamespace(buffer=io.BytesIO(b"\xff\xfe3")), "standard input: no UTF-8 from byte 0 on"),
    ],
)
def test_standard_input_that_is_no_document(
    monkeypatch: pytest.MonkeyPatch, stdin: object, message: str
) -> None:
    monkeypatch.setattr("sys.stdin", stdin)
    monkeypatch.setattr(files, "MAX_BYTES", 4)
    shelf = standard_input()
    with pytest.raises(DocumentError, match=message):
        shelf.read(shelf.files[0])
