"""The national register and a ward's own as one: what may be added, what must hold together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Final, TypeVar

from cchc_docs.domain.integrity import BrokenPart
from cchc_docs.domain.paper_identity import is_paper, paper_name
from cchc_docs.findings import Path
from cchc_docs.model.base import Model
from cchc_docs.model.register import (
    AdministrativeUnit,
    LegalDocument,
    Parent,
    Register,
    Successor,
    Term,
)
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import nearest, one_of

Row = TypeVar("Row", bound=Term | AdministrativeUnit)

HEAD: Final = frozenset(
    name
    for name, field in LegalDocument.model_fields.items()
    if name not in ("id", "note") and field.default != ()
)
"""What a document is: fields a ward can repeat but never change. All others only grow."""

_TABLES: Final = ("documents", "terms", "units")
_POINTS_TO: Final = {
    **dict.fromkeys(("by", "ended_by", "candidate", "rests_on"), "documents"),
    **dict.fromkeys(("formed_from", "became"), "units"),
    "sources": "sources",
}
_POINTS_BY_ID: Final[dict[type, str]] = {Successor: "documents", Parent: "units"}
_CALLED: Final = {"documents": "văn bản", "units": "đơn vị", "sources": "nguồn"}


def lay_together(national: Register, ward: Register) -> Register:
    """Return all rows of both; what a ward says of a national document is added to its row."""
    added = {one.id: one for one in ward.documents}
    known = {one.id for one in national.documents}
    documents = [
        _grown(one, added[one.id]) if one.id in added else one for one in national.documents
    ]
    return Register(
        documents=(*documents, *(one for one in ward.documents if one.id not in known)),
        terms=_joined(national.terms, ward.terms),
        units=_joined(national.units, ward.units),
        sources=ward.sources | national.sources,
    )


def broken_rows(register: Register, national: Register) -> list[BrokenPart]:
    """Return what keeps a register from being laid over the national one, in their order.

    For the national register itself, `national` is an empty one.
    """
    return [
        *_repeated_ids(register, national),
        *_contradictions(register, national),
        *_lost_references(register, national),
    ]


def _joined(national: tuple[Row, ...], ward: tuple[Row, ...]) -> tuple[Row, ...]:
    known = {one.id for one in national}
    return (*national, *(one for one in ward if one.id not in known))


def _grown(national: LegalDocument, ward: LegalDocument) -> LegalDocument:
    lists = set(LegalDocument.model_fields) - HEAD - {"id", "note"}
    grown = {
        name: tuple(dict.fromkeys((*getattr(national, name), *getattr(ward, name))))
        for name in lists
    }
    notes = dict.fromkeys(note for note in (national.note, ward.note) if note)
    return national.model_copy(update={**grown, "note": " ".join(notes) or None})


def _repeated_ids(register: Register, national: Register) -> Iterator[BrokenPart]:
    for table in _TABLES:
        # A document of the national register may be named again, to say more of it.
        taken = set() if table == "documents" else {one.id for one in getattr(national, table)}
        for position, row in enumerate(getattr(register, table)):
            if row.id in taken:
                what = f'Mã "{row.id}" đã dùng cho một mục khác.'
                fix = "Đặt mã khác, hoặc gộp hai mục làm một; mục của danh mục chung không ghi lại."
                yield BrokenPart((table, position, "id"), what, fix)
            taken.add(row.id)


def _contradictions(register: Register, national: Register) -> Iterator[BrokenPart]:
    known = {one.id: one for one in national.documents}
    for position, row in enumerate(register.documents):
        path: Path = ("documents", position)
        if same := known.get(row.id):
            yield from _changed_head(row, same, path)
        elif other := next((one for one in national.documents if _is_same(row, one)), None):
            what = f'{paper_name(other)} đã có trong danh mục chung với mã "{other.id}".'
            fix = f'Ghi "id: {other.id}" và chỉ ghi phần bổ sung (events, advice, note…).'
            yield BrokenPart((*path, "id"), what, fix)
    for key, source in register.sources.items():
        if national.sources.get(key, source) != source:
            what = f'Nguồn "{key}" đã có trong danh mục chung với nội dung khác.'
            yield BrokenPart(("sources", key), what, "Đặt mã khác cho nguồn này.")


def _changed_head(row: LegalDocument, known: LegalDocument, path: Path) -> Iterator[BrokenPart]:
    for name, field in LegalDocument.model_fields.items():
        if name in HEAD and getattr(row, name) != getattr(known, name):
            value = getattr(known, name)
            shown = short_date(value) if isinstance(value, dt.date) else value or "chưa rõ"
            what = f"{field.title} khác với danh mục chung ({shown})."
            fix = "Bỏ dòng này; danh mục của đơn vị chỉ bổ sung, không sửa danh mục chung."
            yield BrokenPart((*path, name), what, fix)


def _is_same(row: LegalDocument, known: LegalDocument) -> bool:
    return row.symbol is not None and is_paper(known, row.kind, row.symbol, row.issued, row.issuer)


def _lost_references(register: Register, national: Register) -> Iterator[BrokenPart]:
    known: dict[str, Collection[str]] = {
        table: {one.id for one in (*getattr(register, table), *getattr(national, table))}
        for table in ("documents", "units")
    }
    known["sources"] = {*register.sources, *national.sources}
    for table in _TABLES:
        for position, row in enumerate(getattr(register, table)):
            for path, target, name in _references(row, (table, position)):
                if name not in known[target]:
                    yield _lost(path, target, name, known[target])


def _lost(path: Path, target: str, name: str, known: Collection[str]) -> BrokenPart:
    close = nearest(name, known)
    hint = f"Có phải là {one_of(close)}?" if close else f'Thêm mục này vào "{target}", hoặc bỏ mã.'
    return BrokenPart(path, f'Không có {_CALLED[target]} mang mã "{name}".', hint, (target,))


def _references(row: Model, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield path, table and id of everything the row names in another row."""
    for field, value in row:
        target = _POINTS_BY_ID.get(type(row)) if field == "id" else _POINTS_TO.get(field)
        listed = isinstance(value, tuple)
        for position, one in enumerate(value if listed else (value,)):
            at = (*path, field, position) if listed else (*path, field)
            if isinstance(one, Model):
                yield from _references(one, at)
            elif target and one is not None:
                yield at, target, one
