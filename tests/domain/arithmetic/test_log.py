"""A log is checked row by row; findings lead to the row or cell that is wrong."""

import datetime as dt
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.domain.arithmetic import find_miscounts
from cchc_docs.domain.arithmetic.relations import Stated, check_equal
from cchc_docs.domain.periods import quarters, reporting_year
from cchc_docs.domain.reporting.dossiers import dossier_figure, field_logs
from cchc_docs.findings import Finding, Level
from tests.domain.arithmetic.logs import dossiers, form, plan, records

Q1 = ("2023-12-15", "2024-03-14")
Q2 = ("2024-03-15", "2024-06-14")


def found(rule: str, **log: Any) -> list[Finding]:
    findings = find_miscounts(records(**log), form(), plan(targets=[{"threshold": "Trên 90%"}]))
    assert all(one.what and one.fix and one.path for one in findings)
    assert {one.rule for one in findings} <= {rule}
    return findings


def figure(name: str, value: object, days: tuple[str, str] = Q1, **fields: Any) -> dict[str, Any]:
    return {"id": name, "since": days[0], "until": days[1], "value": value} | fields


def stock_of(name: str, value: object, day: str = Q1[1]) -> dict[str, Any]:
    return {"id": name, "until": day, "value": value}


class TestDossierRows:
    GOOD = dossiers(*Q1, online=80, counter=30, carried_in=10, early=60, on_time=30, late=10,
                    pending_in_time=12, pending_late=3, withdrawn=3, returned=2)  # fmt: skip

    def test_sound(self):
        assert found("", dossiers=[self.GOOD]) == []

    @pytest.mark.parametrize(
        ("column", "value", "said"),
        [
            ("online", 81, "= 120 khác với hồ sơ nhận giải quyết 121, lệch 1"),
            ("late", 13, "đúng bằng số rút hồ sơ (3)"),
            ("late", 15, "đúng bằng số rút hồ sơ (3) và trả lại, từ chối (2)"),
            ("suspended", 4, "đúng bằng số dừng xử lý (4)"),
        ],
    )
    def test_r4_tells_both_sides(self, column: str, value: int, said: str):
        (one,) = found("R4", dossiers=[self.GOOD | {column: value}])
        assert one.what.startswith("Hộ tịch, từ ngày 15/12/2023 đến ngày 14/3/2024: ")
        assert said in one.what
        assert (one.level, one.path) == (Level.ERROR, ("dossiers", 0))

    def test_r5_passes_from_row_to_row_whatever_their_order(self):
        after = dossiers(*Q2, carried_in=15, pending_in_time=15)
        assert found("", dossiers=[after, self.GOOD]) == []
        wrong = after | {"carried_in": 14, "pending_in_time": 14, "field": "Hộ  tịch"}
        (one,) = found("R5", dossiers=[wrong, self.GOOD])
        assert one.path == ("dossiers", 0, "carried_in")
        assert "từ kỳ trước 14 khác với đang giải quyết đến hết ngày 14/3/2024 là 15" in one.what

    def test_r5_not_across_a_gap_nor_another_field(self):
        later = dossiers("2024-03-16", "2024-06-14", carried_in=1, pending_late=1)
        other = dossiers(*Q2, carried_in=1, pending_late=1) | {"field": "Đất đai"}
        assert found("", dossiers=[self.GOOD, later, other]) == []

    def test_r5_takes_what_was_pending_last_year(self):
        other = dossiers(*Q1, carried_in=5, early=5) | {"field": "Đất đai"}
        assert found("", dossiers=[self.GOOD, other], pending_before=15) == []
        (one,) = found("R5", dossiers=[self.GOOD, other], pending_before=10)
        assert one.path == ("pending_before",)
        assert "lệch 5" in one.what


