"""Answers come out of the workbook whatever an officer and a program did to it."""

import datetime as dt
import io
import time
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.domain.answers import check_answers
from cchc_docs.errors import DataError, Problem
from cchc_docs.excel.answers import read_answers
from cchc_docs.excel.cell_text import from_cell, to_cell
from cchc_docs.excel.review_sheet import review_workbook
from tests.excel.reviews import ANSWER, QUESTION, ROWS, asked, converted, filled
from tests.test_hostile_text import HOSTILE

FILE = "ra-soat.xlsx"
BLANK = review_workbook(ROWS, "Rà soát", [])  # q1, q2, q4 in rows 2 to 4, then k0, k3


def read(content: bytes) -> dict[str, str]:
    return {answer.key: answer.text for answer in read_answers(content, FILE)}


def answers(fill: Callable[[Worksheet], None]) -> dict[str, str]:
    return read(filled(BLANK, fill))


def problems(content: bytes) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        read_answers(content, FILE)
    for problem in caught.value.problems:
        assert problem.place.file == FILE
        assert problem.fix
    return caught.value.problems


def refused(fill: Callable[[Worksheet], None]) -> tuple[Problem, ...]:
    return problems(filled(BLANK, fill))


def put(**cells: object) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for name, value in cells.items():
            sheet[name] = value

    return fill


class TestRoundTrip:
    def test_blank_answers_are_left_out(self):
        assert read(BLANK) == {}
        assert answers(put(K2=" \n", K3="")) == {}

    def test_an_answer_has_key_question_and_cell(self):
        (answer,) = read_answers(filled(BLANK, put(K3="Sở Nội vụ")), FILE)
        assert (answer.key, answer.question, answer.text) == ("q2", "ai?", "Sở Nội vụ")
        assert str(answer.place) == "ra-soat.xlsx, trang Rà soát, ô K3"

    def test_what_was_written_is_understood(self):
        found = read_answers(filled(BLANK, put(K2="giữ", K4="Bỏ")), FILE)
        assert check_answers(ROWS, found) == ({"q1": "GIỮ", "q4": "BỎ"}, [])

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
    def test_hostile_text_comes_back_exactly(self, text):
        (answer,) = read_answers(
            review_workbook([asked("q", text, answer=text)], text, [text]), FILE
        )
        assert (answer.question, answer.text) == (text, text)

    @settings(max_examples=20, deadline=None)
    @given(st.lists(st.tuples(st.text(), st.text().filter(str.strip)), max_size=20))
    def test_any_text_comes_back_exactly(self, texts):
        rows = [asked(f"q{n}", words, answer=text) for n, (words, text) in enumerate(texts)]
        found = read_answers(review_workbook(rows, "Rà soát", []), FILE)
        assert [(one.question, one.text) for one in found] == texts

    @given(st.text("_x0415Fa\x01\r\n") | st.text())
    def test_text_like_the_escapes_of_office_is_told_from_them(self, text):
        assert from_cell(to_cell(text)) == text

    @pytest.mark.parametrize(
        ("text", "cell"),
        [
            ("a\x07", "a_x0007_"),
            ("_x0041_", "_x005F_x0041_"),
            ("\r", "_x000D_"),
            ("_x41_", "_x41_"),
        ],
    )
    def test_escapes_are_those_of_office(self, text, cell):
        """ECMA-376, Part 1, §22.9.2.19."""
        assert to_cell(text) == cell


