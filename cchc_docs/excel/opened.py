"""A workbook some program saved: refused where it is none, its cells with formula and result."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.excel.cell_value import NotText, cell_text
from cchc_docs.ooxml.kinds import TABLES, FileKind, file_kind

_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 100 * 1024 * 1024  # unpacked; 10,000 rows of figures take 15 MB
_LAST_ROW, _LAST_COLUMN = 1_048_576, 64  # of any sheet; of those looked at

_SAVE_AGAIN = "Mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx không đặt mật khẩu rồi chạy lại."
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+\d+)"')


@dataclass(frozen=True, slots=True)
class OpenedCell:
    """A cell that holds a value, or a formula whose result may be missing."""

    result: Any  # openpyxl's cell

    @property
    def name(self) -> str:
        """Where the cell is: ``H12``."""
        return str(self.result.coordinate)

    @property
    def value(self) -> Any:
        """The value as openpyxl reads it, of a formula its last result; raises NotText."""
        if self.result.value is None:
            raise NotText("Ô chứa công thức chưa có kết quả.")
        return self.result.value

    def text(self) -> str:
        """Return the text an officer sees; raises NotText."""
        return cell_text(self.value, self.result.data_type, self.result.number_format)


OpenedRow = dict[int, OpenedCell]
"""The cells of a row that hold something, by column (from 0)."""


@dataclass(frozen=True, slots=True)
class MergedArea:
    """Cells that look like one; only the first of them holds a value. Columns count from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """A sheet that is read row by row, twice side by side."""

    title: str
    size: int  # rows, as far as the file tells
    merged: tuple[MergedArea, ...]
    _written: Any
    _results: Any

    def rows(self) -> Iterator[tuple[int, OpenedRow]]:
        """Yield the rows that hold something, each with its number (from 1)."""
        # Without limits one cell in the last row or column takes minutes.
        written, results = (
            sheet.iter_rows(max_row=_LAST_ROW, max_col=_LAST_COLUMN)
            for sheet in (self._written, self._results)
        )
        gap: object = None
        for number, (before, after) in enumerate(zip(written, results, strict=True), start=1):
            if before is gap:  # openpyxl fills missing rows with one object, a million if need be
                continue
            gap = before
            row = {
                position: OpenedCell(result)
                for position, (source, result) in enumerate(zip(before, after, strict=True))
                if result.value is not None or source.data_type == "f"
            }
            if row:
                yield number, row


@contextmanager
def opened_sheets(content: bytes, file: str) -> Iterator[list[OpenedSheet]]:
    """Give the sheets of a workbook.

    Raises:
        DataError: no .xlsx, damaged (also where only the reading inside finds it), encrypted, of
            the old format, or larger than any real one.
    """
    _refuse_strangers(content, file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of extensions it does not read
        try:
            yield _sheets(content)
        except DataError:
            raise
        except Exception as error:  # openpyxl answers damage with a dozen kinds of exceptions
            raise _refusal(file, "Tệp Excel bị hỏng, không đọc được.") from error


def _sheets(content: bytes) -> list[OpenedSheet]:
    # openpyxl gives either the formulas or their results.
    written, results = (
        load_workbook(io.BytesIO(content), read_only=True, data_only=only) for only in (False, True)
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            OpenedSheet(
                one.title,
                one.max_row or 0,
                _merged(archive.read(one._worksheet_path)),  # type: ignore[attr-defined]
                one,
                other,
            )
            for one, other in zip(written.worksheets, results.worksheets, strict=True)
        ]


def _merged(part: bytes) -> tuple[MergedArea, ...]:
    """Return the merged areas, which openpyxl leaves out when it reads row by row."""
    areas = []
    for found in _MERGED.finditer(part, max(part.rfind(b"sheetData"), 0)):
        left, top, right, bottom = range_boundaries(found[1].decode())
        areas.append(
            MergedArea(int(top or 1), int(bottom or 1), int(left or 1) - 1, int(right or 1) - 1)
        )
    return tuple(areas)


def _refusal(file: str, what: str, fix: str = _SAVE_AGAIN) -> DataError:
    return DataError(Problem(Place(file), what, fix))


def _refuse_strangers(content: bytes, file: str) -> None:
    kind = file_kind(content)
    if kind in TABLES - {FileKind.WORKBOOK}:
        raise _refusal(file, f"Đây là {kind}, không đọc được.")
    if kind and kind not in (FileKind.WORKBOOK, FileKind.ARCHIVE):
        raise _refusal(file, f"Đây là {kind}, không phải sổ Excel.", "Chọn đúng sổ Excel (.xlsx).")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except Exception as error:  # zipfile answers damage with a dozen kinds of exceptions
        raise _refusal(file, "Tệp không phải là tệp Excel dạng .xlsx.") from error
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise _refusal(
            file,
            "Tệp Excel lớn bất thường, không đọc.",
            "Chép các trang cần đọc sang một tệp mới rồi chạy lại.",
        )
    if "[Content_Types].xml" not in {entry.filename for entry in entries}:
        raise _refusal(file, "Tệp không phải là tệp Excel dạng .xlsx.")
