"""Tables as plain text has them: rows on a line each, or flattened to one cell a line.

A flattened table shows by the rhythm of its cells: after as many heads as it has columns, each column
holds values (numbers, ranges, dashes) throughout or words throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentx.text.cells import is_value, is_year
from talentx.text.lines import Line, ends_sentence, is_byline, is_furniture, is_rule
from talentx.text.structure import Cell, Sentence

_UNIT_LINE = re.compile(
    "(?:^|[（(])(?:金额|计量|计价|货币)?单位[：: ] ?([^，。（）()]{1,8})(?:，[^。（）()]{0,12})?[）)]?[：:]?$"
)
_UNIT_HEAD = re.compile("(?:计量)?单位")
_UNIT_CELL = re.compile("[十百千万亿]{0,2}(?:美?元|人次?|名|个|家|项|件|户|所|套|位|平方米|%|天|年|亩|人年)")
_OWN_UNIT = re.compile("单位|[（(][十百千万亿]{0,2}(?:美?元|人次?|名|个|家|项|件|户|%)[）)]$")
_MEASURED = re.compile(
    "[（(](?:单位[：:])?(?:[十百千万亿]{1,2}|[十百千万亿]{0,2}(?:[美欧港]?元|人次?|名|个|家|项|件|户|套|%))[）)]$"
)
_COUNTED = re.compile("(?:名额|[人个户家项件岗次]数|数量?|计划|人员|面积|序号|占比|比[例重]|增[长幅速]%?|%)$")
_MONEY = re.compile("元$")
_PARTED = re.compile("[ \t|]")
_WIDEST = 12
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class _Field:
    start: int
    end: int
    text: str


Grid = list[list[_Field]]


def is_row(line: str) -> bool:
    """Whether a line is a row of a table by itself: tabs, pipes, or aligned columns with values."""
    if not _PARTED.search(line):
        return False
    if "\t" in line or line.count("|") >= 2:
        return True
    fields = re.split(" {2,}", line.strip())
    if len(fields) >= 3 and any(map(is_value, fields)):
        return True
    fields = line.split()
    return len(fields) >= 3 and is_value(fields[-1]) and sum(map(is_value, fields)) >= max(2, len(fields) - 2)


def tables(found: Sequence[Line]) -> dict[int, tuple[Sentence, ...]]:
    """The sentences of each line that is part of a table, by the line's index.

    Values and row heads have role `cell`, column heads role `head`. A unit printed above the table
    (单位：万元) is added to the heads of its columns, in brackets.
    """
    marked: dict[int, tuple[Sentence, ...]] = {}
    place = rows_end = run_end = 0
    while place < len(found):
        taken: list[tuple[int, Sentence]] = []
        if place >= rows_end:
            rows_end = _rows_end(found, place)
            taken = _printed(found, place, rows_end)
        if not taken and place >= run_end:
            run_end = _run_end(found, place)
            taken = _flattened(found, place, run_end)
        if not taken:
            taken = _single(found, place)
        for index, sentence in taken:
            marked[index] = (*marked.get(index, ()), sentence)
        place = max((index for index, _ in taken), default=place) + 1
        if taken:
            rows_end = run_end = place
    return marked


def _rows_end(found: Sequence[Line], place: int) -> int:
    """Where the lines from `place` on stop being rows of one table; `place` if it is no row."""
    width = 0
    end = place
    while end < len(found):
        if not is_rule(found[end].text):
            fields = _fields(found[end], width)
            if not fields:
                break
            width = width or len(fields)
        end += 1
    return end


def _printed(found: Sequence[Line], place: int, end: int) -> list[tuple[int, Sentence]]:
    """The table whose rows are the lines `[place, end)`, if they are one: two rows or more, with values."""
    rows: Grid = []
    index_of: dict[int, int] = {}
    for index in range(place, end):
        if not is_rule(found[index].text):
            rows.append(_fields(found[index], len(rows[0]) if rows else 0))
            index_of.update((field.start, index) for field in rows[-1])
    if len(rows) < 2 or not any(is_row(line.text) or "|" in line.text for line in found[place:end]):
        return []
    if not any(is_value(field.text) for row in rows[1:] for field in row):
        return []
    headed = not any(is_value(field.text) for field in rows[0])
    head, body = (rows[0], rows[1:]) if headed else ([], rows)
    unit = _unit_above(found, place)
    return [(index_of[sentence.start], sentence) for sentence in _sentences(head, body, unit)]


def _fields(line: Line, width: int) -> list[_Field]:
    """The fields of a line as a row of a table `width` wide (0: as its first row); none if it cannot be."""
    if not _PARTED.search(line.text):
        return []
    if "\t" in line.text:
        pattern = "[^\t]+"
    elif "|" in line.text:
        pattern = "[^|]+"
    elif re.search("[^ ] {2,}[^ ]", line.text):
        pattern = "[^ ]+(?: [^ ]+)*"
    else:
        pattern = "[^ ]+"
    fields = []
    for piece in re.finditer(pattern, line.text):
        bare = piece[0].strip()
        if bare:
            start = line.start + piece.start() + len(piece[0]) - len(piece[0].lstrip())
            fields.append(_Field(start, start + len(bare), bare))
    fits = len(fields) >= 2 and (not width or abs(len(fields) - width) <= 1)
    piped = "|" in line.text and all(len(field.text) <= _LONGEST for field in fields)
    regular = is_row(line.text) or piped or (not width and len(fields) >= 3)
    return fields if fits and regular and not ends_sentence(line.text) else []


def _run_end(found: Sequence[Line], place: int) -> int:
    """Where the run of lines that can be cells ends which begins at `place`."""
    end = place + 1
    while end < len(found) and _is_cell(found[end]) and found[end].gap <= found[min(place + 1, end)].gap:
        end += 1
    return end


def _is_cell(line: Line) -> bool:
    text = line.text
    return len(text) <= _LONGEST and (
        is_value(text) or not (ends_sentence(text) or is_furniture(text) or is_byline(text))
    )


def _flattened(found: Sequence[Line], place: int, end: int) -> list[tuple[int, Sentence]]:
    """The table flattened to one cell a line among the lines `[place, end)`, if there is one."""
    fields = [_Field(line.start, line.end, line.text) for line in found[place:end]]
    shape = _shape([None if is_year(field.text) else is_value(field.text) for field in fields])
    if shape is None:
        return []
    body = fields[shape.body : shape.end]
    rows = [body[start : start + shape.width] for start in range(0, len(body), shape.width)]
    head = fields[shape.body - shape.heads : shape.body]
    if shape.heads < shape.width:
        head = [_Field(head[0].start, head[0].start, ""), *head]
    unit = _unit_above(found, place + shape.body - shape.heads)
    index_of = {field.start: place + offset for offset, field in enumerate(fields)}
    return [(index_of[sentence.start], sentence) for sentence in _sentences(head, rows, unit)]


def _single(found: Sequence[Line], place: int) -> list[tuple[int, Sentence]]:
    """The table of one column and one row whose head is the line at `place`: a head with its unit, a value.

    Another cell before or behind them makes it a part of a table that was not understood.
    """
    pair = found[place : place + 2]
    if len(pair) < 2 or not _heads_value(*pair):
        return []
    if place and is_value(found[place - 1].text) and not _heads_value(*found[max(place - 2, 0) : place]):
        return []
    if place + 2 < len(found) and is_value(found[place + 2].text):
        return []
    head, value = (_Field(line.start, line.end, line.text) for line in pair)
    return [(place + at, sentence) for at, sentence in enumerate(_sentences([head], [[value]], None))]


def _heads_value(*pair: Line) -> bool:
    if len(pair) < 2 or not (_is_cell(pair[0]) and _MEASURED.search(pair[0].text)):
        return False
    return is_value(pair[1].text) and any(character.isdigit() for character in pair[1].text)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A flattened table among lines: `heads` lines before the half-open `[body, end)`, in rows of `width`."""

    heads: int
    body: int
    end: int
    width: int


