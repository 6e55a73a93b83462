"""`cchc doctor`: what this machine has and what a full run needs."""

from __future__ import annotations

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import say


@click.command(
    name="doctor",
    options_metavar=options.METAVAR,
    short_help="Xem máy có đủ phần mềm không.",
)
def command() -> int:
    """Xem máy có đủ phần mềm và phông chữ để in Word, PDF không."""
    for check in api.examine_machine():
        say(f"{'ĐỦ   ' if check.fine else 'THIẾU'} {check.what}: {check.found}")
        if check.fix:
            say(f"      Cách sửa: {check.fix}")
    return 0
