"""The value a place is given: one that is allowed, and as near as can be to what is there."""

from __future__ import annotations

from collections import Counter

from cchc_docs.domain.rule_matching import matches
from cchc_docs.model.allowed import Allowed, Equals, OneOf, Range


def nearest(allowed: Allowed, value: float) -> float | None:
    """Return the allowed figure nearest to a value; None where a rule allows no figure."""
    match allowed:
        case Range(min=least, max=most):
            if isinstance(least, tuple) or isinstance(most, tuple):
                return None
            raised = value if least is None else max(least, value)
            return raised if most is None else min(most, raised)
        case Equals(equals=float(only)):
            return only
        case OneOf(enum=known):
            figures = [one for one in known if isinstance(one, float)]
            return min(figures, key=lambda one: abs(one - value), default=None)
    return None


def usual(allowed: Allowed, found: Counter[float]) -> float | None:
    """Return the allowed figure that is found most, else the one nearest to what is found most.

    None where a rule allows no figure, or none was found.
    """
    by_count = [value for value, _ in found.most_common()]
    right = (value for value in by_count if matches(allowed, value))
    best = next(right, by_count[0] if by_count else None)
    return None if best is None else nearest(allowed, best)
