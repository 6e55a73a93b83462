"""Numbers as offices write them; expected values are those of published reports or arithmetic."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.vietnamese.numbers import (
    NotANumber,
    count_text,
    number_text,
    parse_number,
    points_text,
    rounded,
    share_text,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1260", "1260"),
        ("1.260", "1260"),
        ("904.497", "904497"),
        ("1.234.567", "1234567"),
        ("12,5", "12.5"),
        ("1.234,5", "1234.5"),
        ("0", "0"),
        ("05", "5"),
        (" 90 ", "90"),
        ("-3", "-3"),
    ],
)
def test_one_reading(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["1.26", "1,260", "0.260", "12.5", "1,260,000", "1,260.5"])
def test_two_readings_are_an_error(text: str) -> None:
    with pytest.raises(NotANumber, match="hai cách"):
        parse_number(text)


@pytest.mark.parametrize("text", ["", "mười", "12 hồ sơ", "1.2.3", "--1", "1e5", "٣"])
def test_words_are_no_numbers(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_number(text)


@given(st.decimals(-(10**12), 10**12, places=3))
def test_numbers_round_trip_or_are_doubtful(value: Decimal) -> None:
    text = number_text(value)
    if re.fullmatch(r"-?\d{1,3},\d{3}", text):  # 1,234 could be meant as 1234
        with pytest.raises(NotANumber, match="hai cách"):
            parse_number(text)
    else:
        assert parse_number(text) == value


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (904_225, 904_298, "99,99%"),
        (73, 904_298, "0,01%"),
        (19_255, 19_944, "96,55%"),
        (585_116, 585_336, "99,96%"),
        (653, 653, "100%"),
        (99, 382, "25,92%"),
        (4, 5, "80%"),
        (214, 2_265, "9,45%"),
        (0, 7, "0%"),
        (99_996, 100_000, "99,996%"),
        (1, 50_000, "0,002%"),
        (1, 8, "12,5%"),
    ],
)
def test_shares(part: int, whole: int, text: str) -> None:
    assert share_text(Fraction(part, whole)) == text


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_all_and_nothing_are_said_only_when_true(part: int, whole: int) -> None:
    part, whole = sorted((part, whole))
    assert (share_text(Fraction(part, whole)) == "100%") == (part == whole)
    assert share_text(Fraction(part, whole)) != "0%"


@given(st.decimals(-(10**6), 10**6, places=6), st.integers(0, 4))
def test_rounding_is_half_up(value: Decimal, digits: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert rounded(value, digits) == expected


def test_half_is_up_where_binary_floats_go_down() -> None:
    assert rounded(Decimal("0.125"), 2) == Decimal("0.13")
    assert round(0.125, 2) == 0.12


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (1260, "1.260")]
)
def test_small_counts_take_two_digits(n: int, text: str) -> None:
    assert count_text(n) == text


def test_a_change_of_a_share_is_in_points() -> None:
    assert points_text(Fraction(9_961, 10_000) - Fraction(9_836, 10_000)) == "1,25 điểm phần trăm"
