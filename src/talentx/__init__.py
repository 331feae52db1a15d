"""talentx: every figure of a Chinese article about talent (人才) policy, as a validated record."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talentx.api import compare, explain, extract, read_records
    from talentx.comparison.model import Row
    from talentx.derivation.model import Derivation, Step
    from talentx.figures.model import Figure
    from talentx.figures.scan import scan
    from talentx.records.model import SCHEMA_VERSION, Record

__version__ = "0.1.0"
__all__ = [
    "SCHEMA_VERSION",
    "Derivation",
    "Figure",
    "Record",
    "Row",
    "Step",
    "__version__",
    "compare",
    "explain",
    "extract",
    "read_records",
    "scan",
]

_HOMES = {
    "SCHEMA_VERSION": "talentx.records.model",
    "Derivation": "talentx.derivation.model",
    "Figure": "talentx.figures.model",
    "Record": "talentx.records.model",
    "Row": "talentx.comparison.model",
    "Step": "talentx.derivation.model",
    "compare": "talentx.api",
    "explain": "talentx.api",
    "extract": "talentx.api",
    "read_records": "talentx.api",
    "scan": "talentx.figures.scan",
}


def __getattr__(name: str) -> object:
    """What the package offers, imported when it is first asked for: the command line must start at once."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
