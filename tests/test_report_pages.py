"""The reports of the example as pages: valid for Word, in place where LibreOffice prints them."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from cchc_docs.decree import layout
from cchc_docs.model.period import PeriodKind
from tests.ooxml import validate
from tests.pages import announce, normal, overlapping, printed, report_bytes

FINALS: dict[str, tuple[str, dict[str, Any]]] = {
    f"báo cáo {kind.slug}": (kind.value, {}) for kind in PeriodKind
}
DRAFTS: dict[str, tuple[str, dict[str, Any]]] = {
    "báo cáo đủ phụ lục": ("YEAR", {"statistics": True, "charts": True})
}
CASES = FINALS | DRAFTS
TOP, BOTTOM, LEFT, RIGHT = (
    layout.MARGIN_TOP_MM.least,
    layout.MARGIN_BOTTOM_MM.least,
    layout.MARGIN_LEFT_MM.least,
    layout.MARGIN_RIGHT_MM.least,
)
MARKS = ("DỰ THẢO", "SỐ LIỆU GIẢ ĐỊNH")

for name, (period, more) in CASES.items():
    announce(name, partial(report_bytes, period, final=name in FINALS, **more))


def marks_in(text: str) -> list[str]:
    return [one for one in re.split(r"\s{2,}", text) if one in MARKS]


every_report = pytest.mark.parametrize("name", CASES)


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("word")
    files = [folder / f"{name}.docx" for name in CASES]
    for file in files:
        file.write_bytes(printed(file.stem).content)
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(CASES, pool.map(validate, files), strict=True))


@every_report
def test_word_finds_nothing_to_repair(name: str, complaints: dict[str, list[str]]) -> None:
    assert complaints[name] == []


@every_report
def test_parts_are_the_text_and_its_annexes(name: str) -> None:
    landscape = [part[0].landscape for part in printed(name).parts]
    assert landscape == [False, True, True, *([False, False] if name in DRAFTS else [])]


@every_report
def test_nothing_is_printed_outside_the_text_area(name: str) -> None:
    for page in printed(name).pages:
        for line in page.lines:
            if line.bottom < TOP and (line.text.isdigit() or marks_in(line.text)):
                continue
            assert line.left >= LEFT - 0.3, line
            assert line.right <= page.width - RIGHT + 0.3, line
            assert line.top >= TOP - 0.3, line
            assert line.bottom <= page.height - BOTTOM + 0.3, line


@every_report
def test_no_two_texts_overlap(name: str) -> None:
    for page in printed(name).pages:
        assert overlapping(page, 3.0) == []


@every_report
def test_marks_stand_over_the_first_page_alone(name: str) -> None:
    shown = [
        [mark for line in page.lines for mark in marks_in(line.text)]
        for page in printed(name).pages
    ]
    assert shown[0] == (list(MARKS) if name in DRAFTS else [MARKS[1]])
    assert not any(shown[1:])


@every_report
def test_head_says_what_it_is_and_to_whom(name: str) -> None:
    document = printed(name)
    title, addressee = document.find("BÁO CÁO"), document.find("Kính gửi:")
    assert title.font.bold
    assert title.centre == pytest.approx((LEFT + 210 - RIGHT) / 2, abs=0.5)
    assert addressee.text == "Kính gửi: Ủy ban nhân dân thị xã Hoài Nhơn"
    assert addressee.baseline > title.baseline
    assert document.find("- Như trên;").page == document.find("Nơi nhận:").page
    assert document.find("TM. ỦY BAN NHÂN DÂN").font.bold


@every_report
def test_the_last_words_end_the_document(name: str) -> None:
    text = " ".join(line.text for page in printed(name).parts[0] for line in page.lines)
    assert normal(text).count("./.") == 1


HEAD_06 = ["STT", "Tổng số", "Trực tuyến", "Từ kỳ trước", "Trước hạn", "Đúng hạn", "Quá hạn"]


@every_report
def test_form_06_has_13_columns_and_its_totals(name: str) -> None:
    (page,) = printed(name).parts[1]
    head = " ".join(cell or "" for row in page.table for cell in row)
    for title in HEAD_06:
        assert title.replace(" ", "") in head.replace(" ", "")
    assert {len(row) for row in page.table} == {13}
    rows = [row for row in page.table if row[2] and row[2].replace(".", "").isdigit()]
    *fields, total = rows
    assert len(fields) == 6
    for position in range(2, 13):
        numbers = [int((row[position] or "").replace(".", "")) for row in rows]
        assert sum(numbers[:-1]) == numbers[-1], position
    received, resolved, pending = (int((total[at] or "").replace(".", "")) for at in (2, 6, 10))
    assert received - resolved - pending in range(4)  # withdrawn, returned: at most 3 in the year


@every_report
def test_the_head_of_the_progress_table_is_on_each_page(name: str) -> None:
    pages = printed(name).parts[2]
    heads = [page.table[0] for page in pages]
    assert len(pages) > 1
    assert all(head == heads[0] for head in heads)
    assert [cell for cell in heads[0] if cell][:2] == ["TT", "Nhiệm vụ"]
    numbers = [row[0] for page in pages for row in page.table if row[0] and row[0].isdigit()]
    assert numbers == [str(number) for number in range(1, 22)]


@every_report
def test_numbers_of_tables_stand_on_the_right(name: str) -> None:
    (page,) = printed(name).parts[1]
    total = next(line for line in page.lines if line.text == "Tổng cộng")
    below = [line for line in page.lines if abs(line.baseline - total.baseline) < 1]
    columns = {line.right for line in below if line.text.replace(".", "").isdigit()}
    assert len(columns) == 11
    for line in page.lines:
        if line.baseline < total.baseline and line.text.isdigit() and line.left > LEFT + 15:
            assert min(abs(line.right - right) for right in columns) < 0.3, line


def test_charts_are_printed_as_pictures() -> None:
    document = printed("báo cáo đủ phụ lục")
    pictures = list(document.word.inline_shapes)
    assert len(pictures) == 2
    for picture in pictures:
        described = picture._inline.docPr.get("descr")
        assert described
        assert picture.width.mm <= 165
