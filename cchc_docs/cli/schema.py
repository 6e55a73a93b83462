"""`cchc schema`: JSON Schema, with which an editor completes and checks the YAML."""

from __future__ import annotations

from typing import Literal

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_json


@click.command(
    name="schema",
    options_metavar=options.METAVAR,
    short_help="In JSON Schema của tệp dữ liệu.",
)
@click.argument(
    "kind",
    type=click.Choice(["ke-hoach", "don-vi", "tien-do", "so-lieu", "van-ban"]),
    default="ke-hoach",
    metavar="[LOẠI]",
)
def command(kind: Literal["ke-hoach", "don-vi", "tien-do", "so-lieu", "van-ban"]) -> int:
    """In JSON Schema của tệp dữ liệu.

    LOẠI: ke-hoach (mặc định), don-vi, tien-do, so-lieu, van-ban.
    """
    print_json(api.json_schema(kind))
    return 0
