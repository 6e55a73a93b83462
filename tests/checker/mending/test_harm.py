"""A repair never harms the page: what would is left, with the reason; what is told is true."""

from collections.abc import Iterable
from typing import Any

import pytest
from lxml import etree

from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.components import Components
from cchc_docs.checker.judging import judge
from cchc_docs.checker.mending import Mended, mended
from cchc_docs.checker.mending.draft import Spots
from cchc_docs.checker.mending.proving import Mender, Snapshot
from cchc_docs.checker.mending.repairs import Put, Repair
from cchc_docs.checker.mending.setters import set_size
from cchc_docs.checker.outcomes import State
from cchc_docs.checker.segments import find_components
from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.package import DOCUMENT, Parts, unpack
from cchc_docs.storage.rules import default_rules
from tests.checker.documents import built
from tests.checker.mending.test_mending import judged

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBER = {"page_number": [{"field": "PAGE", "text": "2"}]}
Facts = dict[str, dict[str, Any]]


def snapshot(parts: Parts) -> Snapshot:
    result, components = judged(parts)
    return Snapshot(parts, components, result)


def mend(
    base: str, changes: Iterable[Any], before: Facts | None = None, look: Any = None
) -> Mended:
    """Mend a document of which the printed pages tell `before`, and after it what `look` says."""
    parts = unpack(built(base, list(changes)))
    components = find_components(read_picture(parts))
    known = Circumstances(printed=None if before is None else told(components, before))
    return mended(
        parts,
        judge(default_rules(), components, known),
        components,
        default_rules(),
        known,
        look and (lambda _, after: told(after, look(after))),
    )


def told(components: Components, facts: Facts) -> dict[Any, dict[str, Any]]:
    """Return facts of every instance of an element; ``table 1`` is the first of its kind."""
    found = {}
    for name, own in facts.items():
        element, _, nth = name.partition(" ")
        instances = components.of(element)
        for one in instances[int(nth) - 1 : int(nth)] if nth else instances:
            found[one] = own
    return found


def reason(found: Mended, rule: str) -> str:
    return next(one.reason for one in found.left if one.outcome.rule.id == rule)


def changed(found: Mended) -> set[str]:
    return {one.rule.id for one in found.changes}


# ---------------------------------------------------------------- heads of tables

LONG = "Tóm tắt công việc, kết quả đã đạt được và đề nghị của bộ phận chuyên môn về việc này. " * 2


def table(*rows: list[Any]) -> dict[str, Any]:
    return {"insert": [{"table": list(rows), "head": 0, "widths": [80, 80]}], "after": "body"}


def bold(text: str) -> list[Any]:
    return [{"cell": text, "bold": True}]


@pytest.mark.parametrize(
    "rows",
    [
        [[bold(LONG), bold("Ý kiến")], ["Chuyên viên", "Lãnh đạo"]],
        [[bold("I. PHẦN CHUNG"), ""], ["Chuyên viên", "Lãnh đạo"]],
        [[bold("Họ và tên"), "Nguyễn Văn An"], [bold("Ngày sinh"), "01/02/1990"]],
    ],
    ids=["a long cell", "one cell", "labels of a form"],
)
def test_a_first_row_that_is_no_head_is_neither_bold_nor_repeated(rows: list[Any]):
    spread = {"table 1": {"spans_pages": True, "header_row_repeats": False}}
    found = mend("to-trinh", [table(*rows)], spread, lambda _: spread)
    assert found.result.of("table-header-bold-center").state is State.FAILED
    for rule in ("table-header-bold-center", "table-header-repeat"):
        assert rule not in changed(found)
        assert "không chắc dòng đầu của bảng là dòng tiêu đề" in reason(found, rule)
    assert not list(etree.fromstring(found.parts[DOCUMENT]).iter(WORD + "tblHeader"))


def test_several_short_cells_over_data_become_a_head():
    found = mend("to-trinh", [table([bold("TT"), bold("Nội dung")], ["1", "Rà soát"])])
    assert {"table-header-bold-center", "table-header-repeat"} <= changed(found)


def test_only_heads_the_printed_page_misses_are_repeated():
    spread = {"spans_pages": True, "header_row_repeats": False}
    one_page = {"spans_pages": False}
    printed = {"table 1": spread, "table 2": one_page}
    found = mend("ke-hoach", [{"element": "table", "head": 0}], printed, lambda _: printed)
    assert len([one for one in found.changes if one.rule.id == "table-header-repeat"]) == 1


