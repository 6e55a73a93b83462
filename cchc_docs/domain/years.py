"""Years and dates in running text, each read as what it means before anything is shifted.

A year token is a whole expression ("quý I và quý II/2024", "giai đoạn 2020-2025", "đến hết năm
2024"), never a bare figure. What no rule knows is `UNKNOWN`: it is asked about, never guessed.
Citations are not looked at; the caller says where they stand.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cchc_docs.model.base import REFERENCE, find_questions


class YearUse(StrEnum):
    """What a year or date means in a plan."""

    PLAN = "plan"  # the plan's own year
    COMPARISON = "comparison"  # the year before, as the one compared with
    NEXT = "next"  # the year after, for which something is prepared
    DEADLINE = "deadline"  # a day, month, quarter or stretch of the plan's year
    MILESTONE = "milestone"  # an end reached once: đến hết năm 2024, đến ngày 31/12/2024
    PERIOD = "period"  # giai đoạn 2020-2025
    HORIZON = "horizon"  # đến năm 2030, tầm nhìn 2045
    EDITION = "edition"  # ISO 9001:2015
    YEARLY = "yearly"  # 20/11 hàng năm, 10/10
    PAST = "past"  # a year of history: từ năm 2021, năm 1945
    QUANTITY = "quantity"  # 2024 hồ sơ
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """What it is, in the words of an office."""
        return _LABELS[self]


_LABELS: Final = {
    YearUse.PLAN: "năm kế hoạch",
    YearUse.COMPARISON: "năm so sánh",
    YearUse.NEXT: "năm sau",
    YearUse.DEADLINE: "thời hạn trong năm",
    YearUse.MILESTONE: "mốc một lần",
    YearUse.PERIOD: "giai đoạn",
    YearUse.HORIZON: "mốc dài hạn",
    YearUse.EDITION: "phiên bản tiêu chuẩn",
    YearUse.YEARLY: "ngày hằng năm",
    YearUse.PAST: "năm đã qua",
    YearUse.QUANTITY: "số lượng",
    YearUse.UNKNOWN: "năm chưa rõ nghĩa",
}


@dataclass(frozen=True, slots=True)
class YearToken:
    """One expression: where it stands in its text, what it means, the years in it in order."""

    start: int
    end: int
    text: str
    use: YearUse
    years: tuple[int, ...] = ()


_Y: Final = r"(?<![\d.,/])(?:19|20)\d\d(?![\d/]|[.,]\d)"
_AFTER_SLASH: Final = r"(?:19|20)\d\d(?!\d)"
_TO: Final = r"\s*(?:-|–|—|đến(?:\s+hết)?|tới)\s*"
_PART: Final = (
    r"(?:tháng\s+\d{1,2}|quý\s+(?:[IVX]+|\d)|(?:\d{1,2}|ba|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối))?)"
)
_DAY: Final = (
    r"(?:ngày\s+)?(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*"
    + _AFTER_SLASH
    + r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+"
    + _AFTER_SLASH
    + r")"
)
_SHAPES: Final = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in {
            "edition": r"\b(?:(?:TCVN|QCVN|ISO|IEC)[\s/-]?)+\d+(?:-\d+)?:(?:19|20)\d\d",
            "symbol": r"\b\d+(?-i:[a-zđ])?(?:/(?:19|20)\d\d)?/(?-i:[A-ZĐ])[\w-]*",
            "yearly": r"(?:ngày\s+)?\b\d{1,2}/\d{1,2}\s+(?:hàng|hằng)\s+năm",
            "stretch": rf"từ\s+{_DAY}{_TO}{_DAY}",
            "day": _DAY,
            "parts": rf"(?:từ\s+)?{_PART}(?:(?:{_TO}|\s*,\s*|\s+và\s+)(?:{_PART}|\d{{1,2}}))*"
            rf"\s*(?:/|-|(?:của\s+|trong\s+)?năm\s+)\s*{_AFTER_SLASH}",
            "period": rf"(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|kỳ|khóa|khoá|các năm)\s+)?"
            rf"(?:từ\s+)?(?:năm\s+(?:học\s+)?)?{_Y}{_TO}(?:năm\s+)?{_AFTER_SLASH}",
            "horizon": rf"(?:tầm nhìn(?:\s+(?:đến|tới))?|(?:đến|tới)(?:\s+(?:hết|cuối))*)"
            rf"\s+(?:năm\s+)?{_Y}",
            "year": rf"(?:năm\s+(?:công tác\s+|học\s+|kế hoạch\s+|ngân sách\s+)?)?{_Y}",
            "daymonth": r"(?<=ngày\s)\d{1,2}/\d{1,2}(?![\d/])|"
            r"(?<=số\s)\b\d{1,2}/\d{1,2}(?![\d/])",
            # whatever else has a year in it: T3/2024, I/2024, năm 2024/2025
            "other": r"(?:[^\s.,;:()]{1,12}[/-])?(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)",
        }.items()
    ),
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def find_years(
    text: str, plan_year: int, exempt: Sequence[tuple[int, int]] = ()
) -> list[YearToken]:
    """Return every year and date of `text`, in order.

    Spans in `exempt` (citations), open questions and references are passed over.
    """
    closed = sorted(
        [*exempt, *(m.span() for m in find_questions(text))]
        + [m.span() for m in REFERENCE.finditer(text)]
    )
    quoted = quoted_spans(text)
    found: list[YearToken] = []
    for match in _outside(text, closed):
        use = _use_of(match, plan_year, found)
        start, end = match.span()
        if any(a <= start and end <= b for a, b in quoted) and use in _SHIFTING:
            use = YearUse.UNKNOWN  # a title in quotation marks may belong to another paper
        years = tuple(int(one) for one in _YEARS.findall(match.group()))
        found.append(YearToken(start, end, match.group(), use, years))
    return found


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return where something stands in quotation marks, the marks included."""
    return [match.span() for match in _QUOTED.finditer(text)]


