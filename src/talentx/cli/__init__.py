"""The command line: one command a file; data on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run `talentx` with the arguments of the process and leave with its exit status."""
    try:
        from talentx.cli.app import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)
