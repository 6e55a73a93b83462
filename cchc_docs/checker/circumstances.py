"""Whether a rule is to be run on a document: its conditions, from the file and from the user."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from cchc_docs.checker.components import Components, Instance
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
    conditions: Iterable[Condition], components: Components, circumstances: Circumstances
) -> Condition | bool:
    """Return the first condition nobody can tell; else whether one does not hold."""
    unknown: Condition | None = None
    for one in conditions:
        holds = _holds(one.name, components, circumstances)
        if holds is None:
            unknown = unknown or one
        elif holds is not one.holds:
            return True
    return unknown or False


def _holds(name: str, components: Components, circumstances: Circumstances) -> bool | None:
    known = components.conditions.get(name)
    match name:
        case "upward":
            return known if circumstances.upward is None else circumstances.upward
        case "annex_paper" | "annex_electronic":
            return _of_form(name, components.conditions.get("has_annex"), circumstances)
        case "paper_copy" | "e_copy":
            return _of_form(name, bool(components.of("copy_form")), circumstances)
        case "sector_body":
            if components.conditions.get("ward_issuer"):
                return False
            return circumstances.house.settings.sector_body
    return known


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