_SHIFTING: Final = (YearUse.PLAN, YearUse.COMPARISON, YearUse.NEXT, YearUse.DEADLINE)


def _outside(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    position = 0
    for start, end in [*closed, (len(text), len(text))]:
        if start > position:
            yield from _SHAPES.finditer(text, position, start)
        position = max(position, end)


def _use_of(match: re.Match[str], plan_year: int, before: Sequence[YearToken]) -> YearUse:
    shape = match.lastgroup or ""
    years = [int(one) for one in _YEARS.findall(match.group())]
    match shape:
        case "edition":
            return YearUse.EDITION
        case "yearly" | "daymonth":
            return YearUse.YEARLY
        case "period":
            return YearUse.PERIOD if years[0] < years[-1] else YearUse.UNKNOWN
        case "horizon":
            return _horizon(match, years[0], plan_year)
        case "stretch" | "parts":
            return _stretch(match, years, plan_year)
        case "day":
            return _day(match, years[0], plan_year)
        case "year":
            return _year(match, years[0], plan_year, before)
    return YearUse.UNKNOWN


def _horizon(match: re.Match[str], year: int, plan_year: int) -> YearUse:
    if year > plan_year:
        return YearUse.HORIZON
    return YearUse.MILESTONE if year == plan_year else YearUse.UNKNOWN


def _stretch(match: re.Match[str], years: list[int], plan_year: int) -> YearUse:
    """Months, quarters or days from one to another."""
    lead = _before(match)
    if re.search(r"(?:đến|tới)(?:\s+hết)?\s*$", lead) and years[-1] == plan_year:
        return YearUse.MILESTONE
    if all(year == plan_year for year in years):
        return YearUse.DEADLINE
    if years == [plan_year - 1, plan_year]:  # a reporting year: 15/12 to 14/12
        return YearUse.DEADLINE
    if years == [plan_year - 1] and _COMPARED.search(lead) and not _told(match):
        return YearUse.COMPARISON
    return YearUse.UNKNOWN


_DUE: Final = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hạn|thời hạn|xong|hoàn thành|vào|trong)"
    r"(?:\s+(?:là|vào|đến|trước|ngày|hết|trong))*\s*$",
    re.IGNORECASE,
)
_SETTLED: Final = re.compile(
    r"(?:ban hành|thành lập|ký|cấp|sinh|tuyển dụng|bổ nhiệm|hiệu lực|sáp nhập|phát sinh|tiếp nhận|"
    r"nộp|tồn đọng|đã\s+\w+)\s+(?:từ\s+)?trước(?:\s+ngày)?\s*$",
    re.IGNORECASE,
)
"""What was before a day and what is due before it read alike: văn bản ban hành trước ngày …"""
_ONCE: Final = re.compile(r"(?:đến|tới)(?:\s+(?:hết|ngày|cuối))*\s*$", re.IGNORECASE)


