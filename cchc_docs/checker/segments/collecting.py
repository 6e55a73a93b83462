"""Gathers what the regions of a document are found to be, and tells each what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cchc_docs.checker.components import Beside, Group, Instance
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


class Collector:
    """The components found so far, in the order they were found."""

    def __init__(self) -> None:
        self._found: dict[str, list[Instance]] = {}
        self._texts: list[Instance] = []
        self._lines: list[tuple[Instance, Line, Line]] = []
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
        paragraphs = tuple([line.paragraph for line in lines])
        instance = Instance(element, group, paragraphs, within, facts or {}, first.section, table)
        self._take(instance)
        self._lines.append((instance, lines[0], lines[-1]))

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
        self._take(Instance(element, group, tuple(paragraphs), within, facts or {}, section))

    def _take(self, instance: Instance) -> None:
        self._found.setdefault(instance.element, []).append(instance)

    def has(self, element: str, group: Group) -> bool:
        """Tell whether an element was found in a group."""
        return any(one.group is group for one in self._found.get(element, ()))

    def add_texts(self, group: Group, lines: Iterable[Line]) -> None:
        """Take whole paragraphs as texts, within whatever they were found to be; called last."""
        for line in lines:
            within = (*line.within, *line.chain)
            instance = Instance("text", group, (line.whole,), within, {}, line.section)
            self._texts.append(instance)
            self._lines.append((instance, line, line))

    def elements(self) -> list[str]:
        """Return the names of all elements found."""
        return list(self._found)

    def groups_of(self, element: str) -> list[Group]:
        """Return the groups an element was found in, once for each instance."""
        return [one.group for one in self._found.get(element, ())]

    def texts_of(self, element: str, group: Group) -> str:
        """Return the texts of an element in a group, each on a line of its own."""
        found = (one for one in self._found.get(element, ()) if one.group is group)
        return "\n".join(paragraph.text for one in found for paragraph in one.paragraphs)

    def instances(self) -> dict[str, tuple[Instance, ...]]:
        """Return everything found, each with its surroundings; called last."""
        self._look_around()
        found = {element: tuple(instances) for element, instances in self._found.items()}
        found["text"] = (*self._texts, *found.get("text", ()))
        return found

    def _look_around(self) -> None:
        """Tell instances what stands beside them; cells of data tables stand for themselves."""
        known: dict[int, tuple[list[Beside], list[Beside]]] = {}
        for instance, first, last in self._lines:
            if first.table in self.data_tables:
                continue
            for place in (first.place, last.place):
                if id(place) not in known:
                    known[id(place)] = self._passed(place), self._passed(place[::-1])[::-1]
            instance.before = known[id(first.place)][0][first.at]
            instance.after = known[id(last.place)][1][last.at]

    def _passed(self, place: Iterable[Line | Table]) -> list[Beside]:
        """Return what was passed right before each line of a place."""
        found = []
        paragraph, element, blanks = None, None, 0
        for one in place:
            found.append(Beside(paragraph, element if blanks < _FAR else None))
            if isinstance(one, Table):
                paragraph, element, blanks = None, self._of_table(one), 0
            else:
                paragraph = one.paragraph
                element, blanks = (one.element, 0) if one.text else (element, blanks + 1)
        return found

    def _of_table(self, table: Table) -> str | None:
        return "table" if table in self.data_tables else None
