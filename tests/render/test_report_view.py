"""Reports in Word and on paper: addressees, marks, comments at the figure, annexes.

Clauses are of Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I; the columns of the table of dossiers are
those of form 06/VPCP/KSTT (Thông tư 01/2020/TT-VPCP).
"""

import datetime as dt
import io
import itertools
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from cchc_docs.model.agency import Recipients
from cchc_docs.model.document import Block
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.report import (
    Bars,
    ChartAnnex,
    DossierAnnex,
    DossierRow,
    Figure,
    ProgressAnnex,
    Remark,
    Report,
    ReportAnnexes,
    ReportingPeriod,
    Series,
    StatisticLine,
    StatisticLineGroup,
    StatisticsAnnex,
    TaskLine,
    TaskLineGroup,
    Window,
)
from cchc_docs.ooxml.package import DOCUMENT, read_package
from cchc_docs.render.document import render_document
from cchc_docs.render.report_names import ReportView
from cchc_docs.render.report_view import prepare_report
from cchc_docs.render.template import compile_template, examine_template
from cchc_docs.storage.resources import REPORT_TEMPLATE
from tests.ooxml import validate
from tests.pages import EXAMPLE, Line, Page, announce, normal, printed

TEMPLATE = REPORT_TEMPLATE.read_bytes()
COUNTS = (150, 90, 50, 10, 140, 100, 38, 2, 10, 10, 0)  # columns (3) to (13)
SAID = "Đã ban hành 05 văn bản; hoàn thành 12/21 nhiệm vụ."
AT = ("sections", 0, "content", 0, "content", 0, "text")  # printed as "a) Đã ban hành …"
HOSTILE = "& < > \" ' </w:t> {{ 6*7 }} {% if x %} ]]>\tmột\nhai"


def figure(value: Fraction | int, unit: str = "hồ sơ") -> Figure:
    return Figure("so-lieu", "Số liệu", unit, Fraction(value), "tổng")


def dossiers(fields: int, note: str | None = None) -> DossierAnnex:
    rows = [
        DossierRow(label=f"Lĩnh vực thứ {n}", columns=tuple(map(figure, COUNTS)))
        for n in range(1, fields + 1)
    ]
    total = DossierRow(label="Tổng cộng", columns=tuple(figure(fields * count) for count in COUNTS))
    return DossierAnnex(title="Kết quả giải quyết", rows=tuple(rows), total=total, note=note)


def task(**values: Any) -> TaskLine:
    usual = {
        "text": "Tham mưu ban hành kế hoạch kiểm tra cải cách hành chính",
        "product": "Kế hoạch của UBND phường",
        "lead": ("Văn phòng - Thống kê", "Công an phường"),
        "deadline": "Tháng 3/2024",
        "status": "Đang thực hiện",
        "document": "",
        "remark": "Quá hạn",
    }
    return TaskLine(**(usual | values))


def progress(tasks: int) -> ProgressAnnex:
    groups = (
        TaskLineGroup(title="Cải cách thể chế", tasks=(task(),)),
        TaskLineGroup(title="Tài chính công", tasks=(task(),) * (tasks - 1)),
    )
    return ProgressAnnex(title="Tiến độ thực hiện kế hoạch", groups=groups)


STATISTICS = StatisticsAnnex(
    title="Số liệu thống kê",
    version="của tỉnh, năm 2024",
    groups=(
        StatisticLineGroup(
            title="Chỉ đạo, điều hành",
            rows=(
                StatisticLine(label="Số văn bản", unit="văn bản", figure=figure(1260)),
                StatisticLine(
                    label="Tỷ lệ hoàn thành", unit="%", figure=figure(Fraction(2, 3), "%")
                ),
            ),
        ),
    ),
)
BARS = Bars(
    title="Tiến độ nhiệm vụ",
    unit="nhiệm vụ",
    labels=("Đã hoàn thành", "Chưa thực hiện"),
    series=(Series(name="Số nhiệm vụ", values=(12, 9)),),
)
ANNEXES = {
    "dossiers": dossiers(3),
    "progress": progress(3),
    "statistics": STATISTICS,
    "charts": ChartAnnex(title="Biểu đồ", charts=(BARS, BARS)),
}
LANDSCAPE = {"dossiers", "progress"}


