"""A log that is of another plan, contradicts itself or says a thing twice cannot be counted."""

from typing import Any

import pytest

from cchc_docs.domain.records_check import broken_records
from cchc_docs.findings import Path
from tests.domain.arithmetic.logs import dossiers, form, plan, records

BEGINNING, DONE, LATER = "2024-01-10", "2024-02-20", "2024-03-01"


def broken(**log: Any) -> list[tuple[Path, str, str]]:
    found = broken_records(records(**log), plan(targets=[{"threshold": "90%"}]), form())
    return [(one.path, one.what, one.fix) for one in found]


def only(**log: Any) -> tuple[Path, str, str]:
    (found,) = broken(**log)
    return found


def task(**fields: Any) -> dict[str, Any]:
    return {"id": "n0"} | fields


def stock(value: object = 1, until: str = LATER) -> dict[str, Any]:
    return {"id": "co-mat", "until": until, "value": value}


def flow(
    since: str | None, until: str, value: object = 1, name: str = "cong-van"
) -> dict[str, Any]:
    return {"id": name, "since": since, "until": until, "value": value}


def test_a_sound_log_has_none():
    assert not broken(
        unit="Xã  Bình An",
        signatory="chu-tich",
        tasks=[
            task(status="done", started=BEGINNING, done=DONE),
            {"id": "n1", "cancelled": DONE},
        ],
        targets=[
            {"id": "c0", "date": DONE, "result": "80%"},
            {"id": "c0", "date": LATER, "result": "100%"},
        ],
        dossiers=[
            dossiers("2023-12-15", "2024-01-14"),
            dossiers("2024-01-15", "2024-02-14"),
            dossiers("2023-12-15", "2024-01-14") | {"field": "Đất đai"},
        ],
        figures=[
            stock(),
            stock(until=DONE),
            flow(None, DONE),
            flow("2024-02-21", LATER),
            flow(None, DONE, 2, "van-ban"),
            {"id": "von", "until": DONE, "value": "12,5"},
        ],
        texts=[{"heading": "khoan", "period": period, "text": "Câu."} for period in ("Q1", "H1")],
        last_year=[
            {"id": "ty-le", "period": "Q1", "value": "98,7"},
            {"id": "ho-so", "period": "Q1", "value": 120},
        ],
    )


class TestOfAnotherPlan:
    def test_unit(self):
        path, what, fix = only(unit="xã Bình Yên")
        assert (path, what) == (
            ("unit",),
            'Số liệu này của "xã Bình Yên", kế hoạch là của xã Bình An.',
        )
        assert fix

    def test_year(self):
        path, what, _ = only(year=2023)
        assert path == ("year",)
        assert "2023" in what
        assert "2024" in what

    def test_signatory(self):
        path, _, fix = only(signatory="pho-chu-tich")
        assert path == ("signatory",)
        assert '"chu-tich"' in fix
        assert broken(signatory="[[ai ký?]]") == []


@pytest.mark.parametrize(
    ("log", "path", "near"),
    [
        ({"tasks": [{"id": "n00"}]}, ("tasks", 0, "id"), "n0"),
        (
            {"targets": [{"id": "c00", "date": DONE, "result": "5%"}]},
            ("targets", 0, "id"),
            "c0",
        ),
        ({"figures": [flow(None, DONE, name="cong-vn")]}, ("figures", 0, "id"), "cong-van"),
        ({"texts": [{"heading": "khoa", "period": "Q1", "text": "x"}]},
         ("texts", 0, "heading"), "khoan"),
        ({"last_year": [{"id": "tyle", "period": "Q1", "value": 5}]},
         ("last_year", 0, "id"), "ty-le"),
    ],
)  # fmt: skip
def test_unknown_ids_with_the_nearest_one(log: dict[str, Any], path: Path, near: str):
    found, what, fix = only(**log)
    assert found == path
    assert "mang mã" in what
    assert f'"{near}"' in fix


@pytest.mark.parametrize("name", ["ty-le", "ho-so-xong"])
def test_what_is_computed_is_not_typed(name: str):
    path, what, _ = only(figures=[flow(None, DONE, name=name)])
    assert path == ("figures", 0, "id")
    assert "tự tính" in what


@pytest.mark.parametrize(
    ("log", "path"),
    [
        ({"tasks": [task(), task()]}, ("tasks", 1, "id")),
        ({"targets": [{"id": "c0", "date": DONE, "result": "5%"}] * 2}, ("targets", 1, "date")),
        ({"texts": [{"heading": "khoan", "period": "Q1", "text": "x"}] * 2},
         ("texts", 1, "period")),
        ({"last_year": [{"id": "ty-le", "period": "Q1", "value": 5}] * 2},
         ("last_year", 1, "period")),
        ({"figures": [stock(1), stock(2)]}, ("figures", 1, "until")),
    ],
)  # fmt: skip
def test_twice(log: dict[str, Any], path: Path):
    found, what, fix = only(**log)
    assert found == path
    assert "đã có một dòng" in what
    assert fix


