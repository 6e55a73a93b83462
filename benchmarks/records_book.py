"""How long reading a workbook of figures takes, against openpyxl alone and as it grows."""

from __future__ import annotations

import datetime as dt
import io

from openpyxl import load_workbook

from benchmarks.stopwatch import seconds
from cchc_docs.excel.records_book import records_workbook
from cchc_docs.excel.records_reader import read_records_book
from cchc_docs.model.plan import Plan
from cchc_docs.model.records import DossierRecord, Records
from cchc_docs.storage.records import records_of
from cchc_docs.storage.report_form import default_form

_COUNTS = ("online", "counter", "carried_in", "early", "on_time", "late", "pending_in_time")


def workbook_of(plan: Plan, rows: int) -> bytes:
    """Return a workbook with so many rows of dossiers, each with seven figures."""
    day = dt.date(plan.year, 1, 15)
    counts = dict.fromkeys(_COUNTS, 12)
    dossiers = tuple(
        DossierRecord(field=f"Lĩnh vực {number}", since=day, until=day, note="=ghi chú", **counts)
        for number in range(rows)
    )
    unit = plan.agency.unit.in_sentence
    return records_workbook(
        plan, default_form(), Records(unit=unit, year=plan.year, dossiers=dossiers)
    )


def read(content: bytes) -> Records:
    """Read a workbook as a report does: cells, then the model."""
    found = read_records_book(content, "so-lieu.xlsx")
    return records_of(found.data, "so-lieu.xlsx", found.cells, found.problems).records


def reading(plan: Plan) -> tuple[float, float]:
    """Time reading 10,000 rows.

    Returns two ratios: ours to a plain full `openpyxl.load_workbook` of the same file (at most 3),
    and the time of a row among 10,000 to that of a row among 2,500 (linear: about 1).
    """
    small, large = (workbook_of(plan, rows) for rows in (2_500, 10_000))
    ours = seconds(lambda: read(large), 3)
    ratio = ours / seconds(lambda: load_workbook(io.BytesIO(large)), 3)
    return ratio, ours / 4 / seconds(lambda: read(small), 3)
