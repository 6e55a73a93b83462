"""Numbers and letters that label parts of a document."""

from __future__ import annotations

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in Vietnamese alphabet order, without f, j, w, z and without ă â ê ô ơ ư.

NĐ 30/2020 Phụ lục I, Phần I, II.6.đ asks for alphabet order; the decree itself (Điều 8, Phụ lục
VI) runs a, b, c, d, đ, e, g, h, i, k, l, m, n, o; the letters after o continue the alphabet.
"""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """Return `number` (from 1) as a Roman numeral.

    Raises:
        ValueError: for zero and negative numbers, which have no Roman form.
    """
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    digits = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        digits += numeral * count
    return digits


def from_roman(numeral: str) -> int | None:
    """Return the value of a Roman numeral, or None where the text is not a well-formed one."""
    rest, value = numeral.upper(), 0
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            value, rest = value + worth, rest[len(sign) :]
    return value if value and roman(value) == numeral.upper() else None


def point_letter(position: int) -> str:
    """Return the letter of the point at `position` (from 1): a, b, c, d, đ, e, g …

    After the 23 letters the pairs aa, ab … follow; the decree does not go that far.
    """
    letters = ""
    while position > 0:
        position, last = divmod(position - 1, len(POINT_LETTERS))
        letters = POINT_LETTERS[last] + letters
    return letters
