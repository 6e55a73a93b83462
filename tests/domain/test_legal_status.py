"""What stood on a day, how surely; every rule at its edges, in a register made up for it."""

import datetime as dt

import pytest

from cchc_docs.domain.legal_status import (
    Registry,
    Standing,
    Status,
    advice_for,
    ended_on,
)
from cchc_docs.model.register import AdministrativeUnit, LegalDocument, Register

ISSUED = {"type": "issued", "date": "2020-01-10", "confidence": "confirmed"}
BEGUN = {"type": "effective", "date": "2020-03-01", "confidence": "confirmed"}
SEEN = {"day": "2024-06-01", "sources": "bao"}
NEXT = {"id": "moi", "symbol": "9/2024/NĐ-CP", "issued": "2024-05-01"}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def row(**fields: object) -> dict:
    base = {"id": "cu", "kind": "Nghị định", "subject": "Về một việc", "confidence": "confirmed"}
    return base | {"symbol": "5/2020/NĐ-CP"} | fields


def registry(*rows: dict) -> Registry:
    data = {"documents": rows, "sources": {"bao": {"what": "Báo Một"}}}
    return Registry(Register.model_validate(data))


def status(on: str, *others: dict, **fields: object) -> Status:
    known = registry(row(**fields), *others)
    return known.status_on(known.documents["cu"], day(on))


def found(on: str, *others: dict, **fields: object) -> tuple[str, bool]:
    one = status(on, *others, **fields)
    return one.standing.value, one.certain


def ending(date: str | None = "2024-07-01", **fields: object) -> dict:
    return {"type": "replaced", "date": date, "by": "moi", "confidence": "confirmed"} | fields


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2020-01-09", ("not_issued", True)),
        ("2020-01-10", ("not_in_force_yet", True)),
        ("2020-02-29", ("not_in_force_yet", True)),
        ("2020-03-01", ("in_force", True)),
    ],
)
def test_issue_and_effect_begin_on_their_day(on, expected):
    assert found(on, events=[ISSUED, BEGUN]) == expected


def test_a_day_in_the_head_of_a_row_is_its_day_of_issue():
    assert found("2020-01-09", issued="2020-01-10") == ("not_issued", True)


@pytest.mark.parametrize(
    ("bounds", "on", "expected"),
    [
        ({}, "2024-06-01", ("in_force", False)),
        ({"no_earlier_than": "2024-06-02"}, "2024-06-01", ("not_issued", True)),
        ({"no_earlier_than": "2024-06-01"}, "2024-06-01", ("in_force", False)),
        ({"no_later_than": "2024-06-01"}, "2024-06-01", ("in_force", False)),
        ({"no_later_than": "2024-05-31"}, "2024-06-01", ("in_force", True)),
    ],
)
def test_an_unknown_day_of_issue_is_a_question_until_its_bound_is_past(bounds, on, expected):
    issue = {"type": "issued", "confidence": "confirmed"} | bounds
    assert found(on, symbol="5/KH-UBND", events=[issue], seen_in_force=[SEEN]) == expected


@pytest.mark.parametrize(("on", "certain"), [("2021-01-09", False), ("2021-01-10", True)])
def test_an_issue_that_is_not_confirmed_is_a_question_for_366_days(on, certain):
    issue = ISSUED | {"confidence": "memory"}
    assert found(on, events=[issue, BEGUN]) == ("in_force", certain)


@pytest.mark.parametrize(
    ("symbol", "on", "certain"),
    [
        ("5/2020/NĐ-CP", "2021-01-10", False),  # 366 days after its issue
        ("5/2020/NĐ-CP", "2021-01-11", True),
        ("5/QĐ-TTg", "2020-01-10", True),  # begins when it is issued
    ],
)
def test_without_a_day_of_effect_only_normative_documents_wait(symbol, on, certain):
    seen = [{"day": "2021-01-01"}]
    assert found(on, symbol=symbol, events=[ISSUED], seen_in_force=seen) == ("in_force", certain)


