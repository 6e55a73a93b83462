"""Which half of the page a line stands in, and whether blanks put it there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.lines import Line, columns, pieces
from cchc_docs.layout.looks import Align
from cchc_docs.layout.picture import Table

_PUSHED: Final = re.compile(r" *\t|[ \u00a0]{3}")


def halves(lines: Iterable[Line], right: re.Pattern[str]) -> Iterator[Line]:
    """Yield lines parted by breaks, tabs and blanks, each with the half of the page it stands in.

    `right` matches, in bare letters, what a right half begins with.
    """
    for line in lines:
        for piece in pieces(line):
            for half in columns(piece, right) if piece.table is None else [piece]:
                _place(half)
                yield half


def _place(line: Line) -> None:
    """Note the half of the page a line stands in, and whether blanks set it where it is."""
    if line.loose:
        return
    line.side = _side_of(line)
    line.loose = not line.is_centered and bool(_PUSHED.match(line.raw))


def _side_of(line: Line) -> str | None:
    """Return the half of the page a line stands in: ``left``, ``right``, ``center``."""
    if line.box is not None:
        return None
    if line.table is not None and line.cell is not None:
        return _side_of_cell(line.table, line.cell.column, line.cell.span)
    setting = line.paragraph.setting
    width = line.section.text_width
    if width <= 0:
        return None
    if setting.align is Align.RIGHT:
        return "right"
    if setting.align is Align.CENTER:
        middle = (setting.left + width - setting.right) / 2 / width
    else:
        middle = max(setting.left + setting.first_line, 0) / width + 0.1
    return "center" if abs(middle - 0.5) < 0.06 else "left" if middle < 0.5 else "right"


def _side_of_cell(table: Table, column: int, span: int) -> str:
    widths = list(table.grid) or [1.0] * max(
        (cell.column + cell.span for row in table.rows for cell in row.cells), default=1
    )
    whole = sum(widths) or 1.0
    start = sum(widths[:column])
    middle = (start + sum(widths[column : column + span]) / 2) / whole
    return "center" if abs(middle - 0.5) < 0.02 else "left" if middle < 0.5 else "right"


def side_of_box(box: Sequence[Line]) -> str | None:
    """Return the half of the page a text box of a header stands in; None where it does not say."""
    texts = [line.bare for line in box if line.text]
    if any(spelling.NATIONAL.search(one) or spelling.DATE.match(one) for one in texts):
        return "right"
    return "left" if len(texts) > 1 else None
