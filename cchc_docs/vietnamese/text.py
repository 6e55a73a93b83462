"""Text as an office writes it: Unicode NFC, capitals, and folding for tolerant comparison."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_BLANKS = re.compile(r"\s+")


def nfc(text: str) -> str:
    """Return `text` in composed form (NFC), with every line end as a line feed.

    TCVN 6909 holds composed and decomposed letters and picks neither; a document that mixes
    them cannot be searched, so the project writes NFC only.
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def unprintable(text: str) -> str | None:
    """Return the first character that no Word file can hold (XML 1.0 §2.2), or None."""
    found = _UNPRINTABLE.search(text)
    return found.group() if found else None


def fold(text: str) -> str:
    """Return a key under which spellings of one name are equal.

    Case, the form of dashes, blanks around them and the placing of the tone mark (hoá/hóa)
    do not count; letters and tones do.
    """
    text = _BLANKS.sub(" ", _DASHES.sub("-", nfc(text))).strip().casefold()
    return " ".join(_tone_last(word) for word in text.split(" "))


def _tone_last(word: str) -> str:
    """Move every tone mark behind its syllable, so that its place no longer matters."""
    syllables = []
    for syllable in word.split("-"):
        marks = unicodedata.normalize("NFD", syllable)
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        letters = "".join(mark for mark in marks if mark not in tones)
        # Sorted: NFC orders two tones by their classes, and folding twice must change nothing.
        syllables.append(unicodedata.normalize("NFC", letters) + "".join(sorted(tones)))
    return "-".join(syllables)


def capitalised(text: str) -> str:
    """Return `text` with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Return `text` with a small first letter, for use inside a sentence; UBND stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Return `text` with a capital first letter and a mark at its end."""
    return capitalised(text) + ("" if text.endswith((".", "?", "!", "…", ":")) else ".")


def slug(text: str) -> str:
    """Return `text` for a file name: lower case, no marks, words joined by hyphens."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", letters))


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """Return at most `limit` candidates that `word` may have been meant for, best first.

    Marks, case and dashes do not count; a candidate that begins with the word is near.
    """
    wanted = slug(word)
    scored = sorted(((_likeness(wanted, slug(one)), one) for one in candidates), reverse=True)
    return [one for score, one in scored if score >= _NEAR][:limit]


_NEAR = 0.65  # "thresold" and "threshold" 0.94, "contents" and "content" 0.93


def _likeness(wanted: str, candidate: str) -> float:
    alike = difflib.SequenceMatcher(None, wanted, candidate).ratio()
    return max(alike, 0.9 if len(wanted) > 1 and candidate.startswith(wanted) else 0.0)


def one_of(names: Iterable[str]) -> str:
    """Return names joined as a choice: ``"a", "b" hoặc "c"``."""
    quoted = [f'"{name}"' for name in names]
    return " hoặc ".join(filter(None, [", ".join(quoted[:-1]), *quoted[-1:]]))