@pytest.mark.parametrize(
    ("end", "on", "expected"),
    [
        (ending(), "2024-06-30", ("in_force", True)),
        (ending(), "2024-07-01", ("ended", True)),
        (ending(type="period_end"), "2024-07-01", ("in_force", True)),
        (ending(type="period_end"), "2024-07-02", ("ended", True)),
        (ending(None, no_later_than="2024-07-01"), "2024-07-01", ("ended", True)),
        (ending(None, no_later_than="2024-07-01"), "2024-06-30", ("ended", False)),
        (ending(None, no_earlier_than="2024-07-01"), "2024-06-30", ("in_force", True)),
        (ending(None, no_earlier_than="2024-07-01"), "2024-07-01", ("ended", False)),
        (ending(None), "2024-06-30", ("ended", False)),
        (ending(confidence="memory"), "2024-07-01", ("ended", False)),
        (ending(confidence="unverified"), "2024-06-30", ("in_force", False)),
    ],
)
def test_an_end_takes_effect_on_its_day_and_only_a_confirmed_one_is_stated(end, on, expected):
    assert found(on, row(**NEXT), events=[ISSUED, BEGUN, end]) == expected


def test_a_confirmed_end_goes_before_a_remembered_one():
    sooner = ending("2022-01-01", confidence="memory", by=None)
    one = status("2024-08-01", row(**NEXT), events=[ISSUED, BEGUN, sooner, ending()])
    assert one.certain
    assert one.since == day("2024-07-01")
    assert one.by
    assert one.by.id == "moi"


def test_the_first_day_out_of_force_is_told():
    last = ending("2024-12-31", type="period_end", by=None)
    assert status("2025-06-01", events=[ISSUED, last]).since == day("2025-01-01")


@pytest.mark.parametrize(("on", "certain"), [("2024-06-30", True), ("2024-07-01", False)])
def test_a_doubt_makes_a_question_from_its_day_on(on, certain):
    doubts = [{"since": "2024-07-01", "note": "Luật được chi tiết hóa đã hết hiệu lực."}]
    one = status(on, events=[ISSUED, BEGUN], seen_in_force=[SEEN], doubts=doubts)
    assert (one.standing, one.certain) == (Standing.IN_FORCE, certain)
    assert ("Luật được chi tiết hóa" in one.why) is not certain


@pytest.mark.parametrize(
    ("seen", "on", "certain"),
    [
        ([], "2021-03-02", True),  # 366 days after it took effect
        ([], "2021-03-03", False),
        ([SEEN], "2025-06-02", True),  # 366 days after it was seen
        ([SEEN], "2025-06-03", False),
        ([SEEN], "2022-01-01", True),  # what stood later stood then
        ([SEEN | {"confidence": "memory"}], "2024-06-02", False),
    ],
)
def test_that_it_still_stands_needs_a_proof_not_older_than_366_days(seen, on, certain):
    expected = ("in_force", certain)
    assert found(on, events=[ISSUED, BEGUN], seen_in_force=seen) == expected


def test_a_row_that_is_not_confirmed_only_gives_a_guess():
    events = [ISSUED, BEGUN, ending()]
    for on in ("2019-01-01", "2020-02-01", "2020-04-01", "2024-08-01"):
        assert not status(on, row(**NEXT), confidence="unverified", events=events).certain


def test_the_reason_names_confidence_and_sources():
    events = [ISSUED, BEGUN, ending(confidence="memory", sources="bao")]
    why = status("2024-08-01", row(**NEXT), events=events).why
    assert why == (
        "Có thể đã hết hiệu lực từ ngày 01/7/2024 theo Nghị định số 9/2024/NĐ-CP "
        "(theo trí nhớ, chưa kiểm chứng; nguồn: Báo Một)."
    )


def test_a_known_end_to_come_is_told():
    one = status("2024-06-30", row(**NEXT), events=[ISSUED, BEGUN, ending()])
    assert one.later_end
    assert one.later_end.date == day("2024-07-01")
    assert status("2024-07-01", row(**NEXT), events=[ISSUED, ending()]).later_end is None


