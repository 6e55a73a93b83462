"""Word templates and forms of reports: checked, copied, and shown as plain text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cchc_docs.api.paths import StrPath, write_docx, write_file
from cchc_docs.storage import resources
from cchc_docs.storage.files import check_output, read_bytes

if TYPE_CHECKING:
    from cchc_docs.render.template import TemplateReport


def check_template(path: StrPath, *, report: bool = False) -> TemplateReport:
    """Return every error of a Word template, and the names of the view it does not use.

    `report` tells that it is the template of a report, not of a plan.

    Raises:
        FileAccessError: the file is not there.
        TemplateError: it is no Word file.
    """
    from cchc_docs.render.report_names import ReportView
    from cchc_docs.render.template import examine_template
    from cchc_docs.render.view import PlanView

    view = ReportView if report else PlanView
    return examine_template(read_bytes(Path(path)), str(path), view)


def copy_template(path: StrPath, *, report: bool = False, overwrite: bool = False) -> None:
    """Write the shipped Word template of a plan to `path`, to be edited and used as one's own.

    `report` asks for that of a report instead.

    Raises:
        FileAccessError: the file exists and `overwrite` is false, or cannot be written.
    """
    check_output(Path(path), overwrite=overwrite)
    write_docx(path, read_bytes(resources.REPORT_TEMPLATE if report else resources.PLAN_TEMPLATE))


def copy_form(path: StrPath, *, statistics: bool = False, overwrite: bool = False) -> None:
    """Write the shipped form of reports (YAML) to `path`, to be edited and used as one's own.

    `statistics` asks for the rows of the statistical annex instead.

    Raises:
        FileAccessError: the file exists and `overwrite` is false, or cannot be written.
    """
    from cchc_docs.storage.report_form import FORM, STATISTICS

    check_output(Path(path), overwrite=overwrite)
    write_file(path, read_bytes(STATISTICS if statistics else FORM))


def dump_document(path: StrPath) -> str:
    """Return style and text of every paragraph of a .docx, headers included, as plain text.

    Raises:
        FileAccessError: the file is not there.
        TemplateError: it is no Word file.
    """
    from cchc_docs.layout.dump import dump
    from cchc_docs.render.template import template_parts

    return dump(template_parts(read_bytes(Path(path)), str(path)))
