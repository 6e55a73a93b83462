"""The letters of a paragraph: fields, tracked changes, symbols, capitals, composed letters."""

import unicodedata

import pytest

from cchc_docs.layout.picture import Paragraph, Picture, Run
from cchc_docs.layout.reading import read_picture
from tests.layout.packages import PAGE, package, paragraph, run


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


def field(instruction: str, result: str) -> str:
    return mark("begin") + code(instruction) + mark("separate") + result + mark("end")


def picture(body: str, styles: str = "") -> Picture:
    return read_picture(package(body + PAGE, related=[("styles", styles)]))


def paragraphs_of(body: str) -> list[Paragraph]:
    blocks = picture(body).sections[0].blocks
    return [block for block in blocks if isinstance(block, Paragraph)]


def runs(inner: str) -> tuple[Run, ...]:
    (one,) = paragraphs_of(f"<w:p>{inner}</w:p>")
    return one.runs


def text(inner: str) -> str:
    return "".join(one.text for one in runs(inner))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("trang ") + field("PAGE", run("2")), [("trang ", None), ("2", "PAGE")]),
        (field(r"page \* MERGEFORMAT", run("2")), [("2", "PAGE")]),
        (mark("begin") + code("PAGE") + mark("end"), [("", "PAGE")]),
        (mark("begin") + code("PAGE") + mark("separate") + mark("end"), [("", "PAGE")]),
        (f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>', [("2", "PAGE")]),
        ('<w:fldSimple w:instr=" NUMPAGES "/>', [("", "NUMPAGES")]),
        ("<w:r><w:pgNum/></w:r>", [("", "PAGE")]),
        (mark("begin") + code("XE x") + mark("end") + run("sau"), [("sau", None)]),
        (
            mark("begin")
            + code("IF ")
            + field("MERGEFIELD a", run("ẩn"))
            + code(" = 1 x y")
            + mark("separate")
            + run("hiện ")
            + field("PAGE", run("3"))
            + mark("end"),
            [("hiện ", "IF"), ("3", "PAGE")],
        ),
        (
            "<w:r><w:t>a</w:t><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
            "<w:fldChar w:fldCharType='separate'/><w:t>4</w:t><w:fldChar w:fldCharType='end'/>"
            "<w:t>b</w:t></w:r>",
            [("a", None), ("4", "PAGE"), ("b", None)],
        ),
        (mark("end") + mark("separate") + run("thừa dấu"), [("thừa dấu", None)]),
    ],
)
def test_a_field_shows_its_result(inner: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.text, one.field) for one in runs(inner)] == expected


def test_a_field_runs_over_paragraphs_but_its_code_does_not() -> None:
    toc = f"<w:p>{mark('begin')}{code('TOC')}{mark('separate')}{run('một')}</w:p>"
    rest = f"<w:p>{run('hai')}{mark('end')}</w:p><w:p>{run('ba')}</w:p>"
    found = [one.runs[0] for one in paragraphs_of(toc + rest)]
    assert [(one.text, one.field) for one in found] == [
        ("một", "TOC"),
        ("hai", "TOC"),
        ("ba", None),
    ]
    unended = f"<w:p>{mark('begin')}{code('PAGE')}</w:p><w:p>{run('còn')}</w:p>"
    assert [one.raw_text for one in paragraphs_of(unended)] == ["", "còn"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "a\u00adb"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t> a  b </w:t></w:r>", "a  b"),
        ('<w:r><w:t xml:space="preserve"> a </w:t></w:r>', " a "),
        ('<w:r><w:t xml:space="preserve">a\nb</w:t></w:r>', "a b"),
        ("<w:r><w:t>a<!-- x -->b</w:t></w:r>", "ab"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>', "▪"),
        ('<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>', "-"),
        ('<w:r><w:sym w:font="Times New Roman" w:char="F041"/></w:r>', "A"),
        ('<w:r><w:sym w:font="Times New Roman" w:char="x"/></w:r>', ""),
        ('<w:r><w:sym w:font="Times New Roman" w:char="D800"/></w:r>', ""),
        (run("hiện") + run("ẩn", "<w:vanish/>"), "hiện"),
        (run("a") + f'<w:del w:id="1" w:author="x">{run("b")}</w:del>', "a"),
        (run("a") + f'<w:ins w:id="1" w:author="x">{run("b")}</w:ins>', "ab"),
        (run("a") + f'<w:ins w:id="1"><w:del w:id="2">{run("b")}</w:del></w:ins>', "a"),
        (f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r>"
         "</w:rubyBase></w:ruby></w:r>", "a"),
    ],
)  # fmt: skip
def test_a_run_shows_what_word_shows(inner: str, expected: str) -> None:
    assert text(inner) == expected


