"""Deadlines on workdays, after the day of issue, with time to act."""

import pytest

from tests.domain.consistency.plans import found, plan

REST, ISSUED, BEFORE, TIGHT, LATE = (
    *("deadline-weekend", "issue-date-rest-day", "deadline-before-issue", "deadline-tight"),
    "plan-due-late",
)


class TestRestDays:
    @pytest.mark.parametrize(
        ("deadline", "reason"),
        [
            ("30/6/2024", "Chủ nhật"),
            ("Chậm nhất ngày 15/6/2024", "Thứ Bảy"),
            ("Trước ngày 01/7/2024", "30/6/2024, Chủ nhật"),
            ("Trước ngày 15/02/2024", "14/02/2024, Tết Nguyên đán"),
            ("18/4/2024", "Giỗ Tổ Hùng Vương"),
            ("Ngày 02/9/2024", "Quốc khánh"),
        ],
    )
    def test_the_last_day_allowed(self, deadline: str, reason: str):
        (one,) = found(REST, plan(tasks=[{"deadline": deadline}]))
        assert reason in one.what
        assert one.path[-1] == "deadline"

    @pytest.mark.parametrize(
        "deadline",
        [
            *("Trước ngày 10/01/2024", "15/11/2024", "Trước ngày 02/7/2024", "Tháng 6/2024"),
            *("Quý II/2024", "Cả năm", "Thường xuyên", "Trước tháng 7/2024", "15/6 hàng năm"),
            *("04/5/2024", "31/12/2023", "[[khi nào?]]"),
        ],
    )
    def test_workdays_stretches_and_standing_days(self, deadline: str):
        assert found(REST, plan(tasks=[{"deadline": deadline}])) == []

    def test_the_day_of_issue(self):
        (one,) = found(ISSUED, plan(issue_date="31/12/2023"))
        assert "Chủ nhật" in one.what
        assert found(ISSUED, plan(issue_date="29/12/2023")) == []
        assert found(ISSUED, plan(issue_date="12/2023")) == []


class TestTimeToAct:
    @pytest.mark.parametrize(
        ("issued", "deadline"),
        [
            ("15/02/2024", "Tháng 01/2024"),
            ("15/02/2024", "Trước ngày 15/02/2024"),
            ("03/2024", "Tháng 2/2024"),
        ],
    )
    def test_ends_before_the_plan_is_issued(self, issued: str, deadline: str):
        (one,) = found(BEFORE, plan(issue_date=issued, tasks=[{"deadline": deadline}]))
        assert deadline in one.what
        assert "ban hành" in one.what

    @pytest.mark.parametrize(
        ("issued", "deadline"),
        [
            ("15/02/2024", "Quý I/2024"),
            ("15/02/2024", "15/02/2024"),
            ("02/2024", "Trước ngày 10/02/2024"),
            ("2024", "Tháng 01/2024"),
            ("15/02/2024", "Cả năm"),
            ("15/02/2024", "Hàng tháng"),
        ],
    )
    def test_ends_after_it_or_may_do_so(self, issued: str, deadline: str):
        assert found(BEFORE, plan(issue_date=issued, tasks=[{"deadline": deadline}])) == []

    def test_few_workdays_are_left(self):
        """From 31/12/2023 to 09/01/2024: 2, 3, 4, 5, 8, 9 January."""
        tasks = [{"deadline": "Trước ngày 10/01/2024"}, {"deadline": "Tháng 01/2024"}]
        (one,) = found(TIGHT, plan(issue_date="12/2023", tasks=tasks))
        assert "6 ngày làm việc" in one.what

    def test_nothing_is_said_without_a_month_of_issue(self):
        tasks = [{"deadline": "Trước ngày 10/01/2024"}]
        assert found(TIGHT, plan(tasks=tasks)) == []
        assert found(TIGHT, plan(issue_date="2023", tasks=tasks)) == []


class TestLatePlans:
    def test_a_plan_of_this_year_in_its_last_quarter(self):
        task = {"text": "Kế hoạch đo lường năm 2024", "product": "Kế hoạch của UBND phường"}
        assert found(LATE, plan(tasks=[task | {"deadline": "Tháng 10/2024"}]))
        assert found(LATE, plan(tasks=[task | {"deadline": "Quý III/2024"}])) == []
        assert found(LATE, plan(tasks=[task | {"deadline": "Cả năm"}])) == []

    def test_the_plan_of_next_year_and_other_products(self):
        late = {"deadline": "Quý IV/2024"}
        tasks = [
            late | {"text": "Xây dựng kế hoạch năm 2025 và tổng kết năm 2024"},
            late | {"text": "Tổng kết năm 2024", "product": "Báo cáo"},
        ]
        assert found(LATE, plan(tasks=tasks)) == []
