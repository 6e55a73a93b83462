"""`cchc report` and `cchc workbook` as an officer runs them, on a copy of the example."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from cchc_docs.ooxml.package import DOCUMENT, read_package
from tests.cli.running import ROOT, Run, files_in


@pytest.fixture(autouse=True)
def ward(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "hoai-hao", tmp_path / "ward")


PLAN, LOG = "ward/2024/ke-hoach.yaml", "ward/2024/so-lieu.yaml"


def report(
    cchc: Run, period: str, *more: object, log: str = LOG
) -> subprocess.CompletedProcess[str]:
    return cchc("report", PLAN, "--period", period, "--figures", log, "--out", "out", *more)


def change(tmp_path: Path, old: str, new: str) -> None:
    log = tmp_path / LOG
    text = log.read_text("utf-8")
    assert old in text
    log.write_text(text.replace(old, new, 1), "utf-8")


NAMES = {
    "Q1": "bao-cao-cchc-quy-i-2024",
    "H1": "bao-cao-cchc-6-thang-2024",
    "Q3": "bao-cao-cchc-quy-iii-2024",
    "9M": "bao-cao-cchc-9-thang-2024",
    "YEAR": "bao-cao-cchc-nam-2024",
}


def test_all_reports_of_a_year_are_made_one_after_the_other(cchc: Run, tmp_path: Path) -> None:
    for period, name in NAMES.items():
        done = report(cchc, period, "--final")
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"{name}.docx" in done.stdout
    assert files_in(tmp_path / "out") == sorted(
        f"{name}{ending}" for name in NAMES.values() for ending in (".docx", ".json")
    )


def test_the_day_of_sending_is_told(cchc: Run) -> None:
    assert "Gửi sớm nhất ngày 17/6/2024; hạn gửi của đơn vị: ngày 20/6/2024." in (
        report(cchc, "H1").stdout
    )


def test_a_draft_and_invented_figures_are_marked(cchc: Run, tmp_path: Path) -> None:
    for final in ((), ("--final", "--overwrite")):
        assert report(cchc, "Q1", *final).returncode == 0
        parts = read_package((tmp_path / "out" / "bao-cao-cchc-quy-i-2024.docx").read_bytes())
        headers = b"".join(one for name, one in parts.items() if "header" in name).decode()
        assert "SỐ LIỆU GIẢ ĐỊNH" in headers
        assert ("DỰ THẢO" in headers) is not final
    assert "Thái Tường Hận" not in parts[DOCUMENT].decode()


def test_a_broken_rule_stops_a_final_and_is_remarked_in_a_draft(cchc: Run, tmp_path: Path) -> None:
    change(tmp_path, "carried_in: 2,", "carried_in: 3,")
    done = report(cchc, "Q1", "--final")
    assert done.returncode == 1
    assert "dòng" in done.stderr
    assert files_in(tmp_path / "out") == []
    done = report(cchc, "Q1")
    assert done.returncode == 1
    assert "LỖI [R" in done.stdout
    parts = read_package((tmp_path / "out" / "bao-cao-cchc-quy-i-2024.docx").read_bytes())
    assert "[R4]" in parts["word/comments.xml"].decode()


def test_a_question_stops_a_final(cchc: Run, tmp_path: Path) -> None:
    change(tmp_path, "plan_number: 03/KH-UBND\n", "")
    done = report(cchc, "Q1", "--final")
    assert done.returncode == 1
    assert "số, ký hiệu của kế hoạch" in done.stderr
    assert files_in(tmp_path / "out") == []
    assert report(cchc, "Q1").returncode == 0


def test_a_later_report_says_what_contradicts_an_earlier_one(cchc: Run, tmp_path: Path) -> None:
    assert report(cchc, "Q1", "--final").returncode == 0
    log = tmp_path / LOG
    first = next(line for line in log.read_text("utf-8").splitlines() if "id: tin-bai" in line)
    value = int(first.split("value: ")[1].rstrip("}"))
    change(tmp_path, first, first.replace(f"value: {value}", f"value: {value + 1}"))
    done = report(cchc, "H1", "--final")
    assert done.returncode == 1
    assert f"báo cáo Quý I năm 2024 đã ghi {value}, nay sổ cho {value + 1}" in done.stderr


def test_an_own_window_is_printed_and_warned_about(cchc: Run) -> None:
    done = report(cchc, "Q1", "--to", "07/3/2024")
    assert done.returncode == 1
    assert "[window-own]" in done.stdout
    assert "LỖI [row-cut]" in done.stdout
    assert "Tách mỗi dòng thành một dòng kết thúc ngày 07/3/2024" in done.stdout


def test_figures_are_explained(cchc: Run, tmp_path: Path) -> None:
    done = report(cchc, "Q1", "--explain", "--format", "json")
    assert files_in(tmp_path / "out") == []
    figures = json.loads(done.stdout)["figures"]
    (online,) = [
        one
        for one in figures
        if one["figure"] == "ho-so-truc-tuyen" and "Mục II, khoản 2" in one["where"]
    ]
    assert sum(int(record["value"]) for record in online["records"]) == int(online["value"]) == 560
    assert "dòng" in online["records"][0]["place"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("year: 2024", "year: 2023", "2023"),
        ("unit: phường Hoài Hảo", "unit: phường Khác", "phường Khác"),
        ("id: tong-ket-va-trien-khai", "id: tong-ket", "tong-ket-va-trien-khai"),
        ("online: 1", "online: -1", "số âm"),
        ("online: 1", 'online: "1,5"  # 1', "số nguyên"),
    ],
)
def test_bad_figures_are_told_and_nothing_is_written(
    cchc: Run, tmp_path: Path, old: str, new: str, said: str
) -> None:
    if old == "online: 1":
        log = (tmp_path / LOG).read_text("utf-8")
        start = log.index("online: ")
        old = log[start : log.index(",", start)]
        new = "online: -1" if "-1" in new else 'online: "1,5"'
    change(tmp_path, old, new)
    done = report(cchc, "Q1")
    assert done.returncode == 3
    assert said in done.stderr
    assert "so-lieu.yaml, dòng" in done.stderr
    assert files_in(tmp_path / "out") == []


def test_validate_checks_a_log_with_and_without_its_plan(cchc: Run, tmp_path: Path) -> None:
    assert cchc("validate", LOG).returncode == 0
    assert cchc("validate", LOG, "--plan", PLAN).returncode == 0
    change(tmp_path, "carried_in: 2,", "carried_in: 3,")
    done = cchc("validate", LOG, "--plan", PLAN)
    assert done.returncode == 1
    assert "LỖI [R4]" in done.stdout


def test_the_rollover_reads_the_log(cchc: Run, tmp_path: Path) -> None:
    done = cchc("rollover", PLAN, "--year", 2025, "--out", "next", "--progress", LOG)
    assert done.returncode == 0, done.stderr
    review = (tmp_path / "next" / "ra-soat.md").read_text("utf-8")
    assert "chưa đạt" in review or "không đạt" in review


def test_an_unwritable_or_taken_place_is_told(cchc: Run) -> None:
    assert report(cchc, "Q1").returncode == 0
    done = report(cchc, "Q1")
    assert done.returncode == 6
    assert "--overwrite" in done.stderr


def test_a_provinces_own_forms_are_found_beside_the_profile(cchc: Run, tmp_path: Path) -> None:
    shipped = ROOT / "cchc_docs" / "decree"
    form = (shipped / "mau-bao-cao.yaml").read_text("utf-8")
    heading = "title: Sáng kiến, giải pháp mới\n"
    assert heading in form
    (tmp_path / "ward" / "mau.yaml").write_text(
        form.replace(heading, "title: Sáng kiến của địa phương\n"), "utf-8"
    )
    shutil.copy(shipped / "bieu-thong-ke.yaml", tmp_path / "ward" / "bieu.yaml")
    profile = tmp_path / "ward" / "don-vi.yaml"
    text = profile.read_text("utf-8")
    profile.write_text(
        text.replace("reports:\n", "reports:\n  form: mau.yaml\n  statistics: bieu.yaml\n"), "utf-8"
    )
    assert report(cchc, "Q1").returncode == 0
    document = read_package((tmp_path / "out" / "bao-cao-cchc-quy-i-2024.docx").read_bytes())
    printed = document[DOCUMENT].decode()
    assert "Sáng kiến của địa phương" in printed
    assert "Phụ lục III" in printed  # the statistical rows
    (tmp_path / "ward" / "bieu.yaml").unlink()
    done = report(cchc, "Q1", "--overwrite")
    assert done.returncode == 3
    assert 'Không tìm thấy biểu thống kê "bieu.yaml"' in done.stderr


def test_a_file_of_another_kind_is_told_in_one_sentence(cchc: Run) -> None:
    done = report(cchc, "Q1", log=PLAN)
    assert done.returncode == 3
    assert done.stderr.count("LỖI") == 1
    assert "Đây là kế hoạch, không phải sổ số liệu." in done.stderr


def test_workbook_and_yaml_give_the_same_report(cchc: Run, tmp_path: Path) -> None:
    made = cchc("workbook", PLAN, "--from", LOG, "--out", "so.xlsx")
    assert made.returncode == 0, made.stderr
    contents = []
    for log in (LOG, "so.xlsx"):
        done = report(cchc, "YEAR", "--final", "--overwrite", log=log)
        assert done.returncode == 0, done.stdout + done.stderr
        contents.append((tmp_path / "out" / "bao-cao-cchc-nam-2024.docx").read_bytes())
    assert contents[0] == contents[1]
    assert cchc("validate", "so.xlsx", "--plan", PLAN).returncode == 0
    done = cchc("workbook", PLAN, "--from", "so.xlsx", "--out", "so.xlsx", "--overwrite")
    assert done.returncode == 6


def test_a_final_report_is_told_everything_that_stops_it(cchc: Run, tmp_path: Path) -> None:
    change(tmp_path, "plan_number: ", "# plan_number: ")
    change(tmp_path, "online: ", "online: 1")
    done = report(cchc, "Q1", "--final")
    assert done.returncode == 1
    assert "hồ sơ nhận giải quyết" in done.stderr
    assert 'Cách sửa: Ghi vào "Thông tin chung" của sổ.' in done.stderr
    assert files_in(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("period", "year", "said"),
    [("Q1", 2025, "chỉ dùng cho báo cáo năm"), ("YEAR", 2026, "không phải năm 2025")],
)
def test_next_years_plan_is_of_the_next_year(
    cchc: Run, tmp_path: Path, period: str, year: int, said: str
) -> None:
    assert cchc("init", "next", "--year", str(year)).returncode == 0
    done = report(cchc, period, "--next-plan", f"next/{year}/ke-hoach.yaml")
    assert (done.returncode, said in done.stderr) == (3, True)
    assert files_in(tmp_path / "out") == []


def test_a_day_of_sending_before_the_figures_close(cchc: Run, tmp_path: Path) -> None:
    profile = tmp_path / "ward" / "don-vi.yaml"
    text = profile.read_text("utf-8")
    assert "20/6" in text
    profile.write_text(text.replace("20/6", "14/6"), "utf-8")
    assert "due-too-early" in report(cchc, "H1").stdout


def test_a_recipient_above_is_named_once(cchc: Run, tmp_path: Path) -> None:
    profile = tmp_path / "ward" / "don-vi.yaml"
    text = profile.read_text("utf-8")
    assert "    - UBND thị xã\n" in text
    profile.write_text(text.replace("- UBND thị xã\n", "- UBND thị xã (để b/c)\n"), "utf-8")
    report(cchc, "Q1")
    document = next((tmp_path / "out").glob("*.docx")).read_bytes()
    assert "(để b/c)" not in read_package(document)[DOCUMENT].decode()


def test_a_question_is_answered_where_it_was_typed(cchc: Run, tmp_path: Path) -> None:
    change(tmp_path, "    text: >-\n", "    text: '[[hỏi lại Phòng Nội vụ]] rồi ghi'\n    # >-\n")
    log = (tmp_path / LOG).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(log, 1) if "hỏi lại" in line)
    rest = next(number for number, line in enumerate(log[at + 1 :], at + 1) if "- heading" in line)
    (tmp_path / LOG).write_text("\n".join([*log[:at], *log[rest:]]), "utf-8")
    done = report(cchc, "Q1", "--final")
    assert done.returncode == 1
    assert f"dòng {at}, " in done.stderr
    assert "hỏi lại Phòng Nội vụ.\n    Cách sửa: Trả lời câu hỏi này trong sổ." in done.stderr


def test_a_report_never_overwrites_what_it_was_made_from(cchc: Run, tmp_path: Path) -> None:
    name = f"{NAMES['Q1']}.docx"
    shutil.copy(ROOT / "templates" / "baocao" / "bao-cao.docx", tmp_path / "ward" / name)
    before = (tmp_path / "ward" / name).read_bytes()
    done = cchc(
        "report", PLAN, "--period", "Q1", "--figures", LOG, "--out", "ward", "--overwrite",
        "--template", f"ward/{name}",
    )  # fmt: skip
    assert done.returncode == 6
    assert (tmp_path / "ward" / name).read_bytes() == before
