"""The rendered plan of 2024 says what the ward wrote, paragraph by paragraph, row by row.

`data/ke-hoach-cchc-2024.txt` is the text taken out of the ward's own Word file. Every place where
the document made from `examples/hoai-hao/2024` reads differently is listed here with its reason;
a difference that is not listed fails the test, and so does a listed one that does not occur.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from cchc_docs import load_plan, render_plan

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "tests" / "data" / "ke-hoach-cchc-2024.txt"
PLAN = ROOT / "examples" / "hoai-hao" / "2024" / "ke-hoach.yaml"

Item = str | tuple[str, ...]
"""A paragraph, or the cells of a table row."""

Said = str | tuple[Item, ...]
"""One paragraph or cell, shortened where only its number differs; or whole paragraphs and rows."""


class Reason(StrEnum):
    """Why the document may differ from the ward's text; there is no other reason."""

    NUMBERING = "numbers and letters are computed, without gaps"
    ANNEX_NUMBER = "annexes have Roman numbers, and both tables call the number column TT"
    OFFICE_NAME = "an office has one name"
    RECIPIENTS = "recipients end in semicolons, the last in a full stop"
    ANNEX_FORM = "an annex has the form of NĐ 30/2020, without the letterhead"
    LOST_HEADER = "the head of page 1 is missing in the text"
    EXTRACTION = "damage done when the text was taken out of the Word file"


class Difference(NamedTuple):
    """What the ward's text says, what the document says instead, why, and how often."""

    seed: Said
    document: Said
    reason: Reason
    times: int = 1


