"""A plan out of its YAML files, whole or not at all: every error at once, each with its place."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cchc_docs.domain.integrity import broken_parts
from cchc_docs.errors import CchcError, DataError, FileAccessError, Place, Problem
from cchc_docs.findings import Path
from cchc_docs.model.agency import Agency, Unit
from cchc_docs.model.plan import Plan
from cchc_docs.storage.files import read_bytes
from cchc_docs.storage.messages import Locator, place_of, problems_of
from cchc_docs.storage.patching import Patched, patched
from cchc_docs.storage.yaml_tree import Lines, read_yaml

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Source:
    """One YAML file as plain values with the line of each."""

    file: str
    data: dict[str, Any]
    lines: Lines


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan and where each of its values stands in the files it came from."""

    plan: Plan
    _plan_source: _Source
    _agency_source: _Source
    _locator: Locator

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


def read_plan(path: pathlib.Path) -> PlanFile:
    """Read a plan together with its agency profile (field `agency`, a path beside the plan).

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of both files, with file, line, field title and how to fix it.
    """
    source = _read_source(path)
    if _is_agency(source):
        what = "Đây là hồ sơ đơn vị, không phải kế hoạch."
        raise DataError(Problem(Place(source.file), what, "Dùng tệp kế hoạch (ke-hoach.yaml)."))
    problems: list[Problem] = []
    agency_source, agency = _agency_of(path, source, problems)
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


def read_agency(path: pathlib.Path) -> Agency:
    """Read an agency profile alone.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    problems: list[Problem] = []
    agency = _agency(_read_source(path), path.parent, problems)
    if agency is None or problems:
        raise DataError(sorted(problems, key=_in_file))
    return agency.model


def is_agency(path: pathlib.Path) -> bool:
    """Tell whether a file is an agency profile: it has a `unit` and no `sections`.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: the file is no YAML.
    """
    return _is_agency(_read_source(path))


def _is_agency(source: _Source) -> bool:
    return "unit" in source.data and "sections" not in source.data


# Lets the rest of a plan be judged although its profile cannot be read: errors come all at once.
_STAND_IN = Agency(unit=Unit(name="?"))


def _in_file(problem: Problem) -> tuple[str, int]:
    return problem.place.file or "", problem.place.line or 0


def _agency_of(
    path: pathlib.Path, source: _Source, problems: list[Problem]
) -> tuple[_Source | None, Patched[Agency] | None]:
    try:
        agency_path = _agency_path(path, source)
        agency_source = _read_source(agency_path)
    except CchcError as error:
        problems.extend(error.problems)
        return None, None
    return agency_source, _agency(agency_source, agency_path.parent, problems)


def _agency(
    source: _Source, folder: pathlib.Path, problems: list[Problem]
) -> Patched[Agency] | None:
    built = _build(Agency, source.data, source, problems)
    if built is None or built.model.template is None:
        return built
    template = os.path.normpath(folder / built.model.template)
    if not os.path.isfile(template):  # noqa: PTH113 - as above
        place = place_of(("template",), Agency, source.file, source.lines)
        what = f'Không tìm thấy tệp mẫu "{built.model.template}".'
        fix = f"Đường dẫn tính từ thư mục {folder}; kiểm tra lại tên tệp."
        problems.append(Problem(place, what, fix))
    return replace(built, model=built.model.model_copy(update={"template": template}))


def _build(
    model: type[M], data: Any, source: _Source, problems: list[Problem]
) -> Patched[M] | None:
    """Return the model; with errors, report them and return what stands once they are patched."""
    try:
        return Patched(model.model_validate(data), frozenset(), frozenset())
    except ValidationError as error:
        problems.extend(problems_of(error, model, source.file, source.lines))
        return patched(model, data, error)


def _read_source(path: pathlib.Path) -> _Source:
    file = str(path)
    content = read_bytes(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DataError(
            Problem(
                Place(file, line),
                "Tệp không phải mã UTF-8.",
                'Mở bằng trình soạn thảo, chọn "Lưu thành…" với mã UTF-8, rồi chạy lại.',
            )
        ) from error
    data, lines = read_yaml(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    if not isinstance(data, dict):
        raise DataError(_not_a_mapping(file))
    return _Source(file, data, lines)


def _agency_path(plan: pathlib.Path, source: _Source) -> pathlib.Path:
    place = place_of(("agency",), Plan, source.file, source.lines)
    written = source.data.get("agency")
    if not isinstance(written, str):
        what = "Thiếu hoặc không đọc được đường dẫn đến tệp hồ sơ đơn vị."
        raise DataError(Problem(place, what, 'Ghi, ví dụ, "agency: ../don-vi.yaml".'))
    agency = pathlib.Path(os.path.normpath(plan.parent / written))
    if not os.path.isfile(agency):  # noqa: PTH113 - answers even for a name too long to be one
        what = f'Không tìm thấy tệp hồ sơ đơn vị "{written}".'
        fix = f"Đường dẫn tính từ thư mục {plan.parent}; kiểm tra lại tên tệp."
        raise FileAccessError(Problem(place, what, fix))
    return agency


def _not_a_mapping(file: str) -> Problem:
    return Problem(
        Place(file, 1),
        "Tệp để trống hoặc không phải các trường dữ liệu.",
        'Mỗi trường một dòng, dạng "tên: nội dung"; lệnh "cchc init" tạo sẵn tệp mẫu.',
    )
