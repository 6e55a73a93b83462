"""Periodic reports: built from a plan and its log, printed, explained, kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_docs.api.paths import StrPath
from cchc_docs.api.plans import data_of, inputs_of
from cchc_docs.api.records import (
    Watcher,
    find_miscounts,
    form_of,
    records_for,
    statistics_at,
)
from cchc_docs.api.registers import register_of
from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.findings import Finding, Level
from cchc_docs.vietnamese.dates import short_date

if TYPE_CHECKING:
    from cchc_docs.model.kept import KeptFigures
    from cchc_docs.model.period import PeriodKind
    from cchc_docs.model.plan import Plan
    from cchc_docs.model.records import Records, RecordsFile
    from cchc_docs.model.report import Report, ReportingPeriod
    from cchc_docs.model.report_form import ReportForm, StatisticsForm
    from cchc_docs.storage.loading import PlanFile


def build_report(
    plan: Plan,
    records: Records,
    period: ReportingPeriod | PeriodKind,
    *,
    form: ReportForm | None = None,
) -> Report:
    """Return the report of a period; each printed figure knows its records and its rule.

    `form` None takes the one of the plan's agency profile, else ours.
    """
    from cchc_docs.domain.periods import period_of
    from cchc_docs.domain.reporting.building import build_report as build
    from cchc_docs.model.period import PeriodKind

    if isinstance(period, PeriodKind):
        period = period_of(period, plan.year)
    return build(plan, records, period, form or form_of(plan))


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What report is wanted, and of what.

    `period` is Q1, H1, Q3, 9M or YEAR; `first` and `last` None take the decree's days. `today` is
    the day of the request. `statistics` and `charts` add their annexes; a ward with a statistical
    form of its own always gets its rows. `earlier` is the folder with the final reports of the
    year, None looks at none.
    """

    period: str
    figures: StrPath
    today: dt.date
    first: dt.date | None = None
    last: dt.date | None = None
    statistics: bool = False
    charts: bool = False
    next_plan: StrPath | None = None
    earlier: StrPath | None = None


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report with everything known about it.

    `findings` have places in the log, `inputs` are the files it was made from; `earliest` is the
    first day on which it may be sent, `due` the day set by the ward (None: none is set).
    """

    report: Report
    log: RecordsFile
    findings: tuple[Finding, ...]
    kept: KeptFigures
    earliest: dt.date
    due: dt.date | None
    inputs: tuple[StrPath, ...] = ()


def make_report(plan: PlanFile, request: ReportRequest, watch: Watcher | None = None) -> MadeReport:
    """Return the report of a plan's year and what is doubtful about it; nothing is written.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of the log; it is of another unit, year or plan.
    """
    from cchc_docs.domain.periods import earliest_sending
    from cchc_docs.domain.reporting.building import build_report as build
    from cchc_docs.domain.reporting.comparison import not_comparable
    from cchc_docs.domain.reporting.doubts import find_report_doubts
    from cchc_docs.domain.reporting.kept import contradictions, kept_figures
    from cchc_docs.domain.reporting.summaries import find_new_figures

    data, form = data_of(plan), form_of(plan)
    log = records_for(plan, request.figures, form, watch)
    period = _period(request, data.year)
    why = not_comparable(register_of(plan), data.agency.unit, period)
    next_plan = _next_plan(request, data)
    report = build(
        data,
        log.records,
        period,
        form,
        statistics_form=_statistics(data, form, wanted=request.statistics),
        with_charts=request.charts,
        next_plan=next_plan,
        comparable=why is None,
    )
    found = find_report_doubts(data, log.records, form, period, request.today)
    found += find_new_figures(report, log.records, form)
    if why and log.records.last_year:
        found.append(_not_compared(why))
    earliest, due = earliest_sending(period), _due(data, period)
    if due and due < earliest:
        found.append(_due_too_early(period, earliest, due))
    for kept in _earlier(request, data, period):
        found += contradictions(kept, data, log.records, form)
    placed = [one.at(log.place(one.path) if one.path else Place(log.file)) for one in found]
    return MadeReport(
        report,
        log,
        (*find_miscounts(log, form, data), *placed),
        kept_figures(report, data, log.records, form),
        earliest,
        due,
        tuple(one for one in (*inputs_of(plan), request.figures, request.next_plan) if one),
    )


def _period(request: ReportRequest, year: int) -> ReportingPeriod:
    from cchc_docs.domain.periods import period_of, window_of
    from cchc_docs.model.period import PeriodKind
    from cchc_docs.model.report import Window

    kind = PeriodKind(request.period)
    usual = window_of(kind, year)
    own = Window(request.first or usual.first, request.last or usual.last)
    if own.first > own.last:
        fix = "Xem lại ngày ở --from và --to."
        raise DataError(Problem(Place(), "Ngày đầu kỳ sau ngày chốt số liệu.", fix))
    return period_of(kind, year, own)


def _statistics(plan: Plan, form: ReportForm, *, wanted: bool) -> StatisticsForm | None:
    from cchc_docs.storage.report_form import default_statistics

    if own := plan.agency.reports.statistics:
        return statistics_at(own, form)
    return default_statistics() if wanted else None


def _next_plan(request: ReportRequest, plan: Plan) -> Plan | None:
    from cchc_docs.api.plans import load_plan

    if request.next_plan is None:
        return None
    place = Place(str(request.next_plan))
    if request.period != "YEAR":
        what = "Kế hoạch năm sau chỉ dùng cho báo cáo năm."
        raise DataError(Problem(place, what, "Bỏ --next-plan, hoặc chọn --period YEAR."))
    following = load_plan(request.next_plan)
    if following.year != plan.year + 1:
        what = f"Đây là kế hoạch năm {following.year}, không phải năm {plan.year + 1}."
        raise DataError(Problem(place, what, f"Chọn kế hoạch của năm {plan.year + 1}."))
    return following


def _not_compared(why: str) -> Finding:
    what = f"Không so sánh với cùng kỳ năm trước: {why}."
    fix = (
        "Nếu cần so sánh, lập riêng số liệu của cùng địa bàn và ghi rõ trong báo cáo; địa bàn giữ "
        'nguyên thì ghi đơn vị vào "units" của danh mục văn bản riêng.'
    )
    return Finding("comparison-territory", Level.WARNING, what, fix, ("last_year",))


def _due_too_early(period: ReportingPeriod, earliest: dt.date, due: dt.date) -> Finding:
    """Return that a ward wants a report before its figures are closed (NĐ 09/2019, Điều 8.5)."""
    what = (
        f"Hạn gửi của đơn vị là ngày {short_date(due)}, trước ngày gửi sớm nhất "
        f"{short_date(earliest)}."
    )
    fix = f'Sửa "due: {{{period.kind}: …}}" ở mục "reports" của hồ sơ đơn vị.'
    return Finding("due-too-early", Level.WARNING, what, fix)


def _due(plan: Plan, period: ReportingPeriod) -> dt.date | None:
    written = plan.agency.reports.due.get(period.kind)
    if written is None:
        return None
    day, month = map(int, written.split("/"))
    return dt.date(plan.year + (month < 3 and period.window.last.month == 12), month, day)


def _earlier(request: ReportRequest, plan: Plan, period: ReportingPeriod) -> Iterator[KeptFigures]:
    """Yield what earlier final reports of the same ward and year said."""
    from cchc_docs.storage.kept import read_kept

    if request.earlier is None:
        return
    unit = plan.agency.unit.in_sentence
    for path in sorted(Path(request.earlier).glob("bao-cao-cchc-*.json")):
        kept = read_kept(path)
        same = kept and kept.unit == unit and kept.year == plan.year
        if kept and same and kept.period is not period.kind and kept.last <= period.window.last:
            yield kept
