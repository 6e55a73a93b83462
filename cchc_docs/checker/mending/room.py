"""Whether a text keeps its place: a line in other letters, a word in a narrower column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cchc_docs.checker.mending.settings import is_tabbed
from cchc_docs.layout.metrics import MM_PER_POINT, Face, text_width
from cchc_docs.layout.picture import Block, Paragraph, Picture, Run, Table, paragraphs

_GAP: Final = "   "
_NEAR: Final = 2.0  # mm a line may move to one side
_CELL_MARGINS: Final = 10.8  # points; Word's own, left and right


class Room:
    """The columns paragraphs stand in."""

    def __init__(self, picture: Picture) -> None:
        self._columns: dict[Any, tuple[Paragraph, float | None]] = {}
        for section in picture.sections:
            width = section.text_width if section.columns == 1 else None
            self._columns |= _columns(section.blocks, width)

    def is_lost(self, paragraph: Paragraph, size: float, keeps_line: bool) -> bool:
        """Tell whether letters of a size would move a paragraph out of its place.

        One with blanks or tabs must be known to fit its line; of others only one that
        `keeps_line`, and does so now.
        """
        whole, width = self._columns.get(paragraph.element, (paragraph, None))
        has_gaps = _GAP in paragraph.raw_text or "\u00a0" in paragraph.raw_text
        if is_tabbed(paragraph) or not _is_alone(paragraph, whole) or _shift(paragraph, size):
            return True
        if width is None:
            return has_gaps
        setting = paragraph.setting
        room = (width - setting.left - setting.right - setting.first_line) * MM_PER_POINT
        if _length(paragraph, size) <= room:
            return False
        return has_gaps or (keeps_line and _length(paragraph) <= room)


def cuts_words(table: Table, factor: float) -> bool:
    """Tell whether words that fit the cells of a table are too long when it is made narrower."""
    return any(
        cell.width * factor - _CELL_MARGINS < _longest_word(paragraph) / MM_PER_POINT <= cell.width
        for row in table.rows
        for cell in row.cells
        if cell.width is not None
        for paragraph in paragraphs(cell.blocks)
    )


def _longest_word(paragraph: Paragraph) -> float:
    """Return the length in mm of the longest word, its letters as those of the largest run."""
    runs = paragraph.shown_runs
    if not runs:
        return 0.0
    run = max(runs, key=lambda one: one.face.size or 0)
    words = paragraph.text.replace("-", "- ").split()  # Word breaks a line behind a hyphen
    return max(text_width(word, _face(run), run.face.size or 0) for word in words)


def _columns(
    blocks: tuple[Block, ...], width: float | None
) -> Iterator[tuple[Any, tuple[Paragraph, float | None]]]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    inner = None if cell.width is None else cell.width - _CELL_MARGINS
                    yield from _columns(cell.blocks, inner)
        else:
            yield block.element, (block, width)


def _is_alone(paragraph: Paragraph, whole: Paragraph) -> bool:
    """Tell whether what was cut from a paragraph has its lines to itself."""
    lines = {line.strip() for line in whole.raw_text.splitlines()}
    return all(line.strip() in lines for line in paragraph.raw_text.splitlines())


def _shift(paragraph: Paragraph, size: float) -> bool:
    """Tell whether the blanks a paragraph begins with become wider or narrower by much."""
    runs = paragraph.runs
    blanks = len(paragraph.raw_text) - len(paragraph.raw_text.lstrip())
    now = next((run.face.size for run in runs if run.face.size), size)
    return text_width(" " * blanks, "regular", abs(size - now)) > _NEAR


def _length(paragraph: Paragraph, size: float | None = None) -> float:
    """Return the length in mm of a paragraph on one line, None: in the sizes it has."""
    runs = list(paragraph.runs)
    while runs and not runs[-1].text.strip():
        runs.pop()  # blanks at the end may run over the margin
    ends = [run.text for run in runs[:-1]] + [run.text.rstrip() for run in runs[-1:]]
    return sum(
        text_width(text, _face(run), size or run.face.size or 0)
        for run, text in zip(runs, ends, strict=True)
    )


def _face(run: Run) -> Face:
    if run.face.bold:
        return "bold"
    return "italic" if run.face.italic else "regular"
