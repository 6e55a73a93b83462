"""Drawn lines, text boxes and pictures, in both forms Word writes."""

import pytest

from cchc_docs.layout.looks import POINTS_PER_MM
from cchc_docs.layout.picture import DrawnLine, Paragraph
from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.lines import drawn_line
from tests.layout.packages import PAGE, package, paragraph, run

EMU = 12_700
PNG = b"\x89PNG\r\n\x1a\n"
INK = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


def anchored(graphic: str, width: float, height: float) -> str:
    return (
        f'<w:drawing><wp:anchor><wp:extent cx="{width * EMU:.0f}" cy="{height * EMU:.0f}"/>'
        f'<wp:docPr id="1" name="Hình 1"/><a:graphic><a:graphicData>{graphic}</a:graphicData>'
        f"</a:graphic></wp:anchor></w:drawing>"
    )


def shape(kind: str, *, line: str = INK, text: str = "", transform: str = "") -> str:
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    geometry = f'<a:prstGeom prst="{kind}"/>'
    return f"<wps:wsp><wps:spPr>{transform}{geometry}{line}</wps:spPr>{box}</wps:wsp>"


def vml(inner: str) -> str:
    return f"<w:pict>{inner}</w:pict>"


def read(drawing: str) -> Paragraph:
    body = f"<w:p><w:r>{drawing}</w:r></w:p>{PAGE}"
    media = {"a.png": PNG + b"x", "b.png": b"nothing known"}
    (one,) = read_picture(package(body, media=media)).sections[0].blocks
    assert isinstance(one, Paragraph)
    return one


def lines(drawing: str) -> list[float]:
    return [round(one.length, 2) for one in read(drawing).lines]


STYLE = "position:absolute;margin-left:30pt;margin-top:2pt;width:60pt;height:0;z-index:1"


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (anchored(shape("line"), 60, 0), [60]),
        (anchored(shape("straightConnector1"), 60, 0.5), [60]),
        (anchored(shape("line", line="<a:ln><a:noFill/></a:ln>"), 60, 0), []),
        (anchored(shape("line"), 0, 60), []),
        (anchored(shape("line", transform='<a:xfrm rot="5400000"/>'), 0, 60), [60]),
        (anchored(shape("line"), 60, 40), []),
        (anchored(shape("rect"), 60, 0.75), [60]),
        (anchored(shape("rect"), 60, 30), []),
        (vml('<v:line from="30pt,2pt" to="90pt,2pt"/>'), [60]),
        (vml('<v:line from="30pt,2pt" to="90pt,2pt" stroked="f"/>'), []),
        (vml('<v:line from="30pt,2pt" to="30pt,62pt"/>'), []),
        (vml('<v:line from="40,0" to="120,0"/>'), [60]),  # pixels of 1/96 inch
        (vml(f'<v:shape style="{STYLE}" o:connectortype="straight"/>'), [60]),
        (vml(f'<v:rect style="{STYLE}"/>'), [60]),
        (vml(f'<v:shape style="{STYLE};mso-position-horizontal:center" type="#_x0000_t32"/>'),
         [60]),
        (vml('<v:rect style="width:0;height:1.5pt" o:hralign="center" o:hr="t"/>'),
         [467.75]),  # as wide as the column: 595.3 - 85.05 - 42.5
        (vml('<v:group style="width:120pt;height:10pt" coordsize="1200,100"><v:line from="0,0" '
             'to="600,0"/></v:group>'), [60]),
    ],
)  # fmt: skip
def test_a_drawn_line_is_found(drawing: str, expected: list[float]) -> None:
    assert lines(drawing) == expected


def test_a_line_in_a_group_is_measured_in_its_units() -> None:
    inner = shape("line", transform='<a:xfrm><a:ext cx="600" cy="0"/></a:xfrm>')
    scale = f'<a:ext cx="{120 * EMU}" cy="{EMU}"/><a:chExt cx="1200" cy="100"/>'
    group = f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{scale}</a:xfrm></wpg:grpSpPr>{inner}</wpg:wgp>"
    assert lines(anchored(group, 120, 1)) == [60]


def test_a_line_of_ours_is_one_line() -> None:
    body = f"<w:p>{drawn_line(30.0, 7)}</w:p>{PAGE}"
    (one,) = read_picture(package(body)).sections[0].blocks
    assert isinstance(one, Paragraph)
    (line,) = one.lines
    assert isinstance(line, DrawnLine)
    assert line.length == pytest.approx(30 * POINTS_PER_MM, abs=0.01)


TEXT = paragraph("DỰ THẢO") + paragraph("lần 2")


@pytest.mark.parametrize(
    ("drawing", "style"),
    [
        (anchored(shape("rect", text=TEXT), 90, 40), "single"),
        (anchored(shape("rect", text=TEXT, line='<a:ln cmpd="dbl"/>'), 90, 40), "double"),
        (anchored(shape("rect", text=TEXT, line="<a:ln><a:noFill/></a:ln>"), 90, 40), None),
        (anchored(shape("rect", text=TEXT, line=""), 90, 40), None),
        (anchored(shape("rect", text=TEXT, line='<a:ln><a:prstDash val="sysDot"/></a:ln>'), 90, 40),
         "dotted"),
        (vml(f'<v:shape style="width:90pt;height:40pt"><v:textbox><w:txbxContent>{TEXT}'
             "</w:txbxContent></v:textbox></v:shape>"), "single"),
        (vml(f'<v:rect stroked="f" style="width:90pt;height:40pt"><v:textbox><w:txbxContent>{TEXT}'
             "</w:txbxContent></v:textbox></v:rect>"), None),
    ],
)  # fmt: skip
def test_a_text_box_holds_its_text(drawing: str, style: str | None) -> None:
    found = read(drawing)
    (box,) = found.boxes
    assert [one.text for one in box.blocks if isinstance(one, Paragraph)] == ["DỰ THẢO", "lần 2"]
    assert (box.width, box.height, box.bordered, box.style) == (90, 40, style is not None, style)
    assert found.text == ""


def test_the_new_form_is_read_and_not_the_old_beside_it() -> None:
    new, old = anchored(shape("line"), 60, 0), vml('<v:line from="0,0" to="10pt,0"/>')
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(both) == [60]
    assert lines(
        f"<mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    ) == [10]


def picture(identifier: str) -> str:
    return f'<pic:pic><pic:blipFill><a:blip r:embed="{identifier}"/></pic:blipFill></pic:pic>'


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [("rId1", "png"), ("rId2", None), ("rId9", None)],
)
def test_a_picture_is_known_by_its_bytes(identifier: str, expected: str | None) -> None:
    (one,) = read(anchored(picture(identifier), 80, 60)).images
    assert (one.format, one.width, one.height, one.name) == (expected, 80, 60, "Hình 1")
    style = "width:80pt;height:60pt;z-index:-3"
    (old,) = read(
        vml(f'<v:shape style="{style}"><v:imagedata r:id="{identifier}"/></v:shape>')
    ).images
    assert (old.format, old.width, old.height) == (expected, 80, 60)


def test_hidden_and_deleted_drawings_are_not_shown() -> None:
    line = anchored(shape("line"), 60, 0)
    body = (
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr>{line}</w:r>"
        f'<w:del w:id="1" w:author="x"><w:r>{line}</w:r></w:del>{run("a")}</w:p>{PAGE}'
    )
    (one,) = read_picture(package(body)).sections[0].blocks
    assert isinstance(one, Paragraph)
    assert one.lines == ()
