"""Records come out of the workbook whatever an officer and a program did to it."""

import datetime as dt
import io
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from cchc_docs.domain.walking import target_parts, task_rows
from cchc_docs.errors import DataError, Problem
from cchc_docs.excel.records_book import records_workbook
from cchc_docs.excel.records_reader import read_records_book
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.progress import TaskStatus
from cchc_docs.model.records import Records
from cchc_docs.storage.records import records_of
from tests.excel.records_books import (
    BLANK,
    DOSSIERS,
    FIGURES,
    FILE,
    FORM,
    GENERAL,
    LAST_YEAR,
    MARCH,
    PLAN,
    TARGETS,
    TASKS,
    TEXTS,
    Fill,
    filled,
    put,
    read,
    records,
)
from tests.excel.reviews import converted
from tests.test_hostile_text import HOSTILE

TITLES = 1  # the row of the titles
FIRST = 4  # the first row of dossiers: Chứng thực, 15/12/2023 to 14/01/2024


def model(fill: Fill) -> Records:
    content = read(fill)
    assert content.problems == ()
    return Records.model_validate(content.data)


def problems(fill: Fill) -> list[Problem]:
    content = read(fill)
    assert content.problems
    for problem in content.problems:
        assert problem.place.file == FILE
        assert problem.fix
    return list(content.problems)


def validated(content: bytes) -> Records:
    found = read_records_book(content, FILE)
    return records_of(found.data, FILE, found.cells, found.problems).records


def every_problem(content: bytes) -> tuple[Problem, ...]:
    """All problems of a workbook: those of reading and those of the model."""
    with pytest.raises(DataError) as caught:
        validated(content)
    return caught.value.problems


def places(found: tuple[Problem, ...] | list[Problem]) -> list[str | None]:
    return [problem.place.field for problem in found]


def columns(book: Workbook, sheet: str) -> dict[str, str]:
    return {str(cell.value): cell.column_letter for cell in book[sheet][TITLES]}


NAMES = columns(load_workbook(io.BytesIO(BLANK)), DOSSIERS)


def dossiers(row: int = FIRST, **values: object) -> Fill:
    """Write into a row by title, blanks of the titles as `_`."""
    return put(DOSSIERS, **{f"{NAMES[title]}{row}": value for title, value in values.items()})


def all_of(*fills: Fill) -> Fill:
    def fill(book: Workbook) -> None:
        for one in fills:
            one(book)

    return fill


days = st.dates(dt.date(2023, 12, 1), dt.date(2025, 1, 31))
counts = st.integers(0, 10**15)


