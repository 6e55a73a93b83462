"""The tests of the scopes of rules, built once in a process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from cchc_docs.domain.rule_matching import scope_test
from cchc_docs.model.rule import Rule, Scope

ScopeTest = Callable[[Mapping[str, Any]], bool | None]
"""Tells of the facts of an instance whether it is in scope; None where a fact is missing."""

_SCOPES: dict[str, tuple[Scope, ScopeTest]] = {}
_ANYWHERE: Final = Scope()


def everywhere(_: Mapping[str, Any]) -> bool:
    """Hold for every instance: the rule has no scope."""
    return True


def test_of(rule: Rule) -> ScopeTest:
    """Return the test of a rule's scope; what depends on others and on values comes later."""
    if rule.scope == _ANYWHERE:
        return everywhere
    known = _SCOPES.get(rule.id)
    if known is None or known[0] is not rule.scope:
        later = {"position": None, "count": None, "value": None, "not_value": None}
        known = (rule.scope, scope_test(rule.scope.model_copy(update=later)))
        _SCOPES[rule.id] = known
    return known[1]
