"""Fixed wordings of a document: symbol, place and date, recipients, annex reference, end mark."""

from __future__ import annotations

import re
from typing import Final

from cchc_docs.decree.document_types import DocumentType
from cchc_docs.model.agency import Agency, DocumentForm, Recipients
from cchc_docs.model.issue import DocumentNumber, IssueDate
from cchc_docs.vietnamese.dates import BLANK, long_date

END_MARK: Final = "./."


def symbol(number: DocumentNumber | None, kind: DocumentType, agency: Agency) -> str:
    """Return ``05/KH-UBND``, or room for the number where it is not given yet (II.3)."""
    return f"{number or BLANK}/{kind.code}-{agency.abbreviation}"


def place_and_date(date: IssueDate | None, agency: Agency) -> str:
    """Return ``Hoài Hảo, ngày 29 tháng 12 năm 2023``; missing parts are blank (II.4)."""
    return f"{agency.unit.place}, {_long(date)}"


def annex_reference(
    number: DocumentNumber | None, date: IssueDate | None, kind: DocumentType, agency: Agency
) -> str:
    """Return the "(Kèm theo …)" line; an electronic document leaves number and date blank.

    Source: NĐ 30/2020, PL I, III.1.c; Phụ lục III, Mẫu 2.2, notes 3-4.
    """
    if agency.form is DocumentForm.ELECTRONIC:
        number, date = None, None
    issued = f"số {symbol(number, kind, agency)} {_long(date)}"
    return f"(Kèm theo {kind.name} {issued} của {agency.full_name})"


def _long(date: IssueDate | None) -> str:
    return long_date(date.day, date.month, date.year) if date else long_date(None, None, None)


def recipient_lines(recipients: Recipients | None) -> list[str]:
    """Return the printed lines: ``- … ;`` each, the last ``- Lưu: VT, … .`` (II.9.d; V.8b)."""
    recipients = recipients or Recipients()
    names = (*recipients.acting, *recipients.informed)
    filing = ", ".join(("VT", *recipients.filing.units))
    copies = f" ({recipients.filing.copies})" if recipients.filing.copies else ""
    return [*(f"- {_bare(name)};" for name in names), f"- Lưu: {filing}{copies}."]


def _bare(name: str) -> str:
    """Drop a dash before and a mark after a name that was typed with them."""
    return re.sub(r"^[-–]\s*|[\s.;,]+$", "", name.strip())


def with_end_mark(text: str) -> str:
    """Return the last words of a document closed by ``./.`` (Phụ lục III, Mẫu 1.4)."""
    return re.sub(r"[\s.;,:/]+$", "", text) + END_MARK
