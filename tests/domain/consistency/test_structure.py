"""Doubtful places are findings: each is told, none keeps a plan from being printed."""

import io
from typing import Any

import docx
import pytest

from cchc_docs import render_bytes
from cchc_docs.domain.consistency import find_inconsistencies
from cchc_docs.findings import Finding, Level
from cchc_docs.model.plan import Plan

AGENCY = {
    "unit": {"name": "A"},
    "offices": [
        {"id": "vp", "name": "Văn phòng", "aliases": ["VP"]},
        {"id": "tp", "name": "Tư pháp"},
        {"id": "huyen", "name": "Phòng Nội vụ thị xã", "kind": "outside"},
        {"id": "nganh", "name": "Các ngành liên quan", "kind": "collective"},
    ],
}
TASK: dict[str, Any] = {
    "id": "x",
    "text": "y",
    "product": "Kế hoạch",
    "lead": "vp",
    "deadline": "Cả năm",
}


def plan(**fields: object) -> Plan:
    base = {
        "agency": AGENCY,
        "year": 2024,
        "subject": "S",
        "sections": [{"title": "M", "content": ["Câu {annex:tasks}."]}],
        "annexes": annexes(TASK),
    }
    return Plan.model_validate(base | fields)


def annexes(*tasks: dict) -> dict:
    return {"tasks": {"title": "T", "groups": [{"tasks": tasks}]}}


def task(**fields: object) -> dict:
    return annexes(TASK | fields)


def findings(document: Plan) -> list[Finding]:
    """Return the findings; whatever they are, the plan is printed."""
    assert docx.Document(io.BytesIO(render_bytes(document))).paragraphs
    found = find_inconsistencies(document)
    for one in found:
        assert one.what
        assert one.fix
    return found


def rules(document: Plan) -> list[str]:
    return [one.rule for one in findings(document)]


def test_a_plan_nobody_would_remark_on():
    assert findings(plan(issue_date="29/12/2023")) == []


class TestOpenQuestions:
    def test_each_is_a_note_with_its_path(self):
        document = plan(subject="[[tên?]] và [[năm?]]", closing=["x", "[[câu cuối?]]"])
        found = findings(document)
        assert {one.level for one in found} == {Level.NOTE}
        assert [one.path for one in found] == [("subject",), ("subject",), ("closing", 1)]
        assert "tên?" in found[0].what

    @pytest.mark.parametrize("field", ["deadline", "lead", "partners", "product", "text"])
    def test_in_every_field_of_a_task(self, field):
        assert rules(plan(annexes=task(**{field: "[[hỏi?]]"}))) == ["open-question"]

    def test_in_the_profile(self):
        agency = AGENCY | {"signatories": [{"id": "a", "name": "[[ai ký?]]", "post": "Chủ tịch"}]}
        (found,) = findings(plan(agency=agency, signatory="a"))
        assert found.path == ("agency", "signatories", 0, "name")

    @pytest.mark.parametrize("text", ["]]", "[x]", "[ [x] ]", "a[b[1]]"])
    def test_other_brackets_are_none(self, text):
        assert rules(plan(subject=text)) == []

    @pytest.mark.parametrize("text", ["[[", "[[]]", "[[ ]]", "[[chưa xong", "[[hỏi]", "[[a]] [[b"])
    def test_one_that_was_begun_is_one(self, text):
        """Printed in a final document it would be a placeholder nobody sees."""
        assert set(rules(plan(subject=text))) == {"open-question"}


class TestDeadlines:
    @pytest.mark.parametrize(
        "deadline",
        ["Quý I/2025", "Tháng 3/2023", "Trước ngày 01/01/2024", "31/12/2023", "Cả năm 2025"],
    )
    def test_outside_the_year_of_the_plan(self, deadline):
        (found,) = findings(plan(annexes=task(deadline=deadline)))
        assert found.rule == "deadline-year"
        assert found.level is Level.WARNING
        assert deadline in found.what
        assert found.path == ("annexes", "tasks", "groups", 0, "tasks", 0, "deadline")

    @pytest.mark.parametrize(
        "deadline",
        [
            *("Quý I/2024", "Tháng 12/2024", "Trước ngày 10/01/2024", "Trước ngày 01/01/2025"),
            *("20/11 hàng năm", "Cả năm", "Thường xuyên", "Tháng 2", "29/02/2024"),
        ],
    )
    def test_inside_it(self, deadline):
        assert findings(plan(annexes=task(deadline=deadline))) == []

    def test_words_without_days_are_a_note(self):
        (found,) = findings(plan(annexes=task(deadline="Khi có yêu cầu")))
        assert (found.rule, found.level) == ("deadline-unread", Level.NOTE)
        assert "Khi có yêu cầu" in found.what