class TestTypedValues:
    @pytest.mark.parametrize(
        ("value", "number_format", "text"),
        [
            (dt.datetime(2025, 12, 31), "dd/mm/yyyy", "31/12/2025"),
            (dt.date(2025, 3, 5), "mm-dd-yy", "05/03/2025"),
            (dt.date(2025, 3, 5), "[$-1042A]dddd, d mmmm yyyy", "05/03/2025"),
            (dt.date(2025, 3, 1), "mmm-yy", "03/2025"),
            (dt.date(2025, 9, 2), "d-mmm", "02/09"),
            (0.924, "0.0%", "92,4%"),
            (0.9, "0%", "90%"),
            (0.07, "0%", "7%"),
            (1, "0%", "100%"),
            (92.4, "General", "92,4"),
            (92.4, '0.0"%"', "92,4"),
            (0.1 + 0.2, "General", "0,3"),
            (90, "@", "90"),
            (90.0, "General", "90"),
            (1250, "#,##0", "1250"),
            (-1.5, "General", "-1,5"),
        ],
    )
    def test_come_as_the_text_that_is_meant(self, value, number_format, text):
        def fill(sheet: Worksheet) -> None:
            sheet["K2"].value = value
            sheet["K2"].number_format = number_format

        assert answers(fill) == {"q1": text}

    @pytest.mark.parametrize("value", [True, False, dt.time(9, 30), dt.timedelta(hours=30)])
    def test_that_are_no_text_are_refused(self, value):
        (problem,) = refused(put(K2=value))
        assert "ô K2" in str(problem.place)

    def test_an_error_of_excel_is_refused(self):
        (problem,) = refused(put(K2="#REF!"))
        assert "#REF!" in problem.what

    def test_a_formula_without_a_result_is_refused(self):
        (problem,) = refused(put(K2="=A1&A2"))
        assert "công thức" in problem.what

    def test_of_a_formula_the_result_counts(self, tmp_path):
        """LibreOffice calculates when it saves."""
        content = filled(BLANK, put(K2='="Sở "&"Nội vụ"', K3="=1/8"))
        assert read(converted(content, "xlsx", tmp_path)) == {"q1": "Sở Nội vụ", "q2": "0,125"}


class TestMovedAndSorted:
    def test_columns_in_another_order_with_others_between(self):
        def fill(sheet: Worksheet) -> None:
            sheet["K2"] = "x"
            sheet.insert_cols(1, 3)
            sheet["A1"] = "Ghi chú"
            for row in range(1, 7):  # the answers move to the front
                sheet.cell(row, 2, sheet.cell(row, 14).value)
                sheet.cell(row, 14, None).value = None

        assert answers(fill) == {"q1": "x"}

    def test_rows_in_another_order(self):
        def fill(sheet: Worksheet) -> None:
            sheet["K3"] = "x"
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(2)]
            for number, row in enumerate(reversed(rows), start=2):
                for column, value in enumerate(row, start=1):
                    sheet.cell(number, column).value = value

        assert answers(fill) == {"q2": "x"}

    def test_hidden_rows_count(self):
        def fill(sheet: Worksheet) -> None:
            sheet["K3"] = "x"
            sheet.row_dimensions[3].hidden = True
            sheet.auto_filter.add_filter_column(0, ["q1"])

        assert answers(fill) == {"q2": "x"}

    def test_rows_above_the_head_and_notes_below(self):
        def fill(sheet: Worksheet) -> None:
            sheet["K2"] = "x"
            sheet.insert_rows(1, 2)
            sheet["A1"] = "BẢNG RÀ SOÁT"
            sheet["B40"] = "Người trả lời: văn phòng"

        assert answers(fill) == {"q1": "x"}

    @pytest.mark.parametrize("title", ["TRẢ LỜI", " trả  lời ", "Trả\nlời"])
    def test_titles_in_another_spelling(self, title):
        assert answers(put(K1=title, K2="x")) == {"q1": "x"}

    def test_the_last_cell_of_the_sheet_costs_no_minutes(self):
        began = time.monotonic()
        assert answers(put(K2="x", XFD1048576="y")) == {"q1": "x"}
        assert time.monotonic() - began < 10

    def test_saved_again_by_libreoffice(self, tmp_path):
        texts = ["=1+1", "31/12/2025", "92,4%", "007", "một\nhai", " & < > \" '  ", "TRUE"]
        rows = [asked(f"q{n}", text, answer=text) for n, text in enumerate(texts)]
        found = read_answers(converted(review_workbook(rows, "R", []), "xlsx", tmp_path), FILE)
        assert [(one.question, one.text) for one in found] == [(text, text) for text in texts]


