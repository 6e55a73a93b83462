"""Figures that offices have published, true and false ones (cchc-reports §6.3)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc_docs.domain.arithmetic.relations import Stated, check_balance, check_equal
from cchc_docs.domain.arithmetic.rules import Miscount
from cchc_docs.domain.arithmetic.shares import check_precision, check_share, check_whole
from cchc_docs.findings import Level

DATA = Path(__file__).resolve().parents[2] / "data" / "so-lieu-cong-bo.yaml"
CASES = yaml.safe_load(DATA.read_text(encoding="utf-8"))


def of_sum(one: dict[str, Any]) -> Miscount | None:
    parts = [Stated("số hạng", value) for value in one["parts"]]
    return check_equal(one["rule"], parts, [Stated("tổng số", one["total"])])


def of_balance(one: dict[str, Any]) -> Miscount | None:
    return check_balance(*(Stated(name, one[name]) for name in ("received", "resolved", "pending")))


def of_share(one: dict[str, Any]) -> Miscount | None:
    return check_share(one["printed"], Stated("", one["part"]), Stated("", one["whole"]))


CHECKS = {
    "sums": of_sum,
    "balances": of_balance,
    "shares": of_share,
    "wholes": lambda one: check_whole(one["shares"]),
    "precision": lambda one: check_precision(one["shares"]),
}
ROWS = [
    pytest.param(kind, row, id=f"{case['case']}-{kind}-{position}")
    for case in CASES
    for kind in CHECKS
    for position, row in enumerate(case.get(kind, []))
]


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_verdict(kind: str, row: dict[str, Any]):
    miscount = CHECKS[kind](row)
    if row["holds"]:
        assert miscount is None
        return
    assert miscount is not None
    rule = row.get("breaks") or row.get("rule") or "R4"
    assert miscount.rule.id == rule
    assert miscount.level is (Level(row["level"]) if "level" in row else Level.ERROR)
    if "gap" in row:
        assert f"lệch {row['gap']:,}".replace(",", ".") in miscount.what


def test_every_set_has_a_row():
    assert len(CASES) == 13
    assert all(CHECKS.keys() & case.keys() for case in CASES)
