"""`cchc rollover` and `cchc refs` as an officer runs them."""

import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from cchc_docs import api
from cchc_docs.ooxml.package import read_package
from tests.cli.running import ROOT, Run, files_in

FILES = ["ke-hoach-cchc-2025.docx", "ke-hoach.yaml", "ra-soat.md", "ra-soat.xlsx", "so-sanh.docx"]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "hoai-hao", tmp_path / "ward")
    return tmp_path / "ward" / "2024" / "ke-hoach.yaml"


def test_writes_data_review_draft_and_comparison(cchc: Run, plan: Path, tmp_path: Path):
    before = plan.read_bytes()
    done = cchc("rollover", plan, "--year", 2025, "--out", "work/2025")
    assert done.returncode == 0, done.stderr
    assert files_in(tmp_path / "work" / "2025") == FILES
    assert plan.read_bytes() == before
    new = api.load_plan(tmp_path / "work" / "2025" / "ke-hoach.yaml")
    assert new.year == 2025
    questions = re.search(r"(\d+) câu hỏi chưa trả lời", done.stdout)
    assert questions
    asked = [row for row in rows(tmp_path / "work/2025/ra-soat.xlsx") if row["Câu hỏi"]]
    assert len(asked) == int(questions[1])


def test_comments_of_the_file_are_kept(cchc: Run, plan: Path, tmp_path: Path):
    cchc("rollover", plan, "--year", 2025)
    new = (tmp_path / "out" / "ke-hoach.yaml").read_text("utf-8")
    kept = [line.strip() for line in plan.read_text("utf-8").splitlines() if "#" in line]
    lost = [line for line in kept if line[line.index("#") :] not in new]
    assert lost == []


def test_the_draft_carries_the_questions_of_the_review_as_comments(
    cchc: Run, plan: Path, tmp_path: Path
):
    cchc("rollover", plan, "--year", 2025)
    parts = read_package((tmp_path / "out" / "ke-hoach-cchc-2025.docx").read_bytes())
    comments = re.findall(r"<w:comment .*?</w:comment>", parts["word/comments.xml"].decode())
    texts = ["".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", one)) for one in comments]
    asked = [row["Câu hỏi"] for row in rows(tmp_path / "out/ra-soat.xlsx") if row["Câu hỏi"]]
    plain = [
        text.replace("&amp;", "&").replace("&quot;", '"').replace("&#34;", '"') for text in texts
    ]
    assert sorted(plain) == sorted(map(str, asked))


def rows(workbook: Path) -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(workbook)["Rà soát"]
    titles, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(titles, line, strict=True)) for line in lines]


def answered(workbook: Path, target: Path, answers: dict[str, str]) -> Path:
    """Write answers into the column of a copy of the workbook, by the question's text."""
    book = openpyxl.load_workbook(BytesIO(workbook.read_bytes()))
    sheet = book["Rà soát"]
    titles = {cell.value: cell.column for cell in sheet[1]}
    for number in range(2, sheet.max_row + 1):
        question = sheet.cell(number, titles["Câu hỏi"]).value
        for piece, answer in answers.items():
            if question and piece in str(question):
                sheet.cell(number, titles["Trả lời"]).value = answer
    book.save(target)
    return target


def test_answers_take_the_place_of_their_questions(cchc: Run, plan: Path, tmp_path: Path):
    cchc("rollover", plan, "--year", 2025)
    workbook = answered(
        tmp_path / "out" / "ra-soat.xlsx",
        tmp_path / "tra-loi.xlsx",
        {
            "196/KH-UBND": "Kế hoạch số 210/KH-UBND ngày 27/12/2024 của UBND thị xã Hoài Nhơn",
            "31/12/2024 của năm cũ": "31/12/2026",
            "xác nhận: 90% (": "GIỮ",
        },
    )
    arguments = ("rollover", plan, "--year", 2025, "--overwrite", "--answers", workbook)
    done = cchc(*arguments)
    assert done.returncode == 0, done.stderr
    assert "3 câu đã trả lời" in done.stdout
    text = (tmp_path / "out" / "ke-hoach.yaml").read_text("utf-8")
    joined = " ".join(text.split())
    assert "Căn cứ Kế hoạch số 210/KH-UBND ngày 27/12/2024 của UBND thị xã Hoài Nhơn;" in joined
    assert "đến ngày 31/12/2026, 100%" in joined
    assert "threshold: 90%" in text
    before = {name: (tmp_path / "out" / name).read_bytes() for name in FILES}
    again = tmp_path / "out" / "ra-soat.xlsx"  # what was answered stands in it
    assert cchc(*arguments[:-1], again).returncode == 0
    assert {name: (tmp_path / "out" / name).read_bytes() for name in FILES} == before


