"""The dated log of a year: the workbook out, any of its files in, and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_docs.api.paths import StrPath, check_outputs, write_file
from cchc_docs.api.plans import data_of, places_of
from cchc_docs.errors import DataError, FileAccessError, Place, Problem
from cchc_docs.storage.files import read_bytes

if TYPE_CHECKING:
    from cchc_docs.findings import Finding
    from cchc_docs.model.plan import Plan
    from cchc_docs.model.records import RecordsFile
    from cchc_docs.model.report_form import ReportForm, StatisticsForm
    from cchc_docs.storage.loading import PlanFile

YAML_ENDINGS = (".yaml", ".yml")

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


def form_at(path: StrPath) -> ReportForm:
    """Return the form of reports in a file.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the form, ids that lead nowhere included.
    """
    from cchc_docs.domain.form_check import broken_form
    from cchc_docs.storage.report_form import read_form

    form = read_form(Path(path))
    if broken := broken_form(form.data):
        raise DataError([Problem(form.place(one.path), one.what, one.fix) for one in broken])
    return form.data


def statistics_at(path: StrPath, form: ReportForm | None) -> StatisticsForm:
    """Return the statistical rows in a file; `form` None does not look for their figures.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the rows, figures the form does not have included.
    """
    from cchc_docs.domain.form_check import unknown_statistics
    from cchc_docs.storage.report_form import read_statistics

    rows = read_statistics(Path(path))
    if form and (unknown := unknown_statistics(rows.data, form)):
        raise DataError([Problem(rows.place(one.path), one.what, one.fix) for one in unknown])
    return rows.data


def read_records(path: StrPath, watch: Watcher | None = None) -> RecordsFile:
    """Return the log in a workbook (.xlsx) or a YAML file, with the places of its values.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file, with sheet and cell, or line.
    """
    from cchc_docs.storage import records
    from cchc_docs.storage.loading import refuse_other

    file = Path(path)
    if file.suffix.lower() in YAML_ENDINGS:
        refuse_other(file, "so-lieu", "tien-do")  # a log of tasks alone looks like the latter
        return records.read_records(file)
    from cchc_docs.excel.records_reader import read_records_book

    filled = read_records_book(read_bytes(file), str(path), watch)
    return records.records_of(filled.data, str(path), filled.cells, filled.problems)


def records_for(
    plan: Plan | PlanFile, path: StrPath, form: ReportForm, watch: Watcher | None = None
) -> RecordsFile:
    """Return the log of a plan, checked against the plan and the form of the ward's reports.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of the log; it is of another unit, year or plan.
    """
    from cchc_docs.domain.form_check import unknown_measures
    from cchc_docs.domain.records_check import broken_records

    if unknown := unknown_measures(data_of(plan), form):
        place = places_of(plan)
        raise DataError([Problem(place(one.path), one.what, one.fix) for one in unknown])
    log = read_records(path, watch)
    if broken := broken_records(log.records, data_of(plan), form):
        raise DataError([Problem(log.place(one.path), one.what, one.fix) for one in broken])
    return log


def find_miscounts(log: RecordsFile, form: ReportForm, plan: Plan | None = None) -> list[Finding]:
    """Return where a log breaks a rule of arithmetic (R0-R22), each with its place.

    `plan` None leaves out what is compared with the plan's targets.
    """
    from cchc_docs.domain.arithmetic import find_miscounts as find

    return [one.at(log.place(one.path)) for one in find(log.records, form, plan)]


def validate_log(path: StrPath, plan: PlanFile | None) -> list[Finding]:
    """Return what is doubtful in a log; `plan` None checks it on our form, without a plan.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of the log.
    """
    from cchc_docs.storage.report_form import default_form

    if plan is None:
        return find_miscounts(read_records(path), default_form())
    form = form_of(plan)
    return find_miscounts(records_for(plan, path, form), form, data_of(plan))


def write_workbook(
    plan: Plan | PlanFile,
    target: StrPath,
    *,
    filled: StrPath | None = None,
    overwrite: bool = False,
) -> None:
    """Write the workbook of a plan's year; `filled` is an older one whose content is carried over.

    Raises:
        FileAccessError: the target exists and `overwrite` is false, is the older workbook itself,
            or cannot be written.
        DataError: the older workbook is broken or of another plan.
    """
    from cchc_docs.excel.records_book import records_workbook

    if filled and Path(target).exists() and Path(target).samefile(filled):
        fix = "Chọn tên khác ở --out; sổ cũ không bao giờ bị ghi đè."
        raise FileAccessError(Problem(Place(str(target)), "Sổ mới sẽ ghi đè lên sổ cũ.", fix))
    check_outputs([Path(target)], overwrite=overwrite)
    form = form_of(plan)
    records = records_for(plan, filled, form).records if filled else None
    write_file(target, records_workbook(data_of(plan), form, records))
