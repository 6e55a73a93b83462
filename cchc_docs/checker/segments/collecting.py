"""Gathers what the regions of a document are found to be, and tells each what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from cchc_docs.checker.components import Group, Instance
from cchc_docs.checker.segments.lines import Chunk, Line
from cchc_docs.layout.picture import Paragraph, Section, Table

_FAR: Final = 12  # empty paragraphs between two components


@dataclass(slots=True, eq=False)
class Part:
    """A group with its blocks; `main` is the document it belongs to.

    `told` is what its header and opening say; `text` are the blocks between opening and ending.
    """

    group: Group
    main: Group
    chunks: list[Chunk] = field(default_factory=list)
    text: Sequence[Chunk] = ()
    told: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Entry:
    element: str
    group: Group
    lines: Sequence[Line]
    paragraphs: tuple[Paragraph, ...]
    facts: dict[str, Any]
    within: tuple[str, ...]
    section: Section | None
    table: Table | None


class Collector:
    """The components found so far, in the order they were found."""

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        self._texts: list[Instance] = []
        self.data_tables: set[Table] = set()
        """Tables that are no layout tables."""

    def add(
        self,
        element: str,
        group: Group,
        lines: Sequence[Line],
        facts: Mapping[str, Any] | None = None,
        *,
        marks: bool = True,
        table: Table | None = None,
    ) -> None:
        """Take lines for one instance of an element; `marks` False leaves them what they were."""
        first = lines[0]
        within = (*first.within, *first.chain) if marks else first.within
        if marks:
            for line in lines:
                line.chain = (*line.chain, element)
                if line.origin and not line.origin.chain:
                    line.origin.chain = line.chain
        told = dict(facts or {})
        paragraphs = tuple(line.paragraph for line in lines)
        entry = _Entry(element, group, lines, paragraphs, told, within, first.section, table)
        self._entries.setdefault(element, []).append(entry)

    def add_plain(
        self,
        element: str,
        group: Group,
        paragraphs: Iterable[Paragraph] = (),
        facts: Mapping[str, Any] | None = None,
        *,
        within: tuple[str, ...] = (),
        section: Section | None = None,
    ) -> None:
        """Take an instance that is no line of the page: a section, a header, the file itself."""
        entry = _Entry(
            element, group, (), tuple(paragraphs), dict(facts or {}), within, section, None
        )
        self._entries.setdefault(element, []).append(entry)

    def has(self, element: str, group: Group) -> bool:
        """Tell whether an element was found in a group."""
        return any(one.group is group for one in self._entries.get(element, ()))

    def add_texts(self, group: Group, lines: Iterable[Line]) -> None:
        """Take whole paragraphs as texts, within whatever they were found to be; called last."""
        for line in lines:
            within = (*line.within, *line.chain)
            beside = partial(self._beside, (line,))
            self._texts.append(
                Instance("text", group, (line.whole,), within, {}, line.section, None, beside)
            )

    def elements(self) -> list[str]:
        """Return the names of all elements found."""
        return list(self._entries)

    def groups_of(self, element: str) -> list[Group]:
        """Return the groups an element was found in, once for each instance."""
        return [one.group for one in self._entries.get(element, ())]

    def texts_of(self, element: str, group: Group) -> str:
        """Return the texts of an element in a group, each on a line of its own."""
        found = (one for one in self._entries.get(element, ()) if one.group is group)
        return "\n".join(line.text for one in found for line in one.lines)

    def instances(self) -> dict[str, tuple[Instance, ...]]:
        """Return everything found, each with its surroundings."""
        found = {
            element: tuple(map(self._placed, entries)) for element, entries in self._entries.items()
        }
        found["text"] = (*self._texts, *found.get("text", ()))
        return found

    def _placed(self, entry: _Entry) -> Instance:
        return Instance(
            entry.element, entry.group, entry.paragraphs, entry.within, entry.facts,
            entry.section, entry.table, partial(self._beside, entry.lines),
        )  # fmt: skip

    def _beside(self, lines: Sequence[Line], step: int) -> tuple[Paragraph | None, str | None]:
        """Return the paragraph right beside lines, and what the next that shows letters is."""
        if not lines or lines[0].table in self.data_tables:
            return None, None
        line = lines[0 if step < 0 else -1]
        beside = line.neighbour(step)
        paragraph = beside.paragraph if isinstance(beside, Line) else None
        place, at = line.place, line.at + step
        for _ in range(_FAR):
            if not 0 <= at < len(place):
                break
            found = place[at]
            if isinstance(found, Table):
                return paragraph, "table" if found in self.data_tables else None
            if found.text:
                return paragraph, found.element
            at += step
        return paragraph, None
