"""What a document itself tells of the conditions of the rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.collecting import Collector, Part
from cchc_docs.checker.segments.issuer import PEOPLES_COMMITTEE, is_committee, is_ward
from cchc_docs.decree.document_types import TYPES

_WITHOUT_SYMBOL: Final = re.compile(r"so\s*:?\s*\d")
_CODE: Final = re.compile(r"/\s*([^\s/-]+)\s*-")
_DAY: Final = re.compile(
    r"ngay\W*\d{1,2}\W+(?:thang\W*)?\d{1,2}\W+(?:nam\W*)?\d{4}|\d{1,2}/\d{1,2}/\d{4}"
)
_NO_DAY: Final = re.compile(r"ngay[\s.…_]*thang")
_BEGUN: Final = re.compile(r"ngay\s*\d")
"""A day that is given, in a date that is not whole or not in figures."""
_MONTH: Final = re.compile(
    r"thang[\s.…_]*(\d{1,2})?[\s.…_]*nam\s*(\d{4})|\d{1,2}/(\d{1,2})/(\d{4})"
)
_WARD_UNIT: Final = re.compile(r"(?:phong|van phong|trung tam|ban|to|doi|truong)\b")
_ABOVE: Final = re.compile(
    r"\b(?:tinh|thanh pho|so|bo|chinh phu|thu tuong|trung uong|quan|huyen|thi xa)\b"
)
_LEVEL: Final = re.compile(rf"{PEOPLES_COMMITTEE} (phuong|xa|dac khu|tinh|thanh pho)\b")
_UP_OR_NOT: Final = ("Tờ trình", "Báo cáo")
_TWO_TIERS: Final = (2025, 7)


class PrintedType(NamedTuple):
    """The type a document has, its code, and whether it is a công văn; None: not known."""

    name: str | None = None
    code: str | None = None
    is_letter: bool = False


_LETTER: Final = PrintedType(spelling.LETTER, is_letter=True)


def printed_type(part: Part) -> PrintedType:
    """Return the type a document has by its header and opening."""
    printed = part.told.get("type")
    known = (spelling.type_of(printed) or spelling.opens_with_type(printed)) if printed else None
    code = _CODE.search(part.told.get("number") or "")
    is_named_code = bool(code) and code is not None and code[1] in TYPES
    about = bool(part.told.get("about"))
    if (about and not is_named_code) or (known and known[0] == spelling.LETTER):
        return _LETTER
    if known:
        return PrintedType(*known)
    if about and not printed:
        return _LETTER
    if is_named_code and code is not None:
        return PrintedType(TYPES[code[1]], code[1])  # the name was not printed
    return PrintedType()


def conditions(
    part: Part, kind: PrintedType, own: Sequence[Part], into: Collector
) -> dict[str, bool]:
    """Return the conditions a document decides; what it leaves open is not there.

    `part` is its main text, `own` are all its parts.
    """
    group = part.group
    name, _, is_letter = kind
    found: dict[str, bool] = {}
    addressed = into.has("kinh_gui", group)
    if name is None and not part.told.get("type") and addressed and part.told.get("header"):
        is_letter = True
    if is_letter or name or part.told.get("type"):
        found |= {"letter": is_letter, "named": not is_letter}
    found["has_kinh_gui"] = addressed
    found |= _numbering(part) | _issuer(part) | _upward(name, part, into, letter=is_letter)
    found["has_copy"] = into.has("copy_form", group)
    annexes = [one for one in own if one.group.kind == "annex"]
    found["has_annex"] = bool(annexes)
    found["multi_annex"] = len(annexes) > 1
    found["annex_own_file"] = False
    later = _dated_from(part.told.get("date") or "")
    if later is not None:
        found["dated_from_2025_07_01"] = later
    return found


def _numbering(part: Part) -> dict[str, bool]:
    """Tell whether number and day are given, or left to be filled in."""
    told = {}
    if (number := part.told.get("number")) is not None:
        given, slash, _ = spelling.bare(number).partition("/")
        if slash or _WITHOUT_SYMBOL.match(given):  # "Số:" alone does not tell what stands elsewhere
            has_number = any(map(str.isdigit, given))
            told = {"numbered": has_number, "unnumbered": not has_number}
    if (date := part.told.get("date")) is not None:
        text = spelling.bare(date)
        has_day = not _NO_DAY.search(text) and bool(_DAY.search(text))
        told |= {"dated": has_day, "undated": not has_day and not _BEGUN.search(text)}
    return told


def _issuer(part: Part) -> dict[str, bool]:
    issuer = spelling.bare(part.told.get("issuer") or "")
    if not issuer:
        return {}
    superior = spelling.bare(part.told.get("superior") or "")
    return {
        "ward_issuer": is_committee(issuer) and is_ward(issuer),
        "ward_unit_issuer": bool(_WARD_UNIT.match(issuer)) and is_ward(superior),
    }


def _upward(name: str | None, part: Part, into: Collector, *, letter: bool) -> dict[str, bool]:
    """A công văn goes up; a plan never does; a report does where it addresses a body above.

    The body above is known of a ward, and of a unit under the committee its header names.
    """
    if letter:
        return {"upward": True}
    if name is None:
        return {}
    if name not in _UP_OR_NOT:
        return {"upward": False}
    addressed = spelling.bare(into.texts_of("kinh_gui", part.group))
    if is_ward(spelling.bare(part.told.get("issuer") or "")):
        return {"upward": True} if _ABOVE.search(addressed) else {}
    superior = _LEVEL.match(spelling.bare(part.told.get("superior") or ""))
    goes_up = superior and re.search(rf"\b{PEOPLES_COMMITTEE} {superior[1]}\b", addressed)
    return {"upward": True} if goes_up else {}


def _dated_from(date: str) -> bool | None:
    """Tell whether a day lies in the time of two tiers, from 01/7/2025; None: it is left open."""
    found = _MONTH.search(spelling.bare(date))
    if found is None:
        return None
    month, year = found[1] or found[3], int(found[2] or found[4])
    if year != _TWO_TIERS[0]:
        return year > _TWO_TIERS[0]
    return (year, int(month)) >= _TWO_TIERS if month else None


_OF_THE_TEXT: Final = (
    *("letter", "named", "upward", "has_kinh_gui", "has_copy", "ward_issuer", "ward_unit_issuer"),
    *("numbered", "unnumbered", "dated", "undated"),
)


def of_annex_alone(own: Sequence[Part]) -> dict[str, bool]:
    """Return the conditions of annexes that stand alone in a file: what speaks of a text is not."""
    return {
        "has_annex": True,
        "multi_annex": len(own) > 1,
        "annex_own_file": True,
        **dict.fromkeys(_OF_THE_TEXT, False),
    }
