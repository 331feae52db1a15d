"""YAML read strictly: safe tags only, no duplicate key, and every error with its file, line and column."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from talentx.errors import PackError
from talentx.packs.packfiles import nearest, read_text
from talentx.packs.slips import slip

Model = TypeVar("Model", bound=BaseModel)
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Part = int | str
"""A step of a path into a file: a key, or the index of an entry."""

_MANUAL = "see docs/rules.md"
_DEEPEST = 50
_MOST = 10_000
"""How deep a file nests and how many entries a list of it has at the most: far beyond any rule pack."""
_NESTING = re.compile(r"[\[\]{}]|^[ ?-]{100,}", re.MULTILINE)
_KEY = "[key]"
"""What pydantic ends a path with that leads to a key of a mapping, not to its value."""
_LIST = ("is no list", "write a word, or words in [ ]")
_MAPPING = ("is no mapping", "write `key: value`, with a colon and a blank")
_WHOLE = ("is no whole number", "write one, such as 1")
_TRUTH = ("is neither true nor false", "write one of them")
_WRONG = {
    "string_type": ("is no text", "put it in quotes"),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
}
"""What is wrong with a value and what to do, by pydantic's name of the error."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read, for telling where in it something stands."""

    path: Path
    root: yaml.Node | None

    def at(self, *loc: Part) -> str:
        """file:line:column of what `loc` leads to, or of the deepest part on the way that is there."""
        node = _find(self.root, loc)[1]
        return str(self.path) if node is None else _at(self.path, node)

    def has(self, *loc: Part) -> bool:
        """Whether `loc` leads to something."""
        return _find(self.root, loc[:-1])[1] is not _find(self.root, loc)[1]

    def lines(self, *loc: Part) -> tuple[int, int]:
        """The first and the last line, from 1, of what `loc` leads to, its key included."""
        key, node = _find(self.root, loc)
        assert node is not None
        named = key if isinstance(loc[-1], str) else None
        first = min(part.start_mark.line for part in (named, node) if part is not None)
        last = node.end_mark
        return first + 1, last.line if last.column == 0 or last.line > first else last.line + 1


def load(path: Path, model: type[Model]) -> Model:
    """The file as a `model`.

    Raises PackError naming file:line:column for a file that is not there, is no YAML, repeats a key, or does
    not fit the model (`others` are what else does not); for a misspelt key it names the nearest right one.
    """
    return load_with_source(path, model)[0]


def load_with_source(path: Path, model: type[Model]) -> tuple[Model, Source]:
    """The same, with where its parts stand."""
    node, data = _parse(path, read_text(path))
    source = Source(path, node)
    try:
        return model.model_validate({} if data is None else data), source
    except ValidationError as error:
        raise joined(_explained(source, model, error)) from None


def joined(errors: Iterable[PackError]) -> PackError:
    """Several errors as one, each place named once."""
    first, *others = {str(each): each for each in errors}.values()
    return PackError(first.what, first.where, first.advice, (*first.others, *others))


def _parse(path: Path, text: str) -> tuple[yaml.Node | None, object]:
    """The file's nodes and its data, read once."""
    _refuse_depth(path, text)
    try:
        loader = Loader(text)
        try:
            node: yaml.Node | None = loader.get_single_node()
            _refuse_aliases(path, node)
            _refuse_duplicates(path, node)
            return node, None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise _no_yaml(path, text, error) from None
    except yaml.YAMLError as error:
        raise PackError(f"not YAML: {error}", str(path), "check for control characters") from None
    except ValueError as error:  # a timestamp or number that YAML recognises and Python cannot hold
        raise PackError(f"not YAML: {error}", str(path), "put dates and long numbers in quotes") from None


def _no_yaml(path: Path, text: str, error: yaml.MarkedYAMLError) -> PackError:
    """The error where the slip is that led to it, if it is a known one; else where YAML stopped."""
    mark = error.problem_mark
    if mark is None:
        return PackError(f"not YAML: {error.problem}", str(path), "check quotes, colons and indentation")
    found = slip(text, mark.line + 1)
    if found is not None:
        return PackError(found.what, f"{path}:{found.line}:{found.column}", found.advice)
    where = f"{path}:{mark.line + 1}:{mark.column + 1}"
    return PackError(f"not YAML: {error.problem}", where, "check quotes, colons and indentation")


