"""Type name, subject, addressees, legal bases (Phụ lục I, Phần I, II.5, II.6.a, II.9)."""

import pytest

from tests.checker.segments.small import (
    BODY,
    b,
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


@pytest.mark.parametrize(
    ("printed", "name", "code"),
    [
        ("KẾ HOẠCH", "Kế hoạch", "KH"),
        ("Kế hoạch", "Kế hoạch", "KH"),
        ("QUYẾT ĐỊNH", "Quyết định", "QĐ"),
        ("BẢN THOẢ THUẬN", "Bản thỏa thuận", "BTT"),
        ("GIẤY ỦY QUYỀN", "Giấy ủy quyền", "GUQ"),
        ("KẾ HOẠCH HÀNH ĐỘNG", "Kế hoạch", "KH"),
        ("B Á O  C Á O", "Báo cáo", "BC"),
    ],
)
def test_the_printed_type_is_read(printed, name, code):
    components = found(header(), b(printed), b("Về một việc"), *BODY)
    assert texts(components, "ten_loai") == [printed]
    assert (components.first.type_name, components.first.type_code) == (name, code)


def test_a_type_the_decree_does_not_know_is_still_printed():
    components = found(header("Số: 01/PT-UBND"), b("PHIẾU TRÌNH"), b("Về một việc"), *BODY)
    assert texts(components, "ten_loai") == ["PHIẾU TRÌNH"]
    assert components.first.conditions["named"] is True


@pytest.mark.parametrize(
    "lines",
    [
        ["Cải cách hành chính năm 2027"],
        ["Cải cách hành chính", "trên địa bàn phường năm 2027"],
        ["CẢI CÁCH HÀNH CHÍNH NĂM 2027"],
        ["V/v cải cách hành chính"],
    ],
)
def test_the_subject_follows_the_type(lines):
    components = found(header(), b("KẾ HOẠCH"), *map(b, lines), c("_______"), *BODY)
    assert texts(components, "trich_yeu") == ["\n".join(lines)]
    assert facts(components, "trich_yeu")["line_below"] is True


def test_the_subject_may_stand_in_one_paragraph_with_the_type():
    components = found(header(), b("KẾ HOẠCH\nCải cách hành chính"), *BODY)
    assert texts(components, "ten_loai") == ["KẾ HOẠCH"]
    assert texts(components, "trich_yeu") == ["Cải cách hành chính"]


def test_a_subject_neither_bold_nor_centred_is_known_by_its_first_word():
    components = found(header(), b("TỜ TRÌNH"), p("Về việc bổ sung kinh phí", "left"), *BODY)
    assert texts(components, "trich_yeu") == ["Về việc bổ sung kinh phí"]


def test_a_title_of_the_text_is_no_subject():
    components = found(header(), b("BÁO CÁO"), b("Kết quả quý I"), b("I. KẾT QUẢ"), *BODY)
    assert texts(components, "trich_yeu") == ["Kết quả quý I"]


def test_the_authority_of_a_decision_is_neither_subject_nor_body():
    components = found(
        header("Số: 21/QĐ-UBND"),
        b("QUYẾT ĐỊNH"),
        drawn(b("Ban hành Quy chế")),
        b("ỦY BAN NHÂN DÂN PHƯỜNG BÌNH MINH"),
        p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True),
        p("Theo đề nghị của Chánh Văn phòng.", italic=True),
        b("QUYẾT ĐỊNH:"),
        p("Điều 1. Ban hành kèm theo Quyết định này Quy chế."),
    )
    assert texts(components, "trich_yeu") == ["Ban hành Quy chế"]
    assert len(texts(components, "can_cu")) == 2
    assert texts(components, "body") == ["Điều 1. Ban hành kèm theo Quyết định này Quy chế."]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Kính gửi: Bộ Nội vụ"], 1),
        (["Kính gửi Bộ Nội vụ"], 1),
        (["KÍNH GỬI: Bộ Nội vụ"], 1),
        (["Kính gửi:", "- Bộ Nội vụ;", "- Bộ Tài chính."], 3),
        (["Kính gửi:", "Bộ Nội vụ;", "- Bộ Tài chính."], 3),
        (["Kính gửi: - Bộ Nội vụ;", "- Bộ Tài chính."], 2),
        (["Kính gửi:", "- Bộ Nội vụ,", "- Bộ Tài chính;"], 3),
    ],
)
def test_the_addressees_are_told_from_the_text(lines, expected):
    text = p("Thực hiện Kế hoạch năm 2027, phường báo cáo như sau:")
    components = found(header("Số: 12/UBND-VX", about=["V/v báo cáo"]), *map(c, lines), text, *BODY)
    assert texts(components, "kinh_gui") == lines[:expected]
    assert texts(components, "body")[0] == text.text


