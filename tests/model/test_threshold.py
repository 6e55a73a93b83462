"""Thresholds: operators are kept as typed, `>` and `≥` apart (seed-findings.md §10)."""

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_docs.model.threshold import Operator, Threshold, parse_threshold

BOUNDS = [
    # those of the ward's plan
    ("Trên 90%", ">", "90", "%"),
    ("Trên 70%", ">", "70", "%"),
    ("Trên 50%", ">", "50", "%"),
    ("90%", ">=", "90", "%"),
    ("100%", ">=", "100", "%"),
    ("đạt 90%", ">=", "90", "%"),
    ("Đạt 100%", ">=", "100", "%"),
    ("đạt trên 90%", ">", "90", "%"),
    # other ways
    ("TRÊN 90%", ">", "90", "%"),
    ("cao hơn 90%", ">", "90", "%"),
    ("> 90%", ">", "90", "%"),
    (">90%", ">", "90", "%"),
    ("≥ 90%", ">=", "90", "%"),
    (">= 90%", ">=", "90", "%"),
    ("từ 90% trở lên", ">=", "90", "%"),
    ("90% trở lên", ">=", "90", "%"),
    ("Ít nhất 90%", ">=", "90", "%"),
    ("Đạt tối thiểu 90%", ">=", "90", "%"),
    ("không dưới 95%", ">=", "95", "%"),
    ("Dưới 5%", "<", "5", "%"),
    ("thấp hơn 5%", "<", "5", "%"),
    ("< 5%", "<", "5", "%"),
    ("Không quá 5%", "<=", "5", "%"),
    ("Tối đa 5%", "<=", "5", "%"),
    ("≤ 5%", "<=", "5", "%"),
    ("5% trở xuống", "<=", "5", "%"),
    ("100 %", ">=", "100", "%"),
    ("100%.", ">=", "100", "%"),
    # comma before decimals, dots between thousands
    ("98,5%", ">=", "98.5", "%"),
    ("Trên 98,75%", ">", "98.75", "%"),
    ("0,5%", ">=", "0.5", "%"),
    ("1.250 hồ sơ", ">=", "1250", "hồ sơ"),
    ("Trên 1.250,5 m", ">", "1250.5", "m"),
    ("1.000.000 đồng", ">=", "1000000", "đồng"),
    ("1250 hồ sơ", ">=", "1250", "hồ sơ"),
    # counts
    ("Ít nhất 01 sáng kiến", ">=", "1", "sáng kiến"),
    ("01 sáng kiến", ">=", "1", "sáng kiến"),
    ("Tối thiểu 02 cuộc kiểm tra", ">=", "2", "cuộc kiểm tra"),
    ("Không quá 5 ngày", "<=", "5", "ngày"),
    ("không quá 02 lần", "<=", "2", "lần"),
]
FREE = [
    "Chỉ số xếp hạng cao hơn năm 2023",
    "Xếp hạng cao hơn năm 2023",
    "cao hơn năm 2023",
    "Hoàn thành",
    "Đạt",
    "Năm 2024",
    "90% - 95%",
    "Từ 90% đến 95%",
    "Tăng 5% so với năm 2023",
    "100% (trừ hồ sơ mật)",
    "Trên 90% và dưới 95%",
    "98.5%",  # a dot stands between thousands: this is no figure of ours
    "1.25 hồ sơ",
    "12.50",
    "2024",
    "[[bao nhiêu?]]",
    "[[bao nhiêu?]] 90%",
    "Trên [[90]]%",
]


def as_row(threshold: Threshold) -> tuple[str | None, Decimal | None, str | None]:
    return threshold.operator, threshold.value, threshold.unit


class TestMeaning:
    @pytest.mark.parametrize(("wording", "operator", "value", "unit"), BOUNDS)
    def test_bounds(self, wording, operator, value, unit):
        assert as_row(parse_threshold(wording)) == (operator, Decimal(value), unit)

    @pytest.mark.parametrize("wording", FREE)
    def test_other_words_are_kept(self, wording):
        threshold = parse_threshold(wording)
        assert as_row(threshold) == (None, None, None)
        assert str(threshold) == wording

    def test_more_than_and_at_least_are_not_equal(self):
        assert parse_threshold("Trên 90%") != parse_threshold("90%")

    @pytest.mark.parametrize(
        "wording", ["Dưới 5% trở lên", "Trên 90% trở xuống", "Không dưới 90% trở xuống"]
    )
    def test_words_that_contradict_each_other_are_no_bound(self, wording):
        assert as_row(parse_threshold(wording)) == (None, None, None)


WORDS = {
    "Trên ": Operator.MORE,
    "đạt trên ": Operator.MORE,
    "": Operator.AT_LEAST,
    "Đạt ": Operator.AT_LEAST,
    "Tối thiểu ": Operator.AT_LEAST,
    "Không dưới ": Operator.AT_LEAST,
    "Dưới ": Operator.LESS,
    "Không quá ": Operator.AT_MOST,
    "≥ ": Operator.AT_LEAST,
    "≤": Operator.AT_MOST,
}
VALUES = st.decimals(0, 10_000_000, allow_nan=False, allow_infinity=False, places=3)
UNITS = st.sampled_from(["%", " %", " hồ sơ", " sáng kiến", " ngày", " tỷ đồng"])


def vietnamese(value: Decimal, *, dots: bool) -> str:
    whole, _, fraction = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".") if dots else whole
    return grouped + ("," + fraction.rstrip("0") if fraction.strip("0") else "")


class TestLaws:
    @settings(deadline=None)
    @given(st.sampled_from(sorted(WORDS)), VALUES, UNITS, st.booleans())
    def test_well_formed_bounds(self, word, value, unit, dots):
        wording = word + vietnamese(value, dots=dots) + unit
        threshold = parse_threshold(wording)
        assert as_row(threshold) == (WORDS[word], value, unit.strip())
        assert str(threshold) == wording

    @settings(deadline=None)
    @given(st.text())
    @example("9" * 5000 + "%")
    @example("1" + ".000" * 3000 + "%")
    @example("\u0663%")
    @example("²%")
    def test_arbitrary_text_is_read_or_kept(self, text):
        threshold = parse_threshold(text)
        assert str(threshold) == " ".join(text.split())
        assert parse_threshold(str(threshold)) == threshold
        assert (threshold.operator is None) == (threshold.value is None) == (threshold.unit is None)
