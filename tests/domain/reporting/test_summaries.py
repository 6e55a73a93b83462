"""What an officer repeats in the summary must be what the report says above it (R21)."""

from typing import Any

import pytest

from cchc_docs.domain.periods import period_of
from cchc_docs.domain.reporting.building import build_report
from cchc_docs.domain.reporting.remarks import remarks_on
from cchc_docs.domain.reporting.summaries import find_new_figures
from cchc_docs.findings import Finding
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.records import Records
from cchc_docs.model.report import Report
from tests.domain.reporting.small import FORM, plan, records

# Quý I: 60 trực tuyến + 40 trực tiếp + 5 kỳ trước = 105; giải quyết 80 + 15 + 2 = 97, đúng hạn 95;
# trong 4 nhiệm vụ có thời hạn và 1 thường xuyên, nhiệm vụ "som" đã xong.
DONE = {"id": "som", "status": "done", "done": "08/01/2024"}


def text(words: str, heading: str = "ket-qua-dat-duoc", period: str = "Q1") -> dict[str, Any]:
    return {"heading": heading, "period": period, "text": words}


def made(*texts: dict[str, Any]) -> tuple[Report, Records]:
    log = records(tasks=[DONE], texts=list(texts))
    return build_report(plan(), log, period_of(PeriodKind.Q1, 2024), FORM), log


def found(*texts: dict[str, Any]) -> list[Finding]:
    return list(find_new_figures(*made(*texts), FORM))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Đã giải quyết 96/97 hồ sơ đúng quy định.", "96/97"),
        ("Tỷ lệ hồ sơ trước và đúng hạn đạt 98,9%.", "98,9%"),
        ("Trực tuyến đạt tỷ lệ: 61%; các mặt khác ổn định.", "61%"),
        ("Hoàn thành 7/9 nhiệm vụ của kế hoạch.", "7/9"),
    ],
)
def test_a_figure_that_stands_nowhere_above(words: str, written: str):
    (finding,) = found(text("Mọi việc trôi chảy.", "nguyen-nhan"), text(words))
    assert (finding.rule, finding.path) == ("R21", ("texts", 1, "text"))
    assert f" ghi {written}, " in finding.what
    assert '"Kết quả đạt được"' in finding.what


@pytest.mark.parametrize(
    "words",
    [
        "Đã giải quyết đúng hạn 95/97 hồ sơ.",
        "Hồ sơ trực tuyến đạt 60%.",
        "Tỷ lệ trước và đúng hạn đạt 97,94%.",  # 95/97
        "Phấn đấu tỷ lệ hồ sơ trực tuyến đạt 95%.",
        "Chỉ tiêu cấp trên giao tỷ lệ đạt 90%.",
        "Tăng 12,5% so với cùng kỳ; đạt trên 40%.",
        "Ngày 20/02/2024 đã tổ chức đối thoại; phục vụ 24/7.",
        "Thực hiện Kế hoạch số 03/KH-UBND và Nghị định số 61/2018/NĐ-CP.",
        "Tỷ lệ đạt 40% hộ gia đình ở khu phố 2.",
    ],
)
def test_what_stands_above_or_is_no_figure_of_the_report(words: str):
    assert found(text(words)) == []


def test_a_figure_typed_above_may_be_repeated():
    words = "Đã lấy ý kiến 31/40 tổ chức."
    assert found(text(words)) != []
    assert found(text(words, "cong-vu"), text(words)) == []
    assert found(text(words, "han-che"), text(words)) != []  # two summaries prove nothing


def test_only_the_summary_of_this_period_is_looked_at():
    assert found(text("Đã lấy ý kiến 31/40 tổ chức.", "nguyen-nhan")) == []
    assert found(text("Đã lấy ý kiến 31/40 tổ chức.", period="H1")) == []


def test_the_remark_stands_at_the_typed_text():
    words = text("Đã giải quyết 96/97 hồ sơ.")
    report, log = made(words)
    (remark,) = remarks_on(report, find_new_figures(report, log, FORM))
    value: Any = report
    for step in remark.path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    assert value == words["text"]
