"""What stands on one page: the name of a signer with the power, a table with its head."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cchc_docs.checker.components import Group
from cchc_docs.checker.measures.tables import head
from cchc_docs.checker.printed.whereabouts import Told, Whereabouts
from cchc_docs.layout.pdf_page import PrintedPage, squeezed
from cchc_docs.layout.picture import Table, paragraphs


def look_at_signers(where: Whereabouts) -> Told:
    """Tell whether the name of a signer stands on the page of the power.

    Of several signers nobody knows which power goes with which name: they are told only where all
    stand on one page.
    """
    powers = where.by_group("quyen_han")
    for group, names in where.by_group("ho_ten").items():
        own = powers.get(group, ())
        places = [where.of(one.paragraphs[0]) for one in (*names, *own)]
        if own and all(places):
            is_one_page = len({one.page for one in places if one}) == 1
            if is_one_page or len(names) == 1:
                for name in names:
                    yield name, "same_page_as_quyen_han", is_one_page


def look_at_tables(where: Whereabouts) -> Told:
    """Tell whether a table goes on to other pages, and whether its head stands on each."""
    for instance in where.components.of("table"):
        table = instance.table
        pages = _pages(table, instance.group, where) if table else ()
        if table and pages:
            yield instance, "spans_pages", len(pages) > 1
            words = _head_text(table)
            if len(pages) > 1 and words and words in pages[0].text:
                repeats = all(words in page.text for page in pages)
                yield instance, "header_row_repeats", repeats


def _pages(table: Table, group: Group, where: Whereabouts) -> Sequence[PrintedPage]:
    """Return the pages of a table, none where they are not certain."""
    rows = [where.of_row(row) for row in table.rows]
    known = [row for row in rows if row]
    before, after = where.around(table, group)
    if any(max(one) > min(other) for one, other in pairwise(filter(None, (before, *known, after)))):
        return ()
    earliest, latest = max(before, default=None), min(after, default=None)
    first = min(known[0]) if known else earliest
    last = max(known[-1]) if known else latest
    if first is None or last is None:
        return ()
    ends_are_known = (rows[0] or first == earliest) and (rows[-1] or last == latest)
    is_certain = ends_are_known if first == last else known
    return where.pages[first : last + 1] if is_certain else ()


def _head_text(table: Table) -> str:
    rows = head(table)
    texts = (one.text for row in rows for cell in row.cells for one in paragraphs(cell.blocks))
    return squeezed("".join(texts))
