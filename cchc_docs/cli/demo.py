"""`cchc demo`: the main job on the shipped example, into a folder one can throw away."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.batch import Batch
from cchc_docs.cli.console import say
from cchc_docs.cli.rollover import tell

_NEXT_YEAR = 2025


@click.command(
    name="demo",
    options_metavar=options.METAVAR,
    short_help="Chạy thử trên kế hoạch thật của một phường.",
)
@options.out
def command(out: Path) -> int:
    """Chạy thử: in kế hoạch năm 2024 của phường Hoài Hảo, lập bản thảo năm 2025 và các báo cáo."""
    example = api.example_plan()
    with_pdf = api.find_libreoffice() is not None
    say("Ví dụ: kế hoạch cải cách hành chính năm 2024 của phường Hoài Hảo, bản chính thức.")
    code = Batch(out, with_pdf, final=True, overwrite=True).render([example])
    if not with_pdf:
        say(
            "Chưa có PDF vì máy chưa cài LibreOffice; Debian, Ubuntu: "
            "sudo apt install libreoffice-writer-nogui fonts-liberation2"
        )
    say(f"Từ kế hoạch đó, bản thảo năm {_NEXT_YEAR}, bảng rà soát và bản so sánh:")
    folder = out / str(_NEXT_YEAR)
    tell(api.draft_next_year(example, _NEXT_YEAR, folder, overwrite=True))
    say("Bốn báo cáo năm 2024 từ kế hoạch đó; số liệu là giả định:")
    _report(example, out / "bao-cao", with_pdf=with_pdf)
    say(f'Dữ liệu của ví dụ: {example}. Bắt đầu cho đơn vị mình: "cchc init THƯ_MỤC".')
    return code


def _report(plan: Path, out: Path, *, with_pdf: bool) -> None:
    source = api.read_plan(plan)
    for period in ("Q1", "H1", "Q3", "YEAR"):
        request = api.ReportRequest(
            period=period, figures=api.example_figures(), today=dt.date.today(), earlier=out
        )
        made = api.make_report(source, request)
        for file in api.write_report(made, out, final=True, pdf=with_pdf, overwrite=True):
            say(f"Đã ghi {file}")
