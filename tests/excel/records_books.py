"""A plan's records, and what officers and programs do to their workbook."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from cchc_docs import load_plan
from cchc_docs.excel.records_book import records_workbook
from cchc_docs.excel.records_cells import Filled
from cchc_docs.excel.records_reader import read_records_book
from cchc_docs.model.records import Records
from cchc_docs.model.report_form import ReportForm
from cchc_docs.storage.resources import EXAMPLE_PLAN

FILE = "so-lieu.xlsx"
PLAN = load_plan(EXAMPLE_PLAN)
FORM = ReportForm.model_validate(
    {
        "version": "thử",
        "dossier_fields": ["Chứng thực", "Hộ tịch"],
        "groups": [
            {
                "title": "Tuyên truyền",
                "indicators": [
                    {"id": "tin-bai", "title": "Tin, bài", "unit": "tin, bài"},
                    {"id": "khu-pho", "title": "Khu phố", "unit": "khu phố", "kind": "stock"},
                ],
            }
        ],
        "compared": ["tin-bai"],
        "sections": [
            {
                "id": "mot",
                "title": "CHỈ ĐẠO",
                "headings": [
                    {
                        "id": "hai",
                        "title": "Kế hoạch",
                        "headings": [{"id": "ba", "title": "Tiến độ"}],
                    }
                ],
            },
            {"id": "bon", "title": "KẾT QUẢ"},
        ],
    }
)
BLANK = records_workbook(PLAN, FORM)
GENERAL, TASKS, TARGETS = "Thông tin chung", "Tiến độ nhiệm vụ", "Chỉ tiêu"
DOSSIERS, FIGURES = "Hồ sơ TTHC", "Số liệu khác"
TEXTS, LAST_YEAR = "Nội dung", "Cùng kỳ năm trước"

MARCH = dt.date(2024, 3, 5)
Fill = Callable[[Workbook], None]


def filled(fill: Fill, content: bytes = BLANK) -> bytes:
    """Return the workbook as `fill` leaves it."""
    book = load_workbook(io.BytesIO(content))
    fill(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def put(sheet: str, **cells: object) -> Fill:
    """Return what writes values into cells of a sheet."""

    def fill(book: Workbook) -> None:
        for name, value in cells.items():
            book[sheet][name] = value

    return fill


def read(fill: Fill) -> Filled:
    return read_records_book(filled(fill), FILE)


def records(**lists: Any) -> Records:
    return Records.model_validate({"unit": "phường Hoài Hảo", "year": 2024, **lists})
