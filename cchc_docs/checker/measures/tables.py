"""Data tables: their head, width, fill."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.faces import COLUMN_NUMBER
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.layout.looks import Align
from cchc_docs.layout.picture import Paragraph, Row, Table, paragraphs

_SLACK: Final = 6.0  # points; a usual table overhangs the text by the margin of its cells


def head(table: Table) -> list[Row]:
    """Return the rows Word repeats, else the first one with those its cells reach down to.

    There are none where the first row is one cell: a title of the table, or a frame.
    """
    repeated = [row for row in table.rows if row.repeats]
    if repeated or not table.rows or len(table.rows[0].cells) == 1:
        return repeated
    reached = takewhile(lambda row: any(cell.continues for cell in row.cells), table.rows[1:])
    return [*table.rows[:1], *reached]


def head_words(table: Table) -> Iterator[Paragraph]:
    """Yield the paragraphs of the head with letters.

    Not those that number the columns, nor a note in brackets under the words of a cell.
    """
    for row in head(table):
        for cell in row.cells:
            shown = () if cell.continues else paragraphs(cell.blocks)
            for number, one in enumerate(one for one in shown if one.shown_runs):
                is_note = number and one.text.startswith("(")
                if not (is_note or COLUMN_NUMBER.fullmatch(one.text)):
                    yield one


def fits(table: Table, width: float) -> bool:
    """Tell whether a table lies within a text width; one that cannot be measured counts so."""
    if table.width is None or table.floating:
        return True
    inset = 0.0 if table.align is not Align.LEFT else table.indent
    return inset >= -_SLACK - 2 and inset + table.width <= width + _SLACK


def _header_bold_center(instance: Instance, _: Components) -> Iterator[Sample]:
    """Look at the words of the head, which are to be bold and centred."""
    if instance.table is None:
        yield Sample(UNKNOWN)
        return
    words = list(head_words(instance.table))
    for paragraph in words:
        bold = all(run.face.bold for run in paragraph.shown_runs)
        if not (bold and paragraph.setting.align is Align.CENTER):
            yield Sample(False, paragraph)
            return
    if words:
        yield Sample(True)


def _within_text_area(instance: Instance, _: Components) -> Iterator[Sample]:
    table, section = instance.table, instance.section
    if table is None or section is None or table.floating or table.width is None:
        yield Sample(UNKNOWN)
        return
    yield Sample(fits(table, section.text_width))


def _shading(instance: Instance, _: Components) -> Iterator[Sample]:
    if instance.table is None:
        yield Sample(UNKNOWN)
        return
    fills = [cell.fill for row in instance.table.rows for cell in row.cells]
    coloured = next((one for one in fills if one and one.lower() not in _NO_FILL), None)
    yield Sample(coloured or "none", instance.paragraphs[0] if instance.paragraphs else None)


_NO_FILL: Final = frozenset({"auto", "ffffff", "none"})

MEASURES: Final = {
    "header_bold_center": _header_bold_center,
    "width_within_text_area": _within_text_area,
    "shading": _shading,
}
