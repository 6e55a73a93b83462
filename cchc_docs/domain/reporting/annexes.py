"""The annexes of a report: form 06, progress of the plan, statistical rows, charts."""

from __future__ import annotations

from collections import Counter

from cchc_docs.domain.names import office_list
from cchc_docs.domain.reporting.dossiers import form_06
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.lists import document_text
from cchc_docs.domain.reporting.tasks import TaskState
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import TaskStatus
from cchc_docs.model.report import (
    Bars,
    ChartAnnex,
    DossierAnnex,
    ProgressAnnex,
    ReportingPeriod,
    Series,
    StatisticLine,
    StatisticLineGroup,
    StatisticsAnnex,
    TaskLine,
    TaskLineGroup,
)
from cchc_docs.model.report_form import StatisticsForm
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.numbers import count_text
from cchc_docs.vietnamese.text import capitalised

STATUS_WORDS = {
    TaskStatus.DONE: "Đã hoàn thành",
    TaskStatus.DOING: "Đang thực hiện",
    TaskStatus.NOT_STARTED: "Chưa thực hiện",
    TaskStatus.CANCELLED: "Không tiếp tục thực hiện",
}


def dossier_annex(figures: Figures) -> DossierAnnex | None:
    """Return form 06/VPCP/KSTT of the window (TT 01/2020/TT-VPCP); None without dossiers."""
    if not figures.dossiers:
        return None
    rows, total = form_06(figures.dossiers)
    apart = figures.get("ho-so-ngoai")
    note = None
    if apart and apart.value:
        note = (
            f"Ngoài số hồ sơ đã giải quyết và đang giải quyết có {count_text(apart.value)} hồ sơ "
            "được rút, bị trả lại hoặc dừng xử lý."
        )
    title = (
        "Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải "
        "quyết thủ tục hành chính"
    )
    return DossierAnnex(title=title, rows=tuple(rows), total=total, note=note)


def progress_annex(plan: Plan, figures: Figures, period: ReportingPeriod) -> ProgressAnnex | None:
    """Return the tasks of the plan with what became of them; None where the plan lists none."""
    if plan.annexes.tasks is None:
        return None
    states = iter(figures.tasks)
    groups = tuple(
        TaskLineGroup(
            title=group.title,
            tasks=tuple(_line(next(states), plan) for _ in group.tasks),
        )
        for group in plan.annexes.tasks.groups
    )
    day = short_date(period.window.last)
    title = f"Tiến độ thực hiện kế hoạch cải cách hành chính năm {plan.year} đến hết ngày {day}"
    return ProgressAnnex(title=title, groups=groups)


def _line(state: TaskState, plan: Plan) -> TaskLine:
    remarks = [state.note] if state.note else []
    if state.late:
        remarks.insert(0, "Quá hạn")
    if state.done_late:
        remarks.insert(0, "Hoàn thành sau thời hạn")
    return TaskLine(
        text=state.task.text,
        product=state.task.product or "",
        lead=(office_list(state.task.lead, plan),),
        deadline=str(state.task.deadline),
        status=STATUS_WORDS[state.status],
        document=document_text(state),
        remark=capitalised("; ".join(remarks)),
    )


def statistics(form: StatisticsForm, figures: Figures) -> StatisticsAnnex:
    """Return the statistical rows; a figure that is not known leaves its cell empty."""
    groups = tuple(
        StatisticLineGroup(
            title=group.title,
            rows=tuple(
                StatisticLine(
                    label=row.label,
                    unit=row.unit,
                    figure=figures.get(row.figure) if row.figure else None,
                )
                for row in group.rows
            ),
        )
        for group in form.groups
    )
    title = "Số liệu thống kê công tác cải cách hành chính"
    return StatisticsAnnex(title=title, version=form.version, groups=groups)


def charts(figures: Figures) -> ChartAnnex | None:
    """Return the charts there are figures for: tasks by state, dossiers by month."""
    found = [one for one in (_task_bars(figures), _dossier_bars(figures)) if one]
    if not found:
        return None
    return ChartAnnex(title="Biểu đồ kết quả công tác cải cách hành chính", charts=tuple(found))


def _task_bars(figures: Figures) -> Bars | None:
    if not figures.tasks:
        return None
    counts = Counter(one.status for one in figures.tasks)
    return Bars(
        title="Tiến độ nhiệm vụ của kế hoạch",
        unit="nhiệm vụ",
        labels=tuple(STATUS_WORDS.values()),
        series=(Series(name="Số nhiệm vụ", values=tuple(counts[one] for one in STATUS_WORDS)),),
    )


def _dossier_bars(figures: Figures) -> Bars | None:
    """Group the rows by the month they end in."""
    received: Counter[tuple[int, int]] = Counter()
    resolved: Counter[tuple[int, int]] = Counter()
    for log in figures.dossiers:
        for _, row in log.entries:
            month = (row.until.year, row.until.month)
            received[month] += row.online + row.counter
            resolved[month] += row.early + row.on_time + row.late
    if not received:
        return None
    months = sorted(received)
    return Bars(
        title="Hồ sơ thủ tục hành chính theo tháng",
        unit="hồ sơ",
        labels=tuple(f"{month}/{year}" for year, month in months),
        series=(
            Series(name="Tiếp nhận", values=tuple(received[one] for one in months)),
            Series(name="Đã giải quyết", values=tuple(resolved[one] for one in months)),
        ),
    )
