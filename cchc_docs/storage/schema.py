"""JSON Schema of the YAML files, with Vietnamese titles: an editor completes and checks them."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel, Field

from cchc_docs.model.agency import Agency
from cchc_docs.model.base import Text
from cchc_docs.model.house_profile import HouseProfile
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Progress
from cchc_docs.model.records import Records
from cchc_docs.model.register import Register
from cchc_docs.model.report_form import ReportForm, StatisticsForm
from cchc_docs.storage.kinds import DataKind

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


class _PlanInYaml(Plan):
    """A plan as its file has it: the profile is named by a path."""

    agency: Text = Field(  # type: ignore[assignment]
        title="Hồ sơ đơn vị",
        description="Đường dẫn đến tệp don-vi.yaml, tính từ tệp này",
        examples=["../don-vi.yaml"],
    )


_FILES: Final[dict[DataKind, tuple[type[BaseModel], str]]] = {
    "ke-hoach": (_PlanInYaml, "Kế hoạch cải cách hành chính"),
    "don-vi": (Agency, "Hồ sơ đơn vị"),
    "tien-do": (Progress, "Tiến độ và kết quả của kế hoạch"),
    "so-lieu": (Records, "Sổ số liệu của năm"),
    "van-ban": (Register, "Danh mục văn bản"),
    "mau-bao-cao": (ReportForm, "Mẫu báo cáo"),
    "bieu-thong-ke": (StatisticsForm, "Biểu thống kê"),
    "quy-tac": (HouseProfile, "Quy tắc riêng của đơn vị"),
}


def file_schema(kind: DataKind) -> dict[str, Any]:
    """Return the schema of one kind of file; in that of a plan `agency` is a path."""
    model, title = _FILES[kind]
    return _finished(model.model_json_schema(), title)


def _finished(schema: dict[str, Any], title: str) -> dict[str, Any]:
    """Drop names and notes of classes, which are for developers; those of fields stay."""
    for one in (schema, *schema["$defs"].values()):
        one.pop("title", None)
        one.pop("description", None)
    return {"$schema": _DRAFT, "title": title, **schema}
