"""Which tasks go on, which go, and what is asked about those not finished."""

from typing import Any

import pytest

from cchc_docs.domain.review import Done
from cchc_docs.domain.rollover import Rollover
from cchc_docs.model.progress import Progress
from tests.domain.rollover.plans import plan, rolled, rows


def progress(**tasks: str) -> Progress:
    states = [{"id": one, "status": state} for one, state in tasks.items()]
    return Progress.model_validate({"unit": "phường An Bình", "year": 2024, "tasks": states})


def tasks_of(result: Rollover) -> dict[str, str]:
    annex = result.plan.annexes.tasks
    return {task.id: task.text for group in annex.groups for task in group.tasks} if annex else {}


OTHER: dict[str, Any] = {"id": "khac", "text": "Việc khác"}


@pytest.mark.parametrize(
    "task",
    [
        {"text": "Công bố kết quả kỳ 2019-2023", "recurrence": "once"},
        {"text": "Tổng kết giai đoạn 2021 - 2024", "recurrence": "once"},
        {"text": "Lắp hệ thống lấy số", "deadline": "Quý II/2024", "recurrence": "once"},
    ],
)
def test_a_one_off_task_that_is_over_goes_into_the_review(task: dict[str, Any]):
    result = rolled(plan(tasks=[task, OTHER]))
    assert tasks_of(result) == {"khac": "Việc khác"}
    (row,) = rows(result, Done.DROPPED)
    assert row.old == task["text"]
    assert row.new == ""
    assert row.new_path is None


@pytest.mark.parametrize(
    "task",
    [
        {"text": "Đề án giai đoạn 2023-2026", "recurrence": "once"},
        {"text": "Bàn giao hồ sơ", "deadline": "Tháng 3/2025", "recurrence": "once"},
        {"text": "Tổng kết giai đoạn 2021-2024"},  # not said to be one-off: asked about
    ],
)
def test_other_tasks_stay(task: dict[str, Any]):
    assert len(tasks_of(rolled(plan(tasks=[task, OTHER])))) == 2


def test_a_group_without_tasks_goes_too():
    groups = [
        {"title": "A", "tasks": [{"id": "a", "text": "kỳ 2019-2023", "deadline": "Cả năm",
                                  "recurrence": "once"}]},
        {"title": "B", "tasks": [{"id": "b", "text": "Việc năm 2024", "deadline": "Cả năm"}]},
    ]  # fmt: skip
    result = rolled(plan(annexes={"tasks": {"title": "Nhiệm vụ", "groups": groups}}))
    assert result.plan.annexes.tasks
    assert [group.title for group in result.plan.annexes.tasks.groups] == ["B"]
    (row,) = (row for row in rows(result) if row.new == "năm 2025")
    assert row.new_path == ("annexes", "tasks", "groups", 0, "tasks", 0, "text")


def test_the_annex_is_never_empty():
    over = {"text": "kỳ 2019-2023", "recurrence": "once"}
    result = rolled(plan(tasks=[over, over]))
    assert list(tasks_of(result)) == ["n1"]
    assert len(rows(result, Done.DROPPED)) == 1
    (row,) = rows(result, Done.ASKED)  # its period is over: asked about in the text
    assert row.old == "kỳ 2019-2023"


@pytest.mark.parametrize("state", ["doing", "not-started"])
def test_an_unfinished_task_is_proposed_for_carrying_over(state: str):
    old = plan(tasks=[{"id": "x", "text": "Số hóa kỳ 2019-2023", "recurrence": "once"}, OTHER])
    result = rolled(old, progress=progress(x=state))
    assert "có chuyển tiếp sang năm 2025 không" in tasks_of(result)["x"]
    (row,) = (row for row in rows(result, Done.ASKED) if row.rule == "task-unfinished")
    kept = tasks_of(rolled(old, progress=progress(x=state), answers={row.key: "GIỮ"}))
    assert "chuyển tiếp" not in kept["x"]
    assert "Số hóa" in kept["x"]
    gone = rolled(old, progress=progress(x=state), answers={row.key: "BỎ"})
    assert list(tasks_of(gone)) == ["khac"]


def test_a_yearly_task_not_finished_stays_whatever_is_answered():
    old = plan(tasks=[{"id": "x", "text": "Kiểm tra"}])
    result = rolled(old, progress=progress(x="doing"))
    (row,) = rows(result, Done.ASKED)
    for answer, text in [
        ("BỎ", "Kiểm tra"),
        ("GIỮ", "Kiểm tra"),
        ("phần còn lại", "Kiểm tra phần còn lại"),
    ]:
        new = rolled(old, progress=progress(x="doing"), answers={row.key: answer})
        assert tasks_of(new) == {"x": text}


def test_a_cancelled_task_goes():
    result = rolled(
        plan(tasks=[{"id": "x", "text": "Kiểm tra"}, OTHER]), progress=progress(x="cancelled")
    )
    assert list(tasks_of(result)) == ["khac"]


def test_a_finished_yearly_task_comes_again():
    assert list(tasks_of(rolled(plan(tasks=[{"id": "x"}]), progress=progress(x="done")))) == ["x"]