def test_bad_answers_are_told_with_their_cells_and_nothing_is_written(
    cchc: Run, plan: Path, tmp_path: Path
):
    cchc("rollover", plan, "--year", 2025)
    before = {name: (tmp_path / "out" / name).read_bytes() for name in FILES}
    workbook = answered(
        tmp_path / "out" / "ra-soat.xlsx",
        tmp_path / "sai.xlsx",
        {"31/12/2024 của năm cũ": "31/02/2026", "196/KH-UBND": "[[chưa rõ]]"},
    )
    # another plan: most of its questions are gone
    other = plan.with_name("khac.yaml")
    other.write_text(plan.read_text("utf-8").replace("Trên 50%", "Trên 60%"), "utf-8")
    done = cchc("rollover", plan, "--year", 2025, "--overwrite", "--answers", workbook)
    assert done.returncode == 3
    assert len(re.findall(r"LỖI .*sai\.xlsx.*ô [A-Z]+\d+", done.stderr)) == 2
    gone = answered(
        tmp_path / "out" / "ra-soat.xlsx", tmp_path / "cu.xlsx", {"trên 50% (": "Trên 55%"}
    )
    done = cchc("rollover", other, "--year", 2025, "--overwrite", "--answers", gone)
    assert done.returncode == 3
    assert "Không còn câu hỏi" in done.stderr
    assert {name: (tmp_path / "out" / name).read_bytes() for name in FILES} == before


def test_answers_in_the_old_workbook_are_never_lost(cchc: Run, plan: Path, tmp_path: Path):
    cchc("rollover", plan, "--year", 2025)
    workbook = tmp_path / "out" / "ra-soat.xlsx"
    answered(workbook, workbook, {"31/12/2024 của năm cũ": "31/12/2026"})
    before = workbook.read_bytes()
    done = cchc("rollover", plan, "--year", 2025, "--overwrite")
    assert done.returncode == 6
    assert "1 câu trả lời sẽ bị mất" in done.stderr
    assert workbook.read_bytes() == before
    again = cchc("rollover", plan, "--year", 2025, "--overwrite", "--answers", workbook)
    assert again.returncode == 0


PROGRESS = """\
unit: phường Hoài Hảo
year: 2024
tasks:
  - {id: cong-bo-ket-qua-he-thong-hoa, status: doing}
  - {id: ke-hoach-chuyen-doi-so, status: done}
targets:
  - {id: ho-so-truc-tuyen, result: "92,4%"}
"""


def test_progress_of_the_old_year_comes_in(cchc: Run, plan: Path, tmp_path: Path):
    (tmp_path / "tien-do.yaml").write_text(PROGRESS, "utf-8")
    done = cchc("rollover", plan, "--year", 2025, "--progress", "tien-do.yaml")
    assert done.returncode == 0, done.stderr
    text = " ".join((tmp_path / "out" / "ke-hoach.yaml").read_text("utf-8").split())
    assert "[[xác nhận: trên 90% (năm 2024: 92,4%, đạt)]]" in text
    assert "[[xác nhận: năm 2024 đang làm, có chuyển tiếp sang năm 2025 không]]" in text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("year: 2024", "year: 2023"), "Tiến độ này của năm 2023"),
        (("phường Hoài Hảo", "phường Khác"), "kế hoạch là của phường Hoài Hảo"),
        (("ke-hoach-chuyen-doi-so", "ke-hoach-chuyen-doi"), '"ke-hoach-chuyen-doi-so"'),
        (("status: done", "status: xong"), "Tiến độ"),
        (("ho-so-truc-tuyen", "ho-so-giay"), "Kế hoạch không có chỉ tiêu"),
        (("unit:", "unit: ["), "YAML"),
    ],
)
def test_a_progress_file_of_another_plan_is_refused(
    cchc: Run, plan: Path, tmp_path: Path, change: tuple[str, str], told: str
):
    (tmp_path / "tien-do.yaml").write_text(PROGRESS.replace(*change), "utf-8")
    done = cchc("rollover", plan, "--year", 2025, "--progress", "tien-do.yaml")
    assert done.returncode == 3
    assert "tien-do.yaml" in done.stderr
    assert told in done.stderr
    assert files_in(tmp_path / "out") == []


