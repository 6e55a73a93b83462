"""Header of a document (NĐ 30/2020, Phụ lục I, Phần I, II.1 to II.4 and the diagram of IV)."""

from dataclasses import replace

import pytest

from cchc_docs.checker.measures.sample import UNKNOWN
from tests.checker.segments.small import (
    BODY,
    MM,
    QH,
    TN,
    b,
    box,
    c,
    drawn,
    facts,
    found,
    grid,
    header,
    p,
    plan,
    texts,
)

NUMBER = "Số:        /KH-UBND"
DATE = "Bình Minh, ngày      tháng 01 năm 2027"
HALVES = ("co_quan", "quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_ngay")


def told(components):
    return {element: texts(components, element) for element in HALVES}


EXPECTED = {
    "co_quan": ["ỦY BAN NHÂN DÂN\nPHƯỜNG BÌNH MINH"],
    "quoc_hieu": [QH],
    "tieu_ngu": [TN],
    "so_ky_hieu": [NUMBER],
    "dia_danh_ngay": [DATE],
}
WARD = "ỦY BAN NHÂN DÂN\nPHƯỜNG X"
LINES = [
    f"ỦY BAN NHÂN DÂN{{}}{QH}",
    f"PHƯỜNG BÌNH MINH{{}}{TN}",
    "________{}______________",
    f"{NUMBER}{{}}{DATE}",
]
ONE_CELL_EACH = grid(
    [
        [c(f"ỦY BAN NHÂN DÂN\nPHƯỜNG BÌNH MINH\n______\n{NUMBER}")],
        [c(f"{QH}\n{TN}\n__________\n{DATE}")],
    ]
)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([header(NUMBER, DATE)], id="a table of two rows"),
        pytest.param(
            [grid([[*map(b, ("ỦY BAN NHÂN DÂN", "PHƯỜNG BÌNH MINH")), p(), c(NUMBER)],
                   [b(QH), b(TN), p(), c(DATE)]])], id="a table of one row"),
        pytest.param(
            [grid([[b("ỦY BAN NHÂN DÂN")], [b(QH)]], [[b("PHƯỜNG BÌNH MINH")], [b(TN)]],
                  [[p()], [p()]], [[c(NUMBER)], [c(DATE)]])], id="a table of four rows"),
        pytest.param(
            [grid([[grid([[b("ỦY BAN NHÂN DÂN"), b("PHƯỜNG BÌNH MINH"), c(NUMBER)]], widths=[60])],
                   [b(QH), b(TN), c(DATE)]])], id="a table in a table"),
        pytest.param([ONE_CELL_EACH], id="line breaks in one paragraph"),
        pytest.param([p(one.format("\t"), "left") for one in LINES], id="tabs"),
        pytest.param([p("\t" + one.format("\t"), "left") for one in LINES], id="leading tabs"),
        pytest.param([p(one.format(" " * 20), "left") for one in LINES], id="blanks"),
        pytest.param([p(" " * 5 + one.format(" " * 20), "left") for one in LINES], id="wider"),
        pytest.param(
            [p("", boxes=(box(b("ỦY BAN NHÂN DÂN"), b("PHƯỜNG BÌNH MINH"), c(NUMBER)),
                          box(b(QH), b(TN), c(DATE))))], id="two text boxes"),
        pytest.param(
            [replace(header(NUMBER, DATE), rows=header(NUMBER, DATE).rows[:1]),
             p(f"{NUMBER}\t{DATE}", "left")], id="number and day below the table"),
        pytest.param(
            [p("", boxes=(box(b("DỰ THẢO")),)), header(NUMBER, DATE)], id="a draft mark above"),
    ],
)  # fmt: skip
def test_the_header_is_found_however_it_is_set(blocks):
    assert told(found(*blocks, b("KẾ HOẠCH"), b("Về một việc"), *BODY)) == EXPECTED


@pytest.mark.parametrize(
    "typed",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "CỘNG HÒA  XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT",
        "CỘNG HOÀ XÃ HỘI VIỆT NAM",
        "CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
)
def test_a_quoc_hieu_with_a_slip_is_still_one(typed):
    components = found(
        grid([[b("ỦY BAN NHÂN DÂN"), b("PHƯỜNG X")], [b(typed), b(TN)]]), *plan()[1:]
    )
    assert texts(components, "quoc_hieu") == [typed]


@pytest.mark.parametrize(
    "typed",
    ["Độc lập – Tự do – Hạnh phúc", "Độc lập-Tự do-Hạnh phúc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"],
)
def test_a_tieu_ngu_with_a_slip_is_still_one(typed):
    components = found(grid([[b("ỦY BAN NHÂN DÂN")], [b(QH), b(typed)]]), *plan()[1:])
    assert texts(components, "tieu_ngu") == [typed]


@pytest.mark.parametrize(
    "number",
    [
        "Số 15/KH-UBND",
        "SỐ: 15/KH-UBND",
        "Số: KH-UBND",
        "Số:…/KH-UBND",
        "Số: ____/KH-UBND",
        "/KH-UBND",
    ],
)
def test_a_number_is_found_with_its_slips(number):
    assert texts(found(*plan(head=header(number))), "so_ky_hieu") == [number]


@pytest.mark.parametrize(
    "date",
    [
        "Bình Minh ngày 05 tháng 01 năm 2027",
        "Bình Minh, 05/01/2027",
        "ngày tháng năm 2026",
        "Bình Minh, ngày … tháng … năm ……",
    ],
)
def test_a_day_is_found_with_its_slips(date):
    assert texts(found(*plan(head=header(date=date))), "dia_danh_ngay") == [date]


