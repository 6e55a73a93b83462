"""What became of a year's plan, out of its log: the start of next year's."""

from __future__ import annotations

from cchc_docs.domain.periods import reporting_year
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.targets import target_states
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Progress, TargetResult, TaskProgress
from cchc_docs.model.records import Records
from cchc_docs.model.report_form import ReportForm
from cchc_docs.model.threshold import parse_threshold


def progress_of(plan: Plan, records: Records, form: ReportForm) -> Progress:
    """Return the state of every task in the log and of every target that has a result.

    Measured targets get the figure of the whole year.
    """
    figures = Figures(plan, records, form, reporting_year(records.year))
    tasks = tuple(
        TaskProgress(id=one.task.id, status=one.status, note=one.record.note)
        for one in figures.tasks
        if one.record
    )
    typed = records.targets
    targets = tuple(
        TargetResult(
            id=one.target.id,
            result=parse_threshold(one.reached),
            met=typed[one.entry].met if one.entry is not None and not one.figure else None,
        )
        for one in target_states(plan, records, figures)
        if one.reached
    )
    return Progress(unit=records.unit, year=records.year, tasks=tasks, targets=targets)
