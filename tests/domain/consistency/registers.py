"""Small legal registers for the tests of legal findings."""

from typing import Any

from cchc_docs.domain.consistency.law import find_legal_doubts
from cchc_docs.domain.legal_status import Registry
from cchc_docs.findings import Finding
from cchc_docs.model.plan import Plan
from cchc_docs.model.register import Register
from tests.domain.consistency.plans import plan


def paper(symbol: str, issued: str, *events: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the row of a decree that is certain to have begun on its day of issue."""
    begun = [
        {"type": kind, "date": issued, "confidence": "confirmed"}
        for kind in ("issued", "effective")
    ]
    return {
        "id": symbol,
        "kind": "Nghị định",
        "symbol": symbol,
        "issued": issued,
        "issuer": "Chính phủ",
        "subject": "Về việc thử",
        "confidence": "confirmed",
        "events": [*begun, *events],
    } | more


def event(kind: str, date: str, by: str | None = None, sure: str = "confirmed") -> dict[str, Any]:
    return {"type": kind, "date": date, "by": by, "confidence": sure}


def followed(by: str, since: str | None, sure: str = "confirmed") -> dict[str, Any]:
    return {"successors": [{"id": by, "since": since, "confidence": sure}]}


def unit(name: str, last_day: str | None = None, **more: Any) -> dict[str, Any]:
    kind = name.rsplit(" ", 1)[0]
    row = {"id": name, "kind": kind, "name": name, "last_day": last_day, "confidence": "confirmed"}
    return row | more


def register(**tables: Any) -> Register:
    return Register.model_validate(tables)


def doubts(rule: str, document: Plan, known: Register) -> list[Finding]:
    """Return the legal findings of one rule."""
    findings = [one for one in find_legal_doubts(document, Registry(known)) if one.rule == rule]
    assert all(one.what and one.fix and one.path for one in findings)
    return findings


def rules(known: Register, *texts: str, **fields: Any) -> list[str]:
    """Return the rules that a plan of 2024, issued in December 2023, with these texts breaks."""
    document = plan(*texts, **({"issue_date": "12/2023"} | fields))
    return [one.rule for one in find_legal_doubts(document, Registry(known))]
