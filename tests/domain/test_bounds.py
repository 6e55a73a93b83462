"""Bounds are read out of running text with their operators and the words they are about."""

from decimal import Decimal

import pytest

from cchc_docs.domain.bounds import find_bounds

SEVERAL = (
    "Tỷ lệ số hóa hồ sơ đạt trên 90%; tỷ lệ cấp kết quả điện tử đạt 100%; 100% thủ tục nội bộ "
    "được công khai. Phấn đấu tỷ lệ hồ sơ trực tuyến đạt trên 80%, tỷ lệ thanh toán trực tuyến "
    "đạt từ 70% trở lên."
)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Tỷ lệ hồ sơ đạt trên 90%", "> 90"),
        ("Tỷ lệ hồ sơ đạt 100%.", ">= 100"),
        ("100% văn bản được rà soát", ">= 100"),
        ("đạt tối thiểu 80% tổng số hồ sơ", ">= 80"),
        ("đạt tỷ lệ từ 85% trở lên", ">= 85"),
        ("hồ sơ trễ hạn không quá 0,5%", "<= 0.5"),
        ("hồ sơ trễ hạn dưới 2%", "< 2"),
        ("Phấn đấu ít nhất 95,5 % người dân hài lòng", ">= 95.5"),
    ],
)
def test_one_bound(text: str, bound: str):
    (one,) = find_bounds(text, "%")
    operator, value = bound.split()
    assert one.threshold.operator == operator
    assert one.threshold.value == Decimal(value)


def test_each_of_several_has_its_own_clause():
    first, second, third, fourth, fifth = find_bounds(SEVERAL, "%")
    assert "số hóa" in first.clause
    assert "cấp kết quả" in second.clause
    assert "nội bộ" in third.clause
    assert "hồ sơ trực tuyến" in fourth.clause
    assert "thanh toán" in fifth.clause
    assert "thanh toán" not in fourth.clause


def test_shares_that_stand_first_are_about_the_words_after_them():
    first, second = find_bounds("100% hồ sơ được số hóa, 95% hồ sơ đúng hạn", "%")
    assert "số hóa" in first.clause
    assert "đúng hạn" not in first.clause
    assert "đúng hạn" in second.clause


@pytest.mark.parametrize("text", ["", "Không có con số", "ngày 20/11", "năm 2024", "5 hồ sơ"])
def test_none(text: str):
    assert find_bounds(text, "%") == []


def test_an_operator_it_does_not_know_is_no_bound():
    assert find_bounds("đạt không thấp hơn 90%", "%") == []


def test_things_are_counted_by_their_name():
    (one,) = find_bounds("Có ít nhất 01 sáng kiến gửi về trước ngày 20/11", "sáng kiến")
    assert (one.threshold.operator, one.threshold.value) == (">=", 1)


def test_long_texts_take_time_in_proportion():
    text = "tỷ lệ hồ sơ đạt trên 90%, " * 2_000
    assert len(find_bounds(text, "%")) == 2_000
