"""`cchc template`: for those who edit a Word template: check its tags, print it as text."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_problems, say
from cchc_docs.errors import EXIT_TEMPLATE

_report = click.option(
    "--report", is_flag=True, help="Mẫu của báo cáo; không ghi thì là mẫu của kế hoạch."
)
_file = click.argument("file", type=click.Path(path_type=Path), metavar="MẪU.docx")


@click.group(
    name="template",
    options_metavar=options.METAVAR,
    subcommand_metavar="LỆNH …",
    short_help="Chép, kiểm tra, xem một mẫu.",
)
def command() -> None:
    """Chép (copy) một mẫu; kiểm tra (check), xem dạng chữ (dump) một mẫu Word."""


@command.command(name="copy", options_metavar=options.METAVAR)
@click.argument("file", type=click.Path(path_type=Path), metavar="MẪU")
@_report
@click.option("--form", is_flag=True, help="Đề cương, số liệu, câu của báo cáo (.yaml).")
@click.option("--statistics", is_flag=True, help="Biểu thống kê của báo cáo (.yaml).")
@options.overwrite
def copy(file: Path, report: bool, form: bool, statistics: bool, overwrite: bool) -> int:
    """Chép mẫu có sẵn ra MẪU để sửa thành mẫu riêng.

    Không ghi gì thêm thì là mẫu Word của kế hoạch.
    """
    if report + form + statistics > 1:
        raise click.UsageError("Chỉ dùng một trong --report, --form, --statistics.")
    if form or statistics:
        api.copy_form(file, statistics=statistics, overwrite=overwrite)
    else:
        api.copy_template(file, report=report, overwrite=overwrite)
    say(f"Đã ghi {file}")
    return 0


@command.command(name="check", options_metavar=options.METAVAR)
@_file
@_report
def check(file: Path, report: bool) -> int:
    """Đối chiếu các thẻ trong mẫu với những tên có thể dùng."""
    found = api.check_template(file, report=report)
    print_problems(found.errors)
    for name in found.unused:
        say(f"LƯU Ý {file}: mẫu không in {name}")
    if found.errors:
        return EXIT_TEMPLATE
    say(f"{file}: mẫu dùng được.")
    return 0


@command.command(name="dump", options_metavar=options.METAVAR)
@_file
def dump(file: Path) -> int:
    """In kiểu định dạng, chữ và thẻ của từng đoạn, để so sánh hai mẫu."""
    click.echo(api.dump_document(file), nl=False)
    return 0
