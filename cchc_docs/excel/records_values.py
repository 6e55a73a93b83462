"""What an officer means by one cell of the workbook of figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, TypeVar

from cchc_docs.excel.cell_value import NotText
from cchc_docs.excel.opened import OpenedCell
from cchc_docs.excel.records_sheets import NO, YES, Kind
from cchc_docs.model.progress import TaskStatus
from cchc_docs.vietnamese.text import fold, nearest, one_of


class NotUnderstood(ValueError):
    """The cell holds nothing of its kind; the message and `fix` are Vietnamese."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.fix = fix


T = TypeVar("T")


def cell_value(cell: OpenedCell, kind: Kind) -> Any:
    """Return the value for the records; None where the cell is as good as blank.

    Numbers and days typed as text stay text: the model reads them, or says what is wrong.

    Raises:
        NotUnderstood: a formula without a result, an error of Excel, words that are no choice.
    """
    try:
        value = _READ[kind](cell)
    except NotText as error:
        raise NotUnderstood(str(error), _FIX[kind]) from error
    return None if isinstance(value, str) and not value.strip() else value


def _stripped(cell: OpenedCell) -> str:
    return cell.text().strip()


def _number(cell: OpenedCell) -> Any:
    value = cell.value
    if isinstance(value, bool):
        raise NotText("Ô chứa giá trị TRUE/FALSE, không phải là số.")
    if isinstance(value, int | float) and "%" not in cell.result.number_format:
        # As many digits as Excel keeps: 0.1 + 0.2 is 0.3.
        return value if isinstance(value, int) else Decimal(format(value, ".15g"))
    return _stripped(cell)


def _day(cell: OpenedCell) -> Any:
    value = cell.value
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool):
        raise NotText("Ô chứa giá trị TRUE/FALSE, không phải là một ngày.")
    if isinstance(value, str):
        return _stripped(cell)
    raise NotText(f'"{cell.text()}" không phải là một ngày.')


def _status(cell: OpenedCell) -> TaskStatus | None:
    return _choice(_stripped(cell), _STATUSES, Kind.STATUS)


def _yes_no(cell: OpenedCell) -> bool | None:
    if isinstance(cell.value, bool):
        return cell.value
    return _choice(_stripped(cell), {YES: True, NO: False}, Kind.YES_NO)


def _choice(text: str, choices: Mapping[str, T], kind: Kind) -> T | None:
    """Return what a word stands for; None for a blank cell."""
    if not text:
        return None
    meant = {fold(word): value for word, value in choices.items()}
    if fold(text) in meant:
        return meant[fold(text)]
    close = nearest(text, choices)
    fix = f"Có phải là {one_of(close)}?" if close else _FIX[kind]
    raise NotUnderstood(f'Không có lựa chọn "{text}".', fix)


_STATUSES: Final[Mapping[str, TaskStatus]] = {
    **{one.label: one for one in TaskStatus},
    "hoàn thành": TaskStatus.DONE,
    "đã hoàn thành": TaskStatus.DONE,
    "đang thực hiện": TaskStatus.DOING,
    "chưa thực hiện": TaskStatus.NOT_STARTED,
    "thôi thực hiện": TaskStatus.CANCELLED,
}
"""The words of the drop-down list, and those of the reports."""

_READ: Final[Mapping[Kind, Callable[[OpenedCell], Any]]] = {
    Kind.CODE: _stripped,
    Kind.NAME: _stripped,
    Kind.TEXT: OpenedCell.text,
    Kind.RESULT: OpenedCell.text,
    Kind.DAY: _day,
    Kind.COUNT: _number,
    Kind.QUANTITY: _number,
    Kind.STATUS: _status,
    Kind.YES_NO: _yes_no,
}

_IN_WORDS = "Ghi bằng chữ."
_FIX: Final[Mapping[Kind, str]] = {
    Kind.CODE: "Ghi mã như trong sổ đã lập.",
    Kind.NAME: _IN_WORDS,
    Kind.TEXT: _IN_WORDS,
    Kind.RESULT: 'Ghi kết quả kèm đơn vị, ví dụ "92,4%".',
    Kind.DAY: "Ghi ngày/tháng/năm, ví dụ 05/3/2024.",
    Kind.COUNT: "Ghi thẳng con số vào ô, ví dụ 1260.",
    Kind.QUANTITY: "Ghi thẳng con số vào ô, ví dụ 1260 hoặc 12,5.",
    Kind.STATUS: f"Ghi {one_of(one.label for one in TaskStatus)}.",
    Kind.YES_NO: f"Ghi {one_of((YES, NO))}.",
}
