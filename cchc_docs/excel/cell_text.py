"""Any text as a cell holds it, and back: the escapes of Office, the longest text of a cell.

Source: ECMA-376, Part 1, §22.9.2.19 (ST_Xstring): a character that XML cannot hold is written
``_xHHHH_``, and the underscore of a text that only looks like that ``_x005F_``.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 32_767
"""The most characters (UTF-16 units) of one cell; Excel cuts or refuses what is longer."""

CUT: Final = " […cắt bớt]"
"""Stands at the end of a text that was too long for a cell."""

# A carriage return could stand in XML, but is read back as a line feed.
_NOT_HELD = "[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_ESCAPED_ON_WRITING = re.compile(rf"_(?=x[0-9A-Fa-f]{{4}}(?:_|{_NOT_HELD}))|{_NOT_HELD}")
# Only what has to be escaped: openpyxl takes x005F_ itself out of shared strings, so that an
# escape that was a text comes here as it was typed.
_ESCAPED_ON_READING = re.compile(
    r"_x(00[01][0-9A-F]|FFF[EF]|005F(?=_x[0-9A-F]{4}_))_", re.IGNORECASE
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_cell(text: str) -> str:
    """Return the text for a cell, cut with a mark where it is too long.

    `from_cell` gives exactly the text back, but for halves of surrogate pairs, which no file can
    hold: they become the replacement character.
    """
    text = _SURROGATE.sub("\ufffd", text)
    escaped = _escaped(text[: LONGEST + 1])
    if _units(escaped) <= LONGEST:
        return escaped
    room = LONGEST - len(CUT)
    kept = text[:room]
    while (excess := _units(_escaped(kept)) - room) > 0:
        kept = kept[: -max(1, excess // len("_xHHHH_"))]
    return _escaped(kept) + CUT


def from_cell(text: str) -> str:
    """Return the text that a cell shows."""
    return _ESCAPED_ON_READING.sub(lambda match: chr(int(match[1], 16)), text)


def _escaped(text: str) -> str:
    return _ESCAPED_ON_WRITING.sub(lambda match: f"_x{ord(match.group()):04X}_", text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
