"""Computed names: annexes by number (PL I, III.1.b), offices by their one name."""

import pytest

from cchc_docs.domain.names import annex_names, office_list, resolved
from cchc_docs.model.plan import Plan

TARGETS = {"title": "Chỉ tiêu", "rows": [{"id": "a", "text": "x"}]}
TASKS = {"title": "V", "groups": [{"tasks": [{"id": "x", "text": "y", "deadline": "Cả năm"}]}]}
BOTH = {"targets": TARGETS, "tasks": TASKS}


def plan(annexes: dict | None = None) -> Plan:
    return Plan.model_validate(
        {
            "agency": {
                "unit": {"name": "A"},
                "offices": [
                    {"id": "vp", "name": "Văn phòng – Thống kê", "aliases": ["Văn phòng – TK"]},
                    {"id": "bcs", "name": "Các cơ quan, đơn vị"},
                ],
            },
            "year": 2025,
            "subject": "S",
            "sections": ["x"],
            "annexes": annexes or {},
        }
    )


class TestAnnexes:
    def test_two_have_roman_numbers(self):
        assert annex_names(plan(BOTH)) == {"targets": "Phụ lục I", "tasks": "Phụ lục II"}

    @pytest.mark.parametrize(("name", "annex"), BOTH.items())
    def test_one_has_no_number(self, name, annex):
        assert annex_names(plan({name: annex})) == {name: "Phụ lục"}

    def test_none(self):
        assert annex_names(plan()) == {}


class TestTexts:
    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("(Tại {annex:targets} kèm theo)", "(Tại Phụ lục I kèm theo)"),
            ("{annex:targets}, {annex:tasks}", "Phụ lục I, Phụ lục II"),
            ("{office:vp} chủ trì", "Văn phòng – Thống kê chủ trì"),
            ("không có gì", "không có gì"),
            ("{}", "{}"),
            ("{annex:", "{annex:"),
            ("{annex:targets", "{annex:targets"),
            ("{x:vp}", "{x:vp}"),
            ("{{annex:targets}}", "{Phụ lục I}"),
        ],
    )
    def test_references(self, text, printed):
        assert resolved(text, plan(BOTH)) == printed

    def test_a_single_annex_is_named_without_a_number(self):
        assert resolved("Xem {annex:tasks}.", plan({"tasks": TASKS})) == "Xem Phụ lục."

    def test_a_reference_that_leads_nowhere_stays(self):
        assert resolved("{annex:tasks} {office:zz}", plan()) == "{annex:tasks} {office:zz}"


class TestOffices:
    @pytest.mark.parametrize(
        "typed",
        [
            *("vp", "Văn phòng – Thống kê", "Văn phòng- Thống kê", "VĂN PHÒNG - THỐNG KÊ"),
            *("Văn phòng -TK", "văn phòng – tk"),
        ],
    )
    def test_every_spelling_prints_the_one_name(self, typed):
        assert office_list((typed,), plan()) == "Văn phòng – Thống kê"

    def test_several_are_joined_so_that_commas_in_a_name_do_no_harm(self):
        assert office_list(("bcs", "vp"), plan()) == "Các cơ quan, đơn vị; Văn phòng – Thống kê"

    def test_an_open_question_is_kept(self):
        assert office_list(("[[bộ phận nào?]]",), plan()) == "[[bộ phận nào?]]"

    def test_none(self):
        assert office_list((), plan()) == ""
