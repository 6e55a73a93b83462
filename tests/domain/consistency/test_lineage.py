"""Units that have ended: named in a paper of later, or needed for work that is due later."""

from typing import Any

import pytest

from cchc_docs.domain.registers import lay_together
from cchc_docs.findings import Finding, Level
from cchc_docs.model.register import Register
from cchc_docs.storage.register import national_register
from tests.domain.consistency.plans import OFFICES, plan
from tests.domain.consistency.registers import doubts, register, unit

END = "2025-06-30"  # the level of districts ended with 01/7/2025 (Nghị quyết 60-NQ/TW)
KNOWN = register(
    units=[
        unit("phường Bến Cũ", END, bodies=["UBND phường Bến Cũ"], became=["phường Bến Tân"]),
        unit("phường Bến Tân", first_day="2025-07-01"),
        unit("xã An Toàn", END),
        unit("Phường 1", END, kind="phường"),
        unit("tỉnh Hà", END, id="ha-truoc", bodies=["UBND tỉnh Hà"]),
        unit("tỉnh Hà", first_day="2025-07-01"),
        unit("tỉnh Lam - Hồng", END),
    ]
)


def ended(
    *texts: str, date: str | None = "15/12/2025", known: Register = KNOWN, **fields: Any
) -> list[Finding]:
    document = plan(*texts, **({"year": 2026, "issue_date": date} | fields))
    return doubts("unit-ended", document, known)


def due(*tasks: dict[str, Any], known: Register = KNOWN, **fields: Any) -> list[Finding]:
    usual = {"year": 2025, "issue_date": "12/2024", "tasks": list(tasks)}
    return doubts("due-after-unit-ends", plan(**(usual | fields)), known)


class TestNamed:
    def test_a_unit_that_has_ended_is_an_error_told_once_with_its_places(self):
        (one,) = ended("Gửi phường Bến Cũ.", "Gửi UBND phường Bến Cũ, Phường Bến Cũ.")
        assert one.level is Level.ERROR
        assert "30/6/2025" in one.what
        assert "3 chỗ" in one.what
        assert "điểm a" in one.what
        assert "điểm b" in one.what
        assert "phường Bến Tân" in one.fix

    @pytest.mark.parametrize("sure", ["memory", "unverified"])
    def test_what_is_not_certain_is_a_question(self, sure: str):
        row = unit("phường Bến Cũ", END, confidence=sure, became=["phường Bến Tân"])
        known = register(units=[row, unit("phường Bến Tân")])
        (one,) = ended("Gửi phường Bến Cũ.", known=known)
        assert one.level is Level.WARNING
        assert "có thể kết thúc" in one.what
        assert "[[phường Bến Tân]]" in one.fix

    @pytest.mark.parametrize(
        ("date", "count"),
        [
            ("29/6/2025", 0),
            ("30/6/2025", 0),  # its last day
            ("01/7/2025", 1),
            ("6/2025", 0),
            ("7/2025", 1),
            ("2025", 1),
        ],
    )
    def test_the_day_decides(self, date: str, count: int):
        assert len(ended("Gửi phường Bến Cũ.", date=date, year=2025)) == count

    def test_a_plan_without_a_day_is_judged_by_its_year(self):
        assert len(ended("Gửi phường Bến Cũ.", date=None, year=2026)) == 1
        assert ended("Gửi phường Bến Cũ.", date=None, year=2025) == []

    @pytest.mark.parametrize(
        "name",
        [
            *("Ủy ban nhân dân phường Bến Cũ", "Uỷ ban nhân dân phường Bến Cũ", "PHƯỜNG BẾN CŨ"),
            *("UBND  phường  Bến Cũ", "tỉnh Lam - Hồng", "tỉnh Lam – Hồng", "Phường 1", "phường 1"),
            "Phường Bến Cũ",
        ],
    )
    def test_however_it_is_spelt(self, name: str):
        assert len(ended(f"Báo cáo {name} theo quy định.")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Gửi phường Bến Tân.",
            "Gửi Phường 10, Phường 12.",
            "Gửi phường Bến Cũ Đông.",  # a longer name
            "Gửi thị xã An Toàn.",
            "Xây dựng xã an toàn, văn minh.",
            "Gửi UBND tỉnh Hà, tỉnh Hà.",  # the name lives on
            "Số hóa hồ sơ của phường Bến Cũ (cũ), của phường Bến Cũ trước đây.",
            "Theo Kế hoạch số 5/KH-UBND ngày 01/02/2025 của UBND phường Bến Cũ về việc thử.",
            "Thực hiện [[cần bổ sung: văn bản thay cho văn bản của UBND phường Bến Cũ]].",
        ],
    )
    def test_what_is_another_or_not_its_own_words(self, text: str):
        assert ended(text) == []

    @pytest.mark.parametrize(
        "fields",
        [
            {"subject": "Cải cách hành chính phường Bến Cũ năm 2026"},
            {"closing": "Báo cáo UBND phường Bến Cũ"},
            {"recipients": {"informed": ["UBND phường Bến Cũ"]}},
            {"tasks": [{"product": "Báo cáo gửi UBND phường Bến Cũ"}]},
            {"tasks": [{"partners": ["UBND phường Bến Cũ"]}]},
            {"targets": [{"text": "Điểm số của phường Bến Cũ"}]},
        ],
    )
    def test_wherever_it_stands(self, fields: dict[str, Any]):
        assert len(ended(**fields)) == 1

    def test_in_a_heading(self):
        assert len(ended({"title": "XÂY DỰNG PHƯỜNG BẾN CŨ NĂM 2026", "content": ["Việc."]})) == 1

    def test_the_usual_recipients_count_where_the_plan_has_none_of_its_own(self):
        agency = {"unit": {"name": "A"}, "recipients": {"informed": ["UBND phường Bến Cũ"]}}
        (one,) = ended(agency=agency)
        assert one.path == ("agency", "recipients", "informed", 0)
        assert ended(agency=agency, recipients={"informed": ["UBND tỉnh Hà"]}) == []

    def test_offices_count_where_they_are_printed(self):
        gone = {"id": "bc", "name": "UBND phường Bến Cũ", "kind": "outside"}
        offices = [*OFFICES, gone]
        assert ended("Không gọi.", offices=offices) == []
        assert len(ended("Báo cáo {office:bc}.", offices=offices)) == 1
        assert len(ended(offices=offices, tasks=[{"partners": ["bc"]}])) == 1

    def test_the_issuer_itself(self):
        (one,) = ended(agency={"unit": {"name": "Bến Cũ"}})
        assert one.path == ("agency", "unit")

    @pytest.mark.parametrize("first_day", [None, "2000-01-01", END])
    def test_a_ward_cannot_silence_a_national_fact(self, first_day: str | None):
        own = register(units=[unit("phường Bến Cũ", id="cua-toi", first_day=first_day)])
        assert len(ended("Gửi phường Bến Cũ.", known=lay_together(KNOWN, own))) == 1


