"""Each task has one lead that can be held to it."""

from typing import Any

import pytest

from tests.domain.consistency.plans import found, plan


@pytest.mark.parametrize(
    ("rule", "lead"),
    [("lead-collective", "nganh"), ("lead-many", ["vp", "tp"]), ("lead-many", ["vp", "nganh"])],
)
def test_doubtful_leads(rule: str, lead: Any):
    (one,) = found(rule, plan(tasks=[{"lead": lead}]))
    assert one.path[-1] == "lead"


@pytest.mark.parametrize("rule", ["lead-collective", "lead-many"])
@pytest.mark.parametrize("lead", ["vp", "[[ai?]]", ["vp", "Văn phòng – TK"], []])
def test_one_lead_or_none_known(rule: str, lead: Any):
    assert found(rule, plan(tasks=[{"lead": lead}])) == []


def test_an_office_beside_a_collective_one_can_be_held_to_it():
    assert found("lead-collective", plan(tasks=[{"lead": ["vp", "nganh"]}])) == []


def test_many_offices_may_be_partners_and_executors():
    document = plan(tasks=[{"partners": ["nganh", "tp"]}], targets=[{"executors": ["nganh", "vp"]}])
    assert found("lead-collective", document) == []
    assert found("lead-many", document) == []
