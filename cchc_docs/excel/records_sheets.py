"""The sheets of the workbook of figures: their columns, for writing and for reading alike.

Titles are those of the model; where a form of the ministry or a portal has other words for a
column, those are understood, too (spec of form 06: TT 01/2020/TT-VPCP and its forerunners).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from pydantic import BaseModel

from cchc_docs.model.period import PeriodKind
from cchc_docs.model.records import (
    DossierRecord,
    FigureRecord,
    Records,
    TargetRecord,
    TaskRecord,
)


class Kind(Enum):
    """What a column holds."""

    SHOWN = auto()  # written for the reader's eyes, or a formula: never read
    CODE = auto()
    NAME = auto()  # blanks around it do not count
    TEXT = auto()
    RESULT = auto()  # a figure with its unit, kept as text
    DAY = auto()
    COUNT = auto()
    QUANTITY = auto()
    STATUS = auto()
    YES_NO = auto()


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its title and width (in digits), what it holds, the field it fills.

    `also` are other titles it is known by. `prepared`: the workbook writes it in advance, so that
    it alone makes no record. `needed`: no record without it. `optional`: the sheet may lack it.
    """

    title: str
    width: int
    kind: Kind = Kind.SHOWN
    field: str = ""
    also: tuple[str, ...] = ()
    prepared: bool = False
    needed: bool = False
    optional: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All titles the column is known by."""
        return (self.title, *self.also)


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet: its name, the list of the records it holds, its columns.

    `grows`: the officer may add rows. A column of `periods` holds one record in each cell: the
    field of its title is then the period.
    """

    sheet: str
    list: str
    columns: tuple[SheetColumn, ...]
    grows: bool = False
    periods: Mapping[str, PeriodKind] | None = None

    @property
    def read(self) -> tuple[SheetColumn, ...]:
        """The columns that are read."""
        return tuple(one for one in self.columns if one.kind is not Kind.SHOWN)

    def key(self, column: SheetColumn) -> str:
        """Return under which name a row of this sheet holds the value of a column."""
        by_title = column.kind is Kind.SHOWN or column.title in (self.periods or ())
        return column.title if by_title else column.field


def _of(
    model: type[BaseModel], field: str, width: int, kind: Kind, *also: str, **more: bool
) -> SheetColumn:
    title = model.model_fields[field].title or field
    return SheetColumn(title, width, kind, field, also, **more)


TASKS: Final = Layout(
    "Tiến độ nhiệm vụ",
    "tasks",
    (
        _of(TaskRecord, "id", 16, Kind.CODE, "Mã", prepared=True, needed=True),
        SheetColumn("TT", 5),
        SheetColumn("Nhiệm vụ", 42),
        SheetColumn("Thời hạn", 14),
        _of(TaskRecord, "status", 13, Kind.STATUS),
        _of(TaskRecord, "started", 11, Kind.DAY),
        _of(TaskRecord, "done", 11, Kind.DAY),
        _of(TaskRecord, "cancelled", 11, Kind.DAY),
        _of(TaskRecord, "document", 24, Kind.TEXT),
        _of(TaskRecord, "document_date", 11, Kind.DAY),
        _of(TaskRecord, "note", 24, Kind.TEXT, optional=True),
    ),
)

TARGETS: Final = Layout(
    "Chỉ tiêu",
    "targets",
    (
        _of(TargetRecord, "id", 16, Kind.CODE, "Mã", prepared=True, needed=True),
        SheetColumn("Chỉ tiêu", 44),
        SheetColumn("Mức phấn đấu", 18),
        SheetColumn("Cách tính", 24),
        _of(TargetRecord, "date", 11, Kind.DAY, prepared=True, needed=True),
        _of(TargetRecord, "result", 18, Kind.RESULT, needed=True),
        _of(TargetRecord, "met", 9, Kind.YES_NO),
        _of(TargetRecord, "note", 24, Kind.TEXT, optional=True),
    ),
    grows=True,
)


def _dossiers(field: str, *also: str, optional: bool = False) -> SheetColumn:
    return _of(DossierRecord, field, 9, Kind.COUNT, *also, optional=optional)


RECEIVED, RESOLVED, PENDING = (
    SheetColumn(f"{what}, tổng số", 9)
    for what in ("Nhận giải quyết", "Đã giải quyết", "Đang giải quyết")
)
GAP: Final = SheetColumn("Chênh lệch", 9)

