"""Derivations as JSON: one array, an object each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from talentx.derivation.model import Derivation
from talentx.output.jsonl import dump


def write(derivations: Iterable[Derivation], stream: TextIO) -> None:
    """The derivations as one array; a record has the columns and the exact digits it has everywhere."""
    before = "[\n"
    for derivation in derivations:
        stream.write(before + _object(derivation))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def _object(derivation: Derivation) -> str:
    members = []
    for key, value in derivation.to_dict().items():
        if key == "record" and derivation.record is not None:
            members.append(f'"record": {dump(derivation.record)}')
        else:
            members.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{" + ", ".join(members) + "}"
