"""Words written twice, words lost, blanks beside dashes, and marks without their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc_docs.domain.slip import Slip

_TWICE = re.compile(
    r"(?<!\w)(?:(của|các|những|và|với|đã|sẽ|bởi|nhưng|hoặc) +\1"
    r"|((?:[^\W\d_]+ +){1,5}?[^\W\d_]+) +\2)(?!\w)",
    re.IGNORECASE,
)

_DOERS = re.compile(
    r"(?:^|\W)(?:nhà|người|bên|cơ quan|tổ chức|đơn vị|đoàn|tổ|ban|viên|phòng|sở|quyền|thẩm) +$",
    re.IGNORECASE,
)  # nhà đầu tư | đầu tư; đoàn kiểm tra | kiểm tra
_JOINING = {"và", "hoặc", "hay"}  # chân phải hoặc bàn tay phải hoặc bàn tay trái


def doubled_words(text: str) -> Iterator[Slip]:
    """Yield each grammatical word and each run of words that stands twice.

    Single words of meaning are left alone: từ từ, ngày ngày, vấn đề | đề ra, song song.
    """
    for found in _TWICE.finditer(text):
        once = found.group(1) or found.group(2)
        words = once.lower().split()
        second = found.group()[-len(once) :]
        innocent = len({*words}) == 1 or _JOINING & {*words} or second[0].isupper()
        if found.group(2) and (
            innocent or _DOERS.search(text[max(found.start() - 20, 0) : found.start()])
        ):
            continue
        yield Slip(
            *found.span(),
            "doubled-word",
            found.group(),
            once,
            f'"{once}" viết hai lần liền nhau.',
            "Một từ hoặc cụm từ bị gõ lặp.",
        )


_BEFORE_NOTHING = re.compile(
    r"(?<![\w(])(?:(\w+) )?(?:(của|với|theo|tại|nhằm|bởi|các|những)(?= ?(?:[;)]|\.(?![.\w])|\Z))"
    r"|(?<=\w )(và|hoặc)(?= ?(?:\)|\.(?![.\w])|\Z)))",  # "…; hoặc" ends an alternative rightly
    re.IGNORECASE,
)
_MAY_END_IN = {
    "của": "tiền sức công góp giàu cướp hôi giúp văn thị",
    "với": "cùng",
    "theo": "kèm tiếp dõi mang tùy tuỳ học làm đi tuân noi nghe tin đuổi kéo đem dẫn chạy gửi",
    "tại": "hiện tồn thực sẵn sở tự",
    "các": "nội",
}
"""Words behind which the preposition is no preposition: kèm theo, hiện tại, góp của."""


def words_lost(text: str) -> Iterator[Slip]:
    """Yield each preposition, conjunction or article with nothing behind it."""
    for found in _BEFORE_NOTHING.finditer(text):
        before, last = found[1], found[2] or found[3]
        if before and before.lower() in _MAY_END_IN.get(last.lower(), "").split():
            continue
        yield Slip(
            found.end() - len(last),
            found.end(),
            "words-lost",
            last,
            None,
            f'Sau "{last}" thiếu từ.',
            "Giới từ, liên từ phải có từ ngữ đứng sau.",
        )


_TWO_JOINTS = re.compile(r"(?<!\w)(?:với|của|tại|bởi) (?:và|hoặc)(?!\w)", re.IGNORECASE)


def joints_without_words(text: str) -> Iterator[Slip]:
    """Yield each preposition that a conjunction follows: phối hợp với và …"""
    for found in _TWO_JOINTS.finditer(text):
        first = found.group().split()[0]
        before = text[: found.start()].rsplit(maxsplit=1)[-1:]
        if before and before[0].lower() in _MAY_END_IN.get(first.lower(), "").split():
            continue
        yield Slip(
            *found.span(),
            "words-lost",
            found.group(),
            None,
            f'Giữa hai từ "{found.group()}" thiếu từ, hoặc thừa một từ.',
            f'Sau "{first}" phải có từ ngữ.',
        )


_WITH_TWICE = re.compile(
    r"(?<!\w)(?:kết nối|liên thông|tích hợp|đối chiếu|so sánh|chia sẻ) (với)"
    r"((?: [^\W_]+){1,12}?) (với)(?= \w)",
    re.IGNORECASE,
)
_TAKES_WITH = re.compile(
    r" (?:đối|so|cùng|gắn|gắn liền|gắn chặt|hợp|ứng|thích|bộ|việc|tiếp xúc|trao đổi|thoại|quan|kết"
    r"|trái|khác|dịch|chung|nối|thông|chiếu|sánh|sẻ|bằng|giống|trùng|khớp|nhất)$",
    re.IGNORECASE,
)


def doubled_with(text: str) -> Iterator[Slip]:
    """Yield the second "với" of a verb that takes one: kết nối với … với …"""
    for found in _WITH_TWICE.finditer(text):
        if _TAKES_WITH.search(found.group(2)):
            continue
        yield Slip(
            found.start(),
            found.end(),
            "words-lost",
            found.group(),
            None,
            'Có hai từ "với" sau cùng một động từ: có thể nhầm với "và" hoặc thiếu từ.',
            'Động từ này chỉ đi với một từ "với".',
        )


_LOOSE = re.compile(r"(?<!\S)(\S*[^\W\d_]{2})( [-–]|[-–] )([^\W\d_][^\s();,.]*)")


def loose_hyphens(text: str) -> Iterator[Slip]:
    """Yield each dash with a blank on one side only, inside a name or a symbol of a document."""
    for found in _LOOSE.finditer(text):
        before, dash, after = found.groups()
        joint = dash.strip() if "/" in before else f" {dash.strip()} "
        yield Slip(
            *found.span(),
            "loose-hyphen",
            found.group(),
            before + joint + after,
            f'"{found.group()}" có dấu cách ở một bên của dấu nối.',
            "Dấu nối có dấu cách ở cả hai bên; trong ký hiệu văn bản thì viết liền.",
        )


_LABEL = re.compile(r"(?:^|(?<=[\s(;,.]))[0-9a-zđ]{1,2}\)")
_CLOSING = {")": "(", "”": "“"}  # square ones are those of open questions


def unclosed_marks(text: str) -> Iterator[Slip]:
    """Yield each bracket and quotation mark without its partner; labels as in a) or 1) are none."""
    labels = {found.end() - 1 for found in _LABEL.finditer(text)}
    open_marks: list[int] = []
    for place, mark in enumerate(text):
        if mark in "(“":
            open_marks.append(place)
        elif mark in _CLOSING:
            if open_marks and text[open_marks[-1]] == _CLOSING[mark]:
                open_marks.pop()
            elif place not in labels:
                yield _unclosed(text, place)
    for place in open_marks:
        yield _unclosed(text, place)


def _unclosed(text: str, place: int) -> Slip:
    mark = text[place]
    names = {"(": "mở ngoặc đơn", ")": "đóng ngoặc đơn", "“": "mở ngoặc kép", "”": "đóng ngoặc kép"}
    return Slip(
        place,
        place + 1,
        "unclosed",
        mark,
        None,
        f"Dấu {names[mark]} không có dấu đi cùng.",
        "Dấu ngoặc phải đi thành cặp.",
    )


RULES = (
    doubled_words,
    words_lost,
    joints_without_words,
    doubled_with,
    loose_hyphens,
    unclosed_marks,
)
