"""Cut rows, missing days, open windows; results and reports that the log contradicts."""

import datetime as dt
from typing import Any

import pytest

from cchc_docs.domain.periods import period_of
from cchc_docs.domain.reporting.building import build_report
from cchc_docs.domain.reporting.doubts import find_other_results, find_report_doubts
from cchc_docs.domain.reporting.kept import contradictions, kept_figures
from cchc_docs.domain.reporting.remarks import remarks_on, sources
from cchc_docs.findings import Finding, Level
from cchc_docs.model.kept import KeptFigures
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.report import Window
from tests.domain.reporting.small import FORM, QUARTERS, dossiers, plan, records

PLAN = plan()
CLOSED = dt.date(2025, 1, 1)


def doubts(
    kind: str = "Q1", today: dt.date = CLOSED, own: Window | None = None, **fields: Any
) -> list[Finding]:
    period = period_of(PeriodKind(kind), 2024, own)
    return find_report_doubts(PLAN, records(**fields), FORM, period, today)


def rules(found: list[Finding]) -> list[str]:
    return [one.rule for one in found]


@pytest.mark.parametrize("kind", ["Q1", "H1", "Q3", "9M", "YEAR"])
def test_a_whole_log_is_not_doubted(kind: str) -> None:
    assert doubts(kind) == []


@pytest.mark.parametrize(("day", "open_"), [(14, True), (15, False)])
def test_a_window_is_open_through_its_last_day(day: int, open_: bool) -> None:
    assert (rules(doubts(today=dt.date(2024, 3, day))) == ["window-open"]) is open_


def test_an_own_window_is_named_with_the_usual_one() -> None:
    own = Window(dt.date(2023, 12, 15), dt.date(2024, 3, 7))
    found = doubts(own=own)
    assert "window-own" in rules(found)
    (cut,) = [one for one in found if one.rule == "row-cut"]
    assert cut.path == ("dossiers", 0)
    assert "kết thúc ngày 07/3/2024" in cut.fix
    assert "từ ngày 08/3/2024" in cut.fix


def test_rows_cut_on_one_day_are_one_finding():
    fields = ["Hộ tịch", "Đất đai", "Chứng thực"]
    rows = [
        dossiers("15/12/2023", "14/3/2024", 1, 0, 0, 1, 0, 0, 0, 0, field=one) for one in fields
    ]
    own = Window(dt.date(2024, 1, 1), dt.date(2024, 2, 29))
    first, last = [one for one in doubts(own=own, dossiers=rows) if one.rule == "row-cut"]
    assert "vắt qua ngày 31/12/2023" in first.what
    assert "vắt qua ngày 29/02/2024" in last.what
    assert "Hộ tịch; Đất đai; Chứng thực" in first.what


def test_a_cut_row_is_an_error_and_never_shared_out() -> None:
    rows = [dossiers("01/3/2024", "31/3/2024", 9, 0, 0, 9, 0, 0, 0, 0)]
    (cut, *rest) = doubts(dossiers=rows)
    assert (cut.rule, cut.level) == ("row-cut", Level.ERROR)
    assert rules(rest) == ["days-missing"]


def test_missing_months_are_named() -> None:
    rows = [
        dossiers("15/12/2023", "14/01/2024", 1, 0, 0, 1, 0, 0, 0, 0),
        dossiers("15/02/2024", "14/3/2024", 1, 0, 0, 1, 0, 0, 0, 0),
    ]
    (gap,) = doubts(dossiers=rows)
    assert "từ ngày 15/01/2024 đến ngày 14/02/2024: Hộ tịch" in gap.what


def test_a_missing_month_leaves_a_field_that_does_not_add_up():
    rows = [
        dossiers("15/12/2023", "14/01/2024", 20, 0, 0, 15, 0, 0, 5, 0),
        dossiers("15/02/2024", "14/3/2024", 10, 0, 9, 12, 0, 0, 7, 0),
    ]
    r4 = [one for one in doubts(dossiers=rows) if one.rule == "R4"]
    (finding,) = r4
    # kỳ: nhận 30 + kỳ trước 0 = 30; giải quyết 27, còn 7
    assert "đã giải quyết 27 + đang giải quyết 7 = 34 khác với hồ sơ nhận giải quyết 30" in (
        finding.what
    )
    assert (finding.level, finding.path) == (Level.ERROR, ("dossiers", 1))
    between = dossiers("15/01/2024", "14/02/2024", 4, 0, 5, 0, 0, 0, 9, 0)
    assert doubts(dossiers=[rows[0], between, rows[1]]) == []


