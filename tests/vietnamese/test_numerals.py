import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.vietnamese.numerals import POINT_LETTERS, from_roman, point_letter, roman

# NĐ 30/2020 itself: Điều 8 and Phụ lục VI run a … o; the letters after o continue the alphabet.
DECREE_LETTERS = "abcdđeghiklmno"
AFTER_O = "pqrstuvxy"


class TestPointLetter:
    @pytest.mark.parametrize(("position", "letter"), list(enumerate(DECREE_LETTERS + AFTER_O, 1)))
    def test_order_of_the_decree(self, position, letter):
        assert point_letter(position) == letter

    def test_no_letter_that_vietnamese_lists_lack(self):
        assert not set("fjwzăâêôơư") & set(POINT_LETTERS)

    def test_after_the_alphabet_comes_a_pair_not_a_second_a(self):
        letters = [point_letter(position) for position in range(1, 200)]
        assert len(set(letters)) == len(letters)

    def test_a_list_may_be_as_long_as_it_likes(self):
        assert len({point_letter(position) for position in range(1, 1001)}) == 1000


class TestRoman:
    @pytest.mark.parametrize(
        ("number", "numeral"),
        [
            *((1, "I"), (2, "II"), (3, "III"), (4, "IV"), (5, "V"), (6, "VI"), (9, "IX")),
            *((10, "X"), (14, "XIV"), (19, "XIX"), (40, "XL"), (44, "XLIV"), (90, "XC")),
            *((99, "XCIX"), (400, "CD"), (900, "CM"), (1994, "MCMXCIV"), (2024, "MMXXIV")),
        ],
    )
    def test_is_well_formed(self, number, numeral):
        assert roman(number) == numeral
        assert from_roman(numeral) == number

    @pytest.mark.parametrize("number", [0, -1, -1000])
    def test_there_is_none_below_one(self, number):
        with pytest.raises(ValueError, match="Roman"):
            roman(number)

    @settings(deadline=None)
    @given(st.integers(min_value=1, max_value=4999))
    def test_round_trip(self, number):
        assert from_roman(roman(number)) == number
        assert from_roman(roman(number).lower()) == number

    @pytest.mark.parametrize(
        "text", ["", "IIII", "VV", "IC", "IVI", "VX", "ABC", "1", "I I", " I", "I.", "Ⅳ"]
    )
    def test_ill_formed(self, text):
        assert from_roman(text) is None

    @settings(deadline=None)
    @given(st.text(alphabet="IVXLCDM", max_size=8))
    def test_what_is_read_is_written_the_same(self, text):
        value = from_roman(text)
        assert value is None or roman(value) == text
