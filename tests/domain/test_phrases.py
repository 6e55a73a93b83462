"""Phrases are found however they are spelt, the longest one first."""

import pytest

from cchc_docs.domain.phrases import Phrases, keys

OFFICES = Phrases([("Văn phòng", 1), ("Văn phòng – Thống kê", 2), ("văn hóa xã hội", 3)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Văn phòng – Thống kê", [(2, "Văn phòng – Thống kê")]),
        ("giao VĂN PHÒNG- THỐNG KÊ làm", [(2, "VĂN PHÒNG- THỐNG KÊ")]),
        ("Văn phòng và Văn phòng-Thống kê", [(1, "Văn phòng"), (2, "Văn phòng-Thống kê")]),
        ("văn hoá xã hội", [(3, "văn hoá xã hội")]),
        ("văn hóa, xã hội", []),
        ("Văn phòngs, vănphòng", []),
        ("", []),
    ],
)
def test_values_and_places(text: str, found: list[tuple[int, str]]):
    assert [(hit.value, text[hit.start : hit.end]) for hit in OFFICES.find(text)] == found


def test_replacing_leaves_the_rest_as_it_is():
    text = "Giao Văn phòng,  và văn hóa - xã hội."
    assert OFFICES.replaced(text, str) == "Giao 1,  và văn hóa - xã hội."


def test_keys_are_words_without_marks():
    assert keys("Hoá đơn, 90%: A–B") == keys("hóa ĐƠN 90 a b")
