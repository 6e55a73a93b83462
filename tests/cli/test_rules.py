"""`cchc rules` lists the rules and explains one; the page on them says the same."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml

from cchc_docs.api import example_plan
from cchc_docs.model.rule import Basis
from cchc_docs.storage.rules import default_rules, read_house_profile
from tests.cli.running import ROOT, Run

PAGE = (ROOT / "docs" / "the-thuc.md").read_text("utf-8")
BOOK = default_rules()


def test_all_rules_are_listed_under_their_parts(cchc: Run) -> None:
    done = cchc("rules")
    assert done.returncode == 0
    assert re.findall(r"^    \S.*?\[([a-z0-9-]+)\]", done.stdout, re.M) == list(BOOK.by_id)
    part = done.stdout.split("\nQuốc hiệu\n")[1].split("\nTiêu ngữ\n")[0]
    clause = "NĐ 30/2020, Phụ lục I, Phần I, II.1.a"
    told = f"LỖI [qh-size] Quốc hiệu cỡ chữ 12 đến 13 ({clause}); xét trên tệp Word."
    assert told in part
    assert done.stdout.endswith("274 quy tắc: 188 lỗi, 86 cảnh báo.\n")


def test_one_rule_is_explained(cchc: Run) -> None:
    done = cchc("rules", "body-gap")
    assert done.returncode == 0
    for line in (
        "LỖI [body-gap] Các đoạn cách nhau ít nhất 6 pt.",
        "Yêu cầu: từ 6 pt trở lên",
        "Căn cứ: NĐ 30/2020, Phụ lục I, Phần I, II.6.e",
        "Cơ sở: chữ của Nghị định, luật; đã kiểm chứng",
        "Áp dụng cho: mọi văn bản",
        "Đúng: 6 pt",
        "Sai: 4 pt",
    ):
        assert line in done.stdout


HOUSE = "rules: [{id: body-end-mark, level: off, reason: Văn thư thêm}]"


def test_a_profile_of_rules_is_told_by_what_it_holds(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(HOUSE, "utf-8")
    done = cchc("validate", "x.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == ("x.yaml: quy tắc riêng của đơn vị đọc được, không có gì cần xem lại.\n")
    done = cchc("render", "x.yaml")
    assert "Đây là quy tắc riêng của đơn vị, không phải kế hoạch." in done.stderr


def test_a_plan_is_no_profile_of_rules(cchc: Run, tmp_path: Path) -> None:
    shutil.copy(example_plan(), tmp_path / "plan.yaml")
    done = cchc("check", "x.docx", "--house", "plan.yaml")
    said = "plan.yaml: Đây là kế hoạch, không phải quy tắc riêng của đơn vị."
    assert (done.returncode, said in done.stderr) == (3, True)


def test_an_editor_knows_the_profile_of_rules(cchc: Run) -> None:
    schema = json.loads(cchc("schema", "quy-tac").stdout)
    check = jsonschema.Draft202012Validator(schema)
    assert check.is_valid(yaml.load(HOUSE, Loader=yaml.BaseLoader))
    assert not check.is_valid(yaml.load(HOUSE.replace("off", "no"), Loader=yaml.BaseLoader))
    assert not check.is_valid({"waived": [{"id": "qh-size"}]})


@pytest.mark.parametrize(
    ("id", "condition", "needs", "basis"),
    [
        ("kg-absent-otherwise", "văn bản không gửi cấp trên", "người dùng", "chữ của Nghị định"),
        ("cq-line-length", "mọi văn bản", "PDF", "chữ của Nghị định"),
        ("cq-ward-no-parent", "UBND cấp xã (phường, xã, đặc khu) ban hành", "tệp Word", "thông lệ"),
        ("dash-form", "mọi văn bản", "tệp Word", "chưa kiểm chứng"),
    ],
)
def test_when_a_rule_is_run_and_why(
    cchc: Run, id: str, condition: str, needs: str, basis: str
) -> None:
    shown = dict(re.findall(r"^    ([^:]+): (.*)$", cchc("rules", id).stdout, re.M))
    assert condition in shown["Áp dụng cho"]
    assert needs in shown["Trạng thái"]
    assert basis in shown["Cơ sở"]


def test_rules_as_json(cchc: Run) -> None:
    rules = json.loads(cchc("rules", "--format", "json").stdout)["rules"]
    assert [one["id"] for one in rules] == list(BOOK.by_id)
    one = json.loads(cchc("rules", "so-size", "--format", "json").stdout)
    assert one in rules
    assert (one["wanted"], one["level"], one["basis"]) == ("13 pt", "error", "decree")


def test_an_unknown_rule_is_answered_with_the_nearest(cchc: Run) -> None:
    done = cchc("rules", "qh-sze")
    assert done.returncode == 2
    assert 'Không có quy tắc "qh-sze". Có phải là "qh-size"' in done.stderr


# --- The page ------------------------------------------------------------------------------------


def table(mark: str) -> list[list[str]]:
    found = re.search(rf"<!-- {mark} -->\n((?:\|.*\n)+)", PAGE)
    assert found, mark
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in found[1].splitlines()[2:]]


def test_the_page_lists_every_rule() -> None:
    parts = re.findall(r"<!-- thể thức: (\w+) -->", PAGE)
    shown = [row for part in parts for row in table(f"thể thức: {part}")]
    assert parts == list(dict.fromkeys(one.element for one in BOOK.rules))
    assert shown == [
        [f"`{one.id}`", one.level.label.lower(), one.title, one.source] for one in BOOK.rules
    ]
    assert f"{len(BOOK.rules)} quy tắc" in PAGE


def test_the_page_explains_what_rules_rest_on() -> None:
    assert [row[0] for row in table("cơ sở")] == [one.label for one in Basis]


def test_the_profile_on_the_page_can_be_used(tmp_path: Path) -> None:
    (shown,) = re.findall(r"^```yaml title=.*?\n(.*?)^```$", PAGE, re.M | re.S)
    path = tmp_path / "quy-tac.yaml"
    path.write_text(shown, "utf-8")
    profile = read_house_profile(path)
    assert profile.rules
    assert profile.waived
