"""Slips of the pen in a plan: one finding for all places of a slip, titles of papers exempt."""

from pathlib import Path
from typing import Any

import pytest

from cchc_docs import load_plan
from cchc_docs.domain.consistency import find_inconsistencies
from cchc_docs.findings import Finding, Level
from cchc_docs.model.plan import Plan
from tests.domain.consistency.plans import found, plan

EXAMPLE = Path(__file__).parents[3] / "examples/hoai-hao/2024/ke-hoach.yaml"


@pytest.mark.parametrize(
    ("rule", "text", "fix"),
    [
        ("misspelt-phrase", "Phân đấu tỷ lệ đạt 90%.", 'Viết "Phấn đấu".'),
        ("misspelt-phrase", "Giảm thủ tục hành chánh.", 'Viết "hành chính".'),
        ("doubled-word", "Lập Kế hoạch kiểm tra kiểm tra.", 'Viết "kiểm tra".'),
        ("wrong-capital", "Phối hợp với Mặt trận tổ quốc Việt Nam.", "Tổ quốc"),
        ("words-lost", "Thực hiện kế hoạch theo.", "Đọc lại"),
        ("words-lost", "Phối hợp với và theo dõi.", "Đọc lại"),
        ("unclosed", "Các bộ phận (theo phân công.", "Đọc lại"),
    ],
)
def test_a_slip_is_a_warning_with_what_to_write(rule: str, text: str, fix: str):
    (one,) = found(rule, plan(text))
    assert one.level is Level.WARNING
    assert fix in one.fix
    assert one.path[-1] == "text"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("capital-mid-sentence", "Phát triển đồng bộ Chính quyền số."),
        ("loose-hyphen", "Bộ phận Tài chính- Kế toán."),
    ],
)
def test_matters_of_taste_are_notes(rule: str, text: str):
    assert [one.level for one in found(rule, plan(text))] == [Level.NOTE]


def test_the_same_slip_is_one_finding_with_its_places():
    document = plan("Phân đấu đạt 90%.", "Tốt.", "Phân đấu đạt 80%.", tasks=[{"text": "Phân đấu"}])
    (one,) = found("misspelt-phrase", document)
    assert "3 chỗ" in one.what
    for place in ("điểm a", "điểm c", "Phụ lục, nhiệm vụ 1"):
        assert place in one.what
    assert "điểm b" not in one.what


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "Phân đấu"},
        {"opening": "Phân đấu"},
        {"closing": "Phân đấu"},
        {"tasks": [{"product": "Phân đấu"}]},
        {"targets": [{"text": "Phân đấu"}]},
    ],
)
def test_every_text_is_read(fields: dict[str, Any]):
    assert len(found("misspelt-phrase", plan(**fields))) == 1


def test_the_title_of_a_cited_paper_is_left_alone():
    title = "Kế hoạch số 5/KH-UBND ngày 01/02/2023 của UBND tỉnh về việc Phân đấu đạt chuẩn"
    assert found("misspelt-phrase", plan(f"Theo {title}.")) == []
    assert len(found("misspelt-phrase", plan(f"Phân đấu theo {title}."))) == 1


def test_open_questions_and_names_of_offices_are_left_alone():
    assert found("misspelt-phrase", plan("[[Phân đấu bao nhiêu?]] {office:vp}.")) == []


class TestFinalMarks:
    def marks(self, *texts: Any) -> list[Finding]:
        section = {"title": "Việc", "content": [{"text": one} for one in texts]}
        return found("final-mark", Plan.model_validate(self.base([section])))

    def base(self, items: list[Any]) -> dict[str, Any]:
        agency = {"unit": {"name": "A"}}
        sections = [{"title": "Mục", "content": items}]
        return {"agency": agency, "year": 2024, "subject": "S", "sections": sections}

    def test_the_point_that_ends_otherwise_is_pointed_out(self):
        (one,) = self.marks("Một.", "Hai.", "Ba", "Bốn.")
        assert "Ba" in one.what
        assert one.path == ("sections", 0, "content", 0, "content", 2, "text")

    @pytest.mark.parametrize(
        "texts",
        [("Một.", "Hai."), ("Một;", "Hai;", "Ba."), ("Một.", "Hai.", "Gồm:"), ("Một", "Hai")],
    )
    def test_a_custom_of_the_whole_list_is_not(self, texts: tuple[str, ...]):
        assert self.marks(*texts) == []


def test_what_a_careful_reader_found_in_the_example():
    """Slips a reader listed by hand in the plan of 2024."""
    findings = find_inconsistencies(load_plan(EXAMPLE))
    for words in (
        *("Phân đấu", "đồng đảo", "Công thông tin", "Mặt trận tổ quốc"),
        *("Ủy ban thường vụ Quốc hội", "Chính quyền số", "Sử dụng", "Xây dựng"),
    ):
        assert any(words in one.what or words in one.fix for one in findings), words
