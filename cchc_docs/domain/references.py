"""Every citation of a plan with the document it means and that document's standing on its day."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cchc_docs.domain.citations import Citation, CitationSpan, find_citations
from cchc_docs.domain.citing import cited, document_of, is_standard, legal_day, yearly
from cchc_docs.domain.legal_status import Registry, Status
from cchc_docs.domain.paper_identity import same_body, symbol_key
from cchc_docs.domain.slip import Slip
from cchc_docs.domain.standing import Standing
from cchc_docs.domain.walking import texts
from cchc_docs.findings import Path
from cchc_docs.model.base import find_questions
from cchc_docs.model.plan import Plan
from cchc_docs.model.register import LegalDocument
from cchc_docs.vietnamese.text import fold

_LABELS = {
    Standing.NOT_ISSUED: "chưa ban hành",
    Standing.NOT_IN_FORCE_YET: "chưa có hiệu lực",
    Standing.IN_FORCE: "còn hiệu lực",
    Standing.ENDED: "hết hiệu lực",
}
_SAID_TO_END: Final = re.compile(
    r"(?<!\w)(?:thay thế|thay|bãi bỏ|hủy bỏ|huỷ bỏ)(?: cho)?(?: các| toàn bộ)?\s+\Z", re.IGNORECASE
)
"""What stands before a paper that a plan only names as one of the past."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One citation: its words, its place, and what the register knows of it on `day`.

    `document` and `status` are None where the register does not hold the document. `instead` is
    what to cite now, None where nothing is known; `sure` tells whether that is certain, the end
    of the cited paper included. `year` is that of a paper made for one year. `inside` marks a
    citation within another. `own` is false where the plan does not rest on the paper: in the
    subject of another, whose words are those of another office, and behind "thay thế", "bãi bỏ".
    """

    path: Path
    text: str
    citation: Citation
    day: dt.date
    slips: tuple[Slip, ...]
    inside: bool
    own: bool = True
    document: LegalDocument | None = None
    status: Status | None = None
    instead: LegalDocument | None = None
    sure: bool = False
    year: int | None = None

    @property
    def name(self) -> str:
        """What the paper is called in a remark: type and number, or its words."""
        symbol = self.citation.symbol
        return f"{self.citation.kind} số {symbol}" if symbol else f"“{self.text}”"

    @property
    def standing(self) -> str:
        """The standing in a few words; a guess says that it is one."""
        if self.status is None:
            return "không có trong danh mục, cần kiểm tra"
        label = _LABELS[self.status.standing]
        return label if self.status.certain else f"có thể {label}, cần kiểm tra"

    @property
    def advice(self) -> str:
        """What to cite instead, empty where nothing is known; a guess stands in brackets."""
        if self.instead is None:
            return ""
        return cited(self.instead) if self.sure else f"[[{cited(self.instead)}]]"


@dataclass(frozen=True, slots=True)
class CitingText:
    """A text of the plan with the spans of what it cites."""

    path: Path
    text: str
    spans: tuple[CitationSpan, ...]

    @property
    def exempt(self) -> list[tuple[int, int]]:
        """Where the words (start, end) are not the plan's: citations, questions still open."""
        questions = [one.span() for one in find_questions(self.text)]
        return [(one.start, one.end) for one in self.spans] + questions


def citing_texts(plan: Plan) -> list[CitingText]:
    """Return every text of a plan with its citations, in the order of the data."""
    return [CitingText(path, text, tuple(find_citations(text))) for path, text in texts(plan)]


def references(plan: Plan, registry: Registry, found: Sequence[CitingText]) -> list[Reference]:
    """Return every paper the texts of a plan cite with what the register knows of it.

    Standards are no papers.
    """
    day = legal_day(plan)
    return [
        _reference(one, span, registry, day)
        for one in found
        for span in one.spans
        if not is_standard(span.citation)
    ]


def mentions(papers: Iterable[Reference]) -> list[list[Reference]]:
    """Return the references of each paper together, papers and references in their order.

    Papers of several bodies or days may bear one symbol; one without number goes by its words.
    """
    found: list[_Mentions] = []
    alike: defaultdict[str, list[_Mentions]] = defaultdict(list)
    for one in papers:
        symbol = one.citation.symbol
        key = f"{fold(one.citation.kind)} {symbol_key(symbol) if symbol else fold(one.text)}"
        same = next((group for group in alike[key] if group.has(one.citation)), None)
        if same is None:
            same = _Mentions([], None, None)
            found.append(same)
            alike[key].append(same)
        same.add(one)
    return [group.references for group in found]


@dataclass(slots=True)
class _Mentions:
    """The references of one paper, and the day and body that any of them gives."""

    references: list[Reference]
    issued: dt.date | None
    issuer: str | None

    def has(self, citation: Citation) -> bool:
        one_day = None in (self.issued, citation.issued) or self.issued == citation.issued
        return one_day and same_body(self.issuer, citation.issuer)

    def add(self, one: Reference) -> None:
        self.references.append(one)
        self.issued = self.issued or one.citation.issued
        self.issuer = self.issuer or one.citation.issuer


def _rests_on(text: CitingText, span: CitationSpan) -> bool:
    """Whether the plan itself rests on the paper; what amends such a one belongs to it."""
    if _SAID_TO_END.search(text.text, max(0, span.start - 30), span.start):
        return False
    if span.inside is None:
        return True
    outer = text.spans[span.inside]
    return span.citation in outer.citation.amendments and _rests_on(text, outer)


def _reference(text: CitingText, span: CitationSpan, registry: Registry, day: dt.date) -> Reference:
    document = document_of(span.citation, registry, day)
    status = registry.status_on(document, day) if document else None
    ended = status is not None and status.standing is Standing.ENDED
    found = registry.successor_on(document, day) if document and ended else None
    instead, sure = found or (None, False)
    return Reference(
        text.path,
        text.text[span.start : span.end],
        span.citation,
        day,
        span.slips,
        span.inside is not None,
        _rests_on(text, span),
        document,
        status,
        instead,
        sure and status is not None and status.certain,
        yearly(span.citation, document),
    )
