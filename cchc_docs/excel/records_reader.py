"""The figures written in a workbook, whatever was moved, pasted, merged or renamed in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.excel.opened import MergedArea, OpenedRow, OpenedSheet, opened_sheets
from cchc_docs.excel.records_cells import Cells, Filled, Spot, cell_place
from cchc_docs.excel.records_head import Head, find_head
from cchc_docs.excel.records_sheets import GENERAL, GENERAL_ROWS, LAYOUTS, Kind, Layout
from cchc_docs.excel.records_values import NotUnderstood, cell_value
from cchc_docs.findings import Path
from cchc_docs.vietnamese.text import fold, nearest, one_of

Told = Callable[[int, int], None]
"""Is told now and then how many rows are read, of how many."""

_SUMS: Final = frozenset(map(fold, ("Tổng cộng", "Tổng số", "Tổng", "Cộng")))
_COLUMN_NUMBER: Final = re.compile(r"\(?\d{1,2}\)?")
_RENEW: Final = (
    'Lập sổ đủ trang bằng lệnh "cchc workbook", với --from là tệp này; hoặc đặt lại tên trang.'
)
_STEP: Final = 500  # rows between two calls of `progress`
_REPEATED: Final = frozenset({Kind.CODE, Kind.NAME, Kind.DAY})
"""What holds for every row of a merged area; a figure there could be of each row or of all."""


def read_records_book(content: bytes, file: str, progress: Told | None = None) -> Filled:
    """Return what an officer wrote into the workbook; prepared rows left as they were do not count.

    Sums of the workbook are not read: they are computed anew. Sheets are known by name, or by
    their titles. What single cells hold wrongly is told in `Filled.problems`.

    Raises:
        DataError: no .xlsx, no sheet of ours, a sheet without its columns; all at once.
    """
    with opened_sheets(content, file) as sheets:
        reader = _Reader(file, progress, sum(sheet.size for sheet in sheets))
        for sheet in sheets:
            reader.read(sheet)
    return reader.filled([sheet.title for sheet in sheets])


class _Reader:
    """Collects records, their cells and the problems of one file."""

    def __init__(self, file: str, progress: Told | None, size: int) -> None:
        self.file = file
        self.data: dict[str, Any] = {}
        self.spots: dict[Path, Spot] = {}
        self.problems: list[Problem] = []
        self.broken: list[Problem] = []  # sheets that cannot be read at all
        self.known: set[str] = set()  # sheets of ours
        self._progress, self._size, self._read = progress, size, 0

    def filled(self, names: list[str]) -> Filled:
        """Return everything that was read; raises DataError where a sheet could not be."""
        if not self.known:
            own = ", ".join(f'"{name}"' for name in names)
            what = f"Không có trang nào của sổ số liệu; tệp có: {own}."
            fix = 'Chọn đúng tệp, hoặc lập sổ mới bằng lệnh "cchc workbook".'
            self.broken.append(Problem(Place(self.file), what, fix))
        if self.broken:
            raise DataError([*self.broken, *self.problems])
        for one in GENERAL_ROWS.values():
            if one.needed and one.field not in self.data:
                place = Place(self.file, field=f'trang "{GENERAL.sheet}"')
                fix = f'Ghi ở dòng "{one.title}" của trang này.'
                self.problems.append(Problem(place, f'Chưa ghi "{one.title}".', fix))
        return Filled(self.data, Cells(self.spots), tuple(self.problems), tuple(self._lacking()))

    def _lacking(self) -> Iterator[Problem]:
        for layout in LAYOUTS:
            if layout.sheet not in self.known:
                what = f'Không có trang "{layout.sheet}", hoặc trang này không còn tên cột.'
                yield Problem(Place(self.file), what, _RENEW)

    def read(self, sheet: OpenedSheet) -> None:
        """Read a sheet, if it is one of ours."""
        self._sheet(sheet)
        self._read += sheet.size
        if self._progress:
            self._progress(self._read, self._size)

    def _sheet(self, sheet: OpenedSheet) -> None:
        rows = self._counted(sheet)
        head = find_head(sheet.title, rows)
        if head is None:
            return
        self.known.add(head.layout.sheet)
        for what, fix in head.problems():
            self.broken.append(Problem(Place(self.file, field=f'trang "{sheet.title}"'), what, fix))
        if head.missing:
            return
        for number, row in self._unmerged(rows, head, sheet.merged):
            if head.layout is GENERAL:
                self._general(number, row, head)
            elif head.layout.periods:
                self._by_period(number, row, head, head.layout.periods)
            else:
                self._entry(number, row, head)

    def _counted(self, sheet: OpenedSheet) -> Iterator[tuple[int, OpenedRow]]:
        last = 0
        for number, row in sheet.rows():
            if self._progress and number - last >= _STEP:
                last = number
                self._progress(min(self._read + number, self._size), self._size)
            yield number, row

    def _unmerged(
        self, rows: Iterator[tuple[int, OpenedRow]], head: Head, merged: tuple[MergedArea, ...]
    ) -> Iterator[tuple[int, OpenedRow]]:
        """Yield the rows below the head; a merged key counts in each row it spans."""
        starting: dict[int, list[MergedArea]] = {}
        for area in merged:
            starting.setdefault(area.first_row, []).append(area)
        lasting: list[tuple[MergedArea, Any]] = []
        for number, row in rows:
            lasting = [one for one in lasting if one[0].last_row >= number]
            for area, cell in lasting:
                row.setdefault(area.first_column, cell)
            for area in starting.get(number, ()):
                if cell := row.get(area.first_column):
                    if head.kind_at(area.first_column) in _REPEATED:
                        lasting.append((area, cell))
                    self._doubt_merged(area, head)
            yield number, row

    def _doubt_merged(self, area: MergedArea, head: Head) -> None:
        kinds = [
            kind
            for column in range(area.first_column, area.last_column + 1)
            if (kind := head.kind_at(column))
        ]
        tall = area.last_row > area.first_row
        if len(kinds) > 1 or (tall and kinds and kinds[0] not in {*_REPEATED, Kind.TEXT}):
            self._problem(
                cell_place(head.sheet, area.first_row, area.first_column),
                "Ô gộp, không rõ nội dung thuộc ô nào.",
                "Bỏ gộp ô, ghi riêng từng ô.",
            )

    def _general(self, number: int, row: OpenedRow, head: Head) -> None:
        code_at, value_at = head.columns["field"], head.columns["value"]
        if value_at not in row or code_at not in row:
            return
        code = str(self._value(number, row, code_at, head, Kind.CODE) or "")
        known = {fold(one): one for one in GENERAL_ROWS}.get(fold(code))
        if known is None:
            close = one_of(nearest(code, GENERAL_ROWS))
            fix = f"Có phải là {close}?" if close else f"Dùng mã {one_of(GENERAL_ROWS)}."
            place = cell_place(head.sheet, number, code_at)
            self._problem(place, f'Không có mục mang mã "{code}".', fix)
            return
        column = GENERAL_ROWS[known]
        value = self._value(number, row, value_at, head, column.kind)
        if value is None:
            return
        place = cell_place(head.sheet, number, value_at)
        if column.field in self.data:
            self._problem(place, f'"{column.title}" ghi hai lần.', "Giữ một dòng, xóa dòng kia.")
        self.data[column.field] = value
        self.spots[(column.field,)] = Spot(head.sheet, number, {column.field: value_at})

    def _entry(self, number: int, row: OpenedRow, head: Head) -> None:
        if _is_no_record(row, head):
            return
        entries = {
            column.field: value
            for column, position in head.entries
            if position in row
            and (value := self._value(number, row, position, head, column.kind)) is not None
        }
        if not entries:
            return
        for column, position in head.prepared:
            if position in row:
                value = self._value(number, row, position, head, column.kind)
                if value is not None:
                    entries[column.field] = value
        if not self._incomplete(number, row, head, entries):
            self._take(head.layout, entries, Spot(head.sheet, number, head.columns))

    def _by_period(
        self, number: int, row: OpenedRow, head: Head, periods: Mapping[str, Any]
    ) -> None:
        ((key, key_at),) = head.prepared
        for column, position in head.entries:
            if position not in row:
                continue
            value = self._value(number, row, position, head, column.kind)
            if value is None:
                continue
            entry = {column.field: value, "period": periods[column.title]}
            if key_at in row and (code := self._value(number, row, key_at, head, key.kind)):
                entry[key.field] = code
            if not self._incomplete(number, row, head, entry):
                columns = {key.field: key_at, "period": position, column.field: position}
                self._take(head.layout, entry, Spot(head.sheet, number, columns))

    def _take(self, layout: Layout, entry: dict[str, Any], spot: Spot) -> None:
        found = self.data.setdefault(layout.list, [])
        self.spots[(layout.list, len(found))] = spot
        found.append(entry)

    def _incomplete(self, number: int, row: OpenedRow, head: Head, entry: dict[str, Any]) -> bool:
        """Tell whether a needed value is missing, and report the blank cells."""
        missing = [column for column in head.needed if column.field not in entry]
        for column in missing:
            position = head.columns[column.field]
            if position not in row or str(row[position].result.value).isspace():
                place = cell_place(head.sheet, number, position)
                what = f'Dòng này có ghi mà cột "{column.title}" để trống.'
                self._problem(place, what, f'Ghi "{column.title}", hoặc xóa nội dung của dòng.')
        return bool(missing)

    def _value(self, number: int, row: OpenedRow, position: int, head: Head, kind: Kind) -> Any:
        try:
            return cell_value(row[position], kind)
        except NotUnderstood as error:
            self._problem(cell_place(head.sheet, number, position), str(error), error.fix)
            return None

    def _problem(self, place: str, what: str, fix: str) -> None:
        self.problems.append(Problem(Place(self.file, field=place), what, fix))


def _is_no_record(row: OpenedRow, head: Head) -> bool:
    """Tell a line of sums or of the numbers of columns, which forms have below their head."""
    column, position = head.first
    if column.kind is not Kind.NAME or position not in row:
        return False
    text = fold(str(row[position].result.value))
    return text in _SUMS or _COLUMN_NUMBER.fullmatch(text) is not None
