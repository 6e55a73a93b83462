"""A sheet as a table of columns, and a workbook written so that equal data give equal bytes."""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from openpyxl.cell.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import DCTERMS_NS
from openpyxl.xml.functions import tostring

from cchc_docs.excel.cell_text import to_cell
from cchc_docs.ooxml.package import write_package

Row = TypeVar("Row")

AS_TYPED: Final = "@"
"""The number format of cells in which nothing becomes a date or a number."""

FONT: Final = "Times New Roman"
SIZE = 11.0  # points
_LINE = 14.0  # points: one line of this font and size, and a little more
_TALLEST = 409.0  # points: no row of Excel is higher

HEAD_FILL = PatternFill("solid", fgColor="D9E2F3")
OPEN_FILL = PatternFill("solid", fgColor="FFF2CC")
_SIDE = Side("thin", color="A6A6A6")
FRAME = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_CORE = "docProps/core.xml"
_OPENS_FORMULA = ("=", "+", "-", "@")


def _nowhere(_: object) -> bool:
    return False


def _anything(_: object) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a sheet.

    `width` is in digits of the usual font, `format` a number format of Excel. `editable` tells
    in which rows the officer may write, `choices` which words alone a row takes (none: any).
    """

    title: str
    width: int
    value: Callable[[Row], str | int]
    format: str = "General"
    wraps: bool = True
    editable: Callable[[Row], bool] = _nowhere
    choices: Callable[[Row], tuple[str, ...]] = _anything


def fill_table(sheet: Worksheet, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
    """Write head and rows, ready to be filtered, filled and printed on A4 landscape pages.

    Only editable cells can be written in; the lock has no password, an officer may take it off.
    """
    for position, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = column.width
        head = put_text(sheet, 1, position, column.title, bold=True)
        head.fill, head.border = HEAD_FILL, FRAME
        head.alignment = Alignment("center", "center", wrap_text=True)
    _set_height(sheet, 1, columns, [column.title for column in columns])
    for number, row in enumerate(rows, start=2):
        values = [column.value(row) for column in columns]
        texts = list(map(str, values))
        for position, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            cell = put_text(sheet, number, position, str(value))
            if isinstance(value, int):
                cell.value = value
            cell.number_format, cell.border = column.format, FRAME
            cell.alignment = Alignment(vertical="top", wrap_text=column.wraps)
            if column.editable(row):
                cell.fill, cell.protection = OPEN_FILL, Protection(locked=False)
        _set_height(sheet, number, columns, texts)
    _offer_choices(sheet, columns, rows)
    _set_up(sheet, f"A1:{get_column_letter(len(columns))}{len(rows) + 1}")


def put_text(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> Cell:
    """Write a text that stays one, whatever it looks like; return its cell."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.font = Font(FONT, SIZE, bold=bold)
    set_text(cell, text)
    return cell


def set_text(cell: Cell, text: str) -> None:
    """Make a text the value of a cell that has its style: a text it stays."""
    cell.value = to_cell(text) or None
    if text:
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    # Without this mark Excel makes a formula of the text as soon as somebody edits the cell.
    cell.quotePrefix = text.startswith(_OPENS_FORMULA)


def lines_in(text: str, width: int) -> int:
    """Return about how many lines a text takes in a cell of this width, rather too many.

    A letter takes 0.42 em on the average of a plan and counts here as 0.45; a digit takes 0.5.
    """
    letters = int(width * 0.5 / 0.45)
    return sum(len(textwrap.wrap(line, letters)) or 1 for line in text.splitlines()) or 1


def row_height(lines: int) -> float:
    """Return the height in points of a row with so many lines."""
    return min(lines * _LINE + 3, _TALLEST)


def print_setup(sheet: Worksheet) -> None:
    """Print on A4, all columns on one page, with page numbers."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4  # inches
    margins.top, margins.bottom, margins.footer = 0.5, 0.7, 0.3
    footer = sheet.oddFooter
    assert footer is not None  # a new sheet has an empty one
    footer.left.text, footer.right.text = "&A", "Trang &P/&N"


def workbook_bytes(book: Workbook, title: str) -> bytes:
    """Return the .xlsx file; equal workbooks give equal bytes, at any time, on any system."""
    book.properties = DocumentProperties(creator=None, title=to_cell(title), language="vi-VN")
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = book.properties.to_tree()
    for stamp in core.findall(f"{{{DCTERMS_NS}}}*"):  # made and changed: the clock
        core.remove(stamp)
    parts[_CORE] = tostring(core)
    return write_package(parts)


def _set_height(
    sheet: Worksheet, number: int, columns: Sequence[Column[Row]], texts: Sequence[str]
) -> None:
    """Estimate the height: programs do not grow rows of wrapped cells when they open a file."""
    wrapped = [
        lines_in(text, column.width)
        for column, text in zip(columns, texts, strict=True)
        if column.wraps
    ]
    sheet.row_dimensions[number].height = row_height(max(wrapped, default=1))


def _offer_choices(sheet: Worksheet, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
    """Put one drop-down list for each set of choices on all cells that have it."""
    lists: dict[tuple[str, ...], DataValidation] = {}
    for position, column in enumerate(columns, start=1):
        for number, row in enumerate(rows, start=2):
            if choices := column.choices(row):
                if choices not in lists:
                    lists[choices] = drop_down(choices)
                    sheet.add_data_validation(lists[choices])
                lists[choices].add(sheet.cell(number, position))


def drop_down(choices: Sequence[str]) -> DataValidation:
    """Return the list of the words a cell takes; none of them may hold a comma."""
    return DataValidation(
        type="list",
        formula1=f'"{",".join(choices)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Không đúng",
        error=f"Chỉ ghi {' hoặc '.join(choices)}, hoặc để trống.",
    )


def _set_up(sheet: Worksheet, area: str) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = area
    sheet.print_title_rows = "1:1"
    landscape_and_locked(sheet)


def landscape_and_locked(sheet: Worksheet) -> None:
    """Print on A4 landscape; lock without a password, leave filters and sizes free."""
    sheet.page_setup.orientation = "landscape"
    print_setup(sheet)
    lock = sheet.protection
    lock.sheet = True
    lock.autoFilter = lock.sort = lock.formatColumns = lock.formatRows = False  # left free
