"""The form of the report and the statistical rows out of their files."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass
from functools import cache
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from cchc_docs.errors import DataError, Place
from cchc_docs.findings import Path
from cchc_docs.model.report_form import ReportForm, StatisticsForm
from cchc_docs.storage.messages import place_of, problems_of
from cchc_docs.storage.source import DataFile, Source, read_source

_DATA: Final = pathlib.Path(__file__).resolve().parent.parent / "decree"
FORM: Final = _DATA / "mau-bao-cao.yaml"
STATISTICS: Final = _DATA / "bieu-thong-ke.yaml"
"""The shipped form of the report, and the shipped statistical rows."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class FormFile(Generic[M]):
    """The data of a form and where each of its values stands in the file."""

    data: M
    _source: Source

    def place(self, path: Path) -> Place:
        """Return file, line and field title of a value."""
        return place_of(path, type(self.data), self._source.file, self._source.lines)


@cache
def default_form() -> ReportForm:
    """Return the form shipped with the package; read once in a process."""
    return read_form(FORM).data


@cache
def default_statistics() -> StatisticsForm:
    """Return the statistical rows shipped with the package, which are no official form."""
    return read_statistics(STATISTICS).data


def read_form(file: DataFile) -> FormFile[ReportForm]:
    """Read a form of the report.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    return _read(file, ReportForm)


def read_statistics(file: DataFile) -> FormFile[StatisticsForm]:
    """Read the rows of a statistical annex.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    return _read(file, StatisticsForm)


def _read(file: DataFile, model: type[M]) -> FormFile[M]:
    source = read_source(file)
    try:
        return FormFile(model.model_validate(source.data), source)
    except ValidationError as error:
        raise DataError(problems_of(error, model, source.file, source.lines)) from error
