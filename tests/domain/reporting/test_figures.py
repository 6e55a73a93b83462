"""Flows add up, stocks do not, unknown is not zero: counted by hand from a small log."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.domain.periods import quarters, window_of
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.report import Window
from tests.domain.reporting.small import FORM, QUARTERS, dossiers, plan, records

PLAN = plan()


def figures(kind: str = "YEAR", **fields: Any) -> Figures:
    return Figures(PLAN, records(**fields), FORM, window_of(PeriodKind(kind), 2024))


def value(name: str, kind: str = "YEAR", **fields: Any) -> Fraction | None:
    figure = figures(kind, **fields).get(name)
    return figure.value if figure else None


@pytest.mark.parametrize(
    ("name", "q1", "h1", "year"),
    [
        ("ho-so-truc-tuyen", 60, 140, 335),
        ("ho-so-tiep-nhan", 100, 200, 400),
        ("ho-so-ky-truoc", 5, 5, 5),  # of Quý I, never the sum (R6)
        ("ho-so", 105, 205, 405),
        ("ho-so-xong", 97, 197, 402),
        ("ho-so-qua-han", 2, 2, 3),
        ("ho-so-dang", 8, 8, 3),  # what is left at the end, never the sum
    ],
)
def test_flows_add_up_and_stocks_do_not(name: str, q1: int, h1: int, year: int) -> None:
    assert (value(name, "Q1"), value(name, "H1"), value(name)) == (q1, h1, year)


def test_a_rate_is_an_exact_share_of_its_named_whole() -> None:
    assert value("ty-le-truc-tuyen") == Fraction(335, 400)
    assert value("ty-le-dung-han") == Fraction(399, 402)


def test_what_the_log_does_not_tell_is_not_zero() -> None:
    assert value("tin-bai") is None
    assert value("ty-le-hai-long") is None
    assert value("ho-so", dossiers=[]) is None


def test_nothing_is_divided_by_zero() -> None:
    nothing = [dossiers("15/12/2023", "14/3/2024", 0, 0, 0, 0, 0, 0, 0, 0)]
    assert value("ho-so-xong", "Q1", dossiers=nothing) == 0
    assert value("ty-le-dung-han", "Q1", dossiers=nothing) is None


def test_a_row_that_is_cut_is_not_counted() -> None:
    cut = [dossiers("01/3/2024", "31/3/2024", 9, 0, 0, 9, 0, 0, 0, 0)]
    assert value("ho-so", "Q1", dossiers=cut) is None
    assert value("ho-so", "H1", dossiers=cut) == 9


FIGURES = [
    {"id": "tin-bai", "since": "15/12/2023", "until": "14/3/2024", "value": 4},
    {"id": "tin-bai", "until": "20/4/2024", "value": "1.260"},
    {"id": "co-mat", "until": "14/3/2024", "value": 20},
    {"id": "co-mat", "until": "14/6/2024", "value": 19},
    {"id": "pakn-ky-truoc", "since": "15/12/2023", "until": "14/3/2024", "value": 3},
    {"id": "pakn-ky-truoc", "since": "15/3/2024", "until": "14/6/2024", "value": 1},
]


@pytest.mark.parametrize(
    ("name", "q1", "h1"),
    [("tin-bai", 4, 1264), ("co-mat", 20, 19), ("pakn-ky-truoc", 3, 3)],
)
def test_flow_stock_and_opening(name: str, q1: int, h1: int) -> None:
    assert value(name, "Q1", figures=FIGURES) == q1
    assert value(name, "H1", figures=FIGURES) == h1


def test_a_figure_knows_the_cells_it_was_counted_from() -> None:
    figure = figures("H1").get("ho-so-xong")
    assert figure is not None
    log = records()
    cells = [getattr(log.dossiers[path[1]], str(path[2])) for path in figure.records]  # type: ignore[index]
    assert sum(cells) == figure.value == 197
    dang = figures("H1").get("ho-so-dang")
    assert dang is not None
    assert {path[1] for path in dang.records} == {1}


@given(st.lists(st.tuples(*[st.integers(0, 999)] * 6), min_size=4, max_size=4))
def test_the_year_is_the_sum_of_its_quarters_for_flows_alone(counts: list[tuple[int, ...]]) -> None:
    rows = []
    for (a, b, c, d, e, f), row in zip(counts, QUARTERS, strict=True):
        rows.append(dossiers(row["since"], row["until"], a, b, c, d, e, 0, f, 0))

    def of(window: Window) -> Figures:
        return Figures(PLAN, records(dossiers=rows), FORM, window)

    parts = [of(one) for one in quarters(2024)]
    whole = of(window_of(PeriodKind.YEAR, 2024))
    for name in ("ho-so-tiep-nhan", "ho-so-xong", "ho-so-truc-tuyen"):
        assert whole.get(name).value == sum(one.get(name).value for one in parts)  # type: ignore[union-attr]
    assert whole.get("ho-so-ky-truoc").value == counts[0][2]  # type: ignore[union-attr]
    assert whole.get("ho-so-dang").value == counts[3][5]  # type: ignore[union-attr]
