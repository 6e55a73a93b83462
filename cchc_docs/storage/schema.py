"""JSON Schema of the YAML files, with Vietnamese titles: an editor completes and checks them."""

from __future__ import annotations

from typing import Any, Final

from pydantic import Field

from cchc_docs.model.agency import Agency
from cchc_docs.model.base import Text
from cchc_docs.model.plan import Plan

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


class _PlanInYaml(Plan):
    """A plan as its file has it: the profile is named by a path."""

    agency: Text = Field(  # type: ignore[assignment]
        title="Hồ sơ đơn vị",
        description="Đường dẫn đến tệp don-vi.yaml, tính từ tệp này",
        examples=["../don-vi.yaml"],
    )


def plan_schema() -> dict[str, Any]:
    """Return the schema of `ke-hoach.yaml`, where `agency` is the path of the profile."""
    return _finished(_PlanInYaml.model_json_schema(), "Kế hoạch cải cách hành chính")


def agency_schema() -> dict[str, Any]:
    """Return the schema of `don-vi.yaml`."""
    return _finished(Agency.model_json_schema(), "Hồ sơ đơn vị")


def _finished(schema: dict[str, Any], title: str) -> dict[str, Any]:
    """Drop names and notes of classes, which are for developers; those of fields stay."""
    for one in (schema, *schema["$defs"].values()):
        one.pop("title", None)
        one.pop("description", None)
    return {"$schema": _DRAFT, "title": title, **schema}
