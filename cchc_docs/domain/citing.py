"""Citations against the register: which document is meant, and how a document is to be cited."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

from cchc_docs.domain.citations import Citation, CitationSpan, find_citations, short_form
from cchc_docs.domain.legal_status import Registry
from cchc_docs.model.issue import IssueDate
from cchc_docs.model.plan import Plan
from cchc_docs.model.register import EventType, LegalDocument
from cchc_docs.vietnamese.dates import short_date

_LAWS: Final = ("Luật", "Bộ luật", "Pháp lệnh")
_LOOKING_BACK: Final = ("Báo cáo", "Thông báo", "Kết luận", "Biên bản")
_LOOKING_BACK_ON: Final = re.compile(
    r"(?<!\w)(?:công bố|kết quả|tổng kết|quyết toán|khen thưởng|xếp hạng)(?!\w)", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
_LASTING: Final = re.compile(r"\d{4}\s*[-–]\s*\d{4}|đến\s+năm|từ\s+năm|giai\s+đoạn", re.IGNORECASE)


def last_day_of_issue(date: IssueDate | None, plan_year: int) -> dt.date:
    """Return the last day a date of issue may mean.

    A plan cites what stands on the day it is signed, and the day is often not known yet. A plan
    without any date is taken to be issued by the end of the year before its own.
    """
    if date is None:
        return dt.date(plan_year - 1, 12, 31)
    month = date.month or 12
    return dt.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


def legal_day(plan: Plan) -> dt.date:
    """Return the day on which the citations of a plan are judged."""
    return last_day_of_issue(plan.issue_date, plan.year)


def document_of(citation: Citation, registry: Registry, day: dt.date) -> LegalDocument | None:
    """Return the document of the register that is cited, None where it holds none or several."""
    if citation.symbol:
        return registry.find(citation.kind, citation.symbol, citation.issued, citation.issuer)
    return registry.named(str(citation), day) or registry.named(short_form(citation), day)


def is_standard(citation: Citation) -> bool:
    """Tell whether a standard is cited (TCVN ISO 9001:2015): its year is that of an edition."""
    return citation.kind.casefold() in ("tiêu chuẩn", "tcvn", "qcvn", "iso")


def head_end(text: str, span: CitationSpan) -> int:
    """Return where the words of the citing paper's own end: the subject is that of the paper."""
    subject = span.citation.subject
    found = text.find(subject, span.start, span.end) if subject else -1
    return found if found >= 0 else span.end


def cited(document: LegalDocument, *, with_subject: bool = False) -> str:
    """Return a document as it is cited: type, number, symbol, date, issuer and, if asked, subject.

    A law goes by its name (NĐ 30/2020, PL I, Phần I, II.6.b); its number follows to be sure.
    """
    number = f" số {document.symbol}" if document.symbol else ""
    date = f" ngày {short_date(document.issued)}" if document.issued else ""
    if document.kind in _LAWS:
        name = document.subject.removeprefix(document.kind).strip()
        return f"{document.kind} {name}{number}{date}"
    issuer = f" của {document.issuer}" if document.issuer else ""
    subject = f" {document.subject[:1].lower()}{document.subject[1:]}" if with_subject else ""
    return f"{document.kind}{number}{date}{issuer}{subject}"


def yearly(citation: Citation, document: LegalDocument | None) -> int | None:
    """Return the single year a cited paper was made for, None where it is not a yearly one.

    By the year in its subject, that of a law named there aside, else by the last day of its
    period in the register. Papers that look back (a report, a notice, published results) are of
    one year and can be cited in the next.
    """
    subject = citation.subject or (document.subject if document else "")
    if citation.kind in _LOOKING_BACK or _LOOKING_BACK_ON.search(subject):
        return None
    years = {int(year) for year in _YEAR.findall(subject)}
    years -= {one.citation.year for one in find_citations(subject)}
    if len(years) == 1 and not _LASTING.search(subject):
        return years.pop()
    if document is None or document.issued is None:
        return None
    ends = [one.date for one in document.events if one.type is EventType.PERIOD_END and one.date]
    return ends[0].year if ends and ends[0].year - document.issued.year <= 1 else None