# ---------------------------------------------------------------- lines that blanks put in place


def date(text: str) -> list[Any]:
    return [{"element": "dia_danh_ngay", "text": text, "size": 13}]


@pytest.mark.parametrize(
    "text",
    [
        "Bình Minh, ngày" + " " * 40 + "tháng 01 năm 2027   ",  # 111 mm in 14 pt, the cell is 96
        "\tBình Minh, ngày      tháng 01 năm 2027",
        "Thành phố Thủ Đức, ngày 23 tháng 11 năm 2027",  # 91 mm in 13 pt, 98 in 14
    ],
    ids=["blanks", "tab", "a full line"],
)
def test_a_line_that_would_leave_its_place_keeps_its_size(text: str):
    found = mend("ke-hoach", date(text))
    assert "date-size" not in changed(found)
    assert "đổi cỡ chữ thì chữ lệch chỗ" in reason(found, "size-trio-consistent")


def test_blanks_for_the_day_are_no_matter_where_the_line_still_fits():
    found = mend("ke-hoach", date("Bình Minh, ngày       tháng 01 năm 2027"))
    assert {one.after for one in found.changes} == {"14 pt"}


# ---------------------------------------------------------------- pages more or less

NARROW = [{"section": 0, "margins": [20, 20, 25, 15]}]


def grown(sheets: int, rows: int) -> Any:
    """Pages as many as said, once the left margin is the 30 mm of the decree."""

    def look(components: Components) -> Facts:
        page = components.of("page")[0].section
        wide = page is not None and page.left > 80  # points: 28 mm
        return one_page(sheets, rows) if wide else one_page(1, 20)

    return look


def one_page(sheets: int, rows: int) -> Facts:
    facts = {"sheets": sheets, "rows_on_last_sheet": rows, "pages": sheets}
    return {"page": facts, "page_number": {"pages": sheets}}


def test_margins_stay_where_they_would_add_a_page_with_next_to_nothing():
    found = mend("to-trinh", [*NARROW, {"section": 0, "headers": {}}], one_page(1, 20), grown(2, 1))
    assert changed(found) == set()
    assert "trang gần như trống" in reason(found, "page-margin-left")
    assert found.remarks == ()


def test_a_page_more_with_text_on_it_is_told_and_numbered():
    found = mend("to-trinh", [*NARROW, {"section": 0, "headers": {}}], one_page(1, 20), grown(2, 9))
    assert changed(found) == {"page-margin-left", "pagenum-present"}
    assert found.remarks == ("văn bản: in ra 1 trang thành 2 trang, cần xem lại chỗ ngắt trang",)
    assert found.result.of("pagenum-present").state is not State.FAILED


def test_without_a_printer_the_number_of_pages_is_told_not_to_be_known():
    (remark,) = mend("to-trinh", NARROW).remarks
    assert "in thử" in remark
    assert mend("to-trinh", [{"element": "ten_loai", "size": 16}]).remarks == ()


def test_a_table_is_not_drawn_away_from_what_floats_on_it():
    """A line drawn in a table of 180 mm, which is to fit 165."""
    changes = [
        {"section": 0, "margins": [20, 20, 20, 10]},
        {"element": "grid", "nth": 1, "widths": [80, 100]},
    ]
    found = mend("ke-hoach", changes)
    assert "hình vẽ đặt tự do" in reason(found, "page-margin-left")
    assert "page-margin-left" not in changed(found)


def test_a_layout_table_that_overhangs_already_keeps_no_margin_from_its_place():
    changes = [*NARROW, {"element": "grid", "nth": 1, "widths": [80, 105]}]
    assert "page-margin-left" in changed(mend("ke-hoach", changes))


@pytest.mark.parametrize(
    ("word", "narrowed"),
    [
        ("bậc", True),  # 7 mm of 14 pt; the column keeps 12 of 16 mm between its margins
        ("61,234%", False),  # 17 mm
        ("12-QĐ-UB", True),  # a line may end behind a hyphen
    ],
)
def test_a_table_is_not_made_so_narrow_that_it_cuts_words(word: str, narrowed: bool):
    """Of 200 mm it is to become 165: a column of 20 mm has room for 15.5, less 3.8 of margins."""
    rows = [["Xếp", "Khu phố"], [word, "Phường"]]
    wide = {"insert": [{"table": rows, "widths": [20, 180]}], "after": "body", "nth": 2}
    found = mend("to-trinh", [wide])
    assert ("table-within-margins" in changed(found)) is narrowed
    if not narrowed:
        assert "ngắt giữa từ" in reason(found, "table-within-margins")


