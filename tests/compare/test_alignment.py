"""What is the same in two documents is found, though its words, number or place changed."""

import time

import pytest
from lxml import etree

from cchc_docs.compare.alignment import align
from cchc_docs.compare.units import Unit, blocks
from tests.compare.resolving import body
from tests.compare.small import document, p, table


def units(*texts: str) -> list[Unit]:
    return blocks(body(document(*map(p, texts))))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [], []),
        (["a"], [], []),
        (["a", "b"], ["a", "b"], [(0, 0), (1, 1)]),
        (["a", "b", "c"], ["a", "c"], [(0, 0), (2, 1)]),
        (["a", "c"], ["a", "b", "c"], [(0, 0), (1, 2)]),
        (["một hai ba", "x y"], ["u v", "một hai bốn", "x y"], [(0, 1), (1, 2)]),
        (["một hai", "ba bốn"], ["ba bốn", "một hai"], [(0, 1)]),
        (["một hai ba bốn"], ["năm sáu bảy bốn"], []),
        (["", "a b", "", "c d"], ["", "c d"], [(0, 0), (3, 1)]),
    ],
)
def test_pairs(old: list[str], new: list[str], expected: list[tuple[int, int]]) -> None:
    assert align(units(*old), units(*new)) == expected


def test_a_table_is_never_a_paragraph() -> None:
    old, new = blocks(body(document(table(["a", "b"])))), units("a b")
    assert align(old, new) == []


def test_a_plan_of_two_thousand_lines_takes_seconds() -> None:
    """Each line says the same but for its year and number; every tenth is gone."""
    old = [f"{n} thực hiện nhiệm vụ thứ {n % 26} của năm {2000 + n % 5}" for n in range(2000)]
    new = [f"{n} thực hiện nhiệm vụ thứ {n % 26} của năm {2001 + n % 5}" for n in range(2000)]
    left = [text for place, text in enumerate(new) if place % 10]
    before, after = units(*old), units(*left)
    start = time.perf_counter()
    pairs = align(before, after)
    assert time.perf_counter() - start < 3
    right = [(place, number) for number, place in enumerate(n for n in range(2000) if n % 10)]
    assert len(set(pairs) & set(right)) > 0.95 * len(right)


def test_the_text_of_a_unit_keeps_cells_apart() -> None:
    one, other = (blocks(body(document(table(row))))[0] for row in (["ab", "c"], ["a", "bc"]))
    assert not one.same_text(other)
    assert etree.QName(one.element).localname == "tbl"
