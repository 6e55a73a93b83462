"""Whether a rule is to be run on a document: its conditions, from the file and from the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from cchc_docs.checker.components import Document, Instance
from cchc_docs.model.house_profile import HouseProfile
from cchc_docs.model.rule import Condition


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What no file holds; None is not known, and the rules that need it are not evaluated.

    `form` is that of the document as issued, `upward` tells whether it goes to a superior body.
    `printed` are facts of the printed page by instance (`checker.printed`), None without a PDF.
    """

    form: Literal["paper", "electronic"] | None = None
    upward: bool | None = None
    house: HouseProfile = field(default_factory=HouseProfile)
    printed: dict[Instance, dict[str, Any]] | None = None


def unmet(
    conditions: Iterable[Condition], document: Document, circumstances: Circumstances
) -> Condition | bool:
    """Return the first condition nobody can tell of a document; else whether one does not hold."""
    unknown: Condition | None = None
    for one in conditions:
        holds = _holds(one.name, document.conditions, circumstances)
        if holds is None:
            unknown = unknown or one
        elif holds is not one.holds:
            return True
    return unknown or False


def _holds(name: str, told: Mapping[str, bool], circumstances: Circumstances) -> bool | None:
    """Tell whether a condition holds: what the document itself tells goes before what users say."""
    match name:
        case "upward":
            return told.get(name, circumstances.upward)
        case "annex_paper" | "annex_electronic":
            return _of_form(name, told.get("has_annex"), circumstances)
        case "paper_copy" | "e_copy":
            return _of_form(name, told.get("has_copy"), circumstances)
        case "sector_body":
            return False if told.get("ward_issuer") else circumstances.house.settings.sector_body
    return told.get(name)


_FORMS: Final = {
    "annex_paper": "paper",
    "paper_copy": "paper",
    "annex_electronic": "electronic",
    "e_copy": "electronic",
}


def _of_form(name: str, there: bool | None, circumstances: Circumstances) -> bool | None:
    if not there:
        return there
    return None if circumstances.form is None else circumstances.form == _FORMS[name]
