"""The pages of a PDF: what is written and drawn on them, in millimetres from the top left.

Texts are compared without blanks: where a line breaks, a PDF has none.
"""

from __future__ import annotations

import io
import logging
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Final
from unicodedata import normalize

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from cchc_docs.layout.looks import mm

_COLUMN_GAP: Final = 3.5  # mm; the cells of a table keep 3.8 between their texts
_SAME_LINE: Final = 0.4  # of the size; how far raised letters stand above their line
_MOST_PIECES: Final = 12  # of a text that is found
_HYPHENS: Final = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None})

# Without a handler the warnings pdfminer has of a damaged file would go to the terminal.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A rectangle on a page."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Letters written one after another on one base line.

    `text` has no blanks and is NFC. `font` is that of the first letter, as the PDF names it.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class PrintedPage:
    """One page; `number` counts from 0 through the file.

    `pieces` come in the order they were written; LibreOffice writes cell after cell. `drawn` are
    lines, borders and areas, `images` the pictures.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...] = ()
    drawn: tuple[Box, ...] = ()
    images: tuple[Box, ...] = ()

    @property
    def text(self) -> str:
        """Everything written on it."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written on it, and no picture is set."""
        return not (self.pieces or self.images)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Where a text is printed: its page, and its pieces from the first to the last."""

    page: PrintedPage
    pieces: tuple[Piece, ...]

    @property
    def top(self) -> float:
        """The base line of its first line."""
        return self.pieces[0].baseline

    @property
    def lines(self) -> list[Piece]:
        """Its printed lines, each as one piece."""
        lines: list[Piece] = []
        for one in self.pieces:
            last = lines[-1] if lines else None
            if last and abs(one.baseline - last.baseline) < _SAME_LINE * max(one.size, last.size):
                lines[-1] = Piece(
                    last.text + one.text,
                    min(last.left, one.left),
                    max(last.right, one.right),
                    max(last.baseline, one.baseline),
                    max(last.size, one.size),
                    last.font,
                )
            else:
                lines.append(one)
        return lines


def read_pages(pdf: bytes) -> tuple[PrintedPage, ...]:
    """Return the pages of a PDF; none where it cannot be read."""
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    pages = []
    try:
        for number, page in enumerate(PDFPage.get_pages(io.BytesIO(pdf))):
            interpreter.process_page(page)
            pages.append(_Reader(device.get_result()).page(number))
    except Exception:  # pdfminer answers damage with a dozen kinds of exceptions
        return ()
    return tuple(pages)


def squeezed(text: str) -> str:
    """Return a text as it is compared: NFC, no blanks, one kind of hyphen."""
    return normalize("NFC", "".join(text.split())).translate(_HYPHENS)


def find_texts(pages: Sequence[PrintedPage], texts: Sequence[str]) -> list[Found | None]:
    """Return where each of the squeezed texts of a document, in reading order, is printed.

    A text is found where whole pieces of one page make it up. None where that is not certain: it
    stands on the pages more or fewer times than among the texts.
    """
    wanted: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text:
            wanted[text].append(number)
    longest = max(map(len, wanted), default=0)
    places: dict[str, list[Found]] = defaultdict(list)
    for page in pages:
        for found, text in _whole_texts(page, wanted.keys(), longest):
            places[text].append(found)
    answer: list[Found | None] = [None] * len(texts)
    for text, numbers in wanted.items():
        if len(places[text]) == len(numbers):
            for number, found in zip(numbers, places[text], strict=True):
                answer[number] = found
    return answer


def _whole_texts(
    page: PrintedPage, wanted: Container[str], longest: int
) -> Iterator[tuple[Found, str]]:
    for first in range(len(page.pieces)):
        text = ""
        for last in range(first, min(first + _MOST_PIECES, len(page.pieces))):
            text += page.pieces[last].text
            if len(text) > longest:
                break
            if text in wanted:
                yield Found(page, page.pieces[first : last + 1]), text


@dataclass(slots=True, eq=False)
class _Reader:
    """Sorts what pdfminer found on a page."""

    layout: Any
    letters: list[LTChar] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    drawn: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)

    def page(self, number: int) -> PrintedPage:
        self._read(self.layout)
        self._close()
        return PrintedPage(
            number,
            mm(self.layout.width),
            mm(self.layout.height),
            tuple(self.pieces),
            tuple(self.drawn),
            tuple(self.images),
        )

    def _read(self, holder: Any) -> None:
        waiting = [iter(holder)]
        while waiting:
            for item in waiting[-1]:
                if isinstance(item, LTFigure):
                    waiting.append(iter(item))
                    break
                self._take(item)
            else:
                waiting.pop()

    def _take(self, item: Any) -> None:
        if not isfinite(sum(item.bbox)):
            return  # a damaged file
        if isinstance(item, LTChar):
            self._take_letter(item)
        elif isinstance(item, LTImage):
            self.images.append(self._box(item))
        elif isinstance(item, LTCurve) and (item.stroke or item.fill):
            self.drawn.append(self._box(item))

    def _take_letter(self, letter: LTChar) -> None:
        if not letter.get_text().strip() or letter.matrix[1] or letter.matrix[2]:
            return  # letters turned on their side are in no line
        if self.letters and not _follows(letter, self.letters[-1]):
            self._close()
        self.letters.append(letter)

    def _close(self) -> None:
        if self.letters:
            first = self.letters[0]
            self.pieces.append(
                Piece(
                    squeezed("".join(letter.get_text() for letter in self.letters)),
                    mm(first.x0),
                    mm(self.letters[-1].x1),
                    mm(self.layout.height - first.matrix[5]),
                    mm(first.size),
                    first.fontname.rpartition("+")[2],
                )
            )
            self.letters = []

    def _box(self, item: Any) -> Box:
        height = self.layout.height
        return Box(mm(item.x0), mm(item.x1), mm(height - item.y1), mm(height - item.y0))


def _follows(letter: LTChar, last: LTChar) -> bool:
    on_line = abs(letter.matrix[5] - last.matrix[5]) < _SAME_LINE * max(letter.size, last.size)
    return on_line and -1 < mm(letter.x0 - last.x1) < _COLUMN_GAP
