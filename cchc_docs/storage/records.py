"""The log of a year out of a YAML file, or out of the cells another room has read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from cchc_docs.errors import DataError, Problem
from cchc_docs.findings import Path
from cchc_docs.model.records import Records, RecordsFile
from cchc_docs.storage.messages import cell_of, place_of, problems_in_cells, problems_of
from cchc_docs.storage.source import DataFile, read_source


def read_records(file: DataFile) -> RecordsFile:
    """Read the log of a year, without the plan it belongs to: ids are not checked.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    source = read_source(file)
    try:
        records = Records.model_validate(source.data)
    except ValidationError as error:
        raise DataError(problems_of(error, Records, source.file, source.lines)) from error
    return RecordsFile(
        records, source.file, lambda path: place_of(path, Records, source.file, source.lines)
    )


def records_of(
    data: Mapping[str, Any], file: str, cells: Mapping[Path, str], problems: Sequence[Problem]
) -> RecordsFile:
    """Return the log whose values were read from the cells of a workbook.

    `cells` holds the cell of each path; `problems` are those the reader of the workbook has
    found, among them every value that is missing.

    Raises:
        DataError: all `problems`, and what the model does not accept, each with its cell.
    """
    try:
        records = Records.model_validate(data)
    except ValidationError as error:
        raise DataError([*problems, *problems_in_cells(error, Records, file, cells)]) from error
    if problems:
        raise DataError(problems)
    return RecordsFile(records, file, lambda path: cell_of(path, file, cells))