def _shape(values: Sequence[bool | None]) -> _Shape | None:
    """The table that covers most lines, the narrowest of those.

    `values` says which lines are values; None where a line may be one or not, a year or 2000 people.
    """
    if values.count(True) < 3:
        return None
    first = values.index(True)
    fitting = [
        _Shape(heads, body, body + _rhythm(values[body:], width), width)
        for width in range(2, _WIDEST + 1)
        for body in range(max(first - width + 1, 0), first + 1)
        for heads in (width, width - 1)
        if 0 < heads <= body
    ]
    best = max(fitting, key=lambda shape: (shape.end - shape.body, -shape.width, shape.heads), default=None)
    return best if best is not None and best.end > best.body else None


def _rhythm(values: Sequence[bool | None], width: int) -> int:
    """How many cells from the first on fall into like rows; 0 for less than two rows, or for words alone.

    Rows are like when their columns are values or words throughout, but for one cell in four.
    """
    pattern = values[:width]
    if len(set(pattern)) < 2:
        return 0
    fitting = 0
    while fitting < len(values):
        row = values[fitting : fitting + width]
        unlike = sum({*pair} == {True, False} for pair in zip(row, pattern, strict=False))
        if {row[0], pattern[0]} == {True, False} or unlike > width // 4 or len(row) <= width // 2:
            break
        fitting += len(row)
    return fitting if fitting >= 2 * width else 0


def _sentences(head: Sequence[_Field], rows: Grid, unit: str | None) -> Iterator[Sentence]:
    for field in head:
        if field.text:
            yield Sentence(field.start, field.end, "head")
    unit_column = _unit_column(head, rows)
    for row in rows:
        named = not is_value(row[0].text)
        shift = (
            len(head) - len(row) if len(head) - len(row) in (-1, 1) and named and len(row) > len(head) else 0
        )
        measured = unit if unit_column is None or unit_column >= len(row) else row[unit_column].text
        for column, field in enumerate(row):
            over = head[column + shift].text if 0 <= column + shift < len(head) else ""
            beside = row[0].text if named and column else ""
            yield Sentence(field.start, field.end, "cell", Cell(_with_unit(over, measured), beside))


def _unit_column(head: Sequence[_Field], rows: Grid) -> int | None:
    """The column that names each row's unit: 指标 单位 2023年."""
    for column, field in enumerate(head):
        if _UNIT_HEAD.fullmatch(field.text):
            named = [row[column].text for row in rows if column < len(row)]
            return column if all(map(_UNIT_CELL.fullmatch, named)) else None
    return None


def _with_unit(head: str, units: str | None) -> str:
    """The head with the unit in brackets, of several (万元、人) the one that goes with what it names."""
    if units is None or _OWN_UNIT.search(head):
        return head
    if head.endswith("%"):
        return f"{head}（%）"
    counted = bool(_COUNTED.search(head))
    fitting = [unit for unit in re.split("[、/,]", units) if bool(_MONEY.search(unit)) != counted]
    several = len(re.split("[、/,]", units)) > 1
    if not several and not counted:
        fitting = [units]
    return f"{head}（{fitting[0]}）" if fitting else head


def _unit_above(found: Sequence[Line], place: int) -> str | None:
    """The unit that one of the two lines above the table prints for all its columns."""
    for line in found[max(place - 2, 0) : place]:
        unit = _UNIT_LINE.search(line.text[-60:])
        if unit:
            return unit[1]
    return None
