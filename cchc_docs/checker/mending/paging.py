"""What mending does to the number of pages: one more that holds next to nothing is a harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.mending.repairs import Change, TextKey, text_key
from cchc_docs.checker.printed.numbering import LAST_ROWS, SHEETS

_NOTHING: Final = 3  # rows of text on a page that is as good as empty
_PAGES: Final = ("paper_size", "margin", "gutter", "width_within_text_area")
_UNKNOWN: Final = (
    "đã sửa khổ giấy, lề trang hoặc bề rộng bảng, số trang có thể thay đổi: cần in thử để kiểm tra"
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The printed pages of a text by its name: how many, and the rows on the last one."""

    name: str
    sheets: int
    last_rows: int


Extents = Mapping[TextKey, Extent]


def extents(
    components: Components, facts: Mapping[Instance, Mapping[str, Any]] | None
) -> Extents | None:
    """Return the printed pages of each text of which they are known; None without a print."""
    if facts is None:
        return None
    return {
        text_key(page.group): Extent(page.group.name, told[SHEETS], told[LAST_ROWS])
        for page in components.of("page")
        if SHEETS in (told := facts.get(page, {}))
    }


def crowded(before: Extents | None, after: Extents | None) -> frozenset[TextKey]:
    """Return the texts that run over to a page with next to nothing on it."""
    return frozenset(
        key
        for key, old, new in _both(before, after)
        if new.sheets > old.sheets and new.last_rows <= _NOTHING
    )


def remarks(
    before: Extents | None, after: Extents | None, changes: Sequence[Change]
) -> tuple[str, ...]:
    """Return what is to be told of the number of pages; without a print nobody knows it."""
    if before is None or after is None:
        is_new = any(one.rule.property.startswith(_PAGES) for one in changes)
        return (_UNKNOWN,) if is_new else ()
    return tuple(
        f"{old.name}: in ra {old.sheets} trang thành {new.sheets} trang, cần xem lại chỗ ngắt trang"
        for _, old, new in _both(before, after)
        if old.sheets != new.sheets
    )


def _both(
    before: Extents | None, after: Extents | None
) -> Iterator[tuple[TextKey, Extent, Extent]]:
    for key, old in (before or {}).items():
        if after and key in after:
            yield key, old, after[key]
