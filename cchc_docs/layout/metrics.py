"""How wide a line of Times New Roman is, without a font at hand.

The advance widths are those of Liberation Serif 2.1, which is metric-compatible with Times New
Roman, in 1/2048 of the size. Letters with Vietnamese marks are as wide as their base letter
(checked over the whole font), so the tables hold base letters only.
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

Face = Literal["regular", "bold", "italic"]

MM_PER_POINT: Final = 25.4 / 72
_LINE_SPACING: Final = 1.15
_EM: Final = 2048
# 512 in the font, but LibreOffice sets it wider in italics (measured: 0.343 em).
_NO_BREAK_SPACE: Final[dict[Face, int]] = {"regular": 512, "bold": 512, "italic": 703}
_HORN: Final = "\u031b"

_ADVANCES: Final[dict[Face, dict[int, str]]] = {
    "regular": {
        369: "'",
        410: "|",
        512: " ,.",
        569: "/:;\\ijlt",
        614: "²³",
        682: "!()-I[]`fr‘’·",
        717: "•",
        797: "Js",
        819: "°",
        836: '"',
        909: "?acez“”",
        961: "^",
        983: "{}",
        1024: "#$*0123456789_bdghknopquvxyđ–",
        1083: "ơ",
        1108: "~",
        1110: "ư",
        1124: "÷≥≤",
        1139: "FPS",
        1155: "+<=>×",
        1251: "ELTZ",
        1366: "BCR",
        1479: "ADGHKNOQUVXYwĐƠ",
        1589: "Ư",
        1593: "&m",
        1706: "%",
        1821: "M",
        1886: "@",
        1933: "W",
        2048: "—…",
    },
    "bold": {
        451: "|",
        512: " ,.",
        569: "'/\\il",
        614: "²³",
        682: "!()-:;[]`fjt‘’",
        683: "·",
        717: "•",
        797: "Is",
        807: "{}",
        819: "°",
        909: "cerz",
        1024: "#$*0123456789?J_agovxy–“”",
        1065: "~",
        1124: "÷≥≤",
        1134: "ơ",
        1137: '"',
        1139: "Sbdhknpquđ",
        1167: "+<=>×",
        1190: "^",
        1229: "ư",
        1251: "FP",
        1366: "BELTZ",
        1479: "ACDNRUVXYwĐ",
        1593: "GHKOQƠ",
        1630: "Ư",
        1706: "&m",
        1905: "@",
        1933: "M",
        2048: "%W—…",
    },
    "italic": {
        438: "'",
        512: " ,.·",
        563: "|",
        569: "/\\fijlt",
        614: "²³",
        682: "!()-:;I`‘’",
        717: "•",
        797: "[]rsz",
        819: "{}°",
        860: '"',
        864: "^",
        909: "Jcekvxy",
        1024: "#$*0123456789?S_abdghnopquđ–",
        1093: "ơ",
        1108: "~",
        1117: "ư",
        1124: "÷≥≤",
        1139: "LTYZ“”",
        1251: "ABEFPRVX",
        1366: "CKNw",
        1382: "+<=>×",
        1479: "DGHOQUmĐƠ",
        1544: "Ư",
        1593: "&",
        1706: "%MW",
        1821: "—…",
        1884: "@",
    },
}
_WIDTHS: Final = {
    face: {letter: width for width, letters in table.items() for letter in letters}
    | {"\u00a0": _NO_BREAK_SPACE[face]}
    for face, table in _ADVANCES.items()
}


def text_width(text: str, face: Face, size: float) -> float:
    """Return the width in millimetres of one line of `text` set in `size` points.

    A character outside the tables counts as one em, so that a line is never thought too short.
    """
    widths = _WIDTHS[face]
    units = sum(widths.get(_base(letter), _EM) for letter in text)
    return units * size * MM_PER_POINT / _EM


def line_height(size: float) -> float:
    """Return the height in millimetres of a single-spaced line of `size` points."""
    return size * _LINE_SPACING * MM_PER_POINT


def _base(letter: str) -> str:
    """Return the letter without its marks; the horn of Ơ and Ư stays, it widens the letter."""
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]


def wrap(text: str, face: Face, size: float, width: float) -> list[str]:
    """Return the lines of `text` in a column of `width` millimetres, broken at blanks.

    A single word wider than the column stands on a line of its own.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, face, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
