"""A form whose ids lead nowhere, stand twice or turn in circles cannot be used."""

from typing import Any

import pytest

from cchc_docs.domain.form_check import (
    broken_form,
    headings,
    unknown_measures,
    unknown_statistics,
)
from cchc_docs.findings import Path
from cchc_docs.storage.report_form import default_form, default_statistics
from tests.domain.arithmetic.logs import FORM, form, plan


def only(**fields: Any) -> tuple[Path, str, str]:
    (found,) = broken_form(form(**fields))
    return found.path, found.what, found.fix


def sentence(**fields: Any) -> dict[str, Any]:
    return {"sections": [{"id": "muc", "title": "Mục", "sentences": [fields]}]}


def add(name: str, row: dict[str, Any]) -> dict[str, Any]:
    return {name: [*FORM[name], row]}


def test_ours_is_sound():
    assert broken_form(default_form()) == []


def test_a_small_one_is_sound():
    assert broken_form(form()) == []


SUM = {"id": "t", "title": "Tổng", "unit": "x", "of": ["cong-vn"]}
RATE = {"id": "tl", "title": "Tỷ lệ", "part": "cong-van", "whole": "cong-van"}


@pytest.mark.parametrize(
    ("fields", "path", "near"),
    [
        (add("sums", SUM), ("sums", 1, "of", 0), "cong-van"),
        (add("sums", SUM | {"of": ["ty-le"]}), ("sums", 1, "of", 0), ""),  # no sum of shares
        (add("rates", RATE | {"part": "cong-vn"}), ("rates", 1, "part"), "cong-van"),
        (add("rates", RATE | {"whole": "ho-so-xon"}), ("rates", 1, "whole"), "ho-so-xong"),
        (
            add("limits", {"rule": "R14", "parts": ["co-mat"], "wholes": ["bien-chee"]}),
            ("limits", 4, "wholes", 0),
            "bien-che",
        ),
        ({"compared": ["van-ban", "tyle"]}, ("compared", 1), "ty-le"),
        (sentence(text="{van-bn}."), ("sections", 0, "sentences", 0, "text"), "van-ban"),
        (sentence(text="{co-mat/bien-chee}"), ("sections", 0, "sentences", 0, "text"), "bien-che"),
        (sentence(text="{co-mat}", zero="{co-mt}"), ("sections", 0, "sentences", 0, "zero"),
         "co-mat"),
        (sentence(text="{co-mat}", when="co-mt"), ("sections", 0, "sentences", 0, "when"),
         "co-mat"),
        (sentence(text="{parts:cong-van}"), ("sections", 0, "sentences", 0, "text"), ""),
        (sentence(text="{change:cong-van}"), ("sections", 0, "sentences", 0, "text"), ""),
        (sentence(text="{annex:dossier}"), ("sections", 0, "sentences", 0, "text"), "dossiers"),
    ],
)  # fmt: skip
def test_unknown_figures_with_the_nearest_one(fields: dict[str, Any], path: Path, near: str):
    found, what, fix = only(**fields)
    assert found == path
    assert "mang mã" in what
    assert f'"{near}"' in fix if near else fix


@pytest.mark.parametrize("text", ["{Văn bản}", "{ván-ban}", "{van-ban", "{sum:van-ban}"])
def test_slots_that_are_none(text: str):
    _, what, _ = only(**sentence(text=text))
    assert what.startswith("Không hiểu {")


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        (add("rates", RATE | {"id": "ty-le"}), ("rates", 1, "id")),
        (add("sums", SUM | {"id": "cong-van", "of": ["ke-hoach"]}), ("sums", 1, "id")),
        (add("rates", RATE | {"id": "ho-so"}), ("rates", 1, "id")),
        (add("sections", {"id": "khoan", "title": "x"}), ("sections", 1, "id")),
        ({"dossier_fields": ["Hộ tịch", "HỘ TỊCH"]}, ("dossier_fields", 1)),
    ],
)
def test_twice(fields: dict[str, Any], path: Path):
    found, what, _ = only(**fields)
    assert found == path
    assert "đã dùng" in what


def test_circles():
    sums = [SUM | {"id": "a", "of": ["b"]}, SUM | {"id": "b", "of": ["cong-van", "a"]}]
    found = broken_form(form(sums=[*FORM["sums"], *sums]))
    assert [one.path for one in found] == [("sums", 1, "of"), ("sums", 2, "of")]
    assert '"a"' in found[0].what


def test_r19_money_of_different_units():
    dong = {"id": "thu", "title": "Thu", "unit": "Đồng"}
    groups = [*FORM["groups"], {"title": "Tiền", "indicators": [dong]}]
    limit = {"rule": "R19", "parts": ["thu"], "wholes": ["von"]}
    path, what, _ = only(groups=groups, limits=[limit])
    assert path == ("limits", 0, "parts", 0)
    assert "triệu đồng" in what


def test_rules_that_are_none():
    path, what, _ = only(limits=[{"rule": "R99", "parts": ["chi"], "wholes": ["von"]}])
    assert path == ("limits", 0, "rule")
    assert '"R99"' in what


def test_measures_lead_to_a_figure():
    rows = [{"measured_by": name} for name in ("ty-le", "ho-so-xong", "von", "tyle")]
    (one,) = unknown_measures(plan(targets=rows), form())
    assert one.path == ("annexes", "targets", "rows", 3, "measured_by")
    assert '"ty-le"' in one.fix


def test_headings_are_walked_in_printed_order():
    assert [one.id for _, one in headings(form())] == ["muc", "khoan"]


def test_a_statistical_row_names_a_figure_of_the_form() -> None:
    rows = default_statistics()
    assert unknown_statistics(rows, default_form()) == []
    group = rows.groups[0]
    wrong = group.rows[0].model_copy(update={"figure": "nhiem-vuu"})
    strange = group.model_copy(update={"rows": (wrong,)})
    (found,) = unknown_statistics(rows.model_copy(update={"groups": (strange,)}), default_form())
    assert found.path == ("groups", 0, "rows", 0, "figure")
    assert '"nhiem-vu"' in found.fix
