"""What a careful reader found in the plan of 2024 by hand, and what he found right."""

from pathlib import Path

import pytest

from cchc_docs import load_plan
from cchc_docs.domain.consistency import find_inconsistencies
from cchc_docs.findings import Finding

EXAMPLE = Path(__file__).parents[3] / "examples/hoai-hao/2024/ke-hoach.yaml"


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    return find_inconsistencies(load_plan(EXAMPLE))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("abbreviation-late", ['"UBND"', "9 lần", "Mục III, khoản 3, điểm c"]),
        ("abbreviation-long-again", ['"Ủy ban nhân dân"', "7 lần"]),
        ("abbreviation-long-again", ['"TTHC"']),
        *(("abbreviation-unexplained", [f'"{one}"']) for one in ("CCHC", "QPPL", "CNTT")),
        *(("abbreviation-unexplained", [f'"{one}"']) for one in ("PAPI", "PCI")),
        ("office-renamed", ["Bộ phận Tiếp nhận và Trả kết quả của phường", "Một cửa UBND"]),
        ("outside-office", ["Văn phòng HĐND và UBND"]),
        ("outside-office", ["UBND các xã, phường"]),
        ("item-other-name", ["Tài chính - Kế hoạch"]),
        ("level-word", ['"cán bộ xã", "công chức xã"', "đoạn 3", "đoạn 4"]),
        ("target-point-differs", ['"90%"', "đạt trên 90%", "số hóa"]),
        ("target-point-differs", ["xếp hạng"]),
        ("target-point-differs", ['"100%"', "không nêu con số", "chế độ báo cáo"]),
        ("target-unlinked", ["3 chỉ tiêu", "1.3"]),
        ("task-unlinked", ["nhiệm vụ 1;", "nhiệm vụ 12", "nhiệm vụ 17"]),
        ("point-unlinked", ["22 đoạn"]),  # 20 points of III and two of them without a letter in §11
        ("lead-collective", ["Các ngành liên quan"]),
        ("lead-is-partner", ["Các ngành liên quan"]),
        ("product-no-product", ["Đạt chỉ tiêu đề ra"]),
        ("same-work-twice", ["đo lường sự hài lòng", "nhiệm vụ 4"]),
        ("office-without-item", ["Bộ phận Một cửa"]),
        ("plan-due-late", ["Tháng 10/2024"]),
        ("deadline-tight", ["Trước ngày 10/01/2024", "6 ngày làm việc"]),
    ],
)
def test_found(findings: list[Finding], rule: str, words: list[str]):
    matching = [one for one in findings if one.rule == rule]
    assert any(all(word in one.what for word in words) for one in matching)


def test_nothing_else_is_remarked_on(findings: list[Finding]):
    """Rows that agree, valid dates, names of superiors: 26 remarks, none of them on these."""
    assert len([one for one in findings if one.rule == "target-point-differs"]) == 3
    assert len([one for one in findings if one.rule.startswith("abbreviation")]) == 8
    for rule in ("deadline-weekend", "deadline-before-issue", "typed-label", "other-level"):
        assert rule not in {one.rule for one in findings}