class TestFigures:
    @pytest.mark.parametrize(
        ("rule", "figures"),
        [
            ("R14", [figure("khac-phuc", 4), figure("phat-hien", 3)]),
            ("R15", [figure("pakn-xong", 4), stock_of("pakn-dang", 1), figure("pakn", 3),
                     figure("pakn-cu", 1)]),
            ("R15", [figure("pakn-xong", 4), stock_of("pakn-dang", 1), figure("pakn", 3),
                     stock_of("pakn-cu", 1, Q1[0])]),
            ("R17", [figure("van-ban", 8), figure("ke-hoach", 2), figure("cong-van", 5)]),
            ("R17", [figure("van-ban", 4), figure("cong-van", 5)]),
            ("R18", [stock_of("co-mat", 21), stock_of("bien-che", 20)]),
            ("R19", [stock_of("chi", "12,6"), stock_of("von", "12,5")]),
        ],
    )  # fmt: skip
    def test_of_the_same_days_are_compared(self, rule: str, figures: list[dict[str, Any]]):
        (one,) = found(rule, figures=figures)
        assert one.path == ("figures", 0, "value")
        assert one.level is (Level.WARNING if rule == "R19" else Level.ERROR)
        assert "14/3/2024" in one.what

    @pytest.mark.parametrize(
        "figures",
        [
            [figure("khac-phuc", 3), figure("phat-hien", 3)],
            [figure("khac-phuc", 4, Q2), figure("phat-hien", 3)],
            [figure("khac-phuc", 4)],
            [
                figure("pakn-xong", 3),
                stock_of("pakn-dang", 1),
                figure("pakn", 3),
                figure("pakn-cu", 1),
            ],
            [figure("pakn-xong", 4), figure("pakn", 3), figure("pakn-cu", 0)],
            [figure("van-ban", 7), figure("ke-hoach", 2), figure("cong-van", 5)],
            [figure("van-ban", 7), figure("cong-van", 5)],
            [figure("van-ban", 7), figure("ke-hoach", 9, Q2)],
            [stock_of("co-mat", 21, Q1[1]), stock_of("bien-che", 20, Q2[1])],
            [stock_of("chi", "12,5"), stock_of("von", "12,5")],
        ],
    )
    def test_sound_others_and_unknown_ones(self, figures: list[dict[str, Any]]):
        assert found("", figures=figures) == []

    def test_the_form_says_how_serious_it_is(self):
        limit = {"rule": "R14", "parts": ["khac-phuc"], "wholes": ["phat-hien"], "level": "note"}
        log = records(figures=[figure("khac-phuc", 4), figure("phat-hien", 3)])
        (one,) = find_miscounts(log, form(limits=[limit]))
        assert (one.rule, one.level) == ("R14", Level.NOTE)

    def test_both_are_named(self):
        (one,) = found("R14", figures=[figure("phat-hien", 3), figure("khac-phuc", 4)])
        assert one.path == ("figures", 1, "value")
        assert one.what == (
            "Từ ngày 15/12/2023 đến ngày 14/3/2024: vấn đề đã khắc phục 4 vượt quá vấn đề phát "
            "hiện 3, lệch 1."
        )


TARGET = {"id": "c0", "date": "2024-12-14"}


class TestTargets:
    @pytest.mark.parametrize(("result", "met"), [("90%", True), ("92,4%", False)])
    def test_r22_a_typed_judgement_contradicts_the_result(self, result: str, met: bool):
        (one,) = found("R22", targets=[TARGET | {"result": result, "met": met}])
        assert one.path == ("targets", 0, "met")

    @pytest.mark.parametrize(
        ("result", "met"), [("90%", False), ("92,4%", True), ("90%", None), ("Tăng hạng", True)]
    )
    def test_r22_it_does_not(self, result: str, met: bool | None):
        assert found("", targets=[TARGET | {"result": result, "met": met}]) == []

    def test_without_a_plan_nothing_is_judged(self):
        log = records(targets=[TARGET | {"result": "90%", "met": True}])
        assert find_miscounts(log, form()) == []


def test_percentages_in_texts_and_notes():
    text = {"heading": "khoan", "period": "Q1", "text": "Xong 12/21 nhiệm vụ, đạt 58%."}
    task = {"id": "n0", "note": "Đã số hóa 653/653 hồ sơ (99%)"}
    paths = [one.path for one in found("R9", texts=[text], tasks=[task])]
    assert paths == [("tasks", 0, "note"), ("texts", 0, "text")]


