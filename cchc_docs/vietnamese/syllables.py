"""The shape of a Vietnamese syllable: onset, rime and tone, and which of them go together.

From inventories of sounds and the rules of spelling, not from a list of words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_SHARP, _HEAVY = "\u0301", "\u0323"

_HOME_TONES = "\u0309\u0323"  # hỏi, nặng
_TWO_MARKS = re.compile("[\u0302\u0306\u031b][\u0300\u0303]")  # huyền or ngã over ă â ê ô ơ ư

_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_BEFORE_FRONT = {"k", "gh", "ngh"}  # written before i, y, e, ê only
_BEFORE_BACK = {"c", "g", "ng"}  # written before the other vowels only; gi- is an onset of its own

_PLAIN = """
    a ac ach ai am an ang anh ao ap at au ay  ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oc oi om on ong ooc oong op ot  ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut
    ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
"""
_ROUNDED = """
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oen oeo oet
    uân uâng uât uây uê uêch uên uênh uêt uơ uy uya uych uynh uyp uyt uyu uyên uyêt uyn
"""
_WITH_Y = "y yêm yên yêng yêt yêu"  # written so without an onset
_Y_FOR_I = set("hklmstvqđn")  # kỹ, lý, Mỹ, sỹ, tỷ, hy, vỹ
_AFTER_QU = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây
    e ec em en eng eo et ê êch ên ênh êt i ich in inh it iu o oc ot ôc ơ ơn ơt y ych yên yêt ynh
    yt yp yn
"""

_RIMES = frozenset((_PLAIN + _ROUNDED).split())
_RIMES_ALONE = _RIMES | frozenset(_WITH_Y.split())
_RIMES_AFTER_QU = frozenset(_AFTER_QU.split())
_FRONT = tuple("ieêy")


def is_syllable(word: str) -> bool:
    """Tell whether `word` is a possible Vietnamese syllable, in any case.

    Where the tone mark stands does not count (hòa, hoà), nor does y for i (kỹ, kĩ). Names of
    ethnic minorities and foreign words are no syllables, even where they are right.
    """
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    letters = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    if len(tones) > 1:
        return False
    stopped = letters.endswith(("c", "ch", "p", "t"))
    if stopped and tones not in ([_SHARP], [_HEAVY]):
        return False
    return any(
        _go_together(onset, letters.removeprefix(onset))
        for onset in _ONSETS
        if letters.startswith(onset)
    )


def _go_together(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _RIMES_AFTER_QU
    if rime == "y":
        return onset == "" or onset in _Y_FOR_I
    if onset == "":
        return rime in _RIMES_ALONE
    if rime not in _RIMES:
        return False
    if onset in _BEFORE_FRONT:
        return rime.startswith(_FRONT)
    if onset == "g":  # gì, gìn, giếng: the i of gi- is the first letter of the rime
        return not rime.startswith(("e", "ê", "y"))
    return onset not in _BEFORE_BACK or not rime.startswith(_FRONT)


def is_nearly_syllable(word: str) -> bool:
    """Tell whether other marks and tones would make `word` a syllable: quyêt, nguời, thưc."""
    return without_marks(word) in _skeletons()


@cache
def _skeletons() -> frozenset[str]:
    rimes = _RIMES_ALONE | _RIMES_AFTER_QU
    return frozenset(
        without_marks(onset + rime)
        for onset in _ONSETS
        for rime in rimes
        if _go_together(onset, rime)
    )


def only_vietnamese(word: str) -> bool:
    """Tell whether `word` carries a tone that no other language writes: hỏi, nặng, or two marks.

    So foreign words (café, général) and loan words (ôtô, kilôgam) are told from slips.
    """
    marks = unicodedata.normalize("NFD", word.lower())
    return any(mark in _HOME_TONES for mark in marks) or bool(_TWO_MARKS.search(marks))


def without_marks(text: str) -> str:
    """Return `text` in lower case without tones and without the marks of ă â ê ô ơ ư đ."""
    marks = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("Đ", "d"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark))
