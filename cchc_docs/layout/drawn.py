"""What drawings put on the page, and the kinds of picture files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.layout.picture import Block, DrawnLine, Image, TextBox
from cchc_docs.layout.sources import Source
from cchc_docs.layout.wordml import Element

THIN: Final = 1.5
"""Points a shape may be high and still look like a line."""
_STEEPEST: Final = 0.1  # a line drawn by hand is seldom quite level

_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\x00\x00\x00", "emf"),
    (b"<svg", "svg"),
    (b"<?xml", "svg"),
)


@dataclass(slots=True)
class Drawn:
    """What the drawings of a paragraph show, in their order."""

    lines: list[DrawnLine] = field(default_factory=list)
    boxes: list[TextBox] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Canvas:
    """What drawings refer to: the part they stand in, the text column, a reader of box content.

    `column` is the width of the column in points, None where it cannot be told.
    """

    source: Source
    column: float | None
    read_box: Callable[[Element, float], tuple[Block, ...]]

    def image_format(self, relation: str | None) -> str | None:
        """Return the format of a picture by the first bytes of its file; None if unknown."""
        content = self.source.referred(relation).content or b""
        return next((name for magic, name in _MAGIC if content.startswith(magic)), None)


def is_level(width: float, height: float) -> bool:
    """Return whether a line of these extents is one under a text, not a slant or an upright."""
    return width > 0 and height <= max(width * _STEEPEST, THIN)