DOSSIERS: Final = Layout(
    "Hồ sơ TTHC",
    "dossiers",
    (
        _of(
            *(DossierRecord, "field", 30, Kind.NAME),
            *("Lĩnh vực, công việc giải quyết theo cấp", "Lĩnh vực giải quyết"),
            prepared=True,
            needed=True,
        ),
        _of(DossierRecord, "since", 11, Kind.DAY, prepared=True, needed=True),
        _of(DossierRecord, "until", 11, Kind.DAY, prepared=True, needed=True),
        RECEIVED,
        _dossiers("online"),
        _dossiers("counter", "Trực tiếp, bưu chính", "Trực tiếp, dịch vụ bưu chính công ích"),
        _dossiers("carried_in", "Kỳ trước", "Kỳ trước chuyển qua", "Kỳ trước chuyển sang"),
        RESOLVED,
        _dossiers("early", "Sớm hạn", "Đã giải quyết, trước hạn"),
        _dossiers("on_time", "Đã giải quyết, đúng hạn"),
        _dossiers("late", "Trễ hạn", "Đã giải quyết, quá hạn"),
        PENDING,
        _dossiers("pending_in_time", "Trong hạn", "Chưa đến hạn", "Đang xử lý, trong hạn"),
        _dossiers("pending_late", "Quá hạn", "Trễ hạn", "Đã quá hạn", "Đang xử lý, quá hạn"),
        _dossiers("withdrawn", "CD rút hồ sơ", "Hồ sơ rút", optional=True),
        _dossiers("returned", "Hồ sơ trả lại", "Trả lại", optional=True),
        _dossiers("suspended", "Hồ sơ dừng xử lý", optional=True),
        GAP,
        _of(DossierRecord, "note", 18, Kind.TEXT, optional=True),
    ),
    grows=True,
)

FIGURES: Final = Layout(
    "Số liệu khác",
    "figures",
    (
        _of(FigureRecord, "id", 16, Kind.CODE, "Mã", prepared=True, needed=True),
        SheetColumn("Nhóm", 30),
        SheetColumn("Tên số liệu", 40),
        SheetColumn("Đơn vị tính", 12),
        _of(FigureRecord, "since", 11, Kind.DAY, prepared=True),
        _of(FigureRecord, "until", 11, Kind.DAY, prepared=True, needed=True),
        _of(FigureRecord, "value", 13, Kind.QUANTITY, needed=True),
        _of(FigureRecord, "note", 24, Kind.TEXT, optional=True),
    ),
    grows=True,
)


def _each_period(kind: Kind, field: str, width: int) -> tuple[SheetColumn, ...]:
    return tuple(
        SheetColumn(one.label, width, kind, field, (one.label.removesuffix(" đầu năm"),))
        for one in PeriodKind
    )


_PERIODS: Final = {one.label: one for one in PeriodKind}

TEXTS: Final = Layout(
    "Nội dung",
    "texts",
    (
        SheetColumn("Mã mục", 16, Kind.CODE, "heading", ("Mã",), prepared=True, needed=True),
        SheetColumn("Mục của báo cáo", 34),
        *_each_period(Kind.TEXT, "text", 34),
    ),
    periods=_PERIODS,
)

LAST_YEAR: Final = Layout(
    "Cùng kỳ năm trước",
    "last_year",
    (
        SheetColumn("Mã số liệu", 20, Kind.CODE, "id", ("Mã",), prepared=True, needed=True),
        SheetColumn("Tên số liệu", 50),
        SheetColumn("Đơn vị tính", 12),
        *_each_period(Kind.QUANTITY, "value", 13),
    ),
    grows=True,
    periods=_PERIODS,
)

GENERAL: Final = Layout(
    "Thông tin chung",
    "",
    (
        SheetColumn("Mã", 18, Kind.CODE, "field"),
        SheetColumn("Mục", 40),
        SheetColumn("Nội dung", 50, Kind.TEXT, "value"),
    ),
)

GENERAL_ROWS: Final[Mapping[str, SheetColumn]] = {
    "don-vi": _of(Records, "unit", 0, Kind.NAME, needed=True),
    "nam": _of(Records, "year", 0, Kind.COUNT, needed=True),
    "so-ke-hoach": _of(Records, "plan_number", 0, Kind.TEXT),
    "ngay-ke-hoach": _of(Records, "plan_date", 0, Kind.DAY),
    "nguoi-ky": _of(Records, "signatory", 0, Kind.NAME),
    "ho-so-ky-truoc": _of(Records, "pending_before", 0, Kind.COUNT),
    "gia-dinh": _of(Records, "invented", 0, Kind.YES_NO),
}
"""The rows of the general sheet by code; of their columns the width means nothing."""

LAYOUTS: Final = (GENERAL, TASKS, TARGETS, DOSSIERS, FIGURES, TEXTS, LAST_YEAR)
GUIDE_SHEET: Final = "Hướng dẫn"
YES, NO = "có", "không"