@pytest.mark.parametrize(
    ("lines", "superior", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN", "PHƯỜNG X"], [], [WARD]),
        (["UBND PHƯỜNG X", "PHÒNG KINH TẾ"], ["UBND PHƯỜNG X"], ["PHÒNG KINH TẾ"]),
        (["ỦY BAN NHÂN DÂN", "PHƯỜNG X", "VĂN PHÒNG"], [WARD], ["VĂN PHÒNG"]),
        (["UBND TỈNH Y", "ỦY BAN NHÂN DÂN", "PHƯỜNG X"], ["UBND TỈNH Y"], [WARD]),
        (["BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ", "LƯU TRỮ"], ["BỘ NỘI VỤ"], ["CỤC VĂN THƯ VÀ\nLƯU TRỮ"]),
        (["UBND THÀNH PHỐ", "PHƯỜNG X"], [], ["UBND THÀNH PHỐ\nPHƯỜNG X"]),
    ],
)  # fmt: skip
def test_the_superior_body_is_told_from_the_issuer(lines, superior, issuer):
    components = found(*plan(head=header(issuer=lines)))
    assert texts(components, "chu_quan") == superior
    assert texts(components, "co_quan") == issuer


def test_columns_are_told():
    components = found(*plan())
    assert facts(components, "co_quan")["column"] == "left"
    assert facts(components, "quoc_hieu")["column"] == "right"


def test_columns_that_changed_places_are_told():
    rows = [[[b(QH), b(TN)], [b("ỦY BAN NHÂN DÂN"), b("PHƯỜNG X"), c("Số: 15/KH-UBND")]]]
    components = found(grid(*rows, widths=[100, 65]), *plan()[1:])
    assert facts(components, "quoc_hieu")["column"] == "left"
    assert facts(components, "co_quan")["column"] == "right"


def test_where_blanks_set_a_line_nobody_knows_whether_it_is_centred():
    components = found(*(p(one.format("\t"), "left") for one in LINES), *plan()[1:])
    assert facts(components, "tieu_ngu")["align"] is UNKNOWN


LINES_BELOW = [
    pytest.param(drawn(b(TN)), [], True, id="drawn in the paragraph"),
    pytest.param(b(TN, bottom_line=True), [], True, id="a border of the paragraph"),
    pytest.param(b(TN), [drawn(p())], True, id="drawn in the next paragraph"),
    pytest.param(b(TN), [c("__________")], True, id="underscores"),
    pytest.param(b(TN), [p(top_line=True)], True, id="a border above the next paragraph"),
    pytest.param(b(TN), [c("-----------")], False, id="dashes are no line"),
    pytest.param(b(TN, underline="single"), [], False, id="an underlined text has no line"),
    pytest.param(b(TN), [], False, id="none"),
]


@pytest.mark.parametrize(("motto", "below", "expected"), LINES_BELOW)
def test_a_line_below_the_tieu_ngu(motto, below, expected):
    head = grid(
        [[b("ỦY BAN NHÂN DÂN"), drawn(b("PHƯỜNG X"))], [b(QH), motto, *below]],
        [[c("Số: 15/KH-UBND")], [c("X, ngày 08 tháng 01 năm 2027")]],
    )
    components = found(*plan(head=head))
    assert facts(components, "tieu_ngu")["line_below"] is expected
    assert facts(components, "co_quan")["line_below"] is True


def test_the_border_of_a_cell_is_a_line():
    head = header(issuer=["ỦY BAN NHÂN DÂN", "PHƯỜNG X"])
    bare = [replace(cell, borders=frozenset({"bottom"}), blocks=(b(QH), b(TN))) if n else cell
            for n, cell in enumerate(head.rows[0].cells)]  # fmt: skip
    head = replace(head, rows=(replace(head.rows[0], cells=tuple(bare)), head.rows[1]))
    assert facts(found(*plan(head=head)), "tieu_ngu")["line_below"] is True


def test_number_and_day_in_one_row_are_level():
    assert facts(found(*plan()), "dia_danh_ngay")["same_row_as_so_ky_hieu"] is True


def test_number_and_day_in_different_rows_are_not_level():
    head = grid(
        [[b("ỦY BAN NHÂN DÂN"), b("PHƯỜNG X")], [b(QH), b(TN)]],
        [[c("Số: 15/KH-UBND")], [p()]],
        [[p()], [c("X, ngày 08 tháng 01 năm 2027")]],
    )
    assert facts(found(*plan(head=head)), "dia_danh_ngay")["same_row_as_so_ky_hieu"] is False


def test_the_subject_of_a_letter_stands_below_the_number():
    head = header("Số: 12/UBND-VHXH", about=["V/v tuyên truyền cải cách", "hành chính"])
    letter = [head, c("Kính gửi: Sở Nội vụ"), *BODY]
    components = found(*letter)
    assert texts(components, "trich_yeu_cv") == ["V/v tuyên truyền cải cách\nhành chính"]
    assert components.first.type_name == "Công văn"
    assert components.first.conditions["letter"] is True
    assert components.first.conditions["upward"] is True


def test_a_draft_body_has_no_header():
    components = found(p("Căn cứ tình hình thực tế, phường báo cáo như sau:"), *BODY)
    assert told(components) == {element: [] for element in HALVES}


def test_quoc_hieu_in_the_middle_of_the_page_stands_in_no_half():
    components = found(b(QH), b(TN), b("KẾ HOẠCH"), b("Về một việc"), *BODY)
    assert facts(components, "quoc_hieu")["column"] == "center"


def test_quoc_hieu_indented_to_the_right_stands_there():
    head = [b(QH, left=70 * MM), b(TN, left=70 * MM)]
    assert facts(found(*head, *plan()[1:]), "quoc_hieu")["column"] == "right"
