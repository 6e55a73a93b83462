"""How a paragraph is set, from its effective properties."""

from __future__ import annotations

from typing import Final

from cchc_docs.layout.formatting.properties import SIDES, Flat
from cchc_docs.layout.looks import Align, LineRule, Setting
from cchc_docs.layout.wordml import TWIPS_PER_POINT

_ALIGN: Final = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    **dict.fromkeys(
        ("both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute"),
        Align.BOTH,
    ),
}
_LINE: Final = 240  # twips of one line, in w:line and where spacing is counted in lines
_AUTOMATIC: Final = 14.0  # points Word and LibreOffice leave for automatic spacing
_SOME_SIZE: Final = 10.0  # points, for indents counted in letters where no size is said


def align(name: str | None) -> Align:
    """Return an alignment by Word's name of it; what is no name counts as left."""
    return _ALIGN.get(name or "", Align.LEFT)


def setting(flat: Flat, size: float | None) -> Setting:
    """Return the setting; `size` of the letters, in points, measures indents in letters."""
    is_in_frame = "frame" in flat
    lines = {side: bool(flat.get("line." + side)) for side in SIDES}
    line, rule = _line(flat)
    return Setting(
        align=align(flat.get("jc")),
        left=_indent(flat, "left", size),
        right=_indent(flat, "right", size),
        first_line=_indent(flat, "first", size),
        before=_gap(flat, "before"),
        after=_gap(flat, "after"),
        line=line,
        line_rule=rule,
        contextual=flat.get("contextualSpacing", False),
        top_line=lines["top"],
        bottom_line=lines["bottom"],
        boxed=all(lines.values()),
        in_frame=is_in_frame,
        frame_align=_frame_align(flat) if is_in_frame else None,
    )


def _indent(flat: Flat, key: str, size: float | None) -> float:
    """An indent in letters, where it is not zero, beats the one in twips (17.3.1.12)."""
    letters = flat.get(key + "Chars")
    if letters:
        return float(letters / 100 * (size or _SOME_SIZE))
    return float(flat.get(key, 0) / TWIPS_PER_POINT)


def _gap(flat: Flat, key: str) -> float:
    if flat.get(key + "Autospacing"):
        return _AUTOMATIC
    lines = flat.get(key + "Lines")
    twips = lines / 100 * _LINE if lines else flat.get(key, 0)
    return float(twips / TWIPS_PER_POINT)


def _line(flat: Flat) -> tuple[float, LineRule]:
    line = flat.get("line", 0)
    name = flat.get("lineRule")
    rule = LineRule(name) if name in set(LineRule) else LineRule.AUTO
    if rule is LineRule.AUTO:
        return (line / _LINE if line > 0 else 1.0), rule
    return line / TWIPS_PER_POINT, rule


def _frame_align(flat: Flat) -> Align | None:
    """Where the frame stands; one with a width of its own is seen by the lines in it."""
    name = flat.get("frame.xAlign")
    if name in _ALIGN:
        return _ALIGN[name]
    return align(flat.get("jc")) if flat.get("frame.w") and not flat.get("frame.x") else None
