"""What is linked to nothing, told once for each kind, in plans that use links."""

import pytest

from tests.domain.consistency.plans import found, plan

RULES = ["target-unlinked", "task-unlinked", "point-unlinked"]


@pytest.mark.parametrize("rule", RULES)
def test_a_plan_without_links_is_not_judged(rule: str):
    assert found(rule, plan("Việc một.", targets=[{}, {}], tasks=[{}, {}])) == []


@pytest.mark.parametrize("rule", RULES)
def test_all_linked(rule: str):
    document = plan({"id": "p", "text": "Việc."}, targets=[{"point": "p"}], tasks=[{"point": "p"}])
    assert found(rule, document) == []


def test_targets_and_tasks_are_counted():
    point = {"id": "p", "text": "Việc."}
    (one,) = found("target-unlinked", plan(point, targets=[{"point": "p"}, {}, {}]))
    assert "2 chỉ tiêu" in one.what
    assert "chỉ tiêu 2" in one.what
    (one,) = found("task-unlinked", plan(point, tasks=[{"point": "p"}, {}]))
    assert "1 nhiệm vụ" in one.what
    assert one.path == ("annexes", "tasks", "groups", 0, "tasks", 1)


def test_parts_are_judged_one_by_one_where_one_is_linked():
    parts = [{"id": "a", "text": "x", "point": "p"}, {"id": "b", "text": "x"}]
    point = {"id": "p", "text": "Việc."}
    (one,) = found("target-unlinked", plan(point, targets=[{"parts": parts}]))
    assert one.path[-2:] == ("parts", 1)
    bare = [{"id": "a", "text": "x"}]
    assert found("target-unlinked", plan(point, targets=[{"point": "p", "parts": bare}])) == []


def test_points_of_the_same_level_and_section():
    blocks = [{"id": "p", "text": "Một."}, "Hai.", {"text": "Ba.", "content": ["Đoạn."]}]
    other = {"title": "Kinh phí", "content": [{"text": "Ngân sách."}]}
    document = plan(*blocks, tasks=[{"point": "p"}])
    document = document.model_copy(
        update={"sections": (*document.sections, *plan(sections=[other]).sections)}
    )
    (one,) = found("point-unlinked", document)
    assert "2 đoạn" in one.what
    assert "điểm b" in one.what
    assert "điểm c" in one.what


def test_a_point_above_or_below_a_linked_one_is_linked():
    inner = {"id": "q", "text": "Trong.", "kind": "point"}
    blocks = [{"id": "p", "text": "Một.", "content": [{"text": "Ý.", "kind": "point"}]}]
    blocks += [{"text": "Hai.", "content": [inner]}]
    assert found("point-unlinked", plan(*blocks, tasks=[{"point": "p"}, {"point": "q"}])) == []


def grouped(heading: str, *titles: str) -> list[str]:
    """The remarks on one task, in the first of these groups, linked to a point under `heading`."""
    task = {"id": "n", "text": "Kiểm tra", "lead": "vp", "deadline": "Cả năm", "point": "p"}
    groups = [{"title": titles[0], "tasks": [task]}]
    groups += [{"title": one, "tasks": [task | {"id": "m", "point": None}]} for one in titles[1:]]
    item = {"kind": "item", "title": heading, "content": [{"id": "p", "text": "Kiểm tra."}]}
    annexes = {"tasks": {"title": "Nhiệm vụ", "groups": groups}}
    return [one.what for one in found("task-other-group", plan(item, annexes=annexes))]


def test_a_task_in_another_group_than_its_point():
    (one,) = grouped("Cải cách chế độ công vụ", "CHỈ ĐẠO, ĐIỀU HÀNH", "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ")
    assert '"CHỈ ĐẠO, ĐIỀU HÀNH"' in one
    assert '"CẢI CÁCH CHẾ ĐỘ CÔNG VỤ"' in one


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("Chỉ đạo điều hành", ["CHỈ ĐẠO, ĐIỀU HÀNH"]),
        ("Chỉ đạo chung", ["CHỈ ĐẠO, ĐIỀU HÀNH", "CẢI CÁCH THỂ CHẾ"]),
    ],
)
def test_a_heading_with_other_marks_or_without_a_group_is_fine(heading: str, titles: list[str]):
    assert grouped(heading, *titles) == []
