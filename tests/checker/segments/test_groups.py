"""Annexes, issued texts, several documents in a file, party papers, marks, pages."""

import pytest

from cchc_docs.layout.picture import Picture
from tests.checker.segments.small import (
    BODY,
    QH,
    TN,
    annex,
    b,
    box,
    c,
    drawn,
    ending,
    facts,
    find_components,
    found,
    found_in,
    grid,
    header,
    p,
    plan,
    ruled,
    section,
    texts,
)


def kinds(components):
    return [(group.kind, group.name) for group in components.groups]


TWO = p("Chỉ tiêu tại Phụ lục I, nhiệm vụ tại Phụ lục II kèm theo./.")
MAIN = ("main", "văn bản")


def test_annexes_in_sections_of_their_own():
    components = found_in(
        section(*plan(TWO)),
        section(*annex("Phụ lục I")),
        section(*annex("Phụ lục II"), landscape=True),
    )
    assert kinds(components) == [MAIN, ("annex", "Phụ lục I"), ("annex", "Phụ lục II")]
    assert texts(components, "phu_luc_label") == ["Phụ lục I", "Phụ lục II"]
    assert texts(components, "phu_luc_title") == ["CHỈ TIÊU NĂM 2027"] * 2
    assert all(facts(components, "phu_luc", n)["own_section"] for n in (0, 1))
    assert all(facts(components, "phu_luc", n)["mentioned_in_main_text"] for n in (0, 1))
    assert facts(components, "kem_theo")["line_below"] is True
    assert facts(components, "phu_luc")["block_order"] == (
        "phu_luc_label",
        "phu_luc_title",
        "kem_theo",
    )
    assert components.first.conditions["multi_annex"] is True


def test_annexes_without_breaks():
    components = found(*plan(TWO), *annex("PHỤ LỤC I"), *annex("Phụ lục 2"))
    assert texts(components, "phu_luc_label") == ["PHỤ LỤC I", "Phụ lục 2"]
    assert facts(components, "phu_luc")["own_section"] is False


@pytest.mark.parametrize(
    "label", ["Phụ lục", "PHỤ LỤC", "Phụ lục số I", "Phụ lục I:", "Phụ lục …", "Phụ lục 01"]
)
def test_labels_with_slips(label):
    assert texts(found(*plan(), *annex(label)), "phu_luc_label") == [label]


def test_a_mention_is_no_label():
    components = found(
        *plan(p("Phụ lục I kèm theo Kế hoạch này."), p("Phụ lục đính kèm: danh sách."))
    )
    assert kinds(components) == [MAIN]


def test_an_annex_nobody_mentions():
    components = found_in(section(*plan(p("Theo Phụ lục I./."))), section(*annex("Phụ lục I")),
                          section(*annex("Phụ lục II")))  # fmt: skip
    assert [facts(components, "phu_luc", n)["mentioned_in_main_text"] for n in (0, 1)] == [
        True,
        False,
    ]


def test_an_annex_may_have_a_header_of_its_own():
    own = grid([[b("ỦY BAN NHÂN DÂN"), b("PHƯỜNG X")], [b(QH), b(TN)]])
    components = found(*plan(), own, *annex("Phụ lục"))
    assert kinds(components) == [MAIN, ("annex", "Phụ lục")]
    assert texts(components, "quoc_hieu") == [QH]


def test_a_form_in_an_annex_is_no_document():
    form = grid([[b("TÊN ĐƠN VỊ"), c("Số: …/BC-…")], [b(QH), b(TN), c("…, ngày … tháng … năm …")]])
    components = found(*plan(), *annex("Phụ lục"), form, b("BÁO CÁO"), p("1) Họ và tên: …"))
    assert kinds(components) == [MAIN, ("annex", "Phụ lục")]
    assert texts(components, "ten_loai") == ["KẾ HOẠCH"]
    assert texts(components, "khoan") == ["1. Nâng cao chất lượng phục vụ."]


def test_an_annex_ends_with_a_table_or_with_words():
    tables, words = ruled(["a", "b"], ["1", "2"]), p("Nội dung./.")
    ends = found_in(
        section(*plan(TWO)),
        section(*annex("Phụ lục I", tables)),
        section(*annex("Phụ lục II", words)),
    )
    assert facts(ends, "phu_luc", 0)["last_block"] == "table"
    assert facts(ends, "phu_luc", 1)["last_text"] == "Nội dung./."
    assert ends.first.conditions["body_table"] is False
    assert ends.first.conditions["has_table"] is True


