"""Rows of a review, and what an officer's programs do to its workbook."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.domain.review import AnswerKind, Done, Question, ReviewRow
from cchc_docs.errors import Place
from cchc_docs.render.pdf import find_libreoffice

TITLES = [
    *("Mã", "Nơi trong văn bản", "Nội dung", "Cũ", "Mới", "Đã làm", "Vì sao", "Việc cần làm"),
    *("Câu hỏi", "Cách trả lời", "Trả lời"),
]
KEY, OLD, QUESTION, ANSWER = "A", "D", "I", "K"  # the columns as they are written


def kept(key: str, **fields: object) -> ReviewRow:
    values: dict[str, object] = {
        "subject": "năm",
        "path": (),
        "old": "2021-2025",
        "new": "2021-2025",
    }
    values |= {"done": Done.KEPT, "rule": "period", "why": "Giai đoạn chưa hết."}
    return ReviewRow(key=key, **(values | fields))  # type: ignore[arg-type]


def asked(key: str, text: str = "số, ngày?", **fields: object) -> ReviewRow:
    question = Question(text, AnswerKind.TEXT, "Kế hoạch số 1", may_drop=True)
    return kept(key, **({"done": Done.ASKED, "question": question, "place": HERE} | fields))


HERE = Place("ke-hoach.yaml", 7, "Mục I, khoản 2, điểm đ")
ROWS = [kept("k0"), asked("q1"), asked("q2", "ai?"), kept("k3"), asked("q4", "khi nào?")]


def filled(content: bytes, fill: Callable[[Worksheet], None]) -> bytes:
    """Return the workbook with its first sheet filled by `fill`."""
    book = load_workbook(io.BytesIO(content))
    fill(book.worksheets[0])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def converted(content: bytes, kind: str, folder: Path) -> bytes:
    """Return what LibreOffice makes of the workbook: `pdf`, or `xlsx` saved again."""
    source = folder / "ra-soat.xlsx"
    source.write_bytes(content)
    program = find_libreoffice()
    assert program, "LibreOffice chưa được cài"
    subprocess.run(
        [
            *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", kind, "--outdir", folder / "out", source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "out" / f"ra-soat.{kind}").read_bytes()
