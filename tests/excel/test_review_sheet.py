"""The workbook of a review: what an officer sees, may write in and prints."""

import io
import time
import zipfile

import pdfplumber
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.domain.review import AnswerKind, Question, ReviewRow
from cchc_docs.excel.review_sheet import review_workbook
from tests import ooxml
from tests.excel.reviews import ANSWER, HERE, OLD, ROWS, TITLES, asked, converted, kept

ABOUT = ["Kế hoạch cũ: ke-hoach.yaml, năm 2024"]
TITLE = "Rà soát kế hoạch năm 2025"


def sheet(*rows: ReviewRow) -> Worksheet:
    return load_workbook(io.BytesIO(review_workbook(rows, TITLE, ABOUT))).worksheets[0]


def column(page: Worksheet, letter: str) -> list[object]:
    return [cell.value for cell in page[letter][1:]]


class TestSheet:
    def test_titles_and_rows_with_the_questions_first(self):
        page = sheet(*ROWS)
        assert page.title == "Rà soát"
        assert [cell.value for cell in page[1]] == TITLES
        assert column(page, "A") == ["q1", "q2", "q4", "k0", "k3"]
        assert page["B2"].value == HERE.field

    def test_only_answers_to_questions_can_be_written(self):
        page = sheet(*ROWS)
        assert page.protection.sheet
        free = [cell.coordinate for row in page for cell in row if not cell.protection.locked]
        assert free == ["K2", "K3", "K4"]
        assert page["K2"].fill.fgColor.rgb != page["K5"].fill.fgColor.rgb

    def test_the_lock_lets_an_officer_filter_and_has_no_password(self):
        lock = sheet(*ROWS).protection
        assert not lock.autoFilter
        assert lock.password is None

    def test_what_is_typed_stays_text(self):
        assert {cell.number_format for cell in sheet(*ROWS)[ANSWER][1:]} == {"@"}

    def test_head_stays_in_sight_and_filters(self):
        page = sheet(*ROWS)
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == "A1:K6"

    def test_prints_on_a4_landscape_as_wide_as_the_page_with_its_head(self):
        page = sheet(*ROWS)
        assert page.page_setup.orientation == "landscape"
        assert str(page.page_setup.paperSize) == "9"  # ECMA-376, Part 1, §18.3.1.63: A4
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.page_setup.fitToHeight == 0
        assert page.print_title_rows == "$1:$1"

    @pytest.mark.parametrize(
        ("kept_words", "may_drop", "offered"),
        [("x", True, "GIỮ,BỎ"), ("x", False, "GIỮ"), (None, True, "BỎ")],
    )
    def test_a_choice_has_its_list(self, kept_words, may_drop, offered):
        choice = Question("làm tiếp?", AnswerKind.CHOICE, kept_words, may_drop)
        page = sheet(asked("q1"), asked("q2", question=choice), asked("q3", question=choice))
        (rule,) = page.data_validations.dataValidation
        assert rule.formula1 == f'"{offered}"'
        assert {str(area) for area in rule.sqref.ranges} == {"K3", "K4"}

    def test_an_answer_given_before_stands_in_its_cell(self):
        assert column(sheet(asked("q1", answer="Sở Nội vụ")), ANSWER) == ["Sở Nội vụ"]

    def test_longer_texts_have_higher_rows(self):
        page = sheet(kept("a", old="ngắn"), kept("b", old="chữ " * 100), kept("c", old="1\n2\n3"))
        short, long, lines = (page.row_dimensions[row].height for row in (2, 3, 4))
        assert short < lines < long
        assert lines >= 3 * 11 * 1.15

    def test_no_row_is_higher_than_excel_allows(self):
        assert sheet(kept("a", old="chữ " * 9000)).row_dimensions[2].height <= 409.5


def test_the_guide_tells_source_counts_and_how_to_answer():
    book = load_workbook(io.BytesIO(review_workbook(ROWS, TITLE, ABOUT)))
    text = "\n".join(str(row[0].value) for row in book["Hướng dẫn"])
    assert TITLE in text
    assert ABOUT[0] in text
    assert "Câu hỏi chưa trả lời: 3" in text
    assert "Giữ nguyên: 2" in text
    assert "GIỮ" in text
    assert "BỎ" in text


class TestHostileText:
    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "#N/A"])
    def test_no_text_is_a_formula(self, text):
        page = sheet(kept("a", old=text))
        assert page[f"{OLD}2"].data_type == "s"
        assert page[f"{OLD}2"].value == text
        assert page[f"{OLD}2"].quotePrefix or text == "#N/A"

    @pytest.mark.parametrize(
        "text", ["x" * 40_000, "😀" * 20_000, "_x0041_" * 6_000, "\x01" * 9_000]
    )
    def test_too_long_a_text_is_cut_with_a_mark(self, text):
        value = sheet(kept("a", old=text))[f"{OLD}2"].value
        assert len(value.encode("utf-16-le")) / 2 <= 32_767
        assert value.endswith("[…cắt bớt]")

    def test_the_longest_text_is_not_cut(self):
        assert sheet(kept("a", old="x" * 32_767))[f"{OLD}2"].value == "x" * 32_767

    def test_nothing_stops_the_writing(self):
        text = "\x00\x1b\ud800\ufffe\r\n]]>&<"
        hostile = kept("a", old=text, new=text, why=text, todo=text, subject=text)
        assert review_workbook([hostile, asked(text, text)], text, [text])


def test_equal_reviews_give_equal_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch):
    content = review_workbook(ROWS, TITLE, ABOUT)
    later = time.time() + 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    assert review_workbook(ROWS, TITLE, ABOUT) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in archive.read("docProps/core.xml")


def test_nothing_to_review_is_a_workbook_too():
    assert column(sheet(), "A") == []


def test_microsoft_finds_it_valid(tmp_path):
    file = tmp_path / "ra-soat.xlsx"
    choice = Question("làm tiếp?", AnswerKind.CHOICE, "x", may_drop=True)
    file.write_bytes(review_workbook([*ROWS, asked("q", question=choice)], TITLE, ABOUT))
    # The SDK wants the parts of a font in one order; ECMA-376 (sml.xsd, CT_Font) takes any.
    assert [error for error in ooxml.validate(file) if "x:fonts" not in error] == []


def test_libreoffice_prints_every_row_within_the_page(tmp_path):
    texts = [f"Kế hoạch số {number}/KH-UBND của Ủy ban nhân dân tỉnh " * 4 for number in range(40)]
    rows = [asked(f"q{number}", text, old=text) for number, text in enumerate(texts)]
    pdf = converted(review_workbook(rows, TITLE, ABOUT), "pdf", tmp_path)
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        *review, guide = pages.pages
        assert len(review) > 1
        for page in review:
            assert page.width > page.height
            assert "Trả lời" in page.extract_text(), "the head is repeated"
        for page in (*review, guide):
            assert max(letter["x1"] for letter in page.chars) < page.width - 15
        printed = " ".join(" ".join(page.extract_text() for page in review).split())
        for number in range(40):
            assert printed.count(f"{number}/KH-UBND") >= 8, "no row is too low for its text"
