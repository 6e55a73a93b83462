"""Whether stated counts fit together: sums, balances, bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from cchc_docs.domain.arithmetic.rules import RULES, Miscount
from cchc_docs.vietnamese.numbers import number_text


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as someone states it: its name inside a sentence, or none, and its value."""

    name: str
    value: Fraction | Decimal | int

    def __str__(self) -> str:
        return f"{self.name} {number_text(self.value)}".strip()


def check_equal(rule: str, parts: Sequence[Stated], wholes: Sequence[Stated]) -> Miscount | None:
    """Check that both sides add up to the same (R1-R3, R5-R7, R13, R15-R18, R21).

    None where they do.
    """
    gap = _sum(parts) - _sum(wholes)
    if gap == 0:
        return None
    return RULES[rule].broken(
        f"{_told(parts)} khác với {_told(wholes)}, lệch {number_text(abs(gap))}"
    )


def check_within(rule: str, parts: Sequence[Stated], wholes: Sequence[Stated]) -> Miscount | None:
    """Check that the parts are at most the wholes (R8, R14-R16, R18, R19); None where they are."""
    excess = _sum(parts) - _sum(wholes)
    if excess <= 0:
        return None
    return RULES[rule].broken(
        f"{_told(parts)} vượt quá {_told(wholes)}, lệch {number_text(excess)}"
    )


def check_balance(
    received: Stated, resolved: Stated, pending: Stated, apart: Sequence[Stated] = ()
) -> Miscount | None:
    """Check that what came in is resolved or pending (R4); None where it is.

    `apart` are the dossiers withdrawn, returned or suspended, where they are tracked; the
    message names those that are as many as the gap.
    """
    tracked = [one for one in apart if one.value]
    miscount = check_equal("R4", [resolved, pending, *tracked], [received])
    if miscount is None:
        return None
    gap = abs(_sum([resolved, pending, *tracked]) - _sum([received]))
    suspects = next((some for some in _choices(tracked) if _sum(some) == gap), None)
    if suspects is None:
        return miscount
    names = " và ".join(f"{one.name} ({number_text(one.value)})" for one in suspects)
    return RULES["R4"].broken(f"{miscount.what}, đúng bằng số {names}: có thể đã tính hai lần")


def _choices(stated: Sequence[Stated]) -> Iterator[tuple[Stated, ...]]:
    for size in range(1, len(stated) + 1):
        yield from combinations(stated, size)


def _sum(stated: Sequence[Stated]) -> Fraction:
    return sum((Fraction(one.value) for one in stated), Fraction(0))


def _told(stated: Sequence[Stated]) -> str:
    """Return figures with their sum: ``trực tuyến 5 + trực tiếp 7 = 12``."""
    told = " + ".join(map(str, stated))
    return told if len(stated) == 1 else f"{told} = {number_text(_sum(stated))}"
