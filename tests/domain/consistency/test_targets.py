"""A target asks for the same in the annex and in the point it is linked to."""

from typing import Any

import pytest

from cchc_docs.findings import Finding
from tests.domain.consistency.plans import found, plan

BODY = (
    "Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC đạt trên 90%; tỷ lệ cấp kết quả điện tử đạt 100%. "
    "Phấn đấu tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên, tỷ lệ thanh toán trực tuyến đạt 70%"
)


def differing(text: str, threshold: str, body: Any = BODY) -> list[Finding]:
    point = body if isinstance(body, dict) else {"text": body}
    row = {"text": text, "threshold": threshold, "point": "p"}
    return found("target-point-differs", plan(point | {"id": "p"}, targets=[row]))


@pytest.mark.parametrize(
    ("text", "threshold", "said"),
    [
        ("Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính", "90%", "trên 90%"),
        ("Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC", "100%", "trên 90%"),
        ("Tỷ lệ cấp kết quả điện tử", "Trên 95%", "100%"),
        ("Tỷ lệ thanh toán trực tuyến", "Trên 80%", "70%"),
    ],
)
def test_both_are_told(text: str, threshold: str, said: str):
    (one,) = differing(text, threshold)
    assert f'"{threshold}"' in one.what
    assert said in one.what


@pytest.mark.parametrize(
    ("text", "threshold"),
    [
        ("Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính", "Trên 90%"),
        ("Tỷ lệ cấp kết quả điện tử", "Tối thiểu 100%"),
        ("Hồ sơ trực tuyến", "80% trở lên"),
        ("Thanh toán trực tuyến", "Ít nhất 70%"),
        ("Thanh toán trực tuyến", "Đạt chỉ tiêu được giao"),
        ("Thanh toán trực tuyến", "[[bao nhiêu?]]"),
        ("Sáng kiến", "Ít nhất 01 sáng kiến"),
    ],
)
def test_equal_free_and_open_ones(text: str, threshold: str):
    assert differing(text, threshold) == []


def test_a_point_without_any_figure():
    (one,) = differing("Chế độ báo cáo", "100%", "Thực hiện đầy đủ chế độ báo cáo.")
    assert "không nêu con số nào" in one.what


@pytest.mark.parametrize(
    "body",
    [
        *("Toàn bộ hồ sơ được số hóa.", "Tất cả văn bản được rà soát.", "Mọi hồ sơ đúng hạn."),
        *("Đạt các chỉ tiêu tại {annex:targets}.", "Các chỉ tiêu tại Phụ lục kèm theo."),
        "Đạt một trăm phần trăm.",
    ],
)
def test_a_point_that_tells_it_in_words_or_leaves_it_to_the_annex(body: str):
    assert differing("Hồ sơ", "100%", body) == []


def test_the_figures_may_stand_below_the_point():
    body = {"text": "Chỉ tiêu:", "content": [{"text": "Hồ sơ trực tuyến đạt 80%"}]}
    assert differing("Hồ sơ trực tuyến", "80%", body) == []
    assert differing("Hồ sơ trực tuyến", "Trên 80%", body)


def test_counted_things():
    body = "Có ít nhất 02 sáng kiến cải cách hành chính."
    assert differing("Sáng kiến", "Ít nhất 01 sáng kiến", body)
    assert differing("Sáng kiến", "Ít nhất 02 sáng kiến", body) == []
    assert differing("Sáng kiến", "Ít nhất 01 mô hình", body) == []


def test_a_rank_is_not_a_score():
    score = "Kết quả chấm điểm cải thiện so với năm 2023."
    assert differing("Chỉ số", "Xếp hạng cao hơn năm 2023", score)
    assert differing("Chỉ số", "Xếp hạng cao hơn năm 2023", "Tăng thứ hạng so với 2023.") == []
    assert differing("Chỉ số", "Cao hơn năm 2023", score) == []


class TestBoundsWithoutTarget:
    RULE = "bound-without-target"
    ROWS = ({"text": "Tỷ lệ hồ sơ nộp trực tuyến", "threshold": "80%"},)

    def test_are_counted_in_one_finding(self):
        body = ["100% phản ánh được trả lời.", "Ít nhất 30% công chức được tập huấn. Việc khác."]
        (one,) = found(self.RULE, plan(*body, targets=list(self.ROWS)))
        assert "2 mức" in one.what
        assert "điểm a; " in one.what

    def test_of_another_figure_is_a_target_still(self):
        body = "Phấn đấu trên 85% hồ sơ thủ tục hành chính được nộp trực tuyến."
        assert found(self.RULE, plan(body, targets=list(self.ROWS))) == []

    def test_in_a_point_with_a_target_is_compared_elsewhere(self):
        point = {"id": "p", "text": "100% phản ánh được trả lời."}
        assert found(self.RULE, plan(point, targets=[self.ROWS[0] | {"point": "p"}])) == []

    def test_in_an_unlinked_point_is_told_there(self):
        blocks = [{"id": "p", "text": "Hồ sơ nộp trực tuyến."}, "100% phản ánh được trả lời."]
        document = plan(*blocks, targets=[self.ROWS[0] | {"point": "p"}])
        assert found("point-unlinked", document)
        assert found(self.RULE, document) == []

    def test_in_papers_and_in_plans_without_targets_is_fine(self):
        paper = "Theo Kế hoạch số 5/KH-UBND ngày 05/01/2024 của UBND tỉnh về 100% xã đạt chuẩn."
        assert found(self.RULE, plan(paper, targets=list(self.ROWS))) == []
        assert found(self.RULE, plan("100% phản ánh được trả lời.")) == []
