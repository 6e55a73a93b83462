"""Signature block and recipients (Phụ lục I, Phần I, II.7 and II.9)."""

from dataclasses import replace

import pytest

from cchc_docs.layout.picture import Image
from tests.checker.segments.small import (
    BODY,
    MM,
    b,
    ending,
    facts,
    found,
    grid,
    header,
    p,
    plan,
    texts,
)

NAME = "Lê Hoàng Dũng"


def signed(*signer, recipients=("- UBND tỉnh;", "- Lưu: VT, VP.")):
    return found(*plan(end=ending(recipients, signer)))


SIGNERS = [
    (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", NAME], ["TM. ỦY BAN NHÂN DÂN"], ["CHỦ TỊCH"]),
    (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", NAME],
     ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]),
    (["CHỦ TỊCH", "", NAME], ["CHỦ TỊCH"], ["CHỦ TỊCH"]),
    (["Q. CHỦ TỊCH", "", NAME], ["Q. CHỦ TỊCH"], ["Q. CHỦ TỊCH"]),
    (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "", NAME], ["TL. CHỦ TỊCH"], ["CHÁNH VĂN PHÒNG"]),
    (["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG", "", NAME], ["TUQ. CHỦ TỊCH"], ["TRƯỞNG PHÒNG"]),
    (["TM. ỦY BAN NHÂN DÂN", "PHƯỜNG BÌNH MINH", "CHỦ TỊCH", "", NAME],
     ["TM. ỦY BAN NHÂN DÂN\nPHƯỜNG BÌNH MINH"], ["CHỦ TỊCH"]),
    (["Tm. Ủy ban nhân dân", "Chủ tịch", "", NAME], ["Tm. Ủy ban nhân dân"], ["Chủ tịch"]),
    (["KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", NAME], ["KT.CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]),
    (["TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", NAME], ["TM ỦY BAN NHÂN DÂN"], ["CHỦ TỊCH"]),
    (["CHỦ TỊCH", "(Đã ký)", NAME], ["CHỦ TỊCH"], ["CHỦ TỊCH"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "powers", "posts"), SIGNERS)
def test_powers_post_and_name(lines, powers, posts):
    components = signed(*lines)
    assert texts(components, "quyen_han") == powers
    assert texts(components, "chuc_vu") == posts
    assert texts(components, "ho_ten") == [NAME]


@pytest.mark.parametrize(
    "name",
    ["LÊ HOÀNG DŨNG", "Lê hoàng Dũng", "ThS. Lê Hoàng Dũng", "Ông Lê Hoàng Dũng", "Họ và tên"],
)
def test_a_name_with_a_slip_is_still_one(name):
    assert texts(signed("CHỦ TỊCH", "", "", name), "ho_ten") == [name]


def test_a_signer_without_a_name_has_none():
    components = signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "")
    assert texts(components, "chuc_vu") == ["CHỦ TỊCH"]
    assert texts(components, "ho_ten") == []


def test_two_signers_side_by_side():
    """Biên bản (Mẫu 1.9): the secretary on the left, the chairman on the right."""
    block = grid([[b("THƯ KÝ"), p(), b("Trần Thị Mai")], [b("CHỦ TỌA"), p(), b(NAME)]])
    components = found(header("Số: 3/BB-UBND"), b("BIÊN BẢN"), b("Họp giao ban"), *BODY, block,
                       p("Nơi nhận:", "left"), p("- Như trên;", "left"),
                       p("- Lưu: VT.", "left"))  # fmt: skip
    assert texts(components, "ho_ten") == ["Trần Thị Mai", NAME]
    assert [facts(components, "quyen_han", n)["column"] for n in (0, 1)] == ["left", "right"]
    assert texts(components, "noi_nhan_list") == ["- Như trên;", "- Lưu: VT."]


RIGHT = {"left": 90 * MM}
PARAGRAPHS = [
    b("TM. ỦY BAN NHÂN DÂN", **RIGHT), b("CHỦ TỊCH", **RIGHT), p(), p(), b(NAME, **RIGHT),
    p("Nơi nhận:", "left", bold=True), p("- UBND tỉnh;", "left"), p("- Lưu: VT.", "left"),
]  # fmt: skip
TABS = [
    p("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "left"), p("- UBND tỉnh;\tCHỦ TỊCH", "left"),
    p("- Lưu: VT.", "left"), p(), p("\t\tLê Hoàng Dũng", "left"),
]  # fmt: skip
BLANKS = [
    p("Nơi nhận:" + " " * 40 + "TM. ỦY BAN NHÂN DÂN", "left"),
    p("- UBND tỉnh;" + " " * 40 + "CHỦ TỊCH", "left"), p("- Lưu: VT.", "left"), p(),
    p(" " * 50 + NAME, "left"),
]  # fmt: skip
BREAKS = [grid([[p("Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", "left")],
                [b("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nLê Hoàng Dũng")]])]  # fmt: skip
ROWS = [grid([[p("Nơi nhận:", "left")], [b("TM. ỦY BAN NHÂN DÂN")]],
             [[p("- UBND tỉnh;", "left")], [b("CHỦ TỊCH")]],
             [[p("- Lưu: VT.", "left")], [p(), b(NAME)]])]  # fmt: skip


@pytest.mark.parametrize(
    "blocks",
    [PARAGRAPHS, TABS, BLANKS, BREAKS, ROWS],
    ids=["paragraphs", "tabs", "blanks", "breaks", "rows"],
)
def test_the_ending_is_found_however_it_is_set(blocks):
    components = found(*plan()[:-1], *blocks)
    assert texts(components, "quyen_han") == ["TM. ỦY BAN NHÂN DÂN"]
    assert texts(components, "chuc_vu") == ["CHỦ TỊCH"]
    assert texts(components, "ho_ten") == [NAME]
    assert texts(components, "noi_nhan_label") == ["Nơi nhận:"]
    assert texts(components, "noi_nhan_list") == ["- UBND tỉnh;", "- Lưu: VT."]
    assert texts(components, "body")[-1].endswith("./.")


@pytest.mark.parametrize(
    ("blocks", "level"),
    [([ending()], True), (TABS, True), (PARAGRAPHS, False), (ROWS, True)],
    ids=["table", "tabs", "paragraphs", "rows"],
)
def test_the_label_stands_level_with_the_signer(blocks, level):
    components = found(*plan()[:-1], *blocks)
    assert facts(components, "noi_nhan_label")["same_row_as_quyen_han"] is level


@pytest.mark.parametrize("label", ["Nơi nhận", "NƠI NHẬN:", "Nơi nhận: - Như trên;"])
def test_a_label_with_a_slip_is_still_one(label):
    block = grid([[p(label, "left"), p("- Lưu: VT.", "left")], [b("CHỦ TỊCH"), p(), b(NAME)]])
    assert texts(found(*plan(end=block)), "noi_nhan_label") == [label]


@pytest.mark.parametrize(
    ("lines", "is_last"),
    [
        (["- UBND tỉnh;", "- Lưu: VT."], True),
        (["- Lưu: VT.", "- UBND tỉnh;"], False),
        (["- UBND tỉnh;", "- Lưu: VT.", "PL.(300)"], True),
    ],
)
def test_the_filing_line_is_the_last(lines, is_last):
    assert (
        facts(signed("CHỦ TỊCH", "", "Lê Dũng", recipients=lines), "luu_line")["is_last_line"]
        is is_last
    )


@pytest.mark.parametrize("code", ["PL.(300)", "pl.300"])
def test_the_drafter_code_follows_the_filing_line(code):
    components = signed("CHỦ TỊCH", "", "Lê Dũng", recipients=["- Lưu: VT.", code])
    assert texts(components, "drafter_code") == [code]
    assert texts(components, "noi_nhan_list") == ["- Lưu: VT."]


def image(width, height, name=""):
    return Image("png", width * MM, height * MM, name)


def test_images_over_the_signature():
    images = (image(30, 15), image(36, 36))
    block = grid([[p("Nơi nhận:"), p("- Lưu: VT.")],
                  [b("CHỦ TỊCH"), replace(p(), images=images), b("Lê Dũng")]])  # fmt: skip
    components = found(*plan(end=block))
    assert len(components.of("signature_image")) == len(components.of("seal_image")) == 1
    assert facts(components, "seal_image")["image_format"] == "png"


def test_posts_in_the_text_end_nothing():
    components = found(
        *plan(b("CHỦ TỊCH ỦY BAN NHÂN DÂN"), p("Một đoạn văn dài. " * 12), p("Hết./."))
    )
    assert texts(components, "quyen_han") == ["TM. ỦY BAN NHÂN DÂN"]
    assert texts(components, "body")[-1] == "Hết./."


def test_a_text_without_an_ending_has_none():
    components = found(*plan()[:-1])
    assert [
        one
        for element in ("quyen_han", "ho_ten", "noi_nhan_label")
        for one in components.of(element)
    ] == []
