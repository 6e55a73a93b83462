"""NĐ 30/2020, Phụ lục I, Phần I, II.4.b: a leading 0 for days under 10 and for months 1 and 2."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.vietnamese.dates import day_text, long_date, month_text, short_date

DATES = st.dates(min_value=dt.date(1945, 9, 2), max_value=dt.date(2100, 12, 31))


@pytest.mark.parametrize("day", range(1, 10))
def test_days_under_ten_have_a_leading_zero(day):
    assert day_text(day) == f"0{day}"


@pytest.mark.parametrize("day", range(10, 32))
def test_other_days_do_not(day):
    assert day_text(day) == f"{day}"


@pytest.mark.parametrize(
    ("month", "text"),
    list(enumerate(["01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], start=1)),
)
def test_only_months_one_and_two_have_a_leading_zero(month, text):
    assert month_text(month) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((5, 3, 2020), "ngày 05 tháng 3 năm 2020"),  # the decree's own date
        ((8, 4, 2004), "ngày 08 tháng 4 năm 2004"),
        ((1, 1, 2024), "ngày 01 tháng 01 năm 2024"),
        ((28, 2, 2025), "ngày 28 tháng 02 năm 2025"),
        ((24, 11, 2026), "ngày 24 tháng 11 năm 2026"),
    ],
)
def test_long_form(parts, text):
    assert long_date(*parts) == text


@pytest.mark.parametrize(
    ("parts", "pattern"),
    [
        ((None, 12, 2023), r"ngày\s{3,}tháng 12 năm 2023"),
        ((None, 2, 2024), r"ngày\s{3,}tháng 02 năm 2024"),
        ((None, None, 2024), r"ngày\s{3,}tháng\s{3,}năm 2024"),
        ((None, None, None), r"ngày\s{3,}tháng\s{3,}năm\s{3,}"),
    ],
)
def test_a_part_not_known_leaves_room_for_the_clerk(parts, pattern):
    assert re.fullmatch(pattern, long_date(*parts))


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (dt.date(2020, 3, 5), "05/3/2020"),
        (dt.date(2024, 1, 10), "10/01/2024"),
        (dt.date(2024, 2, 29), "29/02/2024"),
        (dt.date(2023, 10, 31), "31/10/2023"),
    ],
)
def test_short_form_has_the_same_zeros(date, text):
    assert short_date(date) == text


@settings(deadline=None)
@given(DATES)
def test_both_forms_say_the_same_day(date):
    long = re.fullmatch(r"ngày (\d\d) tháng (\d+) năm (\d{4})", long_date(*date.timetuple()[2::-1]))
    assert long
    assert "/".join(long.groups()) == short_date(date)
    assert dt.date(int(long[3]), int(long[2]), int(long[1])) == date
