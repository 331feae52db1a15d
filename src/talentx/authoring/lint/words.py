"""Checks of words: a word that is never cut out whole can never hold, and one that stands twice says
nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentx.authoring.lint.bench import Bench
from talentx.authoring.lint.finding import Finding
from talentx.figures.scan import read
from talentx.meaning.slots import SETS, VALUES
from talentx.packs.book import GROUP_OF
from talentx.packs.folders import Folder, word_lines
from talentx.packs.types import ANY, pattern_of

_CUT = ("nouns", "verbs", "cues", "stops")
"""Groups whose words are compared with those that a sentence was cut into."""
_JOINED = re.compile("(?<=.)[，、；,;\\s](?=.)")
_ELSEWHERE = "look for it as text: under left, clause or item"


def cut(bench: Bench) -> Iterator[Finding]:
    """Words that are cut in pieces, by the segmenter or by a figure inside them, and so never hold."""
    for folder in _folders(bench):
        for path in (path for group, path in folder.words if group in _CUT):
            for number, word in word_lines(path):
                yield from _whole(bench, word, f"{path}:{number}", "take it out, or split it")
    for placed in bench.own:
        for slot, word, where in placed.words():
            if slot not in GROUP_OF or word.startswith("$") or word == ANY:
                continue
            yield from _whole(bench, word, where, _ELSEWHERE)
            if slot == "cue" and word not in bench.book.lexicon.groups["cues"]:
                yield Finding("cut-word", where, f"{word} is no cue", "add it to a list under words/cues")


def joined(bench: Bench) -> Iterator[Finding]:
    """Several words that a comma or a blank makes one, which then stands in no text."""
    for placed in bench.own:
        for _, word, where in placed.words():
            if _JOINED.search(word) and pattern_of(word) is None:
                yield _joined(word, where, "write them apart: [甲, 乙]")
    for folder in _folders(bench):
        for _, path in folder.words:
            for number, word in word_lines(path):
                if _JOINED.search(word):
                    yield _joined(word, f"{path}:{number}", "write one word a line")


def _joined(word: str, where: str, advice: str) -> Finding:
    return Finding("joined-words", where, f"{word!r} is one word here", advice)


def unlisted(bench: Bench) -> Iterator[Finding]:
    """Names of lists without their $, which are words of no Chinese text."""
    for placed in bench.own:
        for slot, word, where in placed.words():
            if slot not in VALUES and slot not in SETS and word in bench.book.lists:
                yield Finding("unlisted", where, f"{word} is the name of a list", f"write ${word}")


def twice(bench: Bench) -> Iterator[Finding]:
    """Words that stand twice in a list."""
    for folder in _folders(bench):
        for _, path in folder.words:
            seen: dict[str, int] = {}
            for number, word in word_lines(path):
                first = seen.setdefault(word, number)
                if first != number:
                    yield Finding(
                        "word-twice",
                        f"{path}:{number}",
                        f"{word} stands in line {first} too",
                        "take one out",
                        "warning",
                    )


def _whole(bench: Bench, word: str, where: str, advice: str) -> Iterator[Finding]:
    pieces = bench.extractor.segmenter.cut(word)
    if len(pieces) > 1:
        shown = "|".join(piece.text for piece in pieces)
        yield Finding("cut-word", where, f"{word} is cut into {shown} and never holds", advice)
        return
    figures = read(word)
    if figures:
        yield Finding("cut-word", where, f"{word} holds the figure {figures[0].raw} and is cut there", advice)


def _folders(bench: Bench) -> Iterator[Folder]:
    return iter(bench.book.own_folders())
