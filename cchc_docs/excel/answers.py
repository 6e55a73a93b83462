"""The answers written in a review workbook, whatever was moved, sorted or added in it."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from cchc_docs.domain.answers import CellAnswer
from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.excel.cell_value import NotText, cell_text
from cchc_docs.excel.review_sheet import ANSWER, KEY, QUESTION, SHEET
from cchc_docs.vietnamese.text import fold

_TITLES: Final = (KEY, QUESTION, ANSWER)
_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 100 * 1024 * 1024  # unpacked; the largest review seen is under 1 MB
_LAST_ROW, _LAST_COLUMN = 1_048_576, 64  # of any sheet; of those looked at

_OLD_FORMAT = bytes.fromhex("d0cf11e0a1b11ae1")  # compound file: .xls, or anything encrypted
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AGAIN = "Mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx không đặt mật khẩu rồi chạy lại."


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that holds a value, or a formula whose result may be missing."""

    result: Any  # openpyxl's cell

    @property
    def name(self) -> str:
        return str(self.result.coordinate)

    def text(self) -> str:
        """Return the text an officer sees; raises NotText."""
        if self.result.value is None:
            raise NotText("Ô chứa công thức chưa có kết quả.")
        return cell_text(self.result.value, self.result.data_type, self.result.number_format)


_Row = dict[int, _Cell]
"""The cells of a row that hold something, by column."""


def read_answers(content: bytes, file: str) -> list[CellAnswer]:
    """Return the answers in the order of the sheet; blank ones are left out.

    Numbers, shares and days typed as such come as the text an officer means: ``92,4%``,
    ``31/12/2025``. Of a formula its last result counts.

    Raises:
        DataError: no .xlsx, no such sheet or columns, an answer without its key or that is no
            text, two answers to one question; all at once, each with its cell.
    """
    _refuse_strangers(content, file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of extensions it does not read
        try:
            return _Reader(file).answers(_rows(content, file))
        except DataError:
            raise
        except Exception as error:  # openpyxl answers damage with a dozen kinds of exceptions
            raise _refusal(file, "Tệp Excel bị hỏng, không đọc được.") from error


def _refusal(file: str, what: str, fix: str = _SAVE_AGAIN) -> DataError:
    return DataError(Problem(Place(file), what, fix))


def _refuse_strangers(content: bytes, file: str) -> None:
    if content.startswith(_OLD_FORMAT):
        kind = "có mật khẩu" if _ENCRYPTED in content else "dạng cũ (.xls)"
        raise _refusal(file, f"Tệp Excel {kind}, không đọc được.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except Exception as error:  # zipfile answers damage with a dozen kinds of exceptions
        raise _refusal(file, "Tệp không phải là tệp Excel dạng .xlsx.") from error
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise _refusal(
            file,
            "Tệp Excel lớn bất thường, không đọc.",
            f'Chép trang "{SHEET}" sang một tệp mới rồi chạy lại.',
        )
    if "[Content_Types].xml" not in {entry.filename for entry in entries}:
        raise _refusal(file, "Tệp không phải là tệp Excel dạng .xlsx.")


def _rows(content: bytes, file: str) -> Iterator[_Row]:
    """Yield the rows of the sheet that hold something.

    The file is read twice side by side: openpyxl gives either the formulas or their results.
    """
    written, results = (
        _sheet_rows(load_workbook(io.BytesIO(content), read_only=True, data_only=only), file)
        for only in (False, True)
    )
    gap: object = None
    for before, after in zip(written, results, strict=True):
        if before is gap:  # openpyxl fills missing rows with one object, a million if need be
            continue
        gap = before
        row = {
            position: _Cell(result)
            for position, (source, result) in enumerate(zip(before, after, strict=True))
            if result.value is not None or source.data_type == "f"
        }
        if row:
            yield row


def _sheet_rows(book: Workbook, file: str) -> Iterator[tuple[Any, ...]]:
    found = [one for one in book.worksheets if fold(one.title) == fold(SHEET)]
    if not found:
        names = ", ".join(f'"{name}"' for name in book.sheetnames)
        raise _refusal(
            file,
            f'Không có trang "{SHEET}"; tệp có: {names}.',
            f'Chọn đúng tệp rà soát, hoặc đặt lại tên trang là "{SHEET}".',
        )
    # Without limits one cell in the last row or column takes minutes.
    return found[0].iter_rows(max_row=_LAST_ROW, max_col=_LAST_COLUMN)


class _Reader:
    """Collects answers and problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: dict[str, CellAnswer] = {}
        self.problems: list[Problem] = []

    def answers(self, rows: Iterator[_Row]) -> list[CellAnswer]:
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

    def _head(self, rows: Iterator[_Row]) -> Mapping[str, int]:
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

    def _take(self, cell: _Cell, row: _Row, columns: Mapping[str, int]) -> None:
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

    def _place(self, cell: _Cell) -> Place:
        return Place(self.file, field=f"trang {SHEET}, ô {cell.name}")

    def _problem(self, cell: _Cell, what: str, fix: str) -> None:
        self.problems.append(Problem(self._place(cell), what, fix))
