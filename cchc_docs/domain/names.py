"""Names that are computed wherever they stand: offices, and annexes by their number."""

from __future__ import annotations

import re

from cchc_docs.model.base import REFERENCE, is_open
from cchc_docs.model.document import AnyAnnexes, Document
from cchc_docs.vietnamese.numerals import roman


def annex_names(document: Document) -> dict[str, str]:
    """Return the printed name of each annex of a document, by its field name."""
    return names_of(document.annexes)


def names_of(annexes: AnyAnnexes) -> dict[str, str]:
    """Return the printed name of each annex that is there, by its field name.

    One annex is `Phụ lục`, several are `Phụ lục I`, `Phụ lục II` (NĐ 30/2020, PL I, III.1.b).
    """
    present = [name for name in type(annexes).model_fields if getattr(annexes, name)]
    if len(present) == 1:
        return {present[0]: "Phụ lục"}
    return {name: f"Phụ lục {roman(number)}" for number, name in enumerate(present, start=1)}


def resolved(text: str, document: Document) -> str:
    """Return `text` with every `{annex:…}` and `{office:…}` replaced by the name it stands for.

    A reference that leads nowhere stays as it is; loading reports it.
    """
    if "{" not in text:
        return text
    annexes = annex_names(document)

    def name(match: re.Match[str]) -> str:
        if match[1] == "annex":
            return annexes.get(match[2], match[0])
        office = document.agency.office(match[2])
        return office.name if office else match[0]

    return REFERENCE.sub(name, text)


def office_list(names: tuple[str, ...], document: Document) -> str:
    """Return the printed names of offices, joined by semicolons (names may hold commas)."""
    printed = []
    for name in names:
        office = None if is_open(name) else document.agency.office(name)
        printed.append(office.name if office else name)
    return "; ".join(printed)
