"""The workbook an officer fills through the year, and from which every report is drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.domain.periods import reporting_year
from cchc_docs.excel.records_guide import GUIDE
from cchc_docs.excel.records_marks import limit_of, mark
from cchc_docs.excel.records_rows import Row, rows_of
from cchc_docs.excel.records_sheets import (
    DOSSIERS,
    GAP,
    GENERAL,
    GENERAL_ROWS,
    GUIDE_SHEET,
    LAYOUTS,
    NO,
    PENDING,
    RECEIVED,
    RESOLVED,
    YES,
    Kind,
    Layout,
)
from cchc_docs.excel.table import (
    AS_TYPED,
    FONT,
    FRAME,
    HEAD_FILL,
    OPEN_FILL,
    SIZE,
    landscape_and_locked,
    lines_in,
    print_setup,
    put_text,
    row_height,
    set_text,
    workbook_bytes,
)
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import TaskStatus
from cchc_docs.model.records import Records
from cchc_docs.model.report_form import ReportForm
from cchc_docs.vietnamese.numbers import number_text

_SPARE: Final = 60  # blank rows, ready to be filled
_MORE: Final = 2_000  # rows below them that are marked, too, when somebody pastes a table
_GUIDE_WIDTH: Final = 95

_HEAD, _SHOWN, _COMPUTED = "Đầu bảng", "Chỉ đọc", "Tự tính"
_FORMATS: Final = {
    Kind.DAY: "dd/mm/yyyy",
    Kind.COUNT: "#,##0",
    Kind.QUANTITY: "General",
}
_WRITTEN: Final[Mapping[Kind, str]] = {
    kind: f"Ô ghi: {kind.name.lower()}" for kind in Kind if kind is not Kind.SHOWN
}
"""The style of the cells of each kind that an officer fills."""


def records_workbook(plan: Plan, form: ReportForm, records: Records | None = None) -> bytes:
    """Return the workbook (.xlsx) for the year of a plan, filled with what is known already.

    Everything in `records` comes out, also what has no prepared row. Text longer than a cell
    holds is cut with a mark. Equal arguments give equal bytes.
    """
    book = Workbook()
    _add_styles(book)
    sheet = book.worksheets[0]
    sheet.title = GENERAL.sheet
    _write_general(sheet, plan, records)
    for layout in LAYOUTS:
        if layout is not GENERAL:
            rows = rows_of(layout, plan, form, records)
            _write_log(book.create_sheet(layout.sheet), layout, rows, plan.year)
    _write_guide(book.create_sheet(GUIDE_SHEET), plan)
    book.calculation.fullCalcOnLoad = True
    return workbook_bytes(book, f"Số liệu cải cách hành chính năm {plan.year}")


def _add_styles(book: Workbook) -> None:
    """Add a style for each sort of cell: set cell by cell, they take most of the time."""
    head = NamedStyle(_HEAD, font=Font(FONT, SIZE, bold=True), fill=HEAD_FILL, border=FRAME)
    head.alignment = Alignment("center", "center", wrap_text=True)
    computed = _style(_COMPUTED, Kind.COUNT)
    computed.fill = PatternFill("solid", fgColor="EDEDED")
    for style in (head, _style(_SHOWN, Kind.SHOWN), computed):
        book.add_named_style(style)
    for kind, name in _WRITTEN.items():
        style = _style(name, kind)
        style.fill, style.protection = OPEN_FILL, Protection(locked=False)
        book.add_named_style(style)


def _style(name: str, kind: Kind) -> NamedStyle:
    is_number = kind in (Kind.COUNT, Kind.QUANTITY)
    return NamedStyle(
        name,
        font=Font(FONT, SIZE),
        border=FRAME,
        number_format=_FORMATS.get(kind, AS_TYPED),
        alignment=Alignment("right" if is_number else None, "top", wrap_text=not is_number),
    )


def _put(sheet: Worksheet, row: int, column: int, value: Any, style: str) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.style = style
    match value:
        case None | "":
            pass
        case bool():
            set_text(cell, YES if value else NO)
        case TaskStatus():
            set_text(cell, value.label)
        case Decimal() if Decimal(format(float(value), ".15g")) != value:
            set_text(cell, number_text(value))  # more digits than Excel keeps
        case int() | Decimal() | dt.date():
            cell.value = value
        case _:
            set_text(cell, str(value))
    return cell


def _write_general(sheet: Worksheet, plan: Plan, records: Records | None) -> None:
    known = dict(records) if records else {}
    known |= {"unit": plan.agency.unit.in_sentence, "year": plan.year}
    days = reporting_year(plan.year)
    _write_head(sheet, GENERAL, 1)
    for number, (code, one) in enumerate(GENERAL_ROWS.items(), start=2):
        _put(sheet, number, 1, code, _SHOWN)
        _put(sheet, number, 2, one.title, _SHOWN)
        style = _SHOWN if one.field in ("unit", "year") else _WRITTEN[one.kind]
        cell = _put(sheet, number, 3, known.get(one.field), style)
        cell.alignment = Alignment("left", "top", wrap_text=True)
        if one.kind is not Kind.DAY and (limit := limit_of(one.kind, days)):
            sheet.add_data_validation(limit)
            limit.add(cell)
    landscape_and_locked(sheet)


def _write_log(sheet: Worksheet, layout: Layout, rows: Sequence[Row], year: int) -> None:
    first = 4 if layout is DOSSIERS else 2
    end = first + len(rows) + (_SPARE if layout.grows else 0) - 1
    _write_head(sheet, layout, first - 1)
    blank: Row = {}
    for number in range(first, end + 1):
        row = rows[number - first] if number - first < len(rows) else blank
        _write_row(sheet, number, layout, row)
    if layout is DOSSIERS:
        _write_sums(sheet, first, end)
    mark(sheet, layout, first, end + (_MORE if layout.grows else 0), reporting_year(year))
    width = get_column_letter(len(layout.columns))
    sheet.freeze_panes = f"B{first}"
    sheet.auto_filter.ref = f"A{first - 1}:{width}{end}"
    sheet.print_title_rows = f"1:{first - 1}"
    landscape_and_locked(sheet)
    if layout.grows:
        sheet.protection.insertRows = False  # left free


def _write_head(sheet: Worksheet, layout: Layout, last: int) -> None:
    for position, column in enumerate(layout.columns, start=1):
        letter = get_column_letter(position)
        sheet.column_dimensions[letter].width = column.width
        for number in range(1, last + 1):
            _put(sheet, number, position, column.title if number == 1 else None, _HEAD)
    lines = max(lines_in(column.title, column.width - 1) for column in layout.columns)
    sheet.row_dimensions[1].height = row_height(lines)
    sheet.freeze_panes = f"A{last + 1}"
    sheet.print_title_rows = f"1:{last}"


def _write_row(sheet: Worksheet, number: int, layout: Layout, row: Row) -> None:
    ours = any(row.get(one.title) for one in layout.columns if one.kind is Kind.SHOWN)
    lines = 1
    for position, column in enumerate(layout.columns, start=1):
        value = row.get(layout.key(column))
        fixed = column.kind is Kind.SHOWN or (column.kind is Kind.CODE and ours)
        _put(sheet, number, position, value, _SHOWN if fixed else _WRITTEN[column.kind])
        if isinstance(value, str):
            lines = max(lines, lines_in(value, column.width))
    sheet.row_dimensions[number].height = row_height(lines)


def _write_sums(sheet: Worksheet, first: int, end: int) -> None:
    """Write what the form of dossiers counts itself: column numbers, totals, what does not add up.

    The total line stands above the rows, where nothing is pasted; of stocks there is no sum.
    """
    at = {layout_key: get_column_letter(n) for n, layout_key in enumerate(_KEYS, start=1)}
    numbered = [key for key in _KEYS if key not in ("since", "until")][: len(_FORM_06)]
    for key, label in zip(numbered, _FORM_06, strict=True):
        sheet[f"{at[key]}2"].value = label
    set_text(sheet["A3"], "Tổng cộng")
    for key in _FLOWS:
        sheet[f"{at[key]}3"] = f"=SUBTOTAL(109,{at[key]}{first}:{at[key]}{end + _MORE})"
        sheet[f"{at[key]}3"].number_format = "#,##0"
    for number in (3, *range(first, end + 1)):
        cells = {key: f"{letter}{number}" for key, letter in at.items()}
        for total, (one, other) in _TOTALS.items():
            if number != 3 or total == RESOLVED.title:
                area = f"{cells[one]}:{cells[other]}"
                cell = _put(sheet, number, _KEYS.index(total) + 1, None, _COMPUTED)
                cell.value = f'=IF(COUNT({area})=0,"",SUM({area}))'
        if number != 3:
            gap = (
                f"N({cells[RECEIVED.title]})-N({cells[RESOLVED.title]})-N({cells[PENDING.title]})"
                f"-SUM({cells['withdrawn']}:{cells['suspended']})"
            )
            cell = _put(sheet, number, _KEYS.index(GAP.title) + 1, None, _COMPUTED)
            cell.value = f'=IF({gap}=0,"",{gap})'


_KEYS: Final = [DOSSIERS.key(column) for column in DOSSIERS.columns]
_FORM_06: Final = [f"({number})" for number in range(2, 14)]
_FLOWS: Final = (
    *("online", "counter", "early", "on_time", "late"),
    *("withdrawn", "returned", "suspended"),
)
_TOTALS: Final[Mapping[str, tuple[str, str]]] = {
    RECEIVED.title: ("online", "carried_in"),
    RESOLVED.title: ("early", "late"),
    PENDING.title: ("pending_in_time", "pending_late"),
}
"""Columns (3), (7) and (11), each with the first and last column it adds up."""


def _write_guide(sheet: Worksheet, plan: Plan) -> None:
    title = f"Sổ số liệu cải cách hành chính năm {plan.year}, {plan.agency.unit.in_sentence}"
    lines = [title, *(f"{number}. {line}" for number, line in enumerate(GUIDE, start=1))]
    for number, text in enumerate(lines, start=1):
        cell = put_text(sheet, number, 1, text, bold=number == 1)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.row_dimensions[number].height = row_height(lines_in(text, _GUIDE_WIDTH))
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    print_setup(sheet)
