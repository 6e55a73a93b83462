"""The results of a plan's year out of a YAML file, checked against the plan they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from cchc_docs.domain.walking import target_parts, task_rows
from cchc_docs.errors import DataError, Problem
from cchc_docs.findings import Path
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Progress
from cchc_docs.storage.messages import place_of, problems_of
from cchc_docs.storage.source import DataFile, Source, read_source
from cchc_docs.vietnamese.text import fold, nearest, one_of


def read_progress(file: DataFile, plan: Plan) -> Progress:
    """Read the results of `plan`.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file; it is of another unit or year; an id is not known.
    """
    source, progress = _read(file)
    problems = [
        Problem(place_of(where, Progress, source.file, source.lines), what, fix)
        for where, what, fix in _strange(progress, plan)
    ]
    if problems:
        raise DataError(problems)
    return progress


def read_results(file: DataFile) -> Progress:
    """Read results without the plan they belong to: ids are not checked.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: every error of the file.
    """
    return _read(file)[1]


def _read(file: DataFile) -> tuple[Source, Progress]:
    source = read_source(file)
    try:
        return source, Progress.model_validate(source.data)
    except ValidationError as error:
        raise DataError(problems_of(error, Progress, source.file, source.lines)) from error


def _strange(progress: Progress, plan: Plan) -> Iterator[tuple[Path, str, str]]:
    """Yield path, what is wrong and how to fix it of everything that is not of this plan."""
    own = plan.agency.unit.in_sentence
    if fold(progress.unit) != fold(own):
        what = f'Tiến độ này của "{progress.unit}", kế hoạch là của {own}.'
        yield ("unit",), what, "Chọn đúng tệp tiến độ của đơn vị, hoặc sửa tên đơn vị."
    if progress.year != plan.year:
        what = f"Tiến độ này của năm {progress.year}, kế hoạch là của năm {plan.year}."
        yield ("year",), what, f"Chọn tệp tiến độ của năm {plan.year}."
    tasks = [task.id for _, task in task_rows(plan)]
    targets = [row.id for _, row in target_parts(plan)]
    yield from _unknown("tasks", "nhiệm vụ", [one.id for one in progress.tasks], tasks)
    yield from _unknown("targets", "chỉ tiêu", [one.id for one in progress.targets], targets)


def _unknown(
    field: str, thing: str, written: list[str], known: list[str]
) -> Iterator[tuple[Path, str, str]]:
    seen: set[str] = set()
    for position, identifier in enumerate(written):
        where: Path = (field, position, "id")
        if identifier not in known:
            close = one_of(nearest(identifier, known))
            fix = f"Có phải là {close}?" if close else f"Dùng mã {thing} trong tệp kế hoạch."
            yield where, f'Kế hoạch không có {thing} mang mã "{identifier}".', fix
        elif identifier in seen:
            yield where, f'Mã {thing} "{identifier}" ghi hai lần.', "Giữ một dòng, xóa dòng kia."
        seen.add(identifier)
