"""The paragraphs of a document as lines in reading order, each knowing where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cchc_docs.checker.segments.cutting import cut
from cchc_docs.checker.segments.spelling import bare
from cchc_docs.layout.looks import Align
from cchc_docs.layout.picture import Block, Cell, Paragraph, Picture, Section, Table, TextBox

_ANCHORED: Final = 140  # letters; a line with an anchor is shorter, but for its first words
_BEGINNING: Final = 80
_SPECIAL: Final = re.compile("[\u00a0\u202f\u2011\u00ad\n\u000b]")
_DEPTH: Final = 12  # tables in tables in boxes; what lies deeper is not looked at
_PLAIN_BLANKS: Final = str.maketrans({"\u00a0": " ", "\u202f": " "})
RULE: Final = re.compile(r"[_\s]*_{3}[_\s]*\Z")
"""A line drawn with underscores."""
_DASHES: Final = re.compile(r"[\s–—-]{3,}\Z")


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph, or the piece of one that is a component of its own.

    `whole` is the paragraph of the picture. `place` holds what stands in the same cell, box or
    page, this line at `at`. `table`, `row` and `cell` are those of the outermost table. `chain`
    are the elements the line belongs to, the innermost last; `within` those around them. `side`
    is the half of the page, None unknown. `loose` tells that blanks or tabs set it there, so that
    its alignment says nothing. `origin` is the line a piece was cut from, `parts` are the pieces
    that were cut at its line breaks.
    """

    paragraph: Paragraph
    whole: Paragraph
    raw: str
    text: str
    section: Section
    place: list[Line | Table]
    at: int = 0
    table: Table | None = None
    row: int = 0
    cell: Cell | None = None
    box: TextBox | None = None
    chain: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    side: str | None = None
    loose: bool = False
    quoted: bool = False
    origin: Line | None = None
    parts: list[Line] = field(default_factory=list)
    _bare: str | None = None

    @property
    def bare(self) -> str:
        """Its beginning in small letters without marks: what anchors are looked up in."""
        if self._bare is None:
            text = self.text
            self._bare = bare(text if len(text) <= _ANCHORED else text[:_BEGINNING])
        return self._bare

    @property
    def element(self) -> str | None:
        """The innermost element, None where the line is none."""
        return self.chain[-1] if self.chain else None

    @property
    def is_blank(self) -> bool:
        """Whether it shows no letters at all."""
        return not self.text

    @property
    def is_rule(self) -> bool:
        """Whether it draws a line with underscores or dashes."""
        return bool(RULE.match(self.text) or _DASHES.match(self.text))

    @property
    def is_centered(self) -> bool:
        """Whether it is set in the middle."""
        return self.paragraph.setting.align is Align.CENTER

    @property
    def is_bold(self) -> bool:
        """Whether all its letters are bold."""
        shown = self.paragraph.shown_runs
        return bool(shown) and all(run.face.bold for run in shown)

    @property
    def is_upper(self) -> bool:
        """Whether it is written in capitals."""
        return self.text.isupper()

    def neighbour(self, step: int) -> Line | Table | None:
        """Return what stands before (-1) or after (1) in the same place."""
        place = self.at + step
        return self.place[place] if 0 <= place < len(self.place) else None


@dataclass(slots=True, eq=False)
class Chunk:
    """A paragraph or a table of the page with its lines; those of its text boxes apart."""

    block: Block
    section: Section
    lines: list[Line] = field(default_factory=list)
    boxes: list[list[Line]] = field(default_factory=list)

    @property
    def table(self) -> Table | None:
        """The table it is, None for a paragraph."""
        return self.block if isinstance(self.block, Table) else None

    @property
    def first(self) -> Line | None:
        """Its first line that shows letters."""
        return next((line for line in self.lines if line.text), None)

    @property
    def has_text(self) -> bool:
        """Whether a line of it shows letters."""
        return self.first is not None


def read_chunks(picture: Picture) -> list[Chunk]:
    """Return the blocks of all sections in reading order."""
    chunks: list[Chunk] = []
    page: list[Line | Table] = []
    for section in picture.sections:
        for block in section.blocks:
            chunk = Chunk(block, section)
            _Reader(chunk).read((block,), page, 0)
            chunks.append(chunk)
    return chunks


def release(chunks: Iterable[Chunk]) -> None:
    """Take lines out of their places: each knows the other, and only a search would free them.

    So a document is gone with the last use of it. Measured: what waited for the search for unused
    cycles (`gc`) took 170 MB after 60 papers, and the search a tenth to a quarter of a check.
    """
    for chunk in chunks:
        for lines in (*chunk.boxes, chunk.lines):
            for line in lines:
                for one in (line, *line.parts):
                    one.place.clear()
                line.parts.clear()


