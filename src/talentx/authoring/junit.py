"""The outcomes of examples as JUnit XML, for continuous integration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as Tree

from talentx.authoring.testing import Result
from talentx.errors import OutputError

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(path: Path, results: Sequence[Result]) -> None:
    """Write the file: a suite a family file, a case an example. Raises OutputError where it cannot be
    written."""
    root = Tree.Element("testsuites", name="talentx rules test")
    suites: dict[str, list[Result]] = {}
    for result in results:
        suites.setdefault(result.case.where.rsplit(":", 2)[0], []).append(result)
    for file, members in suites.items():
        failed = sum(bool(result.why) for result in members)
        suite = Tree.SubElement(root, "testsuite", name=file, tests=str(len(members)), failures=str(failed))
        for result in members:
            _case(suite, file, result)
    try:
        Tree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", str(path), "check the path") from None


def _case(suite: Tree.Element, file: str, result: Result) -> None:
    case = result.case
    line = case.where.rsplit(":", 2)[1]
    attributes = {
        "classname": case.rule.id,
        "name": _NO_XML.sub("", case.example.text),
        "file": file,
        "line": line,
    }
    element = Tree.SubElement(suite, "testcase", attributes)
    if result.why:
        Tree.SubElement(element, "failure", type=result.outcome, message=_NO_XML.sub("", result.why))
