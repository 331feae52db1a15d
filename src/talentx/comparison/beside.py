"""Half of the work in a second process, where there is much of it and the system can fork."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, NoReturn, TypeVar

T = TypeVar("T")
U = TypeVar("U")
_MUCH = 10_000
"""Figures of both sides from which on a second process is worth its start."""


def both(number: int, here: Callable[[], T], beside: Callable[[], U]) -> tuple[T, U]:
    """What two pieces of work over so many figures come to; the second is done by a child process.

    The child sees everything as it is now and changes nothing here; its result is pickled. Should it fail,
    or not even start, the work is done here, and fails here.
    """
    if number < _MUCH or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return here(), beside()
    with ExitStack() as resources:
        try:
            result = resources.enter_context(tempfile.TemporaryFile())
            resources.enter_context(uncollected())
            gc.freeze()  # so that neither process looks through, and thereby copies, what both have
            resources.callback(gc.unfreeze)
            child = os.fork()
        except OSError:
            return here(), beside()
        if child == 0:
            _work(beside, result)
        try:
            mine = here()
        except BaseException:
            os.kill(child, signal.SIGKILL)
            raise
        finally:
            _, ended = os.waitpid(child, 0)
        if ended != 0:
            return mine, beside()
        result.seek(0)
        return mine, pickle.load(result)  # noqa: S301 - our own child wrote it


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector, which takes a seventh of the time and finds nothing: rows make no
    cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _work(beside: Callable[[], object], result: BinaryIO) -> NoReturn:
    """All that the child does; it ends without a word, and without what the parent does at its end."""
    status = 1
    try:
        pickle.dump(beside(), result, pickle.HIGHEST_PROTOCOL)
        result.flush()
        status = 0
    finally:
        os._exit(status)
