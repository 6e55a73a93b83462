"""How many pages a text has, and whether each after the first shows its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cchc_docs.checker.printed.whereabouts import Told, Whereabouts
from cchc_docs.layout.looks import mm
from cchc_docs.layout.pdf_page import Found, PrintedPage
from cchc_docs.layout.picture import Paragraph, Picture, Section, paragraphs

_NUMBER: Final = re.compile(r"\W*(?:trang)?\W*\d{1,4}\W*(?:/\W*\d{1,4}\W*)?\Z", re.I)
SHEETS: Final = "sheets"
LAST_ROWS: Final = "rows_on_last_sheet"
_EDGE: Final = 3  # rows at the top and at the bottom of a page that may hold its number


def look_at_numbers(where: Whereabouts) -> Told:
    """Tell the pages of each text, and whether all after the first are numbered.

    Told of its ``page`` instances only: its `SHEETS`, empty ones at the end too, and the
    `LAST_ROWS`, the rows of text on the last of them.
    """
    sheets = where.by_group("page")
    numbers = where.by_group("page_number")
    restarts = [where.of(one) for one in _restarts(where.components.picture)]
    for group, printed in where.sheets.items():
        for instance in sheets.get(group, ()):
            yield instance, SHEETS, len(printed)
            yield instance, LAST_ROWS, _rows(printed[-1])
    for group, pages in where.extents.items():
        for instance in (*sheets.get(group, ()), *numbers.get(group, ())):
            yield instance, "pages", len(pages)
        sections = [one.section for one in sheets.get(group, ()) if one.section]
        written = [page for page in pages[1:] if page.pieces]
        shown = _are_numbered(written, sections, restarts)
        if shown is not None:
            for instance in numbers.get(group, ()):
                yield instance, "page_field", shown


def _rows(page: PrintedPage) -> int:
    """Count the rows of text on a page; its number is none."""
    texts = (one for one in page.pieces if not _NUMBER.match(one.text))
    return len({round(one.baseline) for one in texts})


def _restarts(picture: Picture) -> Iterator[Paragraph]:
    """Yield the first text of each section that counts its pages anew and hides the first."""
    for section in picture.sections:
        if section.title_page and section.number_start is not None:
            first = next((one for one in paragraphs(section.blocks) if one.text), None)
            if first:
                yield first


def _are_numbered(
    pages: Sequence[PrintedPage], sections: Sequence[Section], restarts: Sequence[Found | None]
) -> bool | None:
    """Tell whether each page shows its number; None where that is not certain."""
    if not pages or any(one.number_format != "decimal" for one in sections):
        return None
    if all(any(map(_NUMBER.match, _margin_texts(page, sections))) for page in pages):
        return True
    firsts = {found.page for found in restarts if found}
    bare = [page for page in pages if page not in firsts and _shows_no_number(page, sections)]
    return False if bare and all(restarts) else None


def _margin_texts(page: PrintedPage, sections: Sequence[Section]) -> list[str]:
    top, bottom, left, right = (
        max((mm(getattr(one, side)) for one in sections), default=0)
        for side in ("top", "bottom", "left", "right")
    )
    return [
        one.text
        for one in page.pieces
        if one.baseline < top
        or one.baseline > page.height - bottom
        or one.right < left
        or one.left > page.width - right
    ]


def _shows_no_number(page: PrintedPage, sections: Sequence[Section]) -> bool:
    """Tell whether a page has no number for sure, not even where a high header moved it."""
    if any(any(map(str.isdigit, text)) for text in _margin_texts(page, sections)):
        return False
    rows = sorted({round(one.baseline) for one in page.pieces})
    edge = {*rows[:_EDGE], *rows[-_EDGE:]}
    return not any(round(one.baseline) in edge and _NUMBER.match(one.text) for one in page.pieces)
