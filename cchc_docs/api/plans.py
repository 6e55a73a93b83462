"""Plans out of their files, what is doubtful in them, and what a new ward starts with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc_docs.api.paths import StrPath
from cchc_docs.errors import Place
from cchc_docs.findings import Finding, Level
from cchc_docs.storage import resources
from cchc_docs.storage.files import check_output, write_atomically
from cchc_docs.storage.kinds import CALLED, DataKind

if TYPE_CHECKING:
    from cchc_docs.findings import Path as DataPath
    from cchc_docs.model.plan import Plan
    from cchc_docs.storage.loading import PlanFile
    from cchc_docs.storage.source import DataFile, Source

DATA_KINDS = CALLED
"""The kinds of data files, each with what an officer calls it."""


def read_plan(path: DataFile) -> PlanFile:
    """Return a plan with the places of its values (file, line, field title).

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: the data are broken; all errors together.
    """
    from cchc_docs.storage.loading import read_plan as read

    return read(path)


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
    from cchc_docs.api.registers import register_of
    from cchc_docs.domain.consistency import find_inconsistencies
    from cchc_docs.domain.consistency.law import find_legal_doubts
    from cchc_docs.domain.integrity import broken_parts
    from cchc_docs.domain.legal_status import Registry
    from cchc_docs.render.document_view import page_findings

    data, place = data_of(plan), places_of(plan)
    found = [Finding("broken", Level.ERROR, p.what, p.fix, p.path) for p in broken_parts(data)]
    found += [*find_inconsistencies(data), *find_legal_doubts(data, Registry(register_of(plan)))]
    found += page_findings(data)
    return [one.at(place(one.path)) for one in found]


@dataclass(frozen=True, slots=True)
class ValidatedFile:
    """What a data file is, and what is doubtful in it."""

    kind: DataKind
    findings: list[Finding]


def validate_file(path: StrPath, plan: StrPath | None = None) -> ValidatedFile:
    """Return what is doubtful in a plan or in a log; other data files are only read.

    `plan` is the plan a log belongs to, or whose form statistical rows follow; without it names of
    tasks, targets and figures are not compared.

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: the data are broken; all errors together.
    """
    from cchc_docs.api.records import is_workbook, validate_log
    from cchc_docs.storage.kinds import kind_of
    from cchc_docs.storage.source import read_source

    of = read_plan(plan) if plan else None
    if is_workbook(path):
        return ValidatedFile("so-lieu", validate_log(path, of))
    source = read_source(path)
    kind = kind_of(source)
    return ValidatedFile(kind, _doubts(source, kind, of))


def _doubts(source: Source, kind: DataKind, plan: PlanFile | None) -> list[Finding]:
    from cchc_docs.api.records import form_at, form_of, statistics_at, validate_log
    from cchc_docs.api.registers import register_of_agency
    from cchc_docs.storage.loading import read_agency
    from cchc_docs.storage.progress import read_results
    from cchc_docs.storage.register import read_register
    from cchc_docs.storage.rules import read_house_profile

    match kind:
        case "ke-hoach":
            return validate(read_plan(source))
        case "so-lieu":
            return validate_log(source, plan)
        case "don-vi":
            register_of_agency(read_agency(source))
        case "van-ban":
            read_register(source)
        case "tien-do":
            read_results(source)
        case "mau-bao-cao":
            form_at(source)
        case "bieu-thong-ke":
            statistics_at(source, form_of(plan) if plan else None)
        case "quy-tac":
            read_house_profile(source)
    return []


def data_of(plan: Plan | PlanFile) -> Plan:
    """Return the plan of a file, or the plan itself."""
    from cchc_docs.storage.loading import PlanFile

    return plan.plan if isinstance(plan, PlanFile) else plan


def inputs_of(plan: Plan | PlanFile) -> list[str]:
    """Return the files a plan came from: its own, its profile, and those the profile names."""
    from cchc_docs.storage.loading import PlanFile

    agency = data_of(plan).agency
    reports = agency.reports
    own = [plan.file, plan.profile] if isinstance(plan, PlanFile) else []
    beside = (agency.template, agency.legal_register)
    of_reports = (reports.template, reports.form, reports.statistics)
    return [*own, *(one for one in (*beside, *of_reports) if one)]


def places_of(plan: Plan | PlanFile) -> Callable[[DataPath], Place]:
    """Return what finds the place of a value; without a file there is no file or line in it."""
    from cchc_docs.storage.loading import PlanFile, places_in_memory

    return plan.place if isinstance(plan, PlanFile) else places_in_memory(plan)


def example_plan() -> Path:
    """Return the shipped plan of phường Hoài Hảo for 2024, a real one."""
    return resources.EXAMPLE_PLAN


def example_figures() -> Path:
    """Return the shipped log of the same ward and year; all its figures are invented."""
    return resources.EXAMPLE_FIGURES


def document_name(plan: Plan, year: int | None = None) -> str:
    """Return the name of the plan's file, without ending: ``ke-hoach-cchc-2024``.

    `year` None means the plan's own.
    """
    return f"ke-hoach-cchc-{year or plan.year}"


def unit_name(plan: Plan) -> str:
    """Return the name of the plan's unit as part of a file name: ``phuong-hoai-hao``."""
    from cchc_docs.vietnamese.text import slug

    return slug(f"{plan.agency.unit.level} {plan.agency.unit.name}")


def json_schema(kind: DataKind) -> dict[str, Any]:
    """Return the JSON Schema of one kind of data file."""
    from cchc_docs.storage.schema import file_schema

    return file_schema(kind)


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
