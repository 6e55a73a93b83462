"""What a report says, of a log small enough to know the answer beforehand."""

import re
from typing import Any

import pytest

from cchc_docs.domain.outline import outline
from cchc_docs.domain.periods import period_of
from cchc_docs.domain.questions import open_questions
from cchc_docs.domain.reporting.building import build_report
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.report import Report
from tests.domain.reporting.small import FORM, plan, records

PLAN = plan()


def report(kind: str = "Q1", **fields: Any) -> Report:
    return build_report(PLAN, records(**fields), period_of(PeriodKind(kind), 2024), FORM)


def text(kind: str = "Q1", **fields: Any) -> str:
    entries = outline(report(kind, **fields))
    return "\n".join(f"{one.label} {one.block.title or one.block.text}" for one in entries)


def test_every_figure_stands_where_it_says() -> None:
    built = report("YEAR")
    assert len(built.printed) > 20
    for one in built.printed:
        found: Any = built
        for step in one.path:
            found = found[step] if isinstance(step, int) else getattr(found, step)
        assert re.search(r"\d", found[one.start : one.end])


def test_sentences_of_dossiers() -> None:
    said = text()
    assert (
        "Tổng số hồ sơ nhận giải quyết: 105 hồ sơ (trực tuyến: 60 hồ sơ; trực tiếp, dịch vụ bưu "
        "chính: 40 hồ sơ; từ kỳ trước: 05 hồ sơ)."
    ) in said
    assert "tỷ lệ giải quyết trước và đúng hạn đạt 97,94% (95/97 hồ sơ)" in said


def test_a_task_due_after_the_window_is_never_lost() -> None:
    """`Tháng 3/2024` is due on 31/3, after 14/3: it is next, not late."""
    said = text()
    coming = said[said.index("IV. PHƯƠNG HƯỚNG") :]
    assert "Việc thang-ba" in coming
    assert "Nhiệm vụ quá hạn, chưa hoàn thành (01 nhiệm vụ):\n- Việc som" in coming


def test_every_open_task_with_a_deadline_is_next_or_late_in_some_report() -> None:
    everything = "".join(
        text(kind)[text(kind).index("IV.") :] for kind in ("Q1", "H1", "Q3", "YEAR")
    )
    for name in ("som", "thang-ba", "quy-hai", "ca-nam"):
        assert f"Việc {name}" in everything


def test_done_tasks_name_their_document() -> None:
    done = {
        "id": "som",
        "done": "12/01/2024",
        "document": "Văn bản số 07/UBND",
        "document_date": "12/01/2024",
    }
    said = text(tasks=[done])
    assert "Việc som (Văn bản số 07/UBND ngày 12/01/2024); hoàn thành sau thời hạn." in said
    assert "đã hoàn thành 01/05 nhiệm vụ" in said


@pytest.mark.parametrize(
    ("kind", "judged"),
    [("Q1", "60% (chỉ tiêu: trên 90%) - chưa đạt"), ("Q3", "95% (chỉ tiêu: trên 90%) - đạt")],
)
def test_a_measured_target_is_computed_and_judged(kind: str, judged: str) -> None:
    assert f"Tỷ lệ hồ sơ trực tuyến: {judged}" in text(kind)


def test_officers_words_stand_beside_the_computed_ones() -> None:
    words = "Bộ phận Một cửa đã bố trí máy quét.\nNgười dân đồng tình."
    said = text(texts=[{"heading": "giai-quyet", "period": "Q1", "text": words}])
    assert "Tổng số hồ sơ nhận giải quyết: 105" in said
    assert "Bộ phận Một cửa đã bố trí máy quét.\n Người dân đồng tình." in said
    assert words.splitlines()[1] not in text("H1", texts=[])


def test_a_heading_with_nothing_is_a_question() -> None:
    asked = [one.text for one in open_questions(report())]
    assert "cần bổ sung nội dung: Nguyên nhân" in asked
    assert not any("Kết quả giải quyết" in one for one in asked)


def test_zero_is_said() -> None:
    nothing = [{"id": "sang-kien", "since": "15/12/2023", "until": "14/3/2024", "value": 0}]
    assert "không phát sinh sáng kiến" in text(figures=nothing)


def test_comparison_with_the_same_period() -> None:
    before = [
        {"id": "ho-so-tiep-nhan", "period": "Q1", "value": 80},
        {"id": "ty-le-dung-han", "period": "Q1", "value": "96,5"},
    ]
    said = text(last_year=before)
    # 100 - 80 = 20 = 25% of 80; 95/97 - 0,965 = 1,438… points
    assert "tăng 20 hồ sơ (25%)" in said
    assert "tăng 1,44 điểm phần trăm" in said
    assert "cùng kỳ" not in text()


def test_the_plan_is_cited_in_full_once() -> None:
    built = report(plan_number="15/KH-UBND", plan_date="05/01/2024")
    assert "Kế hoạch số 15/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân (UBND)" in built.opening[0]
    assert "(số liệu tính từ ngày 15/12/2023 đến ngày 14/3/2024)" in built.opening[0]
    assert any("số, ký hiệu của kế hoạch" in one.text for one in open_questions(report()))


def test_upward_reports_name_their_addressee() -> None:
    assert report().addressees == ("Ủy ban nhân dân tỉnh Bình An",)
    assert report().subject == "Kết quả công tác cải cách hành chính Quý I năm 2024"


def test_a_report_does_not_know_what_happened_after_it() -> None:
    later = {
        "id": "thang-ba",
        "started": "01/3/2024",
        "done": "28/3/2024",
        "document": "Kế hoạch số 20/KH-UBND",
        "document_date": "28/3/2024",
        "note": "xong sau kỳ báo cáo",
    }
    progress = report(tasks=[later]).annexes.progress
    assert progress is not None
    line = progress.groups[0].tasks[1]
    assert (line.status, line.document, line.remark) == ("Đang thực hiện", "", "")
    progress = report("H1", tasks=[later]).annexes.progress
    assert progress is not None
    line = progress.groups[0].tasks[1]
    assert line.status == "Đã hoàn thành"
    assert line.document == "Kế hoạch số 20/KH-UBND ngày 28/3/2024"


def test_a_threshold_shared_with_the_row_above_is_judged_too() -> None:
    rows = [
        {"id": "a", "text": "A", "threshold": "Trên 90%"},
        {"id": "b", "text": "B", "shares": ["threshold"]},
    ]
    annexes = {"targets": {"title": "CHỈ TIÊU", "rows": rows}}
    log = records(targets=[{"id": "b", "date": "14/3/2024", "result": "85%"}])
    built = build_report(plan(annexes=annexes), log, period_of(PeriodKind.Q1, 2024), FORM)
    said = "".join(entry.block.text or "" for entry in outline(built))
    assert "B: 85% (chỉ tiêu: trên 90%) - chưa đạt" in said
