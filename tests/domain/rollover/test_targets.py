"""Last year's threshold is never silently this year's."""

import pytest

from cchc_docs.domain.review import AnswerKind, Done
from cchc_docs.model.progress import Progress
from tests.domain.rollover.plans import plan, rolled, rows


def progress(**targets: object) -> Progress:
    results = [{"id": one, "result": result} for one, result in targets.items()]
    return Progress.model_validate({"unit": "phường An Bình", "year": 2024, "targets": results})


def asked(threshold: str, result: str | None = None) -> str:
    known = progress(c0=result) if result else None
    new = rolled(plan(targets=[{"threshold": threshold}]), progress=known).plan
    assert new.annexes.targets
    return str(new.annexes.targets.rows[0].threshold)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("threshold", "result", "question"),
    [
        ("Trên 90%", "92,4%", "[[xác nhận: trên 90% (năm 2024: 92,4%, đạt)]]"),
        ("Trên 90%", "90%", "[[xác nhận: trên 90% (năm 2024: 90%, không đạt)]]"),  # strict
        ("90%", "90%", "[[xác nhận: 90% (năm 2024: 90%, đạt)]]"),
        ("90%", "92,4%", "[[xác nhận: 90% (năm 2024: 92,4%, vượt)]]"),
        ("Không quá 2%", "1,5%", "[[xác nhận: không quá 2% (năm 2024: 1,5%, vượt)]]"),
        ("Không quá 2%", "2,1%", "[[xác nhận: không quá 2% (năm 2024: 2,1%, không đạt)]]"),
        ("Ít nhất 02 sáng kiến", "03 sáng kiến", "[[xác nhận: ít nhất 02 sáng kiến "
         "(năm 2024: 03 sáng kiến, vượt)]]"),
        ("Trên 90%", "Chưa đánh giá", "[[xác nhận: trên 90% (năm 2024: Chưa đánh giá)]]"),
        ("100%", None, "[[xác nhận: 100% (năm 2024: chưa có kết quả)]]"),
        ("Cao hơn năm 2023", None, "[[xác nhận: cao hơn năm 2024 (năm 2024: chưa có kết quả)]]"),
    ],
)  # fmt: skip
def test_a_target_becomes_a_question(threshold: str, result: str | None, question: str):
    assert asked(threshold, result) == question


def test_an_open_threshold_stays_the_question_it_is():
    assert asked("[[tỉnh chưa giao]]") == "[[tỉnh chưa giao]]"


def test_the_officers_word_takes_its_place():
    old = plan(targets=[{"threshold": "Trên 90%"}])
    (row,) = rows(rolled(old), Done.ASKED)
    assert row.question
    assert row.question.answer is AnswerKind.THRESHOLD
    for answer, now in [("Trên 95%", "Trên 95%"), ("GIỮ", "Trên 90%")]:
        new = rolled(old, answers={row.key: answer}).plan
        assert str(new.annexes.targets.rows[0].threshold) == now  # type: ignore[union-attr]


def test_figures_of_points_linked_to_targets_are_asked_about_too():
    old = plan(
        sections=[
            {
                "title": "CHỈ TIÊU",
                "content": [
                    {"id": "so-hoa", "text": "Số hóa đạt trên 90%; trả đúng hạn 100%."},
                    {"text": "Không liên kết: đạt 80%."},
                ],
            }
        ],
        targets=[{"threshold": "Trên 90%", "point": "so-hoa"}],
    )
    linked, other = (block.text for block in rolled(old).plan.sections[0].content)
    assert linked == "Số hóa đạt [[xác nhận: trên 90%]]; trả đúng hạn [[xác nhận: 100%]]."
    assert other == "Không liên kết: đạt 80%."


def test_the_result_of_words_counts_as_the_officer_says():
    known = Progress.model_validate(
        {
            "unit": "phường An Bình",
            "year": 2024,
            "targets": [{"id": "c0", "result": "Nhóm khá", "met": True}],
        }
    )
    new = rolled(plan(targets=[{"threshold": "Nhóm khá trở lên"}]), progress=known).plan
    text = str(new.annexes.targets.rows[0].threshold)  # type: ignore[union-attr]
    assert text == "[[xác nhận: nhóm khá trở lên (năm 2024: Nhóm khá, đạt)]]"
