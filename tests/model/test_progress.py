"""How a result stands to its target, by the operator of the target."""

import pytest
from pydantic import ValidationError

from cchc_docs.model.progress import Judgement, Progress, TargetResult, TaskStatus, judged
from cchc_docs.model.threshold import parse_threshold


def judge(target: str | None, result: str, met: bool | None = None) -> Judgement | None:
    threshold = parse_threshold(target) if target else None
    return judged(threshold, TargetResult.model_validate({"id": "a", "result": result, "met": met}))


@pytest.mark.parametrize(
    ("target", "result", "judgement"),
    [
        # "trên" is strict; there is no way to exceed it
        ("Trên 90%", "90%", Judgement.MISSED),
        ("Trên 90%", "90,1%", Judgement.MET),
        ("Trên 90%", "99%", Judgement.MET),
        # a plain figure is met by reaching it, exceeded above it
        ("90%", "89,99%", Judgement.MISSED),
        ("90%", "90%", Judgement.MET),
        ("90%", "92,4%", Judgement.EXCEEDED),
        ("100%", "100%", Judgement.MET),
        ("Từ 98% trở lên", "98,0%", Judgement.MET),
        ("Ít nhất 01 sáng kiến", "03 sáng kiến", Judgement.EXCEEDED),
        ("Ít nhất 01 sáng kiến", "0 Sáng kiến", Judgement.MISSED),
        ("1.000 hồ sơ", "1.250 hồ sơ", Judgement.EXCEEDED),
        # bounds from above
        ("Không quá 2%", "2%", Judgement.MET),
        ("Không quá 2%", "1,5%", Judgement.EXCEEDED),
        ("Không quá 2%", "2,1%", Judgement.MISSED),
        ("Dưới 2%", "2%", Judgement.MISSED),
        ("Dưới 2%", "1%", Judgement.MET),
    ],
)
def test_compared_by_figures(target: str, result: str, judgement: Judgement):
    assert judge(target, result) is judgement


@pytest.mark.parametrize(
    ("target", "result"),
    [
        (None, "92%"),
        ("Xếp hạng cao hơn năm 2023", "92%"),
        ("90%", "xếp thứ 5"),
        ("90%", "92 hồ sơ"),
        ("90%", "90.5%"),  # a dot before decimals is doubtful
        ("Trên 90%", "Trên 90%"),  # the wording of the target says nothing of the result
        ("90%", "dưới 95%"),
        ("[[bao nhiêu?]]", "92%"),
    ],
)
def test_what_cannot_be_compared_is_not_judged(target: str | None, result: str):
    assert judge(target, result) is None
    assert judge(target, result, met=True) is Judgement.MET
    assert judge(target, result, met=False) is Judgement.MISSED


def test_the_word_of_the_officer_goes_before_the_figures():
    assert judge("90%", "95%", met=False) is Judgement.MISSED


def test_labels_are_those_of_reports():
    assert [one.label for one in Judgement] == ["vượt", "đạt", "không đạt"]
    assert [one.label for one in TaskStatus] == ["đã xong", "đang làm", "chưa làm", "không làm nữa"]


@pytest.mark.parametrize(
    "wrong", [{"year": 24}, {"tasks": [{"id": "a", "status": "xong"}]}, {"unit": " "}, {"nam": 1}]
)
def test_other_data_are_refused(wrong: dict):
    with pytest.raises(ValidationError):
        Progress.model_validate({"unit": "phường A", "year": 2024} | wrong)
