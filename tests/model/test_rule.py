"""Rows of rules as values: what is allowed, conditions, a house's own say."""

import pytest
from pydantic import ValidationError

from cchc_docs.findings import Level
from cchc_docs.model.allowed import Case, Equals, OneOf, Order, Pattern, Range, Required
from cchc_docs.model.house_profile import HouseProfile
from cchc_docs.model.rule import Condition, Rule, Scope

ROW = {
    "id": "x-size",
    "element": "quoc_hieu",
    "title": "Quốc hiệu cỡ chữ 12 đến 13",
    "property": "size",
    "allowed": {"min": "12", "max": "13"},
    "level": "error",
    "source": "NĐ 30/2020, Phụ lục I, Phần I, II.1.a",
    "fix": "Đặt cỡ chữ 12 hoặc 13.",
}


def rule(**changes: object) -> Rule:
    return Rule.model_validate(ROW | changes)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"min": "12", "max": "13"}, Range(min=12.0, max=13.0)),
        ({"min": ["20", "30"], "tolerance": "0.2"}, Range(min=(20.0, 30.0), tolerance=0.2)),
        ({"equals": "true"}, Equals(equals=True)),
        ({"equals": "13"}, Equals(equals=13.0)),
        ({"equals": "center"}, Equals(equals="center")),
        ({"enum": ["auto", "000000"]}, OneOf(enum=("auto", "000000"))),  # a colour, no number
        ({"enum": [["210", "297"]]}, OneOf(enum=((210.0, 297.0),))),
        ({"case": "upper"}, Case(case="upper")),
        ({"required": "true"}, Required(required=True)),
        ({"order": ["a", ["b", "c"]]}, Order(order=("a", ("b", "c")))),
    ],
)
def test_what_is_allowed_is_read_as_it_looks(written: dict[str, object], read: object) -> None:
    allowed = rule(allowed=written).allowed
    assert (type(allowed), allowed) == (type(read), read)


def test_a_forbidden_pattern_keeps_its_letters() -> None:
    allowed = rule(allowed={"not_regex": "[%LOW%] (Tỉnh)", "only_with": ["Tỉnh"]}).allowed
    assert isinstance(allowed, Pattern)
    assert allowed.forbids
    assert allowed.regex.search("ở Tỉnh")
    assert not allowed.regex.search("Ở Tỉnh, UBND Tỉnh")
    assert allowed.only_with == ("Tỉnh",)


@pytest.mark.parametrize(
    "broken",
    [
        {"min": "12", "equals": "13"},
        {"atmost": "13"},
        {"regex": "("},
        {"case": "shouted"},
        {"required": "false"},
        {},
    ],
)
def test_a_broken_row_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        rule(allowed=broken)


def test_conditions_are_all_to_be_met() -> None:
    assert rule().when == ()
    assert rule(when="named+not_upward").when == (
        Condition("named", True),
        Condition("upward", False),
    )


def test_a_scope_names_one_or_several() -> None:
    scope = Scope.model_validate({"not_element": "table", "where": {"pages": {"min": "2"}}})
    assert scope.not_element == ("table",)
    assert scope.where == {"pages": Range(min=2.0)}
    assert Scope.model_validate({"where": {"spans_pages": "true"}}).where == {
        "spans_pages": Equals(equals=True)
    }


def test_a_house_grades_anew_switches_off_and_waives() -> None:
    profile = HouseProfile.model_validate(
        {
            "rules": [{"id": "x-size", "level": "note", "reason": "Thói quen"}],
            "waived": [{"id": "y-bold", "reason": "Mẫu của tỉnh"}],
        }
    )
    assert profile.level_of(rule()) is Level.NOTE
    assert profile.level_of(rule(id="z")) is Level.ERROR
    assert profile.waivers == {"y-bold": "Mẫu của tỉnh"}
    off = HouseProfile.model_validate(
        {"rules": [{"id": "x-size", "level": "off", "reason": "Thói quen"}]}
    )
    assert off.level_of(rule()) is None