def test_symbols_have_the_font_they_name() -> None:
    letter, sign = runs('<w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>')
    assert letter.face.fonts == ("Times New Roman",)
    assert sign.face.fonts == ("Wingdings",)


def test_capitals_are_shown_and_what_was_typed_is_kept() -> None:
    typed = unicodedata.normalize("NFD", "Ủy ban đặc khu")
    (shown,) = runs(run(typed, "<w:caps/>"))
    assert (shown.text, shown.typed) == ("ỦY BAN ĐẶC KHU", typed)
    (small,) = runs(run("Ủy ban", "<w:smallCaps/>"))
    assert small.text == "Ủy ban"


@pytest.mark.parametrize(
    ("properties", "name", "expected"),
    [
        ('<w:u w:val="none"/>', "underline", None),
        ('<w:u w:val="single"/>', "underline", "single"),
        ('<w:vertAlign w:val="superscript"/>', "raised", True),
        ('<w:color w:val="ff0000"/>', "color", "FF0000"),
        ('<w:color w:val="rubbish"/>', "color", "auto"),
        ('<w:color w:val="FF0000" w:themeColor="accent1"/>', "color", None),
        ('<w:sz w:val="26"/>', "size", 13),
        ('<w:sz w:val="13.5pt"/>', "size", 13.5),
        ('<w:sz w:val="nan"/>', "size", None),
        ('<w:sz w:val="-4"/>', "size", None),
        ("", "size", None),
    ],
)
def test_properties_of_letters(properties: str, name: str, expected: object) -> None:
    (one,) = runs(run("a", properties))
    assert getattr(one.face, name) == expected


def test_blanks_use_no_font() -> None:
    (one,) = runs(run("  "))
    assert one.face.fonts == ()


def test_a_page_break_is_noted() -> None:
    (one,) = paragraphs_of('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
    assert (one.has_page_break, one.text) == (True, "")


DELETED = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'


def deleted(words: str) -> str:
    return f'<w:del w:id="2" w:author="x">{run(words)}</w:del>'


def test_a_paragraph_whose_mark_is_deleted_runs_on_in_the_next() -> None:
    right = '<w:jc w:val="right"/>'
    body = paragraph("một ", DELETED) + paragraph("hai", right) + paragraph("ba")
    joined, last = paragraphs_of(body)
    assert (joined.raw_text, joined.setting.align, last.raw_text) == ("một hai", "right", "ba")


def test_a_paragraph_deleted_whole_is_not_there() -> None:
    whole = f"<w:p><w:pPr>{DELETED}</w:pPr>{deleted('mất')}</w:p>"
    assert [one.text for one in paragraphs_of(whole + paragraph("còn") + whole)] == ["còn"]
    left_over = paragraph("chữ còn", DELETED)
    assert [one.text for one in paragraphs_of(paragraph("a") + left_over)] == ["a", "chữ còn"]


def test_a_hidden_empty_paragraph_is_not_shown() -> None:
    hidden = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>"
    assert [one.text for one in paragraphs_of(paragraph("a") + hidden)] == ["a"]


def test_elements_lead_back_to_the_file() -> None:
    (one,) = paragraphs_of(f"<w:p>{run('a')}</w:p>")
    assert one.element.tag.endswith("}p")
    assert one.runs[0].element.getparent() is one.element


def test_how_a_paragraph_is_set() -> None:
    properties = (
        '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="single"/></w:pBdr>'
        '<w:spacing w:before="120" w:line="360" w:lineRule="atLeast"/><w:jc w:val="end"/>'
    )
    (one,) = paragraphs_of(paragraph("a", properties))
    setting = one.setting
    assert (setting.top_line, setting.bottom_line, setting.boxed) == (False, True, False)
    assert (setting.before, setting.line, setting.line_rule) == (6, 18, "atLeast")
    assert setting.align == "right"


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ('w:xAlign="center"', "center"),
        ('w:xAlign="right"', "right"),
        ('w:w="9000"', "center"),
        ('w:w="900" w:x="400"', None),
        ("", None),
    ],
)
def test_a_frame_stands_where_it_says(frame: str, expected: str | None) -> None:
    properties = f'<w:framePr w:wrap="around" {frame}/><w:jc w:val="center"/>'
    (one,) = paragraphs_of(paragraph("2", properties))
    assert (one.setting.in_frame, one.setting.frame_align) == (True, expected)


def test_a_style_draws_the_borders_it_names() -> None:
    side = '<w:{0} w:val="single"/>'
    box = "".join(side.format(name) for name in ("top", "left", "bottom", "right"))
    style = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Khung"/>'
        f"<w:pPr><w:pBdr>{box}</w:pBdr></w:pPr></w:style>"
    )
    (one,) = picture(paragraph("a", '<w:pStyle w:val="B"/>'), style).sections[0].blocks
    assert isinstance(one, Paragraph)
    assert one.setting.boxed
    assert one.style == "Khung"
