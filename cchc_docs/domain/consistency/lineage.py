"""Units that have ended or will end in the year, by the dated lineage of the register."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from cchc_docs.domain.citing import legal_day
from cchc_docs.domain.consistency.passages import Places
from cchc_docs.domain.legal_status import Registry, ended_on
from cchc_docs.domain.names import office_list, resolved
from cchc_docs.domain.references import CitingText
from cchc_docs.domain.walking import task_rows, values
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.base import REFERENCE
from cchc_docs.model.plan import Plan
from cchc_docs.model.register import AdministrativeUnit, Confidence
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.patterns import LOWER, UPPER, any_of
from cchc_docs.vietnamese.text import capitalised, fold

_SAME: Final = (("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"))
"""Long and short names that mean the same body."""

_COLUMNS: Final = frozenset(("lead", "partners", "monitor", "executors"))
_ROW: Final = 6
"""Steps to a task: annexes, tasks, groups, 0, tasks, 0."""

_GOES_ON: Final = re.compile(rf"\s+[{UPPER}][{LOWER}]")
_OFFICE_GOES_ON: Final = re.compile(rf"\s*[-–]\s*[{UPPER}][{LOWER}]")
_OF_THE_PAST: Final = re.compile(r"\s*[(,]?\s*(?:cũ|trước đây|trước khi)(?!\w)", re.IGNORECASE)

Words: TypeAlias = tuple[Path, str, Sequence[tuple[int, int]]]
"""A text of the plan: its path, its words, and the spans that are not its own."""

Named: TypeAlias = tuple[Path, str]
"""Where a unit is named, and how."""


def check_units(
    plan: Plan, registry: Registry, texts: Sequence[CitingText], places: Places
) -> Iterator[Finding]:
    """Point out units a plan names after they ended, and work due after a unit it needs will end.

    Citations are exempt: a paper keeps the name of who issued it.
    """
    day = legal_day(plan)
    due = {
        path: window[1]
        for path, task in task_rows(plan)
        if (window := task.deadline.window(plan.year))
    }
    gone: dict[str, list[Named]] = {}
    late: dict[str, list[Path]] = {}
    names = _Names(registry.register.units)
    for path, text, exempt in _words(plan, texts):
        row = path[:_ROW]
        for unit, written in names.ended_in(text, exempt, max(day, due.get(row, day))):
            if ended_on(unit, day):
                gone.setdefault(unit.id, []).append((path, written))
            else:
                late.setdefault(unit.id, []).append(row)
    for unit in registry.register.units:
        if fold(unit.name) == fold(plan.agency.unit.in_sentence) and not ended_on(unit, day):
            late[unit.id] = [row for row, last in due.items() if ended_on(unit, last)]
        if unit.id in gone:
            yield _ended(unit, gone[unit.id], registry, places)
        if late.get(unit.id):
            yield _due_after_the_end(unit, late[unit.id], places)


def _words(plan: Plan, texts: Sequence[CitingText]) -> Iterator[Words]:
    """Yield what is printed: texts, the names of offices, issuer and usual recipients."""
    yield ("agency", "unit"), plan.agency.full_name, ()
    yield from ((one.path, one.text, one.exempt) for one in texts)
    for path, value in values(plan):
        if path[0] != "agency" and _COLUMNS.intersection(path[-2:]) and isinstance(value, str):
            yield path, office_list((value,), plan), ()
    for one in texts:
        for match in REFERENCE.finditer(one.text):
            yield one.path, resolved(match.group(), plan), ()
    if plan.recipients is None and plan.agency.recipients:
        for path, value in values(plan.agency.recipients, ("agency", "recipients")):
            yield path, str(value), ()


class _Names:
    """Every name of a unit or of its bodies, by its folded spelling, with the last to bear it.

    A name lives on only in a unit that is known to have begun after the other ended.
    """

    def __init__(self, units: Sequence[AdministrativeUnit]) -> None:
        self._bearers: dict[str, tuple[str, AdministrativeUnit]] = {}
        in_order = sorted(units, key=lambda unit: unit.last_day or dt.date.max)
        for unit in in_order:
            key = fold(unit.name)
            if unit.name != unit.kind and _follows(unit, self._bearers.get(key)):
                self._bearers[key] = unit.name, unit  # a whole level has no name
        alive = [key for key, (_, unit) in self._bearers.items() if unit.last_day is None]
        for unit in in_order:
            for body in unit.bodies:
                if not _lives_on(fold(body), alive):
                    for spelled in _spellings(body):
                        self._bearers.setdefault(fold(spelled), (spelled, unit))
        names = [name.lower() for name, _ in self._bearers.values()]
        dashed = [name.replace(" - ", " – ") for name in names]
        self._pattern = re.compile(rf"(?i:(?<!thị )){any_of(*names, *dashed)}") if names else None

    def ended_in(
        self, text: str, exempt: Sequence[tuple[int, int]], day: dt.date
    ) -> Iterator[tuple[AdministrativeUnit, str]]:
        """Yield the units named outside the exempt spans that have ended before a day."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            # A foreign letter that passes for one of ours (İ, i) makes no name of the register.
            known = self._bearers.get(fold(match.group()))
            if known is None or any(a <= match.start() < b for a, b in exempt):
                continue
            name, unit = known
            if ended_on(unit, day) and _is_meant(match, name) and not _of_the_past(match):
                yield unit, match.group()


