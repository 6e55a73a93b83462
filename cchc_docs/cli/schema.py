"""`cchc schema`: JSON Schema, with which an editor completes and checks the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_json

if TYPE_CHECKING:
    from cchc_docs.storage.schema import SchemaKind

KINDS = ("ke-hoach", "don-vi", "tien-do", "so-lieu", "van-ban", "mau-bao-cao", "bieu-thong-ke")


@click.command(
    name="schema",
    options_metavar=options.METAVAR,
    short_help="In JSON Schema của tệp dữ liệu.",
)
@click.argument(
    "kind",
    type=click.Choice(KINDS),
    default="ke-hoach",
    metavar="[LOẠI]",
)
def command(kind: SchemaKind) -> int:
    """In JSON Schema của tệp dữ liệu.

    LOẠI: ke-hoach (mặc định), don-vi, tien-do, so-lieu, van-ban, mau-bao-cao, bieu-thong-ke.
    """
    print_json(api.json_schema(kind))
    return 0
