"""`cchc workbook`: the Excel workbook an officer fills as things happen, made from the plan."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import say


@click.command(
    name="workbook",
    options_metavar=options.METAVAR,
    short_help="Lập sổ số liệu Excel của năm.",
)
@options.plan
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="SỔ.xlsx",
    help="Tên sổ sẽ ghi.",
)
@click.option(
    "--from",
    "filled",
    type=click.Path(path_type=Path),
    metavar="SỔ_CŨ",
    help="Sổ đã ghi (.xlsx hoặc .yaml): nội dung được chuyển sang sổ mới, sổ cũ giữ nguyên.",
)
@options.overwrite
def command(plan: Path, out: Path, filled: Path | None, overwrite: bool) -> int:
    """Lập sổ Excel để ghi tiến độ nhiệm vụ, kết quả chỉ tiêu và số liệu báo cáo trong năm."""
    api.write_workbook(api.read_plan(plan), out, filled=filled, overwrite=overwrite)
    say(f"Đã ghi {out}")
    return 0
