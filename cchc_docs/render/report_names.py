"""What a template of a report may name, beside what all documents have (`view`).

A module of its own: printing a plan does not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cchc_docs.render.view import AnnexView, DocumentView, Picture, Words


@dataclass(frozen=True, slots=True)
class DossierRowView:
    """A row of form 06: a field of work or the total, with columns (3) to (13) in order.

    `keep` holds it to the row below.
    """

    keep: bool
    number: Words
    field: Words
    received: Words
    online: Words
    counter: Words
    carried_in: Words
    resolved: Words
    early: Words
    on_time: Words
    late: Words
    pending: Words
    pending_in_time: Words
    pending_late: Words


@dataclass(frozen=True)
class DossierAnnexView(AnnexView):
    """The annex of dossiers.

    `form` names the form, `period` the report and its days, `bodies` who reports to whom.
    """

    form: Words
    period: Words
    bodies: Words
    rows: tuple[DossierRowView, ...]
    total: DossierRowView
    note: Words | None


@dataclass(frozen=True, slots=True)
class ProgressRowView:
    """A row of the progress of tasks; `keep` holds it to the row below."""

    kind: Literal["group", "task"]
    number: Words
    text: Words
    product: Words = ""
    lead: Words = ""
    deadline: Words = ""
    status: Words = ""
    document: Words = ""
    remark: Words = ""
    keep: bool = False


@dataclass(frozen=True)
class ProgressAnnexView(AnnexView):
    """The annex of the progress of tasks."""

    rows: tuple[ProgressRowView, ...]


@dataclass(frozen=True, slots=True)
class StatisticRowView:
    """A statistical row; what the office fills in by hand is blank."""

    kind: Literal["group", "figure"]
    number: Words
    text: Words
    unit: Words = ""
    value: Words = ""


@dataclass(frozen=True)
class StatisticsAnnexView(AnnexView):
    """The annex of statistics; `version` names the form its rows follow."""

    rows: tuple[StatisticRowView, ...]
    version: Words


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart and the line over it."""

    title: Words
    picture: Picture


@dataclass(frozen=True)
class ChartAnnexView(AnnexView):
    """The annex of charts."""

    charts: tuple[ChartView, ...]


@dataclass(frozen=True)
class ReportView(DocumentView):
    """All a template of a report may name.

    `marks` are DỰ THẢO and SỐ LIỆU GIẢ ĐỊNH where they apply. One body the report is sent up to
    is the `addressee`; several are `addressees`, a dashed line each.
    """

    marks: tuple[str, ...]
    addressee: Words | None
    addressees: tuple[Words, ...]
    dossiers: DossierAnnexView | None
    progress: ProgressAnnexView | None
    statistics: StatisticsAnnexView | None
    charts: ChartAnnexView | None
