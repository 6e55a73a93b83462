"""Tables: grid, lines and fills as Word shows them (ECMA-376-1, 17.4)."""

import pytest

from cchc_docs.layout.picture import Table, paragraphs
from cchc_docs.layout.reading import read_picture
from tests.layout.packages import PAGE, package, paragraph

FIXED = '<w:tblLayout w:type="fixed"/>'
GRID = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>"
LINES = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    + "{0}</w:tblBorders>"
)
INNER = '<w:insideH w:val="single"/><w:insideV w:val="single"/>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "", styles: str = "") -> Table:
    body = f"<w:tbl><w:tblPr>{properties}</w:tblPr>{GRID}{''.join(rows)}</w:tbl>"
    parts = package(body + PAGE, related=[("styles", styles)])
    (one,) = read_picture(parts).sections[0].blocks
    assert isinstance(one, Table)
    return one


def borders(one: Table) -> list[list[str]]:
    return [["".join(sorted(side[0] for side in c.borders)) for c in r.cells] for r in one.rows]


SQUARE = (row(cell("a"), cell("b")), row(cell("c"), cell("d")))


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", [["", ""], ["", ""]]),
        (LINES.format(""), [["lt", "rt"], ["bl", "br"]]),
        (LINES.format(INNER), [["blrt", "blrt"], ["blrt", "blrt"]]),
    ],
)
def test_the_table_draws_its_cells(properties: str, expected: list[list[str]]) -> None:
    assert borders(table(*SQUARE, properties=properties)) == expected


def test_a_cell_wins_over_its_table_and_a_shared_line_is_both_cells() -> None:
    none = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left"))
    line = '<w:tcBorders><w:right w:val="single"/></w:tcBorders>'
    first = row(cell("a", f"<w:tcBorders>{none}</w:tcBorders>{line}"), cell("b"))
    assert borders(table(first, SQUARE[1], properties=LINES.format(""))) == [
        ["lrt", "lrt"],
        ["bl", "br"],
    ]
    bare = row(cell("a", f"<w:tcBorders>{none}</w:tcBorders>"), cell("b"))
    assert borders(table(bare, SQUARE[1], properties=LINES.format("")))[0] == ["", "rt"]


STYLE = (
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblPr><w:tblInd w:w="100" '
    'w:type="dxa"/>' + LINES.format(INNER) + '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders><w:shd w:val="clear" w:fill="d9d9d9"/>'
    "</w:tcPr></w:tblStylePr></w:style>"
)


def test_a_style_draws_and_fills_its_cells() -> None:
    named = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>'
    one = table(*SQUARE, properties=named, styles=STYLE)
    assert borders(one) == [["blrt", "blrt"], ["blrt", "blrt"]]  # the row below draws its top
    assert [[c.fill for c in r.cells] for r in one.rows] == [["D9D9D9"] * 2, [None] * 2]
    assert one.indent == 5


@pytest.mark.parametrize(
    ("shd", "expected"),
    [
        ('<w:shd w:val="clear" w:fill="auto"/>', None),
        ('<w:shd w:val="clear" w:color="auto" w:fill="ffff00"/>', "FFFF00"),
        ('<w:shd w:val="solid" w:color="00ff00" w:fill="auto"/>', "00FF00"),
        ('<w:shd w:val="nil"/>', None),
        ("", None),
    ],
)
def test_a_cell_is_filled(shd: str, expected: str | None) -> None:
    assert table(row(cell("a", shd))).rows[0].cells[0].fill == expected


def test_cells_stand_on_the_grid() -> None:
    wide, merged, going_on = (
        '<w:gridSpan w:val="2"/>',
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
    )
    one = table(
        row(cell("a", wide), cell("b", merged)),
        row(cell("c"), cell("d", going_on), properties='<w:gridBefore w:val="1"/>'),
        properties=LINES.format(INNER),
    )
    placed = [[(c.column, c.span, c.width, c.continues) for c in r.cells] for r in one.rows]
    assert placed == [
        [(0, 2, 200, False), (2, 1, 100, False)],
        [(1, 1, 100, False), (2, 1, 100, True)],
    ]
    assert borders(one) == [["blrt", "lrt"], ["blrt", "blr"]]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        ('<w:tblW w:w="9000" w:type="dxa"/>', 450),
        ('<w:tblW w:w="2500" w:type="pct"/>', 233.875),  # half of 595.3 - 85.05 - 42.5
        ('<w:tblW w:w="50%" w:type="pct"/>', 233.875),
        ('<w:tblW w:w="0" w:type="auto"/>', None),
        ('<w:tblW w:w="0" w:type="auto"/>' + FIXED, 300),
        ("", None),
    ],
)
def test_a_table_is_as_wide_as_it_says(width: str, expected: float | None) -> None:
    found = table(row(cell("a")), properties=width).width
    assert found == (None if expected is None else pytest.approx(expected))


def test_header_rows_repeat_from_the_first_on() -> None:
    head = "<w:tblHeader/>"
    rows = (
        row(cell("a"), properties=head),
        row(cell("b")),
        row(cell("c"), properties=head),
    )
    found = table(*rows).rows
    assert [one.repeats for one in found] == [True, False, False]


def test_a_deleted_row_is_not_there() -> None:
    gone = row(cell("a"), properties='<w:del w:id="1" w:author="x"/>')
    assert [one.cells[0].blocks[0].text for one in table(gone, row(cell("b"))).rows] == ["b"]  # type: ignore[union-attr]


def test_tables_stand_in_tables() -> None:
    inner = f"<w:tbl>{GRID}{row(cell('trong'))}</w:tbl>"
    one = table(f"<w:tr><w:tc>{inner}{paragraph('ngoài')}</w:tc></w:tr>")
    assert [found.text for found in paragraphs((one,))] == ["trong", "ngoài"]


@pytest.mark.parametrize("span", ["99999999", "-3", "x", "1e9"])
def test_an_absurd_span_is_bounded(span: str) -> None:
    one = table(row(cell("a", f'<w:gridSpan w:val="{span}"/>'), cell("b")))
    assert 1 <= one.rows[0].cells[0].span <= 63


def sized(part: str, half_points: int) -> str:
    return (
        f'<w:tblStylePr w:type="{part}"><w:rPr><w:sz w:val="{half_points}"/></w:rPr></w:tblStylePr>'
    )


def test_corners_win_over_rows_over_columns_over_bands() -> None:
    """17.7.6; the order is [MS-OI29500] 2.1.1298; bands begin under the first row."""
    parts = (
        *(sized("band1Horz", 20), sized("band2Horz", 22), sized("firstCol", 24)),
        *(sized("firstRow", 26), sized("nwCell", 28), sized("lastRow", 30), sized("seCell", 32)),
    )
    style = (
        '<w:style w:type="table" w:styleId="P"><w:name w:val="P"/><w:tblPr><w:tblStyleRowBandSize '
        f'w:val="1"/></w:tblPr>{"".join(parts)}</w:style>'
    )
    named = (
        '<w:tblStyle w:val="P"/><w:tblLook w:firstRow="1" w:firstColumn="1" w:lastRow="1" '
        'w:lastColumn="1" w:noVBand="1"/>'
    )
    rows = [row(cell("a"), cell("b")) for _ in range(4)]
    one = table(*rows, properties=named, styles=style)
    sizes = [[p.runs[0].face.size for c in r.cells for p in paragraphs(c.blocks)] for r in one.rows]
    assert sizes == [[14, 13], [12, 10], [12, 11], [15, 16]]
