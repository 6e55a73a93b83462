"""Small pictures of documents, built by hand: what a segmenter is shown."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from cchc_docs.checker.components import Components
from cchc_docs.checker.segments import find_components
from cchc_docs.layout.looks import Align, Face, Setting
from cchc_docs.layout.picture import (
    Block,
    Cell,
    DrawnLine,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Table,
    TextBox,
)

MM: Final = 72 / 25.4
FOUR_SIDES: Final = frozenset({"top", "bottom", "left", "right"})

QH: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TN: Final = "Độc lập - Tự do - Hạnh phúc"


def p(text: str = "", align: str = "both", *, bold: bool = False, **more: Any) -> Paragraph:
    """A paragraph in one run; `more` are fields of its setting, its face or itself."""
    setting = {k: more.pop(k) for k in list(more) if k in Setting.__dataclass_fields__}
    face = {k: more.pop(k) for k in list(more) if k in Face.__dataclass_fields__}
    field = more.pop("field", None)
    runs = (Run(text, text, Face(size=14, bold=bold, **face), field),) if text or field else ()
    return Paragraph(runs, Setting(align=Align(align), **setting), "Normal", **more)


def c(text: str, **more: Any) -> Paragraph:
    """A centred paragraph."""
    return p(text, "center", **more)


def b(text: str, **more: Any) -> Paragraph:
    """A centred bold paragraph."""
    return c(text, bold=True, **more)


def drawn(paragraph: Paragraph) -> Paragraph:
    """The paragraph with a line drawn below it."""
    return replace(paragraph, lines=(DrawnLine(60),))


def box(*blocks: Block, width: float = 30, height: float = 8, bordered: bool = True) -> TextBox:
    """A text box; its size in mm."""
    return TextBox(blocks, width * MM, height * MM, bordered, "single" if bordered else None)


def grid(*rows: Sequence[Sequence[Block]], widths: Sequence[float] = (65, 100)) -> Table:
    """A table without lines: rows of cells of blocks."""
    return _table(rows, widths, frozenset())


def ruled(*rows: Sequence[str]) -> Table:
    """A table with lines: rows of texts."""
    cells = [[[p(text)] for text in row] for row in rows]
    return _table(cells, [165 / len(rows[0])] * len(rows[0]), FOUR_SIDES)


def _table(
    rows: Sequence[Sequence[Sequence[Block]]], widths: Sequence[float], borders: frozenset[str]
) -> Table:
    points = tuple(width * MM for width in widths)
    made = tuple(
        Row(tuple(Cell(tuple(cell), n, borders=borders) for n, cell in enumerate(row)))
        for row in rows
    )
    return Table(made, width=sum(points), grid=points)


def section(*blocks: Block, landscape: bool = False, **more: Any) -> Section:
    """An A4 section with the decree's margins."""
    width, height = (297, 210) if landscape else (210, 297)
    return Section(
        width * MM, height * MM, 20 * MM, 20 * MM, 30 * MM, 15 * MM, blocks=blocks, **more
    )  # fmt: skip


def header(
    number: str = "Số: 15/KH-UBND",
    date: str = "Bình Minh, ngày 08 tháng 01 năm 2027",
    issuer: Sequence[str] = ("ỦY BAN NHÂN DÂN", "PHƯỜNG BÌNH MINH"),
    about: Sequence[str] = (),
) -> Table:
    """A header in a table of two rows; lines below issuer and tiêu ngữ."""
    names = [b(line) for line in issuer]
    return grid(
        [[*names[:-1], drawn(names[-1])], [b(QH), drawn(b(TN))]],
        [[c(number), *map(c, about)], [c(date, italic=True)]],
    )


def ending(
    recipients: Sequence[str] = ("- UBND tỉnh;", "- Lưu: VT, VP."),
    signer: Sequence[str] = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Lê Hoàng Dũng"),
) -> Table:
    """Recipients and signer in a table."""
    return grid(
        [
            [
                p("Nơi nhận:", "left", bold=True, italic=True),
                *(p(one, "left") for one in recipients),
            ],
            [b(line) for line in signer],
        ]
    )


BODY: Final = (
    p("I. MỤC ĐÍCH", bold=True),
    p("1. Nâng cao chất lượng phục vụ."),
    p("II. TỔ CHỨC THỰC HIỆN", bold=True),
    p("Các bộ phận chịu trách nhiệm thực hiện./."),
)


def plan(*body: Block, head: Table | None = None, end: Table | None = None) -> list[Block]:
    """The blocks of a plan."""
    return [
        head or header(),
        b("KẾ HOẠCH"),
        drawn(b("Cải cách hành chính năm 2027")),
        *(body or BODY),
        end or ending(),
    ]


def annex(label: str = "Phụ lục", *rest: Block) -> list[Block]:
    """The blocks of an annex."""
    attached = "(Kèm theo Kế hoạch số 15/KH-UBND ngày 08 tháng 01 năm 2027 của Ủy ban nhân dân)"
    return [
        b(label),
        b("CHỈ TIÊU NĂM 2027"),
        drawn(c(attached, italic=True)),
        *(rest or (p("Nội dung phụ lục./."),)),
    ]


def found(*blocks: Block) -> Components:
    """What is found in a document of one section."""
    return found_in(section(*blocks))


def found_in(*sections: Section) -> Components:
    """What is found in a document of several sections."""
    return find_components(Picture(sections))


def texts(components: Components, element: str) -> list[str]:
    """The texts of an element, in order."""
    return [one.text for one in components.of(element)]


def facts(components: Components, element: str, nth: int = 0) -> dict[str, Any]:
    """The facts of one instance of an element."""
    return dict(components.of(element)[nth].facts)
