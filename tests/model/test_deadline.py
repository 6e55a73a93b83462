"""Deadlines as people write them; what they mean is taken from seed-findings.md §13."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_docs.model.base import ValueProblem
from cchc_docs.model.deadline import Deadline, DeadlineForm, parse_deadline

# Wording, year of the plan, first and last day. The first seven are those of the ward's plan.
SPANS = [
    ("Quý I/2024", 2024, "2024-01-01", "2024-03-31"),
    ("Tháng 2/2024", 2024, "2024-02-01", "2024-02-29"),
    ("Tháng 3/2024", 2024, "2024-03-01", "2024-03-31"),
    ("Quý II/2024", 2024, "2024-04-01", "2024-06-30"),
    ("Tháng 10/2024", 2024, "2024-10-01", "2024-10-31"),
    ("Cả năm", 2024, "2024-01-01", "2024-12-31"),
    ("Tháng 2/2025", 2025, "2025-02-01", "2025-02-28"),
    # other ways
    ("Tháng 2", 2024, "2024-02-01", "2024-02-29"),
    ("Tháng 2", 2025, "2025-02-01", "2025-02-28"),
    ("Tháng 02/2024", 2024, "2024-02-01", "2024-02-29"),
    ("tháng 12 năm 2024", 2024, "2024-12-01", "2024-12-31"),
    ("Trong tháng 3/2024", 2024, "2024-03-01", "2024-03-31"),
    ("Tháng 3-5/2024", 2024, "2024-03-01", "2024-05-31"),
    ("Tháng 3 - tháng 5/2024", 2024, "2024-03-01", "2024-05-31"),
    ("Từ tháng 3 đến tháng 5/2024", 2024, "2024-03-01", "2024-05-31"),
    ("Quý 1/2024", 2024, "2024-01-01", "2024-03-31"),
    ("Quý III năm 2024", 2024, "2024-07-01", "2024-09-30"),
    ("quý iv năm 2024", 2024, "2024-10-01", "2024-12-31"),
    ("Quí II/2024", 2024, "2024-04-01", "2024-06-30"),
    ("Quý I-II/2024", 2024, "2024-01-01", "2024-06-30"),
    ("Quý IV", 2025, "2025-10-01", "2025-12-31"),
    ("6 tháng đầu năm", 2024, "2024-01-01", "2024-06-30"),
    ("06 tháng cuối năm 2024", 2024, "2024-07-01", "2024-12-31"),
    ("Cả năm 2024", 2025, "2024-01-01", "2024-12-31"),
    ("Trong năm 2024", 2024, "2024-01-01", "2024-12-31"),
    ("Năm 2024", 2024, "2024-01-01", "2024-12-31"),
    ("THÁNG 3/2024", 2024, "2024-03-01", "2024-03-31"),
    ("Cả năm.", 2024, "2024-01-01", "2024-12-31"),
]
# Wording, year of the plan, last day.
LAST_DAYS = [
    ("Trước ngày 10/01/2024", 2024, "2024-01-09"),  # exclusive; never 10/01 itself
    ("Trước 10/01/2024", 2024, "2024-01-09"),
    ("trước ngày 10 tháng 01 năm 2024", 2024, "2024-01-09"),
    ("Hoàn thành trước ngày 10/01/2024", 2024, "2024-01-09"),
    ("Trước ngày 01/3/2024", 2024, "2024-02-29"),
    ("Trước ngày 01/3/2025", 2025, "2025-02-28"),
    ("Trước ngày 01/01/2025", 2024, "2024-12-31"),
    ("Trước ngày 30/6", 2025, "2025-06-29"),
    ("trước ngày 20/11 hàng năm", 2024, "2024-11-19"),  # [63] of the seed: yearly, by 19/11
    ("20/11 hàng năm", 2024, "2024-11-20"),
    ("20/11 hằng năm", 2025, "2025-11-20"),
    ("ngày 20 tháng 11 hàng năm", 2025, "2025-11-20"),
    ("đến ngày 31/12/2024", 2024, "2024-12-31"),  # [107] of the seed: inclusive
    ("Chậm nhất ngày 10/01/2024", 2024, "2024-01-10"),
    ("Ngày 15/6/2024", 2024, "2024-06-15"),
    ("15-6-2024", 2024, "2024-06-15"),
    ("Trước tháng 6/2024", 2024, "2024-05-31"),
    ("Trước tháng 3", 2025, "2025-02-28"),
    ("Đến hết tháng 6/2024", 2024, "2024-06-30"),
    ("Hết quý II/2024", 2024, "2024-06-30"),
    ("Tháng 6 hàng năm", 2024, "2024-06-30"),
    ("29/02 hàng năm", 2024, "2024-02-29"),
    ("29/02 hàng năm", 2025, "2025-02-28"),
]
RECURRING = [
    "Hàng tháng",
    "hằng quý",
    "Hàng ngày",
    "Thường xuyên",
    "Định kỳ",
    "Thường xuyên năm 2024",
    "Thường xuyên trong năm",
    "Thường xuyên, liên tục",
]
IMPOSSIBLE = [
    "Tháng 13/2024",
    "Tháng 0/2024",
    "Tháng 5-3/2024",
    "Tháng 3-13/2024",
    "Quý V/2024",
    "Quý 0/2024",
    "Quý IIII/2024",
    "Quý III-I/2024",
    "31/02/2024",
    "29/02/2025",
    "31/4/2024",
    "00/01/2024",
    "Trước ngày 31/6/2024",
    "Trước ngày 32/01/2024",
    "Trước ngày 30/02 hàng năm",
    "ngày 31 tháng 11 năm 2024",
    "Tháng 3/0000",
    "Trước ngày 10/01/0000",
]
FREE = [
    "Khi có yêu cầu",
    "kịp thời",
    "Sau khi có Kế hoạch của thị xã",
    "Theo kế hoạch của UBND tỉnh",
    "Tháng Hai",
    "Đầu năm 2024",
    "Tháng 3/24",
    "2024-01-10 hoặc muộn hơn",
    "[[tháng nào?]] hoặc tháng 4",
    "Tháng 3 và tháng 9/2024",  # two times, not all the months between
    "Tháng 3, 9/2024",
    "Quý I và quý III/2024",
    "N/A",
]


def days(deadline: Deadline, year: int) -> tuple[str, str]:
    window = deadline.window(year)
    assert window is not None
    return window[0].isoformat(), window[1].isoformat()


class TestMeaning:
    @pytest.mark.parametrize(("wording", "year", "first", "last"), SPANS)
    def test_spans(self, wording, year, first, last):
        assert days(parse_deadline(wording), year) == (first, last)

    @pytest.mark.parametrize(("wording", "year", "last"), LAST_DAYS)
    def test_last_days(self, wording, year, last):
        first_day, last_day = days(parse_deadline(wording), year)
        assert last_day == last
        assert first_day <= last_day

    @pytest.mark.parametrize("wording", ["Tháng 3/2024", "Quý I/2024", "10/01/2024", "Cả năm 2024"])
    def test_a_written_year_outweighs_that_of_the_plan(self, wording):
        assert {day[:4] for day in days(parse_deadline(wording), 2030)} == {"2024"}

    @pytest.mark.parametrize("wording", RECURRING)
    def test_recurring(self, wording):
        assert parse_deadline(wording).form is DeadlineForm.RECURRING

    @pytest.mark.parametrize(
        "wording", ["20/11 hàng năm", "Trước ngày 20/11 hằng năm", "Tháng 6 hàng năm"]
    )
    def test_yearly(self, wording):
        assert parse_deadline(wording).yearly

    @pytest.mark.parametrize("wording", ["20/11", "20/11/2024", "Cả năm", "Tháng 3"])
    def test_not_yearly(self, wording):
        assert not parse_deadline(wording).yearly

    def test_before_and_by_are_told_apart(self):
        assert parse_deadline("Trước ngày 10/01/2024").form is DeadlineForm.BEFORE
        assert parse_deadline("Đến ngày 10/01/2024").form is DeadlineForm.DAY

    @pytest.mark.parametrize("wording", ["[[tháng nào?]]", " [[chờ thị xã: quý I?]] "])
    def test_an_open_question_has_no_days(self, wording):
        deadline = parse_deadline(wording)
        assert deadline.form is DeadlineForm.OPEN
        assert deadline.window(2024) is None

    @pytest.mark.parametrize("wording", FREE)
    def test_unknown_words_are_kept_without_days(self, wording):
        deadline = parse_deadline(wording)
        assert deadline.form is DeadlineForm.FREE
        assert deadline.window(2024) is None
        assert str(deadline) == wording


class TestImpossible:
    @pytest.mark.parametrize("wording", IMPOSSIBLE)
    def test_is_refused_with_the_wording_and_a_fix(self, wording):
        with pytest.raises(ValueProblem) as caught:
            parse_deadline(wording)
        assert wording in caught.value.what or "0000" in caught.value.what
        assert caught.value.fix

    @pytest.mark.parametrize(
        "wording",
        [
            *("Trước ngày 01/01/0001", "Trước ngày 01/01/9999", "31/12/9999", "Tháng 12/9999"),
            *("Tháng " + "9" * 5000, "Quý " + "9" * 5000, "Quý " + "x" * 5000),
        ],
        ids=lambda wording: wording[:24],
    )
    def test_figures_without_a_calendar_are_no_crash(self, wording):
        read_somehow(wording, 2024)


MONTHS = st.integers(1, 12)
YEARS = st.integers(2000, 2100)
DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2099, 12, 31))
CASES = st.sampled_from([str, str.lower, str.upper])
NUMERALS = {1: "I", 2: "II", 3: "III", 4: "IV"}


def last_day(year: int, month: int) -> dt.date:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)


@st.composite
def month_wordings(draw) -> tuple[str, dt.date, dt.date]:
    first, last = sorted(draw(st.tuples(MONTHS, MONTHS)))
    year = draw(YEARS)
    name = draw(st.sampled_from(["{}", "{:02d}"]))
    joint = draw(st.sampled_from(["-", " - ", "–", " đến ", " đến tháng ", " - tháng "]))
    before = draw(st.sampled_from(["", "Trong ", "Từ "]))
    after = draw(st.sampled_from(["/{}", " năm {}", " / {}"]))
    span = name.format(first) + (joint + name.format(last) if first != last else "")
    wording = draw(CASES)(f"{before}Tháng {span}{after.format(year)}")
    return wording, dt.date(year, first, 1), last_day(year, last)


@st.composite
def quarter_wordings(draw) -> tuple[str, dt.date, dt.date]:
    first, last = sorted(draw(st.tuples(st.integers(1, 4), st.integers(1, 4))))
    year = draw(YEARS)
    number = draw(st.sampled_from([str, NUMERALS.get]))
    word = draw(st.sampled_from(["Quý", "Quí"]))
    joint = draw(st.sampled_from(["-", " – ", " đến ", f" đến {word} "]))
    after = draw(st.sampled_from(["/{}", " năm {}"]))
    span = number(first) + (joint + number(last) if first != last else "")
    wording = draw(CASES)(f"{word} {span}{after.format(year)}")
    return wording, dt.date(year, 3 * first - 2, 1), last_day(year, 3 * last)


@st.composite
def day_wordings(draw) -> tuple[str, dt.date, bool]:
    day = draw(DAYS)
    before = draw(st.booleans())
    words = (
        ("Trước ngày ", "Trước ") if before else ("", "Ngày ", "Đến ngày ", "Chậm nhất là ngày ")
    )
    date = draw(
        st.sampled_from(
            [
                f"{day.day}/{day.month}/{day.year}",
                f"{day.day:02d}/{day.month:02d}/{day.year}",
                f"{day.day:02d}-{day.month}-{day.year}",
                f"{day.day} tháng {day.month} năm {day.year}",
                f"{day.day:02d} tháng {day.month:02d} năm {day.year}",
            ]
        )
    )
    return draw(CASES)(draw(st.sampled_from(words)) + date), day, before


class TestLaws:
    @settings(deadline=None)
    @given(st.one_of(month_wordings(), quarter_wordings()))
    def test_well_formed_spans(self, case):
        wording, first, last = case
        deadline = parse_deadline(wording)
        assert deadline.form is DeadlineForm.MONTHS
        assert deadline.window(1999) == (first, last)
        assert str(deadline) == wording

    @settings(deadline=None)
    @given(day_wordings())
    def test_well_formed_days(self, case):
        wording, day, before = case
        deadline = parse_deadline(wording)
        window = deadline.window(1999)
        assert window is not None
        assert window[1] == (day - dt.timedelta(days=1) if before else day)
        assert str(deadline) == wording

    @settings(deadline=None)
    @given(st.integers(1, 31), MONTHS, YEARS, st.sampled_from(["", "Trước ngày ", "Ngày "]))
    def test_a_day_is_read_just_when_the_calendar_has_it(self, day, month, year, before):
        wording = f"{before}{day:02d}/{month:02d}/{year}"
        try:
            dt.date(year, month, day)
        except ValueError:
            with pytest.raises(ValueProblem):
                parse_deadline(wording)
        else:
            assert parse_deadline(wording).year == year

    @settings(deadline=None)
    @given(st.text(), YEARS)
    def test_arbitrary_text(self, text, year):
        read_somehow(text, year)

    @settings(deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                [
                    *("Tháng", "Quý", "Trước", "ngày", "năm", "hàng", "Cả", "đến", "[[", "]]"),
                    *("-", "/", ",", ".", "0", "1", "13", "31", "0000", "0001", "2024", "9999"),
                    *("I", "IV", "VX"),
                ]
            ),
            max_size=9,
        ).map(" ".join),
        YEARS,
    )
    @example("Trước ngày 01 / 01 / 0001", 2024)
    @example("Trước ngày 01/01/9999", 2024)
    @example("31/12/9999", 2024)
    def test_words_of_deadlines_in_any_order(self, text, year):
        read_somehow(text, year)
        read_somehow(text.replace(" / ", "/"), year)


def read_somehow(text: str, year: int) -> None:
    """A text is understood, kept or refused with a fix; nothing else may happen."""
    deadline = parsed(text)
    if isinstance(deadline, ValueProblem):
        assert deadline.what
        assert deadline.fix
        return
    assert str(deadline) == " ".join(text.split())
    assert parse_deadline(str(deadline)) == deadline
    window = deadline.window(year)
    assert window is None or window[0] <= window[1]


def parsed(text: str) -> Deadline | ValueProblem:
    try:
        return parse_deadline(text)
    except ValueProblem as refused:
        return refused
