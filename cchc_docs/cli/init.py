"""`cchc init`: the starting folder of a new ward."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import say

_PLANNING_STARTS = 9  # from September on, an officer who starts a plan means next year's


@click.command(
    name="init",
    options_metavar=options.METAVAR,
    short_help="Tạo thư mục ban đầu cho một đơn vị.",
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ_MỤC")
@click.option(
    "--year",
    type=click.IntRange(2000, 2100),
    metavar="NĂM",
    help="Năm kế hoạch; mặc định theo ngày hôm nay.",
)
@options.overwrite
def command(folder: Path, year: int | None, overwrite: bool) -> int:
    """Tạo thư mục ban đầu: hồ sơ đơn vị và một kế hoạch ngắn có chú giải."""
    today = dt.date.today()
    year = year or today.year + (today.month >= _PLANNING_STARTS)
    written = api.init_ward(folder, year, overwrite=overwrite)
    for path in written:
        say(f"Đã ghi {path}")
    plan = next(path for path in written if path.name == "ke-hoach.yaml")
    say(f'Sửa hai tệp .yaml, rồi chạy: cchc render "{plan}"')
    return 0
