"""A periodic report: a document whose figures know the records and the rule they came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from pydantic import Field, InstanceOf

from cchc_docs.decree.document_types import REPORT, DocumentType
from cchc_docs.findings import Path
from cchc_docs.model.base import Model, Text, TextList
from cchc_docs.model.document import AnyAnnexes, Document
from cchc_docs.model.period import PeriodKind


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A kind of report of a year with the days its figures are of.

    `usual` is false for a window of the user's own.
    """

    kind: PeriodKind
    year: int
    window: Window
    usual: bool = True

    @property
    def named(self) -> str:
        """The period in a title: ``Quý I năm 2024``, ``năm 2024``."""
        return self.kind.named(self.year)

    @property
    def in_sentence(self) -> str:
        """The period in a sentence: ``quý I năm 2024``."""
        return self.kind.in_sentence(self.year)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its origin.

    `value` is exact; of a share (`unit` ``%``) it is the fraction itself. `rule` says in
    Vietnamese how it was computed, `records` are the paths in the log it was taken from, `parts`
    the figures it was computed from.
    """

    id: str
    title: str
    unit: str
    value: Fraction
    rule: str
    records: tuple[Path, ...] = ()
    parts: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """Where a figure is printed: the path of a text of the report and the letters in it."""

    path: Path
    start: int
    end: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class TypedText:
    """Where a text of the log is printed: the path in the report, and that in the log."""

    path: Path
    source: Path


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on the letters `start` to `end` of the text at `path`; 0 to 0 means all of it."""

    path: Path
    start: int
    end: int
    text: str


class DossierRow(Model):
    """A row of form 06: the label, and columns (3) to (13) in order."""

    label: str
    columns: tuple[InstanceOf[Figure], ...]


class DossierAnnex(Model):
    """Form 06/VPCP/KSTT of the window: a row for each field of work, and their total."""

    title: str
    rows: tuple[DossierRow, ...]
    total: DossierRow
    note: str | None = None


class TaskLine(Model):
    """A task of the plan with what became of it; what there is nothing of is blank."""

    text: str
    product: str
    lead: tuple[str, ...]
    deadline: str
    status: str
    document: str
    remark: str


class TaskLineGroup(Model):
    """Tasks under one title; None where the plan gives none."""

    title: str | None = None
    tasks: tuple[TaskLine, ...]


class ProgressAnnex(Model):
    """The tasks of the year's plan with their state at the end of the window."""

    title: str
    groups: tuple[TaskLineGroup, ...]


class StatisticLine(Model):
    """A row of the statistical annex; `figure` None prints an empty cell."""

    label: str
    unit: str
    figure: InstanceOf[Figure] | None = None


class StatisticLineGroup(Model):
    """Statistical rows under one title."""

    title: str
    rows: tuple[StatisticLine, ...]


class StatisticsAnnex(Model):
    """Statistical rows by group; `version` names the form they follow."""

    title: str
    version: str
    groups: tuple[StatisticLineGroup, ...]


class Series(Model):
    """The bars of one name: a value for each label of the chart."""

    name: str
    values: tuple[int, ...]


class Bars(Model):
    """A bar chart: its title, the unit of its values, the labels, the series side by side."""

    title: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


class ChartAnnex(Model):
    """Charts of the progress of tasks and of dossiers by month."""

    title: str
    charts: tuple[Bars, ...]


class ReportAnnexes(AnyAnnexes):
    """The annexes a report has; they are numbered in this order."""

    dossiers: DossierAnnex | None = Field(None, title="Phụ lục hồ sơ TTHC")
    progress: ProgressAnnex | None = Field(None, title="Phụ lục tiến độ")
    statistics: StatisticsAnnex | None = Field(None, title="Phụ lục thống kê")
    charts: ChartAnnex | None = Field(None, title="Phụ lục biểu đồ")


class Report(Document):
    """The periodic report on administrative reform (báo cáo CCHC) of a ward."""

    TYPE: ClassVar[DocumentType] = REPORT

    period: InstanceOf[ReportingPeriod] = Field(title="Kỳ báo cáo")
    addressees: TextList = Field(
        (), title="Kính gửi", description="Để trống thì không in dòng Kính gửi"
    )
    invented: bool = Field(False, title="Số liệu giả định")
    annexes: ReportAnnexes = Field(ReportAnnexes(), title="Phụ lục")
    printed: tuple[InstanceOf[PrintedFigure], ...] = Field((), title="Số liệu đã in")
    typed: tuple[InstanceOf[TypedText], ...] = Field((), title="Nội dung đã ghi")
    form_version: Text = Field(title="Phiên bản mẫu báo cáo")

    @property
    def goes_up(self) -> bool:
        """Whether it has a line "Kính gửi:"."""
        return bool(self.addressees)
