"""What is doubtful in the log for one report: cut rows, missing days, contradictions.

Paths lead into the log. Sums and shares of the log itself are `domain.arithmetic`'s.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from cchc_docs.domain.arithmetic.rules import RULES
from cchc_docs.domain.periods import period_of
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.targets import target_states
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.plan import Plan
from cchc_docs.model.records import Records
from cchc_docs.model.report import ReportingPeriod, Window
from cchc_docs.model.report_form import FigureKind, ReportForm
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.numbers import number_text
from cchc_docs.vietnamese.text import lowered

_DAY = dt.timedelta(days=1)


def find_report_doubts(
    plan: Plan, records: Records, form: ReportForm, period: ReportingPeriod, today: dt.date
) -> list[Finding]:
    """Return what keeps the figures of a period from being whole on the day it is asked for."""
    figures = Figures(plan, records, form, period.window)
    return [
        *_of_window(period, today),
        *_cut_rows(records, form, period.window),
        *_missing_days(records, form, period.window),
        *_shares_above_all(figures, form),
        *_other_results(plan, records, figures),
    ]


def _of_window(period: ReportingPeriod, today: dt.date) -> Iterator[Finding]:
    last = short_date(period.window.last)
    if today <= period.window.last:
        what = f"Kỳ số liệu đến hết ngày {last}, chưa chốt vào ngày {short_date(today)}."
        fix = f"Lập bản chính thức từ ngày {short_date(period.window.last + _DAY)}."
        yield Finding("window-open", Level.WARNING, what, fix)
    if not period.usual:
        usual = period_of(period.kind, period.year).window
        what = (
            f"Kỳ số liệu từ ngày {short_date(period.window.first)} đến ngày {last} khác kỳ theo "
            f"quy định (từ ngày {short_date(usual.first)} đến ngày {short_date(usual.last)})."
        )
        fix = "Chỉ dùng khi cơ quan nhận báo cáo yêu cầu (Nghị định số 09/2019/NĐ-CP, Điều 12)."
        yield Finding("window-own", Level.WARNING, what, fix)


_Row = tuple[Path, str, dt.date, dt.date]
"""Path, what the row is of, its first and last day."""


def _rows(records: Records, form: ReportForm) -> Iterator[_Row]:
    """Yield the rows whose figures belong to several days."""
    for position, row in enumerate(records.dossiers):
        yield ("dossiers", position), row.field, row.since, row.until
    stocks = {one.id for one in form.indicators if one.kind is FigureKind.STOCK}
    titles = form.titles
    for position, figure in enumerate(records.figures):
        if figure.since and figure.id not in stocks:
            title = titles.get(figure.id, figure.id)
            yield ("figures", position), title, figure.since, figure.until


def _cut_rows(records: Records, form: ReportForm, window: Window) -> Iterator[Finding]:
    """Ask, for each end of the window, to split the rows that go on over it."""
    rows = list(_rows(records, form))
    for end in (window.first - _DAY, window.last):
        cut = [row for row in rows if row[2] <= end < row[3]]
        if not cut:
            continue
        path, _, first, last = cut[0]
        day, after = short_date(end), short_date(end + _DAY)
        what = (
            f"Số liệu vắt qua ngày {day}, không tính được phần trong kỳ: "
            f"{_listed([title for _, title, _, _ in cut])} (dòng đầu từ ngày {short_date(first)} "
            f"đến ngày {short_date(last)})."
        )
        fix = f"Tách mỗi dòng thành một dòng kết thúc ngày {day} và một dòng từ ngày {after}."
        yield Finding("row-cut", Level.ERROR, what, fix, path)


def _missing_days(records: Records, form: ReportForm, window: Window) -> Iterator[Finding]:
    """Point out the days of the window for which a figure that has rows has none."""
    if not records.dossiers:
        what = "Chưa có số liệu hồ sơ thủ tục hành chính."
        yield Finding("days-missing", Level.WARNING, what, "Ghi số liệu từng lĩnh vực.")
    covered: dict[tuple[str, str], list[Window]] = {}
    for path, title, first, last in _rows(records, form):
        covered.setdefault((str(path[0]), title), []).append(Window(first, last))
    gaps: dict[Window, list[str]] = {}
    for (_, title), windows in covered.items():
        for gap in _gaps(window, windows):
            gaps.setdefault(gap, []).append(title)
    for gap, titles in sorted(gaps.items(), key=lambda one: one[0].first):
        days = f"từ ngày {short_date(gap.first)} đến ngày {short_date(gap.last)}"
        what = f"Thiếu số liệu {days}: {_listed(titles)}."
        yield Finding(
            "days-missing", Level.WARNING, what, "Ghi số liệu; không phát sinh thì ghi 0."
        )


def _listed(titles: list[str]) -> str:
    shown = "; ".join(titles[:5])
    return shown if len(titles) <= 5 else f"{shown} và {len(titles) - 5} mục khác"


def _gaps(window: Window, covered: Iterable[Window]) -> Iterator[Window]:
    """Yield the days of the window that nothing covers."""
    day = window.first
    for one in sorted(covered, key=lambda one: one.first):
        if one.last < day:
            continue
        if one.first > window.last:
            break
        if one.first > day:
            yield Window(day, one.first - _DAY)
        day = one.last + _DAY
    if day <= window.last:
        yield Window(day, window.last)


def _shares_above_all(figures: Figures, form: ReportForm) -> Iterator[Finding]:
    """Point out shares above 100% that no limit of the form looks at already (R14)."""
    limited = {(one.parts, one.wholes) for one in form.limits}
    for rate in form.rates:
        figure = figures.get(rate.id)
        if figure is None or figure.value <= 1 or ((rate.part,), (rate.whole,)) in limited:
            continue
        part, whole = figure.parts
        what = (
            f"{part.title} ({number_text(part.value)}) nhiều hơn {lowered(whole.title)} "
            f"({number_text(whole.value)})."
        )
        path = part.records[0] if part.records else ()
        rule = RULES["R14"]
        yield Finding(rule.id, rule.level, what, rule.fix, path)


def _other_results(plan: Plan, records: Records, figures: Figures) -> Iterator[Finding]:
    """Point out typed results of targets that another figure of the log contradicts (R22)."""
    for state in target_states(plan, records, figures):
        if state.differs and state.entry is not None:
            typed = records.targets[state.entry].result
            what = f'Kết quả ghi là "{typed}", số liệu trong sổ cho {state.reached}.'
            fix = "Sửa kết quả đã ghi, hoặc để trống: công cụ tự tính từ số liệu."
            path = ("targets", state.entry, "result")
            rule = RULES["R22"]
            yield Finding(rule.id, rule.level, what, fix, path)
