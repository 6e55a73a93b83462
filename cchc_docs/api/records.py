"""The dated log of a year: the workbook out, any of its files in, and what is doubtful in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_docs.api.paths import StrPath, check_ending, check_outputs, write_file
from cchc_docs.api.plans import data_of, inputs_of, places_of
from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.storage.files import read_bytes

if TYPE_CHECKING:
    from cchc_docs.findings import Finding
    from cchc_docs.model.plan import Plan
    from cchc_docs.model.records import RecordsFile
    from cchc_docs.model.report_form import ReportForm, StatisticsForm
    from cchc_docs.storage.loading import PlanFile
    from cchc_docs.storage.source import DataFile

_TABLE_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")

Watcher = Callable[[int, int], None]
"""Is told how many rows have been read, and of how many."""


def form_of(plan: Plan | PlanFile) -> ReportForm:
    """Return the form of a ward's reports: its own (`reports: form` of the profile), or ours.

    Raises:
        FileAccessError: the ward's form cannot be read.
        DataError: every error of the ward's form.
    """
    from cchc_docs.storage.report_form import default_form

    own = data_of(plan).agency.reports.form
    return form_at(own) if own else default_form()


def form_at(file: DataFile) -> ReportForm:
    """Return the form of reports in a file.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the form, ids that lead nowhere included.
    """
    from cchc_docs.domain.form_check import broken_form
    from cchc_docs.storage.report_form import read_form

    form = read_form(file)
    if broken := broken_form(form.data):
        raise DataError([Problem(form.place(one.path), one.what, one.fix) for one in broken])
    return form.data


def statistics_at(file: DataFile, form: ReportForm | None) -> StatisticsForm:
    """Return the statistical rows in a file; `form` None does not look for their figures.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the rows, figures the form does not have included.
    """
    from cchc_docs.domain.form_check import unknown_statistics
    from cchc_docs.storage.report_form import read_statistics

    rows = read_statistics(file)
    if form and (unknown := unknown_statistics(rows.data, form)):
        raise DataError([Problem(rows.place(one.path), one.what, one.fix) for one in unknown])
    return rows.data


def parse_day(text: str) -> dt.date:
    """Return a day as people write it: ``14/02/2026``, ``14-2-26``, ``2026-02-14``.

    Raises:
        DataError: the text is no day.
    """
    from cchc_docs.model.base import ValueProblem
    from cchc_docs.model.issue import parse_day as parse

    try:
        return parse(text)
    except ValueProblem as error:
        raise DataError(Problem(Place(), error.what, error.fix)) from error


def is_workbook(path: StrPath) -> bool:
    """Tell whether a file is a workbook of any format, by its content or at least by its ending.

    Raises:
        FileAccessError: the file is not there or cannot be read.
    """
    from cchc_docs.ooxml.kinds import TABLES, file_kind

    content = read_bytes(Path(path))
    return file_kind(content) in TABLES or Path(path).suffix.lower() in _TABLE_ENDINGS


def read_records(
    path: DataFile, watch: Watcher | None = None, *, lacking_sheets: bool = False
) -> RecordsFile:
    """Return the log in a workbook (.xlsx) or a YAML file, with the places of its values.

    `lacking_sheets` takes a workbook from which sheets were deleted, too.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file, with sheet and cell, or line.
    """
    from cchc_docs.storage import records
    from cchc_docs.storage.kinds import refuse_other
    from cchc_docs.storage.source import Source, read_source

    if isinstance(path, Source) or not is_workbook(path):
        source = read_source(path)
        refuse_other(source, "so-lieu", "tien-do")  # a log of tasks alone looks like the latter
        return records.read_records(source)
    from cchc_docs.excel.records_reader import read_records_book

    filled = read_records_book(read_bytes(Path(path)), str(path), watch)
    problems = filled.problems if lacking_sheets else (*filled.lacking, *filled.problems)
    return records.records_of(filled.data, str(path), filled.cells, problems)


def records_for(
    plan: Plan | PlanFile,
    path: DataFile,
    form: ReportForm,
    watch: Watcher | None = None,
    *,
    lacking_sheets: bool = False,
) -> RecordsFile:
    """Return the log of a plan, checked against the plan and the form of the ward's reports.

    `lacking_sheets` as for `read_records`.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of the log; it is of another unit, year or plan.
    """
    from cchc_docs.domain.form_check import unknown_measures
    from cchc_docs.domain.records_check import broken_records

    if unknown := unknown_measures(data_of(plan), form):
        place = places_of(plan)
        raise DataError([Problem(place(one.path), one.what, one.fix) for one in unknown])
    log = read_records(path, watch, lacking_sheets=lacking_sheets)
    if broken := broken_records(log.records, data_of(plan), form):
        raise DataError([Problem(log.place(one.path), one.what, one.fix) for one in broken])
    return log


def find_miscounts(log: RecordsFile, form: ReportForm, plan: Plan | None = None) -> list[Finding]:
    """Return where a log breaks a rule of arithmetic (R0-R22), each with its place.

    `plan` None leaves out what is compared with the plan's targets.
    """
    from cchc_docs.domain.arithmetic import find_miscounts as find

    return [one.at(log.place(one.path)) for one in find(log.records, form, plan)]


def validate_log(path: DataFile, plan: PlanFile | None) -> list[Finding]:
    """Return what is doubtful in a log; `plan` None checks it on our form, without a plan.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of the log.
    """
    from cchc_docs.storage.report_form import default_form

    if plan is None:
        return find_miscounts(read_records(path), default_form())
    from cchc_docs.domain.reporting.doubts import find_other_results

    form, data = form_of(plan), data_of(plan)
    log = records_for(plan, path, form)
    others = (one.at(log.place(one.path)) for one in find_other_results(data, log.records, form))
    return [*find_miscounts(log, form, data), *others]


def write_workbook(
    plan: Plan | PlanFile,
    target: StrPath,
    *,
    filled: StrPath | None = None,
    overwrite: bool = False,
) -> None:
    """Write the workbook of a plan's year; `filled` is an older one whose content is carried over.

    Sheets the older one has lost come back, without content.

    Raises:
        FileAccessError: the target does not end in .xlsx, exists and `overwrite` is false, is one
            of the files that are read, or cannot be written.
        DataError: the older workbook is broken or of another plan.
    """
    from cchc_docs.excel.records_book import records_workbook

    check_outputs([target], overwrite=overwrite, inputs=[filled, *inputs_of(plan)])
    check_ending(target, ".xlsx")
    form = form_of(plan)
    records = records_for(plan, filled, form, lacking_sheets=True).records if filled else None
    write_file(target, records_workbook(data_of(plan), form, records))