TARGETS_HEADER = (
    ("STT", "Chỉ tiêu", "Chỉ tiêu phấn đấu năm 2024", "Trách nhiệm cụ thể", ""),
    ("", "", "", "Đơn vị theo dõi, hướng dẫn thực hiện", "Đơn vị thực hiện"),
)
TASKS_HEADER = (
    "TT",
    "Nhiệm vụ",
    "Hoạt động/sản phẩm",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
)
LETTERHEAD = (
    "ỦY BAN NHÂN DÂN",
    "PHƯỜNG HOÀI HẢO",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
# Number and date stay blank in an electronic document.
CAME_WITH = "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm của Ủy ban nhân dân phường Hoài Hảo)"

HEAD = (
    Difference((), LETTERHEAD, Reason.LOST_HEADER),
    Difference(
        ("KẾ HOẠCH Cải cách hành chính phường Hoài Hảo năm 2024",),
        ("KẾ HOẠCH", "Cải cách hành chính phường Hoài Hảo năm 2024"),
        Reason.EXTRACTION,
    ),
)

BODY = (
    # II.1: a page break inside the paragraph
    Difference(
        (
            "Tiếp tục thực hiện quyết liệt công tác cải cách hành chính nhằm xây dựng nền hành "
            "chính hiện đại, chuyên nghiệp, hiệu lực, hiệu quả, nâng cao hiệu quả giải quyết thủ "
            "tục hành chính, đẩy mạnh dịch vụ công trực tuyến; hỗ trợ và phát triển doanh nghiệp; "
            "thực hiện các biện pháp để tạo chuyển biến hiệu quả chính",
            "quyền cơ sở, nâng cao trách nhiệm người đứng đầu, năng lực của đội ngũ cán bộ, công "
            "chức.",
        ),
        (
            "Tiếp tục thực hiện quyết liệt công tác cải cách hành chính nhằm xây dựng nền hành "
            "chính hiện đại, chuyên nghiệp, hiệu lực, hiệu quả, nâng cao hiệu quả giải quyết thủ "
            "tục hành chính, đẩy mạnh dịch vụ công trực tuyến; hỗ trợ và phát triển doanh nghiệp; "
            "thực hiện các biện pháp để tạo chuyển biến hiệu quả chính quyền cơ sở, nâng cao trách "
            "nhiệm người đứng đầu, năng lực của đội ngũ cán bộ, công chức.",
        ),
        Reason.EXTRACTION,
    ),
    # II.2: the ward left out đ)
    Difference("e) Thực hiện đầy đủ chế độ …", "đ) Thực hiện đầy đủ chế độ …", Reason.NUMBERING),
    Difference(
        "g) Trên 70% hồ sơ công việc …",
        "e) Trên 70% hồ sơ công việc …",
        Reason.NUMBERING,
    ),
    Difference(
        "(Các chỉ tiêu cụ thể tại Phụ lục 1 kèm theo)",
        "(Các chỉ tiêu cụ thể tại Phụ lục I kèm theo)",
        Reason.ANNEX_NUMBER,
    ),
    # III.3: a page break inside c); the ward left out đ) and took f), which is no letter here
    Difference(
        (
            "c) Xây dựng phương án đơn giản hóa, rút ngắn thời gian giải quyết một số thủ tục hành "
            "chính theo Quyết định số 291/QĐ-UBND ngày 31/01/2023 của Chủ tịch Ủy ban nhân dân "
            "(UBND) tỉnh ban hành Kế hoạch rà soát, đánh giá thủ tục hành chính năm 2023 trên địa "
            "bàn tỉnh Bình Định và theo danh mục đăng ký",
            "của địa phương. Thực hiện các nhiệm vụ, giải pháp khuyến khích người dân, tổ chức sử "
            "dụng dịch vụ công trực tuyến mức độ 3, 4 và nhận trả kết quả qua dịch vụ bưu chính "
            "công ích.",
        ),
        (
            "c) Xây dựng phương án đơn giản hóa, rút ngắn thời gian giải quyết một số thủ tục hành "
            "chính theo Quyết định số 291/QĐ-UBND ngày 31/01/2023 của Chủ tịch Ủy ban nhân dân "
            "(UBND) tỉnh ban hành Kế hoạch rà soát, đánh giá thủ tục hành chính năm 2023 trên địa "
            "bàn tỉnh Bình Định và theo danh mục đăng ký của địa phương. Thực hiện các nhiệm vụ, "
            "giải pháp khuyến khích người dân, tổ chức sử dụng dịch vụ công trực tuyến mức độ 3, 4 "
            "và nhận trả kết quả qua dịch vụ bưu chính công ích.",
        ),
        Reason.EXTRACTION,
    ),
    Difference(
        "e) Xử lý nghiêm trách nhiệm của …",
        "đ) Xử lý nghiêm trách nhiệm của …",
        Reason.NUMBERING,
    ),
    Difference(
        "f) Đẩy mạnh cung cấp dịch vụ …", "e) Đẩy mạnh cung cấp dịch vụ …", Reason.NUMBERING
    ),
    # III.6: a page break inside c)
    Difference(
        (
            "c) Tiếp tục rà soát, đề xuất sửa đổi, bổ sung, hoàn thiện các cơ chế, chính sách của "
            "phường nhằm tạo điều kiện đẩy mạnh xã hội hóa, khuyến khích các tổ chức ngoài công "
            "lập tham gia cung ứng dịch vụ sự nghiệp công trên các lĩnh vực. Hoàn thiện các quy "
            "định về đổi mới cơ chế và quy trình, thủ tục phân bổ ngân sách, đổi mới cơ chế tự chủ "
            "tài chính cơ quan hành chính nhà nước gắn với",
            "nhiệm vụ được giao và sản phẩm đầu ra phù hợp với điều kiện thực tế của phường.",
        ),
        (
            "c) Tiếp tục rà soát, đề xuất sửa đổi, bổ sung, hoàn thiện các cơ chế, chính sách của "
            "phường nhằm tạo điều kiện đẩy mạnh xã hội hóa, khuyến khích các tổ chức ngoài công "
            "lập tham gia cung ứng dịch vụ sự nghiệp công trên các lĩnh vực. Hoàn thiện các quy "
            "định về đổi mới cơ chế và quy trình, thủ tục phân bổ ngân sách, đổi mới cơ chế tự chủ "
            "tài chính cơ quan hành chính nhà nước gắn với nhiệm vụ được giao và sản phẩm đầu ra "
            "phù hợp với điều kiện thực tế của phường.",
        ),
        Reason.EXTRACTION,
    ),
    Difference(
        "(Nội dung nhiệm vụ cụ thể tại Phụ lục 2 kèm theo)",
        "(Nội dung nhiệm vụ cụ thể tại Phụ lục II kèm theo)",
        Reason.ANNEX_NUMBER,
    ),
    # V.1: the last point stuck to the one before it, and its letter was wrong
    Difference(
        (
            "d) Chủ trì, phối hợp các bộ phận có liên quan nhân rộng các điển hình tiên tiến; đề "
            "nghị Chủ tịch UBND phường khen thưởng thành tích cho cá nhân, tổ chức có đóng góp nổi "
            "bật trong công tác cải cách hành chính của phường. e) Hàng quý, 06 tháng, cuối năm "
            "tổng hợp, báo cáo Ủy ban nhân dân phường; UBND thị xã về kết quả thực hiện theo quy "
            "định.",
        ),
        (
            "d) Chủ trì, phối hợp các bộ phận có liên quan nhân rộng các điển hình tiên tiến; đề "
            "nghị Chủ tịch UBND phường khen thưởng thành tích cho cá nhân, tổ chức có đóng góp nổi "
            "bật trong công tác cải cách hành chính của phường.",
            "đ) Hàng quý, 06 tháng, cuối năm tổng hợp, báo cáo Ủy ban nhân dân phường; UBND thị xã "
            "về kết quả thực hiện theo quy định.",
        ),
        Reason.EXTRACTION,
    ),
    # V.2: the last dash stuck to the one before it
    Difference(
        (
            "- Giúp Ủy ban nhân dân phường trong việc đảm bảo kinh phí để triển khai chương trình, "
            "kế hoạch công tác cải cách hành chính của phường; - Đề xuất Ủy ban nhân dân phường "
            "thực hiện các nhiệm vụ về cải cách tài chính công; theo dõi, tổng hợp việc triển khai "
            "thực hiện nhiệm vụ về cải cách tài chính công.",
        ),
        (
            "- Giúp Ủy ban nhân dân phường trong việc đảm bảo kinh phí để triển khai chương trình, "
            "kế hoạch công tác cải cách hành chính của phường;",
            "- Đề xuất Ủy ban nhân dân phường thực hiện các nhiệm vụ về cải cách tài chính công; "
            "theo dõi, tổng hợp việc triển khai thực hiện nhiệm vụ về cải cách tài chính công.",
        ),
        Reason.EXTRACTION,
    ),
    Difference(
        "4. Bộ phận Văn hoá – Thông tin", "4. Bộ phận Văn hóa – Thông tin", Reason.OFFICE_NAME
    ),
    Difference("- Thường trực HĐND phường", "- Thường trực HĐND phường;", Reason.RECIPIENTS),
    Difference("- CT, các PCT UBND phường", "- CT, các PCT UBND phường;", Reason.RECIPIENTS),
    Difference(
        "- Thường trực Ủy ban MTTQ VN phường",
        "- Thường trực Ủy ban MTTQ VN phường;",
        Reason.RECIPIENTS,
    ),
    Difference("- Lưu: VT./.", "- Lưu: VT.", Reason.RECIPIENTS),
)

TARGETS = (
    Difference((*LETTERHEAD, "PHỤ LỤC 1"), ("Phụ lục I",), Reason.ANNEX_FORM),
    Difference((), (CAME_WITH,), Reason.ANNEX_FORM, times=2),  # in both annexes
    # A last row of its own, without borders, closes each annex table.
    Difference((), (("./.", "", "", "", ""),), Reason.ANNEX_FORM),
    Difference((), (("./.", "", "", "", "", ""),), Reason.ANNEX_FORM),
    Difference(TARGETS_HEADER[:1], (("TT", *TARGETS_HEADER[0][1:]),), Reason.ANNEX_NUMBER),
    Difference(
        "1.5 Chỉ số Chuyển đổi số cấp …", "1.3 Chỉ số Chuyển đổi số cấp …", Reason.NUMBERING
    ),
    Difference(TARGETS_HEADER, (), Reason.EXTRACTION, times=2),  # repeated on every page
    Difference(
        "6 Chính quyền điện tử, chính quyền …",
        "5 Chính quyền điện tử, chính quyền …",
        Reason.NUMBERING,
    ),
    Difference(
        "6.1 Chế độ báo cáo, chỉ tiêu …", "5.1 Chế độ báo cáo, chỉ tiêu …", Reason.NUMBERING
    ),
    Difference("6.2 Tỷ lệ lập hồ sơ công …", "5.2 Tỷ lệ lập hồ sơ công …", Reason.NUMBERING),
    Difference(
        "6.3 Dịch vụ công trực tuyến và …", "5.3 Dịch vụ công trực tuyến và …", Reason.NUMBERING
    ),
    Difference(
        "6.4 Cung cấp dịch vụ công chứng …", "5.4 Cung cấp dịch vụ công chứng …", Reason.NUMBERING
    ),
)

TASKS = (
    Difference((*LETTERHEAD, "PHỤ LỤC 2"), ("Phụ lục II",), Reason.ANNEX_FORM),
    # tasks 6 and 14: the table continues on a new page in the middle of a row
    Difference(
        (
            (
                "6",
                "Ban hành các kế hoạch: Kế hoạch",
                "Quyết định ban hành",
                "Tư pháp- Hộ tịch",
                "Các ngành có liên",
                "Tháng 2/2024",
            ),
            TASKS_HEADER,
            (
                "",
                "kiểm tra kiểm tra, xử lý, rà soát, hệ thống hóa văn bản quy phạm pháp luật; Kế "
                "hoạch theo dõi thi hành pháp luật năm 2024",
                "Kế hoạch của UBND phường",
                "",
                "quan",
                "",
            ),
        ),
        (
            (
                "6",
                "Ban hành các kế hoạch: Kế hoạch kiểm tra kiểm tra, xử lý, rà soát, hệ thống hóa "
                "văn bản quy phạm pháp luật; Kế hoạch theo dõi thi hành pháp luật năm 2024",
                "Quyết định ban hành Kế hoạch của UBND phường",
                "Tư pháp – Hộ tịch",
                "Các ngành liên quan",
                "Tháng 2/2024",
            ),
        ),
        Reason.EXTRACTION,
    ),
    Difference(
        (("III CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", "", ""),),
        (("III", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", ""),),
        Reason.EXTRACTION,
    ),
    Difference(
        (
            (
                "14",
                "Thực hiện đánh giá mức độ hài lòng của người dân trong giải quyết",
                "Kế hoạch của UBND phường",
                "Văn phòng- Thống kê",
                "Các ngành liên quan",
                "Cả năm",
            ),
            TASKS_HEADER,
            ("", "thủ tục hành chính địa bàn phường", "", "", "", ""),
        ),
        (
            (
                "14",
                "Thực hiện đánh giá mức độ hài lòng của người dân trong giải quyết thủ tục hành "
                "chính địa bàn phường",
                "Kế hoạch của UBND phường",
                "Văn phòng – Thống kê",
                "Các ngành liên quan",
                "Cả năm",
            ),
        ),
        Reason.EXTRACTION,
    ),
)

OFFICE_NAMES = tuple(
    Difference(seed, document, Reason.OFFICE_NAME, times)
    for seed, document, times in (
        ("Văn phòng – TK", "Văn phòng – Thống kê", 2),
        ("Văn phòng -TK", "Văn phòng – Thống kê", 1),
        ("Văn phòng - Tk", "Văn phòng – Thống kê", 1),
        ("Văn phòng – Tk", "Văn phòng – Thống kê", 4),
        ("Văn phòng- Thống kê", "Văn phòng – Thống kê", 9),
        ("Văn phòng - Thống kê", "Văn phòng – Thống kê", 2),
        ("Bộ phận Tư pháp", "Tư pháp – Hộ tịch", 1),
        ("Bộ phận Tư pháp – Hộ tịch", "Tư pháp – Hộ tịch", 1),
        ("Tư pháp- Hộ tịch", "Tư pháp – Hộ tịch", 3),
        ("Bộ phận Văn hóa-Thông tin-thể Thao", "Văn hóa – Thông tin", 1),
        ("Bộ phận Văn hóa- Thông tin-Thể Thao", "Văn hóa – Thông tin", 1),
        ("Văn hóa- Thông tin", "Văn hóa – Thông tin", 1),
        ("Bộ phận Văn hóa- Thông tin", "Văn hóa – Thông tin", 1),
        ("Bộ phận VH-TT", "Văn hóa – Thông tin", 1),
        ("Tài chính-Kế toán", "Tài chính – Kế toán", 1),
        (
            "Bộ phận Tài chính kế toán và các ngành liên quan",
            "Tài chính – Kế toán; Các ngành liên quan",
            1,
        ),
        (
            "Các cán bộ, công chức liên quan, Bộ phận một cửa phường",
            "Các cán bộ, công chức liên quan; Bộ phận Một cửa phường",
            4,
        ),
        (
            "Cán bộ, công chức liên quan và bộ phận một cửa",
            "Các cán bộ, công chức liên quan; Bộ phận Một cửa phường",
            1,
        ),
        ("Các ngành có liên quan", "Các ngành liên quan", 1),
        ("Các ngành liên quan.", "Các ngành liên quan", 1),
    )
)

EXPECTED = (*HEAD, *BODY, *TARGETS, *TASKS, *OFFICE_NAMES)


def test_the_plan_of_2024_says_what_the_ward_wrote():
    written = io.BytesIO()
    render_plan(load_plan(PLAN), written)
    written.seek(0)

    seed = list(seed_items(SEED.read_text(encoding="utf-8")))
    found = Counter(differences(seed, list(document_items(written))))
    expected = Counter({(one.seed, one.document): one.times for one in EXPECTED})

    assert list((found - expected).elements()) == [], "differences that are not listed"
    assert list((expected - found).elements()) == [], "listed differences that do not occur"


def test_no_difference_is_listed_twice():
    assert len({(one.seed, one.document) for one in EXPECTED}) == len(EXPECTED)


def seed_items(text: str) -> Iterator[Item]:
    """Return the paragraphs and table rows of the ward's text, without markup."""
    for line in re.sub(r"\*\*|</?i>", "", text).splitlines():
        cells = tuple(map(one_spaced, line.split("\t")))
        if len(cells) > 1:
            yield cells
        elif cells != ("",):
            yield cells[0]


def document_items(file: io.BytesIO) -> Iterator[Item]:
    """Return the paragraphs and table rows of a Word file in reading order.

    A table without a number column only places paragraphs (letterhead, signature): its cells are
    read as paragraphs. A merged cell gives its text once, an empty text for every other place.
    """
    for element in docx.Document(file).element.body.iterchildren():
        if element.tag == qn("w:p"):
            yield from filter(None, [text_of(element)])
        elif element.tag == qn("w:tbl"):
            rows = [tuple(cells_of(row)) for row in element.iterchildren(qn("w:tr"))]
            if rows[0][0] in ("TT", "STT"):
                yield from rows
            else:
                yield from filter(None, map(text_of, element.iter(qn("w:p"))))


def cells_of(row) -> Iterator[str]:
    for cell in row.iterchildren(qn("w:tc")):
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        continues = merge is not None and merge.get(qn("w:val")) != "restart"
        yield "" if continues else one_spaced(" ".join(map(text_of, cell.iter(qn("w:p")))))
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        yield from [""] * (int(span.get(qn("w:val"))) - 1 if span is not None else 0)


def text_of(paragraph) -> str:
    return one_spaced(Paragraph(paragraph, None).text)


def one_spaced(text: str) -> str:
    return " ".join(text.split())


def differences(seed: list[Item], document: list[Item]) -> Iterator[tuple[Said, Said]]:
    """Walk both texts side by side and return what differs.

    Whole paragraphs and rows that differ are taken together where they are listed together (what
    is listed first is tried first); otherwise paragraph is compared with paragraph, cell with
    cell. Where the texts no longer speak of the same thing the walk ends.
    """
    blocks = [(one.seed, one.document) for one in EXPECTED if isinstance(one.seed, tuple)]
    s = d = 0
    while s < len(seed) or d < len(document):
        if seed[s : s + 1] == document[d : d + 1]:
            s, d = s + 1, d + 1
            continue
        for old, new in blocks:
            if tuple(seed[s : s + len(old)]) == old and tuple(document[d : d + len(new)]) == new:
                yield old, new
                s, d = s + len(old), d + len(new)
                break
        else:
            if s == len(seed) or d == len(document) or not alike(seed[s], document[d]):
                yield tuple(seed[s : s + 2]), tuple(document[d : d + 2])
                return
            yield from pieces(seed[s], document[d])
            s, d = s + 1, d + 1


def alike(one: Item, other: Item) -> bool:
    """Tell whether two items are two paragraphs, or two rows, that say nearly the same."""
    old, new = parts(one), parts(other)
    if type(one) is not type(other) or len(old) != len(new):
        return False
    return SequenceMatcher(None, " ".join(old), " ".join(new)).ratio() > 0.6


def pieces(seed: Item, document: Item) -> Iterator[tuple[Said, Said]]:
    """Return the differing cells, the differing paragraphs, or the numbers with a few words."""
    (number, *old), (new_number, *new) = parts(seed), parts(document)
    if isinstance(seed, str) and old != new:
        yield seed, document
        return
    if number != new_number:
        yield f"{number} {few_words(old[0])}", f"{new_number} {few_words(new[0])}"
    yield from ((one, other) for one, other in zip(old, new, strict=True) if one != other)


def parts(item: Item) -> tuple[str, ...]:
    """Return the cells of a row; of a paragraph, its number or letter and its text."""
    if isinstance(item, tuple):
        return item
    label, text = re.fullmatch(r"(?:([IVX]+\.|\d+\.|[a-zđ]\)|-) )?(.*)", item).groups()
    return label or "", text


def few_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= 6 else " ".join([*words[:6], "…"])
