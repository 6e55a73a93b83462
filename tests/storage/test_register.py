"""The registers: what is told of a broken file, what a ward may add, and what the facts say."""

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from cchc_docs.domain.legal_status import Registry, ended_on
from cchc_docs.domain.registers import lay_together
from cchc_docs.domain.terms import TermUse
from cchc_docs.errors import DataError, FileAccessError
from cchc_docs.model.register import Register, Scope
from cchc_docs.storage.register import NATIONAL, national_register, read_register
from cchc_docs.storage.source import read_source

ROOT = Path(__file__).resolve().parent.parent.parent
WARD = ROOT / "examples" / "hoai-hao" / "van-ban.yaml"
CITED = yaml.safe_load((ROOT / "tests" / "data" / "vien-dan-2024.yaml").read_text("utf-8"))

OWN = """\
documents:
  - id: ke-hoach-12
    kind: Kế hoạch
    symbol: 12/KH-UBND
    issued: 2024-01-15
    issuer: UBND phường Một
    subject: Một kế hoạch
    scope: ward
    confidence: confirmed
"""
MORE = """\
documents:
  - id: ND-59-2012
    names: Nghị định về theo dõi thi hành pháp luật
    note: Phường còn áp dụng.
    seen_in_force:
      - {day: 2024-11-05, note: công văn của phường}
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Register]:
    def written_and_read(text: str) -> Register:
        path = tmp_path / "van-ban.yaml"
        path.write_text(text, "utf-8")
        return read_register(path)

    return written_and_read


@pytest.fixture(scope="module")
def known() -> Registry:
    return Registry(lay_together(national_register(), read_register(WARD)))


def test_a_ward_adds_its_own_papers(read):
    whole = lay_together(national_register(), read(OWN))
    assert whole.documents[:-1] == national_register().documents
    assert whole.documents[-1].id == "ke-hoach-12"


def test_a_ward_adds_facts_to_a_national_document(read):
    before = Registry(national_register()).documents["ND-59-2012"]
    after = Registry(lay_together(national_register(), read(MORE))).documents["ND-59-2012"]
    assert [one.day for one in after.seen_in_force] == [dt.date(2024, 11, 5)]
    assert after.names == (*before.names, "Nghị định về theo dõi thi hành pháp luật")
    assert after.note == "Phường còn áp dụng."
    kept = ("symbol", "issued", "events", "successors", "advice", "sources")
    assert all(getattr(after, name) == getattr(before, name) for name in kept)


def test_a_ward_may_rest_on_sources_of_both_registers(read):
    own = OWN + "    sources: [MOJ_80, so-tu-phap]\nsources:\n  so-tu-phap:\n    what: Sở Tư pháp\n"
    whole = lay_together(national_register(), read(own))
    assert {"MOJ_80", "so-tu-phap"} <= set(whole.sources)


def test_days_may_be_written_as_in_the_other_files(read):
    text = OWN.replace("2024-01-15", "15/01/2024")
    assert read(text).documents[0].issued == dt.date(2024, 1, 15)


def test_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(FileAccessError):
        read_register(tmp_path / "van-ban.yaml")


PAPER = "".join(OWN.splitlines(keepends=True)[2:6])
SLIPS = {
    "a day": ("2024-01-15", "15/13/2024", 5, 'Không có ngày "15/13/2024".'),
    "half a day": ("2024-01-15", "2024", 5, '"2024" chưa đủ ngày, tháng, năm.'),
    "no kind": ("    kind: Kế hoạch\n", "", 2, 'Thiếu trường "kind" (Tên loại).'),
    "a confidence": ("confirmed", "sure", 9, 'Không có lựa chọn "sure".'),
    "a national paper under a new id": (
        PAPER,
        "    kind: Nghị định\n    symbol: 59/2012/NĐ- CP\n    issuer: Chính phủ\n",
        2,
        'Nghị định số 59/2012/NĐ-CP đã có trong danh mục chung với mã "ND-59-2012".',
    ),
    "another day for a national paper": (
        "id: ke-hoach-12\n    kind: Kế hoạch",
        "id: ND-59-2012\n    kind: Nghị định",
        5,
        "Ngày ban hành khác với danh mục chung (23/7/2012).",
    ),
}


@pytest.mark.parametrize(("old", "new", "line", "what"), SLIPS.values(), ids=list(SLIPS))
def test_a_slip_is_told_with_its_place_and_a_fix(read, old, new, line, what):
    with pytest.raises(DataError) as caught:
        read(OWN.replace(old, new))
    told = {one.what: one for one in caught.value.problems}
    assert told[what].place.line == line
    assert told[what].place.field
    assert told[what].fix


LOST = """\
documents:
  - id: a
    kind: Kế hoạch
    subject: A
    confidence: confirmed
    sources: [khong-co-nguon]
    rests_on: [khong-co-1]
    events:
      - type: replaced
        by: ND-59-2021
        confidence: confirmed
    successors:
      - {id: khong-co-2, confidence: memory}
    advice:
      - {first_year: 2025, action: ask, candidate: khong-co-3}
  - id: a
    kind: Kế hoạch
    issued: 2024-02-30
    subject: B
    confidence: memory