# ---------------------------------------------------------------- numbers of pages


def test_a_number_in_a_text_box_is_not_said_to_be_centred():
    left = {**NUMBER, "align": "left"}
    box = {"box": {"width": 10, "height": 8, "blocks": [left]}}
    header = {"default": [{"empty": [box]}]}
    found = mend("to-trinh", [{"section": 0, "headers": header, "title_page": True}])
    assert found.result.of("pagenum-center").state is State.FAILED
    assert "hộp chữ" in reason(found, "pagenum-center")


def test_a_section_that_goes_on_has_no_first_page_to_hide_a_number_on():
    changes = [
        {"append": "thong-bao"},
        {
            "section": -1,
            "start": "continuous",
            "title_page": True,
            "number_start": 2,
            "headers": {"default": [NUMBER], "first": [NUMBER]},
        },
    ]
    found = mend("to-trinh", changes)
    for rule in ("pagenum-hide-first", "pagenum-start"):
        assert found.result.of(rule).state is State.FAILED
        assert "Continuous" in reason(found, rule)


def test_the_first_section_has_a_first_page_whatever_it_is_called():
    found = mend("to-trinh", [{"section": 0, "start": "continuous", "number_start": 3}])
    assert found.result.of("pagenum-start").state is State.PASSED


# ---------------------------------------------------------------- what is told


def test_what_another_change_cured_is_not_left():
    """The second text has no date: of its three sizes nothing is known, before and after."""
    sizes = {"element": "dia_danh_ngay", "nth": 1, "size": 13}
    found = mend(
        "thong-bao", [{"append": "ke-hoach"}, sizes, {"remove": "dia_danh_ngay", "nth": -1}]
    )
    assert found.result.of("size-trio-consistent").state is State.NOT_EVALUATED
    assert "date-size" in changed(found)
    assert "size-trio-consistent" not in {one.outcome.rule.id for one in found.left}


def test_changes_that_repeat_are_one_line():
    found = mend("ke-hoach", [{"element": "body", "line": 0.9}])
    (line,) = [one for one in found.lines if one.startswith("ĐÃ SỬA")]
    count = len(found.changes)
    assert count > 3
    assert line.startswith(
        f"ĐÃ SỬA [body-line-spacing] cách dòng: 0,9 dòng → 1 dòng ({count} chỗ): "
    )
    assert line.count('Nội dung "') == 3
    assert line.endswith("; …")


def test_figures_are_the_same_in_old_code_pages():
    runs = [{"text": "22", "font": "VNI-Times"}, " nhiệm vụ được giao trong năm nay."]
    change = {"element": "body", "nth": 2, "runs": runs}
    before = snapshot(unpack(built("ke-hoach", [change]))).result
    assert before.of("font-family").state is State.FAILED
    assert mend("ke-hoach", [change]).result.of("font-family").state is State.PASSED


def test_a_repair_that_breaks_another_rule_names_it():
    parts = unpack(built("ke-hoach", [{"element": "ten_loai", "size": 16}]))
    now = snapshot(parts)
    spots = Spots(now.components.picture)
    runs = [
        *now.components.of("ten_loai")[0].shown_runs,
        *now.components.of("tieu_ngu")[0].shown_runs,
    ]
    edits = tuple(
        Put(spot, set_size, 13.5) for _, run in runs if (spot := spots.of(run.element)) is not None
    )
    book = default_rules()
    mender = Mender(book, Circumstances())
    state, made, reasons = mender.made(now, [Repair({"type-size": 1}, edits, ())])
    assert (state, made) == (now, [])
    assert reasons == {"type-size": "sửa chỗ này thì sai quy tắc khác: size-trio-consistent"}


# ---------------------------------------------------------------- blanks typed before the text


@pytest.mark.parametrize("blanks", [" ", "   ", "\t", "\u00a0"])
def test_a_paragraph_indented_by_hand_is_not_told_as_changed(blanks: str):
    changes = [
        {"element": "body", "nth": 2, "first_line": 0},
        {"element": "body", "nth": 3, "runs": [f"{blanks}Đoạn này lùi đầu dòng bằng dấu cách."]},
        {"element": "body", "nth": 3, "first_line": 0},
    ]
    found = mend("ke-hoach", changes)
    assert found.result.of("body-indent-uniform").state is not State.FAILED
    assert not any("bằng dấu cách" in one.quote for one in found.changes)
