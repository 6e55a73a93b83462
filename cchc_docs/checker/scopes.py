"""The tests of the scopes of rules, built once in a process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from cchc_docs.domain.rule_matching import scope_test
from cchc_docs.model.rule import Rule, Scope

ScopeTest = Callable[[Mapping[str, Any]], bool | None]
"""Tells of facts whether they are in scope; None where a fact is missing."""


class ScopeTests(NamedTuple):
    """The parts of a scope that can be told one after the other; None where it has no such part.

    `ward` looks at the facts of the ward, `facts` at an instance alone, `place` at its position and
    count among those that are left, `value` at what was measured there.
    """

    facts: ScopeTest | None
    ward: ScopeTest | None
    place: ScopeTest | None
    value: ScopeTest | None


_APART: Final = {
    "ward": ("setting",),
    "place": ("position", "count"),
    "value": ("value", "not_value"),
}
_ANYWHERE: Final = Scope()
_KNOWN: dict[str, tuple[Scope, ScopeTests]] = {}


def tests_of(rule: Rule) -> ScopeTests:
    """Return the tests of a rule's scope."""
    known = _KNOWN.get(rule.id)
    if known is None or known[0] is not rule.scope:
        known = (rule.scope, _tests(rule.scope))
        _KNOWN[rule.id] = known
    return known[1]


def _tests(scope: Scope) -> ScopeTests:
    apart = {part: {name: getattr(scope, name) for name in names} for part, names in _APART.items()}
    left = {name: getattr(_ANYWHERE, name) for names in _APART.values() for name in names}
    return ScopeTests(
        _test(scope.model_copy(update=left)),
        **{part: _test(_ANYWHERE.model_copy(update=values)) for part, values in apart.items()},
    )


def _test(scope: Scope) -> ScopeTest | None:
    return None if scope == _ANYWHERE else scope_test(scope)