def test_an_annex_alone_in_the_file():
    signed = p("Số: 15/KH-UBND; 08/01/2027; 09: 15: 30", "right")
    components = found(signed, *annex())
    assert kinds(components) == [("annex", "Phụ lục")]
    assert components.first.conditions["annex_own_file"] is True
    assert texts(components, "esign_info") == [signed.text]
    assert facts(components, "esign_info")["location"] == "top_right_first_page"
    assert texts(components, "body") == []


def test_a_label_below_a_line_break_opens_the_annex_with_its_title():
    signed = p("Số: 15/KH-UBND; 08/01/2027; 09: 15: 30\nPhụ lục", "right")
    components = found(signed, *annex()[1:])
    assert len(components.of("phu_luc_title")) == len(components.of("kem_theo")) == 1


def test_pieces_of_a_paragraph_know_what_they_lie_in():
    label = b("Phụ lục I\nCHỈ TIÊU")
    components = found_in(section(*plan(TWO)), section(label, *annex("Phụ lục I")[2:]))
    found_pieces = components.of("phu_luc_label") + components.of("phu_luc_title")
    assert [one.within for one in found_pieces] == [("phu_luc",), ("phu_luc",)]
    (text,) = (one for one in components.of("text") if one.text == "Phụ lục I CHỈ TIÊU")
    assert "phu_luc_label" in text.within


REGULATION = [
    b("QUY CHẾ"), b("Tiếp công dân"),
    drawn(c("(Ban hành kèm theo Quyết định số 21/QĐ-UBND ngày 01 tháng 3 năm 2027 của phường)")),
    b("Chương I"), b("QUY ĐỊNH CHUNG"), p("Điều 1. Phạm vi", bold=True), p("Quy định./."),
]  # fmt: skip


@pytest.mark.parametrize("own_header", [True, False])
def test_a_decision_and_the_regulation_it_issues(own_header):
    """Mẫu 1.3."""
    head = grid([[b("ỦY BAN NHÂN DÂN"), b("PHƯỜNG X")], [b(QH), b(TN)]])
    decision = [header("Số: 21/QĐ-UBND"), b("QUYẾT ĐỊNH"), b("Ban hành Quy chế"),
                p("Điều 1. Ban hành kèm theo Quyết định này Quy chế./."), ending()]  # fmt: skip
    components = found(*decision, *([head] if own_header else []), *REGULATION)
    assert kinds(components) == [MAIN, ("issued", "Quy chế kèm theo")]
    assert texts(components, "ten_loai") == ["QUYẾT ĐỊNH", "QUY CHẾ"]
    assert [one.group.kind for one in components.of("dieu")] == ["main", "issued"]
    assert [one.group.kind for one in components.of("kem_theo")] == ["issued"]
    assert components.first.type_name == "Quyết định"
    assert components.first.conditions["has_annex"] is False


def test_several_documents_in_one_file():
    second = [
        header("Số: 16/TB-UBND"),
        b("THÔNG BÁO"),
        b("Lịch tiếp công dân"),
        p("Nội dung./."),
        ending(),
    ]
    components = found_in(section(*plan()), section(*second))
    assert kinds(components) == [MAIN, ("main", "văn bản thứ 2")]
    assert any("nhiều văn bản" in one for one in components.remarks)
    assert texts(components, "ten_loai") == ["KẾ HOẠCH", "THÔNG BÁO"]
    types = [(one.type_name, one.type_code) for one in components.documents.values()]
    assert types == [("Kế hoạch", "KH"), ("Thông báo", "TB")]
    paragraphs = [id(one) for document in components.of("document") for one in document.paragraphs]
    assert len(paragraphs) == len(set(paragraphs))


def test_a_party_paper_is_told_and_not_judged():
    head = grid([[b("ĐẢNG ỦY PHƯỜNG X"), c("*"), c("Số 05-BC/ĐU")],
                 [b("ĐẢNG CỘNG SẢN VIỆT NAM"), c("X, ngày 10 tháng 4 năm 2027")]])  # fmt: skip
    components = found(head, b("BÁO CÁO"), b("Kết quả quý I"), *BODY)
    assert [group.kind for group in components.groups] == ["foreign"]
    assert any("Đảng" in one for one in components.remarks)
    assert list(components) == []


