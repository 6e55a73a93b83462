"""Next year's plan from this year's: the data, the review, the draft, the comparison."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_docs.api.documents import render_bytes
from cchc_docs.api.paths import StrPath, check_outputs, write_docx, write_file
from cchc_docs.api.plans import document_name, inputs_of, read_plan
from cchc_docs.api.records import form_of, is_workbook, records_for
from cchc_docs.api.registers import register_of
from cchc_docs.errors import DataError, FileAccessError, Place, Problem
from cchc_docs.storage.files import read_bytes, write_atomically

if TYPE_CHECKING:
    from cchc_docs.domain.review import ReviewRow
    from cchc_docs.domain.rollover import Rollover
    from cchc_docs.model.plan import Plan
    from cchc_docs.model.progress import Progress
    from cchc_docs.storage.loading import PlanFile
    from cchc_docs.storage.source import DataFile

DATA = "ke-hoach.yaml"
WORKBOOK = "ra-soat.xlsx"
TEXT = "ra-soat.md"
COMPARISON = "so-sanh.docx"


@dataclass(frozen=True, slots=True)
class NextYear:
    """What a rollover gave: the new plan, the review with places, the files that were written."""

    plan: Plan
    rows: tuple[ReviewRow, ...]
    files: tuple[Path, ...]


def draft_next_year(
    path: StrPath,
    year: int,
    folder: StrPath,
    *,
    progress: StrPath | None = None,
    answers: StrPath | None = None,
    overwrite: bool = False,
) -> NextYear:
    """Write next year's plan, its review, a draft Word file and the comparison into `folder`.

    `progress` are last year's results, `answers` a filled review workbook. Nothing is written
    unless everything can be; the plan at `path` is never changed.

    Raises:
        FileAccessError: a file cannot be read, or one of the results exists or cannot be written.
        DataError: a file is broken, the year is not the next one, an answer is none.
    """
    source, target = read_plan(path), Path(folder)
    names = (DATA, WORKBOOK, TEXT, f"{document_name(source.plan, year)}.docx", COMPARISON)
    files = tuple(target / name for name in names)
    # The answers are no such input: written where they were read, the review holds them again.
    check_outputs(files, overwrite=overwrite, inputs=[progress, *inputs_of(source)])
    rolled = roll_over_file(source, year, progress=progress, answers=answers)
    _refuse_lost_answers(target / WORKBOOK, rolled)
    rows = tuple(row.at(source.place(row.path)) for row in rolled.rows)
    contents = {
        DATA: _yaml(source, target / DATA, rolled),
        **_review(rows, source, year, str(path)),
        **_documents(source, rolled, names[3]),
    }
    for file in files:
        _write(file, contents[file.name], rolled.plan)
    return NextYear(rolled.plan, rows, files)


def _refuse_lost_answers(workbook: Path, rolled: Rollover) -> None:
    """Stop where answers in the old workbook did not come along: they are an officer's work."""
    from cchc_docs.excel.answers import read_answers

    if not workbook.exists():
        return
    try:
        written = {one.key for one in read_answers(read_bytes(workbook), str(workbook))}
    except DataError:
        return  # no review of ours
    if lost := written - {row.key for row in rolled.rows if row.answer is not None}:
        what = f"Bảng rà soát đang có {len(lost)} câu trả lời sẽ bị mất."
        fix = f'Chạy lại với --answers "{workbook}", hoặc xóa tệp này nếu không dùng nữa.'
        raise FileAccessError(Problem(Place(str(workbook)), what, fix))


def roll_over_file(
    source: PlanFile,
    year: int,
    *,
    progress: StrPath | None = None,
    answers: StrPath | None = None,
) -> Rollover:
    """Return next year's plan and review of a plan's file, answers applied; nothing is written.

    Raises:
        FileAccessError: a file cannot be read.
        DataError: a file is broken, the year is not the next one, an answer is none.
    """
    from cchc_docs.domain.rollover import roll_over

    results = _results(progress, source) if progress else None
    register = register_of(source)
    rolled = roll_over(source.plan, year, register, progress=results)
    if answers is None:
        return rolled
    words = _answers(Path(answers), rolled)
    return roll_over(source.plan, year, register, progress=results, answers=words)


