"""The head of a sheet of figures: which sheet it is, and where its columns stand."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from cchc_docs.excel.opened import OpenedRow
from cchc_docs.excel.records_sheets import LAYOUTS, Kind, Layout, SheetColumn
from cchc_docs.vietnamese.text import fold

_HEAD_ROWS: Final = 60  # nobody writes more above a table
_LINES: Final = 3  # of one head: groups, titles, numbers of the columns
_LIKE: Final = 0.6  # the share of its columns by which a sheet under another name is known


@dataclass(frozen=True)
class Head:
    """A sheet of ours under the name it has now, with its columns.

    `columns` holds the place (from 0) of each field; in sheets by period there is one place for
    each title. `missing` and `twice` are titles.
    """

    sheet: str
    layout: Layout
    found: tuple[tuple[SheetColumn, int], ...]
    missing: tuple[str, ...]
    twice: tuple[str, ...]

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what keeps the sheet from being read, and how to mend it."""
        if self.missing:
            names = ", ".join(f'"{title}"' for title in self.missing)
            yield f"Không có cột {names}.", "Đặt lại tên cột như trong sổ đã lập."
        for title in self.twice:
            yield f'Có hai cột "{title}".', "Xóa cột thừa, hoặc đổi tên cột riêng của đơn vị."

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The place of each field."""
        return {column.field: position for column, position in self.found}

    @cached_property
    def first(self) -> tuple[SheetColumn, int]:
        """The first column that is read."""
        return self.found[0]

    @cached_property
    def prepared(self) -> tuple[tuple[SheetColumn, int], ...]:
        """The columns that alone make no record."""
        return tuple(one for one in self.found if one[0].prepared)

    @cached_property
    def entries(self) -> tuple[tuple[SheetColumn, int], ...]:
        """The columns an officer fills."""
        return tuple(one for one in self.found if not one[0].prepared)

    @cached_property
    def needed(self) -> tuple[SheetColumn, ...]:
        """The columns without which there is no record."""
        return tuple(column for column, _ in self.found if column.needed)

    def kind_at(self, position: int) -> Kind | None:
        """Return what the column at a place holds; None where it is not read."""
        return self._kinds.get(position)

    @cached_property
    def _kinds(self) -> Mapping[int, Kind]:
        return {position: column.kind for column, position in self.found}


def find_head(name: str, rows: Iterator[tuple[int, OpenedRow]]) -> Head | None:
    """Take rows until the head of a sheet of ours is read; None where the sheet is another one.

    A sheet of our name without a complete head, and one that is like ours under another name,
    come with the titles they lack.
    """
    named = [layout for layout in LAYOUTS if fold(layout.sheet) == fold(name)]
    best: Head | None = None
    lines: deque[OpenedRow] = deque(maxlen=_LINES)
    for _, row in islice(rows, _HEAD_ROWS):
        lines.append(row)
        heads = [_matched(name, layout, lines) for layout in named or LAYOUTS]
        if whole := [head for head in heads if head.found and not head.missing]:
            return max(whole, key=lambda head: len(head.found))
        best = max([*heads, *([best] if best else [])], key=_likeness)
    return best if best and (named or _likeness(best) >= _LIKE) else None


def _likeness(head: Head) -> float:
    if not any(column == head.layout.read[0] for column, _ in head.found):
        return 0  # columns of figures without their key: a sheet of the officer's own
    return len(head.found) / (len(head.found) + len(head.missing))


def _matched(name: str, layout: Layout, lines: Sequence[OpenedRow]) -> Head:
    titles: dict[int, set[str]] = {}
    for row in lines:
        for position, cell in row.items():
            titles.setdefault(position, set()).add(fold(str(cell.result.value)))
    free = dict(sorted(titles.items()))
    places: dict[SheetColumn, int] = {}
    known = {column: {fold(word) for word in column.words} for column in layout.read}
    counted = Counter(word for words in known.values() for word in words)
    # Words of two columns ("Quá hạn") last: what is left of them stands in the order of the form.
    for shared in (False, True):
        for column in layout.read:
            words = {word for word in known[column] if (counted[word] > 1) is shared}
            place = next((at for at, written in free.items() if written & words), None)
            if column not in places and place is not None:
                places[column] = place
                del free[place]
    titles_of_ours = {fold(column.title): column.title for column in layout.read}
    return Head(
        name,
        layout,
        tuple((column, places[column]) for column in layout.read if column in places),
        tuple(one.title for one in layout.read if one not in places and not one.optional),
        tuple(
            titles_of_ours[word]
            for written in free.values()
            for word in written
            if word in titles_of_ours
        ),
    )
