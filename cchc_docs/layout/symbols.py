"""Letters of symbol fonts: Word keeps them as numbers of glyphs, not as letters."""

from __future__ import annotations

import re
from typing import Final

_PRIVATE: Final = 0xF000  # ECMA-376-1, 17.3.3.30: where Word puts the glyphs of such fonts
_GLYPH: Final = re.compile("[\uf000-\uf0ff]")
_SYMBOL_FONTS: Final = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"})
_ADOBE_SYMBOL: Final = {0x2D: "-", 0x2B: "+", 0x2A: "*", 0xB7: "•", 0x2E: ".", 0xB0: "°", 0xBE: "–"}
_WINGDINGS: Final = {0x6E: "■", 0x6C: "●", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x9F: "•", 0x76: "❖"}


def symbol(code: int, font: str | None) -> str:
    """Return what a glyph of a font shows; one not known here stays a private character.

    The minus sign of Symbol counts as a hyphen: nobody sees the difference at the head of a line.
    """
    glyph = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    name = (font or "").strip().lower()
    if name not in _SYMBOL_FONTS:
        return _letter(glyph)
    known = {"symbol": _ADOBE_SYMBOL, "wingdings": _WINGDINGS}.get(name, {})
    return known.get(glyph) or _letter(_PRIVATE + glyph if glyph <= 0xFF else glyph)


def shown_in(text: str, font: str | None) -> str:
    """Return a text with its private characters as the font shows them."""
    if text.isprintable():  # which no private character is; quicker than looking for them
        return text
    return _GLYPH.sub(lambda found: symbol(ord(found[0]), font), text)


def _letter(code: int) -> str:
    """A character, nothing for what is none: halves of pairs, numbers out of range, controls."""
    is_letter = 0x20 <= code < 0xD800 or 0xDFFF < code <= 0x10FFFF
    return chr(code) if is_letter else ""