def decimals(digits: int, places: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(0, 10**digits, places=places).map(lambda value: value.normalize() + 0)


letters = st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"])
words = st.one_of(
    st.text(letters, min_size=1, max_size=40).filter(str.strip),
    st.sampled_from(
        ["=1+1", "+84", "-", "@x", "một\nhai", "hoa\u0300", " 007 ", "_x000D_", "#N/A"]
    ),
)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
names = words.map(lambda text: f"Lĩnh vực {text}".strip())


def rows(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(required, optional=optional), max_size=6)


any_records = st.fixed_dictionaries(
    {
        "unit": st.just("phường Hoài Hảo"),
        "year": st.just(2024),
        "tasks": rows(
            {"id": ids | st.sampled_from([task.id for _, task in task_rows(PLAN)]), "note": words},
            status=st.sampled_from(TaskStatus),
            started=days,
            done=days,
            cancelled=days,
            document=words,
            document_date=days,
        ),
        "targets": rows(
            {
                "id": ids | st.sampled_from([row.id for _, row in target_parts(PLAN)]),
                "date": days | st.just(dt.date(2024, 3, 14)),
                "result": words.map("Đạt {}".format) | st.sampled_from(["92,4%", "03 sáng kiến"]),
            },
            met=st.booleans(),
            note=words,
        ),
        "dossiers": rows(
            {
                "field": names | st.just("Hộ tịch"),
                "since": days | st.just(dt.date(2023, 12, 15)),
                "until": days | st.just(dt.date(2024, 1, 14)),
                "online": counts,
            },
            **dict.fromkeys(("counter", "carried_in", "early", "late", "suspended"), counts),
            note=words,
        ),
        "figures": rows(
            {
                "id": ids | st.just("tin-bai"),
                "until": days | st.just(dt.date(2024, 3, 14)),
                "value": counts | decimals(15, 3),
            },
            since=days,
            note=words,
        ),
        "texts": rows(
            {
                "heading": ids | st.just("hai"),
                "period": st.sampled_from(PeriodKind),
                "text": words,
            }
        ),
        "last_year": rows(
            {
                "id": ids | st.just("tin-bai"),
                "period": st.sampled_from(PeriodKind),
                "value": decimals(9, 2),
            }
        ),
    },
    optional={
        "invented": st.booleans(),
        "plan_number": words,
        "plan_date": days,
        "signatory": ids,
        "pending_before": counts,
    },
).map(Records.model_validate)


def ordered(log: Records) -> dict[str, Any]:
    return {
        name: sorted(map(repr, value)) if isinstance(value, tuple) else value for name, value in log
    }


class TestRoundTrip:
    def test_a_blank_workbook_holds_the_unit_and_the_year_alone(self):
        found = read_records_book(BLANK, FILE)
        assert found.data == {"unit": "phường Hoài Hảo", "year": 2024}
        assert found.problems == ()

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(any_records)
    def test_what_went_in_comes_out(self, log: Records):
        back = validated(records_workbook(PLAN, FORM, log))
        assert ordered(back) == ordered(log)

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
    def test_hostile_text_comes_back_exactly(self, text: str):
        log = records().model_copy(
            update={"tasks": records(tasks=[{"id": "a", "note": "x"}]).tasks}
        )
        task = log.tasks[0].model_copy(update={"note": text})
        book = records_workbook(PLAN, FORM, log.model_copy(update={"tasks": (task,)}))
        (back,) = read_records_book(book, FILE).data["tasks"]
        assert back["note"] == text

    def test_saved_again_by_libreoffice(self, tmp_path: Path):
        log = records(
            invented=True,
            plan_date=MARCH,
            pending_before=7,
            tasks=[{"id": "a", "status": "done", "done": MARCH, "note": "=1+1"}],
            targets=[{"id": "b", "date": MARCH, "result": "92,4%", "met": False}],
            dossiers=[{"field": "Hộ tịch", "since": MARCH, "until": MARCH, "online": 1260}],
            figures=[{"id": "c", "until": MARCH, "value": "12,5"}],
            texts=[{"heading": "hai", "period": "9M", "text": "một\nhai"}],
            last_year=[{"id": "tin-bai", "period": "YEAR", "value": "96,15"}],
        )
        changed = filled(dossiers(**{"Trực tuyến": "=20+5"}), records_workbook(PLAN, FORM, log))
        found = read_records_book(converted(changed, "xlsx", tmp_path), FILE)
        back = Records.model_validate(found.data)
        extra = {"field": "Chứng thực", "since": "15/12/2023", "until": "14/01/2024", "online": 25}
        assert found.problems == ()
        assert ordered(back) == ordered(
            log.model_copy(
                update={"dossiers": (*records(dossiers=[extra]).dossiers, *log.dossiers)}
            )
        )


class TestCells:
    def test_each_value_knows_its_cell(self):
        cells = read(dossiers(**{"Trước hạn": 3})).cells
        assert cells["dossiers", 0, "early"] == f'trang "{DOSSIERS}", ô {NAMES["Trước hạn"]}{FIRST}'
        assert cells["dossiers", 0] == f'trang "{DOSSIERS}", ô A{FIRST}'
        assert cells["year",] == f'trang "{GENERAL}", ô C3'

    def test_a_text_knows_the_cell_of_its_period(self):
        cells = read(put(TEXTS, D3="x")).cells
        assert cells["texts", 0, "text"] == f'trang "{TEXTS}", ô D3'
        assert cells["texts", 0, "heading"] == f'trang "{TEXTS}", ô A3'
        assert set(cells) == {
            *(("unit",), ("year",), ("texts", 0)),
            *(("texts", 0, field) for field in ("heading", "period", "text")),
        }
        assert len(cells) == len(set(cells))

    def test_what_the_model_refuses_is_told_with_its_cell(self):
        fill = all_of(
            dossiers(**{"Trước hạn": -1, "Đúng hạn": 1.5, "Quá hạn": "1.26"}),
            put(GENERAL, C5="32/1/2024"),
        )
        assert places(every_problem(filled(fill))) == [
            f'trang "{GENERAL}", ô C5',
            *(
                f'trang "{DOSSIERS}", ô {NAMES[title]}{FIRST}'
                for title in ("Trước hạn", "Đúng hạn", "Quá hạn")
            ),
        ]

    def test_problems_of_reading_and_of_the_model_come_together(self):
        fill = all_of(put(TASKS, E2="xongg"), dossiers(**{"Trước hạn": "1.26"}))
        assert len(every_problem(filled(fill))) == 2


class TestTypedValues:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            (1260, 1260),
            ("1.260", 1260),
            (" 1260 ", 1260),
            (12.0, 12),
            ("0", 0),
        ],
    )
    def test_counts(self, typed: object, meant: int):
        assert model(dossiers(**{"Trước hạn": typed})).dossiers[0].early == meant

    @pytest.mark.parametrize(
        ("typed", "meant"), [(0.1 + 0.2, "0.3"), ("12,5", "12.5"), (1234567.89, "1234567.89")]
    )
    def test_quantities(self, typed: object, meant: str):
        assert model(put(FIGURES, G2=typed)).figures[0].value == Decimal(meant)

    @pytest.mark.parametrize(
        "typed",
        [
            MARCH,
            dt.datetime(2024, 3, 5, 10, 30),
            "05/3/2024",
            "5-3-24",
            "2024-03-05",
            " 05/3/2024 ",
        ],
    )
    def test_days(self, typed: object):
        (task,) = model(put(TASKS, G2=typed)).tasks
        assert task.done == MARCH

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (45356, '"45356" không phải là một ngày'),
            (3.5, '"3,5" không phải là một ngày'),
            (True, "không phải là một ngày"),
            (dt.time(9, 30), "không phải là một ngày"),
        ],
    )
    def test_that_are_no_day_are_refused(self, typed: object, said: str):
        def fill(book: Workbook) -> None:
            book[TASKS]["G2"].value = typed
            book[TASKS]["G2"].number_format = "General"

        (problem,) = problems(fill)
        assert problem.place.field == f'trang "{TASKS}", ô G2'
        assert said in problem.what

    def test_true_is_no_number(self):
        (problem,) = problems(dossiers(**{"Trước hạn": True}))
        assert "không phải là số" in problem.what

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (3.5, "3,5 không phải số nguyên"),
            (-1.5, "-1,5 là số âm"),
            (1e30, "lớn hơn 1.000.000.000.000.000"),
        ],
    )
    def test_a_wrong_number_is_told_as_offices_write_it(self, typed: float, said: str):
        (problem,) = every_problem(filled(dossiers(**{"Trước hạn": typed})))
        assert said in problem.what

    def test_a_wrong_year_is_told_as_offices_write_it(self):
        (problem,) = every_problem(filled(put(GENERAL, C3=2024.5)))
        assert '"2024,5"' in problem.what

    def test_a_needed_day_may_not_be_left_blank(self):
        (problem,) = every_problem(filled(dossiers(**{"Từ ngày": "31/02/2024", "Trước hạn": 1})))
        assert "31/02/2024" in problem.what
        assert "để trống" not in problem.fix

    def test_a_result_below_zero_is_refused(self):
        def fill(book: Workbook) -> None:
            book[TARGETS]["F2"].value = -0.05
            book[TARGETS]["F2"].number_format = "0%"

        (problem,) = every_problem(filled(fill))
        assert problem.place.field == f'trang "{TARGETS}", ô F2'
        assert "-5% là số âm" in problem.what

    @pytest.mark.parametrize(
        ("typed", "status"),
        [
            ("đã xong", TaskStatus.DONE),
            (" ĐANG  LÀM ", TaskStatus.DOING),
            (unicodedata.normalize("NFD", "không làm nữa"), TaskStatus.CANCELLED),
            ("chưa thực hiện", TaskStatus.NOT_STARTED),
        ],
    )
    def test_status(self, typed: str, status: TaskStatus):
        assert model(put(TASKS, E2=typed)).tasks[0].status is status

    def test_a_wrong_status_is_told_with_the_nearest(self):
        (problem,) = problems(put(TASKS, E2="đã xonng"))
        assert '"đã xonng"' in problem.what
        assert '"đã xong"' in problem.fix

    def test_a_word_that_is_like_none_is_told_with_all(self):
        (problem,) = problems(put(TASKS, E2="???"))
        assert all(one.label in problem.fix for one in TaskStatus)

    @pytest.mark.parametrize(("typed", "met"), [("Có", True), ("không", False), (True, True)])
    def test_yes_and_no(self, typed: object, met: bool):
        assert model(put(TARGETS, F2="x", G2=typed)).targets[0].met is met

    def test_a_result_typed_as_a_share_keeps_its_unit(self):
        def fill(book: Workbook) -> None:
            book[TARGETS]["F2"].value = 0.924
            book[TARGETS]["F2"].number_format = "0.0%"

        assert str(model(fill).targets[0].result) == "92,4%"

    def test_a_share_is_no_count(self):
        def fill(book: Workbook) -> None:
            book[FIGURES]["G2"].value = 1
            book[FIGURES]["G2"].number_format = "0%"

        (problem,) = every_problem(filled(fill))
        assert '"100%"' in problem.what

    def test_a_formula_without_a_result_is_refused(self):
        (problem,) = problems(dossiers(**{"Trước hạn": "=1+1"}))
        assert "công thức" in problem.what
        assert problem.place.field == f'trang "{DOSSIERS}", ô {NAMES["Trước hạn"]}{FIRST}'

    def test_decomposed_text_is_composed(self):
        text = "Đã tổ chức hội nghị"
        assert model(put(TEXTS, C2=unicodedata.normalize("NFD", text))).texts[0].text == text

    def test_blanks_count_for_nothing(self):
        fill = all_of(
            put(TEXTS, C2="  \n"), put(TASKS, E2=" ", K2=" "), dossiers(**{"Quá hạn": " "})
        )
        assert read(fill).data == {"unit": "phường Hoài Hảo", "year": 2024}

    def test_the_sums_of_the_workbook_do_not_count(self):
        titles = [title for title in NAMES if "tổng số" in title]
        assert len(titles) == 3
        assert "dossiers" not in read(dossiers(**dict.fromkeys(titles, 99))).data
        assert "dossiers" not in read(dossiers(row=3, **{"Trước hạn": 99})).data