def _refuse_depth(path: Path, text: str) -> None:
    """A parser that goes down level by level would run out of stack."""
    depth = 0
    for mark in _NESTING.finditer(text):
        depth += 1 if mark[0] in "[{" else -1 if mark[0] in "]}" else 0
        if depth > _DEEPEST or len(mark[0]) > 2 * _DEEPEST:
            line = text.count("\n", 0, mark.start() + 1) + 1
            raise PackError("nested too deep", f"{path}:{line}", "a pack's files have a few levels")


def _refuse_aliases(path: Path, node: yaml.Node | None) -> None:
    """A pack needs none, and they can multiply without bound."""
    known: set[int] = set()
    waiting = [] if node is None else [node]
    while waiting:
        node = waiting.pop()
        if id(node) in known:
            raise PackError("aliases (*name) are not allowed", _at(path, node), "write the words out")
        known.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += (part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        if len(node.value) > _MOST and not isinstance(node, yaml.ScalarNode):
            raise PackError(
                f"more than {_MOST} entries", _at(path, node), "split the pack, or write fewer rules"
            )


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


def _explained(source: Source, model: type[BaseModel], error: ValidationError) -> Iterator[PackError]:
    """The errors in plain words: what is wrong, and what is allowed; misspelt keys first."""
    errors = error.errors()
    misspelt = [each for each in errors if each["type"] == "extra_forbidden"]
    for each in (*misspelt, *(e for e in errors if e["type"] != "extra_forbidden")):
        yield _explain(source, model, each)


def _explain(source: Source, model: type[BaseModel], error: ErrorDetails) -> PackError:
    loc = error["loc"]
    is_key = loc[-1:] == (_KEY,) or error["type"] == "extra_forbidden"
    key, value = _find(source.root, loc)
    node = key if is_key and key is not None else value
    where = str(source.path) if node is None else _at(source.path, node)
    shown = repr(node.value) if isinstance(node, yaml.ScalarNode) else "this"
    names = [part for part in loc if isinstance(part, str) and part != _KEY]
    slot = "".join(names[-2:-1] if is_key else names[-1:])
    what, advice = _said(error, shown, model)
    named = slot and error["type"] not in ("extra_forbidden", "missing")
    return PackError(f"{slot}: {what}" if named else what, where, advice)


def _said(error: ErrorDetails, shown: str, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    sort, context = error["type"], error.get("ctx", {})
    if sort == "extra_forbidden":
        name = str(error["loc"][-1])
        if ":" in name or "：" in name:
            return f"unknown key {name!r}", "write `key: value`, with a colon and a blank"
        return f"unknown key {name!r}", nearest(name, _keys(model), "take it out")
    if sort == "missing":
        return f"the key {str(error['loc'][-1])!r} is missing", "add it"
    if sort == "literal_error":
        if ":" in shown or "：" in shown:
            return f"{shown} is none here", "write `key: value`, with a colon and a blank"
        allowed = re.findall(r"'([^']*)'", context["expected"])
        return f"{shown} is none of {', '.join(allowed)}", nearest(shown.strip("'"), allowed, _MANUAL)
    if sort == "too_short":
        return "an empty list", "name a word, or take the key out"
    if sort == "value_error":
        what, _, advice = str(context["error"]).partition("; ")
        return what, advice or _MANUAL
    if error["input"] is None:
        return "nothing stands here", "write a value, or take the key out"
    wrong, advice = _WRONG.get(sort, ("does not fit here", _MANUAL))
    return f"{shown} {wrong}", advice


def _keys(model: type[BaseModel]) -> list[str]:
    """The keys of the model and of all models below it: enough to name the nearest."""
    keys: list[str] = []
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        keys.extend(part.get("properties", {}))
    return keys


def _find(node: yaml.Node | None, loc: tuple[Part, ...]) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The key and the value that `loc` leads to, or the deepest ones on the way."""
    key: yaml.Node | None = None
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(part)), None)
            if pair is None:
                break
            key, node = pair
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
    return key, node


def _at(path: Path, node: yaml.Node | yaml.Event) -> str:
    mark = node.start_mark
    return f"{path}:{mark.line + 1}:{mark.column + 1}" if mark is not None else str(path)
