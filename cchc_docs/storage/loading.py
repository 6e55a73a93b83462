"""A plan out of its YAML files, whole or not at all: every error at once, each with its place."""

from __future__ import annotations

import copy
import pathlib
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cchc_docs.domain.integrity import broken_parts
from cchc_docs.errors import CchcError, DataError, FileAccessError, Place, Problem
from cchc_docs.findings import Path
from cchc_docs.model.agency import Agency, Unit
from cchc_docs.model.plan import Plan
from cchc_docs.storage.files import read_bytes
from cchc_docs.storage.messages import error_paths, place_of, problems_of
from cchc_docs.storage.yaml_tree import Lines, YamlTree

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Source:
    """One YAML file as plain values with the line of each."""

    file: str
    data: Any
    lines: Lines


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan and where each of its values stands in the files it came from."""

    plan: Plan
    _plan_source: _Source
    _agency_source: _Source

    def place(self, path: Path) -> Place:
        """Return file, line and field title of a value of the plan."""
        if path[:1] == ("agency",) and len(path) > 1:
            source = self._agency_source
            return place_of(path[1:], Agency, source.file, source.lines)
        return place_of(path, Plan, self._plan_source.file, self._plan_source.lines)


def read_plan(path: pathlib.Path) -> PlanFile:
    """Read a plan together with its agency profile (field `agency`, a path beside the plan).

    Raises:
        FileAccessError: a file is not there or cannot be read.
        DataError: every error of both files, with file, line, field title and how to fix it.
    """
    source = _read_source(path)
    if not isinstance(source.data, dict):
        raise DataError(_not_a_mapping(source))
    problems: list[Problem] = []
    agency_source, agency = _agency_of(path, source, problems)
    data = source.data | {"agency": agency or _STAND_IN}
    plan = _build(Plan, data, source, problems)
    if plan and agency and agency_source:
        loaded = PlanFile(plan, source, agency_source)
        problems.extend(
            Problem(loaded.place(part.path), part.what, part.fix) for part in broken_parts(plan)
        )
    if problems:
        raise DataError(
            sorted(problems, key=lambda one: (one.place.file or "", one.place.line or 0))
        )
    return loaded


def _agency_of(
    path: pathlib.Path, source: _Source, problems: list[Problem]
) -> tuple[_Source | None, Agency | None]:
    try:
        agency_path = _agency_path(path, source)
        agency_source = _read_source(agency_path)
        return agency_source, _agency(agency_source, agency_path.parent)
    except CchcError as error:
        problems.extend(error.problems)
        return None, None


def read_agency(path: pathlib.Path) -> Agency:
    """Read an agency profile alone.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    return _agency(_read_source(path), path.parent)


# Lets the rest of a plan be judged although its profile is broken: errors come all at once.
_STAND_IN = Agency(unit=Unit(name="?"))


def _agency(source: _Source, folder: pathlib.Path) -> Agency:
    problems: list[Problem] = []
    data = source.data
    if not isinstance(data, dict):
        raise DataError(_not_a_mapping(source))
    agency = _build(Agency, data, source, problems)
    if agency is None:
        raise DataError(problems)
    if agency.template is None:
        return agency
    return agency.model_copy(update={"template": str(folder / agency.template)})


def _build(model: type[M], data: Any, source: _Source, problems: list[Problem]) -> M | None:
    """Return the model; with errors, report them and return what stands once they are patched.

    The patched value is never used as data: it only lets references be checked in the same run.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems.extend(problems_of(error, model, source.file, source.lines))
        return _patched(model, data, error)


def _patched(model: type[M], data: Any, error: ValidationError) -> M | None:
    for attempt in _STAND_INS:
        data = copy.deepcopy(data)
        for number, (path, kind) in enumerate(error_paths(error, model)):
            _patch(data, path, None if kind == "extra_forbidden" else attempt, number)
        try:
            return model.model_validate(data)
        except ValidationError as remaining:
            error = remaining
    return None


_STAND_INS = ("[[?]]", "loi-{}", "2000", None)
"""Tried in turn where a value is wrong: a text, an identifier, a number, leaving it out."""


def _patch(data: Any, path: Path, value: str | None, number: int) -> None:
    for step in path[:-1]:
        data = data[step]
    if value is not None:
        data[path[-1]] = value.format(number)
    elif isinstance(data, dict):
        data.pop(path[-1], None)
    else:
        data.clear()  # a list without the entry would move the lines of those after it


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
    tree = YamlTree(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    return _Source(file, tree.read(), tree.lines)


def _agency_path(plan: pathlib.Path, source: _Source) -> pathlib.Path:
    place = place_of(("agency",), Plan, source.file, source.lines)
    written = source.data.get("agency")
    if not isinstance(written, str):
        what = "Thiếu hoặc không đọc được đường dẫn đến tệp hồ sơ đơn vị."
        raise DataError(Problem(place, what, 'Ghi, ví dụ, "agency: ../don-vi.yaml".'))
    agency = plan.parent / written
    if not agency.is_file():
        what = f'Không tìm thấy tệp hồ sơ đơn vị "{written}".'
        fix = f"Đường dẫn tính từ thư mục {plan.parent}; kiểm tra lại tên tệp."
        raise FileAccessError(Problem(place, what, fix))
    return agency


def _not_a_mapping(source: _Source) -> Problem:
    return Problem(
        Place(source.file, 1),
        "Tệp để trống hoặc không phải các trường dữ liệu.",
        'Mỗi trường một dòng, dạng "tên: nội dung"; lệnh "cchc init" tạo sẵn tệp mẫu.',
    )
