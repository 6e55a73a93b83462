"""Set phrases are written as they are said."""

import pytest

from tests.domain.consistency.plans import found, plan

RULE = "set-phrase"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Theo hướng dẫn của các bộ, ngành, Trung ương.", "bộ, ngành Trung ương"),
        ("Do các Bộ, ngành, Trung ương ban hành, UBND phường triển khai.", "bộ, ngành Trung ương"),
        ("Trình Chủ tịch của UBND xã xem xét.", "Chủ tịch UBND"),
        ("Giải quyết thủ tục hành chính địa bàn xã.", "hành chính trên địa bàn xã"),
        ("Phục vụ người dân địa bàn thị trấn.", "người dân trên địa bàn thị trấn"),
    ],
)
def test_a_slip_is_told_with_the_right_words(text: str, right: str):
    (one,) = found(RULE, plan(text))
    assert f'"{right}"' in one.fix


def test_one_slip_in_two_places_is_one_finding():
    (one,) = found(RULE, plan("Trình Chủ tịch của UBND.", "Gửi Chủ tịch của UBND."))
    assert "2 chỗ" in one.what


@pytest.mark.parametrize(
    "text",
    [
        "Theo hướng dẫn của các bộ, ngành Trung ương.",
        "Văn bản của các bộ, ngành, Trung ương và địa phương.",
        "Các bộ, ngành, Trung ương Đoàn phối hợp.",
        "Chủ tịch UBND phường; chủ tịch của hội.",
        "Thủ tục hành chính trên địa bàn xã; nắm địa bàn phường; quản lý địa bàn xã.",
        "Theo Quyết định số 12/QĐ-UBND ngày 05/01/2024 của UBND tỉnh về thủ tục hành chính địa bàn "
        "tỉnh.",
    ],
)
def test_the_right_words_other_lists_and_papers_are_fine(text: str):
    assert found(RULE, plan(text)) == []
