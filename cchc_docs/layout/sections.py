"""Sections: pages, headers and footers, and the blocks between two breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.layout.formatting.cascade import Cascade
from cchc_docs.layout.numbering import Numbering
from cchc_docs.layout.picture import Block, Section
from cchc_docs.layout.sources import Source
from cchc_docs.layout.story import Story
from cchc_docs.layout.wordml import (
    Element,
    R,
    W,
    child,
    child_value,
    inside,
    is_set,
    points,
    value,
    whole,
)

_PARAGRAPH: Final = W + "p"
_TABLE: Final = W + "tbl"
_LETTER: Final = (612.0, 792.0)  # points of Word's page where the file says none
_MARGIN: Final = 72.0
_GAP: Final = 36.0  # between columns, 17.6.4

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """The main part with what its sections refer to; `tells_even` that even pages differ.

    `trees` fills with the roots of the headers and footers read, by the names of their parts.
    """

    source: Source
    cascade: Cascade
    numbering: Numbering
    tells_even: bool
    trees: dict[str, Element] = field(default_factory=dict)
    _read: dict[str, Blocks] = field(default_factory=dict)

    def sections(self) -> Iterator[Section]:
        """Yield the sections in their order; what one has no header for, it inherits."""
        body = child(self.source.root, "body")
        if body is None:
            return
        story = Story(self.source, self.cascade, self.numbering)
        references: dict[tuple[str, str], str] = {}
        for elements, properties in _split(body):
            if properties is not None:
                references = references | _references(properties)
            yield self._section(story, elements, properties, references)

    def _section(
        self,
        story: Story,
        elements: list[Element],
        properties: Element | None,
        references: dict[tuple[str, str], str],
    ) -> Section:
        size = child(properties, "pgSz")
        margins = child(properties, "pgMar")
        numbers = child(properties, "pgNumType")
        columns = child(properties, "cols")
        width = points(value(size, W + "w")) or _LETTER[0]
        left, right = _margin(margins, "left", _MARGIN), _margin(margins, "right", _MARGIN)
        gutter = _margin(margins, "gutter", 0)
        count = max(1, whole(value(columns, W + "num"), 1))
        column = _column_width(width - left - right - gutter, count, columns)
        title_page = is_set(properties, "titlePg")
        kinds = ["default", *["first"] * title_page, *["even"] * self.tells_even]
        start = value(numbers, W + "start")
        return Section(
            width=width,
            height=points(value(size, W + "h")) or _LETTER[1],
            top=abs(_margin(margins, "top", _MARGIN)),  # below zero it is exact, 17.6.11
            bottom=abs(_margin(margins, "bottom", _MARGIN)),
            left=left,
            right=right,
            gutter=gutter,
            columns=count,
            title_page=title_page,
            start=child_value(properties, "type") or "nextPage",
            number_start=None if start is None else whole(start, 1),
            number_format=value(numbers, W + "fmt") or "decimal",
            headers={
                kind: self._header(references.get(("header", kind)), column) for kind in kinds
            },
            footers={
                kind: self._header(references.get(("footer", kind)), column) for kind in kinds
            },
            blocks=story.blocks(elements, column=column),
            element=properties,
        )

    def _header(self, relation: str | None, column: float) -> Blocks:
        source = self.source.referred(relation)
        if source.name not in self._read:
            story = Story(source, self.cascade, self.numbering)
            root = source.root
            if root is not None:
                self.trees[source.name] = root
            self._read[source.name] = () if root is None else story.blocks(root, column=column)
        return self._read[source.name]


def _split(body: Element) -> Iterator[tuple[list[Element], Element | None]]:
    """Yield the blocks of each section with its properties, which stand at its end."""
    elements: list[Element] = []
    for element in inside(body, _PARAGRAPH, _TABLE):
        elements.append(element)
        marks = child(child(element, "pPr"), "sectPr") if element.tag == _PARAGRAPH else None
        if marks is not None:
            yield elements, marks
            elements = []
    last = child(body, "sectPr")
    if elements or last is not None:
        yield elements, last


def _references(properties: Element) -> dict[tuple[str, str], str]:
    found = {}
    for part in ("header", "footer"):
        for reference in properties.iterchildren(f"{W}{part}Reference"):
            found[part, reference.get(W + "type", "default")] = reference.get(R + "id", "")
    return found


def _margin(margins: Element | None, name: str, default: float) -> float:
    found = points(value(margins, W + name))
    return default if found is None else found


def _column_width(text: float, count: int, columns: Element | None) -> float:
    gap = points(value(columns, W + "space"))
    return max(0.0, (text - (count - 1) * (_GAP if gap is None else gap)) / count)
