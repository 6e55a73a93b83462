"""The rules of the layout, and one of them explained."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cchc_docs.errors import DataError, Place, Problem

if TYPE_CHECKING:
    from cchc_docs.domain.rule_wording import ExplainedRule
    from cchc_docs.model.rule import Rule


def explained_rules() -> list[ExplainedRule]:
    """Return every rule in words, in the order of the parts of a document."""
    from cchc_docs.domain.rule_wording import explain
    from cchc_docs.storage.rules import default_rules

    book = default_rules()
    return [explain(one, book) for one in book.rules]


def explain_rule(id: str) -> ExplainedRule:
    """Return one rule in words.

    Raises:
        DataError: no rule has this id; the nearest ones are named.
    """
    from cchc_docs.domain.rule_wording import explain, unknown_rule
    from cchc_docs.storage.rules import default_rules

    book = default_rules()
    if id not in book.by_id:
        raise DataError(Problem(Place(), *unknown_rule(id, book.by_id)))
    return explain(book.by_id[id], book)


def rule_state(rule: Rule) -> str:
    """Return whether a rule is evaluated, and on what, in the words of an officer."""
    if rule.id in _not_measured():
        return "chưa xét: công cụ chưa đo được"
    return f"xét trên {rule.needs.label}"


@cache
def _not_measured() -> frozenset[str]:
    from cchc_docs.checker.judging import not_measured
    from cchc_docs.storage.rules import default_rules

    return frozenset(one.id for one in not_measured(default_rules()))


def rule_json(explained: ExplainedRule) -> dict[str, object]:
    """Return a rule as JSON: what it looks at, what it wants, why, when, how to mend."""
    rule = explained.rule
    return {
        "id": rule.id,
        "element": rule.element,
        "element_title": explained.element,
        "property": rule.property,
        "title": rule.title,
        "level": rule.level.value,
        "wanted": explained.wanted,
        "source": rule.source,
        "basis": rule.basis.value,
        "confidence": rule.confidence.value,
        "needs": rule.needs.value,
        "state": rule_state(rule),
        "condition": explained.condition,
        "right": explained.right,
        "wrong": explained.wrong,
        "fix": rule.fix,
        "note": rule.note,
    }
