"""`cchc report`: a periodic report from the plan and its log of figures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import finding_json, print_findings, print_json, say, watched
from cchc_docs.errors import EXIT_FINDINGS, DataError
from cchc_docs.findings import Level
from cchc_docs.vietnamese.dates import short_date


class _Day(click.ParamType[dt.date]):
    """A day, written as in the log."""

    name = "ngày"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        try:
            return api.parse_day(value)
        except DataError as error:
            (problem,) = error.problems
            self.fail(f"{problem.what} {problem.fix}", param, ctx)


@click.command(
    name="report",
    options_metavar=options.METAVAR,
    short_help="Lập báo cáo quý I, 6 tháng, quý III, 9 tháng, năm.",
)
@options.plan
@click.option(
    "--period",
    type=click.Choice(["Q1", "H1", "Q3", "9M", "YEAR"]),
    required=True,
    metavar="KỲ",
    help="Q1: quý I; H1: 6 tháng; Q3: quý III; 9M: 9 tháng; YEAR: năm.",
)
@click.option(
    "--figures",
    type=click.Path(path_type=Path),
    required=True,
    metavar="SỔ",
    help="Sổ số liệu (.xlsx hoặc .yaml).",
)
@options.out
@options.pdf
@click.option(
    "--final",
    is_flag=True,
    help="Bản chính thức: đủ số liệu, không sai quy tắc nào, kỳ đã chốt.",
)
@options.template
@click.option(
    "--from", "first", type=_Day(), metavar="NGÀY", help="Ngày đầu kỳ, nếu khác quy định."
)
@click.option("--to", "last", type=_Day(), metavar="NGÀY", help="Ngày chốt, nếu khác quy định.")
@click.option("--statistics", is_flag=True, help="Kèm phụ lục thống kê.")
@click.option("--charts", is_flag=True, help="Kèm phụ lục biểu đồ.")
@click.option(
    "--next-plan",
    type=click.Path(path_type=Path),
    metavar="KẾ_HOẠCH.yaml",
    help="Kế hoạch năm sau, cho phần phương hướng của báo cáo năm.",
)
@click.option(
    "--explain", is_flag=True, help="Nêu từng số liệu đã in được tính từ đâu; không ghi tệp."
)
@options.output_format
@options.overwrite
def command(
    plan: Path,
    period: str,
    figures: Path,
    out: Path,
    pdf: bool,
    final: bool,
    template: Path | None,
    first: dt.date | None,
    last: dt.date | None,
    statistics: bool,
    charts: bool,
    next_plan: Path | None,
    explain: bool,
    output_format: str,
    overwrite: bool,
) -> int:
    """Lập báo cáo định kỳ từ kế hoạch và sổ số liệu; mặc định là bản dự thảo."""
    source = api.read_plan(plan)
    request = api.ReportRequest(
        period=period,
        figures=figures,
        today=dt.date.today(),
        first=first,
        last=last,
        statistics=statistics,
        charts=charts,
        next_plan=next_plan,
        earlier=out,
    )
    with watched("Đang đọc sổ") as watch:
        made = api.make_report(source, request, watch)
    if explain:
        _tell_figures(made, output_format)
        return 0
    files = api.write_report(
        made, out, final=final, pdf=pdf, template=template, overwrite=overwrite
    )
    if output_format == "json":
        print_json(
            {
                "files": [str(file) for file in files],
                "earliest": made.earliest.isoformat(),
                "due": made.due.isoformat() if made.due else None,
                "findings": [finding_json(one) for one in made.findings],
            }
        )
    else:
        tell(made, files)
    return EXIT_FINDINGS if any(one.level is Level.ERROR for one in made.findings) else 0


def tell(made: api.MadeReport, files: list[Path]) -> None:
    """Print the files, what is doubtful, and when the report may and must be sent."""
    for file in files:
        say(f"Đã ghi {file}")
    print_findings(made.findings)
    due = f"; hạn gửi của đơn vị: ngày {short_date(made.due)}" if made.due else ""
    say(f"Gửi sớm nhất ngày {short_date(made.earliest)}{due}.")


def _tell_figures(made: api.MadeReport, output_format: str) -> None:
    figures = api.explain(made)
    if output_format == "json":
        print_json({"figures": figures})
        return
    for one in figures:
        say(f"{one['where']}: {one['printed']}")
        _tell_origin(one, "    ")


def _tell_origin(figure: dict[str, Any], margin: str) -> None:
    say(f"{margin}{figure['title']}: {figure['text']} ({figure['rule']})")
    for record in figure["records"]:
        say(f"{margin}  {record['place']}: {record['value']}")
    for part in figure["parts"]:
        _tell_origin(part, f"{margin}  ")
