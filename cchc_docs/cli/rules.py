"""`cchc rules`: the rules of the layout with their clauses, or one of them explained."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import print_json, say
from cchc_docs.errors import DataError
from cchc_docs.findings import Level

if TYPE_CHECKING:
    from cchc_docs.domain.rule_wording import ExplainedRule


@click.command(
    name="rules",
    options_metavar=options.METAVAR,
    short_help="Liệt kê, giải thích các quy tắc thể thức.",
)
@click.argument("rule", required=False, metavar="[MÃ]")
@options.output_format
def command(rule: str | None, output_format: str) -> int:
    """Liệt kê các quy tắc thể thức theo thành phần của văn bản, hoặc giải thích một quy tắc."""
    if rule is not None:
        explained = _explained(rule)
        if output_format == "json":
            print_json(api.rule_json(explained))
        else:
            _explain(explained)
        return 0
    rules = api.explained_rules()
    if output_format == "json":
        print_json({"rules": [api.rule_json(one) for one in rules]})
    else:
        _list(rules)
    return 0


def _explained(id: str) -> ExplainedRule:
    try:
        return api.explain_rule(id)
    except DataError as error:
        (problem,) = error.problems
        raise click.UsageError(f"{problem.what} {problem.fix}") from error


def _list(rules: list[ExplainedRule]) -> None:
    for element, group in groupby(rules, key=lambda one: one.element):
        say(element)
        for one in group:
            rule = one.rule
            state = api.rule_state(rule)
            say(f"    {rule.level.label} [{rule.id}] {rule.title} ({rule.source}); {state}.")
    counts = Counter(one.rule.level for one in rules)
    levels = (f"{counts[one]} {one.label.lower()}" for one in Level if counts[one])
    say(f"{len(rules)} quy tắc: {', '.join(levels)}.")


def _explain(explained: ExplainedRule) -> None:
    rule = explained.rule
    say(f"{rule.level.label} [{rule.id}] {rule.title}.")
    lines = {
        "Thành phần": explained.element,
        "Yêu cầu": explained.wanted,
        "Căn cứ": rule.source,
        "Cơ sở": f"{rule.basis.label}; {rule.confidence.label}",
        "Áp dụng cho": explained.condition,
        "Trạng thái": api.rule_state(rule),
        "Đúng": explained.right,
        "Sai": explained.wrong,
        "Cách sửa": rule.fix,
        "Ghi chú": rule.note,
    }
    for title, text in lines.items():
        if text:
            say(f"    {title}: {text}")
