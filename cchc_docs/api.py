"""One function for each use: what the command line, and later a web page, call and nothing else.

Paths may be `str` or `Path`. Errors are those of `cchc_docs.errors`, every problem at once.
Heavy libraries are imported where they are needed, so that `cchc --help` is instant.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from cchc_docs.errors import DataError, OpenQuestionsError, Place, Problem
from cchc_docs.findings import Finding, Level
from cchc_docs.storage import resources
from cchc_docs.storage.files import check_output, read_bytes, write_atomically

if TYPE_CHECKING:
    from cchc_docs.findings import Path as DataPath
    from cchc_docs.model.plan import Plan
    from cchc_docs.render.machine import MachineCheck
    from cchc_docs.render.template import TemplateReport
    from cchc_docs.storage.loading import PlanFile

StrPath = str | os.PathLike[str]


def read_plan(path: StrPath) -> PlanFile:
    """Return a plan with the places of its values (file, line, field title).

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: the data are broken; all errors together.
    """
    from cchc_docs.storage.loading import read_plan as read

    return read(Path(path))


def load_plan(path: StrPath) -> Plan:
    """Return the plan in a YAML file, its agency profile included.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: the data are broken; all errors together.
    """
    return read_plan(path).plan


def validate(plan: Plan | PlanFile) -> list[Finding]:
    """Return what is doubtful in a plan, each with the titles of its field.

    A plan read by `read_plan` gives file and line as well.
    """
    from cchc_docs.domain.consistency import find_inconsistencies
    from cchc_docs.domain.integrity import broken_parts
    from cchc_docs.render.plan_view import page_findings

    data, place = _data(plan), _places(plan)
    found = [Finding("broken", Level.ERROR, p.what, p.fix, p.path) for p in broken_parts(data)]
    found += [*find_inconsistencies(data), *page_findings(data)]
    return [one.at(place(one.path)) for one in found]


def validate_file(path: StrPath) -> list[Finding]:
    """Return what is doubtful in the plan of a file; an agency profile is only read.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: the data are broken; all errors together.
    """
    from cchc_docs.storage.loading import is_agency, read_agency

    if is_agency(Path(path)):
        read_agency(Path(path))
        return []
    return validate(read_plan(path))


def _data(plan: Plan | PlanFile) -> Plan:
    from cchc_docs.storage.loading import PlanFile

    return plan.plan if isinstance(plan, PlanFile) else plan


def _places(plan: Plan | PlanFile) -> Callable[[DataPath], Place]:
    from cchc_docs.storage.loading import PlanFile, places_in_memory

    return plan.place if isinstance(plan, PlanFile) else places_in_memory(plan)


def render_plan(
    plan: Plan | PlanFile,
    target: StrPath | BinaryIO,
    *,
    final: bool = False,
    template: StrPath | None = None,
    overwrite: bool = False,
) -> None:
    """Write a plan as .docx to a path or a binary stream: a draft, or the final document.

    `template` is a Word template of one's own; None takes the one named in the agency profile,
    else ours.

    Raises:
        OpenQuestionsError: `final` is asked for while `[[…]]` remains.
        TemplateError: the template cannot be used.
        FileAccessError: the target exists and `overwrite` is false, or cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        check_output(Path(target), overwrite=overwrite)
        write_docx(target, render_bytes(plan, final=final, template=template))
    else:
        target.write(render_bytes(plan, final=final, template=template))


def render_bytes(
    plan: Plan | PlanFile, *, final: bool = False, template: StrPath | None = None
) -> bytes:
    """Return a plan as the bytes of a .docx; equal data give equal bytes.

    Raises:
        DataError: a plan made in Python names an office, annex or signatory that is not there.
        OpenQuestionsError: `final` is asked for while `[[…]]` remains.
        TemplateError: the template cannot be used.
        FileAccessError: the template is not there.
    """
    from cchc_docs.render.document import render_document
    from cchc_docs.render.plan_view import prepare_plan
    from cchc_docs.render.template import compile_template
    from cchc_docs.render.view import PlanView

    data = _data(plan)
    if data is plan:
        _refuse_broken_parts(data)
    if final:
        _refuse_open_questions(plan)
    source = Path(template or data.agency.template or resources.PLAN_TEMPLATE)
    compiled = compile_template(read_bytes(source), str(source), PlanView)
    return render_document(prepare_plan(data, draft=not final), compiled)


def _refuse_broken_parts(plan: Plan) -> None:
    """Loading does this for a plan from a file; one made in Python is checked here."""
    from cchc_docs.domain.integrity import broken_parts

    if broken := broken_parts(plan):
        place = _places(plan)
        raise DataError([Problem(place(one.path), one.what, one.fix) for one in broken])


