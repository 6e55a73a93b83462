"""Counts and percentages an officer writes into free text, checked where they are unmistakable.

A false alarm costs more than a miss: dates, numbers of papers, shares of something else are left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cchc_docs.domain.arithmetic.relations import Stated
from cchc_docs.domain.arithmetic.rules import Miscount
from cchc_docs.domain.arithmetic.shares import check_share, check_whole
from cchc_docs.vietnamese.numbers import NotANumber, parse_number
from cchc_docs.vietnamese.patterns import any_of

_NUMBER: Final = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_PAIR: Final = (
    rf"(?<![\w./,-])(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})(?![\d/]|[.,]\d|[\w-])"
    r"(?P<unit>(?:\s+[^\W\d]+){0,6})"
)
_PERCENT: Final = rf"(?P<share>(?:{_NUMBER})\s?%)"
_REACHED: Final = r"(?:đạt|chiếm|bằng|tương\s+đương|tỷ\s+lệ|tỉ\s+lệ)"
_CLOSED: Final = r"(?=\s*(?:[.,;:)]|\Z))"  # "đạt 80% hộ …" is a share of something else
_CLAIMS: Final = (
    re.compile(
        rf"{_PAIR}(?:\s*=\s*|\s*[,;]?\s*\(?(?:\s*{_REACHED})+\s*:?\s*|\s*\(\s*)"
        rf"{_PERCENT}{_CLOSED}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,]){_PERCENT}\s*\(\s*(?:(?:tương\s+ứng|tức|là)\s+)*{_PAIR}\s*\)", re.IGNORECASE
    ),
)
_NOT_A_UNIT: Final = re.compile(
    any_of("tăng", "giảm", "so với", "còn lại", "trong đó", "mục tiêu", "và", "nhưng", "có")
)
_NO_SHARE: Final = re.compile(  # a change, or a bound
    any_of("tăng", "giảm", "vượt", "trên", "dưới", "hơn", "gần", "khoảng", "từ", "tối thiểu")
    + r"\s+\Z"
)
_CALENDAR: Final = re.compile(
    any_of("ngày", "tháng", "quý", "kỳ", "đến", "hết", "từ", "trước", "sau", "năm", "đường")
    + r"\s+\Z"
)
_YEARS: Final = range(1900, 2101)
_MOST_DAYS: Final = 31
_MONTHS: Final = 12
_LOOKED_AT: Final = 20  # letters before a number

_SENTENCE_END: Final = re.compile(r"[.\n](?:\s|$)")
_BRACKETED: Final = re.compile(
    rf"(?<![\w./,-])(?:{_NUMBER})(?:\s+[^\W\d]+)+\s*\(\s*{_PERCENT}\s*\)"
)
_ANY_NUMBER: Final = re.compile(_NUMBER)
_ANY_PAIR: Final = re.compile(_PAIR)
_REACHED_SHARE: Final = re.compile(
    rf"\b{_REACHED}\s*:?\s*(?:là\s+)?{_PERCENT}{_CLOSED}", re.IGNORECASE
)
_AIMED: Final = re.compile(any_of("phấn đấu", "mục tiêu", "chỉ tiêu", "yêu cầu", "kế hoạch"))
_AIM_IS_NEAR: Final = 60  # letters
_CLASSES: Final = {
    "early": re.compile(any_of("trước hạn", "sớm hạn", "trước và đúng hạn", "sớm và đúng hạn")),
    "on time": re.compile(any_of("đúng hạn")),
    "late": re.compile(any_of("quá hạn", "trễ hạn")),
}
_PENDING: Final = re.compile(any_of("đang giải quyết", "đang xử lý", "chưa giải quyết"))


def false_claims(text: str) -> Iterator[Miscount]:
    """Yield the percentages of a text that are not those of the figures beside them (R9-R12)."""
    for pattern in _CLAIMS:
        for claim in pattern.finditer(text):
            if _is_ratio(claim):
                yield from filter(None, [_checked(claim)])
    for sentence in _SENTENCE_END.split(text):
        if shares := _shares_by_class(sentence):
            yield from filter(None, [check_whole(shares)])


def ratios(text: str) -> Iterator[tuple[str, str]]:
    """Yield part and whole of what a text counts, as they are written: ``12/21 nhiệm vụ``."""
    for pair in _ANY_PAIR.finditer(text):
        if pair["unit"].strip() and _counts_things(pair):
            yield pair["part"], pair["whole"]


def reached_shares(text: str) -> Iterator[str]:
    """Yield the percentages a text says are reached, as they are written; no bounds, no changes."""
    for share in _REACHED_SHARE.finditer(text):
        if not _AIMED.search(text[max(0, share.start() - _AIM_IS_NEAR) : share.start()]):
            yield share["share"]


def numbers(text: str) -> Iterator[str]:
    """Yield every number of a text as it is written."""
    for number in _ANY_NUMBER.finditer(text):
        yield number[0]


def _is_ratio(claim: re.Match[str]) -> bool:
    return _counts_things(claim) and not _before(claim, "share", _NO_SHARE)


def _counts_things(claim: re.Match[str]) -> bool:
    """Tell whether ``a/b`` counts things; ``15/12``, ``02/2024`` and ``24/7`` do not."""
    if _NOT_A_UNIT.search(claim["unit"]) or _before(claim, "part", _CALENDAR):
        return False
    part, whole = claim["part"], claim["whole"]
    if not (part.isdigit() and whole.isdigit()):
        return True
    if int(whole) in _YEARS and int(part) <= _MOST_DAYS:
        return False
    like_a_day = int(part) <= _MOST_DAYS and int(whole) <= _MONTHS
    alone = not claim["unit"] and "=" not in claim[0]
    return not (like_a_day and (alone or int(part) > int(whole)))


def _before(claim: re.Match[str], group: str, words: re.Pattern[str]) -> bool:
    start = claim.start(group)
    return words.search(claim.string[max(0, start - _LOOKED_AT) : start]) is not None


def _checked(claim: re.Match[str]) -> Miscount | None:
    try:
        part, whole = parse_number(claim["part"]), parse_number(claim["whole"])
        return check_share(claim["share"], Stated("", part), Stated("", whole))
    except NotANumber:
        return None


def _shares_by_class(sentence: str) -> list[str]:
    """Return the shares of a sentence that tells resolved dossiers apart by their deadline.

    Each stands in brackets behind its one count, and nothing else is counted; else none.
    """
    found = list(_BRACKETED.finditer(sentence))
    if len(found) != sentence.count("%") or _PENDING.search(sentence):
        return []
    told: list[str] = []
    start = 0
    for share in found:
        clause = sentence[start : share.end()]
        classes = [name for name, words in _CLASSES.items() if words.search(clause)]
        if not classes or len(_ANY_NUMBER.findall(clause)) != 2:  # a count and its share
            return []
        told += classes
        start = share.end()
    complete = {"on time", "late"} <= set(told) and len(told) == len(set(told))
    return [share["share"] for share in found] if complete else []
