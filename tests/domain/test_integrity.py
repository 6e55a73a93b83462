"""Parts that are broken although each value is fine: they stop a plan, all of them at once."""

from typing import Any

import pytest

from cchc_docs.domain.integrity import broken_parts
from cchc_docs.findings import Path
from cchc_docs.model.plan import Plan

AGENCY: dict[str, Any] = {
    "unit": {"name": "A"},
    "offices": [
        {"id": "van-phong", "name": "Văn phòng – Thống kê", "aliases": ["VP"]},
        {"id": "tu-phap", "name": "Tư pháp – Hộ tịch"},
    ],
    "signatories": [{"id": "chu-tich", "post": "Chủ tịch"}],
}
TASK = {"id": "x", "text": "y", "deadline": "Cả năm"}


def plan(**fields: object) -> Plan:
    base = {"agency": AGENCY, "year": 2025, "subject": "S", "sections": [section("Câu.")]}
    return Plan.model_validate(base | fields)


def section(*content: object) -> dict:
    return {"title": "Mục", "content": content}


def tasks(*rows: dict) -> dict:
    return {"tasks": {"title": "T", "groups": [{"tasks": rows}]}}


def targets(*rows: dict) -> dict:
    return {"targets": {"title": "T", "rows": [named(row, f"r{n}") for n, row in enumerate(rows)]}}


def named(row: dict, identifier: str) -> dict:
    """A target with an id, and so its parts; a group as it is, its targets with ids."""
    if "targets" in row:
        inner = [named(one, f"{identifier}-{n}") for n, one in enumerate(row["targets"])]
        return row | {"targets": inner}
    parts = [{"id": f"{identifier}-p{n}"} | one for n, one in enumerate(row.get("parts", []))]
    return {"id": identifier} | row | ({"parts": parts} if parts else {})


def broken(**fields: object) -> list[tuple[Path, str, str]]:
    return [(one.path, one.what, one.fix) for one in broken_parts(plan(**fields))]


def only(**fields: object) -> tuple[Path, str, str]:
    (found,) = broken(**fields)
    return found


TASK_ROW = ("annexes", "tasks", "groups", 0, "tasks", 0)


def test_a_sound_plan_has_none():
    row = {"text": "x", "monitor": ["VP"], "executors": "tu-phap", "point": "a"}
    assert not broken(
        sections=[section({"id": "a", "text": "{office:van-phong}", "office": "van-phong"})],
        annexes=targets(row) | tasks(TASK | {"lead": "Tư pháp- Hộ tịch", "point": "a"}),
        signatory="chu-tich",
    )


class TestOffices:
    def test_unknown_lead_with_the_nearest_name(self):
        path, what, fix = only(annexes=tasks(TASK | {"lead": "Tư pháp"}))
        assert path == (*TASK_ROW, "lead", 0)
        assert '"Tư pháp"' in what
        assert '"tu-phap"' in fix

    def test_unknown_partner_monitor_executor_and_office_of_an_item(self):
        paths = [
            path
            for path, _, _ in broken(
                sections=[section({"text": "x", "office": "zz"})],
                annexes=targets({"text": "x", "monitor": "zz", "executors": ["tu-phap", "zz"]})
                | tasks(TASK | {"partners": ["zz"]}),
            )
        ]
        assert paths == [
            ("sections", 0, "content", 0, "office"),
            ("annexes", "targets", "rows", 0, "monitor", 0),
            ("annexes", "targets", "rows", 0, "executors", 1),
            (*TASK_ROW, "partners", 0),
        ]

    def test_an_open_question_is_no_unknown_office(self):
        assert not broken(annexes=tasks(TASK | {"lead": "[[bộ phận nào?]]"}))

    @pytest.mark.parametrize("text", ["{office:zz}", "{annex:targets}", "{annex:zz}", "{annex:}"])
    def test_unknown_name_in_a_text(self, text):
        path, what, _ = only(sections=[section(f"Câu {text}.")])
        assert path == ("sections", 0, "content", 0, "text")
        assert text in what

    def test_the_annexes_that_there_are_are_offered(self):
        _, _, fix = only(sections=[section("{annex:task}")], annexes=tasks(TASK))
        assert "tasks}" in fix or '"tasks"' in fix


class TestLinks:
    @pytest.mark.parametrize(
        "annexes", [tasks(TASK | {"point": "b"}), targets({"text": "x", "point": "b"})]
    )
    def test_to_no_paragraph(self, annexes):
        path, what, _ = only(sections=[section({"id": "a", "text": "x"})], annexes=annexes)
        assert path[-1] == "point"
        assert '"b"' in what

    def test_of_a_dashed_sub_row(self):
        path, _, _ = only(annexes=targets({"text": "x", "parts": [{"text": "y", "point": "b"}]}))
        assert path == ("annexes", "targets", "rows", 0, "parts", 0, "point")

    def test_signatory(self):
        path, what, fix = only(signatory="pho")
        assert path == ("signatory",)
        assert '"pho"' in what
        assert '"chu-tich"' in fix


