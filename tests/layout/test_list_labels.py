"""List labels: as LibreOffice writes them; where it cannot, as ECMA-376-1, 17.9 says."""

import pytest

from cchc_docs.layout.looks import Label
from cchc_docs.layout.picture import Paragraph
from cchc_docs.layout.reading import read_picture
from tests.layout.packages import PAGE, package, paragraph


def level(index: int, form: str, text: str, *, start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, definition: int, restart: int | None = None) -> str:
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{restart}"/></w:lvlOverride>'
        if restart is not None
        else ""
    )
    definition_id = f'<w:abstractNumId w:val="{definition}"/>'
    return f'<w:num w:numId="{number}">{definition_id}{override}</w:num>'


LEGAL, NEVER, AFTER_FIRST = (
    "<w:isLgl/>",
    '<w:lvlRestart w:val="0"/>',
    '<w:lvlRestart w:val="1"/>',
)
NUMBERING = "".join(
    (
        listed(
            1,
            level(0, "upperRoman", "%1."),
            level(1, "decimal", "%2."),
            level(2, "decimal", "%2.%3."),
            level(3, "lowerLetter", "%4)"),
        ),
        listed(
            2,
            level(0, "upperRoman", "Phần %1"),
            level(1, "decimal", "%1.%2", extra=LEGAL),
            level(2, "lowerLetter", "%3)", extra=NEVER),
            level(3, "lowerRoman", "(%4)", extra=AFTER_FIRST),
        ),
        listed(3, level(0, "lowerLetter", "%1)", start=24)),
        listed(4, level(0, "bullet", "-"), level(1, "bullet", "\uf0b7"), level(2, "none", "")),
        listed(5, level(0, "decimal", "Điều %1.", start=3), level(1, "upperLetter", "%2.")),
        listed(6, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")),
        listed(7, level(0, "decimalZero", "%1."), level(1, "none", "x")),
        instance(1, 1),
        instance(2, 2),
        instance(3, 3),
        instance(4, 4),
        instance(5, 5),
        instance(6, 5, restart=7),
        instance(7, 6),
        instance(8, 6),
        instance(9, 7),
        instance(10, 1, restart=1),
    )
)


def member(number: int, at: int, more: str = "") -> str:
    return paragraph(
        "x", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>{more}'
    )


def labels(body: str, numbering: str = NUMBERING, styles: str = "") -> list[Label | None]:
    related = [("numbering", numbering), ("styles", styles)]
    blocks = read_picture(package(body + PAGE, related=related)).sections[0].blocks
    return [block.label for block in blocks if isinstance(block, Paragraph)]


def texts(body: str) -> list[str]:
    return [label.text if label else "" for label in labels(body)]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (
            [
                (1, 0),
                (1, 1),
                (1, 2),
                (1, 3),
                (1, 3),
                (1, 2),
                (1, 3),
                (1, 1),
                (1, 2),
                (1, 0),
                (1, 1),
            ],
            ["I.", "1.", "1.1.", "a)", "b)", "1.2.", "a)", "2.", "2.1.", "II.", "1."],
        ),
        ([(3, 0)] * 5, ["x)", "y)", "z)", "aa)", "bb)"]),
        (
            [(5, 0), (5, 1), (5, 1), (5, 0), (6, 0), (6, 0), (5, 0), (6, 0)],
            ["Điều 3.", "A.", "B.", "Điều 4.", "Điều 7.", "Điều 8.", "Điều 9.", "Điều 10."],
        ),
        (
            [(7, 1), (7, 0), (7, 1), (8, 1), (8, 0)],
            ["1.1.", "2.", "2.1.", "2.2.", "3."],
        ),
        ([(9, 0), (9, 1), (9, 0)], ["01.", "x", "02."]),
        ([(1, 0), (10, 0), (1, 0), (10, 0)], ["I.", "I.", "II.", "III."]),
        ([(7, 0), (99, 0), (7, 8), (7, 0)], ["1.", "", "", "2."]),
    ],
    ids=["multilevel", "letters", "restart", "shared", "zero-none", "restart-once", "unknown"],
)
def test_labels_are_libreoffices(members: list[tuple[int, int]], expected: list[str]) -> None:
    assert texts("".join(member(*one) for one in members)) == expected


def test_legal_numbering_and_kept_counts_follow_the_standard() -> None:
    """17.9.4: isLgl shows Arabic digits only; 17.9.10: lvlRestart 0 is never, 1 the first level."""
    members = [(2, at) for at in (0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3)]
    assert texts("".join(member(*one) for one in members)) == [
        *("Phần I", "1.1", "a)", "(i)", "1.2", "b)", "(ii)"),
        *("Phần II", "2.1", "c)", "(i)"),
    ]


def test_a_bullet_shows_the_glyph_of_its_font() -> None:
    dash, dot, none = labels(member(4, 0) + member(4, 1) + member(4, 2))
    assert dash is not None
    assert (dash.text, dash.is_bullet) == ("-", True)
    assert dot is not None
    assert dot.text == "·"  # F0B7 of a letter font is B7
    assert none is None


SYMBOL = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>'


def test_a_bullet_of_a_symbol_font_is_told_by_what_it_looks_like() -> None:
    bullets = "".join(
        level(index, "bullet", text).replace("</w:lvl>", f"{SYMBOL}</w:lvl>")
        for index, text in enumerate(("\uf0b7", "\uf02d"))
    )
    numbering = listed(1, bullets) + instance(1, 1)
    found = labels(member(1, 0) + member(1, 1), numbering)
    assert [label.text for label in found if label] == ["•", "-"]
    assert {label.face.fonts for label in found if label} == {("Symbol",)}


def test_a_label_looks_like_the_mark_but_for_what_its_level_says() -> None:
    """17.9.24: what the level says holds for its number; LibreOffice shows the same."""
    bold = level(0, "decimal", "%1.").replace("</w:lvl>", '<w:rPr><w:b w:val="0"/></w:rPr></w:lvl>')
    numbering = listed(1, bold) + instance(1, 1)
    mark = "<w:rPr><w:b/><w:i/></w:rPr>"
    (label,) = labels(member(1, 0, mark), numbering)
    assert label is not None
    assert (label.face.bold, label.face.italic) == (False, True)


def test_a_style_puts_its_paragraphs_on_the_level_that_names_it() -> None:
    """17.9.23: w:pStyle links a level and a style."""
    linked = level(1, "decimal", "%1.%2.", extra='<w:pStyle w:val="Khoan"/>')
    numbering = listed(1, level(0, "decimal", "%1."), linked) + instance(1, 1)
    style = (
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:name w:val="Khoản"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    (label,) = labels(paragraph("x", '<w:pStyle w:val="Khoan"/>'), numbering, style)
    assert label is not None
    assert label.text == "1.1."


def test_absurd_counts_are_written_in_digits() -> None:
    numbering = listed(1, level(0, "lowerLetter", "%1)", start=2**30)) + instance(1, 1)
    (label,) = labels(member(1, 0), numbering)
    assert label is not None
    assert label.text == f"{2**30})"
