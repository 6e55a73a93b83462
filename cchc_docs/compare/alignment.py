"""Which paragraph or row of the new document is which of the old one, though its words changed.

Equal beginnings and ends are paired first. For each unit in between only the few old ones with
which it shares its rarest words are looked at, and of all pairs found the longest chain that keeps
the order of both documents is taken: time grows with the size of the documents, not its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from cchc_docs.compare.units import TABLE, Unit

_RAREST: Final = 8  # words of a unit by which old ones are looked up
_NEAREST: Final = 2  # old units on either side of the expected place, of those sharing a word
_LIKE: Final = 0.5  # of the words of two paragraphs or rows are shared: else they are two
_LIKE_TABLE: Final = 0.1  # of the words of the smaller one: its rows are told apart one by one


class _Pair(NamedTuple):
    old: int
    new: int
    weight: float


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the places, from 0, of the units that are the same in both, in rising order."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start].same_text(new[start]):
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end].same_text(new[-1 - end]):
        end += 1
    middle = _chain(_pairs(old[start : len(old) - end], new[start : len(new) - end]))
    return [
        *((place, place) for place in range(start)),
        *((start + pair.old, start + pair.new) for pair in middle),
        *((len(old) - place, len(new) - place) for place in range(end, 0, -1)),
    ]


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[_Pair]:
    """Return the pairs that are alike enough to be two states of one unit."""
    places: defaultdict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for place, unit in enumerate(old):
        for feature in (unit.text, *unit.words):
            # An own word may be the whole text of its unit.
            known = places[unit.shape, feature]
            if not known or known[-1] != place:
                known.append(place)
    pairs: list[_Pair] = []
    expected = 0
    for place, unit in enumerate(new):
        features = {(unit.shape, feature) for feature in (unit.text, *unit.words)}
        lists = sorted((places[one] for one in features if one in places), key=len)
        near = {other for one in lists[:_RAREST] for other in _around(one, expected)}
        found = [
            _Pair(other, place, weight)
            for other in sorted(near)
            if (weight := _weight(old[other], unit))
        ]
        if found:
            expected = max(found, key=lambda pair: (pair.weight, -abs(pair.old - expected))).old + 1
        pairs += found
    return pairs


def _around(places: list[int], expected: int) -> list[int]:
    middle = bisect_left(places, expected)
    return places[max(0, middle - _NEAREST) : middle + _NEAREST]


def _weight(old: Unit, new: Unit) -> float:
    """Return how much is gained by taking two units for one; 0 if they are not alike."""
    equal = old.text == new.text
    shared = old.size if equal else (old.words & new.words).total()
    if not equal and not _alike(old, new, shared):
        return 0
    # Blank paragraphs are alike; the one that ends a section is none under a title.
    return shared + (0.5 if equal else 0) + (0.5 if old.style == new.style else 0)


def _alike(old: Unit, new: Unit, shared: int) -> bool:
    if old.shape[0] == TABLE:
        return shared >= _LIKE_TABLE * min(old.size, new.size)
    return 2 * shared >= _LIKE * (old.size + new.size)


def _chain(pairs: list[_Pair]) -> list[_Pair]:
    """Return the heaviest pairs of which none crosses another; of equal ones the first."""
    if not pairs:
        return []
    best = _Best(max(pair.new for pair in pairs) + 2)
    totals: list[float] = [0] * len(pairs)
    before: list[int | None] = [None] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda index: pairs[index][:2])
    waiting: list[int] = []
    for index in order:
        pair = pairs[index]
        if waiting and pairs[waiting[0]].old != pair.old:
            _settle(best, waiting, pairs, totals)
        totals[index], before[index] = best.until(pair.new)
        totals[index] += pair.weight
        waiting.append(index)
    _settle(best, waiting, pairs, totals)
    _, last = best.until(best.size)
    chain: list[_Pair] = []
    while last is not None:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]


def _settle(best: _Best, waiting: list[int], pairs: list[_Pair], totals: list[float]) -> None:
    """Make the pairs of one old unit known to those of later ones: none follows its sister."""
    for index in waiting:
        best.offer(pairs[index].new, totals[index], index)
    waiting.clear()


class _Best:
    """The heaviest chain that ends before a place of the new document (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[float, int | None]] = [(0, None)] * (size + 1)

    def until(self, place: int) -> tuple[float, int | None]:
        """Return weight and last pair of the best chain that ends before `place`."""
        best: tuple[float, int | None] = (0, None)
        while place > 0:
            if self._tree[place][0] >= best[0]:
                best = self._tree[place]
            place -= place & -place
        return best

    def offer(self, place: int, weight: float, index: int) -> None:
        """Take note of a chain that ends at `place`."""
        place += 1
        while place <= self.size:
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, index)
            place += place & -place
