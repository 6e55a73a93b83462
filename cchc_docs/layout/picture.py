"""A Word document as a neutral picture: what Word shows, with its effective formatting.

Lengths are points unless a name says mm. Text is what Word shows: capitals that formatting makes,
computed list labels, the final view of tracked changes; NFC, the typed form kept beside it.
`element` is the XML a value was read from, for those who write remarks or repair; nobody else
looks into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cchc_docs.layout.lazily import lazily
from cchc_docs.layout.looks import Align, Face, Label, Setting

PAGE: Final = "PAGE"
"""The field that shows the number of the page."""


@dataclass(slots=True, eq=False)  # as Paragraph
class Run:
    """Letters that look alike.

    `text` is as shown, `typed` as it stands in the file (before NFC and capitals). Tabs and line
    breaks are the control characters, a no-break space and a no-break hyphen stay themselves.
    `field` names the field whose result the run shows (``PAGE``), None outside fields.
    """

    text: str
    typed: str
    face: Face
    field: str | None = None
    element: Any = None


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A straight line drawn over the text, anchored in a paragraph; `length` is its width."""

    length: float
    element: Any = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its format by content (``png``, ``jpeg``; None unknown), its size, its name."""

    format: str | None
    width: float
    height: float
    name: str = ""
    element: Any = None


@dataclass(frozen=True, slots=True, eq=False)
class TextBox:
    """A box with text of its own, anchored in a paragraph.

    `bordered` tells whether a line runs around it; `style` of that line is Word's name
    (``single``), None without one.
    """

    blocks: tuple[Block, ...]
    width: float
    height: float
    bordered: bool
    style: str | None = None
    element: Any = None


@dataclass(eq=False)  # frozen ones take three times as long to make
class Paragraph:
    """A paragraph as shown. `style` is the name of its style as users see it.

    `mark_face` is how the mark of a paragraph without letters looks: its height; None of others.
    """

    runs: tuple[Run, ...]
    setting: Setting
    style: str
    label: Label | None = None
    lines: tuple[DrawnLine, ...] = ()
    boxes: tuple[TextBox, ...] = ()
    images: tuple[Image, ...] = ()
    mark_face: Face | None = None
    has_page_break: bool = False
    element: Any = None

    @lazily
    def raw_text(self) -> str:
        """The text with its label and all its blanks; a line break is one character."""
        label = f"{self.label.text} " if self.label else ""
        return label + "".join([run.text for run in self.runs])

    @lazily
    def text(self) -> str:
        """The text as rules read it: label, one kind of blank, one kind of hyphen, ends cut."""
        raw = self.raw_text
        plain = raw.translate(_PLAIN) if _UNUSUAL.search(raw) else raw  # translating is slow
        return plain.strip()

    @lazily
    def shown_runs(self) -> tuple[Run, ...]:
        """The runs that show something but blanks."""
        return tuple([run for run in self.runs if run.text.strip()])

    @property
    def has_page_number(self) -> bool:
        """Whether it shows the number of the page."""
        return any(run.field == PAGE for run in self.runs)


_PLAIN: Final = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " ", "\u000b": " ", "\u00ad": None}
)
"""No-break blanks and hyphens are read as plain ones; a soft hyphen is not shown."""
_UNUSUAL: Final = re.compile("[\u00a0\u202f\u2011\n\u000b\u00ad]")


@dataclass(slots=True, eq=False)  # as Paragraph
class Cell:
    """A cell of a table. `column` is its first grid column, `span` how many it covers.

    `continues` is true where it is merged with the one above. `borders` are the sides with a line
    (``top``, ``bottom``, ``left``, ``right``). `fill` is the colour behind it, None without one.
    """

    blocks: tuple[Block, ...]
    column: int
    span: int = 1
    width: float | None = None
    continues: bool = False
    borders: frozenset[str] = frozenset()
    fill: str | None = None
    element: Any = None


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table; `repeats` tells that Word prints it again on top of each page."""

    cells: tuple[Cell, ...]
    repeats: bool = False
    element: Any = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table; `width` and `indent` as Word lays it out, None where the file leaves it open."""

    rows: tuple[Row, ...]
    width: float | None = None
    indent: float = 0
    align: Align = Align.LEFT
    grid: tuple[float, ...] = ()
    floating: bool = False
    element: Any = None


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A section: its page, its headers and footers, the blocks in it.

    `headers` and `footers` have the keys ``default``, ``first``, ``even`` that Word shows:
    inherited ones are filled in, ``first`` is there only with `title_page`, ``even`` only where
    the document tells even pages apart. `start` is Word's name of the break before it
    (``nextPage``). `number_start` None runs on; `number_format` is Word's name (``decimal``).
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float = 0
    columns: int = 1
    title_page: bool = False
    start: str = "nextPage"
    number_start: int | None = None
    number_format: str = "decimal"
    headers: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    element: Any = None

    @property
    def is_landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right - self.gutter


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A whole document.

    `notes` are foot- and endnotes. `is_protected`, `has_macros`, `is_signed` tell that it must not
    be changed.
    `trees` are the roots the elements stand in, by the names of their parts.
    """

    sections: tuple[Section, ...]
    notes: tuple[Paragraph, ...] = ()
    is_protected: bool = False
    has_macros: bool = False
    is_signed: bool = False
    trees: Mapping[str, Any] = field(default_factory=dict)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph of blocks, those in tables in reading order; no text boxes."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def paragraphs_and_boxes(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield the same paragraphs, those in text boxes right after the one that anchors them."""
    for paragraph in paragraphs(blocks):
        yield paragraph
        for box in paragraph.boxes:
            yield from paragraphs_and_boxes(box.blocks)
