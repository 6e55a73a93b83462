"""cchc_docs: plan and reports of administrative reform of a Vietnamese ward, from data to Word.

    from cchc_docs import draft_next_year, load_plan, render_plan, validate

The public names are loaded when they are first used: importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc_docs.api import (
        build_report,
        check,
        draft_next_year,
        load_plan,
        read_plan,
        read_records,
        register_of,
        render_bytes,
        render_plan,
        to_pdf,
        validate,
    )
    from cchc_docs.checker.outcomes import CheckResult
    from cchc_docs.domain.rollover import roll_over
    from cchc_docs.errors import CchcError
    from cchc_docs.findings import Finding
    from cchc_docs.model.agency import Agency
    from cchc_docs.model.period import PeriodKind
    from cchc_docs.model.plan import Plan
    from cchc_docs.model.report import Report

_HOMES = {
    "Agency": "cchc_docs.model.agency",
    "CchcError": "cchc_docs.errors",
    "Finding": "cchc_docs.findings",
    "PeriodKind": "cchc_docs.model.period",
    "Plan": "cchc_docs.model.plan",
    "Report": "cchc_docs.model.report",
    "CheckResult": "cchc_docs.checker.outcomes",
    "build_report": "cchc_docs.api",
    "check": "cchc_docs.api",
    "draft_next_year": "cchc_docs.api",
    "load_plan": "cchc_docs.api",
    "read_plan": "cchc_docs.api",
    "read_records": "cchc_docs.api",
    "register_of": "cchc_docs.api",
    "render_bytes": "cchc_docs.api",
    "render_plan": "cchc_docs.api",
    "roll_over": "cchc_docs.domain.rollover",
    "to_pdf": "cchc_docs.api",
    "validate": "cchc_docs.api",
}

__all__ = [
    "Agency",
    "CchcError",
    "CheckResult",
    "Finding",
    "PeriodKind",
    "Plan",
    "Report",
    "build_report",
    "check",
    "draft_next_year",
    "load_plan",
    "read_plan",
    "read_records",
    "register_of",
    "render_bytes",
    "render_plan",
    "roll_over",
    "to_pdf",
    "validate",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
