"""Options and arguments several commands share, so that they look and read the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

METAVAR = "[TÙY CHỌN]"


class _FilePath(click.Path):
    """The path of a file or a folder; an empty one would stand for the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not str(value).strip():
            self.fail("tên tệp, thư mục để trống.", param, ctx)
        return Path(value)


FILE = _FilePath()

out = click.option(
    "--out",
    type=FILE,
    metavar="THƯ_MỤC",
    default=Path("out"),
    show_default=True,
    help="Thư mục ghi kết quả.",
)
overwrite = click.option("--overwrite", is_flag=True, help="Ghi đè tệp đã có.")
output_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    metavar="KIỂU",
    help="text: để đọc; json: để chương trình khác dùng.",
)
documents = click.argument("files", nargs=-1, required=True, type=FILE, metavar="TỆP…")
pdf = click.option("--pdf", is_flag=True, help="Xuất thêm PDF (cần LibreOffice).")
template = click.option(
    "--template",
    type=FILE,
    metavar="MẪU.docx",
    help="Mẫu Word riêng của đơn vị.",
)
plan = click.argument("plan", type=FILE, metavar="KẾ_HOẠCH.yaml")