class TestMovedAndPasted:
    def test_inserted_columns(self):
        def fill(book: Workbook) -> None:
            dossiers(**{"Quá hạn": 3, "Đang giải quyết, quá hạn": 4})(book)
            book[DOSSIERS].insert_cols(8)
            book[DOSSIERS]["H1"] = "Của riêng tôi"
            book[DOSSIERS]["H4"] = "x"

        (record,) = model(fill).dossiers
        assert (record.late, record.pending_late) == (3, 4)

    @pytest.mark.parametrize("sheet", [TASKS, DOSSIERS, FIGURES, TEXTS])
    def test_renamed_sheets(self, sheet: str):
        def fill(book: Workbook) -> None:
            dossiers(**{"Quá hạn": 3})(book)
            put(TASKS, E2="đã xong")(book)
            put(FIGURES, G2=1)(book)
            put(TEXTS, C2="x")(book)
            book[sheet].title = "Sheet1"

        found = model(fill)
        assert all((found.dossiers, found.tasks, found.figures, found.texts))

    def test_hidden_and_filtered_rows(self):
        def fill(book: Workbook) -> None:
            dossiers(row=6, **{"Quá hạn": 3})(book)
            book[DOSSIERS].row_dimensions[6].hidden = True

        assert model(fill).dossiers[0].late == 3

    def test_rows_pasted_far_below(self):
        pasted = {"A300": "Cư trú", "B300": "15/12/2023", "C300": dt.date(2024, 1, 14), "E300": "5"}
        (record,) = model(put(DOSSIERS, **pasted)).dossiers
        assert (record.field, record.since, record.online) == ("Cư trú", dt.date(2023, 12, 15), 5)

    def test_rows_above_the_head_and_a_line_of_sums_below(self):
        def fill(book: Workbook) -> None:
            dossiers(**{"Quá hạn": 3})(book)
            book[DOSSIERS].insert_rows(1, 2)
            book[DOSSIERS]["A1"] = "BIỂU SỐ 06"
            put(DOSSIERS, A400="TỔNG CỘNG", E400=99)(book)

        assert len(model(fill).dossiers) == 1

    def test_a_merged_key_counts_in_each_of_its_rows(self):
        def fill(book: Workbook) -> None:
            dossiers(row=4, **{"Quá hạn": 1})(book)
            dossiers(row=5, **{"Quá hạn": 2})(book)
            book[DOSSIERS].merge_cells("A4:A6")

        assert [(one.field, one.late) for one in model(fill).dossiers] == [
            ("Chứng thực", 1),
            ("Chứng thực", 2),
        ]

    @pytest.mark.parametrize("area", ["E4:F4", "E4:E6"])
    def test_a_merged_figure_is_refused(self, area: str):
        def fill(book: Workbook) -> None:
            put(DOSSIERS, E4=7)(book)
            book[DOSSIERS].merge_cells(area)

        (problem,) = problems(fill)
        assert problem.place.field == f'trang "{DOSSIERS}", ô E4'

    def test_titles_of_form_06_in_other_words(self):
        """The head of form 06/VPCP/KSTT: groups above, the same words in two of them."""

        def fill(book: Workbook) -> None:
            dossiers(**{"Quá hạn": 3, "Đang giải quyết, quá hạn": 4, "Trước hạn": 5})(book)
            words = {"Trước hạn": "Sớm hạn", "Quá hạn": "Trễ hạn", "Từ kỳ trước": "Kỳ trước"}
            words |= {"Đang giải quyết, trong hạn": "Chưa đến hạn"}
            words |= {"Đang giải quyết, quá hạn": "Quá hạn"}
            sheet = book[DOSSIERS]
            for title, other in words.items():
                sheet[f"{NAMES[title]}1"] = other

        (record,) = model(fill).dossiers
        assert (record.early, record.late, record.pending_late) == (5, 3, 4)

    @pytest.mark.parametrize("late", ["Quá hạn", "Đã giải quyết, quá hạn"])
    def test_the_two_overdue_columns_of_the_form_by_their_order(self, late: str):
        def fill(book: Workbook) -> None:
            dossiers(**{"Quá hạn": 3, "Đang giải quyết, quá hạn": 4})(book)
            book[DOSSIERS][f"{NAMES['Quá hạn']}1"] = late
            book[DOSSIERS][f"{NAMES['Đang giải quyết, quá hạn']}1"] = "Quá hạn"

        (record,) = model(fill).dossiers
        assert (record.late, record.pending_late) == (3, 4)

    def test_a_sheet_of_the_officers_own_is_left_alone(self):
        def fill(book: Workbook) -> None:
            book.create_sheet("Tổng hợp").append(["Chỉ tiêu", "Quý I", "6 tháng", "Quý III", "Năm"])

        assert model(fill).texts == ()


