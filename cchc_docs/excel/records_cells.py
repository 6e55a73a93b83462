"""Which cell of a workbook of figures each value of the records was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from cchc_docs.errors import Problem
from cchc_docs.findings import Path


@dataclass(frozen=True, slots=True)
class Spot:
    """The row a record stands in, and the column (from 0) of each of its fields."""

    sheet: str
    row: int
    columns: Mapping[str, int]

    def cell(self, field: str) -> str:
        """Return ``trang "Hồ sơ TTHC", ô H12``; raises KeyError for a field without a column."""
        return cell_place(self.sheet, self.row, self.columns[field])

    def first(self) -> str:
        """Return the first cell of the record."""
        return cell_place(self.sheet, self.row, min(self.columns.values()))


def cell_place(sheet: str, row: int, column: int) -> str:
    """Return a cell as an officer finds it; `column` counts from 0."""
    return f'trang "{sheet}", ô {get_column_letter(column + 1)}{row}'


class Cells(Mapping[Path, str]):
    """The cell of each path of the records; that of a whole record is its first one.

    Cells are named when they are asked for: of 10,000 rows next to none ever is.
    """

    def __init__(self, spots: Mapping[Path, Spot]) -> None:
        self._spots = spots

    def __getitem__(self, path: Path) -> str:
        if path in self._spots:
            return self._spots[path].first()
        return self._spots[path[:-1]].cell(str(path[-1]))

    def __iter__(self) -> Iterator[Path]:
        for path, spot in self._spots.items():
            yield path
            yield from ((*path, field) for field in spot.columns if len(path) > 1)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook holds: values for the records, and the cell each came from.

    Cells that could not be understood are left out of `data` and told in `problems`; `lacking`
    tells the sheets of ours the workbook does not have.
    """

    data: dict[str, Any]
    cells: Mapping[Path, str]
    problems: tuple[Problem, ...] = ()
    lacking: tuple[Problem, ...] = ()