units:
  - id: cap-huyen
    kind: xã
    name: xã A
    confidence: confirmed
    parents:
      - id: khong-co-4
    became: [khong-co-5]
sources:
  MOJ_80:
    what: Khác
"""


def test_every_error_is_told_at_once(read):
    with pytest.raises(DataError) as caught:
        read(LOST)
    told = [(one.place.line, one.what) for one in caught.value.problems]
    assert told == [
        (6, 'Không có nguồn mang mã "khong-co-nguon".'),
        (7, 'Không có văn bản mang mã "khong-co-1".'),
        (10, 'Không có văn bản mang mã "ND-59-2021".'),
        (13, 'Không có văn bản mang mã "khong-co-2".'),
        (15, 'Không có văn bản mang mã "khong-co-3".'),
        (16, 'Mã "a" đã dùng cho một mục khác.'),
        (18, 'Không có ngày "2024-02-30".'),
        (22, 'Mã "cap-huyen" đã dùng cho một mục khác.'),
        (27, 'Không có đơn vị mang mã "khong-co-4".'),
        (28, 'Không có đơn vị mang mã "khong-co-5".'),
        (30, 'Nguồn "MOJ_80" đã có trong danh mục chung với nội dung khác.'),
    ]
    assert '"ND-59-2012"' in caught.value.problems[2].fix


def test_a_name_that_could_not_be_read_is_not_told_as_lost(read):
    lost = OWN.replace("  - id: ke-hoach-12\n    kind", "  - kind") + "    rests_on: ke-hoach-11\n"
    with pytest.raises(DataError) as caught:
        read(lost)
    assert [one.what for one in caught.value.problems] == ['Thiếu trường "id" (Mã văn bản).']


def test_the_national_register_holds_national_papers_only():
    assert {one.scope for one in national_register().documents} == {Scope.NATIONAL}
    assert Scope.NATIONAL not in {one.scope for one in read_register(WARD).documents}


def test_every_confirmed_fact_of_the_national_register_has_a_source():
    for document in national_register().documents:
        for fact in (*document.events, *document.seen_in_force):
            assert fact.confidence != "confirmed" or fact.sources, document.id


def test_the_national_register_is_read_quickly_and_once():
    start = time.perf_counter()
    Register.model_validate(read_source(NATIONAL).data)
    assert time.perf_counter() - start < 0.3  # measured: 0.03 s
    assert national_register() is national_register()


@pytest.mark.parametrize(
    ("document", "on", "standing", "certain", "by"),
    [
        ("PL-34-2007", "2023-06-30", "in_force", True, None),
        ("PL-34-2007", "2023-07-01", "ended", True, "Luat-10-2022"),
        ("ND-92-2009", "2023-12-29", "ended", False, "ND-33-2023"),
        ("ND-90-2020", "2024-12-31", "in_force", True, None),
        ("ND-90-2020", "2026-07-01", "ended", True, "ND-233-2026"),
        ("ND-59-2012", "2025-03-31", "in_force", True, None),
        ("ND-59-2012", "2025-04-01", "ended", True, "ND-80-2025"),
        ("Luat-BHVBQPPL", "2025-04-01", "ended", True, "Luat-64-2025"),
        ("ND-45-2020", "2024-12-31", "in_force", True, None),
        ("ND-45-2020", "2025-07-01", "ended", False, "ND-118-2025"),
        ("ND-130-2005", "2026-04-30", "in_force", True, None),
        ("ND-130-2005", "2026-05-01", "ended", True, "ND-75-2026"),
        ("ND-80-2025", "2025-03-31", "not_issued", True, None),
        ("QD-291-2023-BinhDinh", "2024-01-01", "ended", False, None),
        ("CTr-09-2021-TinhUy", "2024-12-31", "in_force", True, None),
    ],
)
def test_what_stood_on_a_day(known: Registry, document, on, standing, certain, by):
    one = known.status_on(known.documents[document], dt.date.fromisoformat(on))
    assert (one.standing.value, one.certain, one.by and one.by.id) == (standing, certain, by)


@pytest.mark.parametrize(
    ("document", "amendments"),
    [
        ("ND-90-2020", [("ND-48-2023", True)]),
        ("ND-59-2012", [("ND-32-2020", True)]),
        ("ND-130-2005", [("ND-117-2013", True)]),
        ("Luat-BHVBQPPL", [("Luat-63-2020", False)]),  # its number is from memory
    ],
)
def test_what_had_amended_it_by_the_end_of_2024(known: Registry, document, amendments):
    one = known.status_on(known.documents[document], dt.date(2024, 12, 31))
    assert [(each.document.id, each.certain) for each in one.amendments] == amendments


@pytest.mark.parametrize(
    ("document", "on", "successor"),
    [
        ("PL-34-2007", "2024-12-31", ("Luat-10-2022", True)),
        ("ND-114-2003", "2024-12-31", ("ND-33-2023", False)),  # by way of 112/2011
        ("ND-59-2012", "2025-04-01", ("ND-80-2025", True)),
        ("ND-59-2012", "2025-03-31", None),
        ("NQ-DaiHoi-XX-HoaiNhon", "2024-12-31", None),
    ],
)
def test_what_to_cite_instead(known: Registry, document, on, successor):
    one = known.successor_on(known.documents[document], dt.date.fromisoformat(on))
    assert (one and (one[0].id, one[1])) == successor


def test_the_wards_power_to_make_rules_was_suspended_for_three_months(known: Registry):
    term = next(one for one in known.register.terms if one.id == "VBQPPL-cap-xa")
    days = [dt.date(2025, 3, 31), dt.date(2025, 4, 1), dt.date(2025, 6, 30), dt.date(2025, 7, 1)]
    use = TermUse(0, 0, "", term)
    found = [use.change_on(day) for day in days]
    expected = [None, "suspended", "suspended", None]
    assert [one and one.standing.value for one in found] == expected


def test_63_provinces_became_34_without_a_district_level():
    units = {one.id: one for one in national_register().units}
    level = units.pop("cap-huyen")
    assert not ended_on(level, dt.date(2025, 6, 30))
    assert ended_on(level, dt.date(2025, 7, 1))
    gone = [one for one in units.values() if ended_on(one, dt.date(2025, 7, 1))]
    new = [one for one in units.values() if one.first_day == dt.date(2025, 7, 1)]
    assert (len(gone), len(new)) == (63 - 11, 34 - 11)  # 11 were left as they were
    assert sorted(one.id for one in gone) == sorted(name for one in new for name in one.formed_from)
    for one in new:
        assert all(units[name].became == (one.id,) for name in one.formed_from)


def test_names_that_live_on_are_not_told_as_ended():
    ended = {name for one in national_register().units for name in one.bodies}
    assert not ended & {"UBND thành phố", "Thành ủy", "Phòng Kinh tế", "Sở Nội vụ"}


def test_every_citation_of_the_2024_plan_stands_in_its_text(known: Registry):
    lines = (ROOT / "tests" / "data" / "ke-hoach-cchc-2024.txt").read_text("utf-8").split("\n")
    for one in CITED:
        assert one["words"] in lines[one["line"] - 1]
        printed = one.get("printed_date")
        assert printed in (None, known.documents[one["document"]].issued)
