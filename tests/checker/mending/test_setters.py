"""Properties stand where the schema wants them (ECMA-376-1, A.1) and say what Word reads."""

import pytest
from lxml import etree

from cchc_docs.checker.mending import setters
from cchc_docs.checker.mending.letters import bold_beginning
from cchc_docs.checker.mending.texts import compose, write_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def element(xml: str):
    name = xml[1:].replace("/", " ").replace(">", " ").split()[0]
    return etree.fromstring(xml.replace(name, f'{name} xmlns:w="{W}"', 1))


def written(root) -> str:
    return etree.tostring(root, encoding="unicode").replace(f' xmlns:w="{W}"', "")


@pytest.mark.parametrize(
    ("before", "setter", "value", "after"),
    [
        (
            "<w:r><w:t>a</w:t></w:r>",
            setters.set_size,
            12.5,
            '<w:r><w:rPr><w:sz w:val="25"/><w:szCs w:val="25"/></w:rPr><w:t>a</w:t></w:r>',
        ),
        (
            '<w:r><w:rPr><w:rStyle w:val="x"/><w:color w:val="FF0000" w:themeColor="accent1"/>'
            '<w:lang w:val="vi"/></w:rPr></w:r>',
            setters.set_color,
            "auto",
            '<w:r><w:rPr><w:rStyle w:val="x"/><w:color w:val="auto"/><w:lang w:val="vi"/></w:rPr>'
            "</w:r>",
        ),
        (
            '<w:r><w:rPr><w:i/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'
            "</w:r>",
            setters.set_underline,
            False,
            '<w:r><w:rPr><w:i/><w:u w:val="none"/><w:rPrChange w:id="1" w:author="A"><w:rPr/>'
            "</w:rPrChange></w:rPr></w:r>",
        ),
        (
            '<w:r><w:rPr><w:b w:val="0"/></w:rPr></w:r>',
            setters.set_bold,
            True,
            "<w:r><w:rPr><w:b/><w:bCs/></w:rPr></w:r>",
        ),
        (
            '<w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi="Arial"/></w:rPr></w:r>',
            setters.set_font,
            "F",
            '<w:r><w:rPr><w:rFonts w:hAnsi="F" w:ascii="F" w:eastAsia="F" w:cs="F"/></w:rPr></w:r>',
        ),
        (  # the mark of a tracked paragraph: the insertion stays first
            '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="A"/></w:rPr></w:pPr></w:p>',
            setters.set_italic,
            True,
            '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="A"/><w:i/><w:iCs/></w:rPr></w:pPr></w:p>',
        ),
        (
            '<w:p><w:pPr><w:spacing w:after="60" w:beforeLines="50"/><w:jc w:val="both"/></w:pPr>'
            "</w:p>",
            setters.set_before,
            6,
            '<w:p><w:pPr><w:spacing w:after="60" w:before="120" w:beforeAutospacing="0"/>'
            '<w:contextualSpacing w:val="0"/><w:jc w:val="both"/></w:pPr></w:p>',
        ),
        (
            '<w:p><w:pPr><w:ind w:left="720" w:hanging="360"/><w:sectPr/></w:pPr></w:p>',
            setters.set_first_line,
            36,
            '<w:p><w:pPr><w:ind w:left="720" w:firstLine="720" w:firstLineChars="0"/>'
            "<w:sectPr/></w:pPr></w:p>",
        ),
        (
            "<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr></w:p>",
            setters.set_lines,
            1.5,
            '<w:p><w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:pPrChange><w:pPr/>'
            "</w:pPrChange></w:pPr></w:p>",
        ),
        (
            '<w:tr><w:tblPrEx/><w:trPr><w:ins w:id="1" w:author="A"/></w:trPr></w:tr>',
            setters.set_repeats,
            True,
            '<w:tr><w:tblPrEx/><w:trPr><w:tblHeader/><w:ins w:id="1" w:author="A"/></w:trPr>'
            "</w:tr>",
        ),
        (
            "<w:tr><w:tblPrEx/><w:tc/></w:tr>",
            setters.set_repeats,
            True,
            "<w:tr><w:tblPrEx/><w:trPr><w:tblHeader/></w:trPr><w:tc/></w:tr>",
        ),
        (  # below zero the margin is exact (17.6.11)
            '<w:sectPr><w:pgMar w:top="-900" w:right="1" w:bottom="1" w:left="1" w:header="1" '
            'w:footer="1" w:gutter="0"/><w:cols/></w:sectPr>',
            setters.set_margins,
            (("top", 20),),
            '<w:sectPr><w:pgMar w:top="-1134" w:right="1" w:bottom="1" w:left="1" w:header="1" '
            'w:footer="1" w:gutter="0"/><w:cols/></w:sectPr>',
        ),
        (
            '<w:sectPr><w:type w:val="nextPage"/><w:cols/><w:docGrid/></w:sectPr>',
            setters.set_title_page,
            True,
            '<w:sectPr><w:type w:val="nextPage"/><w:cols/><w:titlePg/><w:docGrid/></w:sectPr>',
        ),
    ],
)
def test_a_property_gets_its_place_and_value(before: str, setter, value, after: str):
    root = element(before)
    setter(root, value)
    assert written(root) == after


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("quoc_hieu", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (
            "quoc_hieu",
            "CỘNG HÒA  XÃ HỘI CHỦ NGHĨA\u00a0VIỆT NAM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        ("quoc_hieu", "Cộng hoà ", "Cộng hòa "),
        ("quoc_hieu", "PHƯỜNG HOÀ BÌNH", "PHƯỜNG HOÀ BÌNH"),  # a name is nobody's to mend
        ("tieu_ngu", "Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("tieu_ngu", "Độc lập-Tự do-Hạnh  phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("tieu_ngu", " — ", " - "),
        ("tieu_ngu", "ỦY BAN – PHƯỜNG", "ỦY BAN – PHƯỜNG"),
        ("tieu_ngu", "Độc lập, Tự do, Hạnh phúc", "Độc lập, Tự do, Hạnh phúc"),
    ],
)
def test_only_blanks_dashes_and_one_mark_of_the_fixed_lines_are_rewritten(
    kind: str, typed: str, expected: str
):
    run = element(f"<w:r><w:t>{typed}</w:t></w:r>")
    write_text(run, kind)
    assert "".join(run.itertext()) == expected


def test_marks_are_composed_in_the_text_and_nowhere_else():
    run = element("<w:r><w:t>e\u0302</w:t><w:instrText>e\u0302</w:instrText></w:r>")
    compose(run, None)
    assert [one.text for one in run] == ["\u00ea", "e\u0302"]


def test_a_parted_run_keeps_its_letters_and_its_look():
    run = element("<w:r><w:rPr><w:i/></w:rPr><w:t>Điều 1. Nay ban hành</w:t></w:r>")
    paragraph = element("<w:p/>")
    paragraph.append(run)
    bold_beginning(run, 7)
    first, second = paragraph
    assert ["".join(one.itertext()) for one in paragraph] == ["Điều 1.", " Nay ban hành"]
    assert first.find(f"{{{W}}}rPr/{{{W}}}b") is not None
    assert second.find(f"{{{W}}}rPr/{{{W}}}b") is None
    assert second.find(f"{{{W}}}rPr/{{{W}}}i") is not None


def test_a_table_is_narrowed_with_its_columns():
    table = element(
        '<w:tbl><w:tblPr><w:tblW w:w="2000" w:type="dxa"/><w:tblInd w:w="400" w:type="dxa"/>'
        '</w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        '<w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr>'
        '<w:tcW w:w="2500" w:type="pct"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    )
    setters.set_width(table, 0.5)
    assert table.xpath("//@w:w", namespaces={"w": W}) == ["1000", "0", "1000", "1000", "2500"]