def _results(path: StrPath, source: PlanFile) -> Progress:
    """Return what became of the old plan, from a progress file or from the log of the year."""
    from cchc_docs.domain.reporting.progress import progress_of
    from cchc_docs.storage.kinds import kind_of, refuse_other
    from cchc_docs.storage.progress import read_progress
    from cchc_docs.storage.source import Source, read_source

    log: DataFile = path if is_workbook(path) else read_source(path)
    if isinstance(log, Source) and kind_of(log) != "so-lieu":
        refuse_other(log, "tien-do")
        return read_progress(log, source.plan)
    form = form_of(source)
    return progress_of(source.plan, records_for(source, log, form).records, form)


def _answers(path: Path, rolled: Rollover) -> Mapping[str, str]:
    from cchc_docs.domain.answers import check_answers
    from cchc_docs.excel.answers import read_answers

    words, problems = check_answers(rolled.rows, read_answers(read_bytes(path), str(path)))
    if problems:
        raise DataError(problems)
    return words


def _yaml(source: PlanFile, target: Path, rolled: Rollover) -> bytes:
    """Return the new plan's file: the old one with the edits, its profile found from its place."""
    from cchc_docs.domain.edits import SetValue
    from cchc_docs.storage.editing import edited_yaml, with_heading

    profile = os.path.relpath(source.profile, target.parent).replace(os.sep, "/")
    edits = [SetValue(("agency",), profile), *rolled.edits]
    heading = [
        f"Bản thảo kế hoạch năm {rolled.plan.year}, lập bằng lệnh cchc rollover từ kế hoạch năm "
        f"{rolled.plan.year - 1}.",
        f"Mọi thay đổi và câu hỏi còn lại: {WORKBOOK}. Chú thích bên dưới là của tệp năm trước.",
    ]
    text = read_bytes(Path(source.file)).decode()
    return with_heading(edited_yaml(text, source.file, edits), heading).encode()


def _review(
    rows: tuple[ReviewRow, ...], source: PlanFile, year: int, path: str
) -> dict[str, bytes]:
    from cchc_docs.domain.review_text import review_markdown
    from cchc_docs.excel.review_sheet import review_workbook

    unit = source.plan.agency.unit.in_sentence
    title = f"Rà soát kế hoạch cải cách hành chính năm {year} của {unit}"
    about = [f"Kế hoạch năm {year - 1}: {path}"]
    return {
        WORKBOOK: review_workbook(rows, title, about),
        TEXT: review_markdown(rows, title, about).encode(),
    }


def _documents(source: PlanFile, rolled: Rollover, name: str) -> dict[str, bytes]:
    """Return the draft and the comparison, in which the questions stand without their comments.

    LibreOffice puts a blank paragraph before the text of a document with comments, so that with
    them neither reading of the comparison would be exact.
    """
    from cchc_docs.compare.document import compare_documents
    from cchc_docs.ooxml.comments import without_comments
    from cchc_docs.ooxml.package import read_package, write_package

    new = render_bytes(rolled.plan)
    drafts = (
        write_package(without_comments(read_package(one))) for one in (render_bytes(source), new)
    )
    author = source.plan.agency.full_name
    return {name: new, COMPARISON: compare_documents(*drafts, author=author)}


def _write(file: Path, content: bytes, plan: Plan) -> None:
    if file.name == DATA:
        write_atomically(file, content, verify=lambda written: _holds(written, plan))
    elif file.suffix == ".docx":
        write_docx(file, content)
    else:
        write_file(file, content)


def _holds(file: Path, plan: Plan) -> None:
    """Read the new data back: they must say what the review says."""
    read = read_plan(file).plan
    if read.model_copy(update={"agency": plan.agency}) != plan:
        raise AssertionError("the new plan's file does not hold the plan of the review")


def rollover_json(drafted: NextYear) -> dict[str, object]:
    """Return the review as JSON: year, files, and a row for each thing changed, kept or asked."""
    from cchc_docs.domain.review_text import review_json

    return {
        "year": drafted.plan.year,
        "files": [str(file) for file in drafted.files],
        "rows": review_json(drafted.rows),
    }
