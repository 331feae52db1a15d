"""How long a store of many articles takes: filled, run again with nothing or a few changed, searched.

Run by `make bench-store`; the number of articles may be named.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRIPT = Path(sys.executable).with_name("talentx")
PLACES = ("杭州市", "宁波市", "温州市", "拱墅区", "西湖区", "滨江区", "萧山区", "上城区", "临安区", "余杭区")
CHANGED = 10


def article(number: int) -> str:
    """An article of a few sentences and figures, like no other."""
    place = PLACES[number % len(PLACES)]
    return (
        f"{place}人才工作简报第{number}期\n\n"
        f"今年以来，{place}引进各类人才{1000 + number}名，其中博士{10 + number % 90}名。\n"
        f"累计筹集人才公寓{200 + number % 700}套，发放补贴{3 + number % 40}万元。\n"
    )


def write(folder: Path, count: int) -> None:
    """The articles, a thousand in each folder."""
    for number in range(count):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.txt").write_text(article(number), encoding="utf-8")


def timed(what: str, *arguments: str | Path) -> None:
    """Run talentx and say how long it took, the start of Python included, and what it said."""
    before = time.perf_counter()
    done = subprocess.run([SCRIPT, *arguments], capture_output=True, encoding="utf-8", check=True)
    print(f"{what:34} {time.perf_counter() - before:8.2f} s   {done.stderr.strip()}", flush=True)


def main() -> None:
    """All of it, in a folder of its own."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        articles, store = Path(name, "articles"), Path(name, "talent.db")
        write(articles, count)
        fill = ("extract", articles, "--published", "2024-09", "--db", store)
        timed(f"{count} articles", *fill)
        timed("nothing changed", *fill)
        timed("nothing changed, again", *fill)
        for number in range(CHANGED):
            path = articles / "000" / f"{number:06}.txt"
            path.write_text(article(number + count), encoding="utf-8")
        timed(f"{CHANGED} changed", *fill)
        timed("search 人才公寓", "search", "人才公寓", "--db", store)
        timed("search 才公寓", "search", "才公寓", "--db", store)
        print(f"{'the store':34} {store.stat().st_size / 1e6:8.1f} MB")


if __name__ == "__main__":
    main()
