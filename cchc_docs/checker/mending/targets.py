"""The value a place is given: the allowed one that is nearest to what it has."""

from __future__ import annotations

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