class TestProblems:
    def test_come_all_at_once_with_their_cells(self):
        found = refused(put(K2=True, K3="#N/A", K9="lạc"))
        assert [str(one.place.field)[-2:] for one in found] == ["K2", "K3", "K9"]

    def test_an_answer_without_a_key(self):
        (problem,) = refused(put(A3=None, K3="x"))
        assert '"Mã"' in problem.what

    def test_two_answers_to_one_question(self):
        (problem,) = refused(put(A3="q1", K2="x", K3="y"))
        assert "ô K2" in problem.what
        assert "ô K3" in str(problem.place)

    def test_the_same_answer_twice_is_one(self):
        assert answers(put(A3="q1", K2="x", K3="x ")) == {"q1": "x"}

    def test_no_such_sheet(self):
        def fill(sheet: Worksheet) -> None:
            sheet.title = "Sheet1"

        (problem,) = refused(fill)
        assert '"Rà soát"' in problem.what
        assert '"Sheet1"' in problem.what

    @pytest.mark.parametrize("cell", ["A1", f"{QUESTION}1", f"{ANSWER}1"])
    def test_no_such_column(self, cell):
        title = load_workbook(io.BytesIO(BLANK)).worksheets[0][cell].value
        (problem,) = refused(put(**{cell: "khác"}))
        assert problem.what.endswith(f'"{title}".')

    def test_two_columns_of_one_title(self):
        (problem,) = refused(put(L1="Trả lời", L2="x"))
        assert "ô L1" in str(problem.place)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def damaged(part: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(BLANK)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(**(parts | {part: content}))


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
STRANGERS = {
    "nothing": b"",
    "text": "Mã,Trả lời\n".encode(),
    "cut off": BLANK[: len(BLANK) // 2],
    "another zip": zipped(a=b"b"),
    "a zip that says it is a workbook": zipped(**{"[Content_Types].xml": b"<x/>"}),
    "no workbook part": damaged("xl/workbook.xml", b""),
    "a sheet that is no XML": damaged("xl/worksheets/sheet1.xml", b"<worksheet><row>"),
    "entities": damaged(
        "xl/worksheets/sheet1.xml",
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(
            b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (b"" if n == 0 else b"%d" % (n - 1)) * 10)
            for n in range(9)
        )
        + b"]><worksheet>&a8;</worksheet>",
    ),
}


class TestOtherFiles:
    @pytest.mark.parametrize("content", STRANGERS.values(), ids=list(STRANGERS))
    def test_are_refused_in_vietnamese(self, content):
        (problem,) = problems(content)
        assert ".xlsx" in problem.what + problem.fix

    def test_the_old_format(self):
        assert ".xls)" in problems(OLE)[0].what

    def test_a_password(self):
        (problem,) = problems(OLE + "EncryptedPackage".encode("utf-16-le"))
        assert "mật khẩu" in problem.what

    def test_a_zip_bomb(self):
        (problem,) = problems(damaged("xl/bomb.bin", bytes(101 * 1024 * 1024)))
        assert "lớn bất thường" in problem.what

    def test_a_word_document(self):
        (problem,) = problems(
            zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"})
        )
        assert problem.fix

    def test_openpyxl_says_nothing_itself(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert answers(put(K2=dt.date(2025, 1, 2))) == {"q1": "02/01/2025"}
            (problem,) = problems(filled(BLANK, out_of_calendar))
        assert "ô K2" in str(problem.place)


def out_of_calendar(sheet: Worksheet) -> None:
    """A number that is no day, formatted as one; openpyxl warns of it."""
    sheet["K2"].value = 99_999_999_999
    sheet["K2"].number_format = "dd/mm/yyyy"