class TestOutsideTheYear:
    RULE = "outside-year"

    @pytest.mark.parametrize(
        ("log", "path"),
        [
            ({"dossiers": [dossiers("2023-12-14", "2024-01-14")]}, ("dossiers", 0, "since")),
            ({"dossiers": [dossiers("2024-11-15", "2024-12-15")]}, ("dossiers", 0, "until")),
            ({"figures": [stock_of("co-mat", 3, "2025-12-14")]}, ("figures", 0, "until")),
            ({"tasks": [{"id": "n0", "done": "2023-03-01"}]}, ("tasks", 0, "done")),
            (
                {"targets": [{"id": "c0", "date": "2024-12-31", "result": "9%"}]},
                ("targets", 0, "date"),
            ),
        ],
    )
    def test_is_told(self, log: dict[str, Any], path: tuple[str | int, ...]):
        (one,) = found(self.RULE, **log)
        assert (one.path, one.level) == (path, Level.WARNING)
        assert "từ ngày 15/12/2023 đến ngày 14/12/2024" in one.what

    def test_both_ends_are_inside(self):
        assert found("", dossiers=[dossiers("2023-12-15", "2024-12-14")]) == []


COUNTS = st.integers(0, 500)


@given(st.lists(st.tuples(COUNTS, COUNTS, COUNTS), min_size=4, max_size=4), COUNTS)
def test_flows_add_up_over_the_quarters_and_stocks_never_do(
    flows: list[tuple[int, int, int]], carried: int
):
    rows: list[dict[str, Any]] = []
    stock = carried
    for quarter, (online, early, late) in zip(quarters(2024), flows, strict=True):
        early = min(early, stock + online)
        late = min(late, stock + online - early)
        days = str(quarter.first), str(quarter.last)
        row = dossiers(*days, online=online, carried_in=stock, early=early, late=late)
        stock += online - early - late
        rows.append(row | {"pending_in_time": stock})
    log = records(dossiers=rows, pending_before=carried)
    assert find_miscounts(log, form()) == []

    def count(name: str, *windows: Any) -> list[Stated]:
        return [
            Stated(name, dossier_figure(name, field_logs(log, window)).value) for window in windows
        ]

    year = reporting_year(2024)
    for name in ("ho-so-tiep-nhan", "ho-so-xong", "ho-so-truoc-han", "ho-so-qua-han"):
        assert check_equal("R6", count(name, *quarters(2024)), count(name, year)) is None
    first, *_, last = quarters(2024)
    assert check_equal("R5", count("ho-so-ky-truoc", first), count("ho-so-ky-truoc", year)) is None
    assert check_equal("R6", count("ho-so-dang", last), count("ho-so-dang", year)) is None
    assert count("ho-so-ky-truoc", year)[0].value == carried


def test_many_rows_take_linear_time():
    def seconds(size: int) -> float:
        first = dt.date(2023, 12, 15)
        rows = [
            dossiers(
                str(first + dt.timedelta(days=n % 366)), str(first + dt.timedelta(days=n % 366))
            )
            | {"field": f"Lĩnh vực {n // 366}"}
            for n in range(size)
        ]
        figures = [
            figure(name, 1, (str(day), str(day)))
            for n in range(size // 20)
            for day in [first + dt.timedelta(days=n)]
            for name in ("khac-phuc", "phat-hien")
        ]
        log, shape = records(dossiers=rows, figures=figures), form()
        begun = process_time()
        find_miscounts(log, shape)
        return process_time() - begun

    seconds(500)
    assert seconds(4_000) < 10 * min(seconds(1_000) for _ in range(3))


@pytest.mark.parametrize(
    ("result", "doubted"),
    [
        ("95%", False),
        ("95", True),
        ("0,95", True),
        ("95/100", True),
        ("Cao", True),
        ("Không phát sinh", False),
    ],
)
def test_a_result_that_cannot_be_compared_is_told(result: str, doubted: bool):
    typed = {"id": "chi-tieu-1", "date": "2024-03-14", "result": result}
    rules = [one.rule for one in find_miscounts(records(targets=[typed]), form(), _ONE_TARGET)]
    assert rules == ["target-not-judged"] * doubted
    judged = records(targets=[typed | {"met": True}])
    assert "target-not-judged" not in [
        one.rule for one in find_miscounts(judged, form(), _ONE_TARGET)
    ]


_ONE_TARGET = plan(targets=[{"id": "chi-tieu-1", "threshold": "Trên 90%"}])


@pytest.mark.parametrize(
    ("day", "doubted"),
    [("2024-01-05", False), ("2023-12-29", False), ("2023-01-06", True), ("2025-01-05", True)],
)
def test_the_day_of_the_plan_fits_its_year(day: str, doubted: bool):
    found = find_miscounts(records(plan_date=day), form())
    assert [one.rule for one in found] == ["plan-date"] * doubted
