"""The legal register of a plan, and every citation of the plan looked up in it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_docs.api.plans import data_of, places_of

if TYPE_CHECKING:
    from cchc_docs.domain.references import Reference
    from cchc_docs.errors import Place
    from cchc_docs.model.agency import Agency
    from cchc_docs.model.plan import Plan
    from cchc_docs.model.register import Register
    from cchc_docs.storage.loading import PlanFile


def register_of(plan: Plan | PlanFile) -> Register:
    """Return the national register with what the ward's own file adds to it.

    The file is named by the profile (`legal_register`); a ward cannot take a national fact away.

    Raises:
        FileAccessError: the ward's file cannot be read.
        DataError: every error of the ward's file.
    """
    return register_of_agency(data_of(plan).agency)


def register_of_agency(agency: Agency) -> Register:
    """Return the register of a profile, as `register_of` does.

    Raises:
        FileAccessError: the ward's file cannot be read.
        DataError: every error of the ward's file.
    """
    from cchc_docs.domain.registers import lay_together
    from cchc_docs.storage.register import national_register, read_register

    national = national_register()
    if agency.legal_register is None:
        return national
    return lay_together(national, read_register(Path(agency.legal_register)))


def cited_papers(plan: Plan | PlanFile) -> list[tuple[Reference, Place]]:
    """Return every citation of a plan, its standing on the plan's date, and its place.

    Raises:
        FileAccessError: the ward's register cannot be read.
        DataError: every error of the ward's register.
    """
    from cchc_docs.domain.legal_status import Registry
    from cchc_docs.domain.references import citing_texts, references

    data, place = data_of(plan), places_of(plan)
    found = references(data, Registry(register_of(plan)), citing_texts(data))
    return [(one, place(one.path)) for one in found]


def citation_json(reference: Reference, place: Place) -> dict[str, object]:
    """Return a citation as JSON: place, words, marks, standing, what it rests on, what instead."""
    status, citation = reference.status, reference.citation
    return {
        **asdict(place),
        "text": reference.text,
        "kind": citation.kind,
        "symbol": citation.symbol,
        "issued": citation.issued.isoformat() if citation.issued else None,
        "issuer": citation.issuer,
        "inside": reference.inside,
        "document": reference.document.id if reference.document else None,
        "on": reference.day.isoformat(),
        "standing": status.standing.value if status else None,
        "certain": status.certain if status else False,
        "why": status.why if status else None,
        "instead": reference.instead.id if reference.instead else None,
        "instead_certain": reference.sure,
    }
