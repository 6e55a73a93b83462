"""The shape of a syllable: what can be written in Vietnamese and what cannot."""

import re
from pathlib import Path

import pytest

from cchc_docs.vietnamese.syllables import (
    is_nearly_syllable,
    is_syllable,
    only_vietnamese,
    without_marks,
)

# Words of NĐ 30/2020/NĐ-CP, and every onset and hard rime of the language.
RIGHT = """
    nghị định chính phủ công tác văn thư soạn thảo ký ban hành thể thức kỹ thuật trình bày
    quyển quyết quyền quốc quan quả quý quỳnh quẹo quầy quăng quanh quên quỹ quờ
    gì gìn giếng giêng giết giữ giảm gia giấy giũ ghi ghế ghé nghiêng nghỉ nghe ngoằn ngoèo nguyên
    khuya khuỷu khuếch huỳnh huých thuở thuế thoòng xoong boong moóc
    yêu yến yết y ý ỷ ai ôi ưu ươm oai uy uyên ướt ỉu ích
    hoạch xoay loắt choắt hoẵng khoét ngoéo tuần luật xuân tuyết tuýp
    rượu hươu bướu bưu cứu đường chước mượt cướp bươm chuột nuôi buồm buồng
    lý tỷ kỷ sỹ mỹ hy vỹ kĩ lí đĩa chia mía
"""

# Stops take only sắc and nặng; k, gh, ngh stand before i, e, ê and c, g, ng elsewhere.
WRONG = """
    quyêt thưc luât câp hoăc đươc tiếng̀ quyềt cầp hợc̉
    kà kô ngiêng nge ghà nghan cì cê gê qô
    nguời truờng phuơng thuờng đựơcc hoạhc thôngg trưong ngưoì nướ việ đượ hiệ
    thh bl strê fải zê wô jâ đb
"""

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize("word", RIGHT.split())
def test_a_syllable(word: str):
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_nearly_syllable(word)


@pytest.mark.parametrize("word", WRONG.split())
def test_no_syllable(word: str):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("old", "new"),
    [("hòa", "hoà"), ("hóa", "hoá"), ("thúy", "thuý"), ("ủy", "uỷ"), ("khỏe", "khoẻ")],
)
def test_the_place_of_the_tone_does_not_count(old: str, new: str):
    assert is_syllable(old)
    assert is_syllable(new)


def test_two_tones_are_one_too_many():
    assert not is_syllable("ho\u0301a\u0300")


def test_every_word_of_the_decree_examples_is_a_syllable():
    text = "\n".join(path.read_text("utf-8") for path in EXAMPLES.rglob("*.yaml"))
    words = {word for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    strange = {word for word in words if not word.isascii() and not is_syllable(word)}
    assert len(words) > 500
    assert not strange


@pytest.mark.parametrize("word", ["quyêt", "nguời", "thưc", "câp", "truờng", "chuơng"])
def test_other_marks_would_make_a_syllable(word: str):
    assert is_nearly_syllable(word)
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["crôm", "école", "kêpi", "nơtron", "carxtơ"])
def test_foreign_words_are_not_nearly_syllables(word: str):
    assert not is_nearly_syllable(word)


@pytest.mark.parametrize(
    ("word", "is_told"),
    [("tạikhoản", True), ("hgày", False), ("đượ", True), ("đề", True), ("ôtô", False)]
    + [(word, False) for word in ("café", "général", "père", "kilôgam", "hécta")],
)
def test_tones_that_no_other_language_writes(word: str, is_told: bool):
    assert only_vietnamese(word) is is_told


def test_without_marks():
    assert without_marks("Đẩy mạnh Ủy quyền") == "day manh uy quyen"
