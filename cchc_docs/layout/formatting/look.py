"""How letters look: the effective properties of a run, and the fonts its letters take of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from cchc_docs.layout.formatting.properties import Flat
from cchc_docs.layout.looks import Face

_APPLICATION_FONT: Final = "Times New Roman"  # Word's own, where no default names one
_ASCII: Final = r"!-~\u0590-\u07bf"
_EAST: Final = (
    r"\u1100-\u11ff\u2e80-\udfff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0010ffff"
)
_EAST_IF_HINTED: Final = (
    r"\u2000-\u2bff¡¤§¨ª\u00ad¯°±²³´¶·¸¹º¼½¾¿×÷"  # ECMA-376-1, 17.3.2.26, hint="eastAsia"
)
_IS_ASCII: Final = re.compile(f"[{_ASCII}]")
_PLAIN: Final = (re.compile(f"[{_EAST}]"), re.compile(rf"[^\s{_ASCII}{_EAST}]"))
_HINTED: Final = (
    re.compile(f"[{_EAST}{_EAST_IF_HINTED}]"),
    re.compile(rf"[^\s{_ASCII}{_EAST}{_EAST_IF_HINTED}]"),
)


class Look:
    """Effective properties of letters.

    `shows_capitals` tells that small letters are shown as capitals, `is_hidden` that nothing is
    shown. `plain` is how letters of the Latin alphabet look, `blank` how blanks do.
    """

    def __init__(self, flat: Flat) -> None:
        is_complex = bool(flat.get("cs") or flat.get("rtl"))
        cs = "Cs" * is_complex
        underline = flat.get("u")
        self.shows_capitals: bool = flat["caps"]
        self.is_hidden: bool = flat["vanish"]
        self.blank = Face(
            fonts=(),
            size=flat.get("sz" + cs),
            bold=flat["b" + cs],
            italic=flat["i" + cs],
            underline=None if underline == "none" else underline,
            color=flat.get("color", "auto"),
            raised=flat.get("vertAlign") in ("superscript", "subscript"),
        )
        slots = ("cs",) * 3 if is_complex else ("ascii", "eastAsia", "hAnsi")
        self._fonts = tuple(flat.get(f"font.{slot}", _APPLICATION_FONT) for slot in slots)
        self._is_uniform = len(set(self._fonts)) == 1
        self._patterns = _HINTED if flat.get("hint") == "eastAsia" else _PLAIN
        self._faces: dict[tuple[str, ...], Face] = {}
        self.plain = self.with_fonts(self._fonts[:1])

    def face(self, text: str) -> Face:
        """Return how a text looks: its letters decide which fonts are in use."""
        if not text or text.isspace():
            return self.blank
        if self._is_uniform or text.isascii():
            return self.plain
        return self.with_fonts(self._used(text))

    def with_fonts(self, fonts: tuple[str, ...]) -> Face:
        """Return the look in given fonts."""
        face = self._faces.get(fonts)
        if face is None:
            face = self._faces[fonts] = replace(self.blank, fonts=fonts)
        return face

    def _used(self, text: str) -> tuple[str, ...]:
        east, other = self._patterns
        ascii_, east_asia, high = self._fonts
        used = {}
        if _IS_ASCII.search(text):
            used[ascii_] = True
        if east.search(text):
            used[east_asia] = True
        if other.search(text):
            used[high] = True
        return tuple(used)
