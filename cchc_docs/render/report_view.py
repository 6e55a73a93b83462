"""A report as its template prints it: every string ready, every figure and mark in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cchc_docs.findings import Path
from cchc_docs.model.report import Remark, Report
from cchc_docs.render.document_view import Prepared, document_view, page_of, prepared
from cchc_docs.render.report_annexes import (
    charts_view,
    dossiers_view,
    progress_view,
    statistics_view,
)
from cchc_docs.render.report_names import ReportView
from cchc_docs.render.view import Words
from cchc_docs.render.writer import Writer


def prepare_report(report: Report, *, draft: bool, remarks: Sequence[Remark] = ()) -> Prepared:
    """Return the report ready for its template; `draft` prints DỰ THẢO and the remarks.

    Raises:
        ConversionError: the report has charts and matplotlib is not installed.
    """
    page, writer = page_of(report), Writer(report, _by_path(remarks) if draft else {})
    common = document_view(report, page, writer, draft=draft)
    addressees = _addressees(report, writer)
    view = ReportView(
        **vars(common),
        marks=tuple(_marks(report, draft)),
        addressee=addressees[0] if len(addressees) == 1 else None,
        addressees=addressees if len(addressees) > 1 else (),
        dossiers=dossiers_view(report, page, writer),
        progress=progress_view(report, page, writer),
        statistics=statistics_view(report, page, writer),
        charts=charts_view(report, page, writer),
    )
    return prepared(report, view, page, writer)


def _by_path(remarks: Sequence[Remark]) -> dict[Path, list[Remark]]:
    found: dict[Path, list[Remark]] = defaultdict(list)
    for remark in remarks:
        found[remark.path].append(remark)
    return found


def _marks(report: Report, draft: bool) -> Iterator[str]:
    if draft:
        yield "DỰ THẢO"
    if report.invented:
        yield "SỐ LIỆU GIẢ ĐỊNH"


def _addressees(report: Report, writer: Writer) -> tuple[Words, ...]:
    """Return the bodies the report is sent up to; several are a list (NĐ 30/2020, PL I, II.9.d)."""
    names = [name.strip().rstrip(".;,") for name in report.addressees]
    if len(names) > 1:
        names = [f"- {name};" for name in names[:-1]] + [f"- {names[-1]}."]
    return tuple(map(writer.words, names))
