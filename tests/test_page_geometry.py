"""Where letters and lines stand on the printed pages, in millimetres and points.

Expected values are those of Nghị định 30/2020/NĐ-CP: clauses are of its Phụ lục I, Phần I. What
the decree leaves open and this project decided is marked "house".
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from cchc_docs import api
from cchc_docs.decree import layout
from cchc_docs.errors import OpenQuestionsError
from cchc_docs.layout.metrics import Face, text_width
from cchc_docs.model.agency import Naming, Recipients, Unit
from cchc_docs.model.annexes import Annexes, TargetGroup
from cchc_docs.model.document import Block, BlockKind
from cchc_docs.model.plan import Plan
from cchc_docs.render.plan_view import prepare_plan
from tests.pages import (
    ASKED,
    DRAFTS,
    EXAMPLE,
    MM,
    QUESTIONS,
    VARIANTS,
    Line,
    Page,
    Printed,
    Stroke,
    announce,
    announce_plan,
    changed_agency,
    is_annex_label,
    normal,
    overlapping,
    printed,
    with_annexes,
    with_tasks,
)

A4 = (210, 297)  # I.1
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20  # the least margins; I.3
INDENT = 12.7  # II.6.e allows 10 or 12.7 mm; ours is the second
SIX_POINTS = 6 * MM
SINGLE_LINE = 1.149  # height of a line of Times New Roman, in shares of its size

NEAR = 0.5  # mm: centred, level, at the margin
JUSTIFIED = 0.8  # mm: LibreOffice fills a line to 0.5 mm, one in italics to 0.75 mm

PLANS = VARIANTS | DRAFTS
every_document = pytest.mark.parametrize("name", PLANS)
every_document_with_annexes = pytest.mark.parametrize(
    "name", [name for name in PLANS if name != "no-annexes"]
)


def text_lines(*pages: Page) -> list[Line]:
    """The lines of the text area: without page numbers and the mark DỰ THẢO."""
    return [line for page in pages for line in page.lines if line.baseline >= TOP]


def text_width_of(page: Page) -> float:
    return page.width - LEFT - RIGHT


def is_centred(line: Line | Stroke, page: Page) -> bool:
    """Whether it stands in the middle of the text area."""
    return abs(line.centre - (LEFT + text_width_of(page) / 2)) <= NEAR


def closed_up(text: str) -> str:
    """The text without blanks: a line may be broken after a hyphen."""
    return "".join(text.split())


def joined(lines: list[Line]) -> str:
    return normal(" ".join(line.text for line in lines))


def lines_saying(text: str, lines: list[Line]) -> list[Line]:
    """The first lines of `lines`, which together must say `text`."""
    for length in range(1, len(lines) + 1):
        if joined(lines[:length]) == normal(text):
            return lines[:length]
    pytest.fail(f"{text!r} is not what is printed: {joined(lines[:4])!r}")


def rule_under(page: Page, text: list[Line]) -> Stroke:
    """The one line drawn below the last line of a text."""
    last = text[-1]
    rules = [
        rule
        for rule in page.rules
        if last.baseline < rule.top < last.bottom + 5 and abs(rule.centre - last.centre) < 10
    ]
    assert len(rules) == 1, f"{len(rules)} lines are drawn under {last.text!r}"
    return rules[0]


def check_rule(rule: Stroke, above: list[Line], below: float) -> None:
    """Solid, centred under its text, clear of it and of what follows."""
    assert rule.black
    assert rule.solid
    assert rule.height < 0.5
    assert abs(rule.centre - above[-1].centre) <= NEAR
    assert rule.top - above[-1].bottom >= 0.3
    assert below - rule.bottom >= 0.3


def check_a_third_to_a_half(rule: Stroke, text: list[Line]) -> None:
    """Compare with the longest line of the text; which one counts is not said (house)."""
    share = rule.width / max(line.width for line in text)
    assert 1 / 3 - 0.03 <= share <= 1 / 2 + 0.03


# ------------------------------------------------------------------------ paper, margins, letters


@every_document
def test_paper_is_a4_with_the_margins_of_the_decree(name: str) -> None:
    document = printed(name)

    for page in document.pages:
        assert sorted((page.width, page.height)) == pytest.approx(sorted(A4), abs=0.2)
    for section in document.word.sections:
        # I.3; on a landscape page, as it is read (house). The decree's own forms are 0.02 mm off.
        assert layout.MARGIN_TOP_MM.holds(section.top_margin.mm, 0.2)
        assert layout.MARGIN_BOTTOM_MM.holds(section.bottom_margin.mm, 0.2)
        assert layout.MARGIN_LEFT_MM.holds(section.left_margin.mm, 0.2)
        assert layout.MARGIN_RIGHT_MM.holds(section.right_margin.mm, 0.2)
        assert section.gutter == 0
        assert section.header_distance.mm == pytest.approx(10, abs=0.2)  # as in the decree's forms


@every_document
def test_only_the_tasks_are_on_landscape_pages(name: str) -> None:
    """I.2: the main text is upright; a page on its side holds a table."""
    annexes = PLANS[name].annexes
    landscape = [part[0].landscape for part in printed(name).parts]

    assert landscape == [False, *[False] * bool(annexes.targets), *[True] * bool(annexes.tasks)]
    for part in printed(name).parts:
        assert {page.landscape for page in part} == {part[0].landscape}


@every_document
def test_nothing_is_printed_outside_the_text_area(name: str) -> None:
    for page in printed(name).pages:
        right, bottom = page.width - RIGHT, page.height - BOTTOM
        for line in page.lines:
            if line.bottom < TOP and (line.text == "DỰ THẢO" or line.text.isdigit()):
                continue
            assert line.left >= LEFT - 0.3, line
            assert line.right <= right + 0.3, line
            assert line.top >= TOP - 0.3, line
            assert line.bottom <= bottom + 0.3, line
        for stroke in page.strokes:
            if stroke.bottom < TOP:  # the frame of DỰ THẢO
                continue
            assert stroke.left >= LEFT - 0.3, stroke
            assert stroke.right <= right + 0.3, stroke
            assert stroke.bottom <= bottom + 0.3, stroke


@every_document
def test_letters_are_black_times_new_roman(name: str) -> None:
    """I.4; Liberation Serif stands in for it where it is not installed."""
    for page in printed(name).pages:
        for line in page.lines:
            assert line.black, line
            assert line.font.family.startswith(("LiberationSerif", "TimesNewRoman")), line


@every_document
def test_no_two_texts_overlap(name: str) -> None:
    for page in printed(name).pages:
        assert overlapping(page, 3.5) == []


@every_document
def test_no_page_is_empty(name: str) -> None:
    for page in printed(name).pages:
        assert text_lines(page), f"page {page.number}"


# ------------------------------------------------------------------------------------- letterhead


@dataclass
class Letterhead:
    """The lines over a document; `superior` and `issuer` as printed, from the top."""

    page: Page
    superior: list[Line]
    issuer: list[Line]
    national_name: Line
    motto: Line
    number: Line
    place_date: Line


def letterheads(name: str) -> list[Letterhead]:
    pages = printed(name).pages
    return [_letterhead(page) for page in pages if layout.NATIONAL_NAME in _texts(page)]


def _texts(page: Page) -> list[str]:
    return [line.text for line in text_lines(page)]


def _letterhead(page: Page) -> Letterhead:
    lines = text_lines(page)
    place = _texts(page).index(layout.NATIONAL_NAME)
    names = lines[:place]
    superior = [line for line in names if not line.font.bold]
    issuer = [line for line in names if line.font.bold]
    return Letterhead(page, superior, issuer, *lines[place : place + 4])


HOAI_HAO = "Ủy ban nhân dân phường Hoài Hảo"
MINH_KHAI = "Ủy ban nhân dân Phường Nguyễn Thị Minh Khai"  # PL II, III.1.b: a person's name
CENTRE = "Trung tâm Phục vụ hành chính công"
ISSUER = {
    "dong-hung-thuan": "Ủy ban nhân dân phường Đông Hưng Thuận",
    "dien-bien-phu": "Ủy ban nhân dân Phường Điện Biên Phủ",
    "phuong-1": "Ủy ban nhân dân Phường 1",
    "nguyen-thi-minh-khai": MINH_KHAI,
    "draft nguyen-thi-minh-khai": MINH_KHAI,
    "draft khoi-dau": "Ủy ban nhân dân phường Bình Minh",
    "unit": "Phòng Văn hóa - Xã hội",
    "long-unit": CENTRE,
    "long-names": CENTRE,
}
SUPERIOR = {
    "unit": "UBND PHƯỜNG HOÀI HẢO",
    "long-unit": "UBND PHƯỜNG HOÀI HẢO",
    "long-names": "UBND PHƯỜNG NGUYỄN THỊ MINH KHAI",
}
PLACE = {  # II.4.a: the full name of a unit that a person, a number or an event gave its name
    "dong-hung-thuan": "Đông Hưng Thuận",
    "dien-bien-phu": "Phường Điện Biên Phủ",
    "phuong-1": "Phường 1",
    "nguyen-thi-minh-khai": "Phường Nguyễn Thị Minh Khai",
    "draft nguyen-thi-minh-khai": "Phường Nguyễn Thị Minh Khai",
    "draft khoi-dau": "Bình Minh",
    "long-names": "Phường Nguyễn Thị Minh Khai",
}
SYMBOL = {"unit": "KH-VHXH", "long-unit": "KH-TTPVHCC", "long-names": "KH-TTPVHCC"}


@every_document
def test_letterhead_is_on_page_1_and_on_annexes_only_where_asked(name: str) -> None:
    parts = printed(name).parts
    wanted = parts if PLANS[name].agency.annex_letterhead else parts[:1]

    assert [head.page for head in letterheads(name)] == [part[0] for part in wanted]


@every_document
def test_national_name_and_motto(name: str) -> None:
    """II.1: one line each, upright bold, centred on one axis, single-spaced."""
    for head in letterheads(name):
        assert head.national_name.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert head.motto.text == "Độc lập - Tự do - Hạnh phúc"
        assert 12 <= head.national_name.font.size <= 13
        assert 13 <= head.motto.font.size <= 14
        for line in (head.national_name, head.motto):
            assert line.font.bold
            assert not line.font.italic
        assert abs(head.motto.centre - head.national_name.centre) <= NEAR
        step = head.motto.baseline - head.national_name.baseline
        assert step == pytest.approx(SINGLE_LINE * head.motto.font.size * MM, abs=0.3)


@every_document
def test_issuer_is_left_of_the_national_name(name: str) -> None:
    """II.2: capitals, upright, the issuer bold under its superior, centred, single-spaced."""
    for head in letterheads(name):
        block = head.superior + head.issuer
        assert joined(head.issuer) == ISSUER.get(name, HOAI_HAO).upper()
        assert joined(head.superior) == SUPERIOR.get(name, "")
        assert block[0].baseline == pytest.approx(head.national_name.baseline, abs=NEAR)
        for line in block:
            assert 12 <= line.font.size <= 13
            assert not line.font.italic
            assert abs(line.centre - block[0].centre) <= NEAR
            assert line.right < head.national_name.left
        for upper, lower in pairwise(block):
            step = lower.baseline - upper.baseline
            assert step == pytest.approx(SINGLE_LINE * lower.font.size * MM, abs=0.3)


@every_document
def test_words_of_the_two_header_blocks_do_not_run_together(name: str) -> None:
    """A blank of 13 points is 1.1 mm wide; two names need more than that between them (house).

    The longest names with the longest symbol leave 2.5 mm in all, half of it outside the texts.
    """
    for head in letterheads(name):
        rows = [(*head.superior, *head.issuer), (head.national_name, head.motto)]
        for left, right in zip(*rows, strict=False):
            assert right.left - left.right >= 1.5, (left.text, right.text)
        assert head.place_date.left - head.number.right >= 1.5


@every_document
def test_number_and_place_date(name: str) -> None:
    """II.3, II.4: level; upright under the issuer, italic under the national header."""
    numbered = name == "paper-numbered"
    place, year = PLACE.get(name, "Hoài Hảo"), PLANS[name].year - 1
    for head in letterheads(name):
        number = f"Số: {'05' if numbered else ''} /{SYMBOL.get(name, 'KH-UBND')}"
        assert closed_up(head.number.text) == closed_up(number)
        date = f"{place}, ngày {'29' if numbered else ''} tháng 12 năm {year}"
        assert normal(head.place_date.text) == normal(date)
        assert head.number.font.size == 13
        assert 13 <= head.place_date.font.size <= 14
        assert not head.number.font.bold
        assert not head.number.font.italic
        assert not head.place_date.font.bold
        assert head.place_date.font.italic
        assert head.number.baseline == pytest.approx(head.place_date.baseline, abs=NEAR)
        assert abs(head.number.centre - head.issuer[-1].centre) <= NEAR
        assert abs(head.place_date.centre - head.national_name.centre) <= NEAR


@every_document
def test_clerk_has_room_for_number_and_day(name: str) -> None:
    """Điều 15: both are given after signing. Two digits are as wide as four blanks (house)."""
    for head in letterheads(name):
        if name != "paper-numbered":
            assert re.search(r":\s{5,}/", head.number.text)
            assert re.search(r"ngày\s{5,}tháng", head.place_date.text)


@every_document
def test_sizes_go_up_and_down_together(name: str) -> None:
    """V, footnote 1; sizes of the body and of the signature go with them (house)."""
    for head in letterheads(name):
        trio = (head.national_name.font.size, head.motto.font.size, head.place_date.font.size)
        assert trio in {(13, 14, 14), (12, 13, 13)}
        sizes = layout.LARGE if trio[0] == 13 else layout.SMALL
        assert {line.font.size for line in head.superior + head.issuer} == {sizes.issuer}
        assert {line.font.size for line in heading(name)} == {sizes.heading}
        assert {line.font.size for line in body(name)} == {sizes.body}
        assert {line.font.size for line in signature(name).signing} == {sizes.signature}


@every_document
def test_line_under_the_motto_is_as_long_as_its_text(name: str) -> None:
    """II.1.b."""
    for head in letterheads(name):
        rule = rule_under(head.page, [head.motto])
        check_rule(rule, [head.motto], head.place_date.top)
        assert rule.width == pytest.approx(head.motto.width, rel=0.05)


@every_document
def test_line_under_the_issuer(name: str) -> None:
    """II.2.b."""
    for head in letterheads(name):
        rule = rule_under(head.page, head.issuer)
        check_rule(rule, head.issuer, head.number.top)
        check_a_third_to_a_half(rule, head.issuer)


# ------------------------------------------------------------------- type name, subject, main text


def heading(name: str) -> list[Line]:
    """The type name and the lines of the subject."""
    lines = text_lines(printed(name).pages[0])
    start = [line.text for line in lines].index("KẾ HOẠCH")
    return [lines[start], *lines_saying(PLANS[name].subject, lines[start + 1 :])]


def body(name: str) -> list[Line]:
    """The lines between the subject and the signature block."""
    lines = text_lines(*printed(name).parts[0])
    after = lines[lines.index(heading(name)[-1]) + 1 :]
    return list(takewhile(lambda line: line.text != "Nơi nhận:", after))


def paragraphs(name: str) -> list[list[Line]]:
    """The body cut where a line is indented."""
    found: list[list[Line]] = []
    for line in body(name):
        if line.left > LEFT + 5 or not found:
            found.append([])
        found[-1].append(line)
    return found


@every_document
def test_type_name_and_subject(name: str) -> None:
    """II.5.b: centred on the text width, upright bold, the subject right under the type name."""
    page = printed(name).pages[0]
    lines = heading(name)
    for line in lines:
        assert is_centred(line, page)
        assert line.font.bold
        assert not line.font.italic
        assert 13 <= line.font.size <= 14
    for upper, lower in pairwise(lines):
        assert lower.baseline - upper.baseline <= 1.5 * SINGLE_LINE * lower.font.size * MM
    assert not lines[-1].text.endswith(".")
    if name == "long-subject":
        assert len(lines) == 1 + 3


@every_document
def test_line_under_the_subject(name: str) -> None:
    """II.5.b."""
    page = printed(name).pages[0]
    rule = rule_under(page, heading(name)[1:])
    check_rule(rule, heading(name)[1:], body(name)[0].top)
    check_a_third_to_a_half(rule, heading(name)[1:])
    assert len(page.rules) == 3


@every_document
def test_body_is_indented_and_justified(name: str) -> None:
    """II.6.e: first lines 12.7 mm in, all others between the margins."""
    right = A4[0] - RIGHT
    for paragraph in paragraphs(name):
        assert paragraph[0].left - LEFT == pytest.approx(INDENT, abs=0.2), paragraph[0]
        for line in paragraph[1:]:
            assert line.left == pytest.approx(LEFT, abs=0.2), line
        for line in paragraph[:-1]:
            assert line.right == pytest.approx(right, abs=JUSTIFIED), line


def test_the_body_measured_is_no_trifle() -> None:
    lengths = [len(paragraph) for paragraph in paragraphs("hoai-hao")]

    assert len(lengths) > 70
    assert sum(length > 1 for length in lengths) > 40
    assert max(lengths) > 8


@every_document
def test_styles_of_the_body(name: str) -> None:
    """II.6: upright but for legal bases (II.6.a) and remarks (house); headings bold."""
    for paragraph in paragraphs(name):
        fonts = {line.font for line in paragraph}
        assert len(fonts) == 1, paragraph
        font, text = fonts.pop(), joined(paragraph)
        assert 13 <= font.size <= 14
        assert font.italic == text.startswith(("(", "Căn cứ")), text
        if re.match(r"[IVX]+\. ", text):  # V.6b: in capitals
            assert font.bold
            assert text == text.upper()
        elif not re.match(r"\d+\. ", text):
            assert not font.bold, text


@every_document
def test_spacing_of_the_body(name: str) -> None:
    """II.6.e: single to 1.5 lines, 6 points or more between paragraphs."""
    steps = {
        round(lower.baseline - upper.baseline, 2)
        for paragraph in paragraphs(name)
        for upper, lower in pairwise(paragraph)
        if upper.page == lower.page
    }
    single = SINGLE_LINE * body(name)[0].font.size * MM
    assert single - 0.05 <= min(steps)
    assert max(steps) <= 1.5 * single + 0.05
    for above, below in pairwise(paragraphs(name)):
        if above[-1].page == below[0].page:
            gap = below[0].baseline - above[-1].baseline - max(steps)
            assert gap >= SIX_POINTS - 0.05, below[0]


@every_document
def test_no_heading_is_left_at_the_foot_of_a_page(name: str) -> None:
    for above, below in pairwise(paragraphs(name)):
        if above[-1].font.bold and len(joined(above)) < 80:
            assert above[0].page == below[0].page, above


# ----------------------------------------------------------------------------------- page numbers


@every_document
def test_page_numbers(name: str) -> None:
    """I.7: centred in the top margin, none on page 1; III.1.đ: each annex starts again."""
    for part in printed(name).parts:
        for number, page in enumerate(part, start=1):
            numbers = [
                line
                for line in page.lines
                if line.text.isdigit()
                and (line.baseline < TOP or line.bottom > page.height - BOTTOM)
            ]
            if number == 1:  # in an annex as well (house)
                assert numbers == []
                continue
            (line,) = numbers
            assert line.text == str(number)
            assert line.bottom < TOP
            assert is_centred(line, page)
            assert 13 <= line.font.size <= 14
            assert not line.font.bold
            assert not line.font.italic


# ---------------------------------------------------------------------------------------- annexes

BLANK_REFERENCE = "(Kèm theo Kế hoạch số /{} ngày tháng năm của {})"
REFERENCE = {  # III.1.c: an electronic document leaves number and date blank
    "paper-numbered": "(Kèm theo Kế hoạch số 05/KH-UBND ngày 29 tháng 12 năm 2023 của Ủy ban nhân "
    "dân phường Hoài Hảo)",
    "unit": BLANK_REFERENCE.format("KH-VHXH", "Phòng Văn hóa - Xã hội phường Hoài Hảo"),
    "long-unit": BLANK_REFERENCE.format("KH-TTPVHCC", f"{CENTRE} phường Hoài Hảo"),
    "long-names": BLANK_REFERENCE.format("KH-TTPVHCC", f"{CENTRE} Phường Nguyễn Thị Minh Khai"),
}
TARGETS_HEAD = [
    ["TT", "Chỉ tiêu", "Chỉ tiêu phấn đấu năm {}", "Trách nhiệm cụ thể", None],
    [None, None, None, "Đơn vị theo dõi, hướng dẫn thực hiện", "Đơn vị thực hiện"],
]
TASKS_HEAD = [
    [
        *("TT", "Nhiệm vụ", "Hoạt động/sản phẩm"),
        *("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"),
    ]
]


def table_head(part: list[Page], year: int) -> list[list[str | None]]:
    rows = TASKS_HEAD if part[0].landscape else TARGETS_HEAD
    return [[cell and cell.format(year) for cell in row] for row in rows]


def rows_of(part: list[Page], year: int) -> list[list[str | None]]:
    """The rows of the table of an annex, without its heads; merged cells are None."""
    head = len(table_head(part, year))
    return [row for page in part for row in page.table[head:]]


def texts_of(plan: Plan, *, tasks: bool) -> Iterator[str]:
    """What stands in the second column of an annex, row by row."""
    if tasks and plan.annexes.tasks:
        for group in plan.annexes.tasks.groups:
            yield from [group.title.upper()] if group.title else []
            yield from (task.text for task in group.tasks)
    elif not tasks and plan.annexes.targets:
        for row in plan.annexes.targets.rows:
            grouped = isinstance(row, TargetGroup)
            yield from [row.title] if grouped else []
            for target in row.targets if grouped else (row,):
                yield target.text
                yield from (f"- {part.text}" for part in target.parts)


@every_document_with_annexes
def test_lines_over_an_annex(name: str) -> None:
    """III.1.b, c: number, title and reference, each centred; a short line below (Mẫu 2.1)."""
    plan, (_, *annexes) = PLANS[name], printed(name).parts
    found = [annex for annex in (plan.annexes.targets, plan.annexes.tasks) if annex]
    numbers = ["Phụ lục"] if len(found) == 1 else ["Phụ lục I", "Phụ lục II"]
    symbol, issuer = SYMBOL.get(name, "KH-UBND"), ISSUER.get(name, HOAI_HAO)
    for pages, annex, number in zip(annexes, found, numbers, strict=True):
        page, lines = pages[0], text_lines(pages[0])
        label = next(line for line in lines if is_annex_label(line))
        after = lines[lines.index(label) + 1 :]
        title = lines_saying(annex.title.upper(), after)
        reference = lines_saying(
            REFERENCE.get(name, BLANK_REFERENCE.format(symbol, issuer)), after[len(title) :]
        )
        assert label.text == number
        assert label.font.size == 14
        for line in (label, *title, *reference):
            assert is_centred(line, page)
            assert line.font.bold == (line not in reference)
            assert line.font.italic == (line in reference)
            assert 13 <= line.font.size <= 14
        for upper, lower in pairwise((label, *title, *reference)):
            assert upper.baseline < lower.baseline
        top = min(stroke.top for stroke in page.strokes if stroke.height > 1)
        rule = rule_under(page, reference)
        check_rule(rule, reference, top)
        assert rule.width < max(line.width for line in reference) / 2
        assert len(page.rules) == (3 if plan.agency.annex_letterhead else 1)


@every_document_with_annexes
def test_head_of_a_table_is_repeated_on_each_page(name: str) -> None:
    """Every page of an annex has a part of its table, with the head (house)."""
    year = PLANS[name].year
    for part in printed(name).parts[1:]:
        head = table_head(part, year)
        for page in part:
            assert page.table[: len(head)] == head, f"page {page.number}"
            assert len(page.table) > len(head), f"page {page.number}"


@every_document_with_annexes
def test_no_row_is_split_over_two_pages(name: str) -> None:
    plan = PLANS[name]
    for part in printed(name).parts[1:]:
        rows = rows_of(part, plan.year)
        printed_texts = [closed_up(row[1] or "") for row in rows]
        assert printed_texts == list(map(closed_up, texts_of(plan, tasks=part[0].landscape)))
        if part[0].landscape:
            for row in rows:
                assert row[0], row
                assert row[2:] == [None] * 4 or all(row[2:]), row


@every_document_with_annexes
def test_no_group_title_is_left_at_the_foot_of_a_page(name: str) -> None:
    for part in printed(name).parts[1:]:
        for page in part:
            assert page.table[-1][2:] != [None] * (len(page.table[-1]) - 2), f"page {page.number}"


@every_document_with_annexes
def test_letters_of_the_tables(name: str) -> None:
    """12 points, never under 11; the head bold and centred (house)."""
    for part in printed(name).parts[1:]:
        page = part[0]
        lines = text_lines(page)
        table = lines[[line.text for line in lines].index("TT") :]
        for line in table:
            if line.text != "./.":
                assert line.font.size == 12, line
        assert all(line.font.bold for line in table[:4])


def many_targets() -> Plan:
    """Fifteen first-level rows: those of the example three times."""
    targets = EXAMPLE.annexes.targets
    rows = tuple(_copied(row, f"lan-{time}") for time in range(3) for row in targets.rows)
    return with_annexes(EXAMPLE, targets=targets.model_copy(update={"rows": rows}), tasks=None)


def _copied(row: Any, mark: str) -> Any:
    """The row and those below it with other ids and without links."""
    below = {
        name: tuple(_copied(one, mark) for one in getattr(row, name))
        for name in ("targets", "parts")
        if hasattr(row, name)
    }
    own = {} if isinstance(row, TargetGroup) else {"id": f"{row.id}-{mark}", "point": None}
    return row.model_copy(update=below | own)


announce_plan("many targets", many_targets())


def test_numbers_of_rows_are_not_broken() -> None:
    """11.1 has to fit into its column as 5.1 does."""
    (_, part) = printed("many targets").parts
    numbers = [row[0] for row in rows_of(part, EXAMPLE.year) if row[0]]

    assert "15.4" in {number.replace(" ", "") for number in numbers}
    assert [number for number in numbers if " " in number] == []


# ------------------------------------------------------------- the end of an annex and of its page

SENTENCE = "Các bộ phận, cán bộ, công chức liên quan có trách nhiệm tổ chức thực hiện Kế hoạch. "
SHORT_SENTENCE = "Các bộ phận thực hiện đầy đủ nhiệm vụ được giao."
ONE_LINE = Block(kind=BlockKind.PARAGRAPH, text=SHORT_SENTENCE)
TWO_LINES = Block(kind=BlockKind.PARAGRAPH, text=SENTENCE + SHORT_SENTENCE)


def with_body(content: list[Block], **values: object) -> Plan:
    """The example with a short text and without annexes, if `values` has none."""
    sections = (Block(title="Nhiệm vụ", content=tuple(content)),)
    plan = with_annexes(EXAMPLE, targets=None, tasks=None)
    return plan.model_copy(update={"sections": sections, **values})


def only_tasks(count: int) -> Annexes:
    return Annexes(tasks=with_tasks(EXAMPLE, count).annexes.tasks)


def only_targets(count: int) -> Annexes:
    targets = many_targets().annexes.targets
    return Annexes(targets=targets.model_copy(update={"rows": targets.rows[:count]}))


ENDS = {f"{count} tasks": only_tasks(count) for count in range(12, 32)}
ENDS |= {f"{count} targets": only_targets(count) for count in range(3, 15)}
for _name, _annexes in ENDS.items():
    announce_plan(_name, with_body([ONE_LINE], annexes=_annexes))


def test_end_mark_is_never_alone_on_a_page() -> None:
    """Each page of an annex holds rows of its table, wherever the table ends."""
    alone = []
    for name in ENDS:
        (_, part) = printed(name).parts
        (mark,) = [line for page in part for line in page.lines if line.text == "./."]
        assert mark.page == part[-1].number
        head = len(table_head(part, EXAMPLE.year))
        if [page for page in part if len(page.table) <= head or page.table[head] == ["./."]]:
            alone.append(name)

    assert alone == []


# ---------------------------------------------------------------------- recipients and signature


@dataclass
class Signature:
    """The block at the end: recipients on the left, authority, post and name on the right."""

    page: Page
    label: Line
    recipients: list[Line]
    signing: list[Line]


def signature(name: str) -> Signature:
    pages = printed(name).parts[0]
    lines = text_lines(*pages)
    start = [line.text for line in lines].index("Nơi nhận:")
    last = next(at for at, line in enumerate(lines) if line.text.startswith("- Lưu: VT"))
    label = lines[start]
    page = pages[label.page - 1]
    return Signature(page, label, lines[start + 1 : last + 1], lines[last + 1 :])


DEPUTY = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Thái Tường Hận"]  # II.7.b
HEAD_OF_UNIT = ["TRƯỞNG PHÒNG", "Nguyễn Văn An"]
SIGNING = {
    "draft khoi-dau": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],  # the name is not in the data
    "unit": HEAD_OF_UNIT,
    "long-unit": HEAD_OF_UNIT,
    "long-names": HEAD_OF_UNIT,
}


@every_document
def test_recipients(name: str) -> None:
    """II.9.d: 12 italic bold over 11 upright, flush left, level with the signing authority."""
    block = signature(name)
    assert block.label.font.size == 12
    assert block.label.font.bold
    assert block.label.font.italic
    assert block.label.left == pytest.approx(LEFT, abs=0.2)
    assert block.label.baseline == pytest.approx(block.signing[0].baseline, abs=1.5)
    for line in block.recipients:
        assert line.font.size == 11
        assert not line.font.bold
        assert not line.font.italic
        assert line.left == pytest.approx(LEFT, abs=0.2)
        assert line.right < block.signing[0].left
    ends = re.findall(r"[;.](?= - |$)", joined(block.recipients))
    assert ends == [";"] * (len(ends) - 1) + ["."]
    assert len(ends) == sum(line.text.startswith("- ") for line in block.recipients)


@every_document
def test_signature_block(name: str) -> None:
    """II.7: in the right half, centred on one axis, upright bold, one piece on one page."""
    block = signature(name)
    middle = LEFT + text_width_of(block.page) / 2
    assert [line.text for line in block.signing] == SIGNING.get(name, DEPUTY)
    for line in block.signing:
        assert line.left > middle
        assert abs(line.centre - block.signing[0].centre) <= NEAR
        assert line.font.bold
        assert not line.font.italic
        assert 13 <= line.font.size <= 14
    pages = {line.page for line in (block.label, *block.recipients, *block.signing)}
    assert len(pages) == 1


@every_document
def test_room_for_the_signature(name: str) -> None:
    """20 mm or more between the post and the name (house)."""
    block = signature(name)
    if name != "draft khoi-dau":
        *_, post, person = block.signing
        assert person.top - post.bottom >= 20


LONG_LIST = Recipients(informed=tuple(f"Bộ phận số {number}" for number in range(1, 30)))
CLOSINGS: dict[str, dict[str, object]] = {
    "two lines": {},
    "one line": {"closing": ("Trên đây là Kế hoạch cải cách hành chính.",)},
    "fifteen lines": {"closing": ((SENTENCE * 15).strip(),)},
    "three paragraphs": {"closing": ("Một.", "Hai.", "Ba.")},
    "no closing": {"closing": ()},
    "thirty recipients": {"recipients": LONG_LIST},
}
# How many lines of text come before: from where all fits on page 1 to where page 1 is full.
FILLERS = {
    "two lines": range(6, 32),
    "one line": range(15, 29),
    "fifteen lines": range(5, 29),
    "three paragraphs": range(13, 29),
    "no closing": range(16, 30),
    "thirty recipients": range(1, 28),
}


def sweep(case: str) -> list[str]:
    """The names of plans that differ by one paragraph of one line each."""
    return [f"{case} after {count}" for count in FILLERS[case]]


for _case, _values in CLOSINGS.items():
    for _name in sweep(_case):
        announce_plan(_name, with_body([ONE_LINE] * int(_name.rpartition(" ")[2]), **_values))


@pytest.mark.parametrize("case", CLOSINGS)
def test_signature_is_never_alone_on_a_page(case: str) -> None:
    """At least two printed lines of the text stand over it; the block stays in one piece."""
    pages = set()
    for name in sweep(case):
        block = signature(name)
        whole = (block.label, *block.recipients, *block.signing)
        above = [line for line in text_lines(block.page) if line.bottom < block.label.top]
        assert len({line.page for line in whole}) == 1, name
        assert len(above) >= 2, name
        pages.add(block.page.number)

    assert pages == {1, 2}, "the block has to pass over the end of a page"


def test_long_cases_are_long() -> None:
    """What the sweep is about: a closing of 15 lines or more, 30 recipients."""
    lines = text_lines(printed("fifteen lines after 28").pages[1])

    assert sum(line.font.size == 14 and not line.font.bold for line in lines) >= 15
    assert len(signature("thirty recipients after 5").recipients) == 30


# The block ends less than 0.35 mm over the bottom margin: nothing after it may need a page.
FULL_PAGES = {"full page": (5, 5, 18), "fuller page": (5, 6, 15), "fullest page": (5, 7, 12)}
for _name, (_ones, _twos, _recipients) in FULL_PAGES.items():
    announce_plan(
        _name,
        with_body(
            [ONE_LINE] * _ones + [TWO_LINES] * _twos,
            annexes=only_tasks(1),
            recipients=Recipients(informed=LONG_LIST.informed[: _recipients - 1]),
        ),
    )


@pytest.mark.parametrize("name", FULL_PAGES)
def test_a_full_last_page_is_followed_by_no_empty_page(name: str) -> None:
    document = printed(name)
    foot = signature(name).recipients[-1].bottom

    assert A4[1] - BOTTOM - 1 < foot, "the page has to be full"
    assert [page.number for page in document.pages if not text_lines(page)] == []
    assert len(document.parts[0]) == 1


# ------------------------------------------------------------------------- draft, open questions


@every_document
def test_mark_of_a_draft(name: str) -> None:
    """DỰ THẢO in the top margin of page 1 of a draft, nowhere else (house)."""
    marks = [line for page in printed(name).pages for line in page.lines if "DỰ THẢO" in line.text]
    if name not in DRAFTS:
        assert marks == []
        return
    (mark,) = marks
    assert mark.page == 1
    assert mark.bottom < TOP
    assert mark.font.bold
    assert mark.left > A4[0] / 2
    assert mark.right <= A4[0] - RIGHT


def highlighted(document: Printed) -> list[str]:
    return [
        run.text
        for run in document.word.element.body.iter("{*}r")
        if run.rPr is not None and run.rPr.find("{*}highlight") is not None
    ]


def commented(document: Printed) -> list[tuple[str, str]]:
    """The text each comment is tied to and the comment, in the order of the document."""
    comments = {comment.comment_id: comment.text for comment in document.word.comments}
    found: list[tuple[str, str]] = []
    body = document.word.element.body
    for start in body.iter("{*}commentRangeStart"):
        number = start.get(qn("w:id"))
        inside = takewhile(lambda one: not one.tag.endswith("}commentRangeEnd"), following(start))
        text = "".join(one.text or "" for one in inside if one.tag == qn("w:t"))
        (reference,) = body.xpath(f".//w:commentReference[@w:id='{number}']")
        assert reference is not None
        found.append((text, comments.pop(int(number))))
    assert comments == {}, "a comment that belongs nowhere"
    return found


def following(element: Any) -> Iterator[Any]:
    """Everything inside the later siblings of an element."""
    for sibling in element.itersiblings():
        yield from sibling.iter()


@pytest.mark.parametrize("name", ["draft khoi-dau", "draft questions"])
def test_open_questions_of_a_draft_are_highlighted_and_commented(name: str) -> None:
    asked = ["Kế hoạch riêng hay lồng ghép?"] if name == "draft khoi-dau" else [*ASKED.values()]
    document = printed(name)
    ties = commented(document)

    # Titles are printed in capitals, whatever stands in them.
    assert sorted(map(str.casefold, highlighted(document))) == sorted(
        f"[[{question}]]".casefold() for question in asked
    )
    assert [text for text, _ in ties] == highlighted(document)
    for text, comment in ties:
        assert text.strip("[]").casefold() in comment.casefold()


def test_a_comment_quotes_its_question_as_it_was_written() -> None:
    """An officer looks for it in the data."""
    comments = [comment for _, comment in commented(printed("draft questions"))]

    for question in ASKED.values():
        assert [comment for comment in comments if question in comment], question


@pytest.mark.parametrize("name", VARIANTS)
def test_a_final_document_has_no_highlight_and_no_comment(name: str) -> None:
    document = printed(name)

    assert highlighted(document) == []
    assert commented(document) == []
    with zipfile.ZipFile(io.BytesIO(document.content)) as package:
        assert not [part for part in package.namelist() if "comment" in part]


def test_no_final_document_while_a_question_is_open() -> None:
    with pytest.raises(OpenQuestionsError) as refused:
        api.render_bytes(QUESTIONS, final=True)

    assert len(refused.value.problems) == len(ASKED)


# --------------------------------------------------------------------------------- text widths

FACES: tuple[Face, ...] = ("regular", "bold", "italic")
LETTERS = "".join(
    unicodedata.normalize("NFC", base + mark + tone)
    for base, marks in {
        "a": ("", "\u0306", "\u0302"),
        "e": ("", "\u0302"),
        "i": ("",),
        "o": ("", "\u0302", "\u031b"),
        "u": ("", "\u031b"),
        "y": ("",),
    }.items()
    for mark in marks
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
)
LETTERS += LETTERS.upper() + "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVXfjwzFJWZ0123456789"
SIGNS = '.,;:!?()[]/-–—%+=<>“”‘’"&*#°²³·•…≥≤×'
SENTENCES = (
    layout.NATIONAL_NAME,
    layout.MOTTO,
    "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG HƯNG THUẬN",
    "Phường Nguyễn Thị Minh Khai, ngày 29 tháng 12 năm 2023",
    "Quyết định số 1085/QĐ-TTg ngày 15/9/2022: “Rà soát, đơn giản hóa” trên 98,5% (TTHC).",
    "Vì vậy AV Từ Tỷ Yên WA LT P. F, Tô To Te Ty",  # pairs that kerning would draw together
)
SAMPLES = [letter * 20 for letter in LETTERS + SIGNS] + list(SENTENCES)


def sample_sheet() -> bytes:
    """Each sample in each face on a line of its own."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(400), Mm(500)
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    for face in FACES:
        for sample in SAMPLES:
            run = document.add_paragraph().add_run(sample)
            run.bold, run.italic = face == "bold", face == "italic"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


