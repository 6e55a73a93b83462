"""How letters and paragraphs look; lengths are points unless a name says mm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

POINTS_PER_MM: Final = 72 / 25.4


def mm(points: float) -> float:
    """Return a length in millimetres."""
    return points / POINTS_PER_MM


class Align(StrEnum):
    """How the lines of a paragraph are set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class LineRule(StrEnum):
    """What the line spacing of a paragraph is measured in: lines, or points."""

    AUTO = "auto"
    EXACT = "exact"
    AT_LEAST = "atLeast"


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look.

    `fonts` are the families Word uses for the letters of the run (one, unless letters of
    different scripts take different ones; empty where the run shows no letters). `size` None means
    that the file says no size anywhere. `color` is ``auto`` or six hexadecimal digits; None where
    it cannot be told (a theme colour without a theme). `underline` is Word's name of the kind, None
    without one. `raised` is true for superscript and subscript.
    """

    fonts: tuple[str, ...] = ("Times New Roman",)
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: str | None = None
    color: str | None = "auto"
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """The number, letter or bullet a list puts before a paragraph; `face` is its own."""

    text: str
    is_bullet: bool
    face: Face


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set.

    `first_line` is the indent of the first line against `left`, negative when it hangs. `line` is
    in lines for `LineRule.AUTO`, else in points. `top_line` and `bottom_line` tell of borders,
    `boxed` of one all around. `in_frame` is a paragraph Word sets in a frame (old page numbers).
    """

    align: Align = Align.LEFT
    left: float = 0
    right: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    line_rule: LineRule = LineRule.AUTO
    contextual: bool = False
    top_line: bool = False
    bottom_line: bool = False
    boxed: bool = False
    in_frame: bool = False
    frame_align: Align | None = None
