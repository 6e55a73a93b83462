"""The answers written in a review workbook, whatever was moved, sorted or added in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cchc_docs.domain.answers import CellAnswer
from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.excel.cell_value import NotText
from cchc_docs.excel.opened import OpenedCell, OpenedRow, opened_sheets
from cchc_docs.excel.review_sheet import ANSWER, KEY, QUESTION, SHEET
from cchc_docs.vietnamese.text import fold

_TITLES: Final = (KEY, QUESTION, ANSWER)


def read_answers(content: bytes, file: str) -> list[CellAnswer]:
    """Return the answers in the order of the sheet; blank ones are left out.

    Numbers, shares and days typed as such come as the text an officer means: ``92,4%``,
    ``31/12/2025``. Of a formula its last result counts.

    Raises:
        DataError: no .xlsx, no such sheet or columns, an answer without its key or that is no
            text, two answers to one question; all at once, each with its cell.
    """
    with opened_sheets(content, file) as sheets:
        found = [one for one in sheets if fold(one.title) == fold(SHEET)]
        if not found:
            names = ", ".join(f'"{one.title}"' for one in sheets)
            raise DataError(
                Problem(
                    Place(file),
                    f'Không có trang "{SHEET}"; tệp có: {names}.',
                    f'Chọn đúng tệp rà soát, hoặc đặt lại tên trang là "{SHEET}".',
                )
            )
        return _Reader(file).answers(row for _, row in found[0].rows())


class _Reader:
    """Collects answers and problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: dict[str, CellAnswer] = {}
        self.problems: list[Problem] = []

    def answers(self, rows: Iterator[OpenedRow]) -> list[CellAnswer]:
        """Return the answers below the head; raises DataError with all problems."""
        columns = self._head(rows)
        for row in rows:
            if cell := row.get(columns[ANSWER]):
                try:
                    self._take(cell, row, columns)
                except NotText as error:
                    self._problem(cell, str(error), "Ghi câu trả lời bằng chữ.")
        if self.problems:
            raise DataError(self.problems)
        return list(self.found.values())

    def _head(self, rows: Iterator[OpenedRow]) -> Mapping[str, int]:
        """Return the column of each title, in the first row that holds them all."""
        seen: set[str] = set()
        for row in rows:
            titles = [(fold(str(cell.result.value)), column) for column, cell in row.items()]
            columns = {
                title: [column for written, column in titles if written == fold(title)]
                for title in _TITLES
            }
            seen |= {title for title, positions in columns.items() if positions}
            if all(columns.values()):
                for title, positions in columns.items():
                    if len(positions) > 1:
                        self._problem(row[positions[1]], f'Có hai cột "{title}".', "Xóa cột thừa.")
                return {title: positions[0] for title, positions in columns.items()}
        missing = [title for title in _TITLES if title not in seen] or _TITLES
        names = ", ".join(f'"{title}"' for title in missing)
        raise DataError(
            Problem(
                Place(self.file, field=f"trang {SHEET}"),
                f"Không có hàng tiêu đề với cột {names}.",
                "Đặt lại tên cột như trong bảng rà soát đã lập.",
            )
        )

    def _take(self, cell: OpenedCell, row: OpenedRow, columns: Mapping[str, int]) -> None:
        text = cell.text()
        if not text.strip():
            return
        key, question = (
            row[columns[title]].text() if columns[title] in row else "" for title in (KEY, QUESTION)
        )
        answer = CellAnswer(key.strip(), question, text, self._place(cell))
        if not answer.key:
            self._problem(
                cell,
                f'Có câu trả lời mà cột "{KEY}" để trống.',
                f'Ghi câu trả lời vào đúng dòng của câu hỏi; không xóa chữ ở cột "{KEY}".',
            )
            return
        first = self.found.setdefault(answer.key, answer)
        if first.text.strip() != text.strip():
            self._problem(
                cell,
                f"Câu hỏi này đã có câu trả lời khác ({first.place.field}).",
                "Giữ một câu trả lời, xóa câu kia.",
            )

    def _place(self, cell: OpenedCell) -> Place:
        return Place(self.file, field=f"trang {SHEET}, ô {cell.name}")

    def _problem(self, cell: OpenedCell, what: str, fix: str) -> None:
        self.problems.append(Problem(self._place(cell), what, fix))
