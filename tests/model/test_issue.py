"""Number and date of issue: what is accepted comes back as it went in."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_docs.model.base import ValueProblem
from cchc_docs.model.issue import (
    DocumentNumber,
    IssueDate,
    parse_document_number,
    parse_issue_date,
)

DATES = st.dates(dt.date(1945, 9, 2), dt.date(2100, 12, 31))


def day(date: IssueDate) -> dt.date:
    """The calendar day; parts that are not known count as the first."""
    return dt.date(date.year, date.month or 1, date.day or 1)


class TestIssueDate:
    @pytest.mark.parametrize(
        ("text", "date"),
        [
            ("29/12/2023", IssueDate(2023, 12, 29)),
            ("05/3/2020", IssueDate(2020, 3, 5)),
            ("29-12-2023", IssueDate(2023, 12, 29)),
            ("2023-12-29", IssueDate(2023, 12, 29)),
            ("12/2023", IssueDate(2023, 12)),
            ("2023-12", IssueDate(2023, 12)),
            ("2023", IssueDate(2023)),
            (" 12/2023 ", IssueDate(2023, 12)),
            ("29/02/2024", IssueDate(2024, 2, 29)),
        ],
    )
    def test_is_read(self, text, date):
        assert parse_issue_date(text) == date

    @pytest.mark.parametrize(
        "text",
        [
            *("31/02/2024", "29/02/2023", "31/11/2023", "32/01/2024", "13/2023", "29/13/2023"),
            *("00/12/2023", "12/00/2023", "00/2023", "2023-00-10", "2023-10-00", "2023-02-30"),
            *("29/12/0000", "0000"),
        ],
    )
    def test_a_day_no_calendar_has_is_refused(self, text):
        with pytest.raises(ValueProblem) as caught:
            parse_issue_date(text)
        assert text in caught.value.what
        assert caught.value.fix

    @pytest.mark.parametrize(
        "text",
        [
            *("", " ", "mai", "29/12/23", "29 tháng 12", "29.12", "/2023", "29//2023", "20231229"),
            *("[[ngày nào?]]", "29/12/2023 10:00", "-1/12/2023"),
        ],
    )
    def test_what_is_no_date_is_refused(self, text):
        with pytest.raises(ValueProblem):
            parse_issue_date(text)

    @settings(deadline=None)
    @given(DATES)
    def test_full_dates_round_trip(self, date):
        for text in (f"{date:%d/%m/%Y}", f"{date.day}/{date.month}/{date.year}", f"{date}"):
            read = parse_issue_date(text)
            assert day(read) == date
            assert parse_issue_date(str(read)) == read

    @settings(deadline=None)
    @given(st.integers(1945, 2100), st.none() | st.integers(1, 12))
    def test_unfinished_dates_round_trip(self, year, month):
        date = IssueDate(year, month)
        assert parse_issue_date(str(date)) == date

    @settings(deadline=None)
    @given(st.from_regex(r"(\d{1,2}[/-]){0,2}\d{4}|\d{4}-\d\d(-\d\d)?", fullmatch=True))
    @example("00/12/2023")
    @example("01/01/0999")
    def test_what_is_accepted_is_a_date(self, text):
        try:
            date = parse_issue_date(text)
        except ValueProblem:
            return
        assert date.month is None or 1 <= date.month <= 12
        assert day(date).year == date.year
        assert parse_issue_date(str(date)) == date

    @settings(deadline=None)
    @given(st.text())
    @example("9" * 5000)
    def test_arbitrary_text(self, text):
        try:
            date = parse_issue_date(text)
        except ValueProblem:
            return
        assert parse_issue_date(str(date)) == date


class TestDocumentNumber:
    # NĐ 30/2020, PL I, II.3.c: numbers under 10 get a leading 0.
    @pytest.mark.parametrize(
        ("text", "printed"),
        [("5", "05"), ("05", "05"), ("005", "05"), ("10", "10"), ("196", "196"), ("12a", "12a")],
    )
    def test_is_printed_with_a_leading_zero(self, text, printed):
        assert str(parse_document_number(text)) == printed

    @pytest.mark.parametrize(
        "text",
        [
            *("", " ", "0", "00", "0a", "-5", "1.5", "1,5", "12ab", "12 a", "Số 5", "²", "V"),
            *("196/KH-UBND", "[[số?]]"),
        ],
    )
    def test_what_is_no_number_is_refused(self, text):
        with pytest.raises(ValueProblem) as caught:
            parse_document_number(text)
        assert "15" in caught.value.fix  # an example of what is asked for

    @settings(deadline=None)
    @given(st.integers(1, 99_999), st.sampled_from(["", "a", "b", "đ"]))
    def test_round_trip(self, serial, suffix):
        number = DocumentNumber(serial, suffix)
        assert parse_document_number(str(number)) == number

    @settings(deadline=None)
    @given(st.text())
    @example("9" * 5000)
    def test_arbitrary_text(self, text):
        try:
            number = parse_document_number(text)
        except ValueProblem:
            return
        assert parse_document_number(str(number)) == number
