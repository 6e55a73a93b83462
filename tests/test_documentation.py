"""What README and the guides say is run, and compared with the program, both ways."""

import ast
import datetime as dt
import enum
import json
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import product
from pathlib import Path
from shutil import copytree
from typing import Any, Literal, get_args, get_origin

import click
import pypdfium2
import pytest
import yaml
from lxml import etree
from openpyxl import load_workbook
from PIL import Image, ImageChops, ImageStat
from pydantic import BaseModel

import cchc_docs
from cchc_docs import api, errors
from cchc_docs.cli.app import cchc
from cchc_docs.decree.layout import SizeSet
from cchc_docs.domain.arithmetic.rules import RULES
from cchc_docs.domain.citations import find_citations
from cchc_docs.domain.consistency import wording
from cchc_docs.domain.legal_status import Status
from cchc_docs.domain.periods import earliest_sending, period_of, window_of
from cchc_docs.domain.references import Reference
from cchc_docs.domain.reporting.built_in import BUILT_IN
from cchc_docs.domain.review import AnswerKind, Done
from cchc_docs.domain.review_text import REVIEW_FIELDS
from cchc_docs.domain.slip import Slip
from cchc_docs.domain.standing import Standing
from cchc_docs.excel.records_sheets import GUIDE_SHEET, LAYOUTS
from cchc_docs.findings import Level
from cchc_docs.model.agency import Agency
from cchc_docs.model.deadline import DeadlineForm, parse_deadline
from cchc_docs.model.house_profile import HouseProfile
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Progress
from cchc_docs.model.records import Records
from cchc_docs.model.register import Confidence, Register
from cchc_docs.model.report_form import ReportForm, StatisticsForm
from cchc_docs.model.threshold import Operator, parse_threshold
from cchc_docs.ooxml.package import CONTENT_TYPES, DOCUMENT, STYLES, Parts, read_package
from cchc_docs.ooxml.package import write_package as zipped
from cchc_docs.render.adjust import resized_styles
from cchc_docs.render.report_names import ReportView
from cchc_docs.render.template_check import all_names
from cchc_docs.render.view import PlanView
from cchc_docs.storage.report_form import default_form
from cchc_docs.storage.resources import PLAN_TEMPLATE, REPORT_TEMPLATE
from cchc_docs.storage.yaml_tree import read_yaml
from cchc_docs.vietnamese.dates import short_date

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cchc_docs"
README = ROOT / "README.md"
GUIDE = ROOT / "docs" / "huong-dan.md"
NEXT_YEAR_PAGE = ROOT / "docs" / "nam-sau.md"
REPORTS_PAGE = ROOT / "docs" / "bao-cao.md"
FORM_PAGE = ROOT / "docs" / "mau-bao-cao.md"
FINDINGS_PAGE = ROOT / "docs" / "kiem-tra.md"
REGISTER_PAGE = ROOT / "docs" / "danh-muc-van-ban.md"
TEMPLATE_PAGE = ROOT / "docs" / "mau-word.md"
RULES_PAGE = ROOT / "docs" / "the-thuc.md"
CHANGELOG = ROOT / "CHANGELOG.md"
IMAGES = ROOT / "docs" / "images"
PAGES = [
    README,
    GUIDE,
    NEXT_YEAR_PAGE,
    REPORTS_PAGE,
    FORM_PAGE,
    FINDINGS_PAGE,
    REGISTER_PAGE,
    TEMPLATE_PAGE,
    RULES_PAGE,
]

NOT_RUN = {"make", "pip", "sudo", "git"}  # they would change the machine or the repository
LANGUAGES = {"sh", "console", "yaml", "python", "json", "text"}


def text_of(*pages: Path) -> str:
    return "\n".join(page.read_text("utf-8") for page in pages)


def named(pages: list[Path]) -> Any:
    return pytest.mark.parametrize("page", pages, ids=lambda page: page.name)


# --- The pages as blocks of code, tables and sections --------------------------------------------


