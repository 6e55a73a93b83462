"""Turns texts of the model into what a template prints, counting comments and lines as it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cchc_docs.domain.names import office_list, resolved
from cchc_docs.model.base import capitals, find_questions
from cchc_docs.model.plan import Plan
from cchc_docs.ooxml.lines import drawn_line
from cchc_docs.ooxml.runs import cell_span, with_questions
from cchc_docs.render.view import CellView, Line, Span, Words

_NARROW_LINE: Final = 14  # letters in a line of the narrowest column of our annex tables
_FIRST_DRAWING: Final = 1001  # docxtpl numbers drawings from here; equal output is comparable


@dataclass(slots=True)
class Writer:
    """One document being written: its plan, the comments and the drawn lines so far."""

    plan: Plan
    comments: list[str] = field(default_factory=list)
    tallest_cell: int = 0
    _drawings: int = 0

    def words(self, text: str) -> Words:
        """Return the text with names resolved and open questions marked."""
        text = resolved(text, self.plan)
        return with_questions(text, find_questions(text), self._comment)

    def capitals(self, text: str) -> Words:
        """Return the text in capitals; open questions stay as they are typed."""
        return self.words(capitals(resolved(text, self.plan)))

    def names(self, offices: tuple[str, ...]) -> str:
        """Return the printed names of offices, before questions are marked."""
        return office_list(offices, self.plan)

    def line(self, length: float) -> Line:
        """Return a drawn line of `length` millimetres."""
        self._drawings += 1
        return Line(drawn_line(length, _FIRST_DRAWING + self._drawings - 1))

    def cell_words(self, text: str, letters: int = _NARROW_LINE) -> Words:
        """Return the text of a cell of an annex table; the tallest one is remembered.

        `letters` is how many of them a line of its column holds at least.
        """
        lines = sum(1 + len(line) // letters for line in text.split("\n"))
        self.tallest_cell = max(self.tallest_cell, lines)
        return self.words(text)

    def cell(self, text: str, merge: str | None = None) -> CellView:
        """Return a cell; `merge` is None, ``restart`` (first of merged cells) or ``continue``."""
        return CellView(self.cell_words(text), Span(cell_span(merge)))

    def _comment(self, question: str) -> int:
        self.comments.append(question)
        return len(self.comments) - 1
