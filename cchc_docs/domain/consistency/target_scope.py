"""What a target covers: nothing that its point of the body lists, excepts or names is dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from cchc_docs.domain.consistency.passages import Places
from cchc_docs.domain.outline import outline
from cchc_docs.domain.phrases import keys, words
from cchc_docs.domain.walking import target_parts
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.annexes import Target, TargetPart
from cchc_docs.model.plan import Plan
from cchc_docs.vietnamese.text import fold

_JOINTS: Final = (",", *keys("và hoặc"))
_MEMBER: Final = 8  # words and commas of what a list may have more
_EXCEPTION: Final = re.compile(  # not the "trừ" of khấu trừ, phòng trừ
    r"(?:(?:^|[(,;–-])\s*|\bngoại )trừ\s|\bkhông (?:bao gồm|kể|tính)\s", re.IGNORECASE
)
_SYSTEM: Final = re.compile(
    r"\b((?:Hệ thống|Cổng|Cơ sở dữ liệu|Phần mềm|Nền tảng)(?: [^\W\d_]+){2,8}?)(?: của)? "
    r"(quốc gia|Chính phủ|tỉnh|thành phố|huyện|thị xã|xã|phường)(?!\w)",
    re.IGNORECASE,
)


def check_target_scope(plan: Plan) -> Iterator[Finding]:
    """Yield targets that leave out what their point lists or excepts, or name another system.

    A point with several targets is compared with all of them: what one leaves out, another says.
    """
    texts = {entry.block.id: entry for entry in outline(plan) if entry.block.id}
    linked: defaultdict[str, list[tuple[Path, Target | TargetPart]]] = defaultdict(list)
    for path, row in target_parts(plan):
        if row.point in texts:
            linked[row.point].append((path, row))
    places = Places(plan)
    for name, rows in linked.items():
        entry = texts[name]
        text = entry.block.text or ""
        for path, what in _differences(text, rows):
            yield Finding(
                "target-scope",
                Level.NOTE,
                f"Chỉ tiêu ở phụ lục khác đoạn tương ứng ({places.told([entry.path])}): {what}.",
                "Ghi như nhau ở cả hai nơi, hoặc giữ nếu khác có chủ ý.",
                (*path, "text"),
            )


def _differences(
    text: str, rows: Sequence[tuple[Path, Target | TargetPart]]
) -> Iterator[tuple[Path, str]]:
    together = "\n".join(row.text for _, row in rows)
    known = {one.key for one in words(together)}
    for path, row in rows:
        for member in _left_out(text, row.text):
            if not {one.key for one in words(member)} <= known:
                yield path, f'đoạn đó còn nêu "{member}"'
        if names := _systems_differ(text, row.text):
            yield path, f'tên hệ thống là "{names[0]}" và "{names[1]}"'
    excepted = _EXCEPTION.search(text) is not None
    if len(rows) == 1 and excepted != (_EXCEPTION.search(together) is not None):
        who = "đoạn đó" if excepted else "phụ lục"
        yield rows[0][0], f"chỉ {who} nêu phần loại trừ"


def _left_out(text: str, target: str) -> Iterator[str]:
    """Yield the members of a list between two words that follow each other in `target`.

    "ngạch, chức danh và vị trí việc làm" against "ngạch và vị trí việc làm" gives "chức danh".
    """
    long, short = words(text), words(target)
    told, kept = [one.key for one in long], [one.key for one in short]
    for place in range(1, len(kept) - 1):
        before, after = kept[place - 1], kept[place : place + 2]
        for start in (at for at in range(1, len(told)) if told[at - 1] == before):
            for end in range(start + 2, min(start + _MEMBER + 2, len(told) - 1)):
                inner = told[start:end]
                if told[end : end + 2] == after and _is_member(inner):
                    first = start + (inner[0] in _JOINTS)
                    last = end - 1 - (inner[-1] in _JOINTS)
                    yield text[long[first].start : long[last].end]


def _is_member(inner: Sequence[str]) -> bool:
    """Tell whether words are members of a list with the comma or conjunction at one edge."""
    listed = all(one in _JOINTS or one[0].isalnum() for one in inner)
    return listed and (inner[0] in _JOINTS or inner[-1] in _JOINTS)


def _systems_differ(text: str, target: str) -> tuple[str, str] | None:
    """Return two names of one system of different owners, None where an owner is the same."""
    for one in _SYSTEM.finditer(text):
        others = [two for two in _SYSTEM.finditer(target) if fold(two[1]) == fold(one[1])]
        if others and fold(one[2]) not in {fold(two[2]) for two in others}:
            return one[0], others[0][0]
    return None