@pytest.mark.parametrize("number", ["Số: 30/2020/NĐ-CP", "Số: 01/2020/TT-VPCP"])
def test_legislation_is_told_and_not_judged(number: str):
    nation = b("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = b("Độc lập - Tự do - Hạnh phúc")
    day = c("Hà Nội, ngày 05 tháng 3 năm 2020")
    head = grid([[b("CHÍNH PHỦ"), c(number)], [nation, motto, day]])
    components = found(head, b("NGHỊ ĐỊNH"), b("Về công tác văn thư"), *BODY)
    assert [group.kind for group in components.groups] == ["foreign"]
    assert any("quy phạm pháp luật" in one for one in components.remarks)
    assert list(components) == []


def test_a_paper_that_cites_legislation_is_none():
    components = found(*plan(p("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.")))
    assert kinds(components) == [MAIN]


def test_a_paper_that_mentions_the_party_is_no_party_paper():
    components = found(*plan(p("Thực hiện Điều lệ Đảng Cộng sản Việt Nam.")))
    assert kinds(components) == [MAIN]


@pytest.mark.parametrize(
    ("block", "element", "told"),
    [
        (
            p("", boxes=(box(b("HỎA TỐC")),)),
            "urgency_mark",
            {"box_size": (30, 8), "single_border_box": True},
        ),
        (b("KHẨN CẤP", boxed=True), "urgency_mark", {"single_border_box": True}),
        (b("LƯU HÀNH NỘI BỘ"), "circulation_mark", {"single_border_box": False}),
    ],
)
def test_marks_above_the_header(block, element, told):
    components = found(block, *plan())
    assert facts(components, element) == told
    assert texts(components, "co_quan") == ["ỦY BAN NHÂN DÂN\nPHƯỜNG BÌNH MINH"]


def test_a_copy_of_a_document():
    """Mẫu 3.1: form, agency and number of the copy stand below the copied document."""
    block = grid(
        [
            [b("ỦY BAN NHÂN DÂN"), c("Số: 05/SY-UBND")],
            [b("SAO Y"), c("X, ngày 22 tháng 4 năm 2027")],
        ]
    )
    components = found(*plan(), block)
    assert texts(components, "copy_form") == ["SAO Y"]
    assert texts(components, "so_ky_hieu") == ["Số: 15/KH-UBND", "Số: 05/SY-UBND"]
    assert components.first.conditions["numbered"] is True


PAGE = (c("2", field="PAGE"),)


def test_page_numbers_are_told_section_by_section():
    first = {"title_page": True, "headers": {"default": PAGE, "first": (p(),)}}
    components = found_in(
        section(*plan(TWO), **first),
        section(*annex("Phụ lục I"), number_start=1, **first),
        section(*annex("Phụ lục II"), headers={"default": PAGE}),
    )
    main, one, two = (facts(components, "page_number", n) for n in range(3))
    assert (main["location"], main["start"], main["shown_on_first_page"]) == ("header", 1, False)
    assert one["annex_start"] == 1
    assert two["annex_start"] != 1
    assert two["shown_on_first_page"] is True
    assert [page.within for page in components.of("page")] == [(), ("phu_luc",), ("phu_luc",)]


def test_a_number_never_updated_is_read_as_one():
    head = {"default": (c("", field="PAGE"),)}
    assert facts(found_in(section(*plan(), headers=head)), "page_number")["text"] == "2"


def test_a_number_in_the_footer():
    components = found_in(section(*plan(), footers={"default": PAGE}))
    assert facts(components, "page_number")["location"] == "footer"


def test_a_landscape_page_should_hold_a_table():
    table = ruled(["a", "b"], ["1", "2"])
    components = found_in(
        section(*plan(TWO)),
        section(*annex("Phụ lục I"), landscape=True),
        section(*annex("Phụ lục II", table), landscape=True),
    )
    assert [facts(components, "page", n).get("landscape_section_has_table") for n in range(3)] == [
        None,
        False,
        True,
    ]


def test_the_address_block_stands_at_the_foot_of_the_first_page():
    foot = (p("Địa chỉ: số 12 đường Trần Phú", top_line=True), p("Điện thoại: 0200 3456 789"))
    there = found_in(section(*plan(), title_page=True, footers={"first": foot}))
    assert facts(there, "address_block") == {
        "location": "first_page_bottom",
        "line_above_full_width": True,
    }
    elsewhere = found_in(section(*plan(), footers={"default": foot}))
    assert facts(elsewhere, "address_block")["location"] != "first_page_bottom"


def test_an_empty_document_holds_nothing():
    assert list(find_components(Picture(()))) == []
    assert texts(found(), "body") == []


def test_time_grows_with_the_size_and_not_its_square():
    import time

    def seconds(count):
        picture = Picture(
            (section(*plan(*(p(f"{n}. Một khoản của văn bản.") for n in range(count)))),)
        )
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            find_components(picture)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(4000) < 24 * seconds(500)  # eight times the size; its square would be 64


def test_lines_deep_in_tables_do_not_end_in_recursion():
    block = p("đáy")
    for _ in range(300):
        block = grid([[block]], widths=[100])
    assert found(*plan(block)).first.type_name == "Kế hoạch"
