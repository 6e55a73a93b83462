"""Deadlines of tasks shift by their meaning; those of another year are asked about."""

import pytest

from cchc_docs.domain.review import Done
from tests.domain.rollover.plans import plan, rolled, rows


def moved(deadline: str, year: int = 2024) -> tuple[str, str]:
    """The new wording of a deadline and what is left to do, told in its row."""
    result = rolled(plan(tasks=[{"deadline": deadline}], year=year))
    assert result.plan.annexes.tasks
    new = result.plan.annexes.tasks.groups[0].tasks[0].deadline.text
    return new, " ".join(row.todo for row in rows(result) if row.rule == "deadline")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Quý I/2024", "Quý I/2025"),
        ("Tháng 2/2024", "Tháng 2/2025"),
        ("Tháng 02 năm 2024", "Tháng 02 năm 2025"),
        ("Trước ngày 10/01/2024", "Trước ngày 10/01/2025"),
        ("Chậm nhất ngày 30/6/2024", "Chậm nhất ngày 30/6/2025"),
        ("06 tháng đầu năm 2024", "06 tháng đầu năm 2025"),
        ("Cả năm 2024", "Cả năm 2025"),
        ("Quý I và Quý II/2024", "Quý I và Quý II/2025"),
        ("Cả năm", "Cả năm"),
        ("Thường xuyên", "Thường xuyên"),
        ("20/11 hàng năm", "20/11 hàng năm"),
        ("Tháng 01/2025", "Tháng 01/2026"),
    ],
)
def test_a_deadline_moves_by_one_year(old: str, new: str):
    assert moved(old)[0] == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("29/02/2024", "28/02/2025"),  # 2025 has no 29 February
        ("Đến ngày 29/02/2024", "Đến ngày 28/02/2025"),
        # allows 28/02/2024; the day before 01/3/2025 is 28/02/2025
        ("Trước ngày 29/02/2024", "Trước ngày 01/3/2025"),
        ("Trước ngày 01/3/2024", "Trước ngày 01/3/2025"),
    ],
)
def test_the_end_of_february_exists_in_the_new_year(old: str, new: str):
    assert moved(old)[0] == new


def test_the_end_of_february_of_a_leap_year_is_pointed_out():
    new, todo = moved("28/02/2023", year=2023)
    assert new == "28/02/2024"
    assert "29/02" in todo


@pytest.mark.parametrize(
    ("old", "year", "told"),
    [
        ("Trước ngày 10/02/2024", 2024, ""),  # by 09/02/2025: a Sunday
        ("20/12/2024", 2024, "Thứ Bảy"),  # 20/12/2025
        ("Trước ngày 21/12/2024", 2024, "Thứ Bảy"),  # by 20/12/2025
        ("29/01/2024", 2024, "Tết"),  # 29/01/2025, the first day of Tết Ất Tỵ
        ("02/9/2024", 2024, "Quốc khánh"),
        ("20/11 hàng năm", 2026, "Thứ Bảy"),  # 20/11/2027
    ],
)
def test_a_day_of_rest_is_pointed_out(old: str, year: int, told: str):
    assert told in moved(old, year)[1]


def test_a_workday_is_not_pointed_out():
    assert moved("Trước ngày 10/01/2024")[1] == ""  # by 09/01/2025, a Thursday


@pytest.mark.parametrize("old", ["Tháng 12/2023", "Tháng 6/2025", "Quý I/2026"])
def test_a_deadline_of_another_year_is_asked_about(old: str):
    result = rolled(plan(tasks=[{"deadline": old}]))
    (row,) = rows(result, Done.ASKED)
    assert row.question
    assert row.question.kept == old
    assert row.new == f"[[{row.question.text}]]"


def test_words_without_days_are_read_for_their_years():
    assert moved("Sau khi có hướng dẫn năm 2024")[0] == "Sau khi có hướng dẫn năm 2025"
    new, _ = moved("Từ ngày 01/3/2024 đến ngày 30/6/2024")
    assert new == "Từ ngày 01/3/2025 đến ngày 30/6/2025"
