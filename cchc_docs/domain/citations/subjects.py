"""Where the subject of a citation ends: where a careful reader sees the sentence go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cchc_docs.decree.bodies import CLAUSE_BODIES
from cchc_docs.domain.citations.bodies import OPENER
from cchc_docs.domain.citations.heads import Head
from cchc_docs.vietnamese.patterns import any_of

LONGEST: Final = 600
"""Letters that are looked at; the longest titles of decrees have some 400."""

_OPENS: Final = re.compile(rf"[,:]?\s+(?={OPENER}|[“\"«])")
_AFTER_COMMA: Final = any_of(
    *("theo", "nhằm", "bảo đảm", "đảm bảo", "góp phần", "phấn đấu", "hoàn thành", "trong đó"),
    *("đồng thời", "cụ thể", "qua đó", "từ đó", "đến hết", "đến ngày", "trên cơ sở", "tiếp tục"),
    *("phù hợp với", "tập trung", "không để", "kịp thời", "để", "đạt"),
)
_AFTER_YEAR: Final = any_of(
    *("tầm nhìn", "định hướng", "giai đoạn", "đến năm", "năm", "nhiệm kỳ", "trọng tâm"),
)
_AFTER_AND: Final = any_of(
    *("các kế hoạch", "các chương trình", "các nghị quyết", "các chỉ thị", "các quyết định"),
    *("các nghị định", "các thông tư", "các luật"),
    *("theo", "các văn bản", "những văn bản", "văn bản hướng dẫn", "các văn bản hướng dẫn"),
    *("quy định của", "các quy định", "chỉ đạo của", "hướng dẫn của", "tình hình", "thực tế"),
    *("yêu cầu", "bảo đảm", "đảm bảo"),
)
_GOES_ON: Final = any_of(
    *("nêu trên", "nói trên", "có hiệu lực", "còn hiệu lực", "hết hiệu lực", "nhằm", "đạt trên"),
    *("đạt tỷ lệ", "đúng quy định", "đúng thời hạn", "đúng thời gian", "đúng tiến độ", "đúng hạn"),
    *("theo đúng", "trước ngày", "trước tháng", "trong quý", "trong tháng", "chậm nhất"),
    *("xong trước", "đến toàn thể", "tới toàn thể", "đến từng", "tới từng", "được sửa đổi"),
    *("đã được", "được thay thế", "được bổ sung", "như sau", "cụ thể như sau", "sau đây", "thì"),
    *("bao gồm", "trong đó", "với các nội dung", "với nội dung", "kèm theo"),
)
_NEW_CLAUSE: Final = rf"{any_of(*CLAUSE_BODIES)}(?:\s+[\w/-]+){{0,8}}?\s+" + any_of(
    *("ban hành", "xây dựng", "triển khai", "tiếp tục", "đề nghị", "yêu cầu", "báo cáo"),
    *("đã", "tổ chức thực hiện", "chỉ đạo", "giao"),
)
_STOP: Final = re.compile(
    r"(?P<open>[“«(]|(?<![^\s(])\")|[;:\n)”»\"]|(?<!\bT[PX])(?<!\b[PQ])\.(?!\w)|\.(?=/)"
    rf"|(?<=[\s–-](?:19|20)\d\d),(?!\s+(?:{_AFTER_YEAR}|(?:19|20)\d\d(?!\d)))"
    rf"|,\s+(?:{_AFTER_COMMA}|{_NEW_CLAUSE}|\d+(?:,\d+)?\s?%)"
    rf"|\s+và\s+(?:{_AFTER_AND})|,?\s+{_GOES_ON}|\s+do\s+(?:[\w-]+\s+){{1,10}}?ban\s+hành(?!\w)"
)
_CLOSING: Final = {"“": "”", '"': '"', "«": "»"}
_ASIDE: Final = re.compile(
    r"\((?![^()]*(?:gọi|viết tắt|kèm|sửa đổi|số \d))[^()\n;“”]{1,80}\)(?=\s+\w)"
)
_INITIALS: Final = re.compile(r"\([A-ZĐ][A-ZĐ\s]{1,15}\)")
_AFTER_QUOTE: Final = re.compile(
    rf"\s+{any_of('giai đoạn', 'năm', 'trên địa bàn', 'đến năm', 'nhiệm kỳ', 'của')}\s"
    r"|(?:,|\s+và)\s+[“\"«]"
)
_JOINER: Final = re.compile(
    r"(?:[,;]|(?<!\w)(?:và|cùng|với|hoặc|theo))(?:\s+(?:theo|các|tại))*\s*\Z", re.IGNORECASE
)
_DANGLING: Final = re.compile(r"(?:[\s,/-]|(?<!\w)(?:và|theo|của|tại|các|đã))*\Z")


def subject_start(text: str, position: int, end: int) -> int | None:
    """Return where the subject behind a head begins, None where there is none."""
    opened = _OPENS.match(text, position, end)
    return opened.end() if opened else None


def subject_end(text: str, start: int, end: int, later: Sequence[Head]) -> int:
    """Return where the subject that begins at `start` ends; `start` itself where nothing is left.

    `later` are the heads behind it, in order.
    """
    scan = _Scan(text, start, min(end, start + LONGEST))
    before: Head | None = None
    for head in later:
        if head.start >= scan.limit:
            break
        if (stop := scan.stop_before(head.start)) is not None:
            return stop
        if head.start < scan.position:  # in a quotation
            continue
        joiner = _JOINER.search(text, max(start, head.start - 20), head.start)
        if joiner and not _listed_with(text, before, head, joiner.start()):
            return _trimmed(text, start, joiner.start())
        before, scan.position = head, head.end
    stop = scan.stop_before(scan.limit)
    if stop is None:
        whole = scan.limit == end
        stop = _trimmed(text, start, end if whole else text.rfind(" ", start, scan.limit))
    return stop


class _Scan:
    """Goes through a subject from one mark or turn of the sentence to the next."""

    def __init__(self, text: str, start: int, limit: int) -> None:
        self._text = text
        self._start = start
        self.limit = limit
        self.position = start
        self._stop = _STOP.search(text, start, limit)

    def stop_before(self, place: int) -> int | None:
        """Return where the subject ends before `place`, None where it goes on there."""
        while self._stop and self._stop.start() < max(place, self.position):
            if self._stop.start() >= self.position:
                over = self._over(self._stop)
                if over is None:
                    return _trimmed(self._text, self._start, self._stop.start())
                self.position = over
                if self._stop["open"] != "(" and not _AFTER_QUOTE.match(
                    self._text, over, self.limit
                ):
                    return over
            self._stop = _STOP.search(self._text, self.position, self.limit)
        return None

    def _over(self, stop: re.Match[str]) -> int | None:
        """Return where a quotation or an aside ends, None for what ends the subject."""
        mark = stop["open"]
        if mark == "(":
            aside = _ASIDE.match(self._text, stop.start(), self.limit)
            aside = aside or _INITIALS.match(self._text, stop.start(), self.limit)
            return aside.end() if aside else None
        closing = self._text.find(_CLOSING[mark], stop.end(), self.limit) if mark else -1
        return closing + 1 if closing > 0 else None


def _listed_with(text: str, before: Head | None, head: Head, joined_at: int) -> bool:
    """Whether a head is one more of those the subject is about: của Nghị định A và Nghị định B."""
    if before is None or text[before.end : joined_at].strip():
        return False
    return (before.bare and head.bare) or text.endswith("các ", 0, before.start)


def _trimmed(text: str, start: int, end: int) -> int:
    words = text[start:end]
    dangling = _DANGLING.search(words)
    words = words[: dangling.start()] if dangling else words
    return start if re.fullmatch(OPENER, words) else start + len(words)