def test_a_stock_nobody_has_counted_for_long_is_doubted():
    def counted(day: str, value: int) -> dict[str, object]:
        return {"id": "giao-con-no", "until": day, "value": value}

    early, late = counted("14/3/2024", 1), counted("15/6/2024", 0)
    assert doubts("Q1", figures=[early]) == []
    (finding,) = doubts("Q3", figures=[early])
    assert (finding.rule, finding.level) == ("stock-old", Level.WARNING)
    assert "(14/3/2024)" in finding.what
    assert doubts("Q3", figures=[early, late]) == []


def test_a_result_is_compared_with_the_reports_of_its_day():
    def results(day: str, result: str) -> list[Finding]:
        log = records(targets=[{"id": "truc-tuyen", "date": day, "result": result}])
        return list(find_other_results(PLAN, log, FORM))

    # trực tuyến: quý I 60/100; quý III 95/100; 9 tháng (60 + 80 + 95)/300 = 78,33%
    assert results("14/3/2024", "60%") == []
    (finding,) = results("14/3/2024", "50%")
    assert (finding.rule, finding.path) == ("R22", ("targets", 0, "result"))
    assert results("14/9/2024", "95%") == results("14/9/2024", "78,33%") == []
    assert rules(results("14/9/2024", "60%")) == ["R22"]
    assert results("01/4/2024", "50%") == []  # a day no report closes on


def test_events_of_one_day_leave_no_gap() -> None:
    assert doubts(figures=[{"id": "tu-kiem-tra", "until": "20/02/2024", "value": 1}]) == []


def test_a_typed_result_must_agree_with_the_computed_one() -> None:
    right = {"id": "truc-tuyen", "date": "14/3/2024", "result": "60%"}
    wrong = right | {"result": "92,4%"}
    assert doubts(targets=[right]) == []
    (found,) = doubts(targets=[wrong])
    assert (found.rule, found.path) == ("R22", ("targets", 0, "result"))


def kept(kind: str = "Q1", **fields: Any) -> KeptFigures:
    log = records(**fields)
    report = build_report(PLAN, log, period_of(PeriodKind(kind), 2024), FORM)
    return kept_figures(report, PLAN, log, FORM)


def test_a_log_that_has_not_changed_contradicts_nothing() -> None:
    assert list(contradictions(kept(), PLAN, records(), FORM)) == []


@pytest.mark.parametrize(
    ("column", "rule"), [("online", "R8"), ("early", "R8"), ("carried_in", "R5")]
)
def test_a_changed_log_contradicts_the_report(column: str, rule: str) -> None:
    first, *others = QUARTERS
    changed = records(dossiers=[first | {column: first[column] + 1}, *others])
    found = list(contradictions(kept(), PLAN, changed, FORM))
    assert rule in rules(found)
    assert all("báo cáo Quý I năm 2024" in one.what for one in found)


def test_kept_figures_survive_their_file() -> None:
    said = kept("YEAR")
    assert KeptFigures.model_validate_json(said.model_dump_json()) == said


def test_an_error_is_remarked_at_a_figure_that_rests_on_it() -> None:
    log = records()
    report = build_report(PLAN, log, period_of(PeriodKind.Q1, 2024), FORM)
    path = ("dossiers", 0, "late")
    (remark,) = remarks_on(report, [Finding("R4", Level.ERROR, "Lệch.", "Sửa.", path)])
    place = (remark.path, remark.start, remark.end)
    (at,) = [one for one in report.printed if (one.path, one.start, one.end) == place]
    assert path in sources(at.figure)
    (elsewhere,) = remarks_on(report, [Finding("R4", Level.ERROR, "Lệch.", "Sửa.", ("texts", 3))])
    assert elsewhere.path == ("opening", 0)
    assert remarks_on(report, [Finding("x", Level.WARNING, "Lệch.", "Sửa.", path)]) == []


def test_a_share_above_all_of_it_is_an_error() -> None:
    more = [{"id": "so-hoa", "since": "15/12/2023", "until": "14/3/2024", "value": 101}]
    (found,) = doubts(figures=more)
    assert (found.rule, found.path) == ("R14", ("figures", 0, "value"))
    assert doubts(figures=[more[0] | {"value": 100}]) == []
