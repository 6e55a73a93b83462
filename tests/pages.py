"""Plans rendered once per test run, and their printed pages in millimetres from the top left."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pdfplumber
from docx.document import Document as WordDocument

from cchc_docs import api, load_plan
from cchc_docs.errors import CchcError
from cchc_docs.model.agency import DocumentForm, Letterhead, Naming, Recipients, Signatory, Unit
from cchc_docs.model.annexes import TargetAnnex, TaskGroup
from cchc_docs.model.document import Block, BlockKind
from cchc_docs.model.issue import DocumentNumber, IssueDate
from cchc_docs.model.plan import Plan

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = load_plan(ROOT / "examples" / "hoai-hao" / "2024" / "ke-hoach.yaml")
STARTER = load_plan(ROOT / "examples" / "khoi-dau" / "2026" / "ke-hoach.yaml")

MM = 25.4 / 72  # of a point

# How far the ink of Vietnamese letters reaches from the base line, in shares of the size: Ẵ is the
# tallest letter of Liberation Serif 2.1 (0.916 in bold), g, y and ( the deepest (0.216).
ASCENT, DESCENT = 0.92, 0.22

# The cells of a table keep 3.8 mm between their texts; two words of a justified line never do.
_COLUMN_GAP_MM = 3.5


class Font(NamedTuple):
    """The face of a printed letter."""

    family: str
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True)
class Line:
    """One printed line of text in one column and one face; blanks at its ends are no part of it."""

    page: int
    text: str
    left: float
    right: float
    baseline: float
    font: Font
    black: bool

    @property
    def top(self) -> float:
        """How high the ink can reach."""
        return self.baseline - ASCENT * self.font.size * MM

    @property
    def bottom(self) -> float:
        """How deep the ink can reach."""
        return self.baseline + DESCENT * self.font.size * MM

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Stroke:
    """A drawn straight line."""

    left: float
    right: float
    top: float
    bottom: float
    black: bool
    solid: bool

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


class Page:
    """One printed page; `number` counts from 1 through the whole file."""

    def __init__(self, number: int, plumbed: Any) -> None:
        self.number = number
        self._plumbed = plumbed
        self.width = float(plumbed.width) * MM
        self.height = float(plumbed.height) * MM

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @cached_property
    def lines(self) -> list[Line]:
        """The printed lines in the order in which they were written: cell by cell."""
        rows: list[list[Any]] = []
        for letter in self._plumbed.chars:
            if not rows or not _follows(letter, rows[-1][-1]):
                rows.append([])
            rows[-1].append(letter)
        return [self._line(row) for row in map(_without_blank_ends, rows) if row]

    def _line(self, letters: list[Any]) -> Line:
        return Line(
            self.number,
            "".join(letter["text"] for letter in letters),
            letters[0]["x0"] * MM,
            letters[-1]["x1"] * MM,
            self.height - letters[0]["matrix"][5] * MM,
            _font(letters[0]),
            all(_is_black(letter["non_stroking_color"]) for letter in letters),
        )

    @cached_property
    def strokes(self) -> list[Stroke]:
        """Everything drawn: lines, borders, rectangles, curves."""
        drawn = (*self._plumbed.lines, *self._plumbed.rects, *self._plumbed.curves)
        return [
            Stroke(
                *(one[side] * MM for side in ("x0", "x1", "top", "bottom")),
                black=_is_black(one["stroking_color"] if one["stroke"] else ()),
                solid=not (one.get("dash") and one["dash"][0]),
            )
            for one in drawn
        ]

    @cached_property
    def rules(self) -> list[Stroke]:
        """The horizontal strokes that belong to no frame or table: the lines under names."""
        upright = [one for one in self.strokes if one.height > 1]
        return [one for one in self.strokes if one.height < 1 and not _touches(one, upright)]

    @cached_property
    def table(self) -> list[list[str | None]]:
        """The rows of the ruled table, a merged cell once (then None), blanks made equal."""
        tables = self._plumbed.extract_tables()
        assert len(tables) <= 1, f"page {self.number} has {len(tables)} tables"
        return [[cell and normal(cell) for cell in row] for table in tables for row in table]


def overlapping(page: Page, reach: float) -> list[tuple[Line, Line]]:
    """The pairs of lines that run into each other; lines further apart than `reach` mm cannot."""
    return [
        (upper, lower)
        for upper, lower in permutations(page.lines, 2)
        if 0 <= lower.baseline - upper.baseline < reach
        and not (lower.left > upper.right or lower.right < upper.left)
    ]


def normal(text: str) -> str:
    """The text with every run of blanks as one."""
    return " ".join(text.split())


def _follows(letter: Any, last: Any) -> bool:
    same_row = abs(letter["matrix"][5] - last["matrix"][5]) < 0.5
    same_column = -1 < (letter["x0"] - last["x1"]) * MM < _COLUMN_GAP_MM
    same_face = (letter["fontname"], letter["size"]) == (last["fontname"], last["size"])
    return same_row and same_column and same_face


def _without_blank_ends(letters: list[Any]) -> list[Any]:
    inked = [place for place, letter in enumerate(letters) if letter["text"].strip()]
    return letters[inked[0] : inked[-1] + 1] if inked else []


def _font(letter: Any) -> Font:
    family, _, style = letter["fontname"].rpartition("+")[2].partition("-")
    return Font(family, round(letter["size"], 1), "Bold" in style, "Italic" in style)


def _is_black(colour: Any) -> bool:
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    return bool(parts) and not any(parts)


def _touches(stroke: Stroke, others: list[Stroke]) -> bool:
    return any(
        other.top - 0.5 <= stroke.top <= other.bottom + 0.5
        and stroke.left - 0.5 <= other.left <= stroke.right + 0.5
        for other in others
    )


class Printed:
    """A document: its Word file and its printed pages."""

    def __init__(self, content: bytes, pdf: bytes) -> None:
        self.content = content
        self._pdf = pdf

    @cached_property
    def word(self) -> WordDocument:
        return docx.Document(io.BytesIO(self.content))

    @cached_property
    def pages(self) -> list[Page]:
        plumbed = pdfplumber.open(io.BytesIO(self._pdf)).pages
        return [Page(number, page) for number, page in enumerate(plumbed, start=1)]

    @cached_property
    def parts(self) -> list[list[Page]]:
        """The pages of the main text, then those of each annex."""
        parts: list[list[Page]] = []
        for page in self.pages:
            if not parts or any(is_annex_label(line) for line in page.lines):
                parts.append([])
            parts[-1].append(page)
        return parts

    def find(self, start: str) -> Line:
        """The first printed line that starts with these words."""
        lines = (line for page in self.pages for line in page.lines)
        return next(line for line in lines if line.text.startswith(start))


def is_annex_label(line: Line) -> bool:
    """Whether a line is the label over an annex, and not a mention of it."""
    return line.text.rstrip(" IVX") == "Phụ lục" and line.font.bold


_announced: dict[str, Callable[[], bytes]] = {}
_printed: dict[str, Printed | Exception] = {}


def announce(name: str, content: Callable[[], bytes]) -> None:
    """Have a document printed together with all others, once the first of them is needed."""
    assert name not in _announced, name
    _announced[name] = content


def announce_plan(name: str, plan: Plan, *, final: bool = True) -> None:
    """Have a plan printed together with all others."""
    announce(name, lambda: api.render_bytes(plan, final=final))


def printed(name: str) -> Printed:
    """The announced document; LibreOffice is started once for all of them."""
    if name not in _printed:
        _print({one: make for one, make in _announced.items() if one not in _printed})
    result = _printed[name]
    if isinstance(result, Exception):
        raise result
    return result


def _print(waiting: dict[str, Callable[[], bytes]]) -> None:
    """Print every document that can be made; the others keep their error for their own test."""
    contents: dict[str, bytes] = {}
    for name, make in waiting.items():
        try:
            contents[name] = make()
        except CchcError as error:
            _printed[name] = error
    try:
        pdfs = api.to_pdf(contents)
    except CchcError as error:
        _printed.update(dict.fromkeys(contents, error))
    else:
        _printed.update({name: Printed(contents[name], pdfs[name]) for name in contents})


def changed_agency(plan: Plan, **values: Any) -> Plan:
    """The plan of a ward whose profile differs in these fields."""
    return plan.model_copy(update={"agency": plan.agency.model_copy(update=values)})


def of_ward(name: str, naming: Naming) -> Plan:
    """The example issued by another ward."""
    return changed_agency(EXAMPLE, unit=Unit(name=name, naming=naming))


def of_unit(plan: Plan, name: str, abbreviation: str) -> Plan:
    """The plan issued by a unit of the ward and signed by its head."""
    head = Signatory(id="truong", name="Nguyễn Văn An", post="Trưởng phòng", authority=())
    superior = f"UBND {plan.agency.unit.in_sentence}"
    return changed_agency(
        plan,
        body=name,
        abbreviation=abbreviation,
        letterhead=Letterhead(superior=(superior,), issuer=(name,)),
        signatories=(head,),
    ).model_copy(update={"signatory": head.id})


def with_annexes(plan: Plan, **annexes: Any) -> Plan:
    """The plan with these annexes instead, and without the remarks that point to annexes."""
    return plan.model_copy(
        update={
            "annexes": plan.annexes.model_copy(update=annexes),
            "sections": tuple(_without_notes(plan.sections)),
        }
    )


def _without_notes(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind is not BlockKind.NOTE:
            yield block.model_copy(update={"content": tuple(_without_notes(block.content))})


def with_tasks(plan: Plan, count: int) -> Plan:
    """The plan with `count` tasks: its own ones again and again, with new ids and no links."""
    annex = plan.annexes.tasks
    assert annex is not None
    groups: list[TaskGroup] = []
    ids = iter(range(count))
    while left := count - sum(len(group.tasks) for group in groups):
        group = annex.groups[len(groups) % len(annex.groups)]
        tasks = tuple(
            task.model_copy(update={"id": f"nhiem-vu-{next(ids)}", "point": None})
            for task in group.tasks[:left]
        )
        groups.append(group.model_copy(update={"tasks": tasks}))
    more = annex.model_copy(update={"groups": tuple(groups)})
    return plan.model_copy(update={"annexes": plan.annexes.model_copy(update={"tasks": more})})


VARIANTS: dict[str, Plan] = {
    "hoai-hao": EXAMPLE,
    "dong-hung-thuan": of_ward("Đông Hưng Thuận", Naming.PLAIN),
    "dien-bien-phu": of_ward("Điện Biên Phủ", Naming.EVENT),
    "phuong-1": of_ward("1", Naming.NUMBER),
    "nguyen-thi-minh-khai": of_ward("Nguyễn Thị Minh Khai", Naming.PERSON),
    "long-subject": EXAMPLE.model_copy(
        update={
            "subject": "Cải cách hành chính, chuyển đổi số và nâng cao chất lượng cung ứng dịch vụ "
            "công trực tuyến phục vụ người dân, doanh nghiệp trên địa bàn phường Hoài Hảo gắn với "
            "thực hiện Đề án 06 năm 2024"
        }
    ),
    "unit": of_unit(EXAMPLE, "Phòng Văn hóa - Xã hội", "VHXH"),
    "long-unit": of_unit(EXAMPLE, "Trung tâm Phục vụ hành chính công", "TTPVHCC"),
    "long-names": of_unit(
        of_ward("Nguyễn Thị Minh Khai", Naming.PERSON),
        "Trung tâm Phục vụ hành chính công",
        "TTPVHCC",
    ),
    "legal-bases": EXAMPLE.model_copy(
        update={
            "legal_bases": (
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
                "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành "
                "Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
            )
        }
    ),
    "paper-numbered": changed_agency(EXAMPLE, form=DocumentForm.PAPER).model_copy(
        update={"number": DocumentNumber(5), "issue_date": IssueDate(2023, 12, 29)}
    ),
    "annex-letterhead": changed_agency(EXAMPLE, annex_letterhead=True),
    "only-targets": with_annexes(EXAMPLE, tasks=None),
    "only-tasks": with_annexes(EXAMPLE, targets=None),
    "no-annexes": with_annexes(EXAMPLE, targets=None, tasks=None),
    "400-tasks": with_tasks(EXAMPLE, 400),
}
DRAFTS = {
    "draft hoai-hao": EXAMPLE,
    "draft khoi-dau": STARTER,
    "draft nguyen-thi-minh-khai": VARIANTS["nguyen-thi-minh-khai"],
}
ASKED = {
    "subject": "tên phường sau sắp xếp?",
    "opening": "số, ngày kế hoạch CCHC năm 2025 của tỉnh & <thành phố>",
    "section": "tên mục",
    "closing": "ai tổng hợp?",
    "recipients": "nơi nhận nào?",
    "target": "chỉ tiêu nào?",
    "annex title": "tên phụ lục",
    "task": "sản phẩm gì?",
    "office": "ai chủ trì?",
}


def full_of_questions() -> Plan:
    asked = {name: f"[[{question}]]" for name, question in ASKED.items()}
    targets = EXAMPLE.annexes.targets
    group = targets.rows[0]
    target = group.targets[0].model_copy(update={"text": asked["target"]})
    tasks = EXAMPLE.annexes.tasks
    task = (
        tasks.groups[0]
        .tasks[0]
        .model_copy(update={"product": f"Kế hoạch {asked['task']}", "lead": (asked["office"],)})
    )
    section = EXAMPLE.sections[0].model_copy(update={"title": f"Mục đích {asked['section']}"})
    return EXAMPLE.model_copy(
        update={
            "subject": f"Cải cách hành chính {asked['subject']} năm 2025",
            "opening": (f"Thực hiện {asked['opening']}, Ủy ban nhân dân phường ban hành:",),
            "sections": (section, *EXAMPLE.sections[1:]),
            "closing": (f"Yêu cầu {asked['closing']} tổng hợp, báo cáo.",),
            "recipients": Recipients(informed=(asked["recipients"],)),
            "annexes": EXAMPLE.annexes.model_copy(
                update={
                    "targets": TargetAnnex(
                        title=f"Chỉ tiêu {asked['annex title']}",
                        rows=(group.model_copy(update={"targets": (target,)}),),
                    ),
                    "tasks": tasks.model_copy(
                        update={"groups": (tasks.groups[0].model_copy(update={"tasks": (task,)}),)}
                    ),
                }
            ),
        }
    )


QUESTIONS = full_of_questions()

for _name, _plan in VARIANTS.items():
    announce_plan(_name, _plan)
for _name, _plan in DRAFTS.items():
    announce_plan(_name, _plan, final=False)
announce_plan("draft questions", QUESTIONS, final=False)


def report_bytes(period: str, *, final: bool, **more: Any) -> bytes:
    """Return a report of the example's year as .docx, as the command line would print it."""
    request = api.ReportRequest(
        period=period, figures=api.example_figures(), today=dt.date(2025, 1, 15), **more
    )
    made = api.make_report(api.read_plan(api.example_plan()), request)
    return api.render_report(made, final=final)
