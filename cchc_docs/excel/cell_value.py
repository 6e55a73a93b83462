"""What an officer means by a cell that Excel keeps as a number, a day or a yes."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from typing import Any

from cchc_docs.excel.cell_text import from_cell

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""Parts of a number format that are printed as they are, colours and languages."""


class NotText(ValueError):
    """The cell holds nothing that could be taken as a text; the message is Vietnamese."""


def cell_text(value: Any, data_type: str, number_format: str) -> str:
    """Return the text of a value that openpyxl read; day and number as the office writes them.

    Raises:
        NotText: an error of Excel, TRUE or FALSE, a time of day.
    """
    if data_type == "e":
        raise NotText(f"Ô chứa lỗi của Excel: {value}.")
    if isinstance(value, bool):
        raise NotText("Ô chứa giá trị TRUE/FALSE, không phải là chữ.")
    if isinstance(value, str):
        return from_cell(value)
    if isinstance(value, dt.date):
        return _day(value, _QUOTED.sub("", number_format.lower()))
    if isinstance(value, int | float) and math.isfinite(value):
        return _number(value, number_format)
    raise NotText("Ô chứa giá trị không phải là chữ, số hoặc ngày.")


def _day(value: dt.date, pattern: str) -> str:
    """Return ``31/12/2025``; parts the cell does not show are left out, as in ``12/2025``."""
    parts = {"d": f"{value.day:02d}", "m": f"{value.month:02d}", "y": f"{value.year:04d}"}
    shown = [text for letter, text in parts.items() if letter in pattern]
    return "/".join(shown or parts.values())


def _number(value: float, number_format: str) -> str:
    exact = Decimal(format(value, ".15g"))  # as many digits as Excel keeps: 0.1 + 0.2 is 0,3
    if is_share := "%" in _QUOTED.sub("", number_format):
        exact *= 100
    text = f"{exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") + ("%" if is_share else "")