class TestProblems:
    def test_come_all_at_once(self):
        fill = all_of(
            put(TASKS, E2="xongg", G3=True), put(TARGETS, G2="đúng"), put(FIGURES, G2="=A1")
        )
        assert [(str(place))[-2:] for place in places(problems(fill))] == ["E2", "G3", "G2", "G2"]

    @pytest.mark.parametrize(
        ("sheet", "cells", "place"),
        [
            (DOSSIERS, {"E300": 1, "B300": MARCH, "C300": MARCH}, "A300"),
            (DOSSIERS, {"A300": "Cư trú", "E300": 1, "C300": MARCH}, "B300"),
            (TARGETS, {"F300": "90%", "E300": MARCH}, "A300"),
            (TARGETS, {"H2": "chỉ có ghi chú"}, "F2"),
            (FIGURES, {"G300": 5, "A300": "tin-bai"}, "F300"),
            (TEXTS, {"C300": "lạc"}, "A300"),
        ],
    )
    def test_a_row_without_what_it_needs(self, sheet: str, cells: dict[str, object], place: str):
        (problem,) = problems(put(sheet, **cells))
        assert problem.place.field == f'trang "{sheet}", ô {place}'

    def test_an_unknown_line_of_the_general_sheet(self):
        (problem,) = problems(put(GENERAL, A4="so-ke-hoachh", C4="15/KH-UBND"))
        assert '"so-ke-hoach"' in problem.fix

    @pytest.mark.parametrize(("cell", "title"), [("C2", "Đơn vị"), ("C3", "Năm")])
    def test_no_unit_or_year(self, cell: str, title: str):
        (problem,) = problems(put(GENERAL, **{cell: None}))
        assert title in problem.what

    def test_a_sheet_without_a_column(self):
        (problem,) = every_problem(filled(put(DOSSIERS, **{f"{NAMES['Trước hạn']}1": "khác"})))
        assert problem.place.field == f'trang "{DOSSIERS}"'
        assert '"Trước hạn"' in problem.what

    def test_two_columns_of_one_title(self):
        (problem,) = every_problem(filled(put(DOSSIERS, X1="Trước hạn")))
        assert '"Trước hạn"' in problem.what

    @pytest.mark.parametrize(
        "sheet", [GENERAL, TASKS, TARGETS, DOSSIERS, FIGURES, TEXTS, LAST_YEAR]
    )
    def test_a_deleted_sheet_is_told_by_name_and_how_to_get_it_back(self, sheet: str):
        def fill(book: Workbook) -> None:
            del book[sheet]

        (problem,) = read(fill).lacking
        assert f'"{sheet}"' in problem.what
        assert "cchc workbook" in problem.fix

    def test_an_emptied_sheet_is_as_good_as_deleted(self):
        def fill(book: Workbook) -> None:
            book[DOSSIERS].delete_rows(1, book[DOSSIERS].max_row)

        (problem,) = read(fill).lacking
        assert f'"{DOSSIERS}"' in problem.what

    def test_a_whole_workbook_lacks_no_sheet(self):
        assert read(lambda book: None).lacking == ()

    def test_a_workbook_that_is_ours_in_no_sheet(self):
        book, saved = Workbook(), io.BytesIO()
        book.save(saved)
        (problem,) = every_problem(saved.getvalue())
        assert '"Sheet"' in problem.what

    @pytest.mark.parametrize(
        "content",
        [b"", b"a,b", BLANK[:5000], bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)],
        ids=["nothing", "text", "cut off", "old format"],
    )
    def test_what_is_no_workbook(self, content: bytes):
        (problem,) = every_problem(content)
        assert "Excel" in problem.what


def test_progress_is_told_up_to_the_end():
    told: list[tuple[int, int]] = []
    read_records_book(BLANK, FILE, lambda *step: told.append(step))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 0


def test_other_orders_of_columns_by_period():
    def fill(book: Workbook) -> None:
        sheet = book[LAST_YEAR]
        sheet["D1"], sheet["E1"], sheet["D2"], sheet["E2"] = "6 tháng", "Quý I", 6, 1

    found = {one.period: one.value for one in model(fill).last_year}
    assert found == {PeriodKind.H1: 6, PeriodKind.Q1: 1}
