"""Tables: their cells on the grid, with the lines and fills Word shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import compress, pairwise, product
from typing import Final

from cchc_docs.layout.formatting.cascade import Cascade
from cchc_docs.layout.formatting.properties import SIDES, shading
from cchc_docs.layout.formatting.settings import align
from cchc_docs.layout.formatting.tables import Edges, TableLevel, TableLook, cell_lines
from cchc_docs.layout.picture import Block, Cell, Row, Table
from cchc_docs.layout.wordml import (
    VAL,
    Element,
    Properties,
    W,
    child,
    children,
    inside,
    is_on,
    number,
    own,
    points,
    said,
    value,
    whole,
)

_WIDEST: Final = 63  # columns Word lets a table have
_FIFTIETHS: Final = 5_000  # units of the whole in a width in percent (17.18.90)
_ALL: Final = frozenset(SIDES)
_EDGES: Final = {
    are_edges: frozenset(compress(SIDES, are_edges))
    for are_edges in product((False, True), repeat=len(SIDES))
}
_CELL_PROPERTIES: Final = W + "tcPr"
_HEAD: Final = W + "tblHeader"
_DELETED_ROW: Final = W + "del"
_DELETED_CELL: Final = W + "cellDel"
_SHADING: Final = W + "shd"

ReadBlocks = Callable[[Element, TableLevel, float | None], tuple[Block, ...]]
"""Reads the blocks of a cell of a width in points, in a kind of place."""


@dataclass(slots=True, eq=False)
class _Draft:
    element: Element
    column: int
    span: int
    width: float | None
    place: TableLevel
    lines: set[str]
    fill: str | None
    continues: bool


def read_table(
    table: Element, cascade: Cascade, column: float | None, read_blocks: ReadBlocks
) -> Table:
    """Return a table in a text column of a width in points; None where it cannot be told."""
    marks = children(own(table, W + "tblPr"))
    look = cascade.table(table)
    grid = [points(one.get(W + "w")) or 0.0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    width = _width(marks, look, grid, column)
    known = [(row, children(child(row, "trPr"))) for row in inside(table, W + "tr")]
    shown = [(row, of_row) for row, of_row in known if _DELETED_ROW not in of_row]
    drafts = _Drafts(look, marks.get(W + "tblBorders"), grid, width, len(shown))
    placed = [drafts.row(index, *row) for index, row in enumerate(shown)]
    for above, below in pairwise(placed):
        _share_level_lines(above, below)
    rows: list[Row] = []
    for (element, of_row), cells in zip(shown, placed, strict=True):
        is_on_top = not rows or rows[-1].repeats  # Word repeats rows from the first one on only
        rows.append(
            Row(
                cells=tuple(_cell(cell, read_blocks) for cell in cells),
                repeats=is_on_top and _HEAD in of_row and is_on(said(of_row, _HEAD)),
                element=element,
            )
        )
    return Table(
        rows=tuple(rows),
        width=width,
        indent=points(value(_property(marks, look, "tblInd"), W + "w")) or 0.0,
        align=align(value(_property(marks, look, "jc"))),
        grid=tuple(grid),
        floating=W + "tblpPr" in marks,
        element=table,
    )


class _Drafts:
    """Places the cells of one table."""

    def __init__(
        self,
        look: TableLook,
        borders: Element | None,
        grid: list[float],
        width: float | None,
        rows: int,
    ) -> None:
        self._look, self._borders, self._grid, self._width = look, borders, grid, width
        self._last = rows - 1
        self._known_lines: dict[tuple[TableLevel, Edges], Mapping[str, bool]] = {}

    def row(self, index: int, row: Element, of_row: Properties) -> list[_Draft]:
        exceptions = child(child(row, "tblPrEx"), "tblBorders")
        at = min(whole(said(of_row, W + "gridBefore"), 0), _WIDEST)
        known = [(cell, children(own(cell, _CELL_PROPERTIES))) for cell in inside(row, W + "tc")]
        cells = [(cell, marks) for cell, marks in known if _DELETED_CELL not in marks]
        drafts = []
        for position, (cell, marks) in enumerate(cells):
            edges = _EDGES[index == 0, index == self._last, position == 0, cell is cells[-1][0]]
            place = self._look.level(index, position, edges)
            draft = self._draft(cell, marks, at, place, edges, exceptions)
            drafts.append(draft)
            at += draft.span
        for left, right in pairwise(drafts):
            if "right" in left.lines or "left" in right.lines:
                left.lines.add("right")
                right.lines.add("left")
        return drafts

    def _draft(
        self,
        cell: Element,
        marks: Properties,
        column: int,
        place: TableLevel,
        edges: Edges,
        exceptions: Element | None,
    ) -> _Draft:
        span = max(1, min(whole(said(marks, W + "gridSpan"), 1), _WIDEST))
        lines = self._lines(place, edges)
        for borders, region in ((exceptions, edges), (marks.get(W + "tcBorders"), _ALL)):
            if borders is not None:
                lines = {**lines, **cell_lines(borders, region)}
        merged = marks.get(W + "vMerge")
        return _Draft(
            element=cell,
            column=column,
            span=span,
            width=self._cell_width(marks.get(W + "tcW"), column, span),
            place=place,
            lines={side for side, is_drawn in lines.items() if is_drawn},
            fill=shading(marks[_SHADING]) if _SHADING in marks else place.fill,
            continues=merged is not None and merged.get(VAL, "continue") == "continue",
        )

    def _lines(self, place: TableLevel, edges: Edges) -> Mapping[str, bool]:
        """What the style and the table say of the sides of a cell."""
        key = (place, edges)
        if key not in self._known_lines:
            self._known_lines[key] = {**place.lines, **cell_lines(self._borders, edges)}
        return self._known_lines[key]

    def _cell_width(self, preferred: Element | None, column: int, span: int) -> float | None:
        width = _measured(preferred, self._width)
        covered = self._grid[column : column + span]
        return width if width is not None else sum(covered) or None


def _cell(draft: _Draft, read_blocks: ReadBlocks) -> Cell:
    return Cell(
        blocks=read_blocks(draft.element, draft.place, draft.width),
        column=draft.column,
        span=draft.span,
        width=draft.width,
        continues=draft.continues,
        borders=frozenset(draft.lines),
        fill=draft.fill,
        element=draft.element,
    )


def _share_level_lines(above: list[_Draft], below: list[_Draft]) -> None:
    """A line between two cells is there if either has it; none runs through a merged cell."""
    covering = {column: cell for cell in above for column in _columns(cell)}
    for cell in below:
        for upper in {id(c): c for x in _columns(cell) if (c := covering.get(x))}.values():
            if cell.continues:
                upper.lines.discard("bottom")
                cell.lines.discard("top")
            elif "bottom" in upper.lines or "top" in cell.lines:
                upper.lines.add("bottom")
                cell.lines.add("top")


def _columns(cell: _Draft) -> Iterable[int]:
    return range(cell.column, cell.column + cell.span)


def _property(marks: Properties, look: TableLook, name: str) -> Element | None:
    own = marks.get(W + name)
    return look.property(name) if own is None else own


def _width(
    marks: Properties, look: TableLook, grid: list[float], column: float | None
) -> float | None:
    width = _measured(_property(marks, look, "tblW"), column)
    layout = _property(marks, look, "tblLayout")
    if width is None and value(layout, W + "type") == "fixed":
        return sum(grid) or None
    return width


def _measured(preferred: Element | None, whole_width: float | None) -> float | None:
    """A preferred width in points; None for an automatic one, or a share of what is unknown."""
    if preferred is None:
        return None
    text, kind = preferred.get(W + "w", ""), preferred.get(W + "type", "dxa")
    if text.endswith("%") or kind == "pct":
        share = number(text.removesuffix("%"))
        parts = 100 if text.endswith("%") else _FIFTIETHS
        return None if share is None or whole_width is None else whole_width * share / parts
    return points(text) or None if kind == "dxa" else None