def report(**values: Any) -> Report:
    usual: dict[str, Any] = {
        "agency": EXAMPLE.agency,
        "year": 2024,
        "subject": "Kết quả công tác cải cách hành chính Quý I năm 2024",
        "opening": ("Ủy ban nhân dân phường báo cáo kết quả như sau:",),
        "sections": (
            Block(
                title="Chỉ đạo, điều hành",
                content=(Block(title="Kế hoạch", content=(Block(text=SAID),)),),
            ),
        ),
        "closing": ("Trên đây là báo cáo của UBND phường",),
        "recipients": Recipients(informed=("Thường trực Đảng ủy",)),
        "period": ReportingPeriod(
            PeriodKind.Q1, 2024, Window(dt.date(2023, 12, 15), dt.date(2024, 3, 14))
        ),
        "form_version": "thử",
    }
    return Report(**(usual | values))


def with_annexes(*names: str, **others: Any) -> Report:
    return report(annexes=ReportAnnexes(**{name: ANNEXES[name] for name in names}, **others))


def rendered(data: Report, *remarks: Remark, draft: bool = False) -> bytes:
    template = compile_template(TEMPLATE, "bao-cao.docx", ReportView)
    return render_document(prepare_report(data, draft=draft, remarks=remarks), template)


def word_of(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def paragraphs(content: bytes, style: str) -> list[str]:
    """The paragraphs of the styles whose names begin like this."""
    return [one.text for one in word_of(content).paragraphs if one.style.name.startswith(style)]


# --------------------------------------------------------------------------- template, marks, head


def test_template_names_only_what_a_report_has_and_all_of_it() -> None:
    found = examine_template(TEMPLATE, "bao-cao.docx", ReportView)

    assert found.errors == ()
    assert found.unused == ()


@pytest.mark.parametrize(
    ("draft", "invented", "marks"),
    [
        (False, False, ()),
        (True, False, ("DỰ THẢO",)),
        (False, True, ("SỐ LIỆU GIẢ ĐỊNH",)),
        (True, True, ("DỰ THẢO", "SỐ LIỆU GIẢ ĐỊNH")),
    ],
)
def test_marks_of_the_first_page(draft: bool, invented: bool, marks: tuple[str, ...]) -> None:
    content = rendered(report(invented=invented), draft=draft)
    header = word_of(content).sections[0].first_page_header

    assert "".join(one.text for one in header.paragraphs).split("   ") == [*marks, ""]


def test_one_addressee_stands_on_the_line() -> None:
    """II.9.d."""
    content = rendered(report(addressees=("Ủy ban nhân dân tỉnh Gia Lai;",)))

    assert paragraphs(content, "CCHC Kính gửi") == ["Kính gửi: Ủy ban nhân dân tỉnh Gia Lai"]
    assert paragraphs(content, "CCHC Danh sách kính gửi") == []


def test_several_addressees_are_a_dashed_list() -> None:
    """II.9.d."""
    content = rendered(report(addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ; ")))

    assert paragraphs(content, "CCHC Kính gửi") == ["Kính gửi:"]
    assert paragraphs(content, "CCHC Danh sách kính gửi") == [
        "- Ủy ban nhân dân tỉnh;",
        "- Sở Nội vụ.",
    ]


@pytest.mark.parametrize(("addressees", "first"), [((), ()), (("Sở Nội vụ",), ("- Như trên;",))])
def test_recipients_begin_with_those_above(
    addressees: tuple[str, ...], first: tuple[str, ...]
) -> None:
    """II.9.b."""
    content = rendered(report(addressees=addressees))
    cell = word_of(content).tables[1].cell(0, 0)

    assert cell.text.split("\n") == ["Nơi nhận:", *first, "- Thường trực Đảng ủy;", "- Lưu: VT."]
    assert bool(paragraphs(content, "CCHC Kính gửi")) == bool(first)


# ----------------------------------------------------------------------------------------- remarks


def commented(content: bytes) -> dict[str, str]:
    """The letters that each comment is on, by its text."""
    parts = read_package(content)
    if "word/comments.xml" not in parts:
        return {}
    comments = {
        one.get(qn("w:id")): "".join(one.itertext())
        for one in etree.fromstring(parts["word/comments.xml"])
    }
    found: dict[str, str] = {}
    open_ones: set[str] = set()
    for element in etree.fromstring(parts[DOCUMENT]).iter():
        identifier = element.get(qn("w:id"))
        if element.tag == qn("w:commentRangeStart"):
            open_ones.add(identifier)
            assert found.setdefault(comments[identifier], "") == ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_ones.remove(identifier)
        elif element.tag == qn("w:t"):
            for one in open_ones:
                found[comments[one]] += element.text or ""
    assert not open_ones
    assert len(found) == len(comments)
    return found


def remark(text: str, path: tuple[str | int, ...] = AT, whole: str = SAID) -> Remark:
    """A remark on these letters of a text."""
    start = whole.index(text)
    return Remark(path, start, start + len(text), f"về {text}")


def test_comment_is_on_the_letters_of_the_figure() -> None:
    content = rendered(report(), remark("12/21"), remark("05"), draft=True)

    assert commented(content) == {"về 12/21": "12/21", "về 05": "05"}
    assert f"a) {SAID}" in paragraphs(content, "CCHC Nội dung")


def test_comments_on_the_same_and_on_crossing_letters() -> None:
    texts = ("hoàn thành 12/21", "12/21 nhiệm vụ", "21", "05 văn bản; hoàn")
    remarks = [*map(remark, texts), Remark(AT, 0, 0, "cả đoạn")]
    content = rendered(report(), *remarks, draft=True)

    assert commented(content) == {f"về {text}": text for text in texts} | {"cả đoạn": SAID}
    assert f"a) {SAID}" in paragraphs(content, "CCHC Nội dung")


def test_names_in_front_do_not_move_a_comment() -> None:
    office = EXAMPLE.agency.offices[0]
    text = f"Bộ phận {{office:{office.id}}} xử lý 03 việc, còn 04 việc."
    sections = (Block(title="Kết quả", content=(Block(title="Một", content=(Block(text=text),)),)),)
    content = rendered(report(sections=sections), remark("04", whole=text), draft=True)

    assert commented(content) == {"về 04": "04"}
    assert any(office.name in one for one in paragraphs(content, "CCHC Nội dung"))


def test_question_and_remark_in_one_text() -> None:
    opening = "Thực hiện Kế hoạch số [[số?]] ngày 05/3/2024."
    remarks = (
        Remark(("opening", 0), 0, 0, "cả đoạn"),
        remark("05/3/2024", ("opening", 0), opening),
    )
    content = rendered(report(opening=(opening,)), *remarks, draft=True)

    assert commented(content) == {
        "cả đoạn": opening,
        "số?": "[[số?]]",
        "về 05/3/2024": "05/3/2024",
    }
    colours = dict(re.findall(r'w:val="(yellow|cyan)"/></w:rPr><w:t[^>]*>([^<]+)', xml(content)))
    assert colours["yellow"] == "[[số?]]"


def xml(content: bytes) -> str:
    return read_package(content)[DOCUMENT].decode()


def test_comment_on_the_end_of_the_last_words() -> None:
    """The end mark takes the place of what was typed at the end."""
    closing = "Trên đây là báo cáo . "
    content = rendered(
        report(closing=(closing,)), remark(" . ", ("closing", 0), closing), draft=True
    )

    assert commented(content) == {"về  . ": "./."}


@pytest.mark.parametrize(
    ("path", "letters"),
    [
        (("dossiers", "rows", 1, "columns", 4), "140"),
        (("dossiers", "total", "columns", 0), "450"),
        (("dossiers", "rows", 0, "label"), "Lĩnh vực thứ 1"),
        (("progress", "groups", 1, "tasks", 0, "status"), "Đang thực hiện"),
        (("statistics", "groups", 0, "rows", 1, "figure"), "66,67"),
    ],
)
def test_comment_on_a_cell(path: tuple[str | int, ...], letters: str) -> None:
    remarks = (Remark(("annexes", *path), 0, 0, "xem lại"),)
    content = rendered(with_annexes("dossiers", "progress", "statistics"), *remarks, draft=True)

    assert commented(content) == {"xem lại": letters}


def test_final_has_no_comments() -> None:
    content = rendered(report(), remark("12/21"))

    assert "word/comments.xml" not in read_package(content)
    assert "commentR" not in xml(content)


# ----------------------------------------------------------------------------------------- annexes

SUBSETS = [
    names for count in range(len(ANNEXES) + 1) for names in itertools.combinations(ANNEXES, count)
]
LABELS = {0: [], 1: ["Phụ lục"], 2: ["Phụ lục I", "Phụ lục II"]}
LABELS[3], LABELS[4] = [*LABELS[2], "Phụ lục III"], [*LABELS[2], "Phụ lục III", "Phụ lục IV"]


@pytest.mark.parametrize("names", SUBSETS, ids="+".join)
def test_every_choice_of_annexes_leaves_nothing_of_the_others(names: tuple[str, ...]) -> None:
    content = rendered(with_annexes(*names))
    document = word_of(content)

    sections = [one.page_width > one.page_height for one in document.sections]
    assert sections == [False, *(name in LANDSCAPE for name in names)]
    assert paragraphs(content, "CCHC Phụ lục") == LABELS[len(names)]
    titles = [ANNEXES[name].title.upper() for name in names]
    assert paragraphs(content, "CCHC Tên phụ lục") == titles
    assert len(document.tables) == 2 + len({*names} - {"charts"})
    pictures = [name for name in read_package(content) if "media" in name]
    assert len(pictures) == len(document.inline_shapes) == 2 * ("charts" in names)


def annex_rows(content: bytes) -> list[list[str]]:
    """The rows of the last table, a merged cell once."""
    table = word_of(content).tables[-1]
    return [
        [
            normal("".join(text.text or "" for text in cell.iter(qn("w:t"))))
            for cell in row._tr.tc_lst
        ]
        for row in table.rows
    ]


def test_table_of_dossiers() -> None:
    rows = annex_rows(rendered(with_annexes(dossiers=dossiers(2))))

    numbers = [f"({n})" for n in range(1, 14)]
    numbers[2], numbers[6], numbers[10] = "(3)=(4)+(5)+(6)", "(7)=(8)+(9)+(10)", "(11)=(12)+(13)"
    assert rows[0][2:] == [
        "Số hồ sơ nhận giải quyết",
        "Số hồ sơ đã giải quyết",
        "Số hồ sơ đang giải quyết",
    ]
    assert rows[1][2:5] == ["Tổng số", "Trong kỳ", "Từ kỳ trước"]
    assert rows[1][5:] == [
        *("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
        *("Tổng số", "Trong hạn", "Quá hạn"),
    ]
    assert rows[2][3:5] == ["Trực tuyến", "Trực tiếp, dịch vụ bưu chính"]
    assert rows[3] == numbers
    assert rows[4] == ["1", "Lĩnh vực thứ 1", *map(str, COUNTS)]
    assert rows[6] == ["", "Tổng cộng", *(str(2 * count) for count in COUNTS)]
    assert rows[7:] == [["./."]]


def test_head_of_the_dossiers_names_unit_and_days() -> None:
    content = rendered(with_annexes("dossiers"))

    assert paragraphs(content, "CCHC Đơn vị tính") == ["Đơn vị tính: Số hồ sơ TTHC"]
    assert paragraphs(content, "CCHC Kỳ số liệu") == [
        "Biểu số 06/VPCP/KSTT ban hành kèm theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020",
        "Kỳ báo cáo: Quý I năm 2024 (từ ngày 15/12/2023 đến ngày 14/3/2024)",
        "Đơn vị báo cáo: Ủy ban nhân dân phường Hoài Hảo",
    ]


def test_note_stands_between_total_and_end() -> None:
    note = "Ngoài ra có 03 hồ sơ rút."
    rows = annex_rows(rendered(with_annexes(dossiers=dossiers(1, note))))

    assert [row[0] for row in rows[-2:]] == [note, "./."]


def test_rows_of_progress() -> None:
    rows = annex_rows(rendered(with_annexes("progress")))

    assert rows[1:3] == [
        ["I", "CẢI CÁCH THỂ CHẾ"],
        [
            *("1", task().text, task().product, "Văn phòng - Thống kê; Công an phường"),
            *("Tháng 3/2024", "Đang thực hiện", "", "Quá hạn"),
        ],
    ]
    assert [row[0] for row in rows[3:]] == ["II", "2", "3", "./."]


def test_rows_of_statistics() -> None:
    rows = annex_rows(rendered(with_annexes("statistics")))

    assert rows == [
        ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"],
        ["I", "CHỈ ĐẠO, ĐIỀU HÀNH"],
        ["1", "Số văn bản", "văn bản", "1.260", ""],
        ["2", "Tỷ lệ hoàn thành", "%", "66,67", ""],
        ["Biểu số liệu: của tỉnh, năm 2024"],
        ["./."],
    ]


def test_charts_are_read_aloud() -> None:
    content = rendered(with_annexes("charts"))
    shapes = word_of(content).inline_shapes

    for shape in shapes:
        assert shape.width.mm == pytest.approx(165, abs=0.1)
        assert "Đã hoàn thành 12, Chưa thực hiện 9" in shape._inline.docPr.get("descr")
    assert len({shape._inline.docPr.id for shape in shapes}) == len(shapes)
    assert rendered(with_annexes("charts")) == content


def test_hostile_text_in_labels_is_printed_as_typed() -> None:
    rows = (DossierRow(label=HOSTILE, columns=tuple(map(figure, COUNTS))),)
    annex = dossiers(1).model_copy(update={"rows": rows, "note": HOSTILE})
    group = TaskLineGroup(title="Nhóm", tasks=(task(text=HOSTILE, document=HOSTILE),))
    chart = BARS.model_copy(update={"title": HOSTILE, "labels": (HOSTILE, "b")})
    content = rendered(
        with_annexes(
            dossiers=annex,
            progress=ProgressAnnex(title="Tiến độ", groups=(group,)),
            charts=ChartAnnex(title="Biểu đồ", charts=(chart,)),
        ).model_copy(update={"addressees": (HOSTILE,)})
    )
    document = word_of(content)

    assert document.tables[2].cell(4, 1).text == HOSTILE
    assert document.tables[3].cell(2, 1).text == HOSTILE
    assert paragraphs(content, "CCHC Tên biểu đồ") == [HOSTILE]
    assert paragraphs(content, "CCHC Kính gửi") == [f"Kính gửi: {HOSTILE}"]


FULL = with_annexes("progress", "statistics", "charts", dossiers=dossiers(2, "Ghi chú."))
VALID = {
    "full draft": lambda: rendered(
        FULL.model_copy(update={"invented": True, "addressees": ("Sở Nội vụ", "Sở Tư pháp")}),
        *(remark("12/21"), remark("21 nhiệm vụ"), Remark(("opening", 0), 0, 0, "cả đoạn")),
        Remark(("annexes", "dossiers", "rows", 0, "columns", 0), 0, 0, "ô"),
        draft=True,
    ),
    "plain": lambda: rendered(report()),
    "charts": lambda: rendered(with_annexes("charts").model_copy(update={"addressees": ("A",)})),
    "template": lambda: TEMPLATE,
}


@pytest.mark.parametrize("name", VALID)
def test_word_finds_nothing_to_repair(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(VALID[name]())

    assert validate(path) == []


# ---------------------------------------------------------------------------------- printed pages

announce("report 40 fields", lambda: rendered(with_annexes(dossiers=dossiers(40, "Có ghi chú."))))
NEAR_THE_FOOT = range(12, 16)
for _fields in NEAR_THE_FOOT:
    announce(
        f"report {_fields} fields",
        lambda count=_fields: rendered(with_annexes(dossiers=dossiers(count))),  # type: ignore[misc]
    )
announce("report full draft", VALID["full draft"])
announce("report plain", VALID["plain"])
announce("report charts", VALID["charts"])
announce("report 30 tasks", lambda: rendered(with_annexes(progress=progress(30))))
PRINTED = (
    *("report 40 fields", "report full draft", "report plain", "report charts", "report 30 tasks"),
    *(f"report {count} fields" for count in NEAR_THE_FOOT),
)
TOP = 20  # mm: the least margin; I.3


def text_of(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.baseline >= TOP]


def pages_with(name: str, text: str) -> list[Page]:
    return [page for page in printed(name).pages if text in text_of(page)]


def test_heads_of_a_long_table_are_on_every_page() -> None:
    _, *pages = printed("report 40 fields").pages

    assert len(pages) > 2
    for page in pages:
        assert "Số hồ sơ nhận giải quyết" in text_of(page)
        assert "(3)=(4)+(5)+(6)" in text_of(page)
    printed_fields = re.findall(r"Lĩnh vực thứ (\d+)", " ".join(map(" ".join, map(text_of, pages))))
    assert printed_fields == [str(n) for n in range(1, 41)]


def test_numbers_of_a_column_end_on_one_line() -> None:
    page = printed("report 40 fields").pages[2]
    for texts in (("150",), ("140",), ("100",)):
        ends = [line.right for line in page.lines if line.text in texts]
        assert len(ends) > 5
        assert max(ends) - min(ends) < 0.1
    left = {round(line.right, 1) for line in page.lines if line.text in ("0", "10")}
    assert len(left) == 4  # (6), (11), (12), (13)


def test_total_is_bold() -> None:
    (page,) = pages_with("report 40 fields", "Tổng cộng")
    (total,) = (line for line in page.lines if line.text == "Tổng cộng")
    sums = [line for line in page.lines if abs(line.baseline - total.baseline) < 0.5]

    assert all(line.font.bold for line in sums)
    assert [line.text for line in sums] == ["Tổng cộng", *(thousands(40 * n) for n in COUNTS)]


def thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@pytest.mark.parametrize("fields", [*NEAR_THE_FOOT, 40])
def test_end_of_the_dossiers_has_the_last_rows_above_it(fields: int) -> None:
    (page,) = pages_with(f"report {fields} fields", "./.")

    assert "Tổng cộng" in text_of(page)
    assert f"Lĩnh vực thứ {fields}" in text_of(page)


@pytest.mark.parametrize("name", PRINTED)
def test_no_page_is_empty(name: str) -> None:
    for page in printed(name).pages:
        assert len(text_of(page)) > 5, page.number


@pytest.mark.parametrize("name", PRINTED)
def test_nothing_is_printed_outside_the_text_area(name: str) -> None:
    for page in printed(name).pages:
        for line in page.lines:
            assert line.left >= 30 - 0.3, line
            assert line.right <= page.width - 15 + 0.3, line
            assert line.bottom <= page.height - 20 + 0.3, line
            assert line.black or "DỰ THẢO" in line.text, line


def test_a_report_without_annexes_is_one_page() -> None:
    assert len(printed("report plain").pages) == 1


def test_marks_stand_above_the_text() -> None:
    first, *others = printed("report full draft").pages
    (marks,) = (line for line in first.lines if "GIẢ ĐỊNH" in line.text)

    assert re.fullmatch(r"DỰ THẢO\s+SỐ LIỆU GIẢ ĐỊNH", marks.text)
    assert marks.bottom < TOP
    assert marks.right == pytest.approx(210 - 15, abs=0.5)
    assert not [line for page in others for line in page.lines if "GIẢ ĐỊNH" in line.text]


def test_dashes_of_addressees_stand_under_the_colon() -> None:
    """II.9.d."""
    page = printed("report full draft").pages[0]
    greeting = find(page, "Kính gửi:")
    dashes = [find(page, "- Sở Nội vụ;"), find(page, "- Sở Tư pháp.")]

    assert greeting.left == pytest.approx(30 + 35, abs=0.5)  # as in Phụ lục III, Mẫu 1.5
    for line in dashes:
        assert line.left == pytest.approx(greeting.right, abs=2)
        assert line.font == greeting.font
        assert 13 <= line.font.size <= 14
        assert not line.font.bold


def find(page: Page, text: str) -> Line:
    return next(line for line in page.lines if line.text == text)


def test_charts_lie_inside_the_margins() -> None:
    page = printed("report charts").pages[1]
    pictures = page._plumbed.images

    assert len(pictures) == 2
    for one in pictures:
        assert one["x0"] * 25.4 / 72 >= 30 - 0.3
        assert one["x1"] * 25.4 / 72 <= 210 - 15 + 0.3
