"""Made reports as files: Word, PDF, kept figures; and each figure with where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc_docs.api.paths import StrPath, check_outputs, write_docx, write_file
from cchc_docs.api.reports import MadeReport
from cchc_docs.errors import FiguresError, OpenQuestionsError, Place, Problem
from cchc_docs.findings import Level
from cchc_docs.storage import resources
from cchc_docs.storage.files import read_bytes

if TYPE_CHECKING:
    from cchc_docs.domain.questions import OpenQuestion
    from cchc_docs.model.records import RecordsFile
    from cchc_docs.model.report import Figure, Report


def report_name(report: Report) -> str:
    """Return the name of a report's file, without ending: ``bao-cao-cchc-quy-i-2024``."""
    return f"bao-cao-cchc-{report.period.kind.slug}-{report.year}"


def render_report(
    made: MadeReport, *, final: bool = False, template: StrPath | None = None
) -> bytes:
    """Return the report as the bytes of a .docx; equal data give equal bytes.

    A draft carries open questions and failed rules as Word comments.

    Raises:
        OpenQuestionsError: `final` is asked for while `[[…]]` remains.
        FiguresError: `final` is asked for while a rule fails or the window has not closed.
        TemplateError: the template cannot be used.
        FileAccessError: the template is not there.
    """
    from cchc_docs.domain.reporting.remarks import remarks_on
    from cchc_docs.render.document import render_document
    from cchc_docs.render.report_names import ReportView
    from cchc_docs.render.report_view import prepare_report
    from cchc_docs.render.template import compile_template

    if final:
        _refuse_unfinished(made)
    report = made.report
    source = Path(template or report.agency.reports.template or resources.REPORT_TEMPLATE)
    compiled = compile_template(read_bytes(source), str(source), ReportView)
    remarks = remarks_on(report, made.findings)
    return render_document(prepare_report(report, draft=not final, remarks=remarks), compiled)


_STOPS_FINAL = "window-open"


def _refuse_unfinished(made: MadeReport) -> None:
    from cchc_docs.domain.questions import open_questions

    typed = {one.path: made.log.place(one.source) for one in made.report.typed}
    asked: dict[tuple[Place, str], list[str]] = {}
    for question in open_questions(made.report):
        place = typed.get(question.path)
        what, fix = _where_to_answer(question, is_typed=place is not None)
        asked.setdefault((place or Place(made.log.file), fix), []).append(what)
    missing = [
        Problem(place, f"Còn thiếu: {'; '.join(dict.fromkeys(texts)).rstrip('.?')}.", fix)
        for (place, fix), texts in asked.items()
    ]
    stops = [one for one in made.findings if one.level is Level.ERROR or one.rule == _STOPS_FINAL]
    if stops:
        wrong = [Problem(one.place, one.what, one.fix) for one in stops]
        raise FiguresError([*wrong, *missing])
    if missing:
        raise OpenQuestionsError(missing)


def _where_to_answer(question: OpenQuestion, *, is_typed: bool) -> tuple[str, str]:
    """Return what a report lacks, and where an officer writes it."""
    from cchc_docs.domain.reporting.gaps import Gap, gap_of, is_of_dossiers

    if is_typed:
        return question.text, "Trả lời câu hỏi này trong sổ."
    match question.path[0]:
        case "addressees":
            what = question.text.partition(": ")[2]
            return what, 'Ghi cơ quan nhận vào "addressees" ở mục "reports" của hồ sơ đơn vị.'
        case "agency" | "recipients":
            return question.text, "Ghi vào hồ sơ đơn vị."
        case "opening":
            return question.text.partition(": ")[2], 'Ghi vào "Thông tin chung" của sổ.'
    gap, what = gap_of(question.text)
    match gap:
        case Gap.FIGURE:
            sheet = "Hồ sơ TTHC" if is_of_dossiers(what) else "Số liệu khác"
            return what, f'Ghi số liệu vào trang "{sheet}" của sổ.'
        case Gap.LAST_YEAR:
            return what, 'Ghi số liệu vào trang "Cùng kỳ năm trước" của sổ.'
        case Gap.CONTENT:
            return what, 'Ghi vào trang "Nội dung" của sổ, hoặc ghi số liệu của mục này.'
        case None:
            return what, "Trả lời câu hỏi này trong kế hoạch."


def write_report(
    made: MadeReport,
    folder: StrPath,
    *,
    final: bool = False,
    pdf: bool = False,
    template: StrPath | None = None,
    overwrite: bool = False,
) -> list[Path]:
    """Write a report as .docx, as PDF if asked, and the figures of a final one beside it.

    Nothing is written unless everything can be.

    Raises:
        OpenQuestionsError, FiguresError: as `render_report`.
        TemplateError: the template cannot be used.
        ConversionError: the PDF cannot be made.
        FileAccessError: a file exists and `overwrite` is false, or cannot be written.
    """
    from cchc_docs.api.documents import to_pdf
    from cchc_docs.storage.kept import kept_json

    name = report_name(made.report)
    endings = [".docx", *([".pdf"] if pdf else []), *([".json"] if final else [])]
    files = [Path(folder) / f"{name}{ending}" for ending in endings]
    check_outputs(files, overwrite=overwrite, inputs=[template, *made.inputs])
    document = render_report(made, final=final, template=template)
    contents = {".docx": document, ".json": kept_json(made.kept)}
    if pdf:
        contents[".pdf"] = to_pdf({name: document})[name]
    for file in files:
        write = write_docx if file.suffix == ".docx" else write_file
        write(file, contents[file.suffix])
    return files


def explain(made: MadeReport) -> list[dict[str, Any]]:
    """Return every printed figure with its value, its rule, and the records behind it.

    `value` is exact (a share is a fraction, ``12/21``), `text` as it is printed.
    """
    from cchc_docs.domain.places import outline_places

    places = outline_places(made.report)
    return [
        {
            "where": places.get(one.path[:-1], ""),
            "printed": _value_at(made.report, one.path)[one.start : one.end],
            **_figure_json(one.figure, made.log),
        }
        for one in made.report.printed
    ]


def _value_at(value: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _written(value: Any) -> str:
    """Return a value of the log as an officer writes it."""
    from cchc_docs.vietnamese.numbers import number_text

    return number_text(value) if isinstance(value, int | Decimal) else str(value)


def _shown(path: Sequence[str | int]) -> Sequence[str | int]:
    """Return the value to show of a record: of a whole row it is the id."""
    return path if len(path) > 2 else (*path, "id")


def _figure_json(figure: Figure, log: RecordsFile) -> dict[str, Any]:
    from cchc_docs.domain.reporting.sentences import figure_text

    return {
        "figure": figure.id,
        "title": figure.title,
        "unit": figure.unit,
        "value": str(figure.value),
        "text": figure_text(figure),
        "rule": figure.rule,
        "records": [
            {"place": str(log.place(path)), "value": _written(_value_at(log.records, _shown(path)))}
            for path in figure.records
        ],
        "parts": [_figure_json(part, log) for part in figure.parts],
    }
