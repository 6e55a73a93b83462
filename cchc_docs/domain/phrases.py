"""Words and fixed phrases in running text, found however they are spelt (case, dashes, hoá/hóa)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from cchc_docs.vietnamese.text import fold

T = TypeVar("T")

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of a text: its folded form, and where it stands."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """Return the form under which spellings of one word are equal."""
    return fold(word)


def words(text: str) -> list[Word]:
    """Return the words and marks of a text in order."""
    return [Word(key(one[0]), one.start(), one.end()) for one in _TOKEN.finditer(text)]


def keys(text: str) -> list[str]:
    """Return the folded words of a text in order, without its marks."""
    return [one.key for one in words(text) if one.key[0].isalnum()]


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found in a text: what it stands for, and where it is."""

    value: T
    start: int
    end: int


class Phrases(Generic[T]):
    """Phrases, each standing for a value; the longest one that fits is found."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases:
            parts = tuple(one.key for one in words(phrase))
            self._by_first.setdefault(parts[0], []).append((parts, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda one: len(one[0]), reverse=True)

    def find(self, text: str) -> Iterator[Hit[T]]:
        """Yield every phrase of a text in order; none overlaps another."""
        found, position = words(text), 0
        while position < len(found):
            hit = self._at(found, position)
            if hit:
                length, value = hit
                last = found[position + length - 1]
                yield Hit(value, found[position].start, last.end)
            position += hit[0] if hit else 1

    def replaced(self, text: str, write: Callable[[T], str]) -> str:
        """Return the text with every phrase replaced by what is written for its value."""
        pieces, end = [], 0
        for hit in self.find(text):
            pieces += [text[end : hit.start], write(hit.value)]
            end = hit.end
        return "".join(pieces) + text[end:]

    def _at(self, found: list[Word], position: int) -> tuple[int, T] | None:
        for parts, value in self._by_first.get(found[position].key, ()):
            here = found[position : position + len(parts)]
            if len(here) == len(parts) and all(
                a.key == b for a, b in zip(here, parts, strict=True)
            ):
                return len(parts), value
        return None
