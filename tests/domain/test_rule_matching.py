"""Whether a value is allowed, and whether a place lies in the scope of a rule."""

import time
from typing import Any

import pytest

from cchc_docs.domain.rule_matching import matches, scope_test
from cchc_docs.model.allowed import (
    Case,
    Equals,
    Includes,
    OneOf,
    Order,
    Pattern,
    Range,
    RatioOfText,
    Required,
)
from cchc_docs.model.rule import Scope

MARGINS = Range(min=(20, 30), max=(25, 35), tolerance=0.2)
ORDER = Order(order=("ten_loai", ("ho_ten", "noi_nhan")))


@pytest.mark.parametrize(
    ("allowed", "value", "expected"),
    [
        (Range(min=12, max=13), 12, True),
        (Range(min=12, max=13), 13.5, False),
        (Range(min=12, max=13), 11.5, False),
        (Range(min=6), 100, True),
        (Range(max=0), 1, False),
        (Range(min=20, max=25, tolerance=0.2), 25.2, True),  # 25 + 0.2 is 25.2 in binary too
        (Range(min=20, max=25, tolerance=0.2), 25.21, False),
        (Range(min=20), "20", False),
        (Range(min=0), True, False),
        (MARGINS, [20, 35.2], True),
        (MARGINS, [20, 36], False),
        (MARGINS, [20], False),
        (Equals(equals=12.7, tolerance=0.1), 12.6, True),
        (Equals(equals=12.7, tolerance=0.1), 12.5, False),
        (Equals(equals=1), True, False),
        (Equals(equals=True), 1, False),
        (Equals(equals=False), False, True),
        (Equals(equals=False), "mixed", False),
        (Equals(equals="center"), "center", True),
        (OneOf(enum=((210, 297), (297, 210)), tolerance=0.5), [209.6, 297.4], True),
        (OneOf(enum=((210, 297), (297, 210)), tolerance=0.5), [215.9, 279.4], False),
        (OneOf(enum=("auto", "000000")), "FF0000", False),
        (Pattern(regex=r"^\d+$"), "13", True),
        (Pattern(regex=r"^\d+$"), "Trang 13", False),
        (Pattern(regex=r"^\d+$", forbids=True), "Trang 13", True),
        (Pattern(regex=r"^\d+$", forbids=True), 13, False),
        (RatioOfText(ratio_of_text=(1 / 3, 1 / 2), tolerance=0.03), 0.52, True),
        (RatioOfText(ratio_of_text=(1 / 3, 1 / 2), tolerance=0.03), 0.6, False),
        (Required(required=True), True, True),
        (Required(required=True), False, False),
        (Includes(includes=("a", "b")), ["b", "c", "a"], True),
        (Includes(includes=("a", "b")), ["b"], False),
        (ORDER, ["ten_loai", "noi_nhan", "x", "ho_ten"], True),
        (ORDER, ["ho_ten", "ten_loai"], False),
        (ORDER, [], True),
    ],
)
def test_a_value_is_allowed_or_not(allowed: Any, value: object, expected: bool) -> None:
    assert matches(allowed, value) is expected


LONG = "chữ " * 100_000


def test_a_text_without_end_is_judged_by_its_ends() -> None:
    at_the_end = Pattern(regex=r"\S\./\.$")
    assert matches(at_the_end, LONG + "hết./.")
    assert not matches(at_the_end, LONG + "hết.")
    assert not matches(Pattern(regex="^chữ", forbids=True), LONG)


def test_no_text_takes_time_by_the_square_of_its_length() -> None:
    slow = Pattern(regex=r"\[\[.+?\]\]", forbids=True)
    started = time.perf_counter()
    assert matches(slow, "[[" * 500_000)  # takes minutes without a limit
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("upper", "KẾ HOẠCH", True),
        ("upper", "Kế hoạch", False),
        ("upper", "THỰC HIỆN TỜ TRÌNH SỐ 15/TTr-UBND", True),  # PL III, Mục I prints TTr
        ("upper", "THỰC HIỆN Tờ trình", False),
        ("sentence", "Về công tác phòng, chống lụt bão", True),
        ("sentence", "VỀ CÔNG TÁC PHÒNG, CHỐNG LỤT BÃO", False),
        ("sentence", "về công tác", False),
        ("sentence", "“Về công tác”", True),
        ("syllable_title", "Nguyễn Văn A", True),
        ("syllable_title", "Nguyễn văn A", False),
        ("syllable_title", "NGUYỄN VĂN A", False),  # II.7.đ: in thường
        ("syllable_title", "Phường 1", True),
        ("syllable_title", "Y", True),
        ("syllable_title", "H'hen Niê", True),  # a name of the Ê-đê, one syllable with its mark
    ],
)
def test_capitals(case: str, text: str, expected: bool) -> None:
    assert matches(Case(case=case), text) is expected


@pytest.mark.parametrize(
    ("scope", "facts", "expected"),
    [
        ({}, {}, True),
        ({"text_regex": "^Căn cứ"}, {"text": "Căn cứ Luật"}, True),
        ({"text_regex": "^Căn cứ"}, {"text": "Theo"}, False),
        ({"text_regex": "^Căn cứ"}, {}, None),
        ({"not_text_regex": "^Căn cứ"}, {"text": "Căn cứ Luật"}, False),
        ({"prev_text_regex": "^KT"}, {"prev_text": "TM. ỦY BAN"}, False),
        ({"in_element": "phu_luc"}, {"elements": ("page_number", "phu_luc")}, True),
        ({"in_element": "phu_luc"}, {"elements": ("page_number",)}, False),
        ({"not_element": ["table", "footnote"]}, {"elements": ("body", "table")}, False),
        ({"prev_element": ["body"]}, {"prev_element": None}, False),
        ({"not_next_element": "kem_theo"}, {"next_element": None}, True),
        ({"not_type": "Biên bản"}, {"type": "Biên bản"}, False),
        ({"of_type": "Biên bản"}, {"type": "Biên bản"}, True),
        ({"of_type": "Biên bản"}, {"type": "Báo cáo"}, False),
        ({"where": {"pages": {"min": 2}}}, {"where": {"pages": 1}}, False),
        ({"where": {"pages": {"min": 2}}}, {"where": {}}, None),
        ({"where": {"pages": {"min": 2}}}, {}, None),
        (
            {"setting": {"ward_named_after": "plain"}},
            {"setting": {"ward_named_after": "event"}},
            False,
        ),
        ({"value": {"equals": 12.5, "tolerance": 0.1}}, {"value": 12.55}, True),
        ({"not_value": {"equals": 12.5, "tolerance": 0.1}}, {"value": 12.55}, False),
        ({"position": "first"}, {"position": "only"}, True),
        ({"position": "last"}, {"position": "only"}, True),
        ({"position": "not_last"}, {"position": "only"}, False),
        ({"position": "not_first"}, {"position": "middle"}, True),
        ({"count": "many"}, {"count": "one"}, False),
        # one key that fails is enough, whatever is not known
        ({"text_regex": "x", "count": "many"}, {"count": "one"}, False),
        ({"text_regex": "x", "count": "many"}, {"count": "many"}, None),
    ],
)
def test_a_place_lies_in_a_scope(
    scope: dict[str, Any], facts: dict[str, Any], expected: bool | None
) -> None:
    assert scope_test(Scope.model_validate(scope))(facts) is expected
