"""The unit's own site has one name."""

import pytest

from tests.domain.consistency.plans import found, plan

RULE = "portal-two-names"


def test_both_names_of_the_own_site_are_told_with_their_places():
    page, portal = (
        "Đăng trên Trang thông tin điện tử của xã.",
        "Nâng cấp Cổng thông tin điện tử xã.",
    )
    (one,) = found(RULE, plan(page, portal, page, level="xã"))
    assert "điểm a; " in one.what
    assert "điểm b" in one.what
    assert one.path[:6] == ("sections", 0, "content", 0, "content", 1)  # the rarer name


@pytest.mark.parametrize(
    "other",
    [
        "Khai thác Cổng thông tin điện tử tỉnh.",
        "Khai thác Cổng thông tin điện tử của UBND thành phố.",
        "Đăng trên trang thông tin điện tử phường.",
        "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND phường về nâng cấp Cổng thông tin "
        "điện tử phường.",
    ],
)
def test_sites_of_others_the_same_name_and_papers_are_fine(other: str):
    assert found(RULE, plan("Đăng trên Trang thông tin điện tử của UBND phường.", other)) == []
