"""Deadlines and the day of issue: readable, within the year, on workdays, with time to act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cchc_docs.domain.walking import task_rows
from cchc_docs.domain.workdays import rest_day, workdays
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.deadline import Deadline, DeadlineForm
from cchc_docs.model.plan import Plan
from cchc_docs.vietnamese.dates import month_text, short_date

_TIGHT = 10  # workdays from issue to the deadline: less is too short for a draft, comments, signing
_MONTH = dt.timedelta(30)  # holds more workdays than that even at Tết
_LAST_QUARTER = 10  # its first month


def check_deadlines(plan: Plan) -> Iterator[Finding]:
    """Yield deadlines that give no days, or days of another year."""
    for path, task in task_rows(plan):
        here: Path = (*path, "deadline")
        window = task.deadline.window(plan.year)
        if task.deadline.form is DeadlineForm.FREE:
            yield Finding(
                "deadline-unread",
                Level.NOTE,
                f'Thời hạn "{task.deadline}" không quy ra ngày được, công cụ không theo dõi được.',
                f'Nếu có thể, ghi như "Quý I/{plan.year}", "Trước ngày 10/01/{plan.year}".',
                here,
            )
        elif window and not window[0].year <= plan.year <= window[1].year:
            yield Finding(
                "deadline-year",
                Level.WARNING,
                f'Thời hạn "{task.deadline}" (đến {short_date(window[1])}) ngoài năm {plan.year}.',
                "Kiểm tra lại năm của thời hạn.",
                here,
            )


def check_rest_days(plan: Plan) -> Iterator[Finding]:
    """Yield deadlines whose last day nobody works on; standing days of every year do not count."""
    for path, task in task_rows(plan):
        last = _named_day(task.deadline, plan)
        reason = rest_day(last) if last and last.year == plan.year else None
        if last and reason:
            yield Finding(
                "deadline-weekend",
                Level.NOTE,
                f'Thời hạn "{task.deadline}": ngày cuối là {short_date(last)}, {reason}.',
                "Chọn ngày làm việc liền trước, hoặc giữ nếu có chủ ý.",
                (*path, "deadline"),
            )


def check_issue_day(plan: Plan) -> Iterator[Finding]:
    """Yield a day of issue on which the office is closed."""
    date = _first_day_of_issue(plan)
    reason = rest_day(date) if date and plan.issue_date and plan.issue_date.day else None
    if date and reason:
        yield Finding(
            "issue-date-rest-day",
            Level.WARNING,
            f"Ngày ban hành {short_date(date)} là {reason}.",
            "Kiểm tra lại ngày ban hành.",
            ("issue_date",),
        )


def check_time_to_act(plan: Plan) -> Iterator[Finding]:
    """Yield deadlines that end before the plan is issued, or only days after it."""
    first, last = _first_day_of_issue(plan), _last_day_of_issue(plan)
    if not first or not last or first.year not in (plan.year - 1, plan.year):
        return
    for path, task in task_rows(plan):
        window = task.deadline.window(plan.year)
        if not window or window[1].year < plan.year:
            continue
        if window[1] < first:
            yield Finding(
                "deadline-before-issue",
                Level.WARNING,
                f'Thời hạn "{task.deadline}" kết thúc ngày {short_date(window[1])}, trước khi kế '
                f"hoạch được ban hành ({_issued(plan)}).",
                "Lùi thời hạn, hoặc bỏ nhiệm vụ nếu đã làm xong.",
                (*path, "deadline"),
            )
        elif last <= window[1] < last + _MONTH and (left := workdays(last, window[1])) < _TIGHT:
            yield Finding(
                "deadline-tight",
                Level.NOTE,
                f'Thời hạn "{task.deadline}" chỉ còn {left} ngày làm việc sau khi ban hành.',
                "Cân nhắc lùi thời hạn, hoặc báo trước cho bộ phận thực hiện.",
                (*path, "deadline"),
            )


def check_late_plans(plan: Plan) -> Iterator[Finding]:
    """Yield plans of this very year that are only to be made in its last quarter."""
    for path, task in task_rows(plan):
        window = task.deadline.window(plan.year)
        planned = (task.product or "").lower().startswith("kế hoạch")
        own_year = f"năm {plan.year}" in task.text and str(plan.year + 1) not in task.text
        late = dt.date(plan.year, _LAST_QUARTER, 1)
        if planned and own_year and window and late <= window[0] and window[1].year == plan.year:
            yield Finding(
                "plan-due-late",
                Level.NOTE,
                f'Kế hoạch của năm {plan.year} mà thời hạn là "{task.deadline}", còn ít thời gian '
                "để thực hiện trong năm.",
                "Cân nhắc ban hành sớm hơn, hoặc kiểm tra lại thời hạn.",
                (*path, "deadline"),
            )


def _named_day(deadline: Deadline, plan: Plan) -> dt.date | None:
    """Return the last day allowed where the wording names a day of one year, else None."""
    if not deadline.day or deadline.yearly or deadline.text.lower().startswith("trước tháng"):
        return None
    window = deadline.window(plan.year)
    return window[1] if window else None


def _first_day_of_issue(plan: Plan) -> dt.date | None:
    date = plan.issue_date
    return dt.date(date.year, date.month, date.day or 1) if date and date.month else None


def _last_day_of_issue(plan: Plan) -> dt.date | None:
    first = _first_day_of_issue(plan)
    if not first or not plan.issue_date or plan.issue_date.day:
        return first
    return (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)


def _issued(plan: Plan) -> str:
    date = plan.issue_date
    if not date or date.day is None:
        return f"tháng {month_text(date.month)} năm {date.year}" if date else ""
    return short_date(dt.date(date.year, date.month or 1, date.day))
