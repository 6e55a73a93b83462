"""What is doubtful in the log for one report: cut rows, missing days, contradictions.

Paths lead into the log. Sums and shares of the log itself are `domain.arithmetic`'s.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from cchc_docs.domain.arithmetic.log import check_dossiers
from cchc_docs.domain.arithmetic.relations import Stated, check_balance
from cchc_docs.domain.arithmetic.rules import RULES
from cchc_docs.domain.periods import period_of, quarters
from cchc_docs.domain.reporting.dossiers import dossier_figure
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.targets import target_states
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.period import PeriodKind
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
        *_unbalanced_fields(figures),
        *_old_stocks(records, form, period.window),
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


def _unbalanced_fields(figures: Figures) -> Iterator[Finding]:
    """Point out fields that do not add up over the window, though each row of theirs does (R4).

    The rows do not follow each other: a month between them is missing.
    """
    for log in figures.dossiers:
        if len(log.entries) < 2 or any(check_dossiers(row) for _, row in log.entries):
            continue
        received, resolved, pending, apart = (
            Stated(title, dossier_figure(name, [log]).value) for name, title in _BALANCE.items()
        )
        if miscount := check_balance(received, resolved, pending, [apart]):
            window = figures.window
            days = f"từ ngày {short_date(window.first)} đến ngày {short_date(window.last)}"
            yield miscount.at(("dossiers", log.entries[-1][0]), f"{log.field}, {days}")


_BALANCE: Final = {
    "ho-so": "hồ sơ nhận giải quyết",
    "ho-so-xong": "đã giải quyết",
    "ho-so-dang": "đang giải quyết",
    "ho-so-ngoai": "rút, trả lại, dừng xử lý",
}


def _old_stocks(records: Records, form: ReportForm, window: Window) -> Iterator[Finding]:
    """Point out stocks that nobody has counted in the quarter the window ends with."""
    stocks = {one.id: one.title for one in form.indicators if one.kind is FigureKind.STOCK}
    last: dict[str, dt.date] = {}
    for figure in records.figures:
        if figure.id in stocks and figure.until <= window.last:
            last[figure.id] = max(figure.until, last.get(figure.id, figure.until))
    begun = (one.first for one in quarters(records.year) if one.first <= window.last)
    begin = max(begun, default=window.first)
    old = [f"{stocks[name]} ({short_date(day)})" for name, day in last.items() if day < begin]
    if old:
        day = short_date(window.last)
        what = f"Số có đến ngày {day} lấy theo lần ghi cuối, trước đó đã lâu: {_listed(old)}."
        fix = f"Đối chiếu; có thay đổi thì ghi số của ngày {day}."
        yield Finding("stock-old", Level.WARNING, what, fix)


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


def find_other_results(plan: Plan, records: Records, form: ReportForm) -> Iterator[Finding]:
    """Yield typed results that contradict the log in every report that closes on their day (R22).

    Results of other days are judged by the reports themselves.
    """
    contradicted: dict[Path, list[Finding]] = {}
    reports: Counter[dt.date] = Counter()
    for kind in PeriodKind:
        window = period_of(kind, plan.year).window
        reports[window.last] += 1
        for one in _other_results(plan, records, Figures(plan, records, form, window)):
            if records.targets[int(one.path[1])].date == window.last:
                contradicted.setdefault(one.path, []).append(one)
    for path, findings in contradicted.items():
        if len(findings) == reports[records.targets[int(path[1])].date]:
            yield findings[0]


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
