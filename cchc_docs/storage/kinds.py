"""The kinds of data files, told apart by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from cchc_docs.errors import DataError, Place, Problem

if TYPE_CHECKING:
    from cchc_docs.storage.source import Source

DataKind = Literal[
    "ke-hoach",
    "don-vi",
    "tien-do",
    "so-lieu",
    "van-ban",
    "mau-bao-cao",
    "bieu-thong-ke",
    "quy-tac",
]

CALLED: Final[dict[DataKind, str]] = {
    "ke-hoach": "kế hoạch",
    "don-vi": "hồ sơ đơn vị",
    "tien-do": "tệp tiến độ",
    "so-lieu": "sổ số liệu",
    "van-ban": "danh mục văn bản",
    "mau-bao-cao": "mẫu báo cáo",
    "bieu-thong-ke": "biểu thống kê",
    "quy-tac": "quy tắc riêng của đơn vị",
}
"""What an officer calls each kind."""


def kind_of(source: Source) -> DataKind:
    """Tell which of the data files this is; a plan in doubt."""
    return _certain_kind(source) or "ke-hoach"


def refuse_other(source: Source, *wanted: DataKind) -> None:
    """Stop at once where a file is of another kind than is wanted, instead of field by field.

    Raises:
        DataError: the file is certainly of another kind.
    """
    kind = _certain_kind(source)
    if kind and kind not in wanted:
        what = f"Đây là {CALLED[kind]}, không phải {CALLED[wanted[0]]}."
        raise DataError(Problem(Place(source.file), what, f"Chọn đúng {CALLED[wanted[0]]}."))


def _certain_kind(source: Source) -> DataKind | None:
    """Return the kind by the fields only one kind has; None where there are none of them."""
    fields = source.data.keys()
    if "groups" in fields or ("version" in fields and not {"agency", "year"} & fields):
        return "mau-bao-cao" if {"sections", "sums", "rates"} & fields else "bieu-thong-ke"
    if {"sections", "agency", "subject"} & fields:
        return "ke-hoach"
    if {"documents", "terms", "units"} & fields:
        return "van-ban"
    if {"rules", "waived", "settings"} & fields:
        return "quy-tac"
    if "unit" in fields and _only_in_a_log() & fields:
        return "so-lieu"
    if "unit" in fields:
        return "tien-do" if {"tasks", "targets"} & fields else "don-vi"
    return None


def _only_in_a_log() -> set[str]:
    from cchc_docs.model.progress import Progress  # no plan needs these two classes
    from cchc_docs.model.records import Records

    return set(Records.model_fields) - set(Progress.model_fields)
