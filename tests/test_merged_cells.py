"""Cells that rows of the table of targets share are merged downwards in Word, as the data say."""

import io
from typing import Any

import docx
import pytest

from cchc_docs import api
from cchc_docs.model.annexes import Target, TargetPart
from cchc_docs.model.plan import Plan
from tests.pages import EXAMPLE, with_annexes

HEAD = 2  # rows

NUMBER, TEXT, THRESHOLD, MONITOR, EXECUTORS = range(5)
COLUMNS = {"threshold": THRESHOLD, "monitor": MONITOR, "executors": EXECUTORS}

Merges = list[str | None]


def rows_of(plan: Plan) -> list[list[Any]]:
    """The cells (w:tc) of each row of the table of targets, without its head."""
    document = docx.Document(io.BytesIO(api.render_bytes(plan)))
    (table,) = (one for one in document.tables if one.cell(0, 1).text == "Chỉ tiêu")
    return [list(row._tr.tc_lst) for row in table.rows][HEAD:]


def merges_of(plan: Plan) -> dict[str, Merges]:
    """How each cell of a row merges downwards, by the first words of the row."""
    rows = rows_of(plan)
    return {text(row[TEXT])[:24]: [cell.vMerge for cell in row] for row in rows if len(row) == 5}


def text(cell: Any) -> str:
    return "".join(element.text or "" for element in cell.iter("{*}t"))


def with_rows(*rows: Target) -> Plan:
    targets = EXAMPLE.annexes.targets.model_copy(update={"rows": rows})
    return with_annexes(EXAMPLE, targets=targets, tasks=None)


def row(name: str, **values: Any) -> Target:
    """A row in which every cell that is not shared says something."""
    shares = values.get("shares", ())
    cells = {"threshold": "100%", "monitor": "mot-cua", "executors": "mot-cua"}
    own = {column: cell for column, cell in cells.items() if column not in shares}
    return Target(id=name, text=name, **(own | values))


START, ON, ALONE = "restart", "continue", None

# The rows 1.1, 1.2 and 1.5 of the ward's own table (ours are 1.1 to 1.3), and 6.3 with its parts.
SEED: dict[str, Merges] = {
    "Chỉ số cải cách hành chí": [ALONE, ALONE, START, ALONE, START],
    "Chỉ số hài lòng của ngườ": [ALONE, ALONE, ON, ALONE, ON],
    "Chỉ số Chuyển đổi số cấp": [ALONE, ALONE, ON, ALONE, ON],
    "Dịch vụ công trực tuyến ": [START, ALONE, ALONE, START, START],
    "- Phấn đấu tỷ lệ hồ sơ t": [ON, ALONE, ALONE, ON, ON],
    "- Tỷ lệ thanh toán trực ": [ON, ALONE, ALONE, ON, ON],
    "- Tỷ lệ thủ tục hành chí": [ON, ALONE, ALONE, ON, ON],
    "- Tỷ lệ cấp kết quả giải": [ON, ALONE, ALONE, ON, ON],
}


def test_cells_of_the_ward_s_table() -> None:
    merges = merges_of(EXAMPLE)

    assert {name: merges[name] for name in SEED} == SEED
    others = [row for name, row in merges.items() if name not in SEED]
    assert len(others) == 8
    assert others == [[ALONE] * 5] * 8


def test_words_stand_in_the_first_of_merged_cells_only() -> None:
    for cells in rows_of(EXAMPLE):
        for cell in cells:
            assert cell.vMerge != ON or text(cell) == ""
            assert cell.vMerge != START or text(cell) != ""


def test_a_group_title_spans_the_table() -> None:
    titles = [row for row in rows_of(EXAMPLE) if len(row) == 2]

    assert [text(number) for number, _ in titles] == ["1", "3", "5"]
    assert [[cell.grid_span for cell in row] for row in titles] == [[1, 4]] * 3
    assert [cell.vMerge for row in titles for cell in row] == [ALONE] * 6


@pytest.mark.parametrize(
    "shares",
    [
        (),
        ("threshold",),
        ("monitor",),
        ("executors",),
        ("threshold", "monitor"),
        ("threshold", "monitor", "executors"),
    ],
    ids="+".join,
)
def test_a_row_shares_what_the_data_say(shares: tuple[str, ...]) -> None:
    merges = merges_of(with_rows(row("mot"), row("hai", shares=shares), row("ba")))

    shared = {COLUMNS[column] for column in shares}
    assert merges == {
        "mot": [START if column in shared else ALONE for column in range(5)],
        "hai": [ON if column in shared else ALONE for column in range(5)],
        "ba": [ALONE] * 5,
    }


def test_one_row_ends_a_merge_and_begins_another() -> None:
    merges = merges_of(
        with_rows(
            row("mot"),
            row("hai", shares=("monitor",)),
            row("ba", shares=("executors",)),
            row("bon", shares=("monitor", "executors")),
        )
    )

    assert merges == {
        "mot": [ALONE, ALONE, ALONE, START, ALONE],
        "hai": [ALONE, ALONE, ALONE, ON, START],
        "ba": [ALONE, ALONE, ALONE, START, ON],
        "bon": [ALONE, ALONE, ALONE, ON, ON],
    }


def test_parts_prolong_a_merge_in_both_directions() -> None:
    """A row with parts may share the offices above it, and be shared by the row below."""
    parts = (TargetPart(id="y", text="ý", threshold="90%"),)
    merges = merges_of(
        with_rows(
            row("mot"),
            row("hai", shares=("monitor",), parts=parts),
            row("ba", shares=("monitor", "executors")),
        )
    )

    assert merges == {
        "mot": [ALONE, ALONE, ALONE, START, ALONE],
        "hai": [START, ALONE, ALONE, ON, START],
        "- ý": [ON, ALONE, ALONE, ON, ON],
        "ba": [ALONE, ALONE, ALONE, ON, ON],
    }


@pytest.mark.parametrize("plan", [EXAMPLE, with_rows(row("mot"), row("hai", shares="monitor"))])
def test_no_merged_cell_hangs_in_the_air(plan: Plan) -> None:
    """A cell that goes on has one above it that began; one that begins has one that goes on."""
    above: Merges = [ALONE] * 5
    for cells in rows_of(plan):
        merges = [cell.vMerge for cell in cells for _ in range(cell.grid_span)]
        for before, now in zip(above, merges, strict=True):
            assert now != ON or before is not ALONE
            assert before != START or now == ON
        above = merges
    assert START not in above
