"""The subject of a cited paper goes on in lower case."""

import pytest

from tests.domain.consistency.plans import found, plan

RULE = "capital-mid-sentence"
DECREE = "Thực hiện Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ"


@pytest.mark.parametrize(
    "text",
    [
        f"{DECREE} Quy định việc cung cấp thông tin.",
        "Theo Quyết định số 12/QĐ-UBND ngày 05/01/2024 của UBND tỉnh về Ban hành quy chế làm việc.",
    ],
)
def test_a_capital_at_its_head_is_told(text: str):
    (one,) = found(RULE, plan(text))
    assert "Trích yếu" in one.what


@pytest.mark.parametrize(
    "text",
    [
        f"{DECREE} quy định việc cung cấp thông tin.",
        f"{DECREE} về công bố danh mục văn bản về Quy định chức danh.",  # words of another office
        "Tổ chức thực hiện Luật Ban hành văn bản quy phạm pháp luật.",
    ],
)
def test_lower_case_the_rest_of_it_and_names_of_laws_are_fine(text: str):
    assert not [one for one in found(RULE, plan(text)) if "Trích yếu" in one.what]
