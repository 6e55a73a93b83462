"""How much of what a careful reader found by hand in the real plan of 2024 the program finds.

The list is tests/data/loi-2024.yaml. It stays honest both ways: what it calls found is found, what
it calls missed is missed, and what is right is not remarked on.
"""

from typing import Any

import pytest
import yaml

from cchc_docs import api
from cchc_docs.findings import Finding
from tests.pages import ROOT

LIST = yaml.safe_load((ROOT / "tests/data/loi-2024.yaml").read_text("utf-8"))
VERDICTS = ("tim", "ngoai", "bo_sot")


def entries(verdict: str) -> Any:
    chosen = [one for one in LIST["loi"] if verdict in one]
    return pytest.mark.parametrize("entry", chosen, ids=lambda entry: entry["id"])


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    return api.validate(api.read_plan(api.example_plan()))


def as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def telling(findings: list[Finding], piece: str, rules: list[str] | None = None) -> list[str]:
    """Return the remarks, of these rules if any are named, that have a piece in place or words."""
    texts = [(one.rule, f"{one.place.field} {one.what} {one.fix}") for one in findings]
    return [text for rule, text in texts if piece in text and (not rules or rule in rules)]


@entries("tim")
def test_what_is_called_found_is_found(findings: list[Finding], entry: dict[str, Any]) -> None:
    for piece in as_list(entry["tim"]["chu"]):
        assert telling(findings, piece, as_list(entry["tim"]["rule"])), piece


@entries("tim")
def test_each_rule_named_finds_its_share(findings: list[Finding], entry: dict[str, Any]) -> None:
    for rule in as_list(entry["tim"]["rule"]):
        assert any(telling(findings, piece, [rule]) for piece in as_list(entry["tim"]["chu"])), rule


@entries("bo_sot")
def test_what_is_called_missed_is_missed(findings: list[Finding], entry: dict[str, Any]) -> None:
    assert telling(findings, entry["bo_sot"]["chu"]) == [], "found now: move it to tim"
    assert entry["bo_sot"]["ly_do"]


@pytest.mark.parametrize("entry", LIST["khong"], ids=lambda entry: entry["id"])
def test_what_is_right_is_not_remarked_on(findings: list[Finding], entry: dict[str, Any]) -> None:
    for piece in as_list(entry.get("chu", "")):
        assert telling(findings, piece, entry.get("rule")) == []


def test_every_entry_has_one_verdict() -> None:
    ids = [entry["id"] for entry in LIST["loi"]]

    assert len(ids) == len(set(ids))
    assert all(len([one for one in VERDICTS if one in entry]) == 1 for entry in LIST["loi"])
    assert {entry["muc"] for entry in LIST["loi"]} == {"E", "W", "N"}


@pytest.mark.parametrize(("levels", "least"), [("E", 1.0), ("EW", 0.75)])
def test_recall(levels: str, least: float) -> None:
    """Errors are all found; of errors and warnings together, what nobody need guess."""
    counted = [entry for entry in LIST["loi"] if entry["muc"] in levels]
    found, missed = (len([x for x in counted if verdict in x]) for verdict in ("tim", "bo_sot"))
    print(f"\n{levels}: {found}/{found + missed} = {found / (found + missed):.0%}")

    assert found / (found + missed) >= least
