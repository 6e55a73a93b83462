"""Comparison with the same period a year before, and when it must not be made."""

from fractions import Fraction

import pytest

from cchc_docs.domain.periods import period_of, window_of
from cchc_docs.domain.reporting.comparison import LastYear, not_comparable
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.model.agency import Unit
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.register import Register
from tests.domain.reporting.small import FORM, plan, records

Q1 = PeriodKind.Q1


@pytest.mark.parametrize(
    ("name", "before", "said"),
    [
        ("ho-so-tiep-nhan", 80, "tăng 20 hồ sơ (25%)"),
        ("ho-so-tiep-nhan", 125, "giảm 25 hồ sơ (20%)"),
        ("ho-so-tiep-nhan", 100, "không thay đổi"),
        ("ho-so-tiep-nhan", 0, "tăng 100 hồ sơ"),  # nothing is divided by 0 (R12)
        ("ty-le-truc-tuyen", "58,75", "tăng 1,25 điểm phần trăm"),
        ("ty-le-truc-tuyen", 60, "không thay đổi"),
    ],
)
def test_changes_in_words(name: str, before: object, said: str) -> None:
    log = records(last_year=[{"id": name, "period": "Q1", "value": before}])
    figures = Figures(plan(), log, FORM, window_of(Q1, 2024))
    change = LastYear.of(log, Q1).change(name, figures)
    assert change is not None
    assert change.text == said
    assert change.figure.records == (("last_year", 0, "value"),)


def test_only_the_same_period_is_compared() -> None:
    log = records(last_year=[{"id": "ho-so-tiep-nhan", "period": "H1", "value": 80}])
    figures = Figures(plan(), log, FORM, window_of(Q1, 2024))
    assert LastYear.of(log, Q1).change("ho-so-tiep-nhan", figures) is None
    assert LastYear.of(log, Q1).year == 2023


REGISTER = Register.model_validate(
    {
        "units": [
            {
                "id": "moi",
                "kind": "phường",
                "name": "phường Hoài Nhơn Tây",
                "first_day": "2025-07-01",
                "confidence": "confirmed",
            },
            {"id": "cu", "kind": "phường", "name": "phường Cũ", "confidence": "confirmed"},
        ]
    }
)


@pytest.mark.parametrize(
    ("kind", "year", "refused"),
    [
        ("Q1", 2025, False),  # before it was formed: the old ward's own report
        ("Q3", 2025, True),
        ("YEAR", 2025, True),
        ("H1", 2026, True),  # the first half of 2025 was another ward's
        ("Q3", 2026, True),  # 15/6/2025 to 30/6/2025 were, too
        ("Q1", 2027, False),
    ],
)
def test_a_new_unit_is_not_compared_with_another(kind: str, year: int, refused: bool) -> None:
    unit = Unit(name="Hoài Nhơn Tây")
    period = period_of(PeriodKind(kind), year)
    assert (not_comparable(REGISTER, unit, period) is not None) is refused
    assert not_comparable(REGISTER, Unit(name="Cũ"), period) is None
    assert (not_comparable(REGISTER, Unit(name="Chưa biết"), period) is not None) is refused


def test_shares_are_exact() -> None:
    figures = Figures(plan(), records(), FORM, window_of(Q1, 2024))
    share = figures.get("ty-le-truc-tuyen")
    assert share is not None
    assert share.value == Fraction(60, 100)
