"""A figure beside that of the same period a year before (R20)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.model.agency import Unit
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.records import Records
from cchc_docs.model.register import Register
from cchc_docs.model.report import Figure, ReportingPeriod
from cchc_docs.vietnamese.numbers import POINTS, number_text, points_text, share_text
from cchc_docs.vietnamese.text import fold, lowered


@dataclass(frozen=True, slots=True)
class Change:
    """A change in words, and as a figure with what it was computed from."""

    text: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class LastYear:
    """The figures of the same period a year before, by id, with their position in the log.

    Empty where they must not be compared: the territory has changed in between.
    """

    year: int
    values: Mapping[str, tuple[int, Fraction]]

    @classmethod
    def of(cls, records: Records, kind: PeriodKind) -> LastYear:
        """Return what the log holds for one kind of report; shares are written as percentages."""
        values = {
            one.id: (position, Fraction(one.value))
            for position, one in enumerate(records.last_year)
            if one.period is kind
        }
        return cls(records.year - 1, values)

    @classmethod
    def none(cls, year: int) -> LastYear:
        """Return no figures at all."""
        return cls(year - 1, {})

    def change(self, identifier: str, figures: Figures) -> Change | None:
        """Return how a figure has changed; None where one of the two is not known."""
        now = figures.get(identifier)
        if now is None or identifier not in self.values:
            return None
        position, value = self.values[identifier]
        is_share = now.unit == "%"
        then = value / 100 if is_share else value
        delta = now.value - then
        words = _share_change(delta) if is_share else _count_change(delta, then, now.unit)
        title = f"Thay đổi của {lowered(now.title)}"
        rule = f"kỳ này trừ cùng kỳ năm {self.year}"
        unit = POINTS if is_share else now.unit
        path = (("last_year", position, "value"),)
        return Change(words, Figure(identifier, title, unit, delta, rule, path, (now,)))


def _share_change(delta: Fraction) -> str:
    return f"{_direction(delta)} {points_text(delta)}" if delta else "không thay đổi"


def _count_change(delta: Fraction, then: Fraction, unit: str) -> str:
    if not delta:
        return "không thay đổi"
    share = f" ({share_text(abs(delta) / then)})" if then else ""
    return f"{_direction(delta)} {number_text(abs(delta))} {unit}{share}"


def _direction(delta: Fraction) -> str:
    return "tăng" if delta > 0 else "giảm"


_ALL_ARRANGED: Final = dt.date(2025, 7, 1)
"""When communes all over the country were merged (NQ 60-NQ/TW of 12/4/2025); few were left."""


def not_comparable(register: Register, unit: Unit, period: ReportingPeriod) -> str | None:
    """Return why figures of a year before may be those of another territory; None where not.

    A unit of the register is judged by its first day; one the register does not know, by the day
    on which nearly all were merged.
    """
    first = period.window.first
    then = dt.date(first.year - 1, first.month, min(first.day, 28))
    known = [one for one in register.units if fold(one.name) == fold(f"{unit.level} {unit.name}")]
    for one in known:
        if one.first_day and then < one.first_day <= period.window.last:
            return f"{one.name} được thành lập sau kỳ đó"
    if not known and then < _ALL_ARRANGED <= period.window.last:
        return (
            "đơn vị hành chính cấp xã cả nước sắp xếp lại từ ngày 01/7/2025, chưa rõ địa bàn có "
            "giữ nguyên"
        )
    return None
