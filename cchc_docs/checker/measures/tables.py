"""Data tables: their head, width, fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.faces import COLUMN_NUMBER
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.layout.looks import Align
from cchc_docs.layout.picture import Paragraph, Row, Table, paragraphs

_SLACK: Final = 6.0  # points; a usual table overhangs the text by the margin of its cells


def _head(table: Table) -> list[Row]:
    """Return the rows Word repeats, or the first one where none repeats."""
    repeated = [row for row in table.rows if row.repeats]
    return repeated or list(table.rows[:1])


def _head_paragraphs(table: Table) -> Iterator[Paragraph]:
    for row in _head(table):
        for cell in row.cells:
            if not cell.continues:
                yield from (one for one in paragraphs(cell.blocks) if one.shown_runs)


def _header_bold_center(instance: Instance, _: Components) -> Iterator[Sample]:
    """Look at the words of the head; a row that numbers the columns may be plain."""
    if instance.table is None:
        yield Sample(UNKNOWN)
        return
    for paragraph in _head_paragraphs(instance.table):
        if COLUMN_NUMBER.fullmatch(paragraph.text):
            continue
        bold = all(run.face.bold for run in paragraph.shown_runs)
        if not (bold and paragraph.setting.align is Align.CENTER):
            yield Sample(False, paragraph)
            return
    yield Sample(True)


def _within_text_area(instance: Instance, _: Components) -> Iterator[Sample]:
    table, section = instance.table, instance.section
    if table is None or section is None or table.floating or table.width is None:
        yield Sample(UNKNOWN)
        return
    inset = 0 if table.align is not Align.LEFT else table.indent
    right = inset + table.width
    yield Sample(inset >= -_SLACK - 2 and right <= section.text_width + _SLACK)


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
