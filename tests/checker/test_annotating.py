"""The findings as Word comments: beside them nothing in the file changes."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from cchc_docs.checker.annotating import annotated
from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.judging import judge
from cchc_docs.checker.outcomes import CheckResult
from cchc_docs.checker.segments import find_components
from cchc_docs.errors import FileAccessError
from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.package import CONTENT_TYPES, DOCUMENT, Parts, unpack, write_package
from cchc_docs.storage.rules import default_rules
from tests.checker.documents import built
from tests.ooxml import validate

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMMENTS = "word/comments1.xml"
RELATIONS = "word/_rels/document.xml.rels"

NOTE = {"note": "Theo số liệu của cha\u0302\u0301t lượng.", "raised": True}
BOX = {
    "box": {"how": "wps", "width": 60, "height": 8, "blocks": [{"body": "Chữ", "font": "Arial"}]}
}
PLACES = {
    "body": [{"element": "body", "nth": 2, "font": "Arial"}],
    "run": [
        {
            "element": "body",
            "nth": 2,
            "runs": ["Nâng cao ", {"text": "chất lượng", "color": "FF0000"}, " phục vụ."],
        }
    ],
    "cell": [{"element": "cell", "nth": 2, "size": 9}],
    "page": [{"section": 0, "margins": [20, 20, 20, 15]}],
    "header": [{"element": "page_number", "nth": 1, "size": 11}],
    "missing": [{"remove": "so_ky_hieu"}],
    "box": [{"element": "body", "nth": 2, "runs": ["Nâng cao chất lượng phục vụ.", BOX]}],
    "note": [{"element": "body", "nth": 2, "runs": ["Nâng cao chất lượng.", NOTE]}],
    "tracked": [
        {
            "element": "body",
            "nth": 2,
            "runs": ["Nâng cao ", {"text": "chất lượng", "inserted": True, "font": "Arial"}],
        }
    ],
}


def checked(parts: Parts) -> tuple[Parts, CheckResult]:
    """The document with its remarks, and what was found."""
    components = find_components(read_picture(parts))
    result = judge(default_rules(), components, Circumstances())
    return annotated(parts, result, components), result


def spoilt(changes: Iterable[Any]) -> Parts:
    return unpack(built("ke-hoach", list(changes)))


def comments(parts: Parts) -> dict[str, list[str]]:
    """The lines of each comment, by its id."""
    root = etree.fromstring(next(xml for name, xml in parts.items() if "/comments" in name))
    return {
        one.get(WORD + "id"): ["".join(line.itertext()) for line in one.iter(WORD + "p")]
        for one in root
    }


def of_rule(parts: Parts, rule: str) -> tuple[str, list[str]]:
    ((identifier, lines),) = [
        item for item in comments(parts).items() if item[1][0].startswith(f"[{rule}]")
    ]
    return identifier, lines


def marked(parts: Parts, identifier: str) -> str:
    """The text between the two ends of a comment."""
    letters, inside = [], False
    for one in etree.fromstring(parts[DOCUMENT]).iter():
        if one.get(WORD + "id") == identifier and "commentRange" in one.tag:
            inside = one.tag.endswith("Start")
        elif inside and one.tag == WORD + "t":
            letters.append(one.text or "")
    return "".join(letters)


def without_anchors(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for one in list(root.iter(*(WORD + f"comment{name}" for name in ("RangeStart", "RangeEnd")))):
        one.getparent().remove(one)
    for one in list(root.iter(WORD + "commentReference")):
        one.getparent().getparent().remove(one.getparent())
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("changes", PLACES.values(), ids=PLACES)
def test_nothing_but_comments_is_added(changes: list[Any]):
    parts = spoilt(changes)
    untouched = dict(parts)
    found, result = checked(parts)

    assert parts == untouched
    assert len(comments(found)) == len(result.findings)
    changed = {name for name in found if found[name] != parts.get(name)}
    assert changed == {DOCUMENT, CONTENT_TYPES, RELATIONS, COMMENTS}
    assert without_anchors(found[DOCUMENT]) == etree.tostring(
        etree.fromstring(parts[DOCUMENT]), method="c14n"
    )


def test_a_document_that_is_right_gets_no_comment():
    parts = unpack(built("bao-cao"))
    found, result = checked(parts)
    assert result.findings == ()
    assert found == parts


def test_a_comment_says_what_is_wrong_what_is_right_by_which_clause_and_how_to_mend_it():
    found, _ = checked(spoilt([{"element": "ten_loai", "size": 16}]))
    _, lines = of_rule(found, "type-size")
    assert lines == [
        "[type-size] LỖI. Tên loại: cỡ chữ: 16 pt.",
        "Yêu cầu: từ 13 đến 14 pt.",
        "Căn cứ: NĐ 30/2020, Phụ lục I, Phần I, II.5.b.",
        "Cách sửa: Chọn tên loại, đặt cỡ chữ 13 hoặc 14.",
    ]


def test_a_comment_has_an_author_and_no_clock():
    found, _ = checked(spoilt(PLACES["body"]))
    for one in etree.fromstring(found[COMMENTS]):
        assert (one.get(WORD + "author"), one.get(WORD + "date")) == ("cchc", None)
    assert checked(spoilt(PLACES["body"]))[0] == found


@pytest.mark.parametrize(
    ("place", "rule", "beginning"),
    [
        ("body", "font-family", "Nâng cao chất lượng"),
        ("run", "font-color", "chất lượng"),
        ("cell", "table-text-size", "Hồ sơ giải quyết đúng hạn"),
        ("page", "page-margin-left", "ỦY BAN NHÂN DÂN"),  # of the page: the first paragraph
        ("header", "pagenum-size", "ỦY BAN NHÂN DÂN"),  # the first paragraph of the section
        ("missing", "component-required", "ỦY BAN NHÂN DÂN"),
        ("box", "font-family", "Nâng cao chất lượng"),  # the paragraph the box hangs on
        ("tracked", "font-family", "chất lượng"),
    ],
)
def test_it_stands_at_what_it_speaks_of(place: str, rule: str, beginning: str):
    found, _ = checked(spoilt(PLACES[place]))
    text = marked(found, of_rule(found, rule)[0])
    assert text == beginning if place == "run" else text.startswith(beginning)


def test_a_note_is_commented_on_at_its_mark():
    found, _ = checked(spoilt(PLACES["note"]))
    assert marked(found, of_rule(found, "unicode-nfc")[0]) == "Nâng cao chất lượng."


def test_the_comment_on_a_later_header_stands_in_its_section():
    found, _ = checked(spoilt([{"element": "page_number", "nth": 2, "size": 11}]))
    assert marked(found, of_rule(found, "pagenum-size")[0]) == "Phụ lục I"


def test_two_hundred_places_are_one_comment_with_the_count():
    found, result = checked(
        spoilt(
            [
                {"element": "body", "nth": 3, "first_line": 15},
                {"repeat": "body", "nth": 3, "times": 200},
            ]
        )
    )
    assert len(result.of("body-indent").hits) == 200
    _, lines = of_rule(found, "body-indent")
    assert lines[1].startswith("Tổng cộng 200 chỗ")


def test_comments_that_are_there_stay_and_ids_go_on():
    once, _ = checked(spoilt(PLACES["body"]))
    twice, _ = checked(once)
    assert COMMENTS in twice
    assert len([name for name in twice if "comments" in name]) == 1
    before, after = comments(once), comments(twice)
    assert {key: after[key] for key in before} == before
    assert len(after) == 2 * len(before)
    anchors = etree.fromstring(twice[DOCUMENT]).iter(WORD + "commentReference")
    assert sorted(int(one.get(WORD + "id")) for one in anchors) == list(range(len(after)))


def test_the_last_id_there_can_be_is_not_gone_on_from():
    once, _ = checked(spoilt(PLACES["body"]))
    last = str(2**31 - 1)  # ids are signed numbers of 32 bits, ECMA-376-1, 22.9.2.1
    for name in (DOCUMENT, COMMENTS):
        once[name] = once[name].replace(b'w:id="0"', f'w:id="{last}"'.encode())
    twice, _ = checked(once)
    assert last in comments(twice)
    assert all(int(one) < 2**31 for one in comments(twice))


def test_comments_are_found_under_names_in_another_case():
    once, _ = checked(spoilt(PLACES["body"]))
    once["Word/Comments1.xml"] = once.pop(COMMENTS)
    twice, _ = checked(once)
    assert len([name for name in twice if "comments" in name.lower()]) == 1


def test_comments_of_xml_stay():
    parts = spoilt(PLACES["body"])
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", b"<w:body><!-- x --><?y z?>")
    found, _ = checked(parts)
    assert b"<!-- x --><?y z?>" in found[DOCUMENT]
    assert marked(found, of_rule(found, "font-family")[0]).startswith("Nâng cao")


def test_a_signed_document_gets_no_comment():
    with pytest.raises(FileAccessError, match="ký số"):
        checked(spoilt(PLACES["body"]) | {"_xmlsignatures/origin.sigs": b""})


def test_a_strict_document_is_refused():
    """ISO/IEC 29500-1 names its namespaces otherwise; a comment in ours would not be read."""
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = spoilt(PLACES["body"])
    parts[DOCUMENT] = parts[DOCUMENT].replace(
        usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    with pytest.raises(FileAccessError, match="Strict"):
        checked(parts)


def test_word_opens_it(tmp_path: Path):
    for name, changes in PLACES.items():
        (tmp_path / f"{name}.docx").write_bytes(write_package(checked(spoilt(changes))[0]))
    twice = checked(checked(spoilt(PLACES["body"]))[0])[0]
    (tmp_path / "twice.docx").write_bytes(write_package(twice))
    with ThreadPoolExecutor(2) as pool:
        paths = sorted(tmp_path.iterdir())
        errors = dict(zip(paths, pool.map(validate, paths), strict=True))
    assert {path.stem: one for path, one in errors.items() if one} == {}
