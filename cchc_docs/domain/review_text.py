"""The review as a document a chairman can read, and as data another program can."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any, Final

from cchc_docs.domain.answers import how_to_answer
from cchc_docs.domain.review import Done, ReviewRow, in_reading_order

REVIEW_FIELDS: Final[dict[str, Callable[[ReviewRow], str]]] = {
    "Mã": lambda row: row.key,
    "Nơi trong văn bản": lambda row: row.place.field or str(row.place),
    "Nội dung": lambda row: row.subject,
    "Cũ": lambda row: row.old,
    "Mới": lambda row: row.new,
    "Đã làm": lambda row: row.done.label,
    "Vì sao": lambda row: row.why,
    "Việc cần làm": lambda row: row.todo,
    "Câu hỏi": lambda row: row.question.text if row.question else "",
    "Cách trả lời": lambda row: how_to_answer(row.question) if row.question else "",
    "Trả lời": lambda row: row.answer or "",
}
"""What an officer reads of a row: the title of each column and its text, in printed order."""

_NOT_PRINTED = {"Mã", "Đã làm"}  # a key is for the workbook; the heading says what was done

_SECTIONS = {
    Done.CHANGED: "Đã đổi",
    Done.REPAIRED: "Đã sửa lỗi",
    Done.DROPPED: "Đã bỏ",
    Done.KEPT: "Giữ nguyên",
}

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&#])")
_OPENS_BLOCK = re.compile(r"^(\d*)([-+.)])")


def review_sections(rows: Iterable[ReviewRow]) -> dict[str, list[ReviewRow]]:
    """Return the rows in reading order under the headings of the review, empty ones included."""
    sections: dict[str, list[ReviewRow]] = {
        title: [] for title in ("Câu hỏi chưa trả lời", "Câu hỏi đã trả lời", *_SECTIONS.values())
    }
    for row in in_reading_order(rows):
        asked = "Câu hỏi chưa trả lời" if row.answer is None else "Câu hỏi đã trả lời"
        sections[_SECTIONS.get(row.done, asked)].append(row)
    return sections


def review_markdown(rows: Sequence[ReviewRow], title: str, about: Sequence[str]) -> str:
    """Return the review in Markdown: its counts, the open questions, then all that was done.

    `about` are lines printed under the title: source, years. A column that is empty in all rows
    of a table is left out.
    """
    sections = review_sections(rows)
    counts = [(heading, str(len(found))) for heading, found in sections.items()]
    blocks = [f"# {_inline(title)}"]
    if about:
        blocks.append("\n".join(map(_list_item, about)))
    blocks.append(_table(["Kết quả", "Số dòng"], [*counts, ("Cộng", str(len(rows)))]))
    for heading, found in sections.items():
        if found:
            blocks += [f"## {heading}", _rows_table(found)]
    return "\n\n".join(blocks) + "\n"


def review_json(rows: Iterable[ReviewRow]) -> list[dict[str, Any]]:
    """Return the rows in reading order as plain data, keyed by the field names of `ReviewRow`."""
    return [asdict(row) for row in in_reading_order(rows)]


def _rows_table(rows: Sequence[ReviewRow]) -> str:
    columns = {
        title: [text(row) for row in rows]
        for title, text in REVIEW_FIELDS.items()
        if title not in _NOT_PRINTED
    }
    filled = {title: texts for title, texts in columns.items() if any(texts)}
    return _table(list(filled), list(zip(*filled.values(), strict=True)))


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *([_inline(text) for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _list_item(text: str) -> str:
    return "- " + _OPENS_BLOCK.sub(r"\1\\\2", _inline(text))


def _inline(text: str) -> str:
    """Return `text` so that any viewer shows it as it is, on one line of the source."""
    return "<br>".join(_SPECIAL.sub(r"\\\1", " ".join(line.split())) for line in text.splitlines())
