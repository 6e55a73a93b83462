"""Signature blocks: every case of nd30-layout.md §13 (NĐ 30/2020, Điều 13; PL I, II.7)."""

import pytest

from cchc_docs.domain.signing import signing_lines
from cchc_docs.model.agency import Agency, Signatory

WARD = Agency.model_validate({"unit": {"name": "Hoài Hảo"}})
TOWN = Agency.model_validate({"unit": {"name": "A", "level": "xã"}, "body": "Hội đồng nhân dân"})

CASES = {
    "collective, chairman": (
        {"post": "Chủ tịch", "authority": "TM."},
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    ),
    "collective, deputy": (
        {"post": "Phó Chủ tịch", "authority": ["TM.", "KT."]},
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    ),
    "own power, chairman": ({"post": "Chủ tịch", "authority": []}, ["CHỦ TỊCH"]),
    "own power, deputy": (
        {"post": "Phó Chủ tịch", "authority": "KT."},
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    ),
    "acting head": ({"post": "Chủ tịch", "authority": "Q."}, ["Q. CHỦ TỊCH"]),
    "acting head for the collective": (
        {"post": "Chủ tịch", "authority": ["TM.", "Q."]},
        ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
    ),
    "by order": (
        {"post": "Chánh Văn phòng", "authority": "TL."},
        ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
    ),
    "by sub-authorisation": (
        {"post": "Chánh Văn phòng", "authority": "TUQ."},
        ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
    ),
    "deputy put in charge signs as a deputy": (
        {"post": "Phó Chủ tịch phụ trách", "authority": ["TM.", "KT."]},
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH PHỤ TRÁCH"],
    ),
    "head of another name": (
        {"post": "Phó Giám đốc", "authority": "KT.", "head_post": "Giám đốc"},
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
    ),
    "the order in the data does not matter": (
        {"post": "Phó Chủ tịch", "authority": ["KT.", "TM."]},
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    ),
}


@pytest.mark.parametrize(("signatory", "lines"), CASES.values(), ids=list(CASES))
def test_case(signatory, lines):
    assert signing_lines(WARD, Signatory.model_validate({"id": "x"} | signatory)) == lines


def test_without_a_signatory_the_chairman_signs_for_the_collective():
    assert signing_lines(WARD, None) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_a_signatory_without_authority_signs_for_the_collective():
    chairman = Signatory(id="x", post="Chủ tịch")
    assert signing_lines(WARD, chairman) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_the_name_of_the_unit_is_never_printed():
    for signatory, _ in CASES.values():
        lines = signing_lines(WARD, Signatory.model_validate({"id": "x"} | signatory))
        assert not [line for line in lines if "HOÀI HẢO" in line or "PHƯỜNG" in line]


def test_the_collective_is_that_of_the_profile():
    assert signing_lines(TOWN, None)[0] == "TM. HỘI ĐỒNG NHÂN DÂN"