def test_addressees_in_a_table():
    block = grid([[p("Kính gửi:")], [p("- Bộ Nội vụ;"), p("- Bộ Tài chính.")]])
    components = found(header("Số: 12/UBND-VX", about=["V/v báo cáo"]), block, *BODY)
    assert texts(components, "kinh_gui") == ["Kính gửi:", "- Bộ Nội vụ;", "- Bộ Tài chính."]


BASIS = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


@pytest.mark.parametrize(
    "lines",
    [
        [BASIS + ";", "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."],
        [BASIS + ",", "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ;"],
        [BASIS + ";", "Thực hiện Kế hoạch số 12/KH-UBND của tỉnh;", "Xét đề nghị của phòng."],
        ["Căn cứ Luật A; Căn cứ Nghị định B;"],
    ],
)  # fmt: skip
def test_legal_bases(lines):
    components = found(header(), b("KẾ HOẠCH"), b("Về một việc"), *map(p, lines), *BODY)
    assert texts(components, "can_cu") == lines


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn cứ Công văn số 12/SNV-CCHC của Sở Nội vụ, Ủy ban nhân dân phường báo cáo như sau:",
        "Thực hiện Kế hoạch số 12/KH-UBND, Ủy ban nhân dân phường ban hành Kế hoạch như sau:",
        "Căn cứ chỉ đạo của tỉnh, UBND phường đề nghị các phòng thực hiện nghiêm.",
    ],
)
def test_a_sentence_that_goes_on_is_text(sentence):
    """nd30-layout.md §10: such an opening is ordinary text, upright and justified."""
    components = found(header(), b("KẾ HOẠCH"), b("Về một việc"), p(sentence), *BODY)
    assert texts(components, "can_cu") == []
    assert texts(components, "body")[0] == sentence


def test_a_table_of_contents_is_passed_over():
    contents = [
        p("MỤC LỤC", "center"),
        p("I. MỤC ĐÍCH\t1", "left"),
        p("II. TỔ CHỨC ..... 2", "left"),
    ]
    components = found(header(), b("KẾ HOẠCH"), b("Về một việc"), *contents, p(BASIS + ";"), *BODY)
    assert texts(components, "can_cu") == [BASIS + ";"]
    assert texts(components, "muc_la_ma") == ["I. MỤC ĐÍCH", "II. TỔ CHỨC THỰC HIỆN"]


def test_the_order_of_components_is_told():
    order = facts(found(*plan()), "document")["component_order"]
    wanted = [
        "co_quan",
        "quoc_hieu",
        "so_ky_hieu",
        "ten_loai",
        "trich_yeu",
        "body",
        "noi_nhan_label",
    ]
    assert [one for one in order if one in wanted] == wanted


def test_addressees_over_the_type_name_are_told_in_their_order():
    blocks = [
        header("Số: 1/TTr-UBND"),
        c("Kính gửi: Sở Nội vụ"),
        b("TỜ TRÌNH"),
        b("Về một việc"),
        *BODY,
    ]
    order = facts(found(*blocks), "document")["component_order"]
    assert order.index("kinh_gui") < order.index("ten_loai")
