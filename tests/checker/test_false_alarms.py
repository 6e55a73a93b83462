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


def findings(base: str, change: list[Any], rule: str) -> list[Any]:
    """What is told of one rule on a changed document."""
    from cchc_docs.api import check
    from cchc_docs.checker.telling import told
    from cchc_docs.storage.rules import default_rules

    return [one for one in told(check(built(base, change)), default_rules()) if one.rule == rule]


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
    case = next(case for case in CASES if case["name"] == "thụt 1,25 cm ở 200 đoạn")
    (finding,) = findings(case["base"], changes(case["change"]), "body-indent-near")
    assert finding.count >= 200
    assert finding.repeated == f" ({finding.count} chỗ)"


def test_runs_of_one_line_are_one_place():
    runs = ["Số:      ", {"text": "/", "size": 12}, {"text": "TB-UBND", "size": 14}]
    (finding,) = findings(
        "thong-bao", [{"element": "so_ky_hieu", "size": 14, "runs": runs}], "so-size"
    )
    assert (finding.count, finding.repeated) == (1, "")
    assert finding.places == ('Số, ký hiệu: "Số: /TB-UBND"',)


def test_a_header_of_two_annexes_is_a_place_in_each():
    (finding,) = findings("ke-hoach", [{"join": 2}, {"join": 1}], "pagenum-annex-restart")
    assert finding.places == ("Phụ lục I, Số trang", "Phụ lục II, Số trang")


def test_a_run_of_signs_is_told_by_its_line():
    runs = ["Độc lập ", {"text": "-", "size": 12}, " Tự do - Hạnh phúc"]
    (finding,) = findings("thong-bao", [{"element": "tieu_ngu", "runs": runs}], "tn-size")
    assert finding.places == ('Tiêu ngữ: "Độc lập - Tự do - Hạnh phúc"',)


def test_what_a_page_number_showed_last_is_not_quoted():
    (finding,) = findings("thong-bao", [{"element": "page_number", "size": 12}], "pagenum-size")
    assert finding.places == ("Số trang",)


@pytest.mark.parametrize(
    ("change", "rule", "said"),
    [
        ({"element": "ten_loai", "italic": True}, "type-upright", "in nghiêng"),
        ({"element": "ten_loai", "bold": False}, "type-bold", "không in đậm"),
        ({"element": "ten_loai", "size": 16}, "type-size", "cỡ chữ: 16 pt"),
        ({"remove": "noi_nhan_label"}, "nn-present", "không có"),
    ],
)
def test_what_was_found_is_said_without_an_echo(change: dict[str, Any], rule: str, said: str):
    (finding,) = findings("thong-bao", [change], rule)
    assert finding.found == said
