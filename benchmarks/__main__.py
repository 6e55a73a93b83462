"""`make bench`: rendering, a rollover, a workbook, a check, their growth, and a cold start.

Every line prints a ratio and the most it may be; the exit code is 1 when one is above.
"""

from __future__ import annotations

import dataclasses
import io
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import yaml
from docxtpl import DocxTemplate
from lxml import etree

from benchmarks.checking import checking
from benchmarks.records_book import reading
from benchmarks.stopwatch import seconds
from cchc_docs import Plan, api, load_plan
from cchc_docs.domain.walking import texts as plan_texts
from cchc_docs.ooxml.package import DOCUMENT, read_package
from cchc_docs.render.document import render_document
from cchc_docs.render.document_view import Prepared
from cchc_docs.render.plan_view import prepare_plan
from cchc_docs.render.template import compile_template
from cchc_docs.render.view import PlanView
from cchc_docs.storage.editing import edited_yaml
from cchc_docs.storage.loading import PlanFile
from cchc_docs.storage.resources import EXAMPLE_PLAN, PLAN_TEMPLATE


def ours(prepared: Prepared) -> bytes:
    """Render as the library does once it is warm."""
    template = compile_template(PLAN_TEMPLATE.read_bytes(), "ke-hoach.docx", PlanView)
    return render_document(prepared, template)


def plain_docxtpl(prepared: Prepared) -> bytes:
    """Render as docxtpl's documentation does: open, render with autoescape, save."""
    view = prepared.view
    template = DocxTemplate(PLAN_TEMPLATE)
    template.render(
        {one.name: getattr(view, one.name) for one in dataclasses.fields(view)}, autoescape=True
    )
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def same_document(first: bytes, second: bytes) -> bool:
    """Tell whether two files hold the same document.xml, canonically written."""
    return canonical(first) == canonical(second)


def canonical(content: bytes) -> bytes:
    """Return document.xml in canonical form, without namespaces nothing uses."""
    root = etree.fromstring(read_package(content)[DOCUMENT], etree.XMLParser(huge_tree=True))
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, method="c14n"))


def with_tasks(plan: Plan, count: int) -> Plan:
    """Return the plan with `count` tasks, made by repeating its own."""
    annex = plan.annexes.tasks
    assert annex is not None
    own = [task for group in annex.groups for task in group.tasks]
    tasks = tuple(own[n % len(own)].model_copy(update={"id": f"task-{n}"}) for n in range(count))
    group = annex.groups[0].model_copy(update={"tasks": tasks})
    annexes = plan.annexes.model_copy(
        update={"tasks": annex.model_copy(update={"groups": (group,)})}
    )
    return plan.model_copy(update={"annexes": annexes})


def command_seconds(*arguments: str) -> float:
    """Return the time of a fresh Python with these arguments."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def report(what: str, ratio: float, most: float) -> bool:
    """Print one line; return whether the ratio is within its bound."""
    fine = ratio <= most
    print(f"{'ok ' if fine else 'BAD'} {ratio:6.3f}  (at most {most:5.2f})  {what}")
    return fine


def rendering(plan: Plan, what: str, repeat: int, most: float) -> bool:
    """Compare our rendering of a plan with plain docxtpl's."""
    prepared = prepare_plan(plan, draft=False)
    if not same_document(ours(prepared), plain_docxtpl(prepared)):
        print(f"BAD {what}: the two documents differ")
        return False
    ratio = seconds(lambda: ours(prepared), repeat) / seconds(
        lambda: plain_docxtpl(prepared), repeat
    )
    return report(f"{what}: ours / plain docxtpl", ratio, most)


def plan_file(plan: Plan, tasks: int, paragraphs: int, folder: Path) -> Path:
    """Write a plan of many tasks and paragraphs, made by repeating those of the example."""
    data = with_tasks(plan, tasks).model_dump(mode="json", exclude_none=True, exclude={"agency"})
    texts = [text for path, text in plan_texts(plan) if path[0] == "sections"]
    more = [texts[number % len(texts)] for number in range(paragraphs)]
    data["sections"].append({"title": "Nội dung thêm", "content": more})
    data["agency"] = str(EXAMPLE_PLAN.parent.parent / "don-vi.yaml")
    file = folder / f"{tasks}.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100), "utf-8")
    return file


def roll(source: PlanFile) -> str:
    """Roll a plan over and return the new plan's file."""
    rolled = api.roll_over_file(source, source.plan.year + 1)
    text = Path(source.file).read_text("utf-8")
    return edited_yaml(text, source.file, rolled.edits)


def rollover(plan: Plan) -> bool:
    """Time a rollover against loading and validating the same plan, and its growth."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (
            plan_file(plan, tasks, tasks * 3 // 20, Path(folder)) for tasks in (500, 2_000)
        )
        sources = [api.read_plan(file) for file in (small, large)]
        times = [seconds(partial(roll, source), 3) for source in sources]
        reading = seconds(lambda: api.validate(api.read_plan(large)), 3)
    lines = [
        ("rollover of 2,000 tasks, 300 paragraphs / loading, validating", times[1] / reading, 2.0),
        ("rollover: time of a row of 2,000 tasks / of 500", times[1] / 4 / times[0], 1.25),
    ]
    results = [report(*line) for line in lines]
    return all(results)


def reading_figures(plan: Plan) -> bool:
    """Time reading a workbook of 10,000 rows against openpyxl alone, and its growth."""
    ratio, growing = reading(plan)
    lines = [
        ("workbook of 10,000 rows / openpyxl.load_workbook", ratio, 3.0),
        ("workbook: time of a row of 10,000 / of 2,500", growing, 1.25),
    ]
    results = [report(*line) for line in lines]
    return all(results)


def checking_documents() -> bool:
    """Time checking a document against python-docx opening it, and its growth."""
    ratio, growing = checking()
    lines = [
        ("check of ten pages / docx.Document", ratio, 6.0),
        ("check: time of a page of 500 / of 50", growing, 1.5),
    ]
    results = [report(*line) for line in lines]
    return all(results)


def growth(plan: Plan) -> bool:
    """Time a row takes in a large plan against one in a smaller plan."""
    small, large = (prepare_plan(with_tasks(plan, n), draft=False) for n in (1_000, 8_000))
    ratio = seconds(lambda: ours(large), 5) / 8 / seconds(lambda: ours(small), 9)
    return report("8,000 tasks: time of a row / of a row among 1,000", ratio, 1.15)


def cold_start() -> bool:
    """Time `cchc render` from nothing against importing the libraries it stands on."""
    with tempfile.TemporaryDirectory() as out:
        render = ("-m", "cchc_docs", "render", str(EXAMPLE_PLAN), "--out", out, "--overwrite")
        imports = ("-c", "import docxtpl, pydantic, yaml")
        pairs = [(command_seconds(*render), command_seconds(*imports)) for _ in range(11)]
    ratio = min(one for one, _ in pairs) / min(other for _, other in pairs)
    return report("cchc render, cold / import docxtpl, pydantic, yaml", ratio, 3.0)


def main() -> int:
    """Run every benchmark; return 1 when a bound is broken."""
    plan = load_plan(Path(EXAMPLE_PLAN))
    results = [
        rendering(plan, "final 2024 plan", 41, 0.25),
        rendering(with_tasks(plan, 2_000), "2,000 tasks", 5, 0.22),
        growth(plan),
        rollover(plan),
        reading_figures(plan),
        checking_documents(),
        cold_start(),
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