class TestLeads:
    def test_missing(self):
        assert rules(plan(annexes=task(lead=[]))) == ["lead-missing"]

    @pytest.mark.parametrize("partner", ["vp", "VP", "Văn phòng", "VĂN PHÒNG"])
    def test_is_also_partner_however_it_is_spelt(self, partner):
        (found,) = findings(plan(annexes=task(partners=["tp", partner])))
        assert found.rule == "lead-is-partner"
        assert "Văn phòng" in found.what

    def test_two_open_questions_are_not_one_office(self):
        document = plan(annexes=task(lead="[[ai?]]", partners="[[ai?]]"))
        assert rules(document) == ["open-question", "open-question"]

    @pytest.mark.parametrize("field", ["lead", "monitor", "executors"])
    def test_an_office_of_somebody_else_is_given_work(self, field):
        rows = {"title": "T", "rows": [{"id": "a", "text": "x", field: "huyen"}]}
        given = task(lead="huyen") if field == "lead" else annexes(TASK) | {"targets": rows}
        sections = [{"title": "M", "content": ["{annex:tasks} {annex:targets}"]}]
        document = plan(annexes=given, sections=sections if field != "lead" else ["{annex:tasks}"])
        (found,) = findings(document)
        assert found.rule == "outside-office"
        assert "Phòng Nội vụ thị xã" in found.what

    def test_an_office_of_somebody_else_may_be_a_partner(self):
        assert findings(plan(annexes=task(partners="huyen"))) == []


class TestLabels:
    @pytest.mark.parametrize(
        "typed", ["1. Việc", "1) Việc", "a) Việc", "đ) Việc", "- Việc", "– Việc", "+ Việc"]
    )
    def test_typed_by_hand(self, typed):
        sections = [{"title": "M {annex:tasks}", "content": [{"text": typed}]}]
        (found,) = findings(plan(sections=sections))
        assert found.rule == "typed-label"
        assert found.path == ("sections", 0, "content", 0)

    def test_a_typed_roman_number_of_a_section(self):
        sections = [{"title": "IV. Tổ chức", "content": ["{annex:tasks}"]}]
        assert rules(plan(sections=sections)) == ["typed-label"]

    @pytest.mark.parametrize(
        "text",
        [
            *("100% văn bản", "1.250 hồ sơ", "12,5% số hồ sơ", "Việc 1. Rồi việc 2.", "-5 độ"),
            *("06 tháng một lần", "30/4 là ngày lễ", "a hoặc b", "(a) đã sửa"),
        ],
    )
    def test_other_beginnings(self, text):
        sections = [{"title": "M {annex:tasks}", "content": [{"text": text}]}]
        assert findings(plan(sections=sections)) == []


class TestAnnexes:
    def test_not_mentioned_in_the_text(self):
        """NĐ 30/2020, PL I, III.1.a: the text must mention each annex."""
        (found,) = findings(plan(sections=["Câu."]))
        assert found.rule == "annex-not-mentioned"
        assert "{annex:tasks}" in found.fix

    @pytest.mark.parametrize("field", ["opening", "closing", "legal_bases"])
    def test_mentioned_anywhere_in_the_text(self, field):
        assert findings(plan(sections=["Câu."], **{field: "Xem {annex:tasks}."})) == []


