"""What pydantic found, said to an officer: file, line, field title, what is wrong, the fix."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from cchc_docs.domain.places import printed_place, printed_places
from cchc_docs.errors import Place, Problem
from cchc_docs.findings import Path
from cchc_docs.model.base import as_typed
from cchc_docs.model.plan import Plan
from cchc_docs.storage.yaml_tree import Lines
from cchc_docs.vietnamese.text import capitalised, nearest, one_of

_TAGS = {"group", "target"}
"""Branches of a union: steps pydantic adds to a path, not steps of the data."""


@dataclass(frozen=True, slots=True)
class _Trail:
    """A path followed through the models: where it leads, its titles, the model it ends in."""

    path: Path
    titles: tuple[str, ...]
    owner: type[BaseModel] | None

    @property
    def title(self) -> str | None:
        return " › ".join(self.titles) or None


def problems_of(
    error: ValidationError, model: type[BaseModel], file: str, lines: Lines
) -> list[Problem]:
    """Return one problem for each error of `error`, in the order of the file."""
    problems = [
        Problem(Place(file, _line(trail.path, lines), trail.title), *_sentences(detail, trail))
        for detail, trail in _trails(error, model)
    ]
    return sorted(problems, key=lambda problem: problem.place.line or 0)


def problems_in_cells(
    error: ValidationError, model: type[BaseModel], file: str, cells: Mapping[Path, str]
) -> list[Problem]:
    """Return one problem for each error of `error`, but for missing values: they have no cell."""
    return [
        Problem(cell_of(trail.path, file, cells), *_sentences(detail, trail))
        for detail, trail in _trails(error, model)
        if detail["type"] != "missing"
    ]


def error_paths(error: ValidationError, model: type[BaseModel]) -> list[tuple[Path, str]]:
    """Return the path in the data and pydantic's type of each error."""
    return [(_follow(detail["loc"], model).path, detail["type"]) for detail in error.errors()]


def place_of(path: Path, model: type[BaseModel], file: str | None, lines: Lines) -> Place:
    """Return the place of a path: its line (or that of the nearest parent) and field titles.

    Titles run from the root to the field: ``Các nhiệm vụ thứ 2 › Cơ quan chủ trì``.
    """
    return Place(file, _line(path, lines), _follow(path, model).title)


def cell_of(path: Path, file: str, cells: Mapping[Path, str]) -> Place:
    """Return the cell of a path, or that of the nearest parent that has one."""
    while path and path not in cells:
        path = path[:-1]
    return Place(file, field=cells.get(path))


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds the places of one plan; the printed ones are worked out once for all of them."""

    plan: Plan
    printed: dict[Path, str]

    @classmethod
    def of(cls, plan: Plan) -> Locator:
        """Return the locator of a plan."""
        return cls(plan, printed_places(plan))

    def place(self, path: Path, file: str | None, lines: Lines) -> Place:
        """Return a place as the printed plan names it: ``Phụ lục II, nhiệm vụ 5, Thời hạn``."""
        line = _line(path, lines)
        if path and path[-1] == 0 and self._is_only_word(path[:-1]):
            path = path[:-1]
        printed, rest = printed_place(self.printed, path)
        titles = _follow(path, type(self.plan)).titles
        named = [step for step in rest if isinstance(step, str)]
        own = titles[len(titles) - len(named) :] if printed else titles
        return Place(file, line, ", ".join(filter(None, [printed, " › ".join(own)])))

    def _is_only_word(self, path: Path) -> bool:
        """Tell whether a list holds one text alone: "thứ 1" would only puzzle there."""
        value: Any = self.plan
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        return len(value) == 1 and isinstance(value[0], str)


def _line(path: Path, lines: Lines) -> int | None:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _follow(location: Path, model: type[BaseModel]) -> _Trail:
    path: list[str | int] = []
    titles: list[str] = []
    candidates: list[type[BaseModel]] = [model]
    owner: type[BaseModel] | None = model
    for step in location:
        if step in _TAGS and len(candidates) > 1:
            candidates = [one for one in candidates if one.__name__.lower().endswith(str(step))]
            continue
        path.append(step)
        if isinstance(step, int):
            if titles:
                one = capitalised(titles[-1].removeprefix("Các "))
                titles[-1] = f"{one} thứ {step + 1}"
            continue
        owner = next((one for one in candidates if step in one.model_fields), None) or next(
            iter(candidates), None
        )
        field = owner.model_fields.get(step) if owner else None
        titles.append((field.title if field else None) or f'"{step}"')
        candidates = list(_models_in(field.annotation)) if field else []
    return _Trail(tuple(path), tuple(titles), owner)


def _models_in(annotation: Any) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Annotated, Union, types.UnionType, tuple):
        for argument in get_args(annotation):
            if not isinstance(argument, FieldInfo | Tag):
                yield from _models_in(argument)


def _trails(
    error: ValidationError, model: type[BaseModel]
) -> Iterator[tuple[ErrorDetails, _Trail]]:
    for detail in error.errors():
        yield detail, _follow(detail["loc"], model)


def _sentences(detail: ErrorDetails, trail: _Trail) -> tuple[str, str]:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "problem":
            return context["what"], context["fix"]
        case "missing":
            name = trail.path[-1]
            return f'Thiếu trường "{name}" ({trail.titles[-1]}).', f'Ghi "{name}:" và nội dung.'
        case "extra_forbidden":
            name = trail.path[-1]
            return f'Không có trường "{name}".', _known_fields(str(name), trail.owner)
        case "model_type" | "dict_type" | "model_attributes_type" | "union_tag_not_found":
            return (
                "Ở đây phải là một nhóm trường.",
                'Ghi từng trường một dòng, dạng "tên: nội dung".',
            )
        case "tuple_type" | "list_type":
            return "Ở đây phải là một danh sách.", 'Mỗi mục một dòng, bắt đầu bằng "- ".'
        case "string_type" | "is_instance_of":
            return (
                "Ở đây phải là một câu chữ.",
                _ONE_TEXT,
            )
        case "int_parsing" | "int_type" | "int_from_float":
            return f'"{as_typed(detail["input"])}" không phải số nguyên.', "Chỉ ghi chữ số."
        case "bool_parsing" | "bool_type":
            return f'"{detail["input"]}" không phải có hoặc không.', 'Ghi "true" hoặc "false".'
        case "enum" | "literal_error":
            choices = context.get("expected", "").replace("'", '"').replace(" or ", " hoặc ")
            return f'Không có lựa chọn "{detail["input"]}".', f"Chọn {choices}."
        case "greater_than_equal":
            return f"Số {as_typed(detail['input'])} quá nhỏ.", f"Ghi số từ {context['ge']} trở lên."
        case "less_than_equal":
            return (
                f"Số {as_typed(detail['input'])} quá lớn.",
                f"Ghi số từ {context['le']} trở xuống.",
            )
        case _:
            return "Nội dung không đúng dạng.", "Xem lại hướng dẫn về trường này."


_ONE_TEXT = (
    "Ghi một câu chữ, không ghi danh sách hay nhóm trường; câu bắt đầu bằng { hoặc [ phải đặt "
    "trong dấu nháy, câu hỏi ghi trong [[…]]."
)


def _known_fields(name: str, owner: type[BaseModel] | None) -> str:
    fields = owner.model_fields if owner else {}
    if close := nearest(name, fields):
        return f"Có phải là {one_of(close)}? Nếu không, xóa trường này."
    return f"Các trường dùng được: {', '.join(fields)}."