class TestDuplicates:
    def test_of_tasks_in_two_groups(self):
        groups = [{"tasks": [TASK]}, {"tasks": [TASK]}]
        path, what, _ = only(annexes={"tasks": {"title": "T", "groups": groups}})
        assert path == ("annexes", "tasks", "groups", 1, "tasks", 0, "id")
        assert '"x"' in what

    def test_of_targets_and_their_parts(self):
        found = broken(
            annexes=targets({"id": "a", "text": "x", "parts": [{"id": "a", "text": "y"}]})
        )
        assert [path[-2:] for path, _, _ in found] == [(0, "id")]

    def test_of_paragraphs_far_apart(self):
        one = section({"id": "a", "text": "x"})
        path, _, _ = only(sections=[one, one])
        assert path == ("sections", 1, "content", 0, "id")

    def test_a_target_and_a_task_may_share_an_id(self):
        assert not broken(annexes=targets({"id": "x", "text": "y"}) | tasks(TASK))

    @pytest.mark.parametrize("field", ["offices", "signatories"])
    def test_in_the_profile(self, field):
        agency = AGENCY | {field: [*AGENCY[field], AGENCY[field][0]]}
        paths = [path for path, _, _ in broken(agency=agency)]
        assert ("agency", field, len(AGENCY[field]), "id") in paths

    @pytest.mark.parametrize("name", ["vp", "Văn phòng-Thống kê", "VĂN PHÒNG – THỐNG KÊ"])
    def test_one_name_for_two_offices(self, name):
        offices = [*AGENCY["offices"], {"id": "khac", "name": "Khác", "aliases": [name]}]
        path, what, _ = only(agency=AGENCY | {"offices": offices})
        assert path[:3] == ("agency", "offices", 2)
        assert '"van-phong"' in what


class TestBlocks:
    @pytest.mark.parametrize(
        ("block", "told"),
        [
            ({"title": "T"}, "T"),
            ({"title": "T", "content": []}, "T"),
            ({"title": "T", "text": "x"}, '"text"'),
            ({"kind": "item"}, "không có nội dung"),
            ({"kind": "point", "title": "T", "content": ["x"]}, "tiêu đề"),
            ({"kind": "note", "title": "T", "content": ["x"]}, "tiêu đề"),
        ],
    )
    def test_that_cannot_be_printed(self, block, told):
        path, what, fix = only(sections=[section(block)])
        assert path == ("sections", 0, "content", 0)
        assert told in what
        assert fix

    def test_a_section_needs_a_title(self):
        """NĐ 30/2020, PL I, II.6.d."""
        path, _, fix = only(sections=[{"text": "x"}])
        assert path == ("sections", 0)
        assert "II.6.d" in fix

    def test_content_without_words_of_its_own(self):
        path, _, _ = only(sections=[section({"content": ["x"]})])
        assert path == ("sections", 0, "content", 0)


class TestSharedCells:
    def test_the_first_row_of_a_group_has_none_above(self):
        group = {"title": "G", "targets": [{"text": "x", "shares": "monitor"}]}
        path, _, _ = only(annexes=targets(group))
        assert path == ("annexes", "targets", "rows", 0, "targets", 0, "shares", 0)

    def test_a_cell_is_shared_or_has_a_text(self):
        group = {
            "title": "G",
            "targets": [{"text": "x"}, {"text": "y", "shares": "threshold", "threshold": "90%"}],
        }
        path, what, _ = only(annexes=targets(group))
        assert path[-3:] == (1, "shares", 0)
        assert '"threshold"' in what

    def test_a_threshold_cannot_be_shared_across_dashed_rows(self):
        """The row above is then a dashed one, whose threshold is its own: nothing to merge with."""
        rows = [
            {"text": "x", "threshold": "90%", "parts": [{"text": "p", "threshold": "80%"}]},
            {"text": "y", "shares": "threshold"},
        ]
        assert broken(annexes=targets({"title": "G", "targets": rows}))


def test_everything_is_told_at_once():
    first_of_group = {"title": "G", "targets": [{"text": "y", "shares": "threshold"}]}
    found = broken(
        sections=[section({"id": "a", "text": "{annex:tasks}"}, {"id": "a", "text": "x"}), "y"],
        annexes=targets({"text": "x", "monitor": "zz", "point": "q"}, first_of_group),
        signatory="zz",
    )
    assert len(found) == 6
