"""The annexes of a report as their template prints them, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from cchc_docs.findings import Path
from cchc_docs.model.report import (
    ChartAnnex,
    DossierRow,
    Figure,
    Report,
    StatisticLineGroup,
    TaskLineGroup,
)
from cchc_docs.render.charts import chart_png, spoken
from cchc_docs.render.head import annex_head
from cchc_docs.render.page import LANDSCAPE_TEXT_MM, UPRIGHT_TEXT_MM, PageFit
from cchc_docs.render.report_names import (
    ChartAnnexView,
    ChartView,
    DossierAnnexView,
    DossierRowView,
    ProgressAnnexView,
    ProgressRowView,
    StatisticRowView,
    StatisticsAnnexView,
)
from cchc_docs.render.view import Words
from cchc_docs.render.writer import Writer
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.numbers import number_text, share_text
from cchc_docs.vietnamese.numerals import roman

# Letters that a line of these columns holds at least, in the widths of our template.
_FIELD_LINE, _TASK_LINE, _STATISTIC_LINE = 14, 24, 30

Row = TypeVar("Row", DossierRowView, ProgressRowView)

_FORM_06 = "Biểu số 06/VPCP/KSTT ban hành kèm theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020"
_CHART_MM = 88.0  # two charts with their titles fit under the heading of an upright page


def dossiers_view(report: Report, page: PageFit, writer: Writer) -> DossierAnnexView | None:
    """Return form 06 row by row, or None where the report has no dossiers."""
    annex = report.annexes.dossiers
    if annex is None:
        return None
    head = annex_head("dossiers", annex.title, report, page, LANDSCAPE_TEXT_MM, writer)
    path: Path = ("annexes", "dossiers")
    rows = [
        _dossier_row(str(position + 1), row, (*path, "rows", position), writer)
        for position, row in enumerate(annex.rows)
    ]
    return DossierAnnexView(
        **vars(head),
        form=_FORM_06,
        period=_period(report),
        bodies=_bodies(report, writer),
        rows=_with_last_kept(rows),
        total=_dossier_row("", annex.total, (*path, "total"), writer),
        note=writer.words(annex.note, (*path, "note")) if annex.note else None,
    )


def _bodies(report: Report, writer: Writer) -> Words:
    """Return who reports, and to whom if it goes up: two lines of the head of form 06."""
    sender = f"Đơn vị báo cáo: {report.agency.full_name}"
    if not report.addressees:
        return writer.words(sender)
    return writer.words(f"{sender}; đơn vị nhận báo cáo: {'; '.join(report.addressees)}")


def _with_last_kept(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Hold the last row to what follows: a page with no row on it would be sent back."""
    *before, last = rows
    return (*before, replace(last, keep=True))


def _period(report: Report) -> str:
    window = report.period.window
    days = f"từ ngày {short_date(window.first)} đến ngày {short_date(window.last)}"
    return f"Kỳ báo cáo: {report.period.named} ({days})"


def _dossier_row(number: str, row: DossierRow, path: Path, writer: Writer) -> DossierRowView:
    figures = (
        writer.words(_figure_text(figure), (*path, "columns", position))
        for position, figure in enumerate(row.columns)
    )
    label = writer.cell_words(row.label, _FIELD_LINE, (*path, "label"))
    return DossierRowView(False, number, label, *figures)


def _figure_text(figure: Figure) -> str:
    """Return a figure as its cell prints it; the unit stands in a column of its own."""
    if figure.unit == "%":
        return share_text(figure.value).removesuffix("%")
    return number_text(figure.value)


def progress_view(report: Report, page: PageFit, writer: Writer) -> ProgressAnnexView | None:
    """Return the progress of the plan's tasks row by row, or None where there is none."""
    annex = report.annexes.progress
    if annex is None:
        return None
    head = annex_head("progress", annex.title, report, page, LANDSCAPE_TEXT_MM, writer)
    rows = _progress_rows(annex.groups, writer)
    return ProgressAnnexView(**vars(head), rows=_with_last_kept(rows))


def _progress_rows(groups: tuple[TaskLineGroup, ...], writer: Writer) -> Iterator[ProgressRowView]:
    number = titled = 0
    for position, group in enumerate(groups):
        if group.title:
            titled += 1
            yield ProgressRowView("group", roman(titled), writer.capitals(group.title))
        for place, task in enumerate(group.tasks):
            number += 1
            path: Path = ("annexes", "progress", "groups", position, "tasks", place)
            yield ProgressRowView(
                "task",
                str(number),
                writer.cell_words(task.text, _TASK_LINE, (*path, "text")),
                writer.cell_words(task.product),
                writer.cell_words("; ".join(task.lead)),
                writer.cell_words(task.deadline, path=(*path, "deadline")),
                writer.cell_words(task.status, path=(*path, "status")),
                writer.cell_words(task.document, path=(*path, "document")),
                writer.cell_words(task.remark, path=(*path, "remark")),
            )


def statistics_view(report: Report, page: PageFit, writer: Writer) -> StatisticsAnnexView | None:
    """Return the statistical rows, or None where the ward has no form for them."""
    annex = report.annexes.statistics
    if annex is None:
        return None
    head = annex_head("statistics", annex.title, report, page, UPRIGHT_TEXT_MM, writer)
    rows = tuple(_statistic_rows(annex.groups, writer))
    return StatisticsAnnexView(**vars(head), rows=rows, version=writer.words(annex.version))


def _statistic_rows(
    groups: tuple[StatisticLineGroup, ...], writer: Writer
) -> Iterator[StatisticRowView]:
    number = 0
    for position, group in enumerate(groups):
        yield StatisticRowView("group", roman(position + 1), writer.capitals(group.title))
        for place, row in enumerate(group.rows):
            number += 1
            path: Path = ("annexes", "statistics", "groups", position, "rows", place, "figure")
            yield StatisticRowView(
                "figure",
                str(number),
                writer.cell_words(row.label, _STATISTIC_LINE),
                writer.cell_words(row.unit),
                writer.words(_figure_text(row.figure), path) if row.figure else "",
            )


def charts_view(report: Report, page: PageFit, writer: Writer) -> ChartAnnexView | None:
    """Return the charts, or None where the report has none.

    Raises:
        ConversionError: matplotlib is not installed.
    """
    annex = report.annexes.charts
    if annex is None:
        return None
    head = annex_head("charts", annex.title, report, page, UPRIGHT_TEXT_MM, writer)
    return ChartAnnexView(**vars(head), charts=tuple(_charts(annex, writer)))


def _charts(annex: ChartAnnex, writer: Writer) -> Iterator[ChartView]:
    for bars in annex.charts:
        png = chart_png(bars, UPRIGHT_TEXT_MM, _CHART_MM)
        picture = writer.picture(png, UPRIGHT_TEXT_MM, _CHART_MM, spoken(bars))
        yield ChartView(writer.words(bars.title), picture)
