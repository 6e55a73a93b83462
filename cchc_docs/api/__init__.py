"""One function for each use: what the command line, and later a web page, call and nothing else.

Paths may be `str` or `Path`. Errors are those of `cchc_docs.errors`, every problem at once.
Importing this loads none of the heavy libraries: each function loads those it needs.
"""
# ruff: isort: skip_file
# One block for each module: sorted by ruff, every `X as X`, which exports X, becomes its own.

from cchc_docs.api.check_results import (
    check_counts as check_counts,
    check_json as check_json,
    check_lines as check_lines,
    check_workbook as check_workbook,
)
from cchc_docs.api.checking import (
    Checked as Checked,
    IssuedForm as IssuedForm,
    annotated as annotated,
    check as check,
    mended as mended,
    on_printed_pages as on_printed_pages,
    read_house as read_house,
    write_mended as write_mended,
)
from cchc_docs.api.documents import (
    examine_machine as examine_machine,
    find_libreoffice as find_libreoffice,
    render_bytes as render_bytes,
    render_plan as render_plan,
    to_pdf as to_pdf,
)
from cchc_docs.api.folders import (
    FoundDocuments as FoundDocuments,
    find_documents as find_documents,
)
from cchc_docs.api.paths import (
    StrPath as StrPath,
    check_ending as check_ending,
    check_outputs as check_outputs,
    write_docx as write_docx,
    write_file as write_file,
)
from cchc_docs.api.plans import (
    DATA_KINDS as DATA_KINDS,
    ValidatedFile as ValidatedFile,
    document_name as document_name,
    example_figures as example_figures,
    example_plan as example_plan,
    init_ward as init_ward,
    inputs_of as inputs_of,
    json_schema as json_schema,
    load_plan as load_plan,
    read_plan as read_plan,
    unit_name as unit_name,
    validate as validate,
    validate_file as validate_file,
)
from cchc_docs.api.records import (
    find_miscounts as find_miscounts,
    parse_day as parse_day,
    read_records as read_records,
    write_workbook as write_workbook,
)
from cchc_docs.api.registers import (
    citation_json as citation_json,
    cited_papers as cited_papers,
    register_of as register_of,
)
from cchc_docs.api.report_files import (
    explain as explain,
    render_report as render_report,
    write_report as write_report,
)
from cchc_docs.api.reports import (
    MadeReport as MadeReport,
    ReportRequest as ReportRequest,
    build_report as build_report,
    make_report as make_report,
)
from cchc_docs.api.rollover import (
    NextYear as NextYear,
    draft_next_year as draft_next_year,
    roll_over_file as roll_over_file,
    rollover_json as rollover_json,
)
from cchc_docs.api.rules import (
    explain_rule as explain_rule,
    explained_rules as explained_rules,
    rule_json as rule_json,
    rule_state as rule_state,
)
from cchc_docs.api.templates import (
    check_template as check_template,
    copy_form as copy_form,
    copy_template as copy_template,
    dump_document as dump_document,
)
