"""What can go wrong, as one family of exceptions that each know their exit code.

A :class:`Problem` says three things to the person who has to mend it: where (file, line, field
title), what is wrong, and how to fix it. All texts are Vietnamese: an officer reads them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

EXIT_FINDINGS = 1
EXIT_DATA = 3
EXIT_TEMPLATE = 4
EXIT_CONVERSION = 5
EXIT_FILE = 6
EXIT_BUG = 70


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, a line (from 1), a field as the officer knows it.

    None means that this part of the place is not known or does not apply.
    """

    file: str | None = None
    line: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        parts = [self.file, f"dòng {self.line}" if self.line else None, self.field]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and how to fix it."""

    place: Place
    what: str
    fix: str = ""

    def __str__(self) -> str:
        where = str(self.place)
        head = f"{where}: {self.what}" if where else self.what
        return f"{head}\n    Cách sửa: {self.fix}" if self.fix else head


class CchcError(Exception):
    """Base of every error a user may meet; `problems` lists all of them at once."""

    exit_code = EXIT_BUG

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (
            (problems,) if isinstance(problems, Problem) else tuple(problems)
        )
        super().__init__("\n".join(map(str, self.problems)))


class DataError(CchcError):
    """The data cannot be read or breaks the model (exit code 3)."""

    exit_code = EXIT_DATA


class OpenQuestionsError(CchcError):
    """A final document was asked for while `[[…]]` remains in the data (exit code 1)."""

    exit_code = EXIT_FINDINGS


class FiguresError(CchcError):
    """A final report was asked for while its figures break a rule or still run (exit code 1)."""

    exit_code = EXIT_FINDINGS


class TemplateError(CchcError):
    """A Word template cannot be used: a bad tag, a syntax error, a broken file (exit code 4)."""

    exit_code = EXIT_TEMPLATE


class ConversionError(CchcError):
    """LibreOffice is missing, hung, crashed or gave no usable PDF (exit code 5).

    `converted` holds the PDFs, by name, of the documents that did not fail.
    """

    exit_code = EXIT_CONVERSION

    def __init__(
        self,
        problems: Problem | Sequence[Problem],
        converted: Mapping[str, bytes] | None = None,
    ) -> None:
        super().__init__(problems)
        self.converted = dict(converted or {})


class FileAccessError(CchcError):
    """A file cannot be read or written (exit code 6)."""

    exit_code = EXIT_FILE
