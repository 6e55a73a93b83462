"""One function for each use: what the command line, and later a web page, call and nothing else.

Paths may be `str` or `Path`. Errors are those of `cchc_docs.errors`, every problem at once.
Heavy libraries are imported where they are needed, so that `cchc --help` is instant.
"""

from cchc_docs.api.documents import (
    examine_machine,
    find_libreoffice,
    render_bytes,
    render_plan,
    to_pdf,
)
from cchc_docs.api.paths import StrPath, check_outputs, write_docx, write_file
from cchc_docs.api.plans import (
    document_name,
    example_figures,
    example_plan,
    init_ward,
    json_schema,
    load_plan,
    read_plan,
    unit_name,
    validate,
    validate_file,
)
from cchc_docs.api.records import find_miscounts, read_records, write_workbook
from cchc_docs.api.registers import citation_json, cited_papers, register_of
from cchc_docs.api.report_files import explain, render_report, write_report
from cchc_docs.api.reports import MadeReport, ReportRequest, build_report, make_report
from cchc_docs.api.rollover import NextYear, draft_next_year, roll_over_file, rollover_json
from cchc_docs.api.templates import check_template, copy_template, dump_document

__all__ = [
    "MadeReport",
    "NextYear",
    "ReportRequest",
    "StrPath",
    "build_report",
    "check_outputs",
    "check_template",
    "citation_json",
    "cited_papers",
    "copy_template",
    "document_name",
    "draft_next_year",
    "dump_document",
    "examine_machine",
    "example_figures",
    "example_plan",
    "explain",
    "find_libreoffice",
    "find_miscounts",
    "init_ward",
    "json_schema",
    "load_plan",
    "make_report",
    "read_plan",
    "read_records",
    "register_of",
    "render_bytes",
    "render_plan",
    "render_report",
    "roll_over_file",
    "rollover_json",
    "to_pdf",
    "unit_name",
    "validate",
    "validate_file",
    "write_docx",
    "write_file",
    "write_report",
    "write_workbook",
]
