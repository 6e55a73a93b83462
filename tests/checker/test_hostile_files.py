"""Files nobody wrote in good faith: an answer or a clear refusal, in bounded time, no crash."""

import gc
import io
import zipfile
from functools import cache
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from cchc_docs.api import check
from cchc_docs.errors import CchcError, DataError
from cchc_docs.ooxml.package import DOCUMENT, Parts, unpack, write_package
from cchc_docs.storage.rules import default_rules
from tests.checker.documents import FORMS, built

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = ("ke-hoach", "cong-van", "quyet-dinh")
VALUES = (
    "", "0", "-1", "99999999999999999999", "NaN", "1e999", "auto", "\u202e", "%9", "on", "x" * 5000,
)  # fmt: skip


@cache
def parts_of(name: str) -> Parts:
    return unpack(built(name))


def answered(parts: Parts) -> None:
    try:
        result = check(write_package(parts))
    except CchcError as error:
        result, problems = None, error.problems
    else:
        problems = ()
    assert all(one.what and one.fix for one in problems)
    assert result is None or len({one.rule.id for one in result.outcomes}) == len(
        default_rules().rules
    )


def spoiled(data: st.DataObject, xml: bytes) -> bytes:
    """Change some elements of a part: attributes, names, place, number."""
    root = etree.fromstring(xml)
    for _ in range(data.draw(st.integers(1, 4))):
        elements = list(root.iter(etree.Element))
        one: Any = elements[data.draw(st.integers(0, len(elements) - 1))]
        parent = one.getparent()
        match data.draw(st.sampled_from(["value", "drop", "again", "move", "rename", "text"])):
            case "value" if one.attrib:
                name = data.draw(st.sampled_from(sorted(one.attrib)))
                value = data.draw(st.sampled_from(VALUES))
                one.set(name, value)
            case "drop" if parent is not None:
                parent.remove(one)
            case "again" if parent is not None:
                parent.append(etree.fromstring(etree.tostring(one)))
            case "move" if parent is not None:
                elsewhere: Any = elements[data.draw(st.integers(0, len(elements) - 1))]
                if one not in elsewhere.iterancestors() and one is not elsewhere:
                    elsewhere.append(one)
            case "rename":
                one.tag = W + data.draw(st.sampled_from(["p", "tbl", "sectPr", "r", "tc", "ind"]))
            case _:
                one.text = data.draw(st.sampled_from(VALUES[:10])) or None
    return etree.tostring(root)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_spoiled_parts(data: st.DataObject):
    parts = dict(parts_of(data.draw(st.sampled_from(NAMES))))
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for name in data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)):
        match data.draw(st.sampled_from(["spoil", "spoil", "spoil", "drop", "cut", "other"])):
            case "spoil":
                parts[name] = spoiled(data, parts[name])
            case "drop":
                del parts[name]
            case "cut":
                parts[name] = parts[name][: data.draw(st.integers(0, len(parts[name])))]
            case _:
                parts[name] = b"<a/>"
    answered(parts)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes(content: bytes, as_zip: bool):
    if as_zip:
        content = b"PK\x03\x04" + content
    with pytest.raises(DataError):
        check(content)


def document(body: str) -> bytes:
    parts = dict(parts_of("ke-hoach"))
    xml = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}</w:body></w:document>'
    return write_package(parts | {DOCUMENT: xml.encode()})


DEEP = 3000


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<w:p/>",
        "<w:tbl><w:tr><w:tc>" * DEEP + "</w:tc></w:tr></w:tbl>" * DEEP,
        "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60,
        "<w:sdt><w:sdtContent>" * 100 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 100,
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr>'
        "</w:tbl>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="-5"/></w:numPr></w:pPr></w:p>',
        "<w:p><w:r><w:t>" + "Căn cứ " * 20_000 + "</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>" + "1. " * 20_000 + "</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>" + "ngày " * 5_000 + "</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>" + "Kế hoạch số 15/KH-UBND, " * 20_000 + "</w:t></w:r></w:p>",
    ],
)
def test_odd_bodies(body: str):
    begin = process_time()
    answered(unpack(document(body)))
    assert process_time() - begin < 10  # a bound no honest machine comes near


def test_entities_are_not_followed(tmp_path: Any):
    secret = tmp_path / "secret.txt"
    secret.write_text("KHÔNG ĐƯỢC ĐỌC", "utf-8")
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY a "aaaaaaaaaa">'
        f'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
        f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p><w:r><w:t>&x;&c;</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    parts = dict(parts_of("ke-hoach")) | {DOCUMENT: xml.encode()}
    try:
        result = check(write_package(parts))
    except DataError:
        return
    quotes = [hit.quote + hit.found for one in result.outcomes for hit in one.hits]
    assert not any("ĐƯỢC ĐỌC" in one for one in quotes)


def test_a_zip_bomb_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("word/document.xml", bytes(250 * 1024 * 1024))
    with pytest.raises(DataError, match="quá lớn"):
        check(buffer.getvalue())


def test_five_hundred_pages_take_time_by_their_number():
    """A document ten times as long takes about ten times as long, not a hundred times."""
    parts = parts_of("ke-hoach")
    paragraph = (
        "<w:p><w:r><w:t>1. Thực hiện Kế hoạch số 15/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân "
        "phường về cải cách hành chính, phối hợp các bộ phận liên quan.</w:t></w:r></w:p>"
    )

    def seconds(pages: int) -> float:
        xml = parts[DOCUMENT].decode()
        at = xml.index("<w:p>", xml.index("</w:tbl>")) if "<w:p>" in xml else xml.index("<w:p ")
        content = write_package(
            dict(parts) | {DOCUMENT: (xml[:at] + paragraph * (pages * 20) + xml[at:]).encode()}
        )
        check(content)
        begin = process_time()
        check(content)
        return process_time() - begin

    assert seconds(500) / seconds(50) < 25


@pytest.mark.parametrize("is_on", [True, False])
def test_the_search_for_unused_cycles_is_left_as_it_was(is_on: bool):
    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        check(built("thong-bao"))
        with pytest.raises(CchcError):
            check(b"PK\x03\x04 no zip")
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("name", sorted(one.stem for one in FORMS.glob("*.yaml")))
def test_a_checked_document_is_gone_with_its_result(name: str):
    """Objects that refer to each other wait for the search: a folder of papers would pile up."""
    content = built(name)
    check(content)
    gc.collect()
    gc.disable()
    try:
        result = check(content)
        del result
        assert gc.collect() == 0
    finally:
        gc.enable()
