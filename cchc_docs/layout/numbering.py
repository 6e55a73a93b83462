"""List levels of a document: which one a paragraph stands on, and how its label is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cchc_docs.layout.wordml import Element, W, child_value, is_set, whole

_LEVELS: Final = 9  # ECMA-376-1, 17.9.6: levels 0 to 8
_LONGEST: Final = 255  # letters of a label; Word's own dialogue takes far fewer


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A level of a list.

    `list_id` names the definition whose count the level goes on with, `number_id` the instance.
    `restarts_after` is the number, from 1, of the deepest level that restarts it, 0 for none.
    `restart` is where this instance starts anew, None where it goes on.
    """

    list_id: str
    number_id: str
    index: int
    start: int
    format: str
    text: str
    is_legal: bool
    restarts_after: int
    restart: int | None
    element: Element


class Numbering:
    """The lists of a document; `style_number` gives the list a numbering style names."""

    def __init__(self, root: Element | None, style_number: Callable[[str], str | None]) -> None:
        known = () if root is None else root
        self._numbers = {n.get(W + "numId"): n for n in known if n.tag == W + "num"}
        self._lists = {n.get(W + "abstractNumId"): n for n in known if n.tag == W + "abstractNum"}
        self._style_number = style_number
        self._levels: dict[str, dict[int, Level]] = {}
        self._linked: dict[tuple[str, str], int] = {}

    def level(self, number_id: str, index: str | None, style: str | None) -> Level | None:
        """Return a level; inside a style the one that names the style comes first."""
        levels = self.levels(number_id)
        linked = self._linked.get((number_id, style or ""))
        return levels.get(whole(index, 0) if linked is None else linked)

    def levels(self, number_id: str) -> dict[int, Level]:
        """Return the levels of a list instance by their index from 0; none if it is unknown."""
        if number_id not in self._levels:
            self._levels[number_id] = {}
            self._levels[number_id] = self._read(number_id)
        return self._levels[number_id]

    def _read(self, number_id: str) -> dict[int, Level]:
        number = self._numbers.get(number_id)
        overrides = {} if number is None else _overrides(number)
        seen = set()
        while number is not None:
            list_id = child_value(number, "abstractNumId")
            definition = self._lists.get(list_id)
            if definition is None or list_id in seen:
                return {}
            seen.add(list_id)
            link = child_value(definition, "numStyleLink")
            if link is None:
                return self._of_list(number_id, str(list_id), definition, overrides)
            number = self._numbers.get(self._style_number(link))
        return {}

    def _of_list(
        self, number_id: str, list_id: str, definition: Element, overrides: dict[int, Element]
    ) -> dict[int, Level]:
        elements = _by_index(definition, "lvl")
        restarts = {}
        for index, override in overrides.items():
            if (restart := child_value(override, "startOverride")) is not None:
                restarts[index] = whole(restart, 1)
            if (own := override.find(W + "lvl")) is not None:
                elements[index] = own
        for index, element in elements.items():
            if style := child_value(element, "pStyle"):
                self._linked.setdefault((number_id, style), index)
        return {
            index: _level(list_id, number_id, index, element, restarts.get(index))
            for index, element in elements.items()
        }


def _overrides(number: Element) -> dict[int, Element]:
    return _by_index(number, "lvlOverride")


def _by_index(parent: Element, name: str) -> dict[int, Element]:
    found = ((whole(e.get(W + "ilvl"), -1), e) for e in parent.iterchildren(W + name))
    return {index: element for index, element in found if 0 <= index < _LEVELS}


def _level(
    list_id: str, number_id: str, index: int, element: Element, restart: int | None
) -> Level:
    return Level(
        list_id=list_id,
        number_id=number_id,
        index=index,
        start=whole(child_value(element, "start"), 0),  # 17.9.25: absent is 0
        format=child_value(element, "numFmt") or "decimal",
        text=(child_value(element, "lvlText") or "")[:_LONGEST],
        is_legal=is_set(element, "isLgl"),
        restarts_after=whole(child_value(element, "lvlRestart"), index),
        restart=restart,
        element=element,
    )