def _refuse_open_questions(plan: Plan | PlanFile) -> None:
    from cchc_docs.domain.questions import open_questions

    if questions := list(open_questions(_data(plan))):
        place = _places(plan)
        fix = "Thay cả cụm [[…]] bằng nội dung đúng, rồi in lại bản chính thức."
        raise OpenQuestionsError(
            [
                Problem(place(one.path), f"Còn câu hỏi chưa trả lời: {one.text}", fix)
                for one in questions
            ]
        )


def example_plan() -> Path:
    """Return the shipped plan of phường Hoài Hảo for 2024, a real one."""
    return resources.EXAMPLE_PLAN


def document_name(plan: Plan) -> str:
    """Return the name of the plan's file, without ending: ``ke-hoach-cchc-2024``."""
    return f"ke-hoach-cchc-{plan.year}"


def unit_name(plan: Plan) -> str:
    """Return the name of the plan's unit as part of a file name: ``phuong-hoai-hao``."""
    from cchc_docs.vietnamese.text import slug

    return slug(f"{plan.agency.unit.level} {plan.agency.unit.name}")


def check_outputs(paths: Iterable[StrPath], *, overwrite: bool) -> None:
    """Check, before long work, that every output can be written.

    Raises:
        FileAccessError: one exists and `overwrite` is false, or its folder cannot be written.
    """
    for path in paths:
        check_output(Path(path), overwrite=overwrite)


def write_file(path: StrPath, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        FileAccessError: it cannot be written; an older file stays as it was.
    """
    write_atomically(Path(path), content)


def write_docx(path: StrPath, content: bytes) -> None:
    """Write a .docx beside its place, open it again, and only then put it there.

    Raises:
        FileAccessError: it cannot be written; an older file stays as it was.
    """
    write_atomically(Path(path), content, verify=_reopen)


def _reopen(path: Path) -> None:
    from cchc_docs.ooxml.package import read_package

    read_package(path.read_bytes())  # checks the sum of every part


def to_pdf(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the PDF of each .docx, by name; LibreOffice is started once for all.

    Raises:
        ConversionError: LibreOffice is missing, hangs, crashes or gives no usable PDF.
    """
    from cchc_docs.render.pdf import to_pdf as convert

    return convert(documents)


def find_libreoffice() -> Path | None:
    """Return the LibreOffice program, or None where there is none."""
    from cchc_docs.render.pdf import find_libreoffice as find

    return find()


def check_template(path: StrPath) -> TemplateReport:
    """Return every error of a Word template, and the names of the view it does not use.

    Raises:
        FileAccessError: the file is not there.
        TemplateError: it is no Word file.
    """
    from cchc_docs.render.template import examine_template
    from cchc_docs.render.view import PlanView

    return examine_template(read_bytes(Path(path)), str(path), PlanView)


def copy_template(path: StrPath, *, overwrite: bool = False) -> None:
    """Write the shipped Word template of a plan to `path`, to be edited and used as one's own.

    Raises:
        FileAccessError: the file exists and `overwrite` is false, or cannot be written.
    """
    check_output(Path(path), overwrite=overwrite)
    write_docx(path, read_bytes(resources.PLAN_TEMPLATE))


def dump_document(path: StrPath) -> str:
    """Return style and text of every paragraph of a .docx, headers included, as plain text.

    Raises:
        FileAccessError: the file is not there.
        TemplateError: it is no Word file.
    """
    from cchc_docs.layout.dump import dump
    from cchc_docs.render.template import template_parts

    return dump(template_parts(read_bytes(Path(path)), str(path)))


def json_schema(kind: Literal["ke-hoach", "don-vi"]) -> dict[str, Any]:
    """Return the JSON Schema of a plan's file or of an agency profile."""
    from cchc_docs.storage.schema import agency_schema, plan_schema

    return plan_schema() if kind == "ke-hoach" else agency_schema()


def init_ward(folder: StrPath, year: int, *, overwrite: bool = False) -> list[Path]:
    """Write the starting folder of a ward: profile, a plan of `year`, schemas for the editor.

    Raises:
        FileAccessError: one of the files exists and `overwrite` is false, or cannot be written.
    """
    from cchc_docs.storage.starter import starter_files

    files = starter_files(Path(folder), year)
    for path in files:
        check_output(path, overwrite=overwrite)
    for path, content in files.items():
        write_atomically(path, content)
    return list(files)


def examine_machine() -> list[MachineCheck]:
    """Return what this machine has of what a full run needs."""
    from cchc_docs.render.machine import examine_machine as examine

    return list(examine())
