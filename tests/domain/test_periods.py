"""Windows of NĐ 09/2019, Điều 12, and the first workday after them (spec: published calendar)."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.domain.periods import (
    coming,
    earliest_sending,
    period_of,
    quarters,
    reporting_year,
    window_of,
)
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.report import Window

YEARS = st.integers(2001, 2099)


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("Q1", "2023-12-15", "2024-03-14"),
        ("H1", "2023-12-15", "2024-06-14"),
        ("Q3", "2024-06-15", "2024-09-14"),
        ("9M", "2023-12-15", "2024-09-14"),
        ("YEAR", "2023-12-15", "2024-12-14"),
    ],
)
def test_windows_of_2024(kind: str, first: str, last: str) -> None:
    window = window_of(PeriodKind(kind), 2024)
    assert window == Window(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@given(YEARS)
def test_quarters_tile_the_year(year: int) -> None:
    windows = quarters(year)
    assert windows[0].first == reporting_year(year).first
    assert windows[-1].last == reporting_year(year).last
    for before, after in pairwise(windows):
        assert after.first - before.last == dt.timedelta(days=1)
    assert windows[0] == window_of(PeriodKind.Q1, year)
    assert windows[1].last == window_of(PeriodKind.H1, year).last
    assert windows[2] == window_of(PeriodKind.Q3, year)


@given(YEARS)
def test_one_year_follows_the_other(year: int) -> None:
    gap = reporting_year(year + 1).first - reporting_year(year).last
    assert gap == dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "year", "day"),
    [
        ("Q1", 2024, "2024-03-15"),
        ("H1", 2024, "2024-06-17"),
        ("Q3", 2024, "2024-09-16"),
        ("YEAR", 2024, "2024-12-16"),
        ("Q1", 2025, "2025-03-17"),
        ("H1", 2025, "2025-06-16"),
        ("Q1", 2026, "2026-03-16"),
        ("YEAR", 2026, "2026-12-15"),
    ],
)
def test_first_workday_after_the_window(kind: str, year: int, day: str) -> None:
    period = period_of(PeriodKind(kind), year)
    assert earliest_sending(period) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("Q1", "2024-06-14"),
        ("H1", "2024-09-14"),
        ("Q3", "2024-12-14"),
        ("9M", "2024-12-14"),
        ("YEAR", "2024-12-31"),
    ],
)
def test_what_comes_next_ends_with_the_next_report(kind: str, last: str) -> None:
    period = period_of(PeriodKind(kind), 2024)
    window = coming(period)
    assert window.first == period.window.last + dt.timedelta(days=1)
    assert window.last == dt.date.fromisoformat(last)


def test_both_ends_belong_to_the_window() -> None:
    window = window_of(PeriodKind.Q1, 2024)
    assert dt.date(2023, 12, 15) in window
    assert dt.date(2024, 3, 14) in window
    assert dt.date(2024, 3, 15) not in window


def test_own_window_is_not_usual() -> None:
    own = Window(dt.date(2024, 12, 15), dt.date(2025, 3, 7))  # Bình Định, quý I/2025
    assert not period_of(PeriodKind.Q1, 2025, own).usual
    assert period_of(PeriodKind.Q1, 2025).usual