def amended(on: str, change: dict, **amending: object) -> list[tuple[str, bool]]:
    change = {"type": "amended", "by": "sua", "confidence": "confirmed"} | change
    other = row(id="sua", symbol="7/2022/NĐ-CP", issued="2022-02-01") | amending
    one = status(on, other, events=[ISSUED, BEGUN, change], seen_in_force=[SEEN])
    return [(amendment.document.id, amendment.certain) for amendment in one.amendments]


@pytest.mark.parametrize(
    ("change", "on", "expected"),
    [
        ({"date": "2022-04-01"}, "2022-03-31", []),
        ({"date": "2022-04-01"}, "2022-04-01", [("sua", True)]),
        ({"date": "2022-04-01", "confidence": "memory"}, "2022-04-01", [("sua", False)]),
        ({"type": "partly_repealed", "date": "2022-04-01"}, "2022-04-01", [("sua", True)]),
        ({}, "2022-01-31", []),  # not even issued
        ({"no_earlier_than": "2022-04-01"}, "2022-03-31", []),
        ({}, "2023-02-02", [("sua", False)]),  # 366 days after its issue
        ({}, "2023-02-03", [("sua", True)]),
    ],
)
def test_amendments_up_to_the_day_are_told(change, on, expected):
    assert amended(on, change) == expected


def test_an_undated_amendment_by_a_remembered_document_is_a_question():
    assert amended("2024-01-01", {}, confidence="memory") == [("sua", False)]


@pytest.mark.parametrize(
    ("confidence", "expected"), [("confirmed", []), ("memory", [("sua", False)])]
)
def test_an_amendment_that_has_ended_itself_is_not_told(confidence, expected):
    gone = ending("2023-01-01", by=None, confidence=confidence)
    assert amended("2024-01-01", {"date": "2022-04-01"}, events=[gone]) == expected


def link(to: str, since: str | None = "2024-07-01", confidence: str = "confirmed") -> dict:
    return {"id": to, "since": since, "confidence": confidence}


@pytest.mark.parametrize(
    ("links", "on", "expected"),
    [
        ([link("moi")], "2024-06-30", None),
        ([link("moi")], "2024-07-01", ("moi", True)),
        ([link("moi", confidence="memory")], "2024-07-01", ("moi", False)),
        ([link("moi", None)], "2024-07-01", ("moi", False)),
        ([link("moi", None)], "2024-04-30", None),  # not issued yet
        ([link("moi")], "2025-01-01", ("sau", True)),
        ([link("moi", confidence="memory")], "2025-01-01", ("sau", False)),
        ([link("cu")], "2024-07-01", None),
    ],
)
def test_a_successor_that_has_ended_is_followed_to_its_own(links, on, expected):
    first = row(**NEXT, events=[ending("2025-01-01", by="sau")], successors=[link("sau")])
    last = row(id="sau", symbol="3/2024/NĐ-CP", issued="2024-12-01")
    known = registry(row(successors=links), first, last)
    answer = known.successor_on(known.documents["cu"], day(on))
    assert (answer and (answer[0].id, answer[1])) == expected


def test_an_end_without_a_known_successor_leaves_none():
    gone = row(**NEXT, events=[ending("2025-01-01", by=None)])
    known = registry(row(successors=[link("moi")]), gone)
    assert known.successor_on(known.documents["cu"], day("2025-01-01")) is None


@pytest.mark.parametrize(
    ("year", "on", "action"),
    [
        (2024, "2023-12-29", None),
        (2025, "2025-03-31", "keep"),
        (2025, "2025-04-01", None),
        (2026, "2025-12-30", "replace"),
        (2031, "2030-12-30", "replace"),
    ],
)
def test_advice_is_for_a_year_and_a_day_of_signing(year, on, action):
    advice = [
        {"first_year": 2025, "last_year": 2025, "signed_before": "2025-04-01", "action": "keep"},
        {"first_year": 2026, "action": "replace", "candidate": "moi"},
    ]
    found = advice_for(LegalDocument.model_validate(row(advice=advice)), year, day(on))
    assert (found and found.action) == action


