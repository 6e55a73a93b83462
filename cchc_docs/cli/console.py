"""How the command line speaks: results on stdout, problems on stderr, always UTF-8."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from cchc_docs.errors import CchcError, Problem
from cchc_docs.findings import Finding


def prepare_streams() -> None:
    """Write UTF-8 whatever the machine's language; a name that is no text is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Print a result."""
    print(text)


def say_error(text: str) -> None:
    """Print something that went wrong, or progress, where it does not mix with results."""
    print(text, file=sys.stderr)


def print_problems(problems: Sequence[Problem]) -> None:
    """Print every problem, then how many there are."""
    for problem in problems:
        say_error(f"LỖI {problem}")
    if len(problems) > 1:
        say_error(f"Tất cả {len(problems)} lỗi.")


@contextmanager
def watched(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar of rows read, where somebody looks at it; None stands for no bar."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=0, label=label, file=sys.stderr) as bar:

        def watch(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield watch


def with_progress(files: Sequence[Path], label: str, least: int) -> Iterator[Path]:
    """Yield the files; from `least` on show a bar, where somebody looks at it."""
    if len(files) < least or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label=label, file=sys.stderr) as bar:
        yield from bar


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings, most serious first."""
    order = ["error", "warning", "note"]
    for finding in sorted(findings, key=lambda one: order.index(one.level)):
        say(str(finding))


def print_json(value: object) -> None:
    """Print one JSON object and nothing else."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def problem_json(problem: Problem) -> dict[str, object]:
    """Return a problem as JSON: file, line, field, what, fix."""
    return {**asdict(problem.place), "what": problem.what, "fix": problem.fix}


def finding_json(finding: Finding) -> dict[str, object]:
    """Return a finding as JSON: rule, level, file, line, field, what, fix."""
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "path": list(finding.path),
        **asdict(finding.place),
        "what": finding.what,
        "fix": finding.fix,
    }


def exit_code(errors: Iterable[CchcError]) -> int:
    """Return the exit code of several failures: the highest, whatever their order."""
    return max((error.exit_code for error in errors), default=0)