class TestDays:
    def test_dossiers_of_one_field_overlap(self):
        path, what, _ = only(
            dossiers=[
                dossiers("2024-02-14", "2024-03-14"),
                dossiers("2024-01-15", "2024-02-14") | {"field": "HỘ TỊCH "},
            ]
        )
        assert path == ("dossiers", 0, "since")
        assert "từ ngày 15/01/2024 đến ngày 14/02/2024" in what

    def test_a_row_inside_a_long_one_behind_another(self):
        rows = [("2024-01-01", "2024-12-01"), ("2024-02-01", "2024-02-02"), (LATER, LATER)]
        found = broken(figures=[flow(*days) for days in rows])
        assert [path for path, _, _ in found] == [("figures", 1, "since"), ("figures", 2, "since")]

    @pytest.mark.parametrize(
        "log",
        [
            {"dossiers": [dossiers(LATER, DONE)]},
            {"figures": [flow(LATER, DONE)]},
        ],
    )
    def test_an_end_before_the_beginning(self, log: dict[str, Any]):
        path, what, _ = only(**log)
        assert path[2] == "until"
        assert what == "Đến ngày 20/02/2024 trước từ ngày 01/3/2024."


class TestValues:
    @pytest.mark.parametrize(
        "log",
        [
            {"figures": [flow(None, DONE, "2,5")]},
            {"last_year": [{"id": "ho-so", "period": "Q1", "value": "2,5"}]},
        ],
    )
    def test_a_fraction_of_what_is_counted(self, log: dict[str, Any]):
        path, what, _ = only(**log)
        assert path[2] == "value"
        assert "thập phân" in what

    @pytest.mark.parametrize(
        ("log", "path"),
        [
            ({"targets": [{"id": "c0", "date": DONE, "result": "924%"}]}, ("targets", 0, "result")),
            ({"last_year": [{"id": "ty-le", "period": "Q1", "value": 101}]},
             ("last_year", 0, "value")),
        ],
    )  # fmt: skip
    def test_more_than_all(self, log: dict[str, Any], path: Path):
        found, what, _ = only(**log)
        assert found == path
        assert "100%" in what

    def test_a_target_may_ask_for_more_than_all(self):
        log = records(targets=[{"id": "c0", "date": DONE, "result": "105%"}])
        assert broken_records(log, plan(targets=[{"threshold": "Trên 105%"}]), form()) == []


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"status": "done"}, "done", 'là "đã xong" nhưng chưa có ngày hoàn thành'),
        ({"status": "done", "done": DONE, "cancelled": LATER}, "status", "ngày thôi thực hiện"),
        ({"status": "doing"}, "started", "chưa có ngày bắt đầu"),
        ({"status": "doing", "started": BEGINNING, "done": DONE}, "status", "ngày hoàn thành"),
        ({"status": "not-started", "started": BEGINNING}, "status", "nhưng có ngày bắt đầu"),
        ({"status": "not-started", "done": DONE}, "status", "nhưng có ngày hoàn thành"),
        ({"status": "cancelled"}, "cancelled", "chưa có ngày thôi thực hiện"),
        ({"status": "cancelled", "cancelled": DONE, "done": DONE}, "status", "ngày hoàn thành"),
        ({"done": DONE, "cancelled": LATER}, "cancelled", "Có cả"),
        ({"started": LATER, "done": DONE}, "done", "20/02/2024 trước ngày bắt đầu"),
        ({"started": LATER, "cancelled": DONE}, "cancelled", "trước ngày bắt đầu"),
    ],
)
def test_a_status_and_its_days_cannot_both_be_true(fields: dict[str, Any], field: str, said: str):
    path, what, fix = only(tasks=[task(**fields)])
    assert path == ("tasks", 0, field)
    assert said in what
    assert fix


def test_the_day_of_the_document_is_offered():
    _, _, fix = only(tasks=[task(status="done", document="Kế hoạch", document_date=DONE)])
    assert "20/02/2024" in fix


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"status": "not-started"},
        {"started": BEGINNING},
        {"status": "doing", "started": BEGINNING},
        {"done": DONE},
        {"status": "done", "started": DONE, "done": DONE},
        {"status": "cancelled", "started": BEGINNING, "cancelled": DONE},
    ],
)
def test_what_may_stand(fields: dict[str, Any]):
    assert broken(tasks=[task(**fields)]) == []
