"""Days off, by the announcements of the years (Bộ Nội vụ, Bộ Lao động - Thương binh và Xã hội)."""

import datetime as dt

import pytest

from cchc_docs.domain.workdays import rest_day, workdays

TET = "Tết Nguyên đán"


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").date()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("20/01/2023", "26/01/2023"),  # announced for seven days
        ("08/02/2024", "14/02/2024"),  # seven days
        ("25/01/2025", "02/02/2025"),  # nine days, weekends included
        ("14/02/2026", "22/02/2026"),  # nine days
    ],
)
def test_tet_as_it_was_announced(first: str, last: str):
    start, end = day(first), day(last)
    days = [start + dt.timedelta(one) for one in range((end - start).days + 1)]
    reasons = {rest_day(one) for one in days}
    assert None not in reasons
    assert TET in reasons
    assert reasons <= {TET, "Thứ Bảy", "Chủ nhật"}


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("01/01/2024", "Tết Dương lịch"),
        ("18/4/2024", "Giỗ Tổ Hùng Vương"),
        ("30/4/2024", "Chiến thắng"),
        ("01/5/2024", "Quốc tế Lao động"),
        ("02/9/2024", "Quốc khánh"),
        ("07/4/2025", "Giỗ Tổ Hùng Vương"),
        ("30/6/2024", "Chủ nhật"),
        ("29/6/2024", "Thứ Bảy"),
        ("29/4/2024", "ngày nghỉ hoán đổi"),
    ],
)
def test_reasons(date: str, reason: str):
    assert rest_day(day(date)) == reason


@pytest.mark.parametrize(
    "date",
    [
        *("29/12/2023", "09/01/2024", "15/02/2024", "03/02/2025", "31/12/2024"),
        "04/5/2024",  # a Saturday worked for Monday 29/4
    ],
)
def test_workdays(date: str):
    assert rest_day(day(date)) is None


def test_workdays_between():
    """2, 3, 4, 5, 8 and 9 January 2024."""
    assert workdays(day("31/12/2023"), day("09/01/2024")) == 6
    assert workdays(day("09/01/2024"), day("09/01/2024")) == 0