announce("widths", sample_sheet)


@pytest.mark.parametrize("face", FACES)
def test_widths_are_those_of_the_printed_letters(face: Face) -> None:
    lines = [line for page in printed("widths").pages for line in page.lines]
    start = FACES.index(face) * len(SAMPLES)
    measured = lines[start : start + len(SAMPLES)]

    assert [line.text for line in measured] == SAMPLES
    wrong = {
        line.text[:30]: (round(text_width(line.text, face, 14), 2), round(line.width, 2))
        for line in measured
        if text_width(line.text, face, 14) != pytest.approx(line.width, rel=0.005)
    }
    assert wrong == {}


def with_product(text: str) -> Plan:
    """The example with another product of its first task."""
    annex = EXAMPLE.annexes.tasks
    assert annex is not None
    first = annex.groups[0]
    tasks = (first.tasks[0].model_copy(update={"product": text}), *first.tasks[1:])
    group = first.model_copy(update={"tasks": tasks})
    changed = annex.model_copy(update={"groups": (group,)})
    return with_annexes(EXAMPLE, targets=EXAMPLE.annexes.targets, tasks=changed)


TALL_ROWS = {
    # Measured with rows that never split: up to 9 words, 38 letters and 4 lines were lost.
    "words": [" ".join(f"từ{n};" for n in range(count)) for count in range(122, 142, 2)],
    "one word": ["ж" * count for count in (460, 480, 500, 520, 840, 860, 10_000)],
    "lines": ["\n".join(f"từ{n};" for n in range(count)) for count in range(20, 42)],
}


