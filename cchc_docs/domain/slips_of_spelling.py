"""Syllables that cannot be, and phrases of official language with a wrong mark on a syllable."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from cchc_docs.decree.office_names import LAWS, NAMES
from cchc_docs.decree.office_phrases import PHRASES
from cchc_docs.decree.office_words import KNOWN, LOOK_ALIKES, REGIONAL, WORDS
from cchc_docs.domain.slip import Slip, Words, runs
from cchc_docs.vietnamese.syllables import (
    is_nearly_syllable,
    is_syllable,
    only_vietnamese,
    without_marks,
)
from cchc_docs.vietnamese.text import fold

Syllables = tuple[str, ...]

spelling = lru_cache(maxsize=20_000)(fold)
"""A word's key: equal for hòa and hoà, Ủy and uỷ; not for hoa and hòa."""
_letters = lru_cache(maxsize=20_000)(without_marks)
_can_be = lru_cache(maxsize=20_000)(is_syllable)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Phrases by their letters without marks; `known` are the spellings nobody remarks on."""

    by_letters: dict[Syllables, list[Syllables]]
    known: frozenset[Syllables]
    longest: int


@cache
def _lexicon() -> _Lexicon:
    by_letters: dict[Syllables, list[Syllables]] = defaultdict(list)
    for phrase in (*WORDS, *PHRASES, *NAMES, *LAWS):
        syllables = tuple(phrase.split())
        by_letters[tuple(map(_letters, syllables))].append(syllables)
    right = [one for group in by_letters.values() for one in group]
    right += [tuple(phrase.split()) for phrase in (*KNOWN, *LOOK_ALIKES)]
    known = frozenset(tuple(map(spelling, one)) for one in right)
    return _Lexicon(dict(by_letters), known, max(map(len, by_letters)))


def is_word(*syllables: str) -> bool:
    """Tell whether these neighbours (as `spelling` gives them) are a right word or phrase."""
    return syllables in _lexicon().known


def misspelt_phrases(text: str) -> Iterator[Slip]:
    """Yield each run of syllables that is no phrase but has the letters of exactly one."""
    for words in runs(text):
        yield from _in_run(text, words)


def _in_run(text: str, words: Words) -> Iterator[Slip]:
    lexicon = _lexicon()
    letters = [_letters(word.group()) for word in words]
    spelt = [spelling(word.group()) for word in words]
    start = 0
    while start < len(words):
        after = start + 1
        for end in range(min(start + lexicon.longest, len(words)), start + 1, -1):
            group = lexicon.by_letters.get(tuple(letters[start:end]))
            if group is None:
                continue
            if tuple(spelt[start:end]) in lexicon.known:
                after = end - 1  # its last syllable may begin the next phrase
                break
            right = _only_reading(group, words, spelt, start, end)
            if right:
                yield _misspelt(text, words[start:end], right)
                after = end
                break
        start = max(after, start + 1)


def _only_reading(
    group: Sequence[Syllables], words: Words, spelt: Sequence[str], start: int, end: int
) -> Syllables | None:
    near = []
    for phrase in group:
        wrong = [
            place
            for place, syllable in enumerate(phrase, start)
            if spelling(syllable) != spelt[place]
        ]
        if len(wrong) <= len(phrase) // 2:
            near.append((phrase, wrong))
    if len(near) != 1:
        return None
    phrase, wrong = near[0]
    if any(
        _is_named(words[place].group(), phrase[place - start]) for place in wrong if place > start
    ):
        return None
    # Two syllables may look like a word by chance where two others meet: hình thức | hiện nay.
    doubtful = (start, end - 1) if len(phrase) == 2 else wrong
    at_home = (start in doubtful and is_word(*spelt[max(start - 1, 0) : start + 1])) or (
        end - 1 in doubtful and is_word(*spelt[end - 1 : end + 1])
    )
    return None if at_home else phrase


def _is_named(word: str, syllable: str) -> bool:
    """Whether the word has a capital of its own, as part of a name of a person or a place."""
    return word[0].isupper() and not word.isupper() and syllable[0].islower()


def _misspelt(text: str, words: Words, phrase: Syllables) -> Slip:
    start, end = words[0].start(), words[-1].end()
    pieces = [_cased_like(word.group(), one) for word, one in zip(words, phrase, strict=True)]
    return Slip(
        start,
        end,
        "misspelt-phrase",
        text[start:end],
        " ".join(pieces),
        f'"{text[start:end]}" viết sai dấu.',
        f'Văn bản hành chính viết "{" ".join(phrase)}".',
    )


def _cased_like(written: str, syllable: str) -> str:
    if written.isupper() and len(written) > 1:
        return syllable.upper()
    return syllable[0].upper() + syllable[1:] if written[0].isupper() else syllable


_REGIONAL_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(REGIONAL)})(?!\w)", re.IGNORECASE)


def regional_words(text: str) -> Iterator[Slip]:
    """Yield each word in its southern form: hành chánh."""
    for found in _REGIONAL_WORD.finditer(text):
        words = found.group().split()
        right = REGIONAL[found.group().lower()]
        pieces = [_cased_like(word, one) for word, one in zip(words, right.split(), strict=True)]
        yield Slip(
            *found.span(),
            "misspelt-phrase",
            found.group(),
            " ".join(pieces),
            f'"{found.group()}" là cách viết địa phương.',
            f'Văn bản hành chính viết "{right}".',
        )


_LOWER_WORD = re.compile(r"(?<![\w./&@-])[^\W\d_]{2,}(?![\w/@])")


def misspelt_syllables(text: str) -> Iterator[Slip]:
    """Yield each lower-case word that is no syllable though its letters are Vietnamese."""
    for found in _LOWER_WORD.finditer(text):
        word = found.group()
        if not word.islower() or word.isascii() or _can_be(word):
            continue
        parted = _parted(word)
        if only_vietnamese(word) or is_nearly_syllable(word):
            yield Slip(
                *found.span(),
                "misspelt-syllable",
                word,
                parted,
                f'"{word}" không phải là một âm tiết tiếng Việt.',
                "Dính chữ: thiếu một dấu cách." if parted else "Sai chính tả: thiếu hoặc nhầm dấu.",
            )


_CONSONANTS = frozenset("bcdđghklmnpqrstvx")


def _parted(word: str) -> str | None:
    """Return the two syllables run together in `word`; None where it is not told where to part.

    Loan words (ôtô, kilôgam, đôla) have none of the tones that only Vietnamese writes.
    """
    if not only_vietnamese(word):
        return None
    cuts = [
        f"{word[:cut]} {word[cut:]}"
        for cut in range(2, len(word) - 1)
        if word[cut] in _CONSONANTS and is_syllable(word[:cut]) and is_syllable(word[cut:])
    ]
    return cuts[0] if len(cuts) == 1 else None


RULES = (misspelt_phrases, regional_words, misspelt_syllables)
