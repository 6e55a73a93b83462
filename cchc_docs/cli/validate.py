"""`cchc validate`: broken data and doubtful places of plans, before anything is printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import (
    exit_code,
    finding_json,
    print_findings,
    print_json,
    print_problems,
    problem_json,
    say,
)
from cchc_docs.errors import EXIT_FINDINGS, CchcError
from cchc_docs.findings import Level


@click.command(
    name="validate",
    options_metavar=options.METAVAR,
    short_help="Kiểm tra dữ liệu của kế hoạch, sổ số liệu.",
)
@options.documents
@click.option(
    "--plan",
    type=click.Path(path_type=Path),
    metavar="KẾ_HOẠCH.yaml",
    help="Kế hoạch của sổ số liệu, để đối chiếu mã nhiệm vụ, chỉ tiêu.",
)
@options.output_format
def command(files: tuple[Path, ...], plan: Path | None, output_format: str) -> int:
    """Kiểm tra kế hoạch, sổ số liệu (.xlsx, .yaml) hoặc tệp dữ liệu khác."""
    results = [_examine(file, plan) for file in files]
    if output_format == "json":
        print_json({"files": [one.as_json() for one in results]})
    else:
        for one in results:
            one.print()
    if failures := [one.failure for one in results if one.failure]:
        return exit_code(failures)
    found = (finding for one in results if one.read for finding in one.read.findings)
    return EXIT_FINDINGS if any(one.level is Level.ERROR for one in found) else 0


@dataclass(frozen=True, slots=True)
class _Result:
    """What one file gave: what it is with its findings, or the failure that kept it unread."""

    file: Path
    read: api.ValidatedFile | None
    failure: CchcError | None = None

    def as_json(self) -> dict[str, object]:
        problems = self.failure.problems if self.failure else ()
        return {
            "file": str(self.file),
            "kind": self.read.kind if self.read else None,
            "errors": [problem_json(one) for one in problems],
            "findings": [finding_json(one) for one in self.read.findings] if self.read else [],
        }

    def print(self) -> None:
        if self.failure:
            print_problems(self.failure.problems)
        if self.read:
            found = self.read.findings
            print_findings(found)
            left = f"có {len(found)} chỗ" if found else "không có gì"
            say(f"{self.file}: {api.DATA_KINDS[self.read.kind]} đọc được, {left} cần xem lại.")


def _examine(file: Path, plan: Path | None) -> _Result:
    try:
        return _Result(file, api.validate_file(file, plan))
    except CchcError as error:
        return _Result(file, None, error)
