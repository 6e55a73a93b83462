"""The form of the report and the statistical rows out of their files."""

from __future__ import annotations

import pathlib
from functools import cache
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from cchc_docs.errors import DataError
from cchc_docs.model.report_form import ReportForm, StatisticsForm
from cchc_docs.storage.messages import problems_of
from cchc_docs.storage.source import read_source

_DATA: Final = pathlib.Path(__file__).resolve().parent.parent / "decree"

M = TypeVar("M", bound=BaseModel)


@cache
def default_form() -> ReportForm:
    """Return the form shipped with the package; read once in a process."""
    return read_form(_DATA / "mau-bao-cao.yaml")


@cache
def default_statistics() -> StatisticsForm:
    """Return the statistical rows shipped with the package, which are no official form."""
    return read_statistics(_DATA / "bieu-thong-ke.yaml")


def read_form(path: pathlib.Path) -> ReportForm:
    """Read a form of the report.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    return _read(path, ReportForm)


def read_statistics(path: pathlib.Path) -> StatisticsForm:
    """Read the rows of a statistical annex.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    return _read(path, StatisticsForm)


def _read(path: pathlib.Path, model: type[M]) -> M:
    source = read_source(path)
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise DataError(problems_of(error, model, source.file, source.lines)) from error
