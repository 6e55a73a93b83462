"""Capitals that a name lacks or has too many of, and capitals in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cchc_docs.decree.office_names import COMMON_NOUNS, FIELDS, LAWS, NAMES
from cchc_docs.domain.slip import Slip, Words, runs
from cchc_docs.domain.slips_of_spelling import Syllables, is_word, spelling
from cchc_docs.vietnamese.patterns import UPPER

_SURE_IN_LOWER_CASE = 4
"""Syllables from which on a name all in lower case is the name and not an accident."""


@cache
def _names() -> dict[Syllables, str]:
    return {tuple(map(spelling, name.split())): name for name in (*NAMES, *LAWS)}


_LONGEST = max(len(name.split()) for name in (*NAMES, *LAWS))


def names_with_wrong_capitals(text: str) -> Iterator[Slip]:
    """Yield each name of a body, system or law whose capitals are not its own."""
    for words in runs(text):
        spelt = [spelling(word.group()) for word in words]
        start = 0
        while start < len(words):
            for end in range(min(start + _LONGEST, len(words)), start + 1, -1):
                name = _names().get(tuple(spelt[start:end]))
                if name:
                    before = spelt[start - 1] if start else ""
                    if not _is_fine(words[start:end], name, before):
                        yield _recapitalised(text, words[start:end], name)
                    start = end - 1
                    break
            start += 1


def _is_fine(words: Words, name: str, before: str) -> bool:
    written = [word.group() for word in words]
    if all(one.isupper() for one in written):
        return True
    if all(map(_same_capitals, written, name.split())):
        return True
    if written[0][0].isupper():
        return False
    # In lower case it may be something else: cán | bộ công an, pháp | luật đất đai.
    is_law = name in LAWS
    return is_law or len(written) < _SURE_IN_LOWER_CASE or is_word(before, spelling(written[0]))


def _same_capitals(written: str, syllable: str) -> bool:
    return written[0].isupper() == syllable[0].isupper() and written[1:] == written[1:].lower()


def _recapitalised(text: str, words: Words, name: str) -> Slip:
    start, end = words[0].start(), words[-1].end()
    pieces = [
        word.group()[0].upper() + word.group()[1:].lower()
        if syllable[0].isupper()
        else word.group().lower()
        for word, syllable in zip(words, name.split(), strict=True)
    ]
    right = " ".join(pieces)
    clause = "V.6" if name in LAWS else "IV"
    return _slip("wrong-capital", text, start, end, right, f"Phụ lục II, Mục {clause}")


def fields_with_wrong_capitals(text: str) -> Iterator[Slip]:
    """Yield each field in the name of an office with a capital inside: Thể Thao, thể Thao."""
    fields = _fields()
    for words in runs(text):
        for first, second in pairwise(words):
            capital, rest = first.group(), second.group()
            if not _is_capital(rest) or (spelling(capital), spelling(rest)) not in fields:
                continue
            before = text[: first.start()].rstrip()[-1:]
            if capital.islower() and before not in ("-", "–"):
                continue
            if not capital.islower() and not _is_capital(capital):
                continue
            right = f"{capital[0].upper()}{capital[1:]} {rest.lower()}"
            yield _slip(
                "wrong-capital", text, first.start(), second.end(), right, "Phụ lục II, Mục IV"
            )


@cache
def _fields() -> frozenset[Syllables]:
    return frozenset(tuple(map(spelling, field.split())) for field in FIELDS)


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word[1:] == word[1:].lower()


_VERBS = (
    "Ban hành|Bảo đảm|Bố trí|Cập nhật|Chấn chỉnh|Chủ động|Chú trọng|Cung cấp|Duy trì|Đánh giá"
    "|Đảm bảo|Đăng tải|Đẩy mạnh|Đề nghị|Đề xuất|Đôn đốc|Đổi mới|Giải quyết|Giám sát|Hoàn thành"
    "|Hoàn thiện|Hỗ trợ|Khắc phục|Khuyến khích|Kiến nghị|Kiện toàn|Lập|Mở rộng|Nâng cao|Nghiên cứu"
    "|Niêm yết|Phát huy|Phấn đấu|Phối hợp|Quán triệt|Rà soát|Rút ngắn|Sắp xếp|Sử dụng|Sửa đổi"
    "|Tăng cường|Tập trung|Tham mưu|Theo dõi|Thực hiện|Tiến hành|Tiếp nhận|Tiếp tục|Tổ chức"
    "|Tổng hợp|Triển khai|Tuyên truyền|Vận động|Vận hành|Xác định|Xây dựng|Xử lý"
)
_AFTER_SEMICOLON = re.compile(rf"; ?((?:- )?(?:{_VERBS}))(?= (?!trưởng\b)[^\W\d_])(?! [A-ZĐ])")
_TITLE_VERBS = "Ban hành|Quy định|Sửa đổi|Hướng dẫn thi hành|Phê duyệt|Bãi bỏ|Công bố"
_AFTER_ISSUER = re.compile(
    rf"(?:(?:của|do) (?:Thủ tướng )?Chính phủ|(?:Ủy|Uỷ) ban nhân dân|UBND|\bvề|về việc)"
    rf"(?: (?:tỉnh|thành phố|huyện|thị xã|xã|phường)(?: [{UPPER}]\w*)*)? ({_TITLE_VERBS}) (?=\w)"
)


def capitals_in_mid_sentence(text: str) -> Iterator[Slip]:
    """Yield each plain verb with a capital after a semicolon or before the matter of a paper."""
    for found in _AFTER_SEMICOLON.finditer(text):
        verb = found.group(1)
        right = None if verb.startswith("-") else verb[0].lower() + verb[1:]
        yield _slip("capital-mid-sentence", text, *found.span(1), right, _AFTER_MARK)
    for found in _AFTER_ISSUER.finditer(text):
        verb = found.group(1)
        right = verb[0].lower() + verb[1:]
        yield _slip("capital-mid-sentence", text, *found.span(1), right, "Phụ lục II, Mục I")


_COMMON = re.compile(
    rf"(?:(?<=\w )|(?<=\w, ))(?:{'|'.join(noun.capitalize() for noun in COMMON_NOUNS)})(?!\w)"
)
_LED_BY_NAME = re.compile(
    rf"(?:^|\W)(?:[{UPPER}]\w* (?:\w+ ){{0,2}}|(?:chuyên mục|chuyên trang) )$"
)


def common_nouns_with_capitals(text: str) -> Iterator[Slip]:
    """Yield each term that is no name but has a capital in mid-sentence: phát triển Chính quyền số.

    Behind a word with a capital of its own it may be part of a name (Đề án Chuyển đổi số), behind
    "chuyên mục" it is one.
    """
    for found in _COMMON.finditer(text):
        if not _LED_BY_NAME.search(text[max(0, found.start() - 40) : found.start()]):
            right = found.group()[0].lower() + found.group()[1:]
            yield _slip("capital-mid-sentence", text, *found.span(), right, "Phụ lục II")


_AFTER_MARK = (
    "Phụ lục II, Mục I: chỉ viết hoa sau dấu chấm, dấu hỏi, dấu chấm than hoặc khi xuống dòng"
)


def _slip(rule: str, text: str, start: int, end: int, right: str | None, clause: str) -> Slip:
    wrong = text[start:end]
    return Slip(
        start, end, rule, wrong, right,
        f'"{wrong}" viết hoa không đúng.',
        f"Nghị định số 30/2020/NĐ-CP, {clause}.",
    )  # fmt: skip


RULES = (
    names_with_wrong_capitals,
    fields_with_wrong_capitals,
    capitals_in_mid_sentence,
    common_nouns_with_capitals,
)
