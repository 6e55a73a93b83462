"""`cchc template`: for those who edit a Word template: check its tags, print it as text."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_problems, say
from cchc_docs.errors import EXIT_TEMPLATE

_file = click.argument("file", type=click.Path(path_type=Path), metavar="MẪU.docx")


@click.group(
    name="template",
    options_metavar=options.METAVAR,
    subcommand_metavar="LỆNH …",
    short_help="Kiểm tra, xem một mẫu Word.",
)
def command() -> None:
    """Chép (copy), kiểm tra (check) hoặc xem dạng chữ (dump) một mẫu Word."""


@command.command(name="copy", options_metavar=options.METAVAR)
@_file
@options.overwrite
def copy(file: Path, overwrite: bool) -> int:
    """Chép mẫu kế hoạch có sẵn ra MẪU.docx để sửa thành mẫu riêng."""
    api.copy_template(file, overwrite=overwrite)
    say(f"Đã ghi {file}")
    return 0


@command.command(name="check", options_metavar=options.METAVAR)
@_file
def check(file: Path) -> int:
    """Đối chiếu các thẻ trong mẫu với những tên có thể dùng."""
    report = api.check_template(file)
    print_problems(report.errors)
    for name in report.unused:
        say(f"LƯU Ý {file}: mẫu không in {name}")
    if report.errors:
        return EXIT_TEMPLATE
    say(f"{file}: mẫu dùng được.")
    return 0


@command.command(name="dump", options_metavar=options.METAVAR)
@_file
def dump(file: Path) -> int:
    """In kiểu định dạng, chữ và thẻ của từng đoạn, để so sánh hai mẫu."""
    click.echo(api.dump_document(file), nl=False)
    return 0
