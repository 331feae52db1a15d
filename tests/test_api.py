"""The Python interface: what its arguments may be."""

from __future__ import annotations

from pathlib import Path

import pytest

import talentx
from talentx.errors import PackError, RecordFileError, UsageError
from talentx.output.formats import Format, writer

TEXT = "全市引进博士300名。"


@pytest.mark.parametrize("published", ["bad", "", "2024-02-30", "2024/2025", "XXXX-05", "2024年5月"])
def test_a_date_that_is_none_is_refused_alike(published: str) -> None:
    said = []
    for function in (talentx.scan, talentx.extract):
        with pytest.raises(UsageError, match="is no date") as caught:
            function(TEXT, published=published)
        said.append(str(caught.value))
    assert said[0] == said[1]


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "tsv", "parquet", "sqlite"])
def test_records_read_back_as_they_were_extracted(tmp_path: Path, format_: Format) -> None:
    records = talentx.extract("2024年全市引进博士300名，发放补贴1.5亿元。", published="2024-09")
    path = tmp_path / f"r.{format_}"
    form = writer(format_)
    with path.open("wb") if form.binary else path.open("w", encoding="utf-8", newline="") as stream:
        form.write(records, stream)
    assert len(records) == 3
    assert talentx.read_records(path) == records
    assert talentx.read_records(str(path))[0].model_dump() == records[0].model_dump()


def test_records_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RecordFileError, match="no such file"):
        talentx.read_records(tmp_path / "r.json")


def test_the_pack_that_comes_with_talentx_goes_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert talentx.extract(TEXT, rules="talent") == talentx.extract(TEXT)
    with pytest.raises(PackError, match="no rule pack here"):
        talentx.extract(TEXT, rules="other")
