"""Options and arguments several commands share, so that they look and read the same."""

from __future__ import annotations

from pathlib import Path

import click

METAVAR = "[TÙY CHỌN]"

out = click.option(
    "--out",
    type=click.Path(path_type=Path),
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
documents = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TỆP…"
)
pdf = click.option("--pdf", is_flag=True, help="Xuất thêm PDF (cần LibreOffice).")
template = click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="MẪU.docx",
    help="Mẫu Word riêng của đơn vị.",
)
plan = click.argument("plan", type=click.Path(path_type=Path), metavar="KẾ_HOẠCH.yaml")
