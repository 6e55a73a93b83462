"""The review as a workbook: a row each for what was changed, kept or asked, and how to answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from openpyxl.styles import Alignment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.domain.answers import DROP, KEEP, decisions
from cchc_docs.domain.review import AnswerKind, ReviewRow, in_reading_order
from cchc_docs.domain.review_text import REVIEW_FIELDS, review_sections
from cchc_docs.excel.table import (
    AS_TYPED,
    Column,
    fill_table,
    lines_in,
    print_setup,
    put_text,
    row_height,
    workbook_bytes,
)

SHEET: Final = "Rà soát"
GUIDE_SHEET: Final = "Hướng dẫn"
KEY, QUESTION, ANSWER = "Mã", "Câu hỏi", "Trả lời"

_WIDTHS = {  # together about the width of a landscape page
    KEY: 9,
    "Nơi trong văn bản": 13,
    "Nội dung": 10,
    "Cũ": 20,
    "Mới": 20,
    "Đã làm": 8,
    "Vì sao": 18,
    "Việc cần làm": 13,
    QUESTION: 18,
    "Cách trả lời": 16,
}
_ANSWER_WIDTH = 18
_GUIDE_WIDTH = 75
_GUIDE: Final = (
    f'Mở trang "{SHEET}". Các dòng cần trả lời đứng đầu, ô phải ghi có nền vàng, ở cột "{ANSWER}".',
    f'Đọc cột "{QUESTION}" và cột "Cách trả lời", rồi ghi câu trả lời vào cột "{ANSWER}" của đúng '
    "dòng đó. Chữ đã ghi sẽ thay cho câu hỏi trong kế hoạch.",
    f'Ghi {KEEP} để giữ chữ nêu ở cột "Cách trả lời"; ghi {DROP} để bỏ hẳn phần được hỏi. Chỉ dùng '
    'hai chữ này khi cột "Cách trả lời" cho phép.',
    "Ngày ghi dạng 31/12/2025. Chỉ tiêu ghi cả đơn vị, dấu phẩy trước phần thập phân: trên 92,4%.",
    "Chưa biết thì để trống: câu hỏi còn nguyên trong dự thảo và sẽ được hỏi lại.",
    "Có thể lọc, ẩn dòng, đổi độ rộng cột, thêm cột riêng. Không sửa cột "
    f'"{KEY}" và cột "{QUESTION}", không đổi tên trang, tên cột. Trang được khóa không có mật '
    "khẩu; muốn sắp xếp hoặc chuyển cột thì bỏ khóa (Review › Unprotect Sheet).",
    "Lưu tệp dạng .xlsx, rồi chạy lại lệnh đã lập bảng này, thêm --answers và tên tệp.",
)


def _is_asked(row: ReviewRow) -> bool:
    return row.question is not None


def _choices(row: ReviewRow) -> tuple[str, ...]:
    question = row.question
    return decisions(question) if question and question.answer is AnswerKind.CHOICE else ()


_COLUMNS: Final = (
    *(Column(title, width, REVIEW_FIELDS[title]) for title, width in _WIDTHS.items()),
    Column(
        ANSWER, _ANSWER_WIDTH, REVIEW_FIELDS[ANSWER], AS_TYPED, editable=_is_asked, choices=_choices
    ),
)


def review_workbook(rows: Sequence[ReviewRow], title: str, about: Sequence[str]) -> bytes:
    """Return the workbook (.xlsx): the sheet of all rows, open questions first, and the guide.

    `about` are lines of the guide: source, years. Text longer than a cell holds is cut with a
    mark. Equal arguments give equal bytes.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    fill_table(sheet, _COLUMNS, in_reading_order(rows))
    _write_guide(book.create_sheet(GUIDE_SHEET), rows, title, about)
    return workbook_bytes(book, title)


def _write_guide(
    sheet: Worksheet, rows: Sequence[ReviewRow], title: str, about: Sequence[str]
) -> None:
    counts = [f"{heading}: {len(found)}" for heading, found in review_sections(rows).items()]
    steps = [f"{number}. {step}" for number, step in enumerate(_GUIDE, start=1)]
    blocks = ((title, about), (f"Số dòng: {len(rows)}", counts), ("Cách trả lời", steps))
    lines = [
        (text, is_heading)
        for heading, below in blocks
        for text, is_heading in ((heading, True), *((line, False) for line in (*below, "")))
    ]
    for number, (text, is_heading) in enumerate(lines, start=1):
        cell = put_text(sheet, number, 1, text, bold=is_heading)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.row_dimensions[number].height = row_height(lines_in(text, _GUIDE_WIDTH))
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    print_setup(sheet)
