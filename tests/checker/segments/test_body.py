"""Structure of the text (Phụ lục I, Phần I, II.6.c to II.6.đ, V row 6)."""

import pytest

from tests.checker.segments.small import b, c, facts, found, header, p, plan, ruled, texts

ELEMENTS = ("heading", "muc_la_ma", "dieu", "khoan", "diem")


def structure(*lines):
    """The element of each line of a text, ``body`` for running text, None for neither."""
    components = found(*plan(*lines))
    of = facts(components, "document")["element_of"]
    return [of.get(line) for line in lines]


@pytest.mark.parametrize(
    ("line", "element"),
    [
        (c("Phần I"), "heading"),
        (b("CHƯƠNG II"), "heading"),
        (p("Mục 1", bold=True), "heading"),
        (b("Tiểu mục 2"), "heading"),
        (b("Chương I QUY ĐỊNH CHUNG"), "heading"),
        (p("Phần mềm dùng chung được nâng cấp."), "body"),
        (p("Chương trình hành động của tỉnh."), "body"),
        (p("Mục 1 Chương II quy định về tiếp công dân."), "body"),
        (p("I. MỤC ĐÍCH", bold=True), "muc_la_ma"),
        (p("IV. Tổ chức thực hiện"), "muc_la_ma"),
        (p("I) MỤC ĐÍCH"), "muc_la_ma"),
        (p("I/ MỤC ĐÍCH"), "muc_la_ma"),
        (p("I MỤC ĐÍCH", bold=True), "muc_la_ma"),
        (p("VI PHẠM HÀNH CHÍNH được xử lý."), "body"),
        (p("V/v nâng bậc lương"), "body"),
        (p("IIII. SAI SỐ"), "body"),
        (p("Điều 1. Phạm vi"), "dieu"),
        (p("ĐIỀU 2: Phạm vi"), "dieu"),
        (p("Điều I. Phạm vi"), "dieu"),
        (p("Điều 5 Luật Tổ chức chính quyền địa phương quy định."), "body"),
        (p("Điều kiện thực hiện:"), "body"),
        (p("1. Yêu cầu"), "khoan"),
        (p("1) Yêu cầu"), "khoan"),
        (p("1/ Yêu cầu"), "khoan"),
        (p("1.Yêu cầu"), "khoan"),
        (p("1.1. Mục tiêu chung"), "body"),
        (p("2.500 người dân"), "body"),
        (p("24/11/2026 là hạn cuối."), "body"),
        (p("1 - 2 ngày làm việc"), "body"),
        (p("100% hồ sơ"), "body"),
        (p("a) Về nội dung"), "diem"),
        (p("đ) Về kinh phí"), "diem"),
        (p("a. Về nội dung"), "diem"),
        (p("A) Về"), "diem"),
        (p("v.v. và các việc khác"), "body"),
        (p("e-Office được duy trì"), "body"),
        (p("ii) Về nội dung"), "body"),
        (p("A. KẾT QUẢ THỰC HIỆN", bold=True), None),
        (p("- Tổ chức tuyên truyền;"), "body"),
        (c("Bảng 1: Kết quả quý I"), None),
        (c("(Có danh sách kèm theo)"), None),
        (c("__________"), None),
    ],
)
def test_what_a_line_is(line, element):
    assert structure(p("Lời mở đầu."), line, p("Lời kết."))[1] == element


def test_the_line_below_a_heading_is_its_title():
    lines = [b("Chương I"), b("QUY ĐỊNH CHUNG"), b("Chương II"), p("Điều 1. Phạm vi")]
    assert structure(*lines) == ["heading", "heading", "heading", "dieu"]
    components = found(*plan(*lines))
    assert [facts(components, "heading", n).get("title_present") for n in range(3)] == [
        True,
        None,
        False,
    ]


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""'])
def test_quoted_text_has_no_structure(opening, closing):
    lines = [
        p("1. Sửa đổi Điều 5 như sau:"),
        p(f"{opening}Điều 5. Phạm vi"),
        p("1. Khoản được trích."),
        b("Chương II"),
        p(f"a) Điểm được trích.{closing}"),
        p("2. Khoản tiếp theo."),
    ]
    assert structure(*lines) == ["khoan", "body", "body", None, "body", "khoan"]


