"""Turns texts of the model into what a template prints, counting comments and lines as it goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cchc_docs.domain.names import office_list, resolved
from cchc_docs.findings import Path
from cchc_docs.model.base import capitals, find_questions
from cchc_docs.model.document import Document
from cchc_docs.ooxml.lines import drawn_line
from cchc_docs.ooxml.pictures import picture_run
from cchc_docs.ooxml.runs import Mark, cell_span, with_marks
from cchc_docs.render.view import CellView, Line, Picture, Span, Words

if TYPE_CHECKING:
    from cchc_docs.model.report import Remark

_NARROW_LINE: Final = 14  # letters in a line of the narrowest column of our annex tables
_FIRST_DRAWING: Final = 1001  # docxtpl numbers drawings from here; equal output is comparable
_QUESTION_COLOUR: Final = "yellow"
_REMARK_COLOUR: Final = "cyan"


@dataclass(slots=True)
class Writer:
    """One document being written: its values, what was counted so far.

    `remarks` are printed as comments, by the path of the text they are on; `pictures` holds the
    PNG files in the order in which the document shows them.
    """

    document: Document
    remarks: Mapping[Path, Sequence[Remark]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    tallest_cell: int = 0
    _drawings: int = 0

    def words(self, text: str, path: Path = (), before: int = 0) -> Words:
        """Return the text with names resolved, open questions and remarks marked.

        `path` is where the text stands in the document: without it no remark is found;
        `before` is how many letters of a label stand in front of it.
        """
        printed = resolved(text, self.document)
        marks = [
            Mark(*match.span(), self._comment(match[1].strip()), _QUESTION_COLOUR)
            for match in find_questions(printed)
        ]
        marks += [self._marked(one, text, printed, before) for one in self.remarks.get(path, ())]
        return with_marks(printed, marks)

    def _marked(self, remark: Remark, text: str, printed: str, before: int) -> Mark:
        """Find the letters of a remark again, behind a label and names that were resolved."""
        edges = [
            min(len(resolved(text[: before + edge], self.document)), len(printed))
            for edge in (remark.start, remark.end)
        ]
        start, end = edges if edges[0] < edges[1] else (before, len(printed))
        return Mark(start, end, self._comment(remark.text), _REMARK_COLOUR)

    def capitals(self, text: str) -> Words:
        """Return the text in capitals; open questions stay as they are typed."""
        return self.words(capitals(resolved(text, self.document)))

    def names(self, offices: tuple[str, ...]) -> str:
        """Return the printed names of offices, before questions are marked."""
        return office_list(offices, self.document)

    def line(self, length: float) -> Line:
        """Return a drawn line of `length` millimetres."""
        return Line(drawn_line(length, self._drawing()))

    def picture(self, png: bytes, width: float, height: float, description: str) -> Picture:
        """Return a PNG shown `width` by `height` millimetres; `description` is read aloud."""
        self.pictures.append(png)
        number = len(self.pictures)
        return Picture(picture_run(number, width, height, self._drawing(), description))

    def cell_words(self, text: str, letters: int = _NARROW_LINE, path: Path = ()) -> Words:
        """Return the text of a cell of an annex table; the tallest one is remembered.

        `letters` is how many of them a line of its column holds at least, `path` as in `words`.
        """
        lines = sum(1 + len(line) // letters for line in text.split("\n"))
        self.tallest_cell = max(self.tallest_cell, lines)
        return self.words(text, path)

    def cell(self, text: str, merge: str | None = None) -> CellView:
        """Return a cell; `merge` is None, ``restart`` (first of merged cells) or ``continue``."""
        return CellView(self.cell_words(text), Span(cell_span(merge)))

    def _drawing(self) -> int:
        self._drawings += 1
        return _FIRST_DRAWING + self._drawings - 1

    def _comment(self, text: str) -> int:
        self.comments.append(text)
        return len(self.comments) - 1
