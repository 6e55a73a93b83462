"""What still stands of broken data, so that references are checked in the same run as types.

A wrong value is replaced by one the model takes, or left out; the patched data never become a
document. What was said about a patched place is dropped again (`Patched.speaks_of`).
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from cchc_docs.findings import Path
from cchc_docs.storage.messages import error_paths

M = TypeVar("M", bound=BaseModel)

_STAND_INS: Final = ("[[?]]", "loi-{}", "2000", None)
"""Tried in turn at a wrong value: a text, an identifier, a number, leaving it out."""


_NAMES: Final = ("id", "name", "aliases")
_HOLDERS: Final = (
    *("annexes", "targets", "tasks", "rows", "groups", "sections", "content"),
    *("offices", "signatories"),
)
"""Fields that hold what others refer to by name."""


@dataclass(frozen=True)
class Patched(Generic[M]):
    """A model made of patched data: where it was patched, and what was left out of it."""

    model: M
    places: frozenset[Path]
    left_out: frozenset[Path]

    def speaks_of(self, path: Path, rests_on: Path) -> bool:
        """Tell whether a remark at `path` is about a patch, or rests on names that were patched."""
        inside = any(path[:length] in self.places for length in range(1, len(path) + 1))
        return inside or path in self._holding_one or rests_on in self._shaken

    @cached_property
    def _holding_one(self) -> frozenset[Path]:
        return frozenset(place[:-1] for place in self.places)

    @cached_property
    def _shaken(self) -> frozenset[Path]:
        """All parts of the data in which something others refer to is patched or gone."""
        unnamed = [one for one in self.left_out if one[-1] in _HOLDERS]
        unnamed += [one for one in self.places if one[-1] in _NAMES]
        return frozenset(one[:length] for one in unnamed for length in range(1, len(one) + 1))

    def inside(self, outer: Patched[Any], field: str) -> Patched[Any]:
        """Return `outer` with the patches of this model, which is its `field`."""
        return Patched(
            outer.model,
            outer.places | {(field, *path) for path in self.places},
            outer.left_out | {(field, *path) for path in self.left_out},
        )


def patched(model: type[M], data: Any, error: ValidationError) -> Patched[M] | None:
    """Return the model of the patched data, or None where nothing sensible is left."""
    data = copy.deepcopy(data)
    tried: dict[Path, int] = {}
    places: set[Path] = set()
    left_out: set[Path] = set()
    while True:
        for path, kind in error_paths(error, model):
            place = _existing(data, path)
            places.add(path)
            while place and tried.get(place, 0) >= len(_STAND_INS):
                place = place[:-1]  # nothing helped here: what holds it goes
            if not place:
                return None
            attempt = tried.get(place, 0)
            if kind == "extra_forbidden":
                attempt = len(_STAND_INS) - 1
            tried[place] = attempt + 1
            gone = _put(data, place, _STAND_INS[attempt], len(tried))
            if gone and kind != "extra_forbidden":  # nobody can have named what is no field
                left_out.add(place)
        try:
            return Patched(model.model_validate(data), frozenset(places), frozenset(left_out))
        except ValidationError as remaining:
            error = remaining


def _existing(data: Any, path: Path) -> Path:
    """Return the path as far as it can be written: a single text may stand for a list of one."""
    for position, step in enumerate(path[:-1]):
        data = data[step]
        if not isinstance(data, dict | list):
            return path[: position + 1]
    return path


def _put(data: Any, path: Path, value: str | None, number: int) -> bool:
    """Write a stand-in at `path`; return whether the value was left out instead."""
    for step in path[:-1]:
        data = data[step]
    if value is not None:
        data[path[-1]] = value.format(number)
        return False
    if isinstance(data, dict):
        data.pop(path[-1], None)
        return True
    return False  # a list without the entry would move those after it: its holder is next
