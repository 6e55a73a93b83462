"""What a check of documents found, as a workbook: a row for each broken rule of each file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.workbook import Workbook

from cchc_docs.excel.table import Column, fill_table, workbook_bytes


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One broken rule of one file; every text is ready to be read."""

    file: str
    level: str
    rule: str
    element: str
    title: str
    found: str
    places: str
    wanted: str
    fix: str
    clause: str
    house: str


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """What came of one file: how many rules in each way, and why something was not looked at.

    `counts` are errors, warnings, passed, not evaluated; None where the file was not checked.
    """

    file: str
    type: str
    counts: tuple[int, int, int, int] | None
    reasons: str


def _count(number: int) -> Callable[[CheckSummary], str | int]:
    return lambda row: row.counts[number] if row.counts else ""


_FINDINGS: Final[tuple[Column[CheckRow], ...]] = (
    Column("Tệp", 16, lambda row: row.file),
    Column("Mức", 9, lambda row: row.level),
    Column("Quy tắc", 14, lambda row: row.rule),
    Column("Thành phần", 13, lambda row: row.element),
    Column("Yêu cầu của quy tắc", 20, lambda row: row.title),
    Column("Tìm thấy", 18, lambda row: row.found),
    Column("Ở đâu", 24, lambda row: row.places),
    Column("Được phép", 15, lambda row: row.wanted),
    Column("Cách sửa", 22, lambda row: row.fix),
    Column("Căn cứ", 18, lambda row: row.clause),
    Column("Lý do của đơn vị", 14, lambda row: row.house),
)
_SUMMARY: Final[tuple[Column[CheckSummary], ...]] = (
    Column("Tệp", 30, lambda row: row.file),
    Column("Loại văn bản", 16, lambda row: row.type),
    Column("Lỗi", 8, _count(0)),
    Column("Cảnh báo", 10, _count(1)),
    Column("Đạt", 8, _count(2)),
    Column("Chưa xét", 10, _count(3)),
    Column("Vì sao chưa xét", 60, lambda row: row.reasons),
)


def check_workbook(rows: Sequence[CheckRow], summaries: Sequence[CheckSummary]) -> bytes:
    """Return the workbook (.xlsx): the sheet of findings, and a summary of the files."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Kết quả"
    fill_table(sheet, _FINDINGS, rows)
    summary = book.create_sheet("Tổng hợp")
    fill_table(summary, _SUMMARY, summaries)
    return workbook_bytes(book, "Kết quả kiểm tra thể thức")
