"""The workbook of figures: what an officer sees, may write in, is warned of and prints."""

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.domain.walking import task_rows
from cchc_docs.excel.records_book import records_workbook
from cchc_docs.model.progress import TaskStatus
from tests import ooxml
from tests.excel.records_books import (
    BLANK,
    DOSSIERS,
    FIGURES,
    FORM,
    GENERAL,
    LAST_YEAR,
    PLAN,
    TARGETS,
    TASKS,
    TEXTS,
    filled,
    put,
    records,
)
from tests.excel.reviews import converted

BOOK = load_workbook(io.BytesIO(BLANK))
LOGS = [TASKS, TARGETS, DOSSIERS, FIGURES, TEXTS, LAST_YEAR]
CLOSINGS = [dt.date(2024, month, 14) for month in (3, 6, 9, 12)]  # NĐ 09/2019/NĐ-CP, Điều 12


def column(sheet: Worksheet, letter: str, first: int = 2) -> list[object]:
    found = [cell.value for cell in sheet[letter][first - 1 :]]
    return found[: next((n for n, value in enumerate(found) if value is None), None)]


def days(sheet: Worksheet, letter: str, first: int = 2) -> list[dt.date]:
    return [one.date() for one in column(sheet, letter, first) if isinstance(one, dt.datetime)]


def free(sheet: Worksheet, row: int) -> list[str]:
    return [cell.column_letter for cell in sheet[row] if not cell.protection.locked]


class TestSheets:
    def test_in_their_order(self):
        assert BOOK.sheetnames == [GENERAL, *LOGS, "Hướng dẫn"]

    def test_equal_data_give_equal_bytes(self):
        assert records_workbook(PLAN, FORM) == BLANK

    def test_a_row_for_each_task_of_the_plan(self):
        tasks = [task for _, task in task_rows(PLAN)]
        assert column(BOOK[TASKS], "A") == [task.id for task in tasks]
        assert column(BOOK[TASKS], "D") == [str(task.deadline) for task in tasks]

    def test_a_row_for_each_target_and_closing_day(self):
        ids = column(BOOK[TARGETS], "A")
        assert len(ids) == 4 * len(set(ids))
        assert days(BOOK[TARGETS], "E") == CLOSINGS * len(set(ids))

    def test_a_target_that_is_measured_says_so(self):
        rows = zip(column(BOOK[TARGETS], "A"), BOOK[TARGETS]["D"][1:], strict=False)
        told = {identifier for identifier, cell in rows if cell.value}
        text = (Path(__file__).parents[2] / "examples/hoai-hao/2024/ke-hoach.yaml").read_text(
            "utf-8"
        )
        assert bool(told) == ("measured_by" in text)

    def test_a_row_for_each_field_and_month(self):
        sheet = BOOK[DOSSIERS]
        assert column(sheet, "A", 4) == ["Chứng thực"] * 12 + ["Hộ tịch"] * 12
        assert days(sheet, "B", 4)[:2] == [dt.date(2023, 12, 15), dt.date(2024, 1, 15)]
        assert days(sheet, "C", 4)[10:12] == [dt.date(2024, 11, 14), dt.date(2024, 12, 14)]

    def test_the_numbers_of_the_columns_are_those_of_form_06(self):
        titles = {cell.value: sheet_title.value for sheet_title, cell in head(BOOK[DOSSIERS])}
        assert titles["(2)"] == "Lĩnh vực"
        assert titles["(4)"] == "Trực tuyến"
        assert titles["(6)"] == "Từ kỳ trước"
        assert titles["(10)"] == "Quá hạn"
        assert titles["(13)"] == "Đang giải quyết, quá hạn"

    def test_stocks_have_one_day_and_flows_a_quarter(self):
        sheet = BOOK[FIGURES]
        assert column(sheet, "A") == ["tin-bai"] * 4 + ["khu-pho"] * 4
        assert [bool(cell.value) for cell in sheet["E"][1:9]] == [True] * 4 + [False] * 4
        assert days(sheet, "F") == CLOSINGS * 2

    def test_headings_are_numbered_as_printed(self):
        assert column(BOOK[TEXTS], "B") == [
            "I. CHỈ ĐẠO",
            "1. Kế hoạch",
            "a) Tiến độ",
            "II. KẾT QUẢ",
        ]

    def test_a_year_in_which_february_has_28_days(self):
        book = load_workbook(
            io.BytesIO(records_workbook(PLAN.model_copy(update={"year": 2025}), FORM))
        )
        since, until = (days(book[DOSSIERS], letter, 4)[:12] for letter in "BC")
        assert [one - dt.timedelta(days=1) for one in since[1:]] == until[:-1]

    def test_what_has_no_prepared_place_comes_out(self):
        log = records(
            dossiers=[{"field": "Cư trú", "since": "1/2/2024", "until": "2/2/2024", "online": 3}],
            tasks=[{"id": "la", "status": "done"}],
        )
        book = load_workbook(io.BytesIO(records_workbook(PLAN, FORM, log)))
        assert column(book[DOSSIERS], "A", 4)[-1] == "Cư trú"
        assert column(book[TASKS], "A")[-1] == "la"
        assert book[TASKS]["E23"].value == TaskStatus.DONE.label

    def test_what_was_written_stands_in_its_prepared_row(self):
        log = records(figures=[{"id": "khu-pho", "until": "14/6/2024", "value": 9}])
        book = load_workbook(io.BytesIO(records_workbook(PLAN, FORM, log)))
        assert book[FIGURES]["G7"].value == 9
        assert len(column(book[FIGURES], "A")) == 8

    def test_more_digits_than_excel_keeps_are_text(self):
        log = records(figures=[{"id": "a", "until": "14/6/2024", "value": "123456789012345,67"}])
        book = load_workbook(io.BytesIO(records_workbook(PLAN, FORM, log)))
        assert book[FIGURES]["G10"].value == "123.456.789.012.345,67"


