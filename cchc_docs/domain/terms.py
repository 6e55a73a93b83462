"""Phrases whose legal standing changed, found in running text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cchc_docs.model.register import Term, TermChange, TermStanding
from cchc_docs.vietnamese.text import capitalised


@dataclass(frozen=True, slots=True)
class TermUse:
    """One use of a term: where it stands and as what it is written."""

    start: int
    end: int
    text: str
    term: Term

    def change_on(self, day: dt.date) -> TermChange | None:
        """Return the change that makes the words stale on a day; None where they still stand.

        A new legal basis for the words of today makes no older words right.
        """
        past = [
            one
            for one in self.term.changes
            if one.since <= day and one.standing is not TermStanding.SAME_WORDS_NEW_BASIS
        ]
        latest = max(past, key=lambda one: one.since, default=None)
        return None if latest and latest.standing is TermStanding.RESTORED else latest

    def first_change_after(self, day: dt.date, until: dt.date) -> TermChange | None:
        """Return the next change after a day, up to the day `until`; None where there is none."""
        coming = [change for change in self.term.changes if day < change.since <= until]
        return min(coming, key=lambda change: change.since, default=None)


def find_terms(
    text: str, terms: Sequence[Term], exempt: Sequence[tuple[int, int]] = ()
) -> list[TermUse]:
    """Return every use of a term in the order of the text; its longest phrase at a place wins.

    Spans in `exempt` (citations) are passed over; blanks and case do not count. Where two terms
    overlap, the first one stands: no term of a ward hides a national one.
    """
    uses: list[TermUse] = []
    for term in terms:
        taken = [*exempt, *((use.start, use.end) for use in uses)]
        pattern, phrases = _compiled(term)
        for match in pattern.finditer(text):
            inside = any(a < match.end() and match.start() < b for a, b in taken)
            if _key(match.group()) in phrases and not inside:
                uses.append(TermUse(match.start(), match.end(), match.group(), term))
    return sorted(uses, key=lambda use: use.start)


@lru_cache(maxsize=256)
def _compiled(term: Term) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return what finds phrases and look-alikes of a term, and the keys of the phrases."""
    longest_first = sorted({*term.phrases, *term.never}, key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return pattern, frozenset(map(_key, term.phrases))


def _key(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


def spelled_like(old: str, new: str) -> str:
    """Return `new` with a capital first letter where `old` has one, in capitals where `old` is."""
    if old.isupper():
        return new.upper()
    return capitalised(new) if old[:1].isupper() else new
