"""Lines below a component: drawn, bordered or made of underscores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cchc_docs.checker.segments.lines import RULE, Line

_THIN: Final = 3.0  # points; a picture as low as this is a line
_NEAR: Final = 4  # paragraphs below that may carry the line


def line_below(own: Sequence[Line], after: Iterable[Line]) -> bool:
    """Tell whether a line stands below lines; `after` are those that follow them.

    Dashes and an underlined text are no line (NĐ 30/2020, Phụ lục I, Phần I, II.1.b: nét liền).
    """
    if any(carries_line(line) for line in own) or own[-1].paragraph.setting.bottom_line:
        return True
    last = own[-1]
    for line in [*after][:_NEAR]:
        if line.cell is not last.cell and (
            _ends_on_border(last) or (line.cell is not None and "top" in line.cell.borders)
        ):
            return True
        if carries_line(line) or RULE.match(line.text) or line.paragraph.setting.top_line:
            return True
        if line.text:
            return False
        if line.paragraph.setting.bottom_line:
            return True
        last = line
    return _ends_on_border(last)


def carries_line(line: Line) -> bool:
    """Tell whether a line is drawn in a paragraph."""
    paragraph = line.paragraph
    return bool(paragraph.lines) or any(0 < one.height <= _THIN for one in paragraph.images)


def drawn_lines(lines: Iterable[Line]) -> int:
    """Count the lines drawn in paragraphs."""
    return sum(len(line.whole.lines) for line in lines)


def _ends_on_border(line: Line) -> bool:
    """Tell whether the cell ends right below, with a border."""
    cell = line.cell
    if cell is None or "bottom" not in cell.borders or line.box:
        return False
    below = (one for one in line.place[line.at + 1 :] if isinstance(one, Line))
    return not any(one.text and one.cell is cell for one in below)
