"""A mended document passes what was mended, keeps its words, and cannot be mended further."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.judging import judge
from cchc_docs.checker.mending import Mended, mended, proving
from cchc_docs.checker.outcomes import State
from cchc_docs.checker.segments import find_components
from cchc_docs.errors import FileAccessError
from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.package import DOCUMENT, Parts, unpack, write_package
from cchc_docs.storage.rules import default_rules
from tests.checker.documents import CASES, apply, built, described
from tests.checker.forms.wordml import Writer
from tests.ooxml import validate

GOOD = ("ke-hoach", "ke-hoach-so", "bao-cao", "cong-van", "quyet-dinh", "thong-bao", "to-trinh")
NOT_IN_WORD = ("bao-dong-gia", "trang-in", "khong-co")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

FIXED = {"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}
"""What may be read otherwise after mending, besides blanks and dashes of tiêu ngữ."""


def changes_of(given_: Any) -> list[Any]:
    return given_ if isinstance(given_, list) else [given_]


CHANGES: dict[str, list[tuple[str, list[Any]]]] = {}
for path in sorted(CASES.glob("*.yaml")):
    if path.stem not in NOT_IN_WORD:
        for case in yaml.safe_load(path.read_text("utf-8")):
            both = [*changes_of(case.get("given", [])), *changes_of(case["change"])]
            CHANGES.setdefault(case["base"], []).append((case["rule"], both))


def judged(parts: Parts):
    components = find_components(read_picture(parts))
    return judge(default_rules(), components, Circumstances()), components


def mend(parts: Parts) -> Mended:
    result, components = judged(parts)
    return mended(parts, result, components, default_rules())


def mended_twin(base: str, changes: Iterable[Any]) -> Mended:
    return mend(unpack(built(base, list(changes))))


def texts(parts: Parts) -> list[str]:
    """The text of each paragraph, NFC, the fixed lines as the decree has them."""
    found = []
    for paragraph in etree.fromstring(parts[DOCUMENT]).iter(WORD + "p"):
        text = normalize("NFC", "".join(one.text or "" for one in paragraph.iter(WORD + "t")))
        plain = text.replace("\u2013", "-").replace("\u2014", "-")
        squeezed = " ".join(plain.split())
        if squeezed.startswith("Độc lập"):
            text = squeezed
        found.append(FIXED.get(squeezed, text))
    return found


# ---------------------------------------------------------------- what is right stays


@pytest.mark.parametrize("base", GOOD)
def test_what_is_right_is_not_touched(base: str):
    parts = unpack(built(base))
    found = mend(parts)
    assert found.changes == ()
    assert found.parts == parts


# ---------------------------------------------------------------- what is mended, and to what

FIRST = {"nth": 1}
MENDED = [
    # the figures are those of NĐ 30/2020, PL I, Phần I, Mục V, and of nd30-layout.md §1
    ("cq-size", "ke-hoach", {"element": "co_quan", "size": 15}, "13 pt"),
    ("cq-size", "ke-hoach", {"element": "co_quan", "size": 11}, "12 pt"),
    ("qh-size", "ke-hoach", {"element": "quoc_hieu", "size": 15}, "13 pt"),
    ("size-trio-consistent", "ke-hoach", {"element": "quoc_hieu", "size": 12}, "13 pt"),
    ("body-size", "ke-hoach", {"element": "body", "nth": 2, "size": 12}, "14 pt"),
    ("nn-list-size", "ke-hoach", {"element": "noi_nhan_list", "size": 12}, "11 pt"),
    ("qh-bold", "ke-hoach", {"element": "quoc_hieu", "bold": False}, "in đậm"),
    ("date-italic", "ke-hoach", {"element": "dia_danh_ngay", "italic": False}, "in nghiêng"),
    ("font-family", "ke-hoach", {"element": "body", "nth": 2, "font": "Arial"}, "Times New Roman"),
    ("font-color", "ke-hoach", {"element": "body", "nth": 2, "color": "1F3864"}, "tự động (đen)"),
    ("type-center", "ke-hoach", {"element": "ten_loai", "align": "left"}, "căn giữa"),
    ("body-justify", "ke-hoach", {"element": "body", "nth": 2, "align": "left"}, "căn đều hai bên"),
    ("body-indent", "thong-bao", {"element": "body", "first_line": 15}, "12,7 mm"),
    (
        "body-indent",
        "ke-hoach",
        [
            {"element": one, "first_line": 4}
            for one in ("body", "khoan", "titled_khoan", "diem", "can_cu")
        ],
        "10 mm",
    ),
    ("body-indent-near", "thong-bao", {"element": "body", "first_line": 12.5}, "12,7 mm"),
    ("body-gap", "ke-hoach", {"element": "body", "nth": 4, "before": 0}, "6 pt"),
    (
        "body-line-spacing",
        "ke-hoach",
        [{"element": one, "line": 2} for one in ("body", "khoan", "titled_khoan", "diem")],
        "1,5 dòng",
    ),
    ("body-line-spacing", "ke-hoach", {"element": "body", "nth": 2, "line": 0.9}, "1 dòng"),
    ("page-margin-left", "ke-hoach", {"section": 0, "margins": [20, 20, 25, 15]}, "30 mm"),
    ("page-margin-top", "ke-hoach", {"section": 0, "margins": [30, 20, 30, 15]}, "25 mm"),
    ("page-size", "ke-hoach", {"section": 0, "size": [216, 279]}, "210 × 297 mm"),
    ("page-gutter-zero", "ke-hoach", {"section": 0, "gutter": 10}, "0 mm"),
    ("pagenum-size", "ke-hoach", {"element": "page_number", "nth": 1, "size": 11}, "13 pt"),
    ("pagenum-start", "ke-hoach", {"section": 0, "number_start": 3}, "1"),
    (
        "pagenum-hide-first",
        "ke-hoach",
        {"section": 0, "title_page": False},
        "không hiện ở trang đầu",
    ),
    ("unicode-nfc", "ke-hoach", {"decompose": True}, "dựng sẵn (NFC)"),
    (
        "qh-text-exact",
        "ke-hoach",
        {"element": "quoc_hieu", "text": "CỘNG HOÀ  XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ),
    (
        "tn-text",
        "ke-hoach",
        {"element": "tieu_ngu", "runs": [{"text": "Độc lập "}, {"text": "–"}, " Tự do–Hạnh phúc"]},
        "Độc lập - Tự do - Hạnh phúc",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "base", "change", "after"), MENDED)
def test_it_becomes_the_nearest_that_is_allowed(rule: str, base: str, change: Any, after: str):
    before = judged(unpack(built(base, changes_of(change))))[0]
    found = mended_twin(base, changes_of(change))
    assert before.of(rule).state is State.FAILED
    assert found.result.of(rule).state in (State.PASSED, State.NOT_APPLICABLE)
    assert {one.after for one in found.changes} == {after}
    assert rule not in {one.outcome.rule.id for one in found.left}


def test_a_change_says_rule_place_from_and_to():
    (change,) = mended_twin("ke-hoach", [{"element": "ten_loai", "size": 16}]).changes
    assert str(change) == '[type-size] Tên loại "KẾ HOẠCH": cỡ chữ: 16 pt → 14 pt'


def test_the_text_keeps_the_size_most_of_it_has():
    changes = [
        {"element": one, "size": 13}
        for one in ("body", "khoan", "diem", "titled_khoan", "can_cu", "muc_la_ma")
    ]
    found = mended_twin("ke-hoach", [*changes, {"element": "body", "nth": 2, "size": 15}])
    assert {one.after for one in found.changes} == {"13 pt"}


# ---------------------------------------------------------------- a page looks even

RUNNING = ("body", "khoan", "titled_khoan", "diem", "can_cu", "muc_la_ma")


def setting(**properties: Any) -> list[Any]:
    return [{"element": one, **properties} for one in RUNNING]


def rooms(parts: Parts) -> list[float]:
    """The room above each paragraph of the text but the first, as Word shows it, in points."""
    found = []
    for one in judged(parts)[1].of("body"):
        before, element = one.before
        if element == "body" and before is not None:
            below, above = before.setting, one.paragraphs[0].setting
            equal = before.style == one.paragraphs[0].style
            found.append(
                (0 if equal and below.contextual else below.after)
                + (0 if equal and above.contextual else above.before)
            )
    return found


@pytest.mark.parametrize(
    ("rest", "odd", "after"),
    [
        # a line of 14 pt is about 16 pt high: 24 pt are one and a half of them
        ({"line": 1.2}, {"line": 2}, "1,2 dòng"),
        ({"line": 1.5}, {"line": 0.8}, "1,5 dòng"),
        ({"line": 1.2}, {"line": 24, "line_rule": "exact"}, "tính theo dòng"),
        ({"before": 8}, {"before": 0}, "8 pt"),
        ({"before": 0, "after": 8}, {"after": 0}, "8 pt"),
    ],
)
def test_one_that_differs_becomes_like_the_others(rest: Any, odd: Any, after: str):
    found = mended_twin("ke-hoach", [*setting(**rest), {"element": "body", "nth": 4, **odd}])
    assert {one.after for one in found.changes} == {after}
    bodies = [one.paragraphs[0].setting for one in judged(found.parts)[1].of("body")]
    assert len({(one.line, one.line_rule) for one in bodies}) == 1
    assert set(rooms(found.parts)) == {rest.get("before", 6) + rest.get("after", 0)}


def test_another_document_in_the_file_is_no_measure():
    """The plan behind the notice has more paragraphs, of single lines."""
    own = [{"element": one, "line": 1.2} for one in ("body", "khoan")]
    odd = {"element": "body", "nth": 2, "line": 2}
    found = mended_twin("thong-bao", [*own, odd, {"append": "ke-hoach"}])
    lines = {one.after for one in found.changes if one.rule.id == "body-line-spacing"}
    assert lines == {"1,2 dòng"}


@pytest.mark.parametrize(
    "rest",
    [
        {"before": 0, "after": 3},
        {"before": 6, "after": 6, "contextual": True},  # Word shows no room between equal styles
        {"before": 0, "after": 6, "contextual": True},
    ],
)
def test_room_that_is_there_counts(rest: Any):
    parts = unpack(built("ke-hoach", setting(**rest)))
    assert judged(parts)[0].of("body-gap").state is State.FAILED
    assert set(rooms(mend(parts).parts)) == {6}


def test_only_the_element_is_set_and_no_style():
    parts = unpack(built("to-trinh", [{"element": "body", "nth": 2, "size": 16}]))
    assert described("to-trinh")["dress"] == "styles"
    found = mend(parts)
    assert found.changes
    assert {name for name in parts if found.parts[name] != parts[name]} == {DOCUMENT}


def test_a_list_keeps_hanging_while_its_number_moves():
    change = {"element": "khoan", "nth": 1, "list": "decimal", "left": 20, "first_line": -5}
    text = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường chủ trì, theo dõi, đôn đốc."
    found = mended_twin("ke-hoach", [change | {"text": text}])
    assert "body-indent" in {one.rule.id for one in found.changes}
    assert found.result.of("body-indent").state is State.PASSED
    paragraphs = etree.fromstring(found.parts[DOCUMENT]).iter(WORD + "p")
    indent = next(
        p.find(f"{WORD}pPr/{WORD}ind") for p in paragraphs if p.find(f".//{WORD}numPr") is not None
    )
    # 20 mm are 1134 twips, 12,7 mm are 720
    assert (indent.get(WORD + "left"), indent.get(WORD + "hanging")) == ("1134", "414")


def test_a_table_is_narrowed_with_the_page():
    """165 + 15 mm of text become 165 (A4 less 30 and 15), and the table with it."""
    change = [
        {"section": 0, "margins": [20, 20, 20, 10]},
        {"element": "table", "widths": [20, 60, 50, 50]},
    ]
    found = mended_twin("bao-cao", change)
    for rule in ("page-margin-left", "page-margin-right", "table-within-margins"):
        assert found.result.of(rule).state is State.PASSED, rule


# ---------------------------------------------------------------- the printed page

BIG = [{"element": "quoc_hieu", "size": 16}]


def mend_on_pages(changes: list[Any], *lines: int | None) -> Mended:
    """The document mended whose quốc hiệu takes so many lines in print, before and after."""
    parts = unpack(built("ke-hoach", changes))
    components = find_components(read_picture(parts))
    before, *after = lines
    printed = Circumstances(printed=pages(components, before))
    result = judge(default_rules(), components, printed)
    prints = iter(after)
    return mended(
        parts,
        result,
        components,
        default_rules(),
        printed,
        lambda _, mended_components: pages(mended_components, next(prints)),
    )


def pages(components: Components, lines: int | None) -> dict[Instance, dict[str, Any]] | None:
    (header,) = components.of("quoc_hieu")
    return None if lines is None else {header: {"rendered_lines": lines}}


@pytest.mark.parametrize(
    ("lines", "state"),
    [(1, State.PASSED), (2, State.FAILED), (None, State.NOT_EVALUATED)],
)
def test_what_was_mended_is_judged_on_its_own_pages(lines: int | None, state: State):
    found = mend_on_pages(BIG, 2, lines)
    assert found.result.of("qh-size").state is State.PASSED
    assert found.result.of("qh-one-line").state is state
    left = {one.outcome.rule.id for one in found.left}
    assert ("qh-one-line" in left) is (state is not State.PASSED)


def test_a_page_that_mending_spoilt_is_told():
    found = mend_on_pages([{"element": "quoc_hieu", "size": 11}], 1, 2)
    assert "qh-one-line" in {one.outcome.rule.id for one in found.left}


def test_what_was_not_changed_is_not_printed_again():
    found = mend_on_pages([], 2)
    assert found.result.of("qh-one-line").state is State.FAILED
    assert "qh-one-line" in {one.outcome.rule.id for one in found.left}


# ---------------------------------------------------------------- page numbers


def numbers(parts: Parts) -> tuple[set[str], bool]:
    """The parts that hold a field PAGE, and whether the first page has a header of its own."""
    holding = {
        name.rpartition("/")[2].rstrip("0123456789.xml")
        for name, content in parts.items()
        if name.startswith("word/") and b"PAGE" in content and name.endswith(".xml")
    }
    section = next(etree.fromstring(parts[DOCUMENT]).iter(WORD + "sectPr"))
    return holding, section.find(WORD + "titlePg") is not None


NUMBER = {"page_number": [{"field": "PAGE", "text": "2"}]}


def test_a_number_moves_from_the_foot_to_the_head():
    change = {
        "section": 0,
        "headers": {},
        "footers": {"default": [NUMBER], "first": [NUMBER]},
        "title_page": True,
    }
    found = mended_twin("thong-bao", [change])
    assert numbers(found.parts) == ({"header"}, True)
    for rule in ("pagenum-in-header", "pagenum-center", "pagenum-size", "pagenum-hide-first"):
        assert found.result.of(rule).state is State.PASSED, rule


def test_each_section_that_shows_an_inherited_number_is_counted_from_1():
    """The header of the first section is that of the annexes, too (ECMA-376-1, 17.10.2)."""
    change = [{"section": n, "headers": {}} for n in (1, 2)]
    starts = [{"section": n, "number_start": 3} for n in (0, 1)]
    parts = unpack(built("ke-hoach", [*change, *starts]))
    before = judged(parts)[0]
    found = mend(parts)
    for rule in ("pagenum-start", "pagenum-annex-restart"):
        assert before.of(rule).state is State.FAILED, rule
        assert found.result.of(rule).state is State.PASSED, rule
    sections = etree.fromstring(found.parts[DOCUMENT]).iter(WORD + "pgNumType")
    assert {one.get(WORD + "start") for one in sections} == {"1"}


def test_a_document_without_numbers_gets_them_from_the_second_page_on():
    found = mended_twin(
        "ke-hoach", [{"section": n, "headers": {}, "title_page": False} for n in (0, 1, 2)]
    )
    assert numbers(found.parts) == ({"header"}, True)
    for rule in ("pagenum-in-header", "pagenum-hide-first", "pagenum-annex-restart"):
        assert found.result.of(rule).state is State.PASSED, rule


@pytest.mark.parametrize("place", ["headers", "footers"])
def test_what_else_stands_in_the_margin_is_not_hidden_with_the_number(place: str):
    other = {"empty": "UBND phường"}
    margins = {"headers": {"default": [NUMBER]}, "footers": {}}
    margins[place] = {"default": [*margins[place].get("default", []), other]}
    found = mended_twin("thong-bao", [{"section": 0, "title_page": False} | margins])
    assert found.result.of("pagenum-hide-first").state is State.FAILED
    (left,) = [one for one in found.left if one.outcome.rule.id == "pagenum-hide-first"]
    assert left.reason == "lề trang đầu còn nội dung khác sẽ bị ẩn theo"


# ---------------------------------------------------------------- what is left


@pytest.mark.parametrize(
    ("rule", "change", "reason"),
    [
        ("unicode-charset", {"element": "body", "nth": 2, "font": ".VnTime"}, "bảng mã cũ"),
        ("font-color", {"element": "body", "nth": 2, "color": "FFFFFF"}, "màu trắng"),
        ("tn-text", {"element": "tieu_ngu", "text": "Độc Lập - Tự Do - Hạnh Phúc"}, "gõ lại"),
        ("cq-line-below", {"remove": "line", "of": "co_quan"}, "kẻ đường"),
        ("page-size", {"section": 2, "size": [420, 297]}, "khác hẳn A4"),
        ("component-required", {"remove": "so_ky_hieu"}, "bổ sung"),
    ],
)  # fmt: skip
def test_what_is_not_dared_is_left_with_the_reason(rule: str, change: Any, reason: str):
    parts = unpack(built("ke-hoach", [change]))
    found = mend(parts)
    assert found.result.of(rule).state is State.FAILED
    assert reason in next(one.reason for one in found.left if one.outcome.rule.id == rule)


SHARED = "chữ chung một đoạn định dạng với thành phần khác, cần định dạng khác"


def one_run(text: str, **look: Any) -> list[Any]:
    return [{"text": text, **look}]


def test_a_run_of_two_components_is_left():
    """Both sets of sizes of the decree give quốc hiệu and tiêu ngữ different ones."""
    both = one_run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", size=16)
    parts = unpack(
        built("ke-hoach", [{"element": "quoc_hieu", "runs": both}, {"remove": "tieu_ngu"}])
    )
    found = mend(parts)
    reasons = {one.outcome.rule.id: one.reason for one in found.left}
    assert (reasons["qh-size"], reasons["tn-size"]) == (SHARED, SHARED)
    assert found.parts == parts


def test_of_two_that_want_one_run_the_first_gets_it(monkeypatch: pytest.MonkeyPatch):
    """The number is upright, the date slanted: in one run only one can be.

    The second is not even tried: one check of the copy is enough.
    """
    monkeypatch.setattr(proving, "_CHECKS", 1)
    both = one_run("Số:        /KH-UBND\nBình Minh, ngày      tháng 01 năm 2027", bold=True)
    sizes = [
        {"element": name, "size": size} for name, size in (("quoc_hieu", 12), ("tieu_ngu", 13))
    ]
    change = {"element": "so_ky_hieu", "runs": both, "italic": False}
    parts = unpack(built("ke-hoach", [*sizes, change, {"remove": "dia_danh_ngay"}]))
    before = judged(parts)[0]
    found = mend(parts)
    for rule in ("so-plain", "date-italic"):
        assert before.of(rule).state is State.FAILED
    assert found.result.of("so-plain").state is State.PASSED
    assert "date-italic" in {one.outcome.rule.id for one in found.left}
    assert texts(found.parts) == texts(parts)
    assert mend(found.parts).changes == ()


@pytest.mark.parametrize(
    "lock",
    [
        lambda parts: parts | {"_xmlsignatures/origin.sigs": b""},
        lambda parts: parts | {"word/vbaProject.bin": b""},
        lambda parts: (
            parts
            | {
                "word/settings.xml": parts["word/settings.xml"].replace(
                    b"<w:compat>",
                    b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:compat>',
                )
            }
        ),
    ],
    ids=["signed", "macros", "protected"],
)
def test_a_locked_document_is_never_changed(lock: Any):
    parts = lock(unpack(built("ke-hoach", [{"element": "ten_loai", "size": 16}])))
    with pytest.raises(FileAccessError, match="chỉ đọc, không sửa"):
        mend(parts)


# ---------------------------------------------------------------- the laws


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_mending_keeps_words_breaks_nothing_and_ends(data: st.DataObject):
    base = data.draw(st.sampled_from(sorted(CHANGES)))
    chosen = data.draw(st.lists(st.sampled_from(CHANGES[base]), min_size=1, max_size=5))
    tree = described(base)
    try:
        for _, changes in chosen:
            for change in changes:
                apply(change, tree)
    except (AssertionError, IndexError, KeyError, StopIteration):
        assume(False)
    parts = unpack(Writer(tree).write())
    untouched = dict(parts)
    before, components = judged(parts)
    found = mended(parts, before, components, default_rules())

    assert parts == untouched
    after, _ = judged(unpack(write_package(found.parts)))
    left = {one.outcome.rule.id for one in found.left}
    for old, new in zip(before.outcomes, after.outcomes, strict=True):
        assert old.state is not State.PASSED or new.state is State.PASSED, new.rule.id
        assert len(new.hits) <= max(len(old.hits), 0)
    mended_rules = {one.rule.id for one in found.changes}
    assert {rule for rule in mended_rules if after.of(rule).state is State.FAILED} <= left
    assert texts(found.parts) == texts(parts)
    assert mend(found.parts).changes == ()


WORDS = {"text", "runs", "replace", "list", "fill", "caps"}


def spoilt(base: str) -> bytes:
    """A document with every flaw of the cases that can be had together."""
    tree = described(base)
    for _, changes in CHANGES.get(base, ()):
        if all(one.keys() & {"element", "section"} and not one.keys() & WORDS for one in changes):
            try:
                for change in changes:
                    apply(change, tree)
            except (AssertionError, IndexError, KeyError):
                continue
    return Writer(tree).write()


def test_word_opens_what_was_mended(tmp_path: Path):
    for base in ("ke-hoach", "bao-cao", "cong-van", "quyet-dinh", "to-trinh"):
        found = mend(unpack(spoilt(base)))
        assert len(found.changes) > 3
        (tmp_path / f"{base}.docx").write_bytes(write_package(found.parts))
    changes = {
        "moved": [{"section": 0, "headers": {}, "footers": {"default": [NUMBER]}}],
        "added": [{"section": 0, "headers": {}, "title_page": False}],
    }
    for name, change in changes.items():
        found = mended_twin("thong-bao", change)
        (tmp_path / f"{name}.docx").write_bytes(write_package(found.parts))
    with ThreadPoolExecutor(2) as pool:
        paths = sorted(tmp_path.iterdir())
        errors = dict(zip(paths, pool.map(validate, paths), strict=True))
    assert {path.stem: one for path, one in errors.items() if one} == {}


@pytest.mark.parametrize(("bold", "repeated"), [(True, 1), (False, 0)])
def test_a_head_is_repeated_where_it_is_clearly_one(bold: bool, repeated: int):
    """Without the printed page nobody knows whether the table goes on; on one page none sees it."""
    changes = [{"element": "table", "head": 0}, {"element": "head_cell", "bold": bold}]
    parts = unpack(built("ke-hoach", changes))
    found = mend(parts)
    tables = list(etree.fromstring(found.parts[DOCUMENT]).iter(WORD + "tbl"))
    heads = [len(list(one.iter(WORD + "tblHeader"))) for one in tables]
    assert sum(heads) == repeated * 2  # the tables of both annexes; those of the head have none
    told = [one for one in found.changes if one.rule.id == "table-header-repeat"]
    assert len(told) == repeated * 2


def test_the_head_is_all_the_rows_its_cells_reach_down_to():
    """Word repeats a head only with every row of it; the second row of this one is plain."""
    parts = unpack(built("ke-hoach", [{"element": "table", "head": 0}]))
    root = etree.fromstring(parts[DOCUMENT])
    table = list(root.iter(WORD + "tbl"))[-1]
    first, second, *_ = table.iter(WORD + "tr")
    for row, value in ((first, "restart"), (second, "continue")):
        width = next(row.iter(WORD + "tcW"))
        merged = etree.Element(WORD + "vMerge")
        merged.set(WORD + "val", value)
        width.addnext(merged)
    parts = parts | {DOCUMENT: etree.tostring(root)}
    assert judged(parts)[0].of("table-header-bold-center").state is State.FAILED
    found = mend(parts)
    assert found.result.of("table-header-bold-center").state is State.PASSED
    heads = list(etree.fromstring(found.parts[DOCUMENT]).iter(WORD + "tbl"))[-1]
    assert len(list(heads.iter(WORD + "tblHeader"))) == 2