def _follows(unit: AdministrativeUnit, known: tuple[str, AdministrativeUnit] | None) -> bool:
    ended = known[1].last_day if known else None
    return known is None or bool(ended and unit.first_day and unit.first_day > ended)


def _lives_on(body: str, alive: Sequence[str]) -> bool:
    """Whether a body belongs to a unit whose name another bears now; xã A is not thị xã A."""
    return any(body.endswith(f" {name}") and not body.endswith(f"thị {name}") for name in alive)


def _is_meant(match: re.Match[str], name: str) -> bool:
    """Whether the words are the name (xã An Toàn, no xã an toàn), and not part of a longer one."""
    pairs = [*zip(match.group().split(), name.split(), strict=False)][1:]  # Phường 1, phường 1
    if any(own[0].isupper() and not written[0].isupper() for written, own in pairs):
        return False
    proper = name.split()[-1][0].isupper()
    return not (proper and _GOES_ON.match(match.string, match.end())) and not (
        _OFFICE_GOES_ON.match(match.string, match.end())
    )


def _of_the_past(match: re.Match[str]) -> bool:
    return _OF_THE_PAST.match(match.string, match.end()) is not None


def _spellings(name: str) -> Iterator[str]:
    yield name
    for long, short in _SAME:
        if short in name:
            yield name.replace(short, long)
        if long in name:
            yield name.replace(long, short)


def _ended(
    unit: AdministrativeUnit, found: Sequence[Named], registry: Registry, places: Places
) -> Finding:
    written = ", ".join(dict.fromkeys(f"“{text}”" for _, text in found))
    now = ", ".join(one.name for one in registry.register.units if one.id in unit.became)
    sure = unit.confidence is Confidence.CONFIRMED
    fix = f"Thay bằng cơ quan của {now}." if sure else f"Cần kiểm tra; đề xuất [[{now}]]."
    return Finding(
        "unit-ended",
        Level.ERROR if sure else Level.WARNING,
        f"{written}: {unit.name} {_end_of(unit)}, còn {len(found)} chỗ "
        f"({places.told([path for path, _ in found])}).",
        fix if now else "Thay bằng cơ quan đang làm việc đó.",
        found[0][0],
    )


def _due_after_the_end(unit: AdministrativeUnit, late: Sequence[Path], places: Places) -> Finding:
    rows = list(dict.fromkeys(late))
    return Finding(
        "due-after-unit-ends",
        Level.WARNING,
        f"{capitalised(unit.name)} {_end_of(unit)}; {len(rows)} nhiệm vụ có hạn sau ngày đó "
        f"({places.told(rows)}).",
        "Ghi rõ phần việc đến ngày kết thúc, phần còn lại do đơn vị mới tiếp tục.",
        rows[0],
    )


def _end_of(unit: AdministrativeUnit) -> str:
    assert unit.last_day is not None
    maybe = "" if unit.confidence is Confidence.CONFIRMED else "có thể "
    day = short_date(unit.last_day)
    return f"{maybe}kết thúc hoạt động sau ngày {day} ({unit.confidence.label})"
