"""What keeps a form of the report from being used: ids that lead nowhere, twice, in circles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cchc_docs.domain.arithmetic.rules import RULES
from cchc_docs.domain.integrity import BrokenPart
from cchc_docs.domain.reporting.built_in import BUILT_IN
from cchc_docs.domain.reporting.sentences import SLOT
from cchc_docs.domain.walking import target_parts
from cchc_docs.findings import Path
from cchc_docs.model.plan import Plan
from cchc_docs.model.report import ReportAnnexes
from cchc_docs.model.report_form import Heading, ReportForm, StatisticsForm
from cchc_docs.vietnamese.text import fold, nearest, one_of

_WORDS: Final = frozenset({"body", "plan", "period", "last_day"})
"""Slots of sentences that are no figures."""

_BRACES: Final = re.compile(r"\{[^{}]*\}?")
_MONEY: Final = frozenset({"đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng"})

Named = Iterable[tuple[Path, str]]
"""Ids or names, each with its path."""


def broken_form(form: ReportForm) -> list[BrokenPart]:
    """Return everything that keeps a form from being used; paths lead into the form."""
    return [
        *_twice(form),
        *_unknown_figures(form),
        *_circles(form),
        *_mixed_money(form),
        *_unknown_rules(form),
        *_bad_slots(form),
    ]


def unknown_measures(plan: Plan, form: ReportForm) -> list[BrokenPart]:
    """Return the targets of a plan measured by a figure that the form does not have."""
    known = {*BUILT_IN, *form.titles}
    measures = [
        ((*path, "measured_by"), target.measured_by)
        for path, target in target_parts(plan)
        if target.measured_by
    ]
    return list(unknown_ids("Mẫu báo cáo không có số liệu", measures, known))


def unknown_statistics(rows: StatisticsForm, form: ReportForm) -> list[BrokenPart]:
    """Return the statistical rows that name a figure which the form does not have."""
    named = [
        (("groups", number, "rows", position, "figure"), row.figure)
        for number, group in enumerate(rows.groups)
        for position, row in enumerate(group.rows)
        if row.figure
    ]
    return list(unknown_ids("Mẫu báo cáo không có số liệu", named, {*BUILT_IN, *form.titles}))


def headings(form: ReportForm) -> Iterator[tuple[Path, Heading]]:
    """Yield every heading of the outline in printed order, with its path."""
    yield from _headings(form.sections, ("sections",))


def _headings(rows: Iterable[Heading], path: Path) -> Iterator[tuple[Path, Heading]]:
    for position, heading in enumerate(rows):
        here = (*path, position)
        yield here, heading
        yield from _headings(heading.headings, (*here, "headings"))


def _twice(form: ReportForm) -> Iterator[BrokenPart]:
    yield from _repeated("Mã số liệu", _figures(form), BUILT_IN)
    ids = (((*path, "id"), heading.id) for path, heading in headings(form))
    yield from _repeated("Mã mục", ids)
    yield from _repeated("Lĩnh vực", _each(("dossier_fields",), map(fold, form.dossier_fields)))


def _figures(form: ReportForm) -> Iterator[tuple[Path, str]]:
    for number, group in enumerate(form.groups):
        for position, one in enumerate(group.indicators):
            yield ("groups", number, "indicators", position, "id"), one.id
    for name in ("sums", "rates"):
        for position, one in enumerate(getattr(form, name)):
            yield (name, position, "id"), one.id


def _repeated(thing: str, named: Named, taken: Iterable[str] = ()) -> Iterator[BrokenPart]:
    seen = set(taken)
    for path, name in named:
        if name in seen:
            fix = "Đặt mã, tên khác, hoặc bỏ một trong hai."
            yield BrokenPart(path, f'{thing} "{name}" đã dùng ở nơi khác.', fix)
        seen.add(name)


def _each(path: Path, names: Iterable[str]) -> Iterator[tuple[Path, str]]:
    for position, name in enumerate(names):
        yield (*path, position), name


def _members(form: ReportForm) -> Iterator[list[tuple[Path, str]]]:
    """Yield the figures that are added up or compared, together for each sum, rate, relation."""
    for position, one in enumerate(form.sums):
        yield list(_each(("sums", position, "of"), one.of))
    for position, rate in enumerate(form.rates):
        path: Path = ("rates", position)
        yield [((*path, "part"), rate.part), ((*path, "whole"), rate.whole)]
    for position, limit in enumerate(form.limits):
        path = ("limits", position)
        parts = _each((*path, "parts"), limit.parts)
        yield [*parts, *_each((*path, "wholes"), limit.wholes)]


def _unknown_figures(form: ReportForm) -> Iterator[BrokenPart]:
    rates = {one.id for one in form.rates}
    known = {*BUILT_IN, *form.titles}
    what = "Không có số liệu"
    for members in _members(form):
        yield from unknown_ids(what, members, known - rates)
    yield from unknown_ids(what, _each(("compared",), form.compared), known)


def unknown_ids(what: str, named: Named, known: Iterable[str]) -> Iterator[BrokenPart]:
    """Yield the ids that are not known, with the nearest known ones; `what` begins the sentence."""
    known = set(known)
    fixes: dict[str, str] = {}
    for path, name in named:
        if name in known:
            continue
        if name not in fixes:
            close = one_of(nearest(name, sorted(known)))
            fixes[name] = f"Có phải là {close}?" if close else "Dùng một mã đã có."
        yield BrokenPart(path, f'{what} mang mã "{name}".', fixes[name])


def _circles(form: ReportForm) -> Iterator[BrokenPart]:
    parts = {one.id: one.of for one in form.sums}
    for position, one in enumerate(form.sums):
        if one.id in _behind(one.of, parts):
            what = f'Tổng "{one.id}" là số hạng của chính nó.'
            yield BrokenPart(("sums", position, "of"), what, "Bỏ số hạng dẫn ngược về tổng này.")


def _behind(names: Iterable[str], parts: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += parts.get(name, ())
    return found


def _mixed_money(form: ReportForm) -> Iterator[BrokenPart]:
    """Yield what compares đồng with triệu đồng (R19)."""
    units = {one.id: one.unit for one in form.indicators}
    units |= {one.id: one.unit for one in form.sums}
    for members in _members(form):
        money = {unit for _, name in members if (unit := units.get(name, "").lower()) in _MONEY}
        if len(money) > 1:
            what = f"So sánh số tiền khác đơn vị tính: {', '.join(sorted(money))}."
            yield BrokenPart(members[0][0], what, "Dùng một đơn vị tiền cho các số liệu này.")


def _unknown_rules(form: ReportForm) -> Iterator[BrokenPart]:
    for position, limit in enumerate(form.limits):
        if limit.rule not in RULES:
            what = f'Không có quy tắc "{limit.rule}".'
            yield BrokenPart(("limits", position, "rule"), what, "Ghi một quy tắc từ R0 đến R22.")


def _bad_slots(form: ReportForm) -> Iterator[BrokenPart]:
    known = {
        "": {*BUILT_IN, *form.titles, *_WORDS},
        "parts:": {one.id for one in form.sums},
        "change:": set(form.compared),
        "annex:": set(ReportAnnexes.model_fields),
    }
    for path, sentence in _sentences(form):
        if sentence is None:
            continue
        for braces in _BRACES.finditer(sentence):
            slot = SLOT.fullmatch(braces[0])
            if slot is None:
                fix = "Ghi {mã}, {mã/mã}, {parts:mã}, {change:mã} hoặc {annex:tên}."
                yield BrokenPart(path, f"Không hiểu {braces[0]}.", fix)
                continue
            kind = slot["kind"] or ""
            names = [(path, name) for name in (slot["name"], slot["whole"]) if name]
            yield from unknown_ids(_MISSING[kind], names, known[kind])


_MISSING: Final = {
    "": "Không có số liệu",
    "parts:": "Không có tổng",
    "change:": 'Mục "compared" không có số liệu',
    "annex:": "Không có phụ lục",
}


def _sentences(form: ReportForm) -> Iterator[tuple[Path, str | None]]:
    """Yield every text with slots; a figure that decides is looked at as if it were one."""
    for path, heading in headings(form):
        for position, sentence in enumerate(heading.sentences):
            here = (*path, "sentences", position)
            yield (*here, "text"), sentence.text
            yield (*here, "zero"), sentence.zero
            if sentence.when:
                yield (*here, "when"), f"{{{sentence.when}}}"
