"""Phrases of the register in running text: found, left alone, stale from which day."""

import datetime as dt
from typing import Any

import pytest

from cchc_docs.domain.terms import find_terms, spelled_like
from cchc_docs.model.register import Term

CHANGE = {"since": "2025-07-01", "standing": "replaced", "now": "m", "confidence": "confirmed"}


def term(*phrases: str, **more: Any) -> Term:
    return Term.model_validate({"id": "t", "phrases": phrases, "changes": [CHANGE]} | more)


def uses(text: str, *terms: Term, exempt: Any = ()) -> list[str]:
    found = find_terms(text, terms, exempt)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("công chức xã, Công chức xã; CÔNG CHỨC  XÃ", 3),
        ("công chức xãy, siêu-công chức xã", 1),
        ("công\nchức xã", 1),
        ("công chức phường", 0),
        ("", 0),
    ],
)
def test_case_and_blanks_do_not_count_but_whole_words_do(text: str, found: int):
    assert len(uses(text, term("công chức xã"))) == found


def test_the_longest_phrase_at_a_place_wins():
    text = "mức độ 3, mức độ 4 và mức độ 3"
    assert uses(text, term("mức độ 3", "mức độ 3, mức độ 4")) == ["mức độ 3, mức độ 4", "mức độ 3"]


def test_look_alikes_are_left_alone():
    assert uses("công chức xã hội, công chức xã", term("công chức xã", never=["công chức xã hội"]))
    assert uses("công chức xã hội", term("công chức xã", never=["công chức xã hội"])) == []


def test_so_is_what_touches_an_exempt_span():
    text = "theo công chức xã"
    assert uses(text, term("công chức xã"), exempt=[(0, 6)]) == []
    assert uses(text, term("công chức xã"), exempt=[(0, 5)]) == ["công chức xã"]


def test_of_two_terms_the_first_stands_in_the_order_of_the_text():
    one, other = term("chức xã"), term("công chức xã", "theo", never=["chức xã"])
    assert uses("theo công chức xã", one, other) == ["theo", "chức xã"]


def test_no_terms_no_uses():
    assert uses("công chức xã") == []


class TestChanges:
    def change(self, day: str, *changes: dict[str, Any]) -> str | None:
        (use,) = find_terms("từ", [term("từ", changes=[CHANGE | one for one in changes])])
        found = use.change_on(dt.date.fromisoformat(day))
        return found.now if found else None

    @pytest.mark.parametrize(
        ("day", "now"), [("2025-06-30", None), ("2025-07-01", "m"), ("2025-07-02", "m")]
    )
    def test_holds_from_its_first_day(self, day: str, now: str | None):
        assert self.change(day, {}) == now

    def test_the_latest_counts(self):
        later = {"since": "2026-01-01", "now": "n"}
        assert self.change("2025-12-31", later, {}) == "m"
        assert self.change("2026-01-01", later, {}) == "n"

    def test_words_that_are_restored_stand(self):
        assert (
            self.change("2026-01-01", {}, {"since": "2026-01-01", "standing": "restored"}) is None
        )

    def test_a_new_basis_is_no_change_of_words(self):
        basis = {"since": "2026-01-01", "standing": "same_words_new_basis", "now": "n"}
        assert self.change("2026-01-01", {}, basis) == "m"
        assert self.change("2026-01-01", basis) is None

    def test_the_next_one_within_a_span_of_days(self):
        (use,) = find_terms("từ", [term("từ")])
        day = dt.date.fromisoformat
        assert use.first_change_after(day("2025-06-30"), day("2025-07-01"))
        assert use.first_change_after(day("2025-07-01"), day("2025-12-31")) is None
        assert use.first_change_after(day("2025-01-01"), day("2025-06-30")) is None


@pytest.mark.parametrize(
    ("old", "new"), [("từ", "chữ mới"), ("Từ", "Chữ mới"), ("TỪ NÀY", "CHỮ MỚI")]
)
def test_capitals_are_kept(old: str, new: str):
    assert spelled_like(old, "chữ mới") == new
