"""What a table's style says in each of its cells: letters, paragraphs and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.layout.formatting.properties import (
    SIDES,
    Flat,
    is_line,
    paragraph_properties,
    run_properties,
    shading,
)
from cchc_docs.layout.formatting.styles import Styles
from cchc_docs.layout.wordml import Element, W, child_value, children, is_on, whole

_PARTS: Final = (  # the later wins ([MS-OI29500] 2.1.1298)
    "band1Horz",
    "band2Horz",
    "band1Vert",
    "band2Vert",
    "lastCol",
    "firstCol",
    "lastRow",
    "seCell",
    "swCell",
    "firstRow",
    "neCell",
    "nwCell",
)
_LOOK: Final = {  # bits of the old form (17.4.56)
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_ROWS: Final = frozenset({"firstRow", "lastRow", "band1Horz", "band2Horz"})
_COLUMNS: Final = frozenset({"firstCol", "lastCol", "band1Vert", "band2Vert"})

Edges = frozenset[str]
"""The sides of a cell that are sides of its table."""


@dataclass(frozen=True, eq=False)
class TableLevel:
    """What a table style says in one kind of place; told apart by identity, one for each kind.

    `lines` are the sides it says something of. `fill` is a colour, None without one.
    """

    paragraph: Flat = field(default_factory=dict)
    run: Flat = field(default_factory=dict)
    lines: Mapping[str, bool] = field(default_factory=dict)
    fill: str | None = None


NO_TABLE: Final = TableLevel()
"""The level of a paragraph outside tables, or in a table without a style."""


class TableLook:
    """One table: which parts of its style it asks for and where they lie."""

    def __init__(self, styles: Styles, table: Element, levels: dict[object, TableLevel]) -> None:
        properties = table.find(W + "tblPr")
        self._styles = styles
        self._style = child_value(properties, "tblStyle")
        self._chain = styles.chain(self._style, "table") if self._style else []
        self._levels = levels
        self._flags = _flags(None if properties is None else properties.find(W + "tblLook"))
        self._defined = {
            p.get(W + "type") for s in self._chain for p in s.iterchildren(W + "tblStylePr")
        }
        holders = [properties, *(s.find(W + "tblPr") for s in reversed(self._chain))]
        self._bands = {
            "Horz": _band(holders, "Row", self._flags["noHBand"]),
            "Vert": _band(holders, "Col", self._flags["noVBand"]),
        }
        self._skip = {
            "Horz": self._flags["firstRow"] and "firstRow" in self._defined,
            "Vert": self._flags["firstColumn"] and "firstCol" in self._defined,
        }

    def property(self, name: str) -> Element | None:
        """Return a property of the whole table that its style or the nearest base states."""
        for style in reversed(self._chain):
            if (found := style.find(f"{W}tblPr/{W}{name}")) is not None:
                return found
        return None

    def level(self, row: int, position: int, edges: Edges) -> TableLevel:
        """Return what the style says in a cell, by the numbers of its row and itself from 0."""
        if not self._chain:
            return NO_TABLE
        key = (self._style, edges, self._parts(row, position, edges))
        if key not in self._levels:
            self._levels[key] = self._read(edges, key[2])
        return self._levels[key]

    def _parts(self, row: int, position: int, edges: Edges) -> frozenset[str]:
        if not self._defined:
            return frozenset()
        top, bottom = self._hit("firstRow", "top", edges), self._hit("lastRow", "bottom", edges)
        left, right = (
            self._hit("firstColumn", "left", edges),
            self._hit("lastColumn", "right", edges),
        )
        found = {
            "firstRow": top,
            "lastRow": bottom,
            "firstCol": left,
            "lastCol": right,
            "nwCell": top and left,
            "neCell": top and right,
            "swCell": bottom and left,
            "seCell": bottom and right,
        }
        for axis, at in (("Horz", row), ("Vert", position)):
            size, after = self._bands[axis], at - self._skip[axis]
            if size > 0 and after >= 0:
                found[f"band{after // size % 2 + 1}{axis}"] = True
        return frozenset(name for name, hit in found.items() if hit)

    def _hit(self, flag: str, side: str, edges: Edges) -> bool:
        return self._flags[flag] and side in edges

    def _read(self, edges: Edges, parts: frozenset[str]) -> TableLevel:
        paragraph: Flat = {}
        run: Flat = {}
        lines: dict[str, bool] = {}
        fill = None
        theme = self._styles.theme
        for style in self._chain:
            lines |= cell_lines(style.find(f"{W}tblPr/{W}tblBorders"), edges)
            branches = {p.get(W + "type"): p for p in style.iterchildren(W + "tblStylePr")}
            wanted = [(name, branches[name]) for name in _PARTS if name in parts & branches.keys()]
            for name, source in [("wholeTable", style), *wanted]:
                paragraph |= paragraph_properties(children(source.find(W + "pPr")), theme)
                run |= run_properties(children(source.find(W + "rPr")), theme)
                lines |= cell_lines(source.find(f"{W}tcPr/{W}tcBorders"), _region(name, edges))
                fill = shading(source.find(f"{W}tcPr/{W}shd")) or fill
        return TableLevel(paragraph, run, lines, fill)


def cell_lines(borders: Element | None, edges: Edges) -> dict[str, bool]:
    """Return what a set of borders says of the sides of a cell with these edges of its region."""
    found: dict[str, bool] = {}
    if borders is None:
        return found
    known = children(borders)
    for side in SIDES:
        for name in _OUTER[side] if side in edges else _INNER[side]:
            if name in known:
                found[side] = is_line(known[name])
                break
    return found


_OUTER: Final = {
    "top": (W + "top",),
    "bottom": (W + "bottom",),
    "left": (W + "left", W + "start"),
    "right": (W + "right", W + "end"),
}
"""The elements for an outer side; those of left and right are named by the way of writing, too."""
_INNER: Final = {
    "top": (W + "insideH",),
    "bottom": (W + "insideH",),
    "left": (W + "insideV",),
    "right": (W + "insideV",),
}


def _region(part: str, edges: Edges) -> Edges:
    """The sides of a cell that are sides of the part of the table it lies in."""
    if part in _ROWS:
        return edges | {"top", "bottom"}
    if part in _COLUMNS:
        return edges | {"left", "right"}
    return edges if part == "wholeTable" else frozenset(SIDES)


def _flags(look: Element | None) -> dict[str, bool]:
    """Named attributes win; ``w:val`` counts only without them; nothing at all asks for all.

    [MS-OI29500] 2.1.157; the last as measured in Word.
    """
    named = {} if look is None else {name: look.get(W + name) for name in _LOOK}
    if any(text is not None for text in named.values()):
        return {name: text is not None and is_on(text) for name, text in named.items()}
    bits = None if look is None else look.get(W + "val")
    if bits:
        return {name: bool(whole(bits, 0, 16) & bit) for name, bit in _LOOK.items()}
    return {name: not name.startswith("no") for name in _LOOK}


def _band(holders: list[Element | None], axis: str, is_off: bool) -> int:
    """Rows or columns of one band; none unless a size is declared, as measured in Word."""
    sizes = (child_value(holder, f"tblStyle{axis}BandSize") for holder in holders)
    declared = next((size for size in sizes if size is not None), None)
    return 0 if is_off else whole(declared, 0)
