"""What a user is told when something is wrong: what, where, and what to do, on one line."""

from __future__ import annotations

from typing import ClassVar


class TalentxError(Exception):
    """An error for the user. `where`: a file, `file:line` or `file:line:column`; `advice`: what to do."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, where: str | None = None, advice: str | None = None) -> None:
        super().__init__(what, where, advice)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.advice}" if self.advice else ""
        return " ".join(f"{place}{self.what}{remedy}".splitlines())


class UsageError(TalentxError):
    """The command line or an argument of a public function asks for what cannot be done."""

    exit_code = 2


class PackError(TalentxError):
    """A rule pack that does not load. `others`: what else is wrong with it."""

    exit_code = 2

    def __init__(
        self,
        what: str,
        where: str | None = None,
        advice: str | None = None,
        others: tuple[PackError, ...] = (),
    ) -> None:
        super().__init__(what, where, advice)
        self.others = others


class OutputError(TalentxError):
    """The output cannot be written where it was asked for."""

    exit_code = 2


class DocumentError(TalentxError):
    """One document (or its row in sources.csv) failed; the others are still delivered."""


class GoldError(TalentxError):
    """Records, gold or an annotation tool's file that cannot be read as what it should be."""

    exit_code = 2


class RecordFileError(TalentxError):
    """A file of records, or a store, that cannot be read back as what talentx wrote."""

    exit_code = 2


class StoreError(TalentxError):
    """A store that cannot be read or written: damaged, of another version, out of reach, out of space."""

    exit_code = 2
