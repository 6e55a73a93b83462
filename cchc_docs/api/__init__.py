"""One function for each use: what the command line, and later a web page, call and nothing else.

Paths may be `str` or `Path`. Errors are those of `cchc_docs.errors`, every problem at once.
Each name is loaded when it is first used, and heavy libraries where they are needed, so that
`cchc --help` is instant.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cchc_docs.api.check_results import (
        check_counts as check_counts,
    )
    from cchc_docs.api.check_results import (
        check_json as check_json,
    )
    from cchc_docs.api.check_results import (
        check_lines as check_lines,
    )
    from cchc_docs.api.check_results import (
        check_workbook as check_workbook,
    )
    from cchc_docs.api.checking import (
        Checked as Checked,
    )
    from cchc_docs.api.checking import (
        IssuedForm as IssuedForm,
    )
    from cchc_docs.api.checking import (
        annotated as annotated,
    )
    from cchc_docs.api.checking import (
        check as check,
    )
    from cchc_docs.api.checking import (
        mended as mended,
    )
    from cchc_docs.api.checking import (
        on_printed_pages as on_printed_pages,
    )
    from cchc_docs.api.checking import (
        read_house as read_house,
    )
    from cchc_docs.api.checking import (
        write_mended as write_mended,
    )
    from cchc_docs.api.documents import (
        examine_machine as examine_machine,
    )
    from cchc_docs.api.documents import (
        find_libreoffice as find_libreoffice,
    )
    from cchc_docs.api.documents import (
        render_bytes as render_bytes,
    )
    from cchc_docs.api.documents import (
        render_plan as render_plan,
    )
    from cchc_docs.api.documents import (
        to_pdf as to_pdf,
    )
    from cchc_docs.api.paths import (
        StrPath as StrPath,
    )
    from cchc_docs.api.paths import (
        check_outputs as check_outputs,
    )
    from cchc_docs.api.paths import (
        write_docx as write_docx,
    )
    from cchc_docs.api.paths import (
        write_file as write_file,
    )
    from cchc_docs.api.plans import (
        document_name as document_name,
    )
    from cchc_docs.api.plans import (
        example_figures as example_figures,
    )
    from cchc_docs.api.plans import (
        example_plan as example_plan,
    )
    from cchc_docs.api.plans import (
        init_ward as init_ward,
    )
    from cchc_docs.api.plans import (
        inputs_of as inputs_of,
    )
    from cchc_docs.api.plans import (
        json_schema as json_schema,
    )
    from cchc_docs.api.plans import (
        load_plan as load_plan,
    )
    from cchc_docs.api.plans import (
        read_plan as read_plan,
    )
    from cchc_docs.api.plans import (
        unit_name as unit_name,
    )
    from cchc_docs.api.plans import (
        validate as validate,
    )
    from cchc_docs.api.plans import (
        validate_file as validate_file,
    )
    from cchc_docs.api.records import (
        find_miscounts as find_miscounts,
    )
    from cchc_docs.api.records import (
        parse_day as parse_day,
    )
    from cchc_docs.api.records import (
        read_records as read_records,
    )
    from cchc_docs.api.records import (
        write_workbook as write_workbook,
    )
    from cchc_docs.api.registers import (
        citation_json as citation_json,
    )
    from cchc_docs.api.registers import (
        cited_papers as cited_papers,
    )
    from cchc_docs.api.registers import (
        register_of as register_of,
    )
    from cchc_docs.api.report_files import (
        explain as explain,
    )
    from cchc_docs.api.report_files import (
        render_report as render_report,
    )
    from cchc_docs.api.report_files import (
        write_report as write_report,
    )
    from cchc_docs.api.reports import (
        MadeReport as MadeReport,
    )
    from cchc_docs.api.reports import (
        ReportRequest as ReportRequest,
    )
    from cchc_docs.api.reports import (
        build_report as build_report,
    )
    from cchc_docs.api.reports import (
        make_report as make_report,
    )
    from cchc_docs.api.rollover import (
        NextYear as NextYear,
    )
    from cchc_docs.api.rollover import (
        draft_next_year as draft_next_year,
    )
    from cchc_docs.api.rollover import (
        roll_over_file as roll_over_file,
    )
    from cchc_docs.api.rollover import (
        rollover_json as rollover_json,
    )
    from cchc_docs.api.rules import (
        ExplainedRule as ExplainedRule,
    )
    from cchc_docs.api.rules import (
        explain_rule as explain_rule,
    )
    from cchc_docs.api.rules import (
        explained_rules as explained_rules,
    )
    from cchc_docs.api.rules import (
        rule_json as rule_json,
    )
    from cchc_docs.api.rules import (
        rule_state as rule_state,
    )
    from cchc_docs.api.templates import (
        check_template as check_template,
    )
    from cchc_docs.api.templates import (
        copy_form as copy_form,
    )
    from cchc_docs.api.templates import (
        copy_template as copy_template,
    )
    from cchc_docs.api.templates import (
        dump_document as dump_document,
    )

_HOMES: Final = {
    "check_results": ("check_counts", "check_json", "check_lines", "check_workbook"),
    "checking": (
        "Checked",
        "IssuedForm",
        "annotated",
        "check",
        "mended",
        "on_printed_pages",
        "read_house",
        "write_mended",
    ),
    "documents": ("examine_machine", "find_libreoffice", "render_bytes", "render_plan", "to_pdf"),
    "paths": ("StrPath", "check_outputs", "write_docx", "write_file"),
    "plans": (
        "document_name",
        "example_figures",
        "example_plan",
        "init_ward",
        "inputs_of",
        "json_schema",
        "load_plan",
        "read_plan",
        "unit_name",
        "validate",
        "validate_file",
    ),
    "records": ("find_miscounts", "parse_day", "read_records", "write_workbook"),
    "registers": ("citation_json", "cited_papers", "register_of"),
    "report_files": ("explain", "render_report", "write_report"),
    "reports": ("MadeReport", "ReportRequest", "build_report", "make_report"),
    "rollover": ("NextYear", "draft_next_year", "roll_over_file", "rollover_json"),
    "rules": ("ExplainedRule", "explain_rule", "explained_rules", "rule_json", "rule_state"),
    "templates": ("check_template", "copy_form", "copy_template", "dump_document"),
}
"""The public names of each module of this room."""

_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
