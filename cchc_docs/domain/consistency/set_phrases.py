"""Set phrases of official language with a word or a mark too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cchc_docs.domain.consistency.passages import Places, passages
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.plan import Plan

_NAMES_OF_LEVELS: Final = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_PHRASES: Final = (
    # A list of three would be "bộ, ngành, Trung ương và địa phương".
    (r"bộ, ngành, (Trung ương)(?=[;.,)]|$| phù hợp| hướng dẫn| giao| ban hành)", r"bộ, ngành \1"),
    (r"Chủ tịch của (Ủy ban nhân dân|UBND)", r"Chủ tịch \1"),
    (
        rf"(hành chính|pháp luật|người dân|doanh nghiệp) (địa bàn {_NAMES_OF_LEVELS})",
        r"\1 trên \2",
    ),
)


def check_set_phrases(plan: Plan) -> Iterator[Finding]:
    """Yield each set phrase that is not written as it is said, with all its places."""
    places = Places(plan)
    for pattern, right in _PHRASES:
        searched = re.compile(rf"\b{pattern}(?!\w)", re.IGNORECASE)
        found: dict[str, tuple[str, list[Path]]] = {}
        for passage in passages(plan):
            for match in searched.finditer(passage.own):
                fixed = match.expand(right)
                found.setdefault(match[0], (fixed, []))[1].append(passage.path)
        for written, (fixed, paths) in found.items():
            where = f" {len(paths)} chỗ: {places.told(paths)}." if len(paths) > 1 else ""
            yield Finding(
                "set-phrase",
                Level.WARNING,
                f'"{written}" viết không đúng cụm từ thường dùng.{where}',
                f'Viết "{fixed}".',
                paths[0],
            )
