"""What a rule allows, as data: a range, a value, a pattern, a way of capitals, an order."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, model_validator

from cchc_docs.model.base import Model
from cchc_docs.vietnamese.patterns import LOWER, UPPER

_NUMBER: Final = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")  # 000000 is a colour


def _as_meant(value: Any) -> Any:
    """Take a typed word of the data as what it looks like: true, a number, a word."""
    if not isinstance(value, str):
        return value
    if value in ("true", "false"):
        return value == "true"
    return float(value) if _NUMBER.fullmatch(value) else value


Scalar = Annotated[bool | float | str, BeforeValidator(_as_meant)]
Numbers = float | tuple[float, ...]
"""A figure, or several that are compared item by item."""


def _expanded(regex: Any) -> Any:
    """Fill in %LOW% and %UP%: Vietnamese small and capital letters inside a class."""
    if not isinstance(regex, str):
        return regex
    return regex.replace("%LOW%", LOWER).replace("%UP%", UPPER)


Regex = Annotated[re.Pattern[str], BeforeValidator(_expanded)]
"""A pattern that is searched for in one instance."""


class Range(Model):
    """At least `min`, at most `max`; None is no bound."""

    min: Numbers | None = None
    max: Numbers | None = None
    tolerance: float = 0


class Equals(Model):
    """One value; `tolerance` is for figures."""

    equals: Scalar
    tolerance: float = 0


class OneOf(Model):
    """One of several values."""

    enum: tuple[Scalar | tuple[float, ...], ...]
    tolerance: float = 0


class Pattern(Model):
    """Text in which `regex` is found, or with `forbids` is not.

    What the regex finds holds one of `only_with`, or opens with one of `opens_with`, where there
    are some: other text need not be searched, which is slow for a regex that does not open with
    fixed letters.
    """

    regex: Regex
    forbids: bool = False
    only_with: tuple[str, ...] = ()
    opens_with: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_not_regex(cls, data: Any) -> Any:
        if isinstance(data, dict) and "not_regex" in data:
            regex = data["not_regex"]
            rest = {name: value for name, value in data.items() if name != "not_regex"}
            return rest | {"regex": regex, "forbids": True}
        return data


class LetterCase(StrEnum):
    """How words are capitalised."""

    UPPER = "upper"  # all capitals, but for the small letters of official codes
    SENTENCE = "sentence"  # a capital first letter, not all capitals
    SYLLABLE_TITLE = "syllable_title"  # each syllable opens with a capital or a digit


class Case(Model):
    """Text capitalised in one way."""

    case: LetterCase


class Required(Model):
    """It must be there."""

    required: Annotated[Literal[True], BeforeValidator(_as_meant)]


class RatioOfText(Model):
    """A length as a share of the text it belongs to: the least and the most."""

    ratio_of_text: tuple[float, float]
    tolerance: float = 0


class Includes(Model):
    """All of these names are there."""

    includes: tuple[str, ...]


class Order(Model):
    """Those names that are there come in this order; those of an inner list in any order."""

    order: tuple[str | tuple[str, ...], ...]


_KINDS: Final[dict[str, type[Model]]] = {
    "min": Range,
    "max": Range,
    "equals": Equals,
    "enum": OneOf,
    "regex": Pattern,
    "not_regex": Pattern,
    "case": Case,
    "required": Required,
    "ratio_of_text": RatioOfText,
    "includes": Includes,
    "order": Order,
}


def of_its_kind(value: Any) -> Any:
    """Build what an entry allows; the first of its keys tells the kind."""
    if not isinstance(value, dict):
        return value
    if (key := next(iter(value), "")) not in _KINDS:
        raise ValueError(f"nothing is allowed by {key!r}")
    return _KINDS[key].model_validate(value)


Allowed = Annotated[
    Range | Equals | OneOf | Pattern | Case | Required | RatioOfText | Includes | Order,
    BeforeValidator(of_its_kind),
]
