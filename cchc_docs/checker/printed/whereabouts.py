"""Where the paragraphs of a document stand on its printed pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, Final

from cchc_docs.checker.components import Components, Group, Instance
from cchc_docs.layout.looks import mm
from cchc_docs.layout.pdf_page import Found, PrintedPage, find_texts, squeezed
from cchc_docs.layout.picture import (
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    paragraphs,
    paragraphs_and_boxes,
)

Told = Iterator[tuple[Instance, str, Any]]
"""Facts of instances by name."""

LINE_HEIGHT: Final = 3.0  # mm; lines of text are further apart
_TELLING: Final = 4  # letters of a text that is not easily taken for another


class Whereabouts:
    """Where the paragraphs of a document stand on its pages."""

    def __init__(self, pages: Sequence[PrintedPage], components: Components) -> None:
        self.pages = pages
        self.components = components
        self.body = list(_body(components.picture))
        self._at = {_origin(one): at for at, one in enumerate(self.body)}
        self._found = self._look_up()
        known = [self._anchor(one) for one in self.body]
        self._before: list[int | None] = list(accumulate(known, _latest))
        self._after: list[int | None] = list(accumulate(reversed(known), _latest))[::-1]

    def by_group(self, element: str) -> dict[Group, list[Instance]]:
        """Return the instances of an element by the text they belong to."""
        found: dict[Group, list[Instance]] = {}
        for one in self.components.of(element):
            found.setdefault(one.group, []).append(one)
        return found

    @cached_property
    def extents(self) -> dict[Group, Sequence[PrintedPage]]:
        """The pages of each text, without empty ones at its end, as `sheets` has them."""
        return {group: _written(pages) for group, pages in self.sheets.items()}

    @cached_property
    def sheets(self) -> dict[Group, Sequence[PrintedPage]]:
        """The pages of each text of the file; a text whose ends are not certain is left out."""
        texts = self.by_group("text")
        groups = self.components.groups
        found: dict[Group, Sequence[PrintedPage]] = {}
        first: int | None = 0
        for number, group in enumerate(groups, start=1):
            opening = None
            last: int | None = len(self.pages) - 1
            if number < len(groups):
                head = texts.get(groups[number], [None])[0]
                own = [one for one in texts.get(group, ()) if "footnote" not in one.within]
                opening = self.of(head.paragraphs[0]) if head else None
                ending = self.of(own[-1].paragraphs[0]) if own else None
                last = _last_page(ending, opening, head.section if head else None)
            if first is not None and last is not None and first <= last:
                found[group] = self.pages[first : last + 1]
            first = opening.page.number if opening else None
        return found

    def _look_up(self) -> dict[tuple[Any, str], Found | None]:
        """Find every paragraph, and the parts of paragraphs that are components of their own."""
        texts: dict[Any, dict[str, None]] = {
            _origin(one): {squeezed(one.text): None} for one in self.body
        }
        for instance in self.components:
            for one in instance.paragraphs:
                if (origin := _origin(one)) in texts:
                    texts[origin].setdefault(squeezed(one.text))
        keys = [(origin, text) for origin, parts in texts.items() for text in parts]
        places = find_texts(self.pages, [text for _, text in keys])
        return dict(zip(keys, places, strict=True))

    def _anchor(self, paragraph: Paragraph) -> int | None:
        """Return the page of a paragraph that is not easily taken for another."""
        text = squeezed(paragraph.text)
        if len(text) < _TELLING or not any(map(str.isalpha, text)):
            return None
        found = self._found[_origin(paragraph), text]
        return found.page.number if found else None

    def of(self, paragraph: Paragraph) -> Found | None:
        """Return where a paragraph is printed, None where that is not certain."""
        return self._found.get((_origin(paragraph), squeezed(paragraph.text)))

    def of_all(self, instance: Instance) -> list[Found] | None:
        """Return where the paragraphs of an instance are printed; None unless all are found."""
        found = [self.of(one) for one in instance.paragraphs if one.text]
        known = [one for one in found if one]
        return known if known and len(known) == len(found) else None

    def of_row(self, row: Row) -> list[int]:
        """Return the pages on which texts of a row are certain to stand."""
        texts = [one for cell in row.cells for one in paragraphs(cell.blocks)]
        return [page for one in texts if (page := self._anchor(one)) is not None]

    def around(self, table: Table, group: Group) -> tuple[list[int], list[int]]:
        """Return pages a table can neither begin before nor end behind."""
        inside = [self._at[_origin(one)] for one in paragraphs((table,))]
        extent = [page.number for page in self.extents.get(group, ())]
        before: list[int | None] = [*extent[:1]]
        after: list[int | None] = [*extent[-1:]]
        if inside:
            before += self._before[max(inside[0] - 1, 0) : inside[0]]
            after += self._after[inside[-1] + 1 : inside[-1] + 2]
        return [one for one in before if one is not None], [one for one in after if one is not None]


def _written(pages: Sequence[PrintedPage]) -> Sequence[PrintedPage]:
    """Return pages without the empty ones at the end; the first stays."""
    last = len(pages)
    while last > 1 and pages[last - 1].is_empty:
        last -= 1
    return pages[:last]


def _last_page(ending: Found | None, opening: Found | None, section: Section | None) -> int | None:
    """Return the last page of a text, by its own end and the beginning of the next text."""
    if opening is None:
        return None
    number = opening.page.number
    margin = mm(section.top) if section else 0
    above = (margin < one.baseline < opening.top - LINE_HEIGHT for one in opening.page.pieces)
    if not any(above):
        return number - 1
    return number if ending and ending.page is opening.page else None


def _latest(last: int | None, page: int | None) -> int | None:
    return last if page is None else page


def _body(picture: Picture) -> Iterator[Paragraph]:
    """Yield every paragraph of the sections, those in text boxes right after their anchor."""
    for section in picture.sections:
        yield from paragraphs_and_boxes(section.blocks)


def _origin(paragraph: Paragraph) -> Any:
    """Return what a paragraph shares with the parts that were cut from it."""
    return paragraph if paragraph.element is None else paragraph.element
