"""Commands that start without pydantic: a value stays the string it was given as, and the command checks it.

typer makes a pydantic model for every value, --help among them, which takes longer than reading a page does.
The hook is typer's own and not promised: with a typer that has none these commands only start slower.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup


class PlainGroup(TyperGroup):
    """A group of commands whose options are flags."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, none with a model."""
        return _without_models(super().get_params(ctx))


class PlainCommand(TyperCommand):
    """A command whose options and arguments are strings, lists of strings and flags."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, none with a model."""
        return _without_models(super().get_params(ctx))


class _AsGiven:
    """Stands where typer has the model of a value."""

    def coerce(self, value: Any, **_: Any) -> Any:
        return list(value) if isinstance(value, tuple) else value


def _without_models(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        parameter.get_runtime_param = _AsGiven
    return parameters
