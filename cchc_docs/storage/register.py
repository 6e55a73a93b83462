"""The legal register out of its files: the national one of the package, and a ward's own."""

from __future__ import annotations

import pathlib
from functools import cache
from typing import Any, Final

from pydantic import ValidationError

from cchc_docs.domain.registers import HEAD, broken_rows
from cchc_docs.errors import DataError, Problem
from cchc_docs.model.register import Register
from cchc_docs.storage.messages import place_of, problems_of
from cchc_docs.storage.patching import Patched, patched
from cchc_docs.storage.source import DataFile, read_source

NATIONAL: Final = pathlib.Path(__file__).resolve().parent.parent / "decree" / "van-ban.yaml"


@cache
def national_register() -> Register:
    """Return the register of national documents, terms and units; read once in a process."""
    return _read(NATIONAL, Register())


def read_register(file: DataFile) -> Register:
    """Read a ward's own register; `domain.registers.lay_together` joins it to the national one.

    A row may take the id of a national document, to add facts to it; such a row need not repeat
    what the document is.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file, with file, line, field title and how to fix it.
    """
    return _read(file, national_register())


def _read(file: DataFile, national: Register) -> Register:
    source = read_source(file)
    data = _with_national_heads(source.data, national)
    problems: list[Problem] = []
    built: Patched[Register] | None
    try:
        built = Patched(Register.model_validate(data), frozenset(), frozenset())
    except ValidationError as error:
        problems = problems_of(error, Register, source.file, source.lines)
        built = patched(Register, data, error)
    if built:
        problems += [
            Problem(place_of(part.path, Register, source.file, source.lines), part.what, part.fix)
            for part in broken_rows(built.model, national)
            if not built.speaks_of(part.path, part.rests_on)
        ]
    if problems or not built:
        raise DataError(sorted(problems, key=lambda one: one.place.line or 0))
    return built.model


def _with_national_heads(data: dict[str, Any], national: Register) -> dict[str, Any]:
    rows = data.get("documents")
    if not isinstance(rows, list):
        return data
    known = {one.id: one for one in national.documents}

    def completed(row: Any) -> Any:
        same = (
            known.get(row["id"])
            if isinstance(row, dict) and isinstance(row.get("id"), str)
            else None
        )
        if same is None:
            return row
        return same.model_dump(mode="json", include=set(HEAD), exclude_none=True) | row

    return data | {"documents": [completed(row) for row in rows]}
