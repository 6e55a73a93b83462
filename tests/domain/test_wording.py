"""Fixed wordings: the expected lines are those of the decree and its samples (nd30-layout.md)."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.decree.document_types import PLAN
from cchc_docs.domain.wording import (
    annex_reference,
    place_and_date,
    recipient_lines,
    symbol,
    with_end_mark,
)
from cchc_docs.model.agency import Agency, Recipients
from cchc_docs.model.issue import DocumentNumber, IssueDate, parse_issue_date

DAY = IssueDate(2023, 12, 29)


def ward(**unit: str) -> Agency:
    return Agency.model_validate({"unit": {"name": "Hoài Hảo"} | unit})


def form(value: str) -> Agency:
    return Agency.model_validate({"unit": {"name": "Hoài Hảo"}, "form": value})


class TestSymbol:
    @pytest.mark.parametrize(
        ("serial", "printed"), [(5, "05/KH-UBND"), (15, "15/KH-UBND"), (196, "196/KH-UBND")]
    )
    def test_numbered(self, serial, printed):
        assert symbol(DocumentNumber(serial), PLAN, ward()) == printed

    def test_unnumbered_leaves_room_and_no_placeholder(self):
        assert re.fullmatch(r"\s{3,}/KH-UBND", symbol(None, PLAN, ward()))

    def test_the_abbreviation_is_that_of_the_profile(self):
        council = Agency.model_validate({"unit": {"name": "A"}, "abbreviation": "HĐND"})
        assert symbol(DocumentNumber(7), PLAN, council) == "07/KH-HĐND"


class TestPlaceAndDate:
    @pytest.mark.parametrize(
        ("unit", "place"),
        [
            ({"name": "Hoài Hảo"}, "Hoài Hảo"),
            ({"name": "Đông Hưng Thuận", "naming": "plain"}, "Đông Hưng Thuận"),
            ({"name": "1", "naming": "number"}, "Phường 1"),
            ({"name": "Điện Biên Phủ", "naming": "event"}, "Phường Điện Biên Phủ"),
            ({"name": "Võ Thị Sáu", "naming": "person"}, "Phường Võ Thị Sáu"),
            ({"name": "Cô Tô", "level": "đặc khu"}, "Cô Tô"),
            ({"name": "4", "level": "xã", "naming": "number"}, "Xã 4"),
        ],
    )
    def test_place(self, unit, place):
        assert place_and_date(DAY, ward(**unit)) == f"{place}, ngày 29 tháng 12 năm 2023"

    @pytest.mark.parametrize(
        ("written", "printed"),
        [
            ("05/3/2024", "ngày 05 tháng 3 năm 2024"),
            ("01/01/2024", "ngày 01 tháng 01 năm 2024"),
            ("09/02/2024", "ngày 09 tháng 02 năm 2024"),
            ("30/11/2024", "ngày 30 tháng 11 năm 2024"),
        ],
    )
    def test_only_days_under_ten_and_months_one_and_two_get_a_zero(self, written, printed):
        assert place_and_date(parse_issue_date(written), ward()) == f"Hoài Hảo, {printed}"

    def test_what_is_not_known_is_left_blank(self):
        unnumbered = place_and_date(IssueDate(2023, 12), ward())
        assert re.fullmatch(r"Hoài Hảo, ngày\s{3,}tháng 12 năm 2023", unnumbered)
        assert re.fullmatch(
            r"Hoài Hảo, ngày\s{3,}tháng\s{3,}năm\s{3,}", place_and_date(None, ward())
        )


class TestAnnexReference:
    """ "(Kèm theo …)": PL I, III.1.c; Mẫu 2.1 (paper), Mẫu 2.2 (electronic), notes 3-4."""

    def test_electronic_leaves_number_and_date_blank_even_when_known(self):
        line = annex_reference(DocumentNumber(5), DAY, PLAN, form("electronic"))
        assert re.fullmatch(
            r"\(Kèm theo Kế hoạch số\s{3,}/KH-UBND ngày\s{3,}tháng\s{3,}năm\s{3,}của "
            r"Ủy ban nhân dân phường Hoài Hảo\)",
            line,
        )

    def test_paper_is_filled_in_once_the_document_is_numbered(self):
        assert annex_reference(DocumentNumber(5), DAY, PLAN, form("paper")) == (
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày 29 tháng 12 năm 2023 của "
            "Ủy ban nhân dân phường Hoài Hảo)"
        )

    def test_paper_without_a_number_leaves_room_for_the_clerk(self):
        line = annex_reference(None, IssueDate(2023, 12), PLAN, form("paper"))
        assert re.fullmatch(
            r"\(Kèm theo Kế hoạch số\s{3,}/KH-UBND ngày\s{3,}tháng 12 năm 2023 của "
            r"Ủy ban nhân dân phường Hoài Hảo\)",
            line,
        )

    def test_a_ward_named_by_a_number_keeps_its_capital(self):
        line = annex_reference(None, None, PLAN, ward(name="1", naming="number"))
        assert line.endswith("của Ủy ban nhân dân Phường 1)")

    def test_electronic_is_the_form_of_a_profile_that_says_nothing(self):
        assert annex_reference(DocumentNumber(5), DAY, PLAN, ward()) == annex_reference(
            None, None, PLAN, ward()
        )


class TestRecipients:
    """II.9.d: dash first, semicolon at each end, the last line `- Lưu: VT, … .`"""

    def test_lines(self):
        recipients = Recipients.model_validate(
            {
                "acting": ["Các CB, CC phường"],
                "informed": ["UBND thị xã", "Thường trực Đảng ủy"],
                "filing": {"units": ["TCCB"]},
            }
        )
        assert recipient_lines(recipients) == [
            "- Các CB, CC phường;",
            "- UBND thị xã;",
            "- Thường trực Đảng ủy;",
            "- Lưu: VT, TCCB.",
        ]

    # The decree's own forms.
    @pytest.mark.parametrize(
        ("filing", "line"),
        [
            ({}, "- Lưu: VT."),
            ({"units": "TCCB"}, "- Lưu: VT, TCCB."),
            ({"units": "NVĐP"}, "- Lưu: VT, NVĐP."),
            ({"units": "HC", "copies": 2}, "- Lưu: VT, HC (2)."),
            ({"units": ["HC", "VP"]}, "- Lưu: VT, HC, VP."),
        ],
    )
    def test_filing(self, filing, line):
        assert recipient_lines(Recipients.model_validate({"filing": filing})) == [line]

    def test_none_at_all_are_still_filed(self):
        assert recipient_lines(None) == ["- Lưu: VT."]

    @pytest.mark.parametrize(
        "typed", ["UBND tỉnh", "UBND tỉnh;", "UBND tỉnh.", "- UBND tỉnh;", "– UBND tỉnh ;"]
    )
    def test_marks_that_were_typed_are_not_doubled(self, typed):
        assert recipient_lines(Recipients.model_validate({"informed": typed}))[0] == "- UBND tỉnh;"

    def test_a_bracket_at_the_end_stays(self):
        lines = recipient_lines(Recipients.model_validate({"informed": "UBND tỉnh (để b/c)"}))
        assert lines[0] == "- UBND tỉnh (để b/c);"


class TestEndMark:
    @pytest.mark.parametrize(
        "typed",
        [
            *("thực hiện Kế hoạch này", "thực hiện Kế hoạch này.", "thực hiện Kế hoạch này./."),
            *("thực hiện Kế hoạch này. ", "thực hiện Kế hoạch này;", "thực hiện Kế hoạch này ./."),
        ],
    )
    def test_stands_right_after_the_last_word_and_once(self, typed):
        assert with_end_mark(typed) == "thực hiện Kế hoạch này./."

    @settings(deadline=None)
    @given(st.text())
    def test_twice_is_once(self, text):
        assert with_end_mark(with_end_mark(text)) == with_end_mark(text)
