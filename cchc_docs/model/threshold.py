"""What a target asks for: a typed bound where the wording is one (`Trên 90%` is > 90 %)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Annotated, Final

from pydantic import InstanceOf

from cchc_docs.model.base import worded


class Operator(StrEnum):
    """How a result is compared with the value."""

    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="

    def holds(self, result: Decimal | Fraction, value: Decimal | Fraction) -> bool:
        """Tell whether a result stands to the value as the operator asks; > and < are strict."""
        compare: Callable[[Fraction, Fraction], bool] = _COMPARE[self.value]
        return compare(Fraction(result), Fraction(value))


_COMPARE: Final = {">": gt, ">=": ge, "<": lt, "<=": le}


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold: its wording and, where it is a bound, operator, value and unit.

    Without an operator the wording is free (`Xếp hạng cao hơn năm 2023`, `90.5%` with its
    doubtful dot) or an open question; then `value` and `unit` are None. `unit` is ``%`` or the
    thing counted.
    """

    text: str
    operator: Operator | None = None
    value: Decimal | None = None
    unit: str | None = None

    def __str__(self) -> str:
        return self.text


_OPERATORS = {
    "trên": Operator.MORE,
    "hơn": Operator.MORE,
    "cao hơn": Operator.MORE,
    ">": Operator.MORE,
    "dưới": Operator.LESS,
    "ít hơn": Operator.LESS,
    "thấp hơn": Operator.LESS,
    "<": Operator.LESS,
    "không quá": Operator.AT_MOST,
    "tối đa": Operator.AT_MOST,
    "nhiều nhất": Operator.AT_MOST,
    "≤": Operator.AT_MOST,
    "<=": Operator.AT_MOST,
    "từ": Operator.AT_LEAST,
    "tối thiểu": Operator.AT_LEAST,
    "ít nhất": Operator.AT_LEAST,
    "không dưới": Operator.AT_LEAST,
    "≥": Operator.AT_LEAST,
    ">=": Operator.AT_LEAST,
}
_WORDS = "|".join(re.escape(word) for word in sorted(_OPERATORS, key=len, reverse=True))
_BOUND = re.compile(
    rf"(?:phấn đấu\s+)?(?:đạt\s+)?(?:(?P<operator>{_WORDS})\s*)?(?:đạt\s+)?"
    r"(?P<value>\d{1,3}(?:\.\d{3})+|\d+)(?P<fraction>,\d+)?\s*"
    r"(?P<unit>%|[^\W\d][^\d%;:,.]{0,40}?)(?:\s+trở (?P<edge>lên|xuống))?",
    re.IGNORECASE,
)


def parse_threshold(text: str) -> Threshold:
    """Read a threshold. `90%` and `đạt 90%` mean at least; what is no bound is kept as free text.

    Figures are Vietnamese: comma before decimals, dot between thousands.
    """
    wording = " ".join(text.split())
    match = _BOUND.fullmatch(wording.rstrip("."))
    if not match:
        return Threshold(wording)
    word = (match["operator"] or "").lower()
    operator = _OPERATORS.get(word, Operator.AT_LEAST)
    if match["edge"]:
        edge = Operator.AT_LEAST if match["edge"].lower() == "lên" else Operator.AT_MOST
        if word not in ("", "từ") and _OPERATORS[word] is not edge:
            return Threshold(wording)  # "trên 90% trở xuống" contradicts itself
        operator = edge
    value = Decimal(match["value"].replace(".", "") + (match["fraction"] or "").replace(",", "."))
    return Threshold(wording, operator, value, match["unit"])


ThresholdField = Annotated[
    InstanceOf[Threshold],
    *worded(
        parse_threshold, "Trên 90%", "90%", "Ít nhất 01 sáng kiến", "Xếp hạng cao hơn năm 2023"
    ),
]
