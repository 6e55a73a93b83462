"""Findings that need the legal register: citations, stale terms, units that have ended."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_docs.domain.citing import cited, legal_day
from cchc_docs.domain.consistency.citation_forms import check_first_day, check_forms, told_again
from cchc_docs.domain.consistency.lineage import check_units
from cchc_docs.domain.consistency.passages import Places
from cchc_docs.domain.legal_status import Registry, advice_for
from cchc_docs.domain.references import CitingText, Reference, citing_texts, mentions, references
from cchc_docs.domain.standing import Standing
from cchc_docs.domain.terms import TermUse, find_terms
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.plan import Plan
from cchc_docs.model.register import Action, Confidence, EventType
from cchc_docs.vietnamese.dates import short_date


def find_legal_doubts(plan: Plan, registry: Registry) -> list[Finding]:
    """Return what is doubtful in a plan by the register; the level follows its confidence."""
    found = citing_texts(plan)
    papers = references(plan, registry, found)
    places = Places(plan)
    return [
        *_standings(papers, places),
        *_unknown(papers),
        *check_first_day(plan, papers),
        *check_forms(plan, papers, places),
        *_yearly(plan, papers, places),
        *_amendments(papers),
        *_terms(plan, registry, found, places),
        *check_units(plan, registry, found, places),
    ]


def _standings(papers: list[Reference], places: Places) -> Iterator[Finding]:
    """One finding for each document, however often it is cited."""
    found: dict[str, list[Reference]] = {}
    for one in papers:
        if one.document is None or one.status is None or not one.own:
            continue
        ended = one.status.standing is Standing.ENDED
        if ended or not (one.status.certain or one.inside):
            found.setdefault(one.document.id, []).append(one)
    for same in found.values():
        yield _standing(same[0], same, places)


def _standing(one: Reference, same: list[Reference], places: Places) -> Finding:
    assert one.status is not None
    ended = one.status.standing is Standing.ENDED
    sure = ended and one.status.certain
    level = Level.ERROR if sure else Level.WARNING if ended else Level.NOTE
    proposal = f"Thay bằng {one.advice}." if one.sure else f"Cần kiểm tra; đề xuất {one.advice}."
    unknown = (
        "Thay bằng văn bản đang có hiệu lực, hoặc bỏ viện dẫn."
        if sure
        else "Kiểm tra hiệu lực; nếu đã hết thì thay cả viện dẫn."
    )
    return Finding(
        "citation-repealed" if sure else "citation-doubtful",
        level,
        f"{one.name}: {one.standing} (tính đến ngày {short_date(one.day)}). {one.status.why}"
        + told_again(same, places),
        proposal if one.advice else unknown,
        one.path,
    )


def _unknown(papers: list[Reference]) -> Iterator[Finding]:
    unknown = [one for one in papers if one.document is None and one.citation.symbol]
    if unknown:
        names = ", ".join(dict.fromkeys(one.name for one in unknown))
        yield Finding(
            "citation-unknown",
            Level.NOTE,
            f"Có {len(unknown)} viện dẫn không có trong danh mục văn bản: {names}.",
            "Tự kiểm tra hiệu lực; có thể ghi thêm vào danh mục riêng của đơn vị (legal_register).",
            unknown[0].path,
        )


def _yearly(plan: Plan, papers: list[Reference], places: Places) -> Iterator[Finding]:
    others = [one for one in papers if one.own and one.year not in (None, plan.year)]
    for same in mentions(others):
        one = same[0]
        yield Finding(
            "citation-other-year",
            Level.WARNING,
            f"{one.name} là văn bản của năm {one.year}, kế hoạch này của năm {plan.year}."
            + told_again(same, places),
            f"Thay cả viện dẫn bằng văn bản của năm {plan.year}.",
            one.path,
        )


def _amendments(papers: list[Reference]) -> Iterator[Finding]:
    cited_symbols = {one.citation.symbol for one in papers}
    told_of = {one.document.id for one in papers if one.document and one.citation.amended}
    for one in papers:
        if one.status is None or one.document is None or one.document.id in told_of:
            continue
        missing = [
            change.document
            for change in one.status.amendments
            if change.certain
            and change.event.type is EventType.AMENDED
            and change.document.symbol not in cited_symbols
        ]
        if missing and one.own:
            told_of.add(one.document.id)
            names = ", ".join(cited(document) for document in missing)
            yield Finding(
                "citation-amended",
                Level.WARNING,
                f"{one.name} đã được sửa đổi, bổ sung tại {names} mà không nhắc đến.",
                f'Ghi thêm "(được sửa đổi, bổ sung tại {names})".',
                one.path,
            )


def _terms(
    plan: Plan, registry: Registry, texts: list[CitingText], places: Places
) -> Iterator[Finding]:
    found: dict[str, list[tuple[Path, TermUse]]] = {}
    for one in texts:
        for use in find_terms(one.text, registry.register.terms, one.exempt):
            found.setdefault(use.term.id, []).append((one.path, use))
    for uses in found.values():
        yield from _stale(plan, registry, uses, places)


def _stale(
    plan: Plan, registry: Registry, uses: list[tuple[Path, TermUse]], places: Places
) -> Iterator[Finding]:
    path, use = uses[0]
    day = legal_day(plan)
    change, advice = use.change_on(day), advice_for(use.term, plan.year, day)
    if change is None or (advice and advice.action is Action.KEEP):
        return
    known = change.confidence is Confidence.CONFIRMED
    sure = known and change.now and not (advice and advice.action is Action.ASK)
    law = registry.documents.get(change.by or "")
    by = f" theo {cited(law)}" if law else ""
    written = ", ".join(dict.fromkeys(f"“{one.text}”" for _, one in uses))
    where = places.told([one for one, _ in uses])
    fix = f"Viết “{change.now}”." if sure else f"Cần kiểm tra; đề xuất [[{change.now}]]."
    yield Finding(
        "stale-term",
        Level.ERROR if sure else Level.WARNING,
        f"Cách gọi {written} {'đã' if known else 'có thể đã'} thay đổi từ "
        f"{short_date(change.since)}{by} ({change.confidence.label}): {len(uses)} chỗ ({where}).",
        fix if change.now else "Xem lại cách gọi này.",
        path,
    )