def test_a_quotation_that_is_never_closed_quotes_one_paragraph():
    lines = [p("“Mở ngoặc mà quên đóng."), p("1. Khoản một.")]
    assert structure(*lines) == ["body", "khoan"]


def parents(components, element):
    values = [facts(components, element, n)["parent"] for n in range(len(components.of(element)))]
    return [values.index(one) for one in values]


def test_items_are_counted_under_their_section():
    components = found(*plan(
        p("I. MỘT"), p("1. A"), p("2. B"), p("II. HAI"), p("1. C"), p("2. D"),
    ))  # fmt: skip
    assert parents(components, "khoan") == [0, 0, 2, 2]


def test_points_are_counted_under_their_item_and_sub_item():
    components = found(*plan(
        p("1. A"), p("a) x"), p("b) y"), p("2. B"), p("2.1. C"), p("a) z"), p("2.2. D"), p("a) t"),
    ))  # fmt: skip
    assert parents(components, "diem") == [0, 0, 2, 3]


def test_a_list_with_an_announcement_of_its_own_begins_anew():
    components = found(*plan(
        p("1. A"), p("a) x"), p("b) y"), p("Các bộ phận có trách nhiệm:"), p("a) z"), p("b) t"),
    ))  # fmt: skip
    assert parents(components, "diem") == [0, 0, 2, 2]


def test_a_roman_list_in_small_letters_is_no_list_of_points():
    assert structure(p("i) một"), p("ii) hai"), p("iii) ba")) == ["body", "body", "body"]


def test_cells_are_neither_body_nor_structure():
    components = found(
        *plan(p("Kết quả như sau:"), ruled(["TT", "Tên"], ["1. A", "I. B"]), p("Hết./."))
    )
    assert texts(components, "body") == ["Kết quả như sau:", "Hết./."]
    assert [one for element in ELEMENTS for one in texts(components, element)] == []
    assert len(components.of("table")) == 1
    assert components.first.conditions["body_table"] is True


def test_the_layout_tables_of_header_and_signature_are_no_tables():
    components = found(*plan())
    assert components.of("table") == ()
    assert components.first.conditions["has_table"] is False


def test_what_stands_beside_a_paragraph_is_told():
    components = found(*plan(p("I. MỘT"), p("Một đoạn."), p(""), p("1. Hai.")))
    body = components.of("body")
    assert [one.before.element for one in body] == ["muc_la_ma", "body"]
    before = body[1].before.paragraph
    assert before is not None
    assert not before.text


def test_mentions_of_documents_are_told_full_or_short():
    full = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2027"
        " của Ủy ban nhân dân tỉnh về một việc."
    )
    components = found(*plan(p(full), p("Theo Kế hoạch số 12/KH-UBND, các bộ phận báo cáo."),
                             p("Theo Quyết định số 7/QĐ-UBND, phường báo cáo./.")))  # fmt: skip
    assert texts(components, "vien_dan") == [
        "Kế hoạch số 12/KH-UBND", "Kế hoạch số 12/KH-UBND", "Quyết định số 7/QĐ-UBND",
    ]  # fmt: skip
    assert facts(components, "vien_dan", 0)["first_mention_has_date_issuer_subject"] is True
    assert facts(components, "vien_dan", 1)["later_mention_is_short"] is True
    assert facts(components, "vien_dan", 2)["first_mention_has_date_issuer_subject"] is False


def test_a_mention_in_the_subject_of_another_is_none():
    text = (
        "Thực hiện Quyết định số 10/QĐ-UBND ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân tỉnh"
        " ban hành Kế hoạch thực hiện Nghị quyết số 76/NQ-CP, phường báo cáo./."
    )
    assert texts(found(*plan(p(text))), "vien_dan") == ["Quyết định số 10/QĐ-UBND"]


def test_every_paragraph_is_a_text_once():
    components = found(*plan())
    whole = facts(components, "document")["element_of"]
    assert len(texts(components, "text")) == len(
        {id(one.paragraphs[0]) for one in components.of("text")}
    )
    assert set(whole) <= set(components.of("document")[0].paragraphs)


def test_a_header_row_in_the_middle_of_a_letter_is_no_second_header():
    components = found(header(), b("KẾ HOẠCH"), b("Về một việc"), p("Số: lượng hồ sơ tăng."))
    assert len(components.of("so_ky_hieu")) == 1
