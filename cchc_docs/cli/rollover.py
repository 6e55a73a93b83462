"""`cchc rollover`: next year's plan from this year's, with a review of every change."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_json, say


@click.command(
    name="rollover",
    options_metavar=options.METAVAR,
    short_help="Lập bản thảo kế hoạch năm sau từ kế hoạch năm nay.",
)
@options.plan
@click.option(
    "--year",
    type=int,
    required=True,
    metavar="NĂM",
    help="Năm của kế hoạch mới: năm liền sau kế hoạch cũ.",
)
@options.out
@click.option(
    "--progress",
    type=click.Path(path_type=Path),
    metavar="TIẾN_ĐỘ",
    help="Kết quả của năm cũ: việc nào xong, chỉ tiêu nào đạt.",
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path),
    metavar="RA_SOÁT.xlsx",
    help="Bảng rà soát đã ghi cột Trả lời.",
)
@options.output_format
@options.overwrite
def command(
    plan: Path,
    year: int,
    out: Path,
    progress: Path | None,
    answers: Path | None,
    output_format: str,
    overwrite: bool,
) -> int:
    """Lập bản thảo kế hoạch năm sau, bảng rà soát mọi thay đổi và bản so sánh."""
    drafted = api.draft_next_year(
        plan, year, out, progress=progress, answers=answers, overwrite=overwrite
    )
    if output_format == "json":
        print_json(api.rollover_json(drafted))
    else:
        tell(drafted)
    return 0


def tell(drafted: api.NextYear) -> None:
    """Print the files, then how many rows the review has of each kind, questions first."""
    for file in drafted.files:
        say(f"Đã ghi {file}")
    open_rows = [row for row in drafted.rows if row.question and row.answer is None]
    answered = sum(row.question is not None and row.answer is not None for row in drafted.rows)
    others = Counter(row.done.label for row in drafted.rows if not row.question)
    parts = [f"{len(open_rows)} câu hỏi chưa trả lời"]
    parts += [f"{answered} câu đã trả lời"] if answered else []
    for label, count in others.items():
        parts.append(f"{count} chỗ {'hỏi chung câu khác' if label == 'hỏi' else label}")
    say(f"Rà soát {len(drafted.rows)} chỗ: {', '.join(parts)}.")
    if open_rows:
        workbook = next(file for file in drafted.files if file.suffix == ".xlsx")
        say(f"Ghi câu trả lời vào cột Trả lời của {workbook}, rồi chạy lại với --answers.")
