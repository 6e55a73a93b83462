"""`cchc schema`: JSON Schema, with which an editor completes and checks the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_json

if TYPE_CHECKING:
    from cchc_docs.storage.kinds import DataKind

_KINDS = "\n".join(f"  {kind:<15}{called}" for kind, called in api.DATA_KINDS.items())


@click.command(
    name="schema",
    options_metavar=options.METAVAR,
    short_help="In JSON Schema của tệp dữ liệu.",
    help=f"In JSON Schema của tệp dữ liệu; không ghi LOẠI là của kế hoạch.\n\n\b\nLOẠI:\n{_KINDS}",
)
@click.argument(
    "kind",
    type=click.Choice(list(api.DATA_KINDS)),
    default="ke-hoach",
    metavar="[LOẠI]",
)
def command(kind: DataKind) -> int:
    """Print the schema of one kind of file."""
    print_json(api.json_schema(kind))
    return 0
