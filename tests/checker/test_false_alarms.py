"""What looks wrong and is right, or is wrong in one way only (`cases/bao-dong-gia.yaml`).

A false alarm is worse than a miss: an officer who was sent back once for nothing does not read the
next finding. Every case says why its verdict is the right one. `errors` are the rules of level
error that fail, none unless said; `verdict` gives the state of single rules.
"""

from typing import Any

import pytest

from tests.checker.documents import built
from tests.checker.test_truth import changes, errors, judged, read

CASES = read("bao-dong-gia")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_the_verdict_is_the_one_written_down(case: dict[str, Any]):
    found = judged(built(case["base"], changes(case["change"])), case.get("options", {}))
    verdict = case.get("verdict", {})
    assert errors(found) == set(case.get("errors", ()))
    assert {rule: str(found[rule].state) for rule in verdict} == verdict
    if case.get("unjudged"):
        assert {one.state for one in found.values()} <= {"not-applicable", "not-evaluated"}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_every_verdict_has_a_reason(case: dict[str, Any]):
    assert case["why"].strip()


def test_what_repeats_is_one_finding_with_a_count():
    from cchc_docs.api import check
    from cchc_docs.checker.telling import told
    from cchc_docs.storage.rules import default_rules

    case = next(case for case in CASES if case["name"] == "thụt 1,25 cm ở 200 đoạn")
    result = check(built(case["base"], changes(case["change"])))
    findings = [one for one in told(result, default_rules()) if one.rule == "body-indent-near"]
    assert len(findings) == 1
    assert findings[0].count >= 200
    assert findings[0].repeated == f" ({findings[0].count} chỗ)"
