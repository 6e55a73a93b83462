"""`cchc refs`: every citation of a plan with its legal standing on the plan's date."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_json, say


@click.command(
    name="refs",
    options_metavar=options.METAVAR,
    short_help="Liệt kê văn bản được viện dẫn và hiệu lực.",
)
@options.plan
@options.output_format
def command(plan: Path, output_format: str) -> int:
    """Liệt kê mọi văn bản được viện dẫn trong kế hoạch, hiệu lực tính đến ngày ban hành."""
    papers = api.cited_papers(api.read_plan(plan))
    if output_format == "json":
        print_json({"citations": [api.citation_json(one, place) for one, place in papers]})
        return 0
    for one, place in papers:
        say(f"{place}: {one.text}")
        say(f"    {one.standing[:1].upper()}{one.standing[1:]}.")
        if one.status:
            say(f"    Căn cứ: {one.status.why}")
        if one.advice:
            say(f"    Văn bản thay thế: {one.advice}")
    say(f"{plan}: {len(papers)} viện dẫn.")
    return 0
