"""Each rule has a case that keeps it and one that breaks it; expected values are worked by hand."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from cchc_docs.domain.arithmetic.relations import (
    Stated,
    check_balance,
    check_equal,
    check_within,
)
from cchc_docs.domain.arithmetic.rules import RULES, Miscount
from cchc_docs.domain.arithmetic.shares import (
    check_change,
    check_judgement,
    check_precision,
    check_share,
    check_share_change,
    check_whole,
)
from cchc_docs.domain.reporting.tasks import task_figures, task_states
from cchc_docs.findings import Level
from cchc_docs.model.progress import Judgement
from cchc_docs.model.records import DossierRecord
from cchc_docs.model.threshold import parse_threshold
from cchc_docs.vietnamese.numbers import rounded, share_text
from tests.domain.arithmetic.logs import LAST, plan, records

EQUAL = {  # parts, wholes that keep the rule; the parts that break it
    "R1": ((2007, 258), (2265,), (2008, 258)),
    "R2": ((9143, 743), (9886,), (9986, 743)),
    "R3": ((12, 3), (15,), (12, 2)),
    "R5": ((199,), (199,), (198,)),
    "R6": ((300, 310, 320, 330), (1260,), (300, 310, 320)),
    "R7": ((40, 50, 10), (100,), (40, 50, 9)),
    "R13": ((12, 5, 3, 1), (21,), (12, 5, 3)),
    "R15": ((4, 1), (2, 3), (5, 1)),
    "R16": ((30, 60, 8, 2), (100,), (30, 60, 8)),
    "R17": ((2, 1, 5, 4), (12,), (2, 1, 5, 5)),
    "R18": ((3, 10, 4, 0), (17,), (3, 10, 5, 0)),
    "R21": ((1250,), (1250,), (1205,)),
}
WITHIN = {  # part, whole that keep the rule; the part that breaks it
    "R8": (1250, 1300, 1301),
    "R14": (3, 3, 4),
    "R15": (4, 5, 6),
    "R16": (98, 100, 101),
    "R18": (19, 20, 21),
    "R19": (1200, 1200, 1201),
}
SHARES = {  # printed, part, whole: kept, then broken
    "R9": (("96,15%", 1250, 1300), ("96,51%", 1250, 1300)),
    "R11": (("99,99%", 904225, 904298), ("100%", 904225, 904298)),
    "R12": (("0%", 0, 5), ("100%", 0, 0)),
}


def stated(*values: int) -> list[Stated]:
    return [Stated("x", value) for value in values]


def share(printed: str, part: int, whole: int, *others: Stated) -> Miscount | None:
    return check_share(printed, Stated("", part), Stated("", whole), others)


def test_there_are_23_with_permanent_ids():
    assert list(RULES) == [f"R{number}" for number in range(23)]
    assert all(one.title and one.identity and one.fix and one.source for one in RULES.values())
    warnings = [name for name, one in RULES.items() if one.level is Level.WARNING]
    assert warnings == ["R10", "R19"]


def test_each_has_a_case():
    own = {"R0", "R4", "R10", "R20", "R22"}
    assert {*EQUAL, *WITHIN, *SHARES, *own} == set(RULES)


@pytest.mark.parametrize("rule", EQUAL)
def test_both_sides_are_equal(rule: str):
    right, wholes, wrong = EQUAL[rule]
    assert check_equal(rule, stated(*right), stated(*wholes)) is None
    miscount = check_equal(rule, stated(*wrong), stated(*wholes))
    assert miscount is not None
    assert miscount.rule is RULES[rule]


@pytest.mark.parametrize("rule", WITHIN)
def test_a_part_is_at_most_its_whole(rule: str):
    part, whole, more = WITHIN[rule]
    assert check_within(rule, stated(part), stated(whole)) is None
    miscount = check_within(rule, stated(more), stated(whole))
    assert miscount is not None
    assert (miscount.rule, miscount.level) == (RULES[rule], RULES[rule].level)


@pytest.mark.parametrize("rule", SHARES)
def test_a_share_is_that_of_its_figures(rule: str):
    right, wrong = SHARES[rule]
    assert share(*right) is None
    miscount = share(*wrong)
    assert miscount is not None
    assert miscount.rule is RULES[rule]


@pytest.mark.parametrize("value", [-1, 1.5, "1,5", "1.26", "nhiều", None, True])
def test_r0_a_count_is_whole_and_not_negative(value: object):
    row = {"field": "Hộ tịch", "since": "2023-12-15", "until": "2024-01-14"}
    assert DossierRecord.model_validate(row | {"late": "1.260"}).late == 1260
    if value is None:  # what was not filled in is 0
        assert DossierRecord.model_validate(row | {"late": value}).late == 0
        return
    with pytest.raises(ValidationError):
        DossierRecord.model_validate(row | {"late": value})


class TestBalance:
    def balance(self, *values: int, **apart: int) -> Miscount | None:
        tracked = [Stated(name, value) for name, value in apart.items()]
        return check_balance(*stated(*values), tracked)

    @pytest.mark.parametrize(
        ("values", "apart"),
        [((2265, 2051, 214), {}), ((120, 100, 15), {"rút": 3, "trả": 2}), ((5, 5, 0), {"rút": 0})],
    )
    def test_kept(self, values: tuple[int, ...], apart: dict[str, int]):
        assert self.balance(*values, **apart) is None

    def test_broken_tells_both_sides_and_the_gap(self):
        miscount = self.balance(10455, 9986, 844)
        assert miscount is not None
        assert miscount.what == "x 9.986 + x 844 = 10.830 khác với x 10.455, lệch 375"

    @pytest.mark.parametrize(
        ("resolved", "named"), [(103, "rút (3)"), (102, "trả (2)"), (105, "rút (3) và trả (2)")]
    )
    def test_a_gap_as_large_as_what_is_apart_is_named(self, resolved: int, named: str):
        miscount = self.balance(120, resolved, 15, rút=3, trả=2)
        assert miscount is not None
        assert f"đúng bằng số {named}:" in miscount.what


class TestShares:
    def test_cut_off_is_a_note(self):  # 2/3 = 66,666…
        miscount = share("66,66%", 2, 3)
        assert miscount is not None
        assert (miscount.rule.id, miscount.level) == ("R9", Level.NOTE)
        assert "66,67%" in miscount.what

    @pytest.mark.parametrize("printed", ["66,67%", "66,7%", "67%", "66,667%"])
    def test_rounded_at_the_printed_precision(self, printed: str):
        assert share(printed, 2, 3) is None

    def test_half_is_rounded_up(self):
        assert share("0,13%", 125, 100_000) is None  # 0,125
        assert share("62,5%", 5, 8) is None
        assert share("63%", 5, 8) is None

    def test_a_fitting_denominator_is_named(self):
        others = [Stated("tổng tiếp nhận", 2705), Stated("tổng đã giải quyết", 2700)]
        miscount = share("96,2%", 2602, 2760, *others)
        assert miscount is not None
        assert "94,28%" in miscount.what
        assert "nếu mẫu số là tổng tiếp nhận (2.705)" in miscount.what
        assert "2.700" not in miscount.what

    @pytest.mark.parametrize("printed", ["100,00%", "0%", "0,00%"])
    def test_nearly_all_is_not_all_and_little_not_nothing(self, printed: str):
        part = 1 if printed[0] == "0" else 99_999
        miscount = share(printed, part, 100_000)
        assert miscount is not None
        assert miscount.rule.id == "R11"

    def test_all_is_not_nearly_all(self):
        miscount = share("99,99%", 653, 653)
        assert miscount is not None
        assert (miscount.rule.id, miscount.level) == ("R9", Level.ERROR)

    def test_what_is_no_percentage(self):
        with pytest.raises(ValueError, match="no percentage"):
            share("gần hết", 1, 2)

    @pytest.mark.parametrize(
        ("printed", "kept"),
        [
            (["98,75%", "1,25%"], True),
            (["33,3%", "33,3%", "33,3%"], True),
            (["98,75%", "1,35%"], False),
            (["95%", "4%"], True),  # each may be half a percent off
            (["95%", "3,9%"], False),
        ],
    )
    def test_r10_parts_of_a_whole(self, printed: list[str], kept: bool):
        miscount = check_whole(printed)
        assert (miscount is None) is kept
        assert kept or (miscount and miscount.level is Level.WARNING)

    def test_whole_percentages_beside_others_are_fine(self):
        assert check_precision(["100%", "99,61%", "80%"]) is None
        assert check_precision(["42,6%", "42,79%"]) is not None


class TestChanges:
    def change(self, now: int, then: int, by: int, share: str | None) -> Miscount | None:
        return check_change(Stated("n", now), Stated("t", then), Stated("tăng", by), share)

    @pytest.mark.parametrize(
        ("now", "then", "by", "share"),
        [(1025, 1000, 25, "2,5%"), (975, 1000, -25, "2,5%"), (7, 7, 0, None), (3, 0, 3, None)],
    )
    def test_right(self, now: int, then: int, by: int, share: str | None):
        assert self.change(now, then, by, share) is None

    @pytest.mark.parametrize(
        ("now", "then", "by", "share"),
        [(1025, 1000, 20, None), (1025, 1000, 25, "2,44%"), (3, 0, 3, "100%")],
    )
    def test_wrong(self, now: int, then: int, by: int, share: str | None):
        miscount = self.change(now, then, by, share)
        assert miscount is not None
        assert miscount.rule.id == "R20"

    def test_of_a_share_is_told_in_points(self):
        now, then = Fraction(9875, 10_000), Fraction(975, 1000)
        assert check_share_change(now, then, "1,25 điểm phần trăm") is None
        assert check_share_change(then, now, "1,25 điểm phần trăm") is None
        for wrong in ("1,25%", "1,28 điểm phần trăm"):
            miscount = check_share_change(now, then, wrong)
            assert miscount is not None
            assert "1,25 điểm phần trăm" in miscount.what

    def test_what_is_no_change(self):
        with pytest.raises(ValueError, match="no change"):
            check_share_change(Fraction(1), Fraction(1), "tăng nhiều")


@pytest.mark.parametrize(
    ("threshold", "value", "unit", "right"),
    [
        ("trên 90%", "90", "%", Judgement.MISSED),
        ("trên 90%", "90,01", "%", Judgement.MET),
        ("90%", "90", "%", Judgement.MET),
        ("đạt 90%", "90", "%", Judgement.MET),
        ("90%", "92,4", "%", Judgement.EXCEEDED),
        ("100%", "99,99", "%", Judgement.MISSED),
        ("100%", "100", "%", Judgement.MET),
        ("Ít nhất 01 sáng kiến", "3", "sáng kiến", Judgement.EXCEEDED),
    ],
)
def test_r22_a_target_is_judged_by_its_operator(
    threshold: str, value: str, unit: str, right: Judgement
):
    bound, reached = parse_threshold(threshold), Fraction(value.replace(",", "."))
    assert check_judgement(bound, reached, unit, right) is None
    fine = {right, Judgement.MET} if right is Judgement.EXCEEDED else {right}
    for other in set(Judgement) - fine:
        miscount = check_judgement(bound, reached, unit, other)
        assert miscount is not None
        assert f"là {right.label}, không phải {other.label}" in miscount.what


def test_r22_what_cannot_be_compared_is_not_judged():
    threshold = parse_threshold("Xếp hạng cao hơn năm 2023")
    assert check_judgement(threshold, Fraction(5), "hạng", Judgement.MISSED) is None


@given(st.lists(st.integers(-1, 3), min_size=1, max_size=8))
def test_r13_every_task_is_counted_once(kinds: list[int]):
    """-1 has no record, 0 nothing done, 1 begun, 2 done, 3 given up."""
    names = ("", "started", "done", "cancelled")
    log: list[dict[str, Any]] = [
        {"id": f"n{position}"} | ({names[kind]: LAST} if kind else {})
        for position, kind in enumerate(kinds)
        if kind >= 0
    ]
    states = task_states(plan(tasks=len(kinds)), records(tasks=log), LAST)
    found = task_figures(states)
    parts = ("nhiem-vu-xong", "nhiem-vu-dang-lam", "nhiem-vu-chua-lam", "nhiem-vu-thoi")
    counted = [Stated(name, found[name].value) for name in parts]
    assert check_equal("R13", counted, [Stated("phụ lục", len(kinds))]) is None
    assert found["nhiem-vu-xong"].value == kinds.count(2)


PARTS = st.integers(0, 10**6)


@given(part=PARTS, rest=PARTS)
@example(part=904225, rest=73)
@example(part=99_996, rest=4)
def test_what_we_print_keeps_the_rules(part: int, rest: int):
    if part + rest == 0:
        return
    printed = share_text(Fraction(part, part + rest))
    assert share(printed, part, part + rest) is None
    assert (printed == "100%") is (rest == 0)
    assert (printed == "0%") is (part == 0)


@given(part=PARTS, whole=st.integers(1, 10**6), digits=st.integers(0, 4))
def test_rounding_is_that_of_decimal(part: int, whole: int, digits: int):
    exact = Decimal(part) / Decimal(whole)  # 28 digits: no tie of these is lost
    ours = rounded(Fraction(part, whole), digits)
    assert ours == exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
