"""The Python interface: what its arguments may be."""

from __future__ import annotations

from pathlib import Path

import pytest

import talentx
from talentx.errors import PackError, UsageError

TEXT = "全市引进博士300名。"


@pytest.mark.parametrize("published", ["bad", "", "2024-02-30", "2024/2025", "XXXX-05", "2024年5月"])
def test_a_date_that_is_none_is_refused_alike(published: str) -> None:
    said = []
    for function in (talentx.scan, talentx.extract):
        with pytest.raises(UsageError, match="is no date") as caught:
            function(TEXT, published=published)
        said.append(str(caught.value))
    assert said[0] == said[1]


def test_the_pack_that_comes_with_talentx_goes_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert talentx.extract(TEXT, rules="talent") == talentx.extract(TEXT)
    with pytest.raises(PackError, match="no rule pack here"):
        talentx.extract(TEXT, rules="other")