class _Reader:
    """Reads the lines of one chunk."""

    def __init__(self, chunk: Chunk) -> None:
        self._chunk = chunk
        self._into = chunk.lines
        self._where: tuple[Table | None, int, Cell | None, TextBox | None] = (None, 0, None, None)

    def read(self, blocks: Sequence[Block], place: list[Line | Table], depth: int) -> None:
        for block in blocks:
            if isinstance(block, Table):
                place.append(block)
                if depth < _DEPTH:
                    self._table(block, depth)
            else:
                self._paragraph(block, place, depth)

    def _paragraph(self, paragraph: Paragraph, place: list[Line | Table], depth: int) -> None:
        table, row, cell, box = self._where
        raw = paragraph.raw_text
        # Most texts have nothing to replace, and looking is cheaper than replacing.
        text = paragraph.text if _SPECIAL.search(raw) else raw.strip()
        line = Line(
            paragraph, paragraph, raw, text, self._chunk.section, place, len(place),
            table, row, cell, box,
        )  # fmt: skip
        place.append(line)
        self._into.append(line)
        if depth < _DEPTH:
            for inner in paragraph.boxes:
                self._box(inner, depth)

    def _box(self, box: TextBox, depth: int) -> None:
        into, where = self._into, self._where
        self._into, self._where = [], (*where[:3], box)
        self._chunk.boxes.append(self._into)
        self.read(box.blocks, [], depth + 1)
        self._into, self._where = into, where

    def _table(self, table: Table, depth: int) -> None:
        where = self._where
        columns: dict[int, list[Line | Table]] = {}
        for number, row in enumerate(table.rows):
            for cell in row.cells:
                if where[0] is None:
                    self._where = (table, number, cell, where[3])
                self.read(cell.blocks, columns.setdefault(cell.column, []), depth + 1)
        self._where = where


def pieces(line: Line) -> list[Line]:
    """Return the lines a paragraph with line breaks shows, each as a line of its own."""
    raw = line.raw
    if "\n" not in raw or "\n" not in raw.strip():
        return [line]
    parts: list[Line] = []
    place: list[Line | Table] = []
    start = 0
    for shown in raw.split("\n"):
        parts.append(_piece(line, start, start + len(shown), place))
        place.append(parts[-1])
        start += len(shown) + 1
    line.parts += parts
    return parts


def columns(line: Line, right: re.Pattern[str]) -> list[Line]:
    """Return the left and the right half of a line that tabs or blanks part in two.

    `right` matches, in bare letters, what a right half begins with.
    """
    raw = line.raw.translate(_PLAIN_BLANKS)
    gaps = list(_GAP.finditer(raw))
    if not gaps:
        return [line]
    gap = _parting(raw, gaps, right)
    if gap is None:
        return _set_right(line, gaps[0], len(raw)) if gaps[0].start() == 0 else [line]
    halves = [
        _piece(line, 0, gap.start(), line.place),
        _piece(line, gap.end(), len(raw), line.place),
    ]
    for half, side in zip(halves, ("left", "right"), strict=True):
        half.side, half.loose = side, True
    return [half for half in halves if half.text]


def _set_right(line: Line, gap: re.Match[str], end: int) -> list[Line]:
    """Return a line that blanks or a tab push to the right, without them."""
    if "\t" not in gap[0] and gap.end() < _FAR:
        return [line]
    half = _piece(line, gap.end(), end, line.place)
    half.side, half.loose = "right", True
    return [half]


_GAP: Final = re.compile(r" *\t[\t ]*| {3,}")
_FAR: Final = 10  # blanks


def _parting(
    raw: str, gaps: Sequence[re.Match[str]], right: re.Pattern[str]
) -> re.Match[str] | None:
    inner = [gap for gap in gaps if gap.end() < len(raw.rstrip()) and gap.start() > 0]
    known = [gap for gap in inner if right.match(bare(raw[gap.end() :]))]
    if known:
        return known[-1]  # a number left blank begins alike: "Số:      /KH-UBND      X, ngày …"
    tabs = [gap for gap in inner if "\t" in gap[0]]
    return tabs[-1] if tabs else None


def _piece(line: Line, start: int, end: int, place: list[Line | Table]) -> Line:
    paragraph = cut(line.paragraph, start, end)
    at = line.at if place is line.place else len(place)
    return replace(
        line,
        paragraph=paragraph,
        raw=paragraph.raw_text,
        text=paragraph.text,
        place=place,
        at=at,
        origin=line.origin or line,
        parts=[],
        _bare=None,
    )
