"""Abbreviations: each is explained where it is first used, and used from there on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_docs.decree.abbreviations import KNOWN_TO_ALL, LONG_FORMS, PROPER_NAMES
from cchc_docs.domain.consistency.passages import Passage, Places, passages
from cchc_docs.domain.phrases import Phrases
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.plan import Plan

_SHORT = r"[A-ZĐƯ]{2,8}(?:[-&][A-ZĐƯ]{2,8})*"
_USE = re.compile(rf"(?<![\w/-]){_SHORT}(?![\w/])(?!-\d)")
_NUMERAL = re.compile("[IVXLC]+")
_CALLED = r"(?:gọi tắt|viết tắt|gọi chung)(?:\s+là)?\s*:?\s*"
_EXPLAINED = re.compile(
    rf"\(\s*(?:[^()]*?{_CALLED})?[“\"]?(?P<inside>{_SHORT})[”\"]?(?P<tail>(?:\s\w+){{0,4}})\s*\)"
    rf"|(?<!\w){_CALLED}[“\"]?(?P<called>{_SHORT})(?![\w/])"
    rf"|(?<![\w/-])(?P<before>{_SHORT})\s*\((?P<long>[^()]+)\)"
)
_CAPITALS_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zà-ỹđ]{2,} $")
_CAPITALS_AFTER = re.compile(r" [^\W\d_a-zà-ỹđ]{2,}(?!\w)")
_WORD = re.compile(r"\w+")
_LOOKED_AT = 160  # letters before a bracket in which its long form may stand


@dataclass(slots=True)
class _Abbreviation:
    """One abbreviation: where it is used and, once it is explained, where and by which words.

    `late` counts the uses before the explanation. `long` is None where the words before the
    bracket do not begin with its letters (names of indices stand for English ones).
    """

    uses: list[Path] = field(default_factory=list)
    explained: Path | None = None
    late: int = 0
    long: str | None = None
    again: list[Path] = field(default_factory=list)


def check_abbreviations(plan: Plan) -> Iterator[Finding]:
    """Yield what the reader stumbles over: unexplained, explained too late, not used."""
    places = Places(plan)
    for short, one in _collect(plan).items():
        if one.explained is None:
            if short in KNOWN_TO_ALL:
                continue
            long = LONG_FORMS.get(short)
            yield Finding(
                "abbreviation-unexplained",
                Level.WARNING,
                f'"{short}" dùng {len(one.uses)} lần, không nơi nào ghi đầy đủ: '
                f"{places.told(one.uses)}.",
                f'Ở lần dùng đầu tiên ghi "{long} ({short})".'
                if long
                else f'Ở lần dùng đầu tiên ghi tên đầy đủ, kèm "({short})".',
                one.uses[0],
            )
        elif one.late:
            yield Finding(
                "abbreviation-late",
                Level.WARNING,
                f'"{short}" dùng {one.late} lần trước khi được giải thích '
                f"({places.told([one.explained])}): {places.told(one.uses[: one.late])}.",
                "Chuyển phần giải thích lên lần dùng đầu tiên.",
                one.uses[0],
            )
        if one.again:
            yield Finding(
                "abbreviation-long-again",
                Level.NOTE,
                f'Đã giải thích "{short}" nhưng sau đó còn ghi đầy đủ "{one.long}" '
                f"{len(one.again)} lần: {places.told(one.again)}.",
                f'Sau chỗ giải thích dùng thống nhất "{short}", trừ tên riêng, tên văn bản.',
                one.again[0],
            )


def _collect(plan: Plan) -> dict[str, _Abbreviation]:
    found: dict[str, _Abbreviation] = {}
    explained_before: Phrases[_Abbreviation] = Phrases(())
    for passage in passages(plan):
        if passage.text.isupper():
            continue
        if not passage.heading:  # headings may be written in full
            _count_long_forms(passage, explained_before)
        explained = dict(_explanations(passage.text))
        for match in _USE.finditer(passage.text):
            short = match[0]
            if not _is_abbreviation(match):
                continue
            one = found.setdefault(short, _Abbreviation())
            if one.explained is None and match.start() in explained:
                one.explained, one.late = passage.path, len(one.uses)
                one.long = explained[match.start()]
            one.uses.append(passage.path)
        if explained:
            known = [(one.long, one) for one in found.values() if one.long]
            explained_before = Phrases(known)
    return found


def _is_abbreviation(match: re.Match[str]) -> bool:
    if match[0] in PROPER_NAMES or _NUMERAL.fullmatch(match[0]):
        return False
    # A word of a heading or a name in capitals (PAR INDEX) is no abbreviation
    before = _CAPITALS_BEFORE.search(match.string, max(0, match.start() - 20), match.start())
    return not before and not _CAPITALS_AFTER.match(match.string, match.end())


def _explanations(text: str) -> Iterator[tuple[int, str | None]]:
    """Yield where an explained abbreviation stands, and its long form."""
    for match in _EXPLAINED.finditer(text):
        before = text[max(0, match.start() - _LOOKED_AT) : match.start()]
        if match["inside"]:
            long = _long_form(before, match["inside"])
            if long or (not match["tail"] and _WORD.search(before)):
                yield match.start("inside"), long
        elif match["called"]:
            yield match.start("called"), _long_form(before, match["called"])
        elif _stands_for(match["long"], match["before"]):
            yield match.start("before"), match["long"].strip()


def _long_form(before: str, short: str) -> str | None:
    """Return the last words that begin with the letters of the abbreviation."""
    letters = _letters(short)
    found = list(_WORD.finditer(before))
    for first in range(len(found) - len(letters), -1, -1):
        run = found[first : first + len(letters)]
        if "".join(map(_initial, run)) == letters:
            return before[run[0].start() : run[-1].end()]
    return None


def _stands_for(long: str, short: str) -> bool:
    """Tell whether the words in a bracket may be the long form of what stands before it."""
    initials = iter([_initial(one) for one in _WORD.finditer(long)])
    in_order = all(letter in initials for letter in _letters(short))
    return in_order or long.strip().lower().startswith(("chỉ số", "bộ chỉ số"))


def _letters(short: str) -> str:
    return "".join(_bare(letter) for letter in short if letter.isalpha())


def _initial(word: re.Match[str]) -> str:
    return _bare(word[0][0].upper())


def _bare(letter: str) -> str:
    """Return a letter as an abbreviation has it: Ủ is U, Đ stays Đ."""
    return unicodedata.normalize("NFD", letter)[0]


def _count_long_forms(passage: Passage, explained_before: Phrases[_Abbreviation]) -> None:
    for hit in explained_before.find(passage.text):
        words = passage.text[hit.start : hit.end]
        long = hit.value.long or ""
        in_a_name = words[0].isupper() and not long[0].isupper() and hit.start > 0
        if not (in_a_name or words.isupper() or passage.cites(hit.start)):
            hit.value.again.append(passage.path)
