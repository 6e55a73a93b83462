"""What the workbook of figures offers and marks while it is filled: lists, limits, errors in red.

Nothing here is relied upon: a pasted cell passes every limit, and reading checks again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.excel.records_sheets import DOSSIERS, GAP, NO, TASKS, YES, Kind, Layout
from cchc_docs.excel.table import drop_down
from cchc_docs.model.progress import TaskStatus
from cchc_docs.model.report import Window
from cchc_docs.vietnamese.dates import short_date

_WRONG = PatternFill("solid", bgColor="F4B084")
_OF_ANY_TIME: Final = frozenset({"document_date"})
_DAY_OF: Final = {
    TaskStatus.DOING: "started",
    TaskStatus.DONE: "done",
    TaskStatus.CANCELLED: "cancelled",
}
"""The day that belongs to each status."""


def mark(sheet: Worksheet, layout: Layout, first: int, last: int, days: Window) -> None:
    """Put lists, limits and marks on the rows `first` to `last` of a sheet.

    `days` are those of the reporting year.
    """
    letters = {
        layout.key(column): get_column_letter(position)
        for position, column in enumerate(layout.columns, start=1)
    }
    for column in layout.read:
        letter = letters[layout.key(column)]
        area = f"{letter}{first}:{letter}{last}"
        if limit := limit_of(column.kind, days):
            sheet.add_data_validation(limit)
            limit.add(area)
        if column.field not in _OF_ANY_TIME and (wrong := _wrong(column.kind, days)):
            _paint(sheet, area, wrong.format(f"{letter}{first}"))
    for keys, wrong in _across(layout):
        names = {key: f"${letter}{first}" for key, letter in letters.items()}
        for key in keys:
            _paint(sheet, f"{letters[key]}{first}:{letters[key]}{last}", wrong.format_map(names))


def limit_of(kind: Kind, days: Window) -> DataValidation | None:
    """Return what a cell takes; None where it takes anything."""
    match kind:
        case Kind.STATUS:
            return drop_down([one.label for one in TaskStatus])
        case Kind.YES_NO:
            return drop_down([YES, NO])
        case Kind.COUNT:
            return _limit("whole", "0", "Chỉ ghi số nguyên, từ 0 trở lên.")
        case Kind.QUANTITY:
            return _limit("decimal", "0", "Chỉ ghi số, từ 0 trở lên.")
        case Kind.DAY:
            # No more than a warning: what is outside is a slip more often than not, not always.
            text = f"Ngày thường từ {short_date(days.first)} đến {short_date(days.last)}."
            limit = _limit("date", _date(days.first), text)
            limit.errorStyle = "warning"
            return limit
        case _:
            return None


def _limit(kind: Literal["whole", "decimal", "date"], least: str, text: str) -> DataValidation:
    return DataValidation(
        type=kind,
        operator="greaterThanOrEqual",
        formula1=least,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Xem lại",
        error=text,
    )


def _date(day: dt.date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def _wrong(kind: Kind, days: Window) -> str | None:
    """Return when a cell `{0}` is wrong by itself."""
    match kind:
        case Kind.COUNT:
            return "OR(ISTEXT({0}),AND(ISNUMBER({0}),OR({0}<0,{0}<>INT({0}))))"
        case Kind.QUANTITY:
            return "OR(ISTEXT({0}),AND(ISNUMBER({0}),{0}<0))"
        case Kind.DAY:
            ends = _date(days.first), _date(days.last)
            return "AND(ISNUMBER({{0}}),OR({{0}}<{},{{0}}>{}))".format(*ends)
        case _:
            return None


def _across(layout: Layout) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield which cells of a row are marked, and when."""
    if layout is TASKS:
        for status, day in _DAY_OF.items():
            yield (("status", day), f'AND({{status}}="{status.label}",{{{day}}}="")')
    if layout is DOSSIERS:
        yield ((GAP.title,), f"AND(ISNUMBER({{{GAP.title}}}),{{{GAP.title}}}<>0)")
    fields: Mapping[str, str] = {column.field: column.title for column in layout.columns}
    if {"since", "until"} <= fields.keys():
        yield (("since", "until"), "AND(ISNUMBER({since}),ISNUMBER({until}),{since}>{until})")


def _paint(sheet: Worksheet, area: str, formula: str) -> None:
    sheet.conditional_formatting.add(area, FormulaRule(formula=[formula], fill=_WRONG))  # type: ignore[no-untyped-call]
