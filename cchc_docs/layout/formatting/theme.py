"""The fonts and colours of a document's theme."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.layout.wordml import VAL, A, Element, W

_FONTS: Final = {"majorFont": "major", "minorFont": "minor"}
_SLOTS: Final = {"latin": ("HAnsi", "Ascii"), "ea": ("EastAsia",), "cs": ("Bidi",)}
_COLOURS: Final = {  # ECMA-376-1, 17.18.97
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_HEXADECIMAL: Final = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class Theme:
    """Font families by Word's names for them (``minorHAnsi``), colours by the theme's."""

    fonts: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)

    def colour(self, element: Element) -> str | None:
        """Return the colour an element names: ``auto`` or hexadecimal, None if it cannot be told.

        A theme's colour wins over the literal one; where it is tinted, the literal one holds
        what Word computed.
        """
        literal = hexadecimal(element.get(VAL))
        named = element.get(W + "themeColor")
        if not named or named == "none":
            return literal
        plain = self.colours.get(_COLOURS.get(named, named))
        tinted = element.get(W + "themeTint") or element.get(W + "themeShade")
        return literal if tinted and plain and literal else plain


def hexadecimal(text: str | None) -> str | None:
    """Return a colour in capitals, or ``auto``; None for anything else."""
    if text == "auto":
        return text
    return text.upper() if text and _HEXADECIMAL.fullmatch(text) else None


def read_theme(root: Element | None) -> Theme:
    """Return the theme of a part; an empty one without it."""
    if root is None:
        return Theme()
    fonts: dict[str, str] = {}
    for tag, token in _FONTS.items():
        for slot, suffixes in _SLOTS.items():
            face = root.find(f".//{A}fontScheme/{A}{tag}/{A}{slot}")
            if face is not None and face.get("typeface"):
                fonts |= {token + suffix: face.get("typeface") for suffix in suffixes}
    scheme = root.find(f".//{A}clrScheme")
    colours: dict[str, str] = {}
    for entry in () if scheme is None else scheme.iterchildren("{*}*"):
        colour = next(entry.iterchildren("{*}*"), None)
        if colour is not None:
            shown = hexadecimal(colour.get("lastClr") or colour.get("val"))
            colours |= {entry.tag.rpartition("}")[2]: shown} if shown else {}
    return Theme(fonts, colours)
