"""The log of a year out of a file, or out of cells, with the place of each value."""

import datetime as dt
import json
from pathlib import Path

import pytest

from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.findings import Path as Where
from cchc_docs.storage.records import read_records, records_of

LOG = """\
unit: phường Hoài Hảo
year: 2024
plan_date: 08/01/2024
tasks:
  - id: tuyen-truyen
    done: 5-3-24
dossiers:
  - field: Hộ tịch
    since: 15/12/2023
    until: 14/01/2024
    online: 1.260
figures:
  - {id: tin-bai, until: 2024-03-14, value: "12,5"}
"""
CELLS: dict[Where, str] = {("dossiers", 0): "ô A4", ("dossiers", 0, "online"): "ô E4"}
DOSSIER = {"field": "Hộ tịch", "since": "15/12/2023", "until": "14/01/2024"}


def written(folder: Path, text: str) -> Path:
    path = folder / "so-lieu.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_as_people_write_it(tmp_path: Path):
    found = read_records(written(tmp_path, LOG))
    assert found.records.tasks[0].done == dt.date(2024, 3, 5)
    assert found.records.dossiers[0].online == 1260
    assert str(found.records.figures[0].value) == "12.5"


def test_a_value_has_its_line_and_title(tmp_path: Path):
    path = written(tmp_path, LOG)
    place = read_records(path).place(("dossiers", 0, "online"))
    assert (place.file, place.line) == (str(path), 11)
    assert place.field is not None
    assert place.field.endswith("Trực tuyến")


def test_all_errors_of_a_file_come_with_their_lines(tmp_path: Path):
    text = LOG.replace("1.260", "1.26").replace("5-3-24", "32/3/2024").replace("12,5", "-1")
    with pytest.raises(DataError) as caught:
        read_records(written(tmp_path, text))
    assert [problem.place.line for problem in caught.value.problems] == [6, 11, 13]


@pytest.mark.parametrize("result", ["-5%", "- 5 %", "−0,5%", "-3", "-03 sáng kiến"])
def test_a_result_below_zero_is_refused(tmp_path: Path, result: str):
    text = LOG + f'targets: [{{id: a, date: 14/3/2024, result: "{result}"}}]\n'
    with pytest.raises(DataError) as caught:
        read_records(written(tmp_path, text))
    (problem,) = caught.value.problems
    assert "số âm" in problem.what


@pytest.mark.parametrize(
    "result", ["92,4%", "0", "- Đã ban hành 02 văn bản", "-01 văn bản;\n-02 cuộc họp", "-"]
)
def test_a_dash_before_words_is_no_minus(tmp_path: Path, result: str):
    text = LOG + f"targets: [{{id: a, date: 14/3/2024, result: {json.dumps(result)}}}]\n"
    (target,) = read_records(written(tmp_path, text)).records.targets
    assert target.result.text == " ".join(result.split())


def test_values_of_cells_have_their_cells():
    data = {"unit": "xã A", "year": 2024, "dossiers": [DOSSIER]}
    found = records_of(data, "a.xlsx", CELLS, [])
    assert found.place(("dossiers", 0, "online")) == Place("a.xlsx", field="ô E4")
    assert found.place(("dossiers", 0, "late")) == Place("a.xlsx", field="ô A4")
    assert found.place(("year",)) == Place("a.xlsx")


def test_what_the_reader_found_and_what_the_model_refuses_come_together():
    data = {"unit": "xã A", "dossiers": [DOSSIER | {"online": "1.26"}]}
    told = Problem(Place("a.xlsx", field="ô C3"), "Chưa ghi năm.", "Ghi năm.")
    with pytest.raises(DataError) as caught:
        records_of(data, "a.xlsx", CELLS, [told])
    first, second = caught.value.problems
    assert first is told
    assert second.place == Place("a.xlsx", field="ô E4")
    assert '"1.26"' in second.what


def test_what_the_reader_found_alone_is_enough():
    told = Problem(Place("a.xlsx"), "x", "y")
    with pytest.raises(DataError):
        records_of({"unit": "xã A", "year": 2024}, "a.xlsx", {}, [told])