class TestDueLater:
    def test_work_with_a_unit_that_will_have_ended(self):
        (one,) = due(
            {"product": "Báo cáo gửi UBND phường Bến Cũ", "deadline": "Quý I/2025"},
            {"product": "Báo cáo gửi UBND phường Bến Cũ", "deadline": "Tháng 12/2025"},
            {"text": "Việc của phường Bến Cũ, UBND phường Bến Cũ", "deadline": "Quý III/2025"},
            {"product": "Báo cáo", "deadline": "Tháng 12/2025"},
        )
        assert one.level is Level.WARNING
        assert "2 nhiệm vụ" in one.what
        assert "nhiệm vụ 2" in one.what
        assert "nhiệm vụ 3" in one.what

    @pytest.mark.parametrize(
        ("deadline", "count"),
        [
            *(("Quý II/2025", 0), ("30/6/2025", 0), ("Trước ngày 01/7/2025", 0)),
            *(("01/7/2025", 1), ("Quý III/2025", 1), ("Cả năm", 1), ("Thường xuyên", 0)),
        ],
    )
    def test_the_last_day_decides(self, deadline: str, count: int):
        task = {"product": "Báo cáo gửi phường Bến Cũ", "deadline": deadline}
        assert len(due(task)) == count

    def test_all_late_work_of_a_unit_that_ends_itself(self):
        agency = {"unit": {"name": "Bến Cũ"}, "offices": OFFICES}
        tasks = [{"deadline": one} for one in ("Quý I/2025", "Quý III/2025", "Cả năm")]
        (one,) = due(*tasks, agency=agency)
        assert "2 nhiệm vụ" in one.what
        assert due(*tasks, agency=agency, issue_date="15/7/2025") == []  # that is `unit-ended`

    def test_a_paper_of_before_is_not_told_of_the_end_otherwise(self):
        assert ended("Gửi phường Bến Cũ.", date="12/2024", year=2025) == []


class TestNationalFacts:
    """Nghị quyết 202/2025/QH15 and the end of the districts, both from 01/7/2025."""

    @pytest.mark.parametrize(
        "name",
        [
            *(
                "UBND thị xã",
                "Uỷ ban nhân dân thị xã",
                "Ủy ban nhân dân huyện Tây Sơn",
                "Thị ủy",
                "Thị uỷ",
                "HĐND quận",
            ),
            *("Phòng Nội vụ", "tỉnh Bình Định", "Sở Nội vụ tỉnh Bình Định", "tỉnh Hoà Bình"),
        ],
    )
    def test_gone(self, name: str):
        text = f"Báo cáo {name} theo quy định."
        assert len(ended(text, known=national_register())) == 1
        assert ended(text, known=national_register(), date="30/6/2025", year=2025) == []

    @pytest.mark.parametrize(
        "name",
        [
            *("UBND tỉnh Gia Lai", "tỉnh Phú Thọ", "thành phố Hải Phòng", "UBND xã", "UBND phường"),
            *("Sở Nội vụ", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND", "Đảng ủy phường"),
            *("UBND thành phố", "Phòng Kinh tế", "cấp huyện trước đây", "thị xã hội"),
        ],
    )
    def test_still_there(self, name: str):
        assert ended(f"Báo cáo {name} theo quy định.", known=national_register()) == []

    def test_foreign_letters_that_pass_for_ours_are_no_names(self):
        assert ended("Gửi tỉnh Hà Gİang.", known=national_register()) == []

    def test_the_longest_name_is_told(self):
        (one,) = ended("Gửi Sở Nội vụ tỉnh Bình Định.", known=national_register())
        assert "“Sở Nội vụ tỉnh Bình Định”" in one.what
        assert "tỉnh Gia Lai" in one.fix
