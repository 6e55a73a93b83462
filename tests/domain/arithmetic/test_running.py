"""A problem found in one quarter may be fixed in the next: such relations run through the year."""

from typing import Any

import pytest

from cchc_docs.domain.arithmetic import find_miscounts
from tests.domain.reporting.small import FORM, records


def checks(*quarters: tuple[int, int]) -> list[dict[str, Any]]:
    days = [("15/12/2023", "14/3/2024"), ("15/3/2024", "14/6/2024")]
    return [
        {"id": name, "since": first, "until": last, "value": value}
        for (first, last), counts in zip(days, quarters, strict=False)
        for name, value in zip(("van-de-phat-hien", "van-de-khac-phuc"), counts, strict=True)
    ]


@pytest.mark.parametrize(
    ("quarters", "broken"),
    [
        ([(3, 2), (0, 1)], []),
        ([(3, 4)], [1]),
        ([(3, 2), (0, 2)], [3]),
    ],
)
def test_fixed_is_at_most_found_so_far(quarters: list[tuple[int, int]], broken: list[int]) -> None:
    found = find_miscounts(records(figures=checks(*quarters)), FORM)
    assert [(one.rule, one.path[1]) for one in found] == [("R14", row) for row in broken]
