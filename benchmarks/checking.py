"""How long checking a document takes, against python-docx opening it and as it grows."""

from __future__ import annotations

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from benchmarks.stopwatch import seconds
from cchc_docs import check

_WORDS = (
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân phường, ",
    "các bộ phận chuyên môn ",
    "rà soát, công khai thủ tục hành chính, giải quyết hồ sơ đúng hạn, ",
    "báo cáo kết quả theo quy định.",
)
_PARAGRAPHS_OF_A_PAGE = 15


def document_of(pages: int) -> bytes:
    """Return a text of so many pages, 15 paragraphs of four runs each, as offices set them."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.first_line_indent = Mm(12.7)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    document.add_paragraph("KẾ HOẠCH")
    for number in range(pages * _PARAGRAPHS_OF_A_PAGE):
        paragraph = document.add_paragraph(f"{number % 9 + 1}. ")
        for position, words in enumerate(_WORDS):
            paragraph.add_run(words).bold = position == 1
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def checking() -> tuple[float, float]:
    """Time checking a text of ten pages without printing it.

    Returns two ratios: ours to `docx.Document` of the same file, and the time of a page among 500
    to that of a page among 50 (linear: about 1).
    """
    ten = document_of(10)
    ratio = seconds(lambda: check(ten), 40) / seconds(lambda: docx.Document(io.BytesIO(ten)), 40)
    small, large = (document_of(pages) for pages in (50, 500))
    growing = seconds(lambda: check(large), 2) / 10 / seconds(lambda: check(small), 3)
    return ratio, growing
