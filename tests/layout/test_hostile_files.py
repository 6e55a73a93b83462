"""No file, however odd, stops the reading: it is bounded in time and depth."""

import random
import re
import time

import pytest

from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.package import Parts
from tests.layout.packages import PAGE, package, paragraph, run

BOLD = '<w:sz w:val="26"/><w:b/>'
RICH = (
    paragraph("a", '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    + f"<w:tbl><w:tblPr><w:tblStyle w:val='T'/><w:tblW w:w='5000' w:type='pct'/></w:tblPr>"
    f"<w:tblGrid><w:gridCol w:w='900'/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>"
    f"<w:tcPr><w:tcW w:w='900' w:type='dxa'/><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr>"
    f"{paragraph('b')}</w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:drawing><wp:anchor><wp:extent cx='100' cy='0'/><a:graphic><a:graphicData>"
    "<wps:wsp><wps:spPr><a:prstGeom prst='line'/><a:ln w='1'/></wps:spPr></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing><w:pict><v:group style='width:9pt'>"
    "<v:line from='0,0' to='9pt,0'/></v:group></w:pict></w:r>"
    f"<w:fldSimple w:instr='PAGE'>{run('1', BOLD)}</w:fldSimple></w:p>" + PAGE
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:basedOn w:val="S"/></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblPr><w:tblStyleRowBandSize '
    'w:val="1"/></w:tblPr><w:tblStylePr w:type="band1Horz"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    "</w:style>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    'w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="1"/></w:num>'
)
ODD = ("", "-1", "99999999999999999999", "nan", "1e999", "x", "%", "\u0663", "0", "true")


def rich() -> Parts:
    return package(RICH, related=[("styles", STYLES), ("numbering", NUMBERING)])


def mutated(xml: bytes, chance: random.Random) -> bytes:
    """The part with one value made odd, one element named otherwise or one piece left out."""
    text = xml.decode()
    values = list(re.finditer(r"(?<==)(?:\"[^\"]*\"|'[^']*')", text))
    names = list(re.finditer(r"<(w:\w+)([^<>]*)/>", text))
    kind = chance.randrange(3)
    if kind == 0 and values:
        at = chance.choice(values)
        return f'{text[: at.start()]}"{chance.choice(ODD)}"{text[at.end() :]}'.encode()
    if names:
        at = chance.choice(names)
        put = f"<{chance.choice(names)[1]}{at[2]}/>" if kind == 1 else ""
        return f"{text[: at.start()]}{put}{text[at.end() :]}".encode()
    return xml


@pytest.mark.parametrize("seed", range(40))
def test_odd_values_are_read_over(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        parts = rich()
        for _ in range(chance.randrange(1, 4)):
            name = chance.choice([name for name in parts if name != "[Content_Types].xml"])
            parts = parts | {name: mutated(parts[name], chance)}
        read_picture(parts)


@pytest.mark.parametrize("missing", sorted(rich()))
def test_any_part_may_be_missing_or_damaged(missing: str) -> None:
    parts = rich()
    read_picture({name: xml for name, xml in parts.items() if name != missing})
    for damage in (b"", b"<", b"\xff\xfe", b"<a/>", parts[missing][: len(parts[missing]) // 2]):
        read_picture(parts | {missing: damage})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ('<w:p><w:ins w:id="1">', "</w:ins></w:p>"),
        ("<w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox>"
         "</v:rect></w:pict></w:r></w:p>"),
    ],
)  # fmt: skip
def test_deep_nesting_is_read_or_refused(before: str, after: str) -> None:
    """lxml refuses more than 256 levels; what it reads must not exhaust the stack."""
    levels = before.count("<")
    for depth in (190 // levels, 250 // levels, 2_000):
        read_picture(package(before * depth + paragraph("x") + after * depth))


def seconds(parts: Parts) -> float:
    def once() -> float:
        began = time.perf_counter()
        read_picture(parts)
        return time.perf_counter() - began

    return min(once() for _ in range(3))


CHAIN = "".join(
    f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>'
    for n in range(4_000)
)


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        ("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" * 2_000, ""),
        ("".join(paragraph("x", f'<w:pStyle w:val="s{n}"/>') for n in range(2_000)), CHAIN),
        (f"<w:p>{run('x', '<w:vanish/>') * 3_000}</w:p>", ""),
        ("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r>"
         f"{run('x')}</w:p>" * 1_000, ""),
    ],
    ids=["fields", "chain", "hidden", "open results"],
)  # fmt: skip
def test_time_grows_with_the_file_not_its_square(body: str, styles: str) -> None:
    assert seconds(package(body, related=[("styles", styles)])) < 1.5
