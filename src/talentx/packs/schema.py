"""The JSON Schema of the files of a pack, made from the models that read them."""

from __future__ import annotations

import json

from talentx.packs.language import Family, Manifest

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(*, pack: bool = False) -> str:
    """The schema of family files, or of pack.yaml, as JSON text."""
    model, title = (Manifest, "talentx rule pack") if pack else (Family, "talentx rules")
    schema = {"$schema": _DIALECT, **model.model_json_schema(), "title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
