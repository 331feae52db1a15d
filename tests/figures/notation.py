"""Figures in the notation of the case files: kind value bound unit [form] [/per], or date and its EDTF."""

from __future__ import annotations

from talentx.figures.model import Figure


def shown(figure: Figure) -> str:
    """A figure in the notation of the case files."""
    if figure.date is not None:
        return f"date {figure.date}"
    value = figure.value if figure.value is not None else f"{figure.low}..{figure.high}"
    number = format(value, "f") if figure.value is not None else str(value)
    parts = [figure.kind, number.rstrip("0").rstrip(".") if "." in number and ".." not in number else number]
    parts += [figure.bound or "exact", figure.unit or "-"]
    parts += [figure.form] if figure.form != "plain" else []
    parts += [f"/{figure.per}"] if figure.per else []
    return " ".join(parts)
