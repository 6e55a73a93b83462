"""One name for each office, and no names of another level of government."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cchc_docs.decree.other_levels import (
    COMMUNE_LEVELS,
    COMMUNES_AS_ADDRESSEES,
    DISTRICT_OFFICES,
    DISTRICTS_ABOLISHED,
)
from cchc_docs.domain.consistency.offices import offices_with_work
from cchc_docs.domain.consistency.passages import Places, passages, told
from cchc_docs.domain.phrases import Phrases
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.agency import Office, OfficeKind
from cchc_docs.model.plan import Plan

_LEADING: Final = re.compile(r"(?:bộ phận|công chức)\s+", re.IGNORECASE)
_BEFORE_A_NAME: Final = re.compile(
    r"(?:^|[.;:,(–-]|\b(?:bộ phận|công chức|cán bộ|giao|cho|do|của|với|và|tại|gửi|qua|là|đến|về))"
    r"\s*$",
    re.IGNORECASE,
)
_LONGER_NAME: Final = re.compile(r"\s*[-–&]\s*\w|\s+(?:và\s+)?[A-ZĐ][^\W\d_]*")


def check_office_names(plan: Plan) -> Iterator[Finding]:
    """Yield, once for each office, the other names and spellings its texts use."""
    names = Phrases(
        (name, office)
        for office in plan.agency.offices
        if office.kind is OfficeKind.OFFICE
        for name in (office.name, *office.aliases)
    )
    variants: defaultdict[str, list[tuple[str, Path]]] = defaultdict(list)
    for passage in passages(plan):
        for hit in names.find(passage.text):
            written = passage.text[hit.start : hit.end]
            alone = _stands_alone(passage.text, hit.start, hit.end)
            if alone and _is_variant(written, hit.value) and not passage.cites(hit.start):
                variants[hit.value.id].append((written, passage.path))
    places = Places(plan)
    for office in plan.agency.offices:
        if found := variants[office.id]:
            shown = ", ".join(f'"{written}"' for written in dict.fromkeys(one for one, _ in found))
            yield Finding(
                "office-renamed",
                Level.WARNING,
                f'"{office.name}" còn được ghi là {shown}, {len(found)} lần: '
                f"{places.told([path for _, path in found])}.",
                f'Ghi thống nhất "{office.name}", hoặc dùng {{office:{office.id}}}.',
                found[0][1],
            )


def _is_variant(written: str, office: Office) -> bool:
    """Tell whether a name differs by more than "Bộ phận" before it and a capital at its head."""
    bare, name = (_LEADING.sub("", one, count=1) for one in (written, office.name))
    if bare[:1].lower() + bare[1:] == name[:1].lower() + name[1:]:
        return False
    if written.isupper():  # a heading in capitals renames nobody, an abbreviation does
        return written in office.aliases
    return written[0].isupper() or written.startswith("bộ phận")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether the words are the whole name: not the end or the beginning of another's."""
    begins = _LEADING.match(text, start) or _BEFORE_A_NAME.search(text[max(0, start - 20) : start])
    return bool(begins) and not _LONGER_NAME.match(text, end)


_ADDRESSEES: Final = Phrases((name, name) for name in COMMUNES_AS_ADDRESSEES)
_ALL_LEVELS: Final = Phrases((name, name) for name in (*COMMUNES_AS_ADDRESSEES, *DISTRICT_OFFICES))
_ORDER_TO: Final = re.compile(
    r"\b(?:giao|yêu cầu|chỉ đạo|phân công)(?:\s+cho)?\s+(?:bộ phận\s+)?$", re.IGNORECASE
)
_CITED: Final = re.compile(r"\b(?:của|với|từ|theo|tại|gửi|do|cho|về|đề nghị)\s+$", re.IGNORECASE)
_OF_A_UNIT: Final = (
    r"(?:\s+UBND)?(?:\s+(?:thị xã|huyện|thành phố|quận|phường|xã)(?:\s+(?-i:[A-ZĐ])\w*)*)?"
)
_RESPONSIBLE: Final = re.compile(
    rf"{_OF_A_UNIT}(?:\s*:|,?\s+(?:chủ trì|có trách nhiệm|chịu trách nhiệm)\b)", re.IGNORECASE
)
_ACTING: Final = re.compile(
    rf"{_OF_A_UNIT},?\s+(?:căn cứ|tổ chức|triển khai|thực hiện|xây dựng|tham mưu|báo cáo)\b",
    re.IGNORECASE,
)


