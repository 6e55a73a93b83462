"""What a ward settles once for all its periodic reports."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from cchc_docs.model.base import Model, Text, TextList, problem
from cchc_docs.model.period import PeriodKind


def _day_of_year(value: object) -> object:
    match = re.fullmatch(r"(\d{1,2})[/-](\d{1,2})", str(value).strip())
    try:
        dt.date(2023, int(match[2]), int(match[1])) if match else None
    except ValueError:
        match = None
    if match is None:
        raise problem(f'"{value}" không phải ngày trong năm.', 'Ghi ngày/tháng, ví dụ "20/3".')
    return f"{int(match[1]):02d}/{int(match[2])}"


DayOfYear = Annotated[str, BeforeValidator(_day_of_year)]
"""A day that recurs every year: ``20/3``."""


class Reporting(Model):
    """How a ward reports: to whom, by when, on which form.

    Source: NĐ 09/2019/NĐ-CP, Điều 13.2 leaves the days to the body that orders the report.
    """

    upward: bool = Field(
        True,
        title="Báo cáo gửi lên cấp trên",
        description='true: in "Kính gửi:" và "- Như trên;"',
    )
    addressees: TextList = Field(
        (), title="Kính gửi", description="Để trống thì gửi cơ quan cấp trên đứng đầu hồ sơ"
    )
    due: dict[PeriodKind, DayOfYear] = Field(
        default_factory=dict,
        title="Hạn gửi báo cáo",
        description='Theo kỳ Q1, H1, Q3, 9M, YEAR, ví dụ {Q1: "20/3"}',
    )
    form: Text | None = Field(
        None,
        title="Mẫu báo cáo riêng",
        description="Đường dẫn đến tệp đề cương và số liệu, tính từ tệp hồ sơ đơn vị",
    )
    statistics: Text | None = Field(
        None,
        title="Biểu thống kê của tỉnh",
        description="Đường dẫn tính từ tệp hồ sơ đơn vị; có thì báo cáo kèm phụ lục thống kê",
    )
    template: Text | None = Field(
        None, title="Tệp mẫu Word của báo cáo", description="Đường dẫn tính từ tệp hồ sơ đơn vị"
    )
