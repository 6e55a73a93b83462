"""Results of a year out of a file: every error at once, and only those of this plan."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_docs.errors import DataError, FileAccessError, Problem
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Progress, TaskStatus
from cchc_docs.storage.progress import read_progress
from tests.domain.consistency.plans import plan

PLAN = plan(
    tasks=[{}, {}], targets=[{}, {"parts": [{"id": "c1-nop", "text": "nộp"}]}]
)  # n0, n1; c0, c1, c1-nop
HEAD = "unit: phường A\nyear: 2024\n"


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Progress]:
    def written_and_read(text: str, of: Plan = PLAN) -> Progress:
        path = tmp_path / "tien-do.yaml"
        path.write_text(text, "utf-8")
        return read_progress(path, of)

    return written_and_read


@pytest.fixture
def told(read: Callable[..., Progress]) -> Callable[[str], list[Problem]]:
    def problems(text: str) -> list[Problem]:
        with pytest.raises(DataError) as caught:
            read(text)
        assert all(one.what and one.fix for one in caught.value.problems)
        return list(caught.value.problems)

    return problems


def test_what_is_written_is_read(read):
    progress = read(
        HEAD + "tasks:\n"
        "  - {id: n0, status: done, note: Đã ban hành}\n"
        "  - {id: n1, status: not-started}\n"
        "targets:\n"
        '  - {id: c0, result: "92,4%"}\n'
        "  - {id: c1-nop, result: xếp thứ 5, met: true}\n"
    )
    assert [one.status for one in progress.tasks] == [TaskStatus.DONE, TaskStatus.NOT_STARTED]
    assert [str(one.result) for one in progress.targets] == ["92,4%", "xếp thứ 5"]
    assert progress.targets[0].result.unit == "%"
    assert progress.targets[1].met is True


@pytest.mark.parametrize("unit", ["phường A", "Phường A", "PHƯỜNG  A"])
def test_the_unit_however_it_is_spelt(read, unit: str):
    assert read(f"unit: {unit}\nyear: 2024\n").unit == unit


def test_another_unit_and_another_year_are_told_together(told):
    unit, year = told("unit: phường B\nyear: 2023\n")
    assert "phường B" in unit.what
    assert "phường A" in unit.what
    assert (unit.place.line, year.place.line) == (1, 2)
    assert "2023" in year.what
    assert "2024" in year.fix


def test_an_unknown_id_has_its_place_and_what_may_be_meant(told):
    task, target = told(
        HEAD + "tasks:\n  - {id: n00, status: done}\ntargets:\n  - {id: c1-nopp, result: 1%}\n"
    )
    assert "nhiệm vụ" in task.what
    assert '"n00"' in task.what
    assert task.place.line == 4
    assert "Có phải là" in task.fix
    assert "chỉ tiêu" in target.what
    assert '"c1-nop"' in target.fix


def test_a_task_is_no_target(told):
    (one,) = told(HEAD + "targets:\n  - {id: n0, result: 1%}\n")
    assert "chỉ tiêu" in one.what


def test_an_id_stands_once(told):
    (one,) = told(HEAD + "tasks:\n  - {id: n0, status: done}\n  - {id: n0, status: doing}\n")
    assert "hai lần" in one.what
    assert one.place.line == 5


def test_broken_values_are_told_all_at_once(told):
    problems = told("unit: phường A\ntasks:\n  - {id: n0, status: xong}\n  - {status: done}\n")
    assert len(problems) == 3  # no year, no such status, no id
    assert all(one.place.file for one in problems)


def test_a_missing_file(tmp_path: Path):
    with pytest.raises(FileAccessError):
        read_progress(tmp_path / "khong-co.yaml", PLAN)