def check_other_levels(plan: Plan) -> Iterator[Finding]:
    """Yield work given to offices of districts or to communes in the plan of a commune.

    Superiors may be cited, reported to and worked with; only orders to them are remarked on.
    """
    if plan.agency.unit.level.lower() not in COMMUNE_LEVELS:
        return
    names = _ADDRESSEES if _after_districts(plan) else _ALL_LEVELS
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for passage in passages(plan):
        for hit in names.find(passage.text):
            titled = passage.heading and hit.start == 0
            ordered = titled or _is_ordered(passage.text, hit.start, hit.end)
            if ordered and not passage.cites(hit.start):
                found[hit.value].append(passage.path)
    for path, office in offices_with_work(plan):
        if office.kind is not OfficeKind.OUTSIDE and next(names.find(office.name), None):
            found[office.name].append(path)
    places = Places(plan)
    for name, paths in found.items():
        yield Finding(
            "other-level",
            Level.WARNING,
            f'Giao việc cho "{name}", không thuộc {plan.agency.unit.level}: {places.told(paths)}.',
            "Giao cho bộ phận của đơn vị; có thể là chữ còn sót từ kế hoạch của cấp trên.",
            paths[0],
        )


def _after_districts(plan: Plan) -> bool:
    date = plan.issue_date
    if not date:
        return plan.year > DISTRICTS_ABOLISHED.year
    return dt.date(date.year, date.month or 1, date.day or 1) >= DISTRICTS_ABOLISHED


def _is_ordered(text: str, start: int, end: int) -> bool:
    """Tell whether somebody is told to do something, rather than cited, asked or reported to."""
    before = text[max(0, start - 40) : start]
    if _ORDER_TO.search(before):
        return True
    if _CITED.search(before):
        return False
    opens = start == 0 or before.rstrip().endswith((".", ";", ":"))
    return bool(_RESPONSIBLE.match(text, end) or (opens and _ACTING.match(text, end)))


_OTHER_WORDS: Final = {
    "phường": ("xã", "thị trấn"),
    "xã": ("phường", "thị trấn"),
    "thị trấn": ("xã", "phường"),
    "đặc khu": ("xã", "phường", "thị trấn"),
}


def check_level_words(plan: Plan) -> Iterator[Finding]:
    """Yield, in one finding, places that speak of a xã in the plan of a phường, or the reverse."""
    others = _OTHER_WORDS.get(plan.agency.unit.level.lower())
    if not others:
        return
    pattern = re.compile(
        r"\b(?:cán bộ|công chức|UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Đảng ủy|địa bàn|"
        rf"Trang thông tin điện tử)(?:\s+của)?\s+(?:{'|'.join(others)})"
        r"(?!\w)(?!\s+(?:hội|đội|viên)\b|\s*[,/]\s*(?:xã|phường|thị trấn|đặc khu)|\s+(?:và|hoặc)\s|"
        r"\s+(?-i:[A-ZĐÂÔƯ])|\s+\d)",
        re.IGNORECASE,
    )
    found = [
        (match[0], passage.path)
        for passage in passages(plan)
        for match in pattern.finditer(passage.text)
        if not passage.cites(match.start())
    ]
    if found:
        shown = ", ".join(f'"{written}"' for written in dict.fromkeys(one for one, _ in found))
        yield Finding(
            "level-word",
            Level.WARNING,
            f"Kế hoạch của {plan.agency.unit.level} nhưng ghi {shown}: "
            f"{told(plan, [path for _, path in found])}.",
            f'Ghi "{plan.agency.unit.level}", hoặc "cấp xã" khi nói chung.',
            found[0][1],
        )
