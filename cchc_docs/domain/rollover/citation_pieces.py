"""What becomes of citations: kept, completed, replaced, asked about or dropped, always whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cchc_docs.domain.citations import Citation, CitationSpan, find_citations
from cchc_docs.domain.citing import cited, document_of, head_end, is_standard, yearly
from cchc_docs.domain.legal_status import Status, advice_for
from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.pieces import Piece, asked, question_text
from cchc_docs.domain.slips import find_slips
from cchc_docs.domain.standing import Standing
from cchc_docs.model.register import Action, Confidence, EventType, LegalDocument
from cchc_docs.vietnamese.dates import short_date

_SUBJECT: Final = "viện dẫn"
_BETWEEN: Final = re.compile(r"\s*[,;]?\s*(?:và)?\s*")
_STILL: Final = "cần kiểm tra hiệu lực: {old}"
_ANSWER: Final = "Ghi viện dẫn đúng và đủ vào cột Trả lời, hoặc GIỮ nếu còn hiệu lực."


@dataclass(frozen=True, slots=True)
class _Decision:
    """What happens to one citation; `candidate` is what it is asked or told to give way to.

    `what` is the question, `{old}` in it the words of the plan; empty where nothing is asked.
    """

    done: Done
    rule: str
    why: str
    new: str = ""
    todo: str = ""
    what: str = ""
    candidate: LegalDocument | None = None


def citation_pieces(
    text: str, spans: Sequence[CitationSpan], drafting: Drafting
) -> Iterator[Piece]:
    """Yield one piece for each citation that stands by itself; those inside it come along.

    Neighbours that give way to one document become one citation, asked about together.
    """
    group: list[tuple[CitationSpan, _Decision]] = []
    for span in spans:
        if span.inside is not None or is_standard(span.citation):
            continue
        decision = _decide(text, span, drafting)
        if group and not _goes_with(text, group[-1], (span, decision)):
            yield _piece(text, group, spans)
            group = []
        group.append((span, decision))
    if group:
        yield _piece(text, group, spans)


def _goes_with(
    text: str, before: tuple[CitationSpan, _Decision], here: tuple[CitationSpan, _Decision]
) -> bool:
    """Whether two citations side by side give way to one document."""
    gap = text[before[0].end : here[0].start]
    candidate = before[1].candidate
    same = (
        candidate is not None and candidate is here[1].candidate and before[1].done is here[1].done
    )
    return same and _BETWEEN.fullmatch(gap) is not None


def _piece(
    text: str, group: Sequence[tuple[CitationSpan, _Decision]], spans: Sequence[CitationSpan]
) -> Piece:
    (first, decision), (last, _) = group[0], group[-1]
    question = None
    new = decision.new
    if decision.what:
        # The old words stay readable in the draft, inside the question.
        kept = text[first.start : last.end]
        what = decision.what.format(old=question_text(kept))
        question = Question(what, AnswerKind.CITATION, kept=kept)
        new = asked(question)
    covers = [_covered(one, text, outcome, decision) for one, outcome in group[1:]]
    standing = {id(one) for one, _ in group}
    covers += [
        _inner(one, text, decision)
        for one in spans
        if id(one) not in standing and first.start <= one.start and one.end <= last.end
    ]
    return Piece(
        first.start,
        last.end,
        new,
        decision.done,
        _SUBJECT,
        decision.rule,
        decision.why,
        decision.todo,
        question,
        covers=tuple(covers),
    )


def _covered(span: CitationSpan, text: str, own: _Decision, first: _Decision) -> Piece:
    todo = "Trả lời chung ở viện dẫn đứng ngay trước." if first.what else ""
    return Piece(span.start, span.end, "", own.done, _SUBJECT, own.rule, own.why, todo)


def _inner(span: CitationSpan, text: str, outer: _Decision) -> Piece:
    why = "Nằm trong viện dẫn khác, đi cùng viện dẫn đó; không sửa riêng."
    kept = outer.done is Done.KEPT
    new = text[span.start : span.end] if kept else ""
    return Piece(span.start, span.end, new, outer.done, _SUBJECT, "citation-inside", why)


def _decide(text: str, span: CitationSpan, drafting: Drafting) -> _Decision:
    citation = span.citation
    document = document_of(citation, drafting.registry, drafting.day)
    year = yearly(citation, document)
    if document is None:
        return _unknown(citation, year, drafting)
    status = drafting.registry.status_on(document, drafting.day)
    over = year is not None and year < drafting.year
    day = dt.date(drafting.year, 1, 1) if over else drafting.day
    candidate, sure = _candidate(document, day, drafting)
    advice = advice_for(document, drafting.year, drafting.day)
    ended = status.standing is Standing.ENDED or over
    action = advice.action if advice else _usual(status, ended=ended)
    if ended and status.certain and action is Action.KEEP:
        action = Action.REPLACE
    note = f" {advice.note}" if advice and advice.note else ""
    why = f"{status.why}{note}"
    if action is Action.DROP:
        return _Decision(Done.DROPPED, "citation-dropped", why, todo="Kiểm tra lại câu sau khi bỏ.")
    if action is Action.KEEP:
        return _kept(text, span, document, status, why, drafting)
    proven = document.confidence is Confidence.CONFIRMED and (status.certain or over)
    if action is Action.REPLACE and candidate and sure and ended and proven:
        new = cited(candidate, with_subject=bool(citation.subject))
        return _Decision(
            Done.CHANGED,
            "citation-replaced",
            why,
            new,
            "Xem lại câu với viện dẫn mới.",
            "",
            candidate,
        )
    return _asked(candidate, over=over, why=why, drafting=drafting)


def _usual(status: Status, *, ended: bool) -> Action:
    if ended:
        return Action.REPLACE
    return Action.KEEP if status.standing is Standing.IN_FORCE else Action.ASK


def _candidate(
    document: LegalDocument, day: dt.date, drafting: Drafting
) -> tuple[LegalDocument | None, bool]:
    """Return what may be cited instead and whether that is certain; what is advised comes first."""
    advice = advice_for(document, drafting.year, drafting.day)
    found = drafting.registry.successor_on(document, day)
    advised = drafting.registry.documents.get(advice.candidate or "") if advice else None
    if advised and (found is None or found[0] is not advised):
        return advised, any(
            one.id == advised.id and one.confidence is Confidence.CONFIRMED and one.since
            for one in document.successors
        )
    return found or (None, False)


def _unknown(citation: Citation, year: int | None, drafting: Drafting) -> _Decision:
    why = "Văn bản này không có trong danh mục văn bản."
    if year is not None and year < drafting.year:
        why += f" Tên văn bản cho thấy là văn bản của riêng năm {year}."
        return _asked(None, over=True, why=why, drafting=drafting)
    return _Decision(Done.ASKED, "citation-unknown", why, todo=_ANSWER, what=_STILL)


def _asked(
    candidate: LegalDocument | None, *, over: bool, why: str, drafting: Drafting
) -> _Decision:
    if candidate:
        what = f"cần kiểm tra: {{old}}; đề xuất thay bằng {cited(candidate)}"
    elif over:
        what = f"cần bổ sung: văn bản của năm {drafting.year} thay cho {{old}}"
    else:
        what = _STILL
    rule = "citation-yearly" if over else "citation-doubtful"
    return _Decision(Done.ASKED, rule, why, todo=_ANSWER, what=what, candidate=candidate)


def _kept(
    text: str,
    span: CitationSpan,
    document: LegalDocument,
    status: Status,
    why: str,
    drafting: Drafting,
) -> _Decision:
    """Keep a citation, completed with its date and the amendments in force, its slips mended."""
    old = text[span.start : span.end]
    citation = span.citation
    sure = document.confidence is Confidence.CONFIRMED
    if citation.issued is None and citation.symbol and document.issued and sure:
        citation = replace(citation, issued=document.issued)
    slipped = any(one.right is not None for one in span.slips)
    printed = str(citation) if slipped or citation is not span.citation else old
    new = _with_head_mended(printed)
    slipped = slipped or new != printed
    if not citation.amendments and citation.symbol:
        new += _amended(document, status, text, drafting)
    todo = "" if status.certain else "Cần kiểm tra văn bản này còn hiệu lực không."
    if status.later_end and status.later_end.date:
        todo += f" {_ends(status.later_end.type, status.later_end.date)}"
    if new == old:
        return _Decision(Done.KEPT, "citation-kept", why, old, todo.strip())
    done = Done.REPAIRED if slipped else Done.CHANGED
    return _Decision(done, "citation-completed", why, new, todo.strip())


def _with_head_mended(citation: str) -> str:
    """Mend the names of law and body; the subject is in the words of the cited paper."""
    head = head_end(citation, find_citations(citation)[0])
    slips = [one for one in find_slips(citation[:head]) if one.right is not None]
    for slip in sorted(slips, key=lambda one: one.start, reverse=True):
        citation = citation[: slip.start] + (slip.right or "") + citation[slip.end :]
    return citation


def _ends(kind: EventType, day: dt.date) -> str:
    if kind is EventType.PERIOD_END:
        return f"Hết thời gian thực hiện sau ngày {short_date(day)}."
    return f"Hết hiệu lực từ ngày {short_date(day)}: ký từ ngày đó thì phải thay."


def _amended(document: LegalDocument, status: Status, text: str, drafting: Drafting) -> str:
    """Return the words on amendments in force that the text does not cite already."""
    amending = [
        one.document
        for one in status.amendments
        if one.certain
        and one.event.type is EventType.AMENDED
        and one.document.symbol
        and one.document.symbol not in text
    ]
    listed = ", ".join(cited(one) for one in amending)
    return f" (được sửa đổi, bổ sung tại {listed})" if listed else ""