@dataclass(frozen=True)
class CodeBlock:
    """A fenced block: its language, the words after it, what it holds."""

    language: str
    info: str
    body: str

    @property
    def title(self) -> str | None:
        match = re.search(r'title="([^"]+)"', self.info)
        return match[1] if match else None

    @property
    def exit_code(self) -> int:
        match = re.search(r"rc=(\d+)", self.info)
        return int(match[1]) if match else 0


FENCE = re.compile(r"^```(\S*)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def code_blocks(page: Path) -> list[CodeBlock]:
    return [CodeBlock(*match.groups()) for match in FENCE.finditer(text_of(page))]


def prose(page: Path) -> str:
    return FENCE.sub("", text_of(page))


def code(*pages: Path) -> list[str]:
    """Return every piece of code of the pages, inline or fenced."""
    inline = [span for page in pages for span in re.findall(r"`([^`\n]+)`", prose(page))]
    return inline + [block.body for page in pages for block in code_blocks(page)]


def tables(page: Path, mark: str) -> dict[str, list[list[str]]]:
    """Return the rows of every table under a comment ``<!-- mark: name -->``, by name."""
    found: dict[str, list[list[str]]] = {}
    pattern = rf"<!-- {mark}(?:: (.+?))? -->\n((?:\|.*\n)+)"
    for match in re.finditer(pattern, text_of(page)):
        rows = [re.split(r"(?<!\\)\|", row)[1:-1] for row in match[2].splitlines()[2:]]
        cells = [[cell.strip().replace(r"\|", "|") for cell in row] for row in rows]
        found.setdefault(match[1] or "", []).extend(cells)
    assert found, f"no table under <!-- {mark} --> in {page.name}"
    return found


def section(page: Path, heading: str) -> str:
    match = re.search(
        rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text_of(page), re.MULTILINE | re.DOTALL
    )
    assert match, f'{page.name} has no section "{heading}"'
    return match[1]


def bare(cell: str) -> str:
    """Return the code a cell of a table consists of."""
    assert re.fullmatch(r"`[^`]+`", cell), cell
    return cell[1:-1]


# --- Running what the pages show -----------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the repository to who types the commands of a page."""
    for name in ("examples", "templates"):
        copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    programs = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")  # as on a terminal: both streams in order
    return tmp_path


def run(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        shell=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def fill_in(page: Path, workbook: str) -> None:
    """Write the answers a page gives beside their questions, as an officer would."""
    book = load_workbook(workbook)
    head, *rows = book["Rà soát"].iter_rows()
    titles = [cell.value for cell in head]
    question, answer = titles.index("Câu hỏi"), titles.index("Trả lời")
    for asked, answered in tables(page, "trả lời")[workbook]:
        (row,) = [row for row in rows if row[question].value == asked]
        row[answer].value = answered
    book.save(workbook)


def run_shell(block: CodeBlock) -> None:
    for command in block.body.replace("\\\n", " ").splitlines():
        if command.split()[0] in NOT_RUN:
            continue
        done = run(command)
        assert done.returncode == 0, f"{command}\n{done.stdout}"


def run_console(block: CodeBlock, page: Path) -> None:
    shown = re.split(r"^\$ ", block.body.replace("\\\n", " "), flags=re.MULTILINE)
    assert shown[0] == "", f"text before the first command:\n{block.body}"
    for one in shown[1:]:
        command, _, output = one.partition("\n")
        if answers := re.search(r"--answers (\S+)", command):
            fill_in(page, answers[1])
        done = run(command)
        assert done.stdout == output, f"the page shows another output of: {command}"
        assert done.returncode == block.exit_code, command


def run_python(block: CodeBlock) -> None:
    exec(compile(block.body, "a page", "exec"), {"__name__": "__main__"})


SKELETON = {
    "don-vi.yaml": (ROOT / "examples/khoi-dau/don-vi.yaml").read_text("utf-8"),
    "ke-hoach.yaml": (
        "agency: don-vi.yaml\nyear: 2027\nsubject: S\nsections: [{title: T, content: [C]}]\n"
    ),
}


def check_yaml(block: CodeBlock, folder: Path) -> None:
    """Write a whole file where its title says, or try a fragment inside the smallest plan."""
    if block.title:
        (folder / block.title).parent.mkdir(parents=True, exist_ok=True)
        (folder / block.title).write_text(block.body, "utf-8")
        return
    name = block.body.splitlines()[0].removeprefix("# ")
    assert name in SKELETON, f"the fragment does not say which file it is of:\n{block.body}"
    place = folder / "fragment"
    place.mkdir(exist_ok=True)
    for file, skeleton in SKELETON.items():
        data, _ = read_yaml(skeleton, file)  # every scalar stays as it was typed
        data |= (read_yaml(block.body, file)[0] or {}) if file == name else {}
        (place / file).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    api.load_plan(place / "ke-hoach.yaml")


@named(PAGES)
def test_every_block_works_in_order(page: Path, folder: Path) -> None:
    for block in code_blocks(page):
        assert block.language in LANGUAGES, f"language of:\n{block.body}"
        match block.language:
            case "sh":
                run_shell(block)
            case "console":
                run_console(block, page)
            case "python":
                run_python(block)
            case "yaml":
                check_yaml(block, folder)
            case "json":
                json.loads(block.body)
            case _:
                assert not re.search(r"^(\$ )?cchc ", block.body, re.MULTILINE), "not run"


def test_the_readme_opens_with_the_two_make_commands() -> None:
    assert code_blocks(README)[0].body.split("\n") == ["make demo", "make test", ""]


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    mentioned = {name for piece in code(*PAGES) for name in re.findall(r"\bmake ([a-z]+)", piece)}

    assert {"demo", "test"} <= mentioned
    assert mentioned <= targets


# --- Commands, names, fields, tags: the pages and the program say the same -----------------------


def all_commands(group: click.Group = cchc, path: str = "cchc") -> Iterator[tuple[str, Any]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{path} {name}")


COMMANDS = dict(all_commands())


def shown_parameter(parameter: click.Parameter) -> str:
    metavar = parameter.metavar or ""
    if isinstance(parameter, click.Argument):
        return metavar.strip("[]")
    names = " / ".join([parameter.opts[0], *parameter.secondary_opts])
    return f"{names} {metavar}".strip()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_lists_the_parameters_of_each_command(name: str) -> None:
    description = section(GUIDE, f"`{name}`")
    rows = re.findall(r"^\| `([^`]+)` \|", description, re.MULTILINE)

    assert sorted(rows) == sorted(map(shown_parameter, COMMANDS[name].params))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_lists_choices_and_defaults(name: str) -> None:
    description = section(GUIDE, f"`{name}`")
    for parameter in COMMANDS[name].params:
        choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else ()
        shown = [*choices]
        if isinstance(parameter.default, str | Path):
            shown.append(str(parameter.default))
        missing = [one for one in shown if f"`{one}`" not in description]
        assert not missing, f"{name}, {parameter.name}"


def test_pages_mention_no_option_that_does_not_exist() -> None:
    parameters = [one for command in COMMANDS.values() for one in command.params]
    known = {name for one in parameters for name in (*one.opts, *one.secondary_opts)}
    known |= {opt for parameter in cchc.params for opt in parameter.opts} | {"--help", "-h"}
    mentioned = {o for piece in code(*PAGES) for o in re.findall(r"(?<![\w-])--[a-z-]+", piece)}

    assert {"--help", "--version"} <= mentioned
    assert mentioned <= known


def test_every_exit_code_is_explained() -> None:
    codes = {value for name, value in vars(errors).items() if name.startswith("EXIT_")}
    rows = re.findall(r"^\| (\d+) \|", section(GUIDE, "Mã kết thúc"), re.MULTILINE)

    assert set(map(int, rows)) == codes | {0, 2, 130}


@pytest.mark.parametrize("name", cchc_docs.__all__)
def test_every_public_name_is_mentioned(name: str) -> None:
    assert any(re.search(rf"\b{name}\b", piece) for piece in code(*PAGES))


def models(model: type[BaseModel], seen: dict[str, type[BaseModel]]) -> dict[str, type[BaseModel]]:
    if model.__name__ not in seen:
        seen[model.__name__] = model
        for field in model.model_fields.values():
            for part in parts_of(field.annotation):
                if isinstance(part, type) and issubclass(part, BaseModel):
                    models(part, seen)
    return seen


def parts_of(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from parts_of(argument)


DATA_PAGES: dict[Path, tuple[type[BaseModel], ...]] = {
    GUIDE: (Plan,),
    NEXT_YEAR_PAGE: (Progress,),
    REPORTS_PAGE: (Records,),
    FORM_PAGE: (ReportForm, StatisticsForm),
    REGISTER_PAGE: (Register,),
    RULES_PAGE: (HouseProfile,),
}
"""Each page that describes kinds of files, and what such files hold."""
MODELS = [
    (page, one)
    for page, roots in DATA_PAGES.items()
    for root in roots
    for one in models(root, {}).values()
]


@named(list(DATA_PAGES))
def test_a_page_has_a_table_for_each_model(page: Path) -> None:
    assert tables(page, "bảng").keys() == {one.__name__ for at, one in MODELS if at == page}


def test_profiles_are_described_too() -> None:
    assert (GUIDE, Agency) in MODELS


@pytest.mark.parametrize(("page", "model"), MODELS, ids=[one.__name__ for _, one in MODELS])
def test_the_pages_describe_each_field(page: Path, model: type[BaseModel]) -> None:
    rows = tables(page, "bảng")[model.__name__]

    described = [[f"`{key}`", one.title, needed(one)] for key, one in model.model_fields.items()]
    assert [row[:3] for row in rows] == described
    for row, field in zip(rows, model.model_fields.values(), strict=True):
        missing = [choice for choice in choices_of(field.annotation) if f"`{choice}`" not in row[3]]
        assert not missing, row
        assert row[3], row


def needed(field: Any) -> str:
    if field.is_required():
        return "có"
    default = field.default
    if isinstance(default, tuple) and len(default) == 1:
        default = default[0]
    if isinstance(default, bool):
        return f"không; `{str(default).lower()}`"
    return f"không; `{default}`" if isinstance(default, str) else "không"


def choices_of(annotation: Any) -> list[str]:
    choices: list[str] = []
    for part in parts_of(annotation):
        if isinstance(part, type) and issubclass(part, enum.Enum):
            choices += [one.value for one in part]
        elif get_origin(part) is Literal:
            choices += get_args(part)
    return choices


NO_DAYS = {DeadlineForm.RECURRING: "việc lặp lại", DeadlineForm.FREE: "không hiểu được"}


def test_deadlines_mean_what_the_guide_says() -> None:
    (year, rows), *others = tables(GUIDE, "thời hạn").items()
    assert not others
    for written, *days in rows:
        deadline = parse_deadline(bare(written))
        window = deadline.window(int(year))
        shown = [short_date(day) for day in window] if window else [NO_DAYS[deadline.form]] * 2
        assert days == shown, written


def test_thresholds_mean_what_the_guide_says() -> None:
    signs = {
        Operator.MORE: ">",
        Operator.AT_LEAST: "≥",
        Operator.LESS: "<",
        Operator.AT_MOST: "≤",
    }
    for written, sign, value, unit in tables(GUIDE, "ngưỡng")[""]:
        read = parse_threshold(bare(written))
        if read.operator is None:
            assert [sign, value, unit] == ["lời văn", "", ""], written
        else:
            number = Decimal(value.replace(".", "").replace(",", "."))
            assert (sign, number, unit) == (signs[read.operator], read.value, read.unit), written


# --- Findings: read from the sources, for no plan has them all -----------------------------------

Given = frozenset[tuple[str, bool]]
"""Conditions of the source, and whether they hold."""


def outcomes(node: ast.expr, given: Given = frozenset()) -> Iterator[tuple[str, Given]]:
    """Yield what an expression may come to, each with the conditions it comes under."""
    if isinstance(node, ast.IfExp):
        condition = ast.unparse(node.test)
        yield from outcomes(node.body, given | {(condition, True)})
        yield from outcomes(node.orelse, given | {(condition, False)})
    else:
        yield ast.unparse(node), given


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def remarks() -> Iterator[tuple[str, str]]:
    """Yield rule and level, as the source writes them, of every finding of the package."""
    functions = [
        node
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    for function in functions:
        values = {
            ast.unparse(one.targets[0]): one.value
            for one in ast.walk(function)
            if isinstance(one, ast.Assign)
        }
        for call in calls(function, "Finding"):
            rule, level = (values.get(ast.unparse(one), one) for one in call.args[:2])
            for (name, when), (grade, then) in product(outcomes(rule), outcomes(level)):
                if not any((condition, not holds) in then for condition, holds in when):
                    yield name, grade


def slip_rules() -> set[str]:
    """Return the rule of every slip of the pen: the first literal its maker is given."""
    made = [
        call
        for file in (PACKAGE / "domain").glob("slips*.py")
        for call in calls(ast.parse(file.read_text("utf-8")), "Slip", "_slip")
    ]
    literals = [[one.value for one in call.args if isinstance(one, ast.Constant)] for call in made]
    return {found[0] for found in literals if found}


def levels_by_rule(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[Level]]:
    found: dict[str, set[Level]] = {}
    for rule, level in remarks():
        if rule in ("slip.rule", "self.rule.id", "rule.id"):  # slips below, R0-R22 of their own
            continue
        found.setdefault(ast.literal_eval(rule), set()).add(
            Level[level.removeprefix("Level.")],
        )
    slips = [Slip(0, 1, rule, rule, None, "", "") for rule in slip_rules()]
    monkeypatch.setattr(wording, "find_slips", lambda text, exempt: slips)
    for one in wording.check_wording(api.load_plan(api.example_plan())):
        found.setdefault(one.rule, set()).add(one.level)
    return found


def test_the_page_lists_every_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    found = levels_by_rule(monkeypatch)
    del found["broken"]  # of plans made in Python; README tells of it
    expected = {
        rule: " hoặc ".join(one.label.lower() for one in Level if one in levels)
        for rule, levels in found.items()
    }
    rows = tables(FINDINGS_PAGE, "quy tắc")[""]

    assert sorted((bare(row[0]), row[1]) for row in rows) == sorted(expected.items())
    assert all(row[2] for row in rows)


def test_the_page_lists_the_rules_of_arithmetic() -> None:
    rows = tables(FINDINGS_PAGE, "quy tắc số học")[""]
    expected = [[one.title, one.identity, one.level.label.lower()] for one in RULES.values()]

    assert [bare(row[0]) for row in rows] == list(RULES)
    assert [row[1:] for row in rows] == expected


def test_the_real_plan_has_the_error_the_pages_tell_of() -> None:
    found = api.validate(api.load_plan(api.example_plan()))

    assert ("citation-repealed", Level.ERROR) in {(one.rule, one.level) for one in found}


# --- Reports: their periods, workbook and form ---------------------------------------------------


def test_the_windows_of_the_reports_are_those_of_the_decree() -> None:
    years = (2024, 2025, 2026)

    def shown(kind: PeriodKind, year: int) -> str:
        window = window_of(kind, year)
        sent = earliest_sending(period_of(kind, year))
        first, last, day = map(short_date, (window.first, window.last, sent))
        return f"{first} đến {last}, gửi từ {day}"

    assert tables(REPORTS_PAGE, "kỳ báo cáo")[""] == [
        [kind.label, f"`{kind}`", *(shown(kind, year) for year in years)] for kind in PeriodKind
    ]


def test_the_page_tells_of_every_sheet_of_the_workbook() -> None:
    shown = [row[0] for row in tables(REPORTS_PAGE, "trang sổ")[""]]

    assert shown == [*(one.sheet for one in LAYOUTS), GUIDE_SHEET]


def test_the_page_lists_the_figures_that_are_counted() -> None:
    shown = tables(FORM_PAGE, "số liệu tự đếm")[""]

    assert shown == [[f"`{id}`", one.title, one.unit] for id, one in BUILT_IN.items()]


def test_the_page_lists_the_rates_of_the_shipped_form() -> None:
    shown = tables(FORM_PAGE, "tỷ lệ")[""]

    assert shown == [
        [f"`{one.id}`", one.title, f"`{one.part}`", f"`{one.whole}`"]
        for one in default_form().rates
    ]


# --- The review of next year's plan, the legal register ------------------------------------------


def test_the_page_lists_the_columns_of_the_review() -> None:
    assert [row[0] for row in tables(NEXT_YEAR_PAGE, "cột rà soát")[""]] == list(REVIEW_FIELDS)


def test_the_page_lists_what_may_be_done() -> None:
    rows = tables(NEXT_YEAR_PAGE, "kết quả rà soát")[""]

    assert [bare(row[0]) for row in rows] == [one.label for one in Done]


def test_the_page_lists_the_kinds_of_answers() -> None:
    shown = [row[0] for row in tables(NEXT_YEAR_PAGE, "cách trả lời")[""]]

    assert shown == [one.label for one in AnswerKind]


def test_the_page_explains_the_levels_of_confidence() -> None:
    shown = [(bare(row[0]), row[1]) for row in tables(REGISTER_PAGE, "mức tin cậy")[""]]

    assert shown == [(one.value, one.label) for one in Confidence]


def test_the_page_explains_every_standing() -> None:
    citation = find_citations("Luật số 1/2020/QH14")[0].citation
    day = dt.date(2027, 1, 1)

    def standing(status: Status | None) -> str:
        return Reference((), "", citation, day, (), inside=False, status=status).standing

    expected = [standing(Status(one, True, "")) for one in Standing]
    expected += [standing(Status(Standing.IN_FORCE, False, "")), standing(None)]
    shown = [row[0] for row in tables(REGISTER_PAGE, "hiệu lực")[""]]
    assert sorted(shown) == sorted(expected)


# --- The template --------------------------------------------------------------------------------


def test_the_template_page_lists_every_name_of_the_views() -> None:
    shown = tables(TEMPLATE_PAGE, "tên")
    plan, report = ([bare(row[0]) for row in shown[which]] for which in ("", "báo cáo"))
    of_plans, of_reports = all_names(PlanView), all_names(ReportView)

    assert sorted(plan) == sorted(of_plans)
    assert sorted(report) == sorted(of_reports - of_plans)


def test_the_template_page_lists_every_style() -> None:
    shown = tables(TEMPLATE_PAGE, "kiểu")
    plan, report = ({bare(row[0]): row[2] for row in shown[which]} for which in ("", "báo cáo"))

    assert plan == styles_of(PLAN_TEMPLATE)
    assert plan | report == styles_of(REPORT_TEMPLATE)
    assert not plan.keys() & report.keys()


def styles_of(template: Path) -> dict[str, str]:
    """Return, by name of style, whether its letters change with the set of sizes."""
    styles = read_package(template.read_bytes())[STYLES]
    changed = resized_styles(styles, SizeSet(**{one.name: 40 for one in fields(SizeSet)}))
    before, after = sizes_and_parents(styles), sizes_and_parents(changed)
    return {
        name: "có"
        if after[name] != before[name]
        else "theo Nội dung"
        if before[name] == (None, "CCHC Nội dung")
        else "không"
        for name in before
        if name.startswith("CCHC ")
    }


def sizes_and_parents(styles: bytes) -> dict[str, tuple[str | None, str | None]]:
    """Return, by name of style, its own size of letters and the name of the style it builds on."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = list(etree.fromstring(styles).iter(f"{w}style"))
    names = {one.get(f"{w}styleId"): one.find(f"{w}name").get(f"{w}val") for one in found}

    def value(one: Any, path: str) -> str | None:
        element = one.find(path)
        return None if element is None else element.get(f"{w}val")

    return {
        names[one.get(f"{w}styleId")]: (
            value(one, f"{w}rPr/{w}sz"),
            names.get(value(one, f"{w}basedOn")),
        )
        for one in found
    }


def in_document(*changes: tuple[str, str]) -> Callable[[Parts], Parts]:
    def change(parts: Parts) -> Parts:
        document = parts[DOCUMENT].decode()
        for old, new in changes:
            assert old in document
            document = document.replace(old, new, 1)
        return parts | {DOCUMENT: document.encode()}

    return change


def in_subject(new: str) -> Callable[[Parts], Parts]:
    return in_document(("{{ subject }}", new))


FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1"><w:p><w:r><w:t>{{ subject }}</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
SPAN = "{% colspan row.monitor.span %}"


BROKEN_TEMPLATES: dict[str, Callable[[Parts], Parts]] = {
    'Không có tên "subjekt".': in_subject("{{ subjekt }}"),
    "Mẫu chỉ dùng được for, if và những tên có sẵn.": in_subject("{{ subject|upper }}"),
    '"subject_line" không in được ở chỗ này.': in_document(
        ("{{r subject_line }}", "{{ subject_line }}")
    ),
    '"letterhead" không in được, đó không phải một câu chữ.': in_subject("{{ letterhead }}"),
    'Có văn bản không có "targets".': in_subject("{{ targets.title }}"),
    '"body[].kind" không bao giờ bằng "sections".': in_document(
        ('block.kind == "section"', 'block.kind == "sections"')
    ),
    '"subject" không phải danh sách.': in_subject("{% for one in subject %}{% endfor %}"),
    "Thẻ không đủ dấu mở, dấu đóng.": in_subject("{{ subject }"),
    "Thẻ {{ subject.. }} viết sai cú pháp.": in_subject("{{ subject.. }}"),
    'Thẻ "for" không có thẻ kết thúc.': in_document(("{%tr endfor %}", "")),
    'Thẻ "endfor" không khớp với thẻ mở nào.': in_document(
        ("{%tr for row in tasks.rows %}", "{%p for row in tasks.rows %}")
    ),
    'Thẻ "else" đứng sau "else".': in_document(('{%p elif block.kind == "last" %}', "{%p else %}")),
    'Thẻ "endif" không kèm gì thêm.': in_document(("{%p endif %}", "{%p endif draft %}")),
    "Thẻ {%p … %} phải đứng một mình trong đoạn.": in_document(
        ("{%p for line in recipients %}", "Kính gửi: {%p for line in recipients %}")
    ),
    "Thẻ {%tr … %} phải đứng một mình trong dòng của bảng.": in_document(
        ("{%tr for row in tasks.rows %}", "Nhiệm vụ {%tr for row in tasks.rows %}")
    ),
    "Thẻ colspan chỉ đứng trong ô của bảng.": in_subject("{% colspan subject %}"),
    "Một ô chỉ có một thẻ colspan.": in_document((SPAN, SPAN + SPAN)),
    "Mẫu còn chú thích (comment) của người soạn.": lambda p: p | {"word/comments.xml": b"<x/>"},
    "Có thẻ {{ }} hoặc {% %} trong chú thích cuối trang.": lambda p: (
        p | {"word/footnotes.xml": FOOTNOTES.encode()}
    ),
    "Mẫu chứa macro.": lambda p: p | {CONTENT_TYPES: p[CONTENT_TYPES] + b"<!--macroEnabled-->"},
    "Không phải tệp Word .docx, hoặc tệp bị hỏng hay đặt mật khẩu.": lambda p: {},
}


def test_the_template_page_shows_the_messages_of_broken_templates() -> None:
    shown = [bare(row[0]) for row in tables(TEMPLATE_PAGE, "lỗi mẫu")[""]]

    assert shown == list(BROKEN_TEMPLATES)


@pytest.mark.parametrize("message", BROKEN_TEMPLATES)
def test_broken_templates_give_these_messages(message: str, tmp_path: Path) -> None:
    template = tmp_path / "mau.docx"
    parts = read_package(PLAN_TEMPLATE.read_bytes())
    template.write_bytes(zipped(BROKEN_TEMPLATES[message](parts)))

    with pytest.raises(errors.TemplateError) as caught:
        api.render_bytes(api.load_plan(api.example_plan()), template=template)

    assert any(problem.what.startswith(message) for problem in caught.value.problems)


# --- Links, pictures, letters --------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """Return the anchors GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    bare_words = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in headings)
    return {words.strip().replace(" ", "-") for words in bare_words}


def links(page: Path) -> list[str]:
    words = re.sub(r"`[^`\n]+`", "", prose(page))
    return re.findall(r"\]\(([^)\s]+)\)", words) + re.findall(r'src="([^"]+)"', words)


@named([*PAGES, CHANGELOG])
def test_every_internal_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_and_picture_is_linked() -> None:
    linked = {
        (page.parent / link.partition("#")[0]).resolve() for page in PAGES for link in links(page)
    }
    present = {one for one in (ROOT / "docs").rglob("*") if one.is_file()}

    assert present <= linked


PICTURES = {"trang-1.png": 0, "phu-luc-1.png": "Phụ lục I", "du-thao.png": "Phụ lục II"}
"""Each picture and the page it shows: its place, or the first line of the page."""


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    ward = tmp_path_factory.mktemp("ward")
    api.init_ward(ward, 2027)
    example, draft = api.load_plan(api.example_plan()), api.load_plan(ward / "2027/ke-hoach.yaml")
    return api.to_pdf(
        {
            "example": api.render_bytes(example, final=True),
            "draft": api.render_bytes(draft),
        }
    )


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_show_what_the_program_prints(
    name: str, pdfs: dict[str, bytes], tmp_path: Path
) -> None:
    content = pdfs["draft" if name == "du-thao.png" else "example"]
    pages = list(pypdfium2.PdfDocument(content))
    number = next(i for i, one in enumerate(pages) if PICTURES[name] in (i, first_line(one)))
    printed, shown = picture(content, number + 1, tmp_path), Image.open(IMAGES / name)

    assert shown.size == printed.size
    assert (IMAGES / name).stat().st_size < 40_000
    assert difference(printed, shown) < 3, "make the picture anew, as the page's comment says"


def picture(pdf: bytes, page: int, folder: Path) -> Image.Image:
    (folder / "page.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", "60", "-f", f"{page}", "-singlefile", "-png", "page.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True)
    return Image.open(folder / "page.png")


def first_line(page: pypdfium2.PdfPage) -> str:
    words: str = page.get_textpage().get_text_bounded()
    return words.strip().splitlines()[0].strip()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart (0 to 255), the sharpness of letters left aside."""
    size = one.width // 4, one.height // 4
    small = [p.convert("L").resize(size, Image.Resampling.BOX) for p in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*small)).rms[0])


@named([*PAGES, CHANGELOG])
def test_pages_are_in_normal_form(page: Path) -> None:
    assert unicodedata.is_normalized("NFC", text_of(page))


def test_the_changelog_opens_with_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = re.findall(r"^## \[([^\]]+)\]", text_of(CHANGELOG), re.MULTILINE)

    assert project["version"] in versions[:2]  # [Unreleased] may stand over it
