"""The labels of lists, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from cchc_docs.layout.numbering import Level, Numbering
from cchc_docs.vietnamese.numerals import roman

_PLACEHOLDER: Final = re.compile("%([1-9])")
_LAST_LETTERED: Final = 780  # ECMA-376-1, 17.18.59: letters repeat up to 30 times
_LAST_ROMAN: Final = 32_767


class Labels:
    """Counts the paragraphs of one story, in their order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[tuple[str, int]] = set()

    def next(self, level: Level) -> str:
        """Return the label of the next paragraph on a level, empty where it shows none."""
        levels = self._numbering.levels(level.number_id)
        counts = self._counts.setdefault(level.list_id, {})
        self._begin_anew(level, levels, counts)
        counts[level.index] = counts.get(level.index, level.start - 1) + 1
        for index, deeper in levels.items():
            if index > level.index and deeper.restarts_after > level.index:
                counts.pop(index, None)
        if level.format == "bullet":
            return level.text
        return _PLACEHOLDER.sub(
            lambda found: _shown(int(found[1]) - 1, level, levels, counts), level.text
        )

    def _begin_anew(self, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> None:
        """An instance that overrides starts does so when its level is met for the first time."""
        if (level.number_id, level.index) in self._met:
            return
        self._met.add((level.number_id, level.index))
        if level.restart is not None:
            counts[level.index] = level.restart - 1


def _shown(index: int, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    referred = levels.get(index)
    if referred is None or index > level.index:
        return ""
    count = counts.setdefault(index, referred.start)
    return formatted(count, "decimal" if level.is_legal else referred.format)


def formatted(count: int, format_: str) -> str:
    """Return a count in one of Word's formats; in Arabic digits in those not known here."""
    return _FORMATS.get(format_, str)(count)


def _letters(count: int) -> str:
    if not 0 < count <= _LAST_LETTERED:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    return roman(count) if 0 < count <= _LAST_ROMAN else str(count)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperRoman": _roman,
}
