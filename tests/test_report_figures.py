"""Every number the example's reports print, added up again from the raw YAML, on its own."""

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc_docs import load_plan
from cchc_docs.domain.outline import outline
from cchc_docs.domain.periods import period_of, window_of
from cchc_docs.domain.questions import open_questions
from cchc_docs.domain.reporting.building import build_report
from cchc_docs.domain.walking import task_rows
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.records import Records
from cchc_docs.model.report import Figure, Report
from cchc_docs.storage.report_form import default_form
from cchc_docs.storage.resources import EXAMPLE_FIGURES, EXAMPLE_PLAN
from cchc_docs.storage.source import read_source

PERIODS = ["Q1", "H1", "Q3", "9M", "YEAR"]
PLAN = load_plan(EXAMPLE_PLAN)
RAW: dict[str, Any] = yaml.load(Path(EXAMPLE_FIGURES).read_text("utf-8"), yaml.BaseLoader)
REPORTS: dict[str, Report] = {}


def report(kind: str) -> Report:
    if kind not in REPORTS:
        log = Records.model_validate(read_source(EXAMPLE_FIGURES).data)
        REPORTS[kind] = build_report(PLAN, log, period_of(PeriodKind(kind), 2024), default_form())
    return REPORTS[kind]


def number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def raw(path: tuple[str | int, ...]) -> Fraction:
    list_name, position, field = path
    return number(RAW[str(list_name)][position].get(str(field), "0"))


def day(text: str) -> dt.date:
    return dt.date(*map(int, reversed(text.split("/"))))


def printed_value(text: str) -> Fraction:
    bare = re.sub(r"[^\d,.-].*$", "", text.removeprefix("tăng ").removeprefix("giảm "))
    return number(bare)


def figures(kind: str) -> Iterator[Figure]:
    for one in report(kind).printed:
        yield one.figure


def recounted(figure: Figure) -> Fraction:
    """Return the value of a figure from the raw file, by its records or by its parts."""
    if figure.unit in ("nhiệm vụ", "chỉ tiêu") and not figure.id.startswith("giao"):
        return figure.value  # rows, not values: counted below and in tests/domain/reporting
    if figure.unit == "%":
        part, whole = figure.parts
        return recounted(part) / recounted(whole)
    if figure.parts:
        return sum(map(recounted, figure.parts), Fraction(0))
    return sum((raw(path) for path in figure.records), Fraction(0))


@pytest.mark.parametrize("kind", PERIODS)
def test_figures_are_the_sums_of_their_records(kind: str) -> None:
    counted = 0
    for one in report(kind).printed:
        figure = one.figure
        if "cùng kỳ" in figure.rule:
            continue
        assert figure.value == recounted(figure), figure.title
        counted += 1
    assert counted > 60


@pytest.mark.parametrize("kind", PERIODS)
def test_printed_numbers_are_their_figures(kind: str) -> None:
    built = report(kind)
    for one in built.printed:
        value: Any = built
        for step in one.path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        text = value[one.start : one.end]
        if text == "không thay đổi":
            assert one.figure.value == 0
        elif "điểm phần trăm" in text or text.endswith("%"):
            off = abs(printed_value(text) - abs(one.figure.value) * 100)
            assert off <= Fraction(1, 200), text
        else:
            assert printed_value(text) == abs(one.figure.value), text


@pytest.mark.parametrize("kind", PERIODS)
def test_no_number_is_printed_that_is_not_a_figure(kind: str) -> None:
    """In sentences of the form: dates, numbers of papers and annexes aside, all are figures."""
    built = report(kind)
    for entry in outline(built):
        text = entry.block.text or ""
        spans = [one for one in built.printed if one.path == (*entry.path, "text")]
        if not spans or entry.label == "-":
            continue
        for one in reversed(spans):
            text = text[: one.start] + text[one.end :]
        text = re.sub(r"\d+/\d+/\d{4}|số \d+/[\w-]+|năm \d{4}|Phụ lục [IVX]+", "", text)
        assert not re.search(r"\d", text), text


COLUMNS = {
    "ho-so-truc-tuyen": "online",
    "ho-so-truc-tiep": "counter",
    "ho-so-truoc-han": "early",
    "ho-so-dung-han": "on_time",
    "ho-so-qua-han": "late",
}


@pytest.mark.parametrize("kind", PERIODS)
def test_flows_hold_every_row_of_the_window(kind: str) -> None:
    window = window_of(PeriodKind(kind), 2024)
    rows = [
        row
        for row in RAW["dossiers"]
        if window.first <= day(row["since"]) and day(row["until"]) <= window.last
    ]
    assert len(rows) == {"Q1": 3, "H1": 6, "Q3": 3, "9M": 9, "YEAR": 12}[kind] * 6
    shown = {figure.id: figure.value for figure in figures(kind)}
    for name, column in COLUMNS.items():
        assert shown[name] == sum(int(row.get(column, 0)) for row in rows), name
    first = [row for row in rows if day(row["since"]) == window.first]
    last = [row for row in rows if day(row["until"]) == window.last]
    assert shown["ho-so-ky-truoc"] == sum(int(row.get("carried_in", 0)) for row in first)
    pending = ("pending_in_time", "pending_late")
    assert shown["ho-so-dang"] == sum(int(row.get(name, 0)) for row in last for name in pending)


@pytest.mark.parametrize("kind", PERIODS)
def test_tasks_are_counted_by_their_days(kind: str) -> None:
    last = window_of(PeriodKind(kind), 2024).last
    tasks = {row["id"]: row for row in RAW["tasks"]}

    def happened(name: str, what: str) -> bool:
        written = tasks.get(name, {}).get(what)
        return bool(written) and day(written) <= last

    names = [task.id for _, task in task_rows(PLAN)]
    gone = [name for name in names if happened(name, "cancelled")]
    done = [name for name in names if happened(name, "done") and name not in gone]
    shown = {figure.id: figure.value for figure in figures(kind)}
    assert shown["nhiem-vu"] == len(names) == 21
    assert shown["nhiem-vu-xong"] == len(done)
    assert shown.get("nhiem-vu-thoi", 0) == len(gone)
    states = ("nhiem-vu-xong", "nhiem-vu-dang-lam", "nhiem-vu-chua-lam", "nhiem-vu-thoi")
    assert sum(shown.get(one, 0) for one in states) == 21  # R13


@pytest.mark.parametrize("kind", PERIODS)
def test_the_annex_repeats_the_figures_of_the_text(kind: str) -> None:
    annex = report(kind).annexes.dossiers
    assert annex is not None
    shown = {figure.id: figure.value for figure in figures(kind)}
    for column in annex.total.columns:
        assert column.value == shown.get(column.id, column.value)
    for position, column in enumerate(annex.total.columns):
        assert column.value == sum(row.columns[position].value for row in annex.rows)  # R7


@pytest.mark.parametrize("kind", PERIODS)
def test_nothing_is_left_to_ask(kind: str) -> None:
    assert list(open_questions(report(kind))) == []


def test_the_example_is_interesting() -> None:
    first, year = report("Q1"), report("YEAR")
    said = ["\n".join(e.block.text or "" for e in outline(one)) for one in (first, year)]
    assert "Nhiệm vụ quá hạn, chưa hoàn thành" in said[0]
    assert "hoàn thành sau thời hạn" in said[0]
    assert "Không tiếp tục thực hiện 01 nhiệm vụ" in said[1]
    assert "- chưa đạt" in said[1]
    assert "- vượt" in said[1]
    assert first.invented
    assert first.signatory is None
