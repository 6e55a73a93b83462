"""A citation as a value, and how it is printed (NĐ 30/2020, Phụ lục I, Phần I, II.6.b)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from cchc_docs.domain.slip import Slip
from cchc_docs.vietnamese.dates import long_date, short_date

_QUOTED: Final = re.compile(r"(?:[\w/]+:?\s){0,2}(?:“[^“”]*”|\"[^\"]*\"|«[^«»]*»)")


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited paper; ``str`` prints it well-formed, in one order and with one rule for zeros.

    `kind`, `issuer`, `name` and `subject` are as printed, blanks aside. `symbol` is as it should
    be written; None: cited without number. `issued` None: no day printed, or none that exists.
    `name` stands right behind the kind (a law, the resolution of a congress), `year` follows it
    ("Luật Viên chức năm 2010"). `subject` is the trích yếu with the word that opens it and its
    quotation marks. `amended` are the words that lead to `amendments`, with an opening bracket
    where there is one, or say it alone ("(sửa đổi, bổ sung năm 2020)").
    `numbered` tells whether "số" is printed, `long_date` whether the day is in words.
    """

    kind: str
    symbol: str | None = None
    issued: dt.date | None = None
    issuer: str | None = None
    subject: str | None = None
    name: str | None = None
    year: int | None = None
    amended: str | None = None
    amendments: tuple[Citation, ...] = ()
    numbered: bool = True
    long_date: bool = False

    @property
    def quoted(self) -> bool:
        """Whether the whole subject, but for the word that opens it, is in quotation marks."""
        return self.subject is not None and _QUOTED.fullmatch(self.subject) is not None

    def __str__(self) -> str:
        parts = (
            self.kind,
            self.name,
            f"năm {self.year}" if self.year else None,
            f"số {self.symbol}" if self.symbol and self.numbered else self.symbol,
            self._day(),
            f"của {self.issuer}" if self.issuer else None,
            self.subject,
        )
        return " ".join(filter(None, parts)) + self._amended()

    def _day(self) -> str | None:
        if self.issued is None:
            return None
        if self.long_date:
            return long_date(self.issued.day, self.issued.month, self.issued.year)
        return f"ngày {short_date(self.issued)}"

    def _amended(self) -> str:
        if self.amended is None:
            return ""
        *others, last = map(str, self.amendments) if self.amendments else ("",)
        listed = " và ".join(filter(None, (", ".join(others), last)))
        words = " ".join(filter(None, (self.amended, listed)))
        closing = ")" if words.startswith("(") and listed else ""
        return ("" if words.startswith(",") else " ") + words + closing


@dataclass(frozen=True, slots=True)
class CitationSpan:
    """A citation in a text, from `start` to before `end`: from the kind to the end of the subject.

    Brackets and words that tell of amendments belong to it. `slips` are its own, not those of
    the citations in it. `inside` is the position, in the list it came in, of the citation that
    quotes it in its subject or is amended by it; None: it stands by itself.
    """

    start: int
    end: int
    citation: Citation
    slips: tuple[Slip, ...] = ()
    inside: int | None = None


def short_form(citation: Citation) -> str:
    """Return what is written from the second mention on: kind, number and symbol (II.6.b)."""
    numbered = citation.numbered
    return str(
        Citation(
            citation.kind,
            citation.symbol,
            name=citation.name,
            year=citation.year,
            numbered=numbered,
        )
    )
