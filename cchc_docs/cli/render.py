"""`cchc render`: plans to Word and PDF, several at once; a bad one does not stop the others."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_docs.cli import options
from cchc_docs.cli.batch import Batch


@click.command(
    name="render",
    options_metavar=options.METAVAR,
    short_help="In kế hoạch ra Word và PDF.",
)
@options.documents
@options.out
@options.pdf
@click.option(
    "--final",
    is_flag=True,
    help="Bản chính thức: không còn câu hỏi [[…]], không in DỰ THẢO.",
)
@options.template
@options.overwrite
def command(
    files: tuple[Path, ...],
    out: Path,
    pdf: bool,
    final: bool,
    template: Path | None,
    overwrite: bool,
) -> int:
    """In kế hoạch ra Word; mặc định là bản dự thảo."""
    return Batch(out, pdf, final, overwrite, template).render(files)
