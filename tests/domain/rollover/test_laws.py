"""What holds for every plan that is rolled over."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.domain.edits import apply_edits
from cchc_docs.domain.questions import open_questions
from cchc_docs.domain.review import Done
from cchc_docs.domain.rollover import roll_over
from cchc_docs.domain.walking import target_parts, task_rows, values
from cchc_docs.errors import DataError
from cchc_docs.model.plan import Plan
from cchc_docs.storage.register import national_register
from tests.domain.rollover.plans import plan, rolled

PIECES = (
    "năm 2024", "so với năm 2023", "Xây dựng kế hoạch năm 2025", "giai đoạn 2020-2025",
    "kỳ 2019-2023", "trước ngày 20/11 hàng năm", "đến ngày 31/12/2024", "trước ngày 15/3/2024",
    "TCVN ISO 9001:2015", "quý I/2024", "tháng 02/2024", "2024 hồ sơ", "từ năm 2021",
    "Nghị định số 92/2009/NĐ-CP ngày 22/10/2009 của Chính phủ",
    "Pháp lệnh số 34/2007/PLUBTVQH11 của Ủy ban thường vụ Quốc hội",
    "Thông tư số 13/2019/TT- BNV ngày 06/11/2019 của Bộ Nội vụ",
    "Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND phường về kiểm tra năm 2024",
    "dịch vụ công trực tuyến mức độ 3, 4", "kiểm tra kiểm tra", "[[hỏi: năm nào?]]",
    "{office:vp}", "và", ",", ";", ".", "của", "đạt trên 90%", "UBND phường", "“năm 2024”",
    "(", ")", "T3/2024", "năm 2024/2025", "HS-2024-001", "từ ngày 01/7/2024", "2.024 hồ sơ",
    "năm học 2023-2024", "02/9/1945", "Chỉ số 2023",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join)
DEADLINES = st.sampled_from(
    ("Quý I/2024", "Tháng 2/2024", "29/02/2024", "Trước ngày 10/01/2024", "Cả năm", "Năm 2024",
     "20/11 hàng năm", "Tháng 12/2023", "Tháng 01/2025", "Thường xuyên", "Khi có yêu cầu")
)  # fmt: skip
TASKS = st.lists(
    st.fixed_dictionaries(
        {"text": TEXTS, "deadline": DEADLINES, "recurrence": st.sampled_from(("yearly", "once"))}
    ),
    max_size=5,
)
PLANS = st.builds(
    lambda texts, tasks: plan(*texts, tasks=tasks, issue_date="12/2023", number="15"),
    st.lists(TEXTS, min_size=1, max_size=5),
    TASKS,
)


def texts_of(one: Plan) -> dict[tuple[str | int, ...], str]:
    return {path: str(value) for path, value in values(one) if path[0] != "agency"}


@settings(deadline=None, max_examples=60)
@given(PLANS)
def test_nothing_changes_outside_the_rows_of_the_review(old: Plan):
    result = rolled(old, national_register())
    before, after = texts_of(old), texts_of(result.plan)
    laid: dict[tuple[str | int, ...], list[tuple[tuple[int, int], str, str]]] = {}
    for row in result.rows:
        if row.new_path and row.new_span:
            assert after[row.new_path][slice(*row.new_span)] == row.new
            laid.setdefault(row.new_path, []).append((row.new_span, row.new, row.old))
    restored = dict(after)
    for path, spans in laid.items():
        for (start, end), _, was in sorted(spans, reverse=True):
            restored[path] = restored[path][:start] + was + restored[path][end:]
    gone = [row.path for row in result.rows if row.done is Done.DROPPED]
    for path, text in restored.items():
        if path in laid and not gone:
            assert text == before[path]


YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")


@settings(deadline=None, max_examples=60)
@given(PLANS)
def test_every_year_of_the_new_plan_has_a_row(old: Plan):
    result = rolled(old, national_register())
    covered: dict[tuple[str | int, ...], list[tuple[int, int]]] = {}
    for row in result.rows:
        if row.new_path and row.new_span:
            covered.setdefault(row.new_path, []).append(row.new_span)
    for path, text in texts_of(result.plan).items():
        for year in YEAR.finditer(text):
            spans = covered.get(path, [])
            assert any(a <= year.start() and year.end() <= b for a, b in spans), (path, text)


@settings(deadline=None, max_examples=60)
@given(PLANS)
def test_no_structured_field_stays_in_the_old_year(old: Plan):
    new = rolled(old, national_register()).plan
    assert new.year == 2025
    assert new.number is None
    assert (new.issue_date.year, new.issue_date.month, new.issue_date.day) == (2024, 12, None)  # type: ignore[union-attr]
    for _, task in task_rows(new):
        assert task.deadline.year != 2024


@settings(deadline=None, max_examples=40)
@given(PLANS)
def test_ids_are_kept_and_questions_have_rows(old: Plan):
    result = rolled(old, national_register())
    before = [task.id for _, task in task_rows(old)]
    after = [task.id for _, task in task_rows(result.plan)]
    assert after == [one for one in before if one in after]
    asked = [row.question.text for row in result.rows if row.question]
    assert sorted(one.text for one in open_questions(result.plan)) == sorted(asked)
    assert len({row.key for row in result.rows}) == len(result.rows)


@settings(deadline=None, max_examples=40)
@given(PLANS)
def test_a_citation_is_never_edited_inside(old: Plan):
    result = rolled(old, national_register())
    for row in result.rows:
        if row.subject == "viện dẫn" and row.done is Done.KEPT:
            assert row.new == row.old
        if row.subject.startswith(("năm", "thời hạn", "mốc", "thuật ngữ", "lỗi")):
            assert not re.search(r"\d+/\d{4}/[A-ZĐ]|/KH-UBND", row.old)


@settings(deadline=None, max_examples=30)
@given(PLANS, st.data())
def test_the_same_answers_give_the_same_plan(old: Plan, data: st.DataObject):
    first = rolled(old, national_register())
    open_rows = [row for row in first.rows if row.question]
    chosen = data.draw(
        st.lists(st.sampled_from(open_rows), unique_by=lambda row: row.key)
        if open_rows
        else st.just([])
    )
    answers = {row.key: "GIỮ" if row.question.kept is not None else "Ủy ban" for row in chosen}
    once = rolled(old, national_register(), answers=answers)
    assert rolled(old, national_register(), answers=answers) == once
    assert {row.key for row in once.rows if row.question and row.answer} == set(answers)
    assert {row.key for row in once.rows} == {row.key for row in first.rows}


@settings(deadline=None, max_examples=30)
@given(PLANS)
def test_the_edits_lead_to_the_new_plan(old: Plan):
    result = rolled(old, national_register())
    assert apply_edits(old, result.edits) == result.plan


@pytest.mark.parametrize("year", [2023, 2024, 2026, 2030])
def test_only_the_next_year_can_be_drafted(year: int):
    with pytest.raises(DataError, match="chỉ lập được kế hoạch năm 2025"):
        roll_over(plan(), year)


def test_the_last_year_has_no_next_one():
    with pytest.raises(DataError, match="không quá 2100"):
        roll_over(plan(year=2100), 2101)


def test_targets_keep_their_ids():
    old = plan(targets=[{"threshold": "Trên 90%"}, {"threshold": "100%"}])
    ids = [[row.id for _, row in target_parts(one)] for one in (old, rolled(old).plan)]
    assert ids[0] == ids[1]
