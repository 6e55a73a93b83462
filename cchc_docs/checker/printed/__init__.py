"""What only the printed page shows: pages, lengths of lines, what stands together.

What is not certain is not told.
"""

from __future__ import annotations

from typing import Any

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.printed import images, numbering, ruling, together
from cchc_docs.checker.printed.whereabouts import Whereabouts
from cchc_docs.layout.pdf_page import read_pages

__all__ = ["printed_facts"]

_LOOKS = (
    numbering.look_at_numbers,
    ruling.look_at_lines,
    together.look_at_signers,
    together.look_at_tables,
    images.look_at_seals,
)


def printed_facts(pdf: bytes, components: Components) -> dict[Instance, dict[str, Any]]:
    """Return what the pages of a document, printed as PDF, tell of its components.

    Facts have the names of the properties of rules, lengths are shares of the text above. A PDF
    without text, or one that cannot be read, tells nothing. The ``pages`` of a text are told of
    its ``page`` instances too, so that they are known of a text without a page number.
    """
    pages = read_pages(pdf)
    if not any(page.pieces for page in pages):
        return {}
    where = Whereabouts(pages, components)
    told: dict[Instance, dict[str, Any]] = {}
    for look in _LOOKS:
        for instance, name, value in look(where):
            told.setdefault(instance, {})[name] = value
    return told