def _day(match: re.Match[str], year: int, plan_year: int) -> YearUse:
    lead = _before(match)
    if not _exists(match.group()):
        return YearUse.UNKNOWN
    if year == plan_year:
        if _DUE.search(lead):
            return YearUse.UNKNOWN if _SETTLED.search(lead) else YearUse.DEADLINE
        return YearUse.MILESTONE if _ONCE.search(lead) else YearUse.UNKNOWN
    return YearUse.PAST if year < plan_year - 1 else YearUse.UNKNOWN


def _exists(day: str) -> bool:
    """Whether a day written in figures is one of the calendar."""
    figures = [int(one) for one in re.findall(r"\d+", day)]
    try:
        dt.date(figures[2], figures[1], figures[0])
    except ValueError:
        return False
    return True


_COMPARED: Final = re.compile(
    r"so với|hơn|cùng kỳ|tổng kết|sơ kết|kết quả|đánh giá|tăng|giảm|bằng|năm trước|duy trì",
    re.IGNORECASE,
)
_PREPARED: Final = re.compile(
    r"kế hoạch|dự toán|phương hướng|nhiệm vụ|chương trình|chuẩn bị|giao|triển khai|đăng ký|"
    r"năm (?:sau|tiếp theo)",
    re.IGNORECASE,
)
_HISTORY: Final = re.compile(
    r"(?:từ|kể từ|sau|ban hành|thành lập|sáp nhập|tháng\s+\w+)\s*$", re.IGNORECASE
)
_TELLING: Final = re.compile(
    r"^\W*(?:,\s*)?(?:[^;.]{0,60}?)\b(?:đã|là năm|xếp thứ|xếp hạng thứ|đạt\s+\d|thứ\s+\d)",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"^\s+(?:nghìn|ngàn|triệu|tỷ|đồng|hồ sơ|lượt|người|văn bản|thủ tục|trường hợp|hộ|tài khoản|"
    r"phiếu|tin|bài|cán bộ|công chức|đơn vị|m2|m²|km|giấy|bản)\b",
    re.IGNORECASE,
)
_LONG_AGO: Final = 5  # years before the plan: nobody compares this year with one so far back


def _year(match: re.Match[str], year: int, plan_year: int, before: Sequence[YearToken]) -> YearUse:
    lead, after = _before(match), match.string[match.end() : match.end() + 90]
    named = match.group().lower().startswith("năm") or _continues_list(match, before)
    if not named and (_COUNTED.match(after) or re.search(r"\bsố\s+$", lead)):
        return YearUse.QUANTITY
    if _told(match):
        return YearUse.UNKNOWN
    if year == plan_year:
        if re.search(r"\btừ\s+$", lead, re.IGNORECASE):
            return YearUse.UNKNOWN  # the first year of something that goes on
        return YearUse.PLAN if named or _bare_plan_year(lead) else YearUse.UNKNOWN
    if year == plan_year - 1:
        compared = _COMPARED.search(lead) and not re.search(r"\bđã\b", lead)
        return YearUse.COMPARISON if compared else YearUse.UNKNOWN
    if year == plan_year + 1:
        return YearUse.NEXT if named and _PREPARED.search(lead) else YearUse.UNKNOWN
    if year < plan_year and (_HISTORY.search(lead) or year < plan_year - _LONG_AGO):
        return YearUse.PAST
    return YearUse.UNKNOWN


def _told(match: re.Match[str]) -> bool:
    """Whether the sentence tells what happened in that year: facts do not move with the year."""
    return bool(_TELLING.match(match.string[match.end() : match.end() + 90]))


def _bare_plan_year(lead: str) -> bool:
    return bool(re.search(r"(?:CCHC|hành chính|kế hoạch|\bnăm\b[^;.]*\()\s*$", lead, re.IGNORECASE))


def _continues_list(match: re.Match[str], before: Sequence[YearToken]) -> bool:
    """Whether the year follows another as in "năm 2023 và 2024" or "các năm 2022, 2023"."""
    if not before:
        return False
    between = match.string[before[-1].end : match.start()]
    return bool(re.fullmatch(r"\s*(?:,|và|;)\s*", between)) and bool(before[-1].years)


def _before(match: re.Match[str]) -> str:
    """Return the words before the token, from the beginning of its clause, at most 120 letters."""
    lead = match.string[max(0, match.start() - 120) : match.start()]
    return re.split(r"[;:\n]|\.\s", lead)[-1]
