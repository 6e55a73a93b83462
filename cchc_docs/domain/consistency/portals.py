"""One name for the unit's own site: a portal (cổng) and a page (trang) are not the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_docs.domain.consistency.passages import passages, told
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.plan import Plan


def check_portal_names(plan: Plan) -> Iterator[Finding]:
    """Yield, in one finding, the rarer name where the unit's site is called both Cổng and Trang.

    Sites of superiors and of the nation are left alone.
    """
    pattern = re.compile(
        r"\b(cổng|trang) thông tin điện tử(?: của)?(?: UBND| Ủy ban nhân dân)? "
        rf"{re.escape(plan.agency.unit.level)}(?!\w)",
        re.IGNORECASE,
    )
    found: dict[str, list[Path]] = {"cổng": [], "trang": []}
    for passage in passages(plan):
        for match in pattern.finditer(passage.own):
            found[match[1].lower()].append(passage.path)
    if all(found.values()):
        rarer = min(found, key=lambda name: len(found[name]))
        usual = "trang" if rarer == "cổng" else "cổng"
        yield Finding(
            "portal-two-names",
            Level.WARNING,
            f'Nơi ghi "{usual.capitalize()} thông tin điện tử", nơi ghi '
            f'"{rarer.capitalize()} thông tin điện tử" của {plan.agency.unit.level}: '
            f"{told(plan, [*found[usual], *found[rarer]])}.",
            "Ghi thống nhất theo đúng loại của đơn vị.",
            found[rarer][0],
        )
