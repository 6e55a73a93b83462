"""Plans as Word files and PDF, drafts and final ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cchc_docs.api.paths import StrPath, check_outputs, write_docx
from cchc_docs.api.plans import data_of, inputs_of, places_of
from cchc_docs.errors import DataError, OpenQuestionsError, Problem
from cchc_docs.storage import resources
from cchc_docs.storage.files import read_bytes

if TYPE_CHECKING:
    from cchc_docs.model.plan import Plan
    from cchc_docs.render.machine import MachineCheck
    from cchc_docs.storage.loading import PlanFile


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
        FileAccessError: the target exists and `overwrite` is false, is one of the files that are
            read, or cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        check_outputs([target], overwrite=overwrite, inputs=[template, *inputs_of(plan)])
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

    data = data_of(plan)
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
        place = places_of(plan)
        raise DataError([Problem(place(one.path), one.what, one.fix) for one in broken])


def _refuse_open_questions(plan: Plan | PlanFile) -> None:
    from cchc_docs.domain.questions import open_questions

    if questions := list(open_questions(data_of(plan))):
        place = places_of(plan)
        fix = "Thay cả cụm [[…]] bằng nội dung đúng, rồi in lại bản chính thức."
        raise OpenQuestionsError(
            [
                Problem(place(one.path), f"Còn câu hỏi chưa trả lời: {one.text}", fix)
                for one in questions
            ]
        )


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


def examine_machine() -> list[MachineCheck]:
    """Return what this machine has of what a full run needs."""
    from cchc_docs.render.machine import examine_machine as examine

    return list(examine())
