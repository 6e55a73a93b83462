"""How many lines the quốc hiệu takes, and how long the lines drawn below texts are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cchc_docs.checker.components import Instance
from cchc_docs.checker.printed.whereabouts import LINE_HEIGHT, Told, Whereabouts
from cchc_docs.layout.pdf_page import Box, Found, Piece, PrintedPage, squeezed
from cchc_docs.layout.picture import Paragraph

_LINED: Final = ("tieu_ngu", "co_quan", "trich_yeu")
_THIN: Final = 1.2  # mm; what is as low as this is a line
_SHORTEST: Final = 3.0  # mm of a line below a text
_FAR: Final = 12.0  # mm from a text to the line below it
_NEAR: Final = 0.5  # mm; what is as near as this is in one place
_UNDERSCORES: Final = re.compile(r"_{3,}\Z")
_AS_WIDE: Final = {
    "timesnewroman": ("timesnewroman", "liberationserif", "tinos"),
    "arial": ("arial", "liberationsans", "arimo"),
}
"""Fonts whose letters are as wide as those of a font, by what their names begin with."""


def look_at_lines(where: Whereabouts) -> Told:
    """Tell the lines of quốc hiệu, and the length of lines below texts by that of the text."""
    for instance in where.components.of("quoc_hieu"):
        if found := _found(instance, where):
            yield instance, "rendered_lines", sum(len(one.lines) for one in found)
    by_letters = not any(map(_is_raised_rule, where.body))
    for element in _LINED:
        for instance in where.components.of(element):
            ratio = _ratio(instance, where, by_letters)
            if ratio is not None:
                yield instance, "line_length", ratio


def _found(instance: Instance, where: Whereabouts) -> list[Found] | None:
    """Return where a text is printed; None where another font made it longer or shorter."""
    fonts = {
        squeezed(font).lower()
        for one in instance.paragraphs
        for run in one.shown_runs
        for font in run.face.fonts
    }
    twins = [twin for font in fonts for twin in _AS_WIDE.get(font, (font,))]
    found = where.of_all(instance) or ()
    pieces = [piece for one in found for piece in one.pieces]
    is_faithful = all(one.font.lower().startswith(tuple(twins)) for one in pieces)
    return list(found) if pieces and is_faithful else None


def _is_raised_rule(paragraph: Paragraph) -> bool:
    """Tell whether raised underscores make a line: LibreOffice sets them smaller than Word does."""
    return any(run.face.raised and _UNDERSCORES.match(run.text.strip()) for run in paragraph.runs)


def _ratio(instance: Instance, where: Whereabouts, by_letters: bool) -> float | None:
    """Return the length of the line below by that of the longest line of the text.

    Underscores count as a line where `by_letters`.
    """
    runs = [run for one in instance.paragraphs for run in one.shown_runs]
    if instance.facts.get("line_below") is False or any(run.face.underline for run in runs):
        return None
    found = _found(instance, where)
    if not found or any(one.page is not found[0].page for one in found):
        return None
    lines = [line for one in found for line in one.lines]
    rule = _rule_below(lines, found[0].page, by_letters)
    longest = max(one.right - one.left for one in lines)
    return round(rule.width / longest, 3) if rule and longest > 0 else None


def _rule_below(lines: Sequence[Piece], page: PrintedPage, by_letters: bool) -> Box | None:
    """Return the one straight line between a text and the next text below it."""
    left, right = min(one.left for one in lines), max(one.right for one in lines)
    baseline = max(one.baseline for one in lines)
    below = [
        one.baseline
        for one in page.pieces
        if one.baseline > baseline + LINE_HEIGHT / 2
        and one.left < right
        and one.right > left
        and not _UNDERSCORES.match(one.text)
    ]
    end = min([*below, baseline + _FAR])
    rules = [
        one
        for one in _rules(page, by_letters)
        if baseline - _NEAR < one.top < end
        and left < (one.left + one.right) / 2 < right
        and not _is_framed(one, page)
    ]
    if not rules:
        return None
    first = rules[0]  # a double line is two of the same length
    return first if all(_are_level(first, one) for one in rules) else None


def _rules(page: PrintedPage, by_letters: bool) -> Iterator[Box]:
    for one in (*page.drawn, *page.images):
        if one.height < _THIN and one.width > _SHORTEST:
            yield one
    for piece in page.pieces if by_letters else ():
        if _UNDERSCORES.match(piece.text):
            yield Box(piece.left, piece.right, piece.baseline, piece.baseline)


def _are_level(one: Box, other: Box) -> bool:
    return abs(one.left - other.left) < _NEAR and abs(one.right - other.right) < _NEAR


def _is_framed(rule: Box, page: PrintedPage) -> bool:
    """Tell whether an upright line meets a line: both belong to a frame or a table."""
    return any(
        one.height > _THIN
        and one.top - _NEAR < rule.top < one.bottom + _NEAR
        and rule.left - _NEAR < one.left < rule.right + _NEAR
        for one in page.drawn
    )