@pytest.mark.parametrize("year", [2023, 2024, 2026, 2050])
def test_only_the_next_year(cchc: Run, plan: Path, tmp_path: Path, year: int):
    done = cchc("rollover", plan, "--year", year)
    assert done.returncode == 3
    assert "chỉ lập được kế hoạch năm 2025" in done.stderr
    assert files_in(tmp_path / "out") == []


def test_a_broken_plan_is_not_rolled_over(cchc: Run, plan: Path, tmp_path: Path):
    plan.write_text(plan.read_text("utf-8").replace("Quý II/2024", "Quý VI/2024"), "utf-8")
    done = cchc("rollover", plan, "--year", 2025)
    assert done.returncode == 3
    assert files_in(tmp_path / "out") == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_there_stops_all(cchc: Run, plan: Path, tmp_path: Path, name: str):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("của tôi")
    done = cchc("rollover", plan, "--year", 2025)
    assert done.returncode == 6
    assert files_in(tmp_path / "out") == [name]
    assert (tmp_path / "out" / name).read_text() == "của tôi"


def test_the_plan_itself_is_never_overwritten(cchc: Run, plan: Path, tmp_path: Path):
    before = plan.read_bytes()
    done = cchc("rollover", plan, "--year", 2025, "--out", plan.parent, "--overwrite")
    assert done.returncode == 6
    assert plan.read_bytes() == before


def test_a_missing_register_is_told(cchc: Run, plan: Path):
    (plan.parent.parent / "van-ban.yaml").unlink()
    done = cchc("rollover", plan, "--year", 2025)
    assert done.returncode == 3
    assert "van-ban.yaml" in done.stderr


def test_an_unknown_id_in_the_register_is_told(cchc: Run, plan: Path, tmp_path: Path):
    register = plan.parent.parent / "van-ban.yaml"
    register.write_text(
        register.read_text("utf-8").replace("rests_on: [NQ-DaiHoi-XX", "rests_on: [NQ-DaiHoi-YY"),
        "utf-8",
    )
    done = cchc("rollover", plan, "--year", 2025)
    assert done.returncode == 3
    assert re.search(r"van-ban\.yaml, dòng \d+", done.stderr)
    assert files_in(tmp_path / "out") == []


def test_the_review_as_json(cchc: Run, plan: Path):
    done = cchc("rollover", plan, "--year", 2025, "--format", "json")
    review = json.loads(done.stdout)
    assert review["year"] == 2025
    assert len(review["files"]) == len(FILES)
    first = review["rows"][0]
    assert first["done"] == "asked"
    assert {"old", "new", "why", "todo", "place", "question"} <= first.keys()


def test_the_new_plan_rolls_over_again_once_its_questions_are_answered(
    cchc: Run, plan: Path, tmp_path: Path
):
    cchc("rollover", plan, "--year", 2025, "--out", "2025")
    done = cchc("rollover", tmp_path / "2025" / "ke-hoach.yaml", "--year", 2026, "--out", "2026")
    assert done.returncode == 0, done.stderr
    assert api.load_plan(tmp_path / "2026" / "ke-hoach.yaml").year == 2026


def test_refs_lists_every_citation_with_its_standing(cchc: Run, plan: Path):
    done = cchc("refs", plan, "--format", "json")
    citations = {one["symbol"]: one for one in json.loads(done.stdout)["citations"]}
    repealed = citations["34/2007/PL-UBTVQH11"]
    assert (repealed["standing"], repealed["certain"]) == ("ended", True)
    assert (repealed["instead"], repealed["instead_certain"]) == ("Luat-10-2022", True)
    doubtful = citations["92/2009/NĐ-CP"]
    assert (doubtful["standing"], doubtful["certain"]) == ("ended", False)
    assert citations["90/2020/NĐ-CP"]["standing"] == "in_force"
    text = cchc("refs", plan).stdout
    assert "hết hiệu lực" in text.lower()
    assert text.rstrip().endswith("viện dẫn.")
