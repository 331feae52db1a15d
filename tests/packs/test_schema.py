"""The JSON Schema: what it takes loads, what it refuses does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from packs.making import write_pack

from talentx.errors import PackError
from talentx.packs.language import Condition
from talentx.packs.location import shipped, shipped_names
from talentx.packs.pack import load_pack
from talentx.packs.schema import schema_text

SCHEMA = json.loads(schema_text())
PACKS = [path for name in shipped_names() for path in sorted(shipped(name).glob("*.yaml"))]


@pytest.mark.parametrize("path", PACKS, ids=[f"{p.parent.name}/{p.name}" for p in PACKS])
def test_the_files_of_our_packs_fit_it(path: Path) -> None:
    schema = json.loads(schema_text(pack=path.name == "pack.yaml"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema)


def test_every_slot_is_described() -> None:
    slots = SCHEMA["$defs"]["Condition"]["properties"]
    assert set(slots) == set(Condition.model_fields)
    assert all(len(slot["description"]) > 10 for slot in slots.values())


RULE: dict[str, Any] = {
    "id": "a",
    "when": {"figure": "number"},
    "then": {"kind": "count"},
    "examples": ["[3个]"],
}


@pytest.mark.parametrize(
    "change",
    [
        {"then": {"kind": "counts"}},
        {"when": {"figure": ["numbr"]}},
        {"when": {"unit": []}},
        {"when": {"unti": "个"}},
        {"priority": "high"},
        {"examples": [{"published": "2024"}]},
        {"then": {"kind": "count", "leave_out": 3}},
    ],
)
def test_what_it_refuses_does_not_load(tmp_path: Path, change: dict[str, Any]) -> None:
    family = {"rules": [RULE | change]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(family, SCHEMA)
    with pytest.raises(PackError):
        load_pack(write_pack(tmp_path, json.dumps(family, ensure_ascii=False)))


@pytest.mark.parametrize(
    "change", [{}, {"when": {"unit": "个"}}, {"when": {"unit": ["个", "家"]}}, {"message": "why"}]
)
def test_what_it_takes_loads(tmp_path: Path, change: dict[str, Any]) -> None:
    family = {"rules": [RULE | change]}
    jsonschema.validate(family, SCHEMA)
    load_pack(write_pack(tmp_path, json.dumps(family, ensure_ascii=False)))