def test_a_unit_lives_through_its_last_day():
    unit = {"id": "x", "kind": "xã", "name": "xã A", "confidence": "confirmed"}
    gone = AdministrativeUnit.model_validate(unit | {"last_day": "2025-06-30"})
    assert not ended_on(gone, day("2025-06-30"))
    assert ended_on(gone, day("2025-07-01"))
    assert not ended_on(AdministrativeUnit.model_validate(unit), day("2999-01-01"))


PAPERS = registry(
    row(id="tt", kind="Thông tư", symbol="13/2019/TT-BNV", issued="2019-11-06", issuer="Bộ Nội vụ"),
    row(id="pl", kind="Pháp lệnh", symbol="34/2007/PL-UBTVQH11", issued="2007-04-20"),
    row(id="qd", kind="Quyết định", symbol="06/QĐ-TTg", issued="2022-01-06"),
    row(
        id="kh",
        kind="Kế hoạch",
        symbol="54/KH-UBND",
        issued="2023-06-20",
        issuer="UBND phường Một",
    ),
    row(
        id="kh-thi-xa",
        kind="Kế hoạch",
        symbol="54/KH-UBND",
        issued="2023-04-03",
        issuer="UBND thị xã Hai",
    ),
    row(id="luat-1", kind="Luật", symbol="1/2011/QH13", issued="2011-11-11", names="Luật Lưu trữ"),
    row(
        id="luat-2",
        kind="Luật",
        symbol="33/2024/QH15",
        issued="2024-06-21",
        names="Luật Lưu trữ",
        events=[BEGUN | {"date": "2025-07-01"}],
    ),
)


@pytest.mark.parametrize(
    ("kind", "symbol", "issued", "issuer", "expected"),
    [
        ("Thông tư", "13/2019/TT- BNV", "2019-11-06", "Bộ trưởng Bộ Nội vụ", "tt"),
        ("thông tư", "13/2019/tt–bnv", None, None, "tt"),
        ("Thông tư", "13/2019/TT-BNV", "2019-11-07", None, None),
        ("Quyết định", "13/2019/TT-BNV", None, None, None),
        ("Pháp lệnh", "34/2007/PLUBTVQH11", None, "Ủy ban thường vụ Quốc hội", "pl"),
        ("Quyết định", "6/QÐ-TTg", "2022-01-06", "Thủ tướng Chính phủ", "qd"),  # with U+00D0
        ("Quyết định", "06/QĐ-TTg", "2023-01-06", None, None),
        ("Kế hoạch", "54/KH-UBND", "2023-06-20", "Ủy ban nhân dân phường", "kh"),
        ("Kế hoạch", "54/KH-UBND", None, "Chủ tịch Ủy ban nhân dân (UBND) thị xã", "kh-thi-xa"),
        ("Kế hoạch", "54/KH-UBND", None, "UBND phường Mười", None),
        ("Kế hoạch", "54/KH-UBND", None, "UBND thị xã Ha", None),
        ("Kế hoạch", "54/KH-UBND", None, None, None),  # two fit
        ("Kế hoạch", "54/KH-UBND", "2023-06-20", None, "kh"),
        (None, "54/KH-UBND", "2022-06-20", None, None),
        ("Kế hoạch", None, "2023-06-20", "UBND phường Một", None),
    ],
)
def test_a_paper_is_found_by_all_its_marks(kind, symbol, issued, issuer, expected):
    one = PAPERS.find(kind, symbol, issued and day(issued), issuer)
    assert (one and one.id) == expected


def test_all_papers_with_one_symbol_can_be_asked_for():
    assert [one.id for one in PAPERS.bearing("54/KH- UBND")] == ["kh", "kh-thi-xa"]
    assert PAPERS.bearing("55/KH-UBND") == ()


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("luật “Lưu trữ”", "2024-12-31", "luat-1"),  # the new law is issued, not yet in force
        ("Luật Lưu trữ", "2025-07-01", "luat-2"),
        ("Luật Lưu trữ", "2011-11-10", None),
        ("Luật Lưu trữ nhà nước", "2025-07-01", None),
    ],
)
def test_a_name_alone_means_the_latest_that_has_begun(name, on, expected):
    one = PAPERS.named(name, day(on))
    assert (one and one.id) == expected
