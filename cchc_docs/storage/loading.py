"""A plan out of its YAML files, whole or not at all: every error at once, each with its place."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from cchc_docs.domain.integrity import broken_parts
from cchc_docs.errors import CchcError, DataError, FileAccessError, Place, Problem
from cchc_docs.findings import Path
from cchc_docs.model.agency import Agency, Unit
from cchc_docs.model.plan import Plan
from cchc_docs.storage.kinds import refuse_other
from cchc_docs.storage.messages import Locator, place_of, problems_of
from cchc_docs.storage.patching import Patched, patched
from cchc_docs.storage.source import DataFile, Source, read_source

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan and where each of its values stands in the files it came from."""

    plan: Plan
    _plan_source: Source
    _agency_source: Source
    _locator: Locator

    @property
    def file(self) -> str:
        """The plan's file."""
        return self._plan_source.file

    @property
    def profile(self) -> str:
        """The file of its agency profile."""
        return self._agency_source.file

    def place(self, path: Path) -> Place:
        """Return file, line and field title of a value of the plan."""
        if path[:1] == ("agency",) and len(path) > 1:
            source = self._agency_source
            return place_of(path[1:], Agency, source.file, source.lines)
        source = self._plan_source
        return self._locator.place(path, source.file, source.lines)


def places_in_memory(plan: Plan) -> Callable[[Path], Place]:
    """Return what finds the place of a value of a plan that came from no file."""
    locator = Locator.of(plan)
    return lambda path: locator.place(path, None, {})


def read_plan(file: DataFile) -> PlanFile:
    """Read a plan together with its agency profile (field `agency`, a path beside the plan).

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of both files, with file, line, field title and how to fix it.
    """
    source = read_source(file)
    refuse_other(source, "ke-hoach")
    problems: list[Problem] = []
    agency_source, agency = _agency_of(source, problems)
    built = _build(
        Plan, source.data | {"agency": agency.model if agency else _STAND_IN}, source, problems
    )
    if built and agency and agency_source:
        built = agency.inside(built, "agency")
        loaded = PlanFile(built.model, source, agency_source, Locator.of(built.model))
        problems.extend(
            Problem(loaded.place(part.path), part.what, part.fix)
            for part in broken_parts(built.model)
            if not built.speaks_of(part.path, part.rests_on)
        )
    if problems:
        raise DataError(sorted(problems, key=_in_file))
    return loaded


def read_agency(file: DataFile) -> Agency:
    """Read an agency profile alone.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    problems: list[Problem] = []
    agency = _agency(read_source(file), problems)
    if agency is None or problems:
        raise DataError(sorted(problems, key=_in_file))
    return agency.model


# Lets the rest of a plan be judged although its profile cannot be read: errors come all at once.
_STAND_IN = Agency(unit=Unit(name="?"))


def _in_file(problem: Problem) -> tuple[str, int]:
    return problem.place.file or "", problem.place.line or 0


def _agency_of(
    source: Source, problems: list[Problem]
) -> tuple[Source | None, Patched[Agency] | None]:
    try:
        agency_source = read_source(_agency_path(source))
    except CchcError as error:
        problems.extend(error.problems)
        return None, None
    return agency_source, _agency(agency_source, problems)


def _agency(source: Source, problems: list[Problem]) -> Patched[Agency] | None:
    built = _build(Agency, source.data, source, problems)
    if built is None:
        return None

    def beside(model: BaseModel, files: dict[str, str], above: Path) -> dict[str, Any]:
        """Return the paths of the files that fields of `model` name; report those not there."""
        paths = {}
        for name, what in files.items():
            written = getattr(model, name)
            if written is None:
                continue
            paths[name] = os.path.normpath(source.folder / written)
            if not os.path.isfile(paths[name]):  # noqa: PTH113 - answers for impossible names
                place = place_of((*above, name), Agency, source.file, source.lines)
                fix = f"Đường dẫn tính từ thư mục {source.folder}; kiểm tra lại tên tệp."
                problems.append(Problem(place, f'Không tìm thấy {what} "{written}".', fix))
        return paths

    agency = built.model
    own = beside(agency, _FILES_BESIDE, ())
    if reports := beside(agency.reports, _FILES_OF_REPORTS, ("reports",)):
        own["reports"] = agency.reports.model_copy(update=reports)
    return replace(built, model=agency.model_copy(update=own))


_FILES_BESIDE: Final = {"template": "tệp mẫu", "legal_register": "danh mục văn bản"}
_FILES_OF_REPORTS: Final = {
    "template": "tệp mẫu của báo cáo",
    "form": "mẫu báo cáo",
    "statistics": "biểu thống kê",
}
"""Fields of a profile, and of its `reports`, that name a file beside it."""


def _build(model: type[M], data: Any, source: Source, problems: list[Problem]) -> Patched[M] | None:
    """Return the model; with errors, report them and return what stands once they are patched."""
    try:
        return Patched(model.model_validate(data), frozenset(), frozenset())
    except ValidationError as error:
        problems.extend(problems_of(error, model, source.file, source.lines))
        return patched(model, data, error)


def _agency_path(source: Source) -> pathlib.Path:
    place = place_of(("agency",), Plan, source.file, source.lines)
    written = source.data.get("agency")
    if not isinstance(written, str):
        what = "Thiếu hoặc không đọc được đường dẫn đến tệp hồ sơ đơn vị."
        raise DataError(Problem(place, what, 'Ghi, ví dụ, "agency: ../don-vi.yaml".'))
    agency = pathlib.Path(os.path.normpath(source.folder / written))
    if not os.path.isfile(agency):  # noqa: PTH113 - as above
        what = f'Không tìm thấy tệp hồ sơ đơn vị "{written}".'
        fix = f"Đường dẫn tính từ thư mục {source.folder}; kiểm tra lại tên tệp."
        raise FileAccessError(Problem(place, what, fix))
    return agency
