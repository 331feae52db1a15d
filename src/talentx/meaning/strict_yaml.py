"""YAML read strictly: safe tags only, no duplicate key, and every error with its file, line and column."""

from __future__ import annotations

import difflib
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from talentx.errors import PackError

Model = TypeVar("Model", bound=BaseModel)
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 4_000_000
MAX_ALIASES = 0  # a pack has no need of anchors, and aliases can multiply without bound


def load(path: Path, model: type[Model]) -> Model:
    """The file as a `model`.

    Raises PackError naming file:line:column for a file that is not there, is no YAML, repeats a key,
    or does not fit the model; for a misspelt key it names the nearest right one.
    """
    text = _read(path)
    node, data = _parse(path, text)
    _refuse_duplicates(path, node)
    try:
        return model.model_validate({} if data is None else data)
    except ValidationError as error:
        raise _explain(path, node, model, error) from None


def _read(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PackError(f"cannot read {path.name}", str(path), error.strerror or "check the path") from None
    if len(raw) > MAX_BYTES:
        raise PackError(f"the file is larger than {MAX_BYTES} bytes", str(path), "split it")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackError("the file is not UTF-8", f"{path} (byte {error.start})", "save it as UTF-8") from None


def _parse(path: Path, text: str) -> tuple[yaml.Node | None, object]:
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.AliasEvent):
                raise PackError("aliases (*name) are not allowed", _at(path, event), "write the words out")
        return yaml.compose(text, Loader=Loader), yaml.load(text, Loader=Loader)  # noqa: S506 - a safe one
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise PackError(f"not YAML: {error.problem}", where, "check quotes, colons and indentation") from None
    except yaml.YAMLError as error:
        raise PackError(f"not YAML: {error}", str(path), "check for control characters") from None


def _refuse_duplicates(path: Path, node: yaml.Node | None) -> None:
    for mapping in _mappings(node):
        seen: dict[Hashable, yaml.Node] = {}
        for key, _ in mapping.value:
            name = key.value
            if name in seen:
                first = _at(path, seen[name])
                raise PackError(f"the key {name!r} stands twice", _at(path, key), f"the first is at {first}")
            seen[name] = key


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


def _explain(path: Path, node: yaml.Node | None, model: type[BaseModel], error: ValidationError) -> PackError:
    errors = error.errors()
    first = next((e for e in errors if e["type"] == "extra_forbidden"), errors[0])
    place = _find(node, first["loc"])
    where = _at(path, place) if place is not None else str(path)
    if first["type"] == "extra_forbidden":
        name = str(first["loc"][-1])
        near = difflib.get_close_matches(name, _keys(model), n=1)
        advice = f"did you mean {near[0]!r}?" if near else "take it out"
        return PackError(f"unknown key {name!r}", where, advice)
    path_in_file = ".".join(str(part) for part in first["loc"])
    return PackError(f"{path_in_file}: {first['msg']}", where, "see docs/rules.md")


def _keys(model: type[BaseModel]) -> list[str]:
    """The keys of the model and of all models below it: enough to name the nearest."""
    keys: list[str] = []
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        keys.extend(part.get("properties", {}))
    return keys


def _find(node: yaml.Node | None, loc: tuple[int | str, ...]) -> yaml.Node | None:
    """The node that `loc` leads to, or the deepest one on the way; for a mapping's key, the key itself."""
    for depth, part in enumerate(loc):
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(part)), None)
            if pair is None:
                return node
            node = pair[0] if depth == len(loc) - 1 else pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
    return node


def _at(path: Path, node: yaml.Node | yaml.Event) -> str:
    mark = node.start_mark
    return f"{path}:{mark.line + 1}:{mark.column + 1}" if mark is not None else str(path)
