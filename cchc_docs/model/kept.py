"""The figures of a report that was made final, kept beside it for the reports after it."""

from __future__ import annotations

from pydantic import Field

from cchc_docs.model.base import Model, Slug, Text
from cchc_docs.model.issue import Day
from cchc_docs.model.period import PeriodKind


class KeptFigures(Model):
    """Every figure of one final report; values are exact, shares as fractions (``12/21``)."""

    unit: Text = Field(title="Đơn vị")
    year: int = Field(title="Năm")
    period: PeriodKind = Field(title="Kỳ báo cáo")
    first: Day = Field(title="Từ ngày")
    last: Day = Field(title="Đến ngày")
    form: Text = Field(title="Phiên bản mẫu báo cáo")
    figures: dict[Slug, str] = Field(title="Số liệu")