def head(sheet: Worksheet) -> list[tuple[object, object]]:
    return list(zip(sheet[1], sheet[2], strict=True))


class TestWriting:
    @pytest.mark.parametrize(
        ("sheet", "row", "letters"),
        [
            (TASKS, 2, "EFGHIJK"),
            (TARGETS, 2, "EFGH"),
            (DOSSIERS, 4, "ABCEFGIJKMNOPQS"),
            (DOSSIERS, 3, ""),
            (DOSSIERS, 2, ""),
            (DOSSIERS, 50, "ABCEFGIJKMNOPQS"),
            (FIGURES, 2, "EFGH"),
            (FIGURES, 20, "AEFGH"),
            (TEXTS, 2, "CDEFG"),
            (GENERAL, 2, ""),
            (GENERAL, 4, "C"),
        ],
    )
    def test_only_cells_to_fill_are_free(self, sheet: str, row: int, letters: str):
        assert "".join(free(BOOK[sheet], row)) == letters

    @pytest.mark.parametrize("sheet", [GENERAL, *LOGS])
    def test_sheets_are_locked_without_a_password(self, sheet: str):
        assert BOOK[sheet].protection.sheet
        assert BOOK[sheet].protection.password is None

    @pytest.mark.parametrize("sheet", [TARGETS, DOSSIERS, FIGURES, LAST_YEAR])
    def test_rows_may_be_added(self, sheet: str):
        assert not BOOK[sheet].protection.insertRows

    def test_the_status_has_its_list(self):
        lists = [one.formula1 for one in BOOK[TASKS].data_validations.dataValidation]
        assert '"đã xong,đang làm,chưa làm,không làm nữa"' in lists

    def test_texts_that_look_like_formulas_are_texts(self):
        log = records(tasks=[{"id": "la", "note": "=1+1"}])
        cell = load_workbook(io.BytesIO(records_workbook(PLAN, FORM, log)))[TASKS]["K23"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_sums_are_live_and_stocks_are_never_added(tmp_path: Path):
    """LibreOffice calculates when it saves."""

    def fill(book: object) -> None:
        put(DOSSIERS, E4=5, F4=2, G4=1, I4=3, J4=2, K4=1, M4=1, N4=0)(book)  # type: ignore[arg-type]
        put(DOSSIERS, E5=4, J5=4)(book)  # type: ignore[arg-type]

    content = converted(filled(fill), "xlsx", tmp_path)
    sheet = load_workbook(io.BytesIO(content), data_only=True)[DOSSIERS]
    assert [sheet[f"{letter}4"].value for letter in "DHLR"] == [8, 6, 1, 1]
    assert [sheet[f"{letter}5"].value or 0 for letter in "DHLR"] == [4, 4, 0, 0]
    assert [sheet[f"{letter}3"].value for letter in "EFH"] == [9, 2, 10]
    assert [sheet[f"{letter}3"].value for letter in "DGLMN"] == [None] * 5


@pytest.mark.parametrize("sheet", LOGS)
def test_prints_on_a4_landscape_with_its_head(sheet: str):
    page = BOOK[sheet]
    assert page.page_setup.orientation == "landscape"
    assert str(page.page_setup.paperSize) == "9"  # ECMA-376, Part 1, §18.3.1.63: A4
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == ("$1:$3" if sheet == DOSSIERS else "$1:$1")


def test_is_valid_for_the_open_xml_sdk(tmp_path: Path):
    file = tmp_path / "so-lieu.xlsx"
    file.write_bytes(BLANK)
    # The SDK wants the parts of a font in one order; ECMA-376 (sml.xsd, CT_Font) takes any.
    assert [error for error in ooxml.validate(file) if "x:fonts" not in error] == []