class TestBases:
    BASIS = "Căn cứ Kế hoạch số 5/KH-UBND ngày 28/12/2023 của UBND tỉnh; phường triển khai."

    @pytest.mark.parametrize(
        "text",
        [
            BASIS,
            "Căn cứ Luật Tổ chức chính quyền địa phương, phường xây dựng kế hoạch.",
            "Căn cứ các Nghị quyết số 76/NQ-CP, số 131/NQ-CP của Chính phủ.",
            "Căn cứ các văn bản chỉ đạo của tỉnh.",
        ],
    )
    def test_in_the_body_of_a_plan_without_any(self, text: str):
        sections = [{"title": "M {annex:tasks}", "content": [{"text": text}, {"text": text}]}]
        found = [one for one in findings(plan(sections=sections)) if one.rule == "basis-in-body"]
        assert [one.path for one in found] == [("sections", 0, "content", 0, "text")]
        assert "legal_bases" in found[0].fix

    def test_not_where_the_plan_has_bases_of_its_own(self):
        sections = [{"title": "M {annex:tasks}", "content": [{"text": self.BASIS}]}]
        assert "basis-in-body" not in rules(plan(sections=sections, legal_bases=[self.BASIS]))

    @pytest.mark.parametrize(
        "text",
        [
            "Căn cứ các nhiệm vụ được giao, các bộ phận chủ động thực hiện.",
            "Căn cứ Kế hoạch này, các bộ phận xây dựng kế hoạch chi tiết.",
            "Căn cứ tình hình thực tế, bố trí kinh phí.",
            "Kết quả là căn cứ để đánh giá theo Nghị định số 90/2020/NĐ-CP.",
        ],
    )
    def test_work_that_follows_from_something_is_none(self, text: str):
        sections = [{"title": "M {annex:tasks}", "content": [{"text": text}]}]
        assert "basis-in-body" not in rules(plan(sections=sections))


class TestColons:
    @pytest.mark.parametrize(
        ("content", "path"),
        [
            (["Gồm:"], (0,)),
            ([{"text": "Gồm: "}], (0,)),
            ([{"text": "Một."}, {"text": "Gồm:"}], (1,)),
        ],
    )
    def test_with_nothing_behind_them(self, content: list, path: tuple):
        sections = [{"title": "M {annex:tasks}", "content": content}]
        found = [one for one in findings(plan(sections=sections)) if "colon" in one.rule]
        assert [one.path[:4] for one in found] == [("sections", 0, "content", *path)]

    @pytest.mark.parametrize(
        "content",
        [
            [{"text": "Gồm:", "content": [{"text": "Một."}]}],
            ["Gồm:", "Một."],
            [{"kind": "paragraph", "text": "Gồm:"}, {"kind": "dash", "text": "Một."}],
            ["Gồm: một, hai."],
            [{"title": "Việc:", "content": ["Một."]}],
        ],
    )
    def test_with_something(self, content: list):
        sections = [{"title": "M {annex:tasks}", "content": content}]
        assert "colon-without-list" not in rules(plan(sections=sections))

    def test_in_a_row_of_targets(self):
        row = {"id": "a", "text": "Tỷ lệ hồ sơ:"}
        parts = {"parts": [{"id": "b", "text": "trực tuyến"}]}
        sections = [{"title": "M {annex:targets}", "content": ["{annex:tasks}."]}]

        def with_row(row: dict) -> list[str]:
            targets = {"targets": {"title": "T", "rows": [row]}}
            return rules(plan(annexes=annexes(TASK) | targets, sections=sections))

        assert "colon-without-list" in with_row(row)
        assert "colon-without-list" not in with_row(row | parts)


class TestSigning:
    def test_nobody_is_the_deputy_of_himself(self):
        agency = AGENCY | {"signatories": [{"id": "a", "post": "chủ tịch", "authority": "KT."}]}
        (found,) = findings(plan(agency=agency, signatory="a"))
        assert (found.rule, found.level) == ("own-deputy", Level.ERROR)


class TestNumber:
    def test_without_a_day_is_half_of_what_the_clerk_gives(self):
        assert rules(plan(number="12", issue_date="12/2023")) == ["half-numbered"]
        assert rules(plan(number="12", issue_date="15/12/2023")) == []
        assert rules(plan(issue_date="12/2023")) == []


class TestYear:
    @pytest.mark.parametrize("date", ["12/2022", "02/01/2025", "2030"])
    def test_of_issue_far_from_that_of_the_plan(self, date):
        assert rules(plan(issue_date=date)) == ["issue-year"]

    @pytest.mark.parametrize("date", ["12/2023", "15/01/2024", "2023"])
    def test_of_issue_as_usual(self, date):
        assert findings(plan(issue_date=date)) == []


def test_all_together_still_print():
    document = plan(
        issue_date="2030",
        subject="[[x]]",
        sections=[{"title": "I. M", "content": [{"text": "a) y"}]}],
        annexes=annexes(
            TASK | {"deadline": "Quý I/2030", "lead": "huyen", "partners": "huyen"},
            TASK | {"id": "z", "lead": [], "deadline": "mai"},
        ),
    )
    assert set(rules(document)) == {
        "open-question",
        "issue-year",
        "typed-label",
        "annex-not-mentioned",
        "deadline-year",
        "deadline-unread",
        "lead-missing",
        "lead-is-partner",
        "outside-office",
    }