@pytest.mark.parametrize("kind", TALL_ROWS)
def test_a_row_as_high_as_a_page_loses_no_letter(kind: str) -> None:
    """LibreOffice drops what does not fit where a row may not split, and says nothing."""
    texts = {str(number): text for number, text in enumerate(TALL_ROWS[kind])}
    documents = {name: api.render_bytes(with_product(text)) for name, text in texts.items()}
    for name, pdf in api.to_pdf(documents).items():
        with pdfplumber.open(io.BytesIO(pdf)) as pages:
            printed = "\n".join(page.extract_text() or "" for page in pages.pages)
        expected = re.findall(r"từ\d+;", texts[name])
        assert set(re.findall(r"từ\d+;", printed)) == set(expected)
        assert printed.count("ж") == texts[name].count("ж")  # a letter of no other word here


def test_a_name_no_lawful_size_keeps_on_one_line_is_pointed_out() -> None:
    """II.4, footnote 1: 13 points is the least; the line may break then, but not unsaid."""
    for name, said in [
        ("Nguyễn Thị Minh Khai", []),
        ("Đông Hưng Thuận Trung Mỹ Tây Tân Thới Nhất", ["date-line-too-long"]),
    ]:
        unit = Unit(name=name, naming=Naming.PERSON)
        rules = [one.rule for one in api.validate(changed_agency(EXAMPLE, unit=unit))]
        assert [rule for rule in rules if rule.startswith("date")] == said


