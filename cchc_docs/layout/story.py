"""A story of a document: the body, a header, a note, a text box, read block by block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cchc_docs.layout.drawings import read_drawing
from cchc_docs.layout.drawn import Canvas, Drawn
from cchc_docs.layout.formatting.cascade import Cascade, ParagraphLook
from cchc_docs.layout.formatting.tables import NO_TABLE, TableLevel
from cchc_docs.layout.labels import Labels
from cchc_docs.layout.looks import Label
from cchc_docs.layout.numbering import Level, Numbering
from cchc_docs.layout.picture import Block, Paragraph
from cchc_docs.layout.runs import Content, Runs
from cchc_docs.layout.sources import Source
from cchc_docs.layout.symbols import shown_in
from cchc_docs.layout.tables import read_table
from cchc_docs.layout.vml import read_vml
from cchc_docs.layout.wordml import Element, W, holds, inner, inside, own

_PARAGRAPH: Final = W + "p"
_TABLE: Final = W + "tbl"
_PROPERTIES: Final = W + "pPr"
_MARK: Final = W + "rPr"
_DRAWING: Final = W + "drawing"
_DELETED: Final = frozenset({W + "del", W + "moveFrom"})


class _Piece(NamedTuple):
    """A ``w:p`` with its properties and those of its mark; a deleted mark parts nothing."""

    element: Element
    properties: Iterable[Element]
    mark: Iterable[Element]
    is_deleted: bool


def _piece(element: Element) -> _Piece:
    properties = own(element, _PROPERTIES)
    mark = inner(properties, _MARK)
    return _Piece(element, properties, mark, holds(mark, *_DELETED))


class Story:
    """Reads the blocks of one story; lists and fields go on from one call to the next."""

    def __init__(self, source: Source, cascade: Cascade, numbering: Numbering) -> None:
        self._source = source
        self._cascade = cascade
        self._numbering = numbering
        self._labels = Labels(numbering)
        self._runs = Runs(cascade)
        self._column: float | None = None

    def blocks(
        self,
        parent: Iterable[Element],
        place: TableLevel = NO_TABLE,
        column: float | None = None,
    ) -> tuple[Block, ...]:
        """Return the paragraphs and tables in a column of a width in points.

        A paragraph whose mark is deleted runs on in the next one and takes its formatting.
        """
        outer, self._column = self._column, column
        found: list[Block] = []
        joined: list[_Piece] = []
        for element in inside(parent, _PARAGRAPH, _TABLE):
            if element.tag == _TABLE:
                found += self._paragraph(joined, place)
                joined = []
                found.append(read_table(element, self._cascade, column, self.blocks))
                continue
            joined.append(_piece(element))
            if not joined[-1].is_deleted:
                found += self._paragraph(joined, place)
                joined = []
        found += self._paragraph(joined, place)
        self._column = outer
        return tuple(found)

    def _paragraph(self, joined: Sequence[_Piece], place: TableLevel) -> Sequence[Paragraph]:
        """The paragraph that pieces make; none where they are deleted, or hidden, as a whole."""
        if not joined:
            return ()
        last = joined[-1]
        look = self._cascade.paragraph(last.properties, place)
        content = Content()
        for piece in joined:
            self._runs.read(piece.element, look.start, content)
        for drawing in content.drawings:
            self._draw(drawing, content)
        mark_face = None
        if not content.shows_letters:
            mark = self._cascade.look(look.start, last.mark)
            if not content.shows_anything and (mark.is_hidden or last.is_deleted):
                return ()
            mark_face = mark.plain
        paragraph = Paragraph(
            runs=tuple(content.runs),
            setting=look.setting,
            style=look.style,
            label=None if look.level is None else self._label(look, look.level, last.mark),
            lines=tuple(content.lines),
            boxes=tuple(content.boxes),
            images=tuple(content.images),
            mark_face=mark_face,
            has_page_break=content.has_page_break,
            element=last.element,
        )
        return (paragraph,)

    def _label(self, look: ParagraphLook, level: Level, mark: Iterable[Element]) -> Label | None:
        text = self._labels.next(level)
        label_look = self._cascade.label_look(look.start, mark, level)
        if label_look.shows_capitals:
            text = text.upper()
        face = label_look.face(text)
        shown = shown_in(text, face.fonts[0] if face.fonts else None)
        if not shown or label_look.is_hidden:
            return None
        return Label(shown, level.format == "bullet", face)

    def _draw(self, element: Element, drawn: Drawn) -> None:
        canvas = Canvas(self._source, self._column, self._read_box)
        if element.tag == _DRAWING:
            read_drawing(element, canvas, drawn)
        else:
            read_vml(element, canvas, drawn)

    def _read_box(self, content: Element, width: float) -> tuple[Block, ...]:
        box = Story(self._source, self._cascade, self._numbering)
        return box.blocks(content, column=width)