def test_a_signature_that_cannot_be_kept_is_pointed_out() -> None:
    """LibreOffice keeps no paragraph of a whole page with the block; then the officer is told."""
    alone = []
    for sentences in range(20, 41, 2):
        plan = with_body([ONE_LINE] * 3, closing=((SENTENCE * sentences).strip(),))
        told = "ending-too-long" in [one.rule for one in api.validate(plan)]
        with pdfplumber.open(io.BytesIO(api.to_pdf({"p": api.render_bytes(plan)})["p"])) as pages:
            page = next(one for one in pages.pages if "Nơi nhận" in (one.extract_text() or ""))
            above = page.extract_text().split("Nơi nhận")[0].strip().split("\n")
        if page.page_number > 1 and len(above) <= 2:  # the page number is one of them
            alone.append(sentences)
            assert told, sentences
    assert alone  # else LibreOffice has learnt it, and the remark can go
    assert "ending-too-long" not in [one.rule for one in api.validate(EXAMPLE)]
    fifteen = with_body([ONE_LINE], closing=((SENTENCE * 15).strip(),))
    assert "ending-too-long" not in [one.rule for one in api.validate(fifteen)]


def test_the_shipped_plan_takes_the_short_way() -> None:
    """What a finished page still needs costs five times a render: usual plans need nothing."""
    prepared = prepare_plan(EXAMPLE, draft=False)
    assert prepared.page.usual
    assert not prepared.has_tall_rows
    assert prepared.comments == ()
