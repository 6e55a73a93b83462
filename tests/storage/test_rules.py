"""The shipped rules: whole, sound, tested by their own examples; and the profile of a house."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from cchc_docs.decree.document_types import TYPES
from cchc_docs.decree.layout import LARGE, MARGIN_LEFT_MM, MARGIN_TOP_MM, PAPER_MM, SMALL
from cchc_docs.domain.rule_matching import matches, scope_test, stands_in_lines
from cchc_docs.domain.rule_wording import explain, value_text
from cchc_docs.errors import DataError
from cchc_docs.findings import Level
from cchc_docs.model.allowed import Pattern
from cchc_docs.model.house_profile import HouseSettings
from cchc_docs.model.rule import Basis, Rule
from cchc_docs.storage.rules import default_rules, read_house_profile
from cchc_docs.vietnamese.numerals import POINT_LETTERS

BOOK = default_rules()
each = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda one: one.id)


def rule(id: str) -> Rule:
    return BOOK.by_id[id]


def test_every_rule_is_there_once() -> None:
    assert len(BOOK.rules) == len(BOOK.by_id) == 274
    levels = [one.level for one in BOOK.rules]
    assert (levels.count(Level.ERROR), levels.count(Level.WARNING)) == (188, 86)


def test_rules_stand_in_the_order_of_the_parts_of_a_document() -> None:
    elements = [one.element for one in BOOK.rules]
    assert elements == sorted(elements, key=list(BOOK.elements).index)


@each
def test_a_rule_speaks_of_known_things(rule: Rule) -> None:
    scope = rule.scope
    lists = (scope.in_element, scope.not_element, scope.prev_element, scope.not_next_element)
    named = {name for one in lists for name in one or ()}
    assert {rule.element, *named} <= set(BOOK.elements)
    assert rule.property in BOOK.properties
    assert {one.name for one in rule.when} <= set(BOOK.conditions)
    assert {*(scope.of_type or ()), *(scope.not_type or ())} <= set(TYPES.values())
    assert set(scope.setting) <= set(HouseSettings.model_fields)


@each
def test_only_the_words_of_the_decree_are_errors(rule: Rule) -> None:
    assert rule.is_decree or rule.level is not Level.ERROR


@each
def test_a_rule_says_what_it_rests_on(rule: Rule) -> None:
    said = {
        Basis.DECREE: "NĐ 30/2020, |Nghị định số ",
        Basis.SAMPLE: "NĐ 30/2020, ",
        Basis.PRACTICE: "thông lệ",
        Basis.HOUSE: "lựa chọn của công cụ",
    }
    assert re.search(said[rule.basis], rule.source)
    assert not re.search(r"\.md|\.\./|\bPL\b|\b[SPR]\d", rule.source)


@each
def test_a_rule_is_told_in_whole_sentences(rule: Rule) -> None:
    explained = explain(rule, BOOK)
    for text in (rule.title, explained.wanted, explained.condition):
        assert text == text.strip()
        assert not text.endswith((".", ";", ":")), text
    assert rule.title[0].isupper() or rule.title[0].isdigit()
    assert rule.fix.endswith(".")
    assert "" not in (explained.right, explained.wrong)
    assert explained.right != explained.wrong
    said = (rule.title, rule.fix, rule.source, explained.wanted, rule.note or "")
    assert all(unicodedata.is_normalized("NFC", one) for one in said)


def test_titles_tell_rules_apart() -> None:
    titles = [one.title for one in BOOK.rules]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("property", "value", "said"),
    [
        ("size", 12.5, "12,5 pt"),
        ("paper_size", [210.0, 297.0], "210 × 297 mm"),
        ("size_qh_tn_date", [13.0, 14.0, 13.0], "13, 14, 13 pt"),
        ("margins_top_bottom_left_right", [18.34, 20.0, 30.0, 15.0], "18,34; 20; 30; 15 mm"),
        ("first_line_indent", 12.666, "12,67 mm"),
        ("title_case_ratio", 0.833, "83,3%"),
        ("bold", False, "không in đậm"),
        ("bold", "mixed", "nơi có nơi không"),
        ("align", "both", "căn đều hai bên"),
        ("number_format", "chicago", "chicago"),
        ("size", float("inf"), "inf pt"),
        ("size", 1e300, "1e+300 pt"),
    ],
)
def test_found_values_are_said_in_words(property: str, value: object, said: str) -> None:
    assert value_text(value, BOOK.properties[property]) == said


def test_every_negated_condition_has_words() -> None:
    negated = {one.name for rule in BOOK.rules for one in rule.when if not one.holds}
    assert {name for name, words in BOOK.conditions.items() if words.negated} >= negated


# --- What the rules say is what the decree says --------------------------------------------------


@pytest.mark.parametrize(
    ("id", "sizes"),
    {
        "qh-size": (LARGE.national_name, SMALL.national_name),
        "tn-size": (LARGE.motto, SMALL.motto),
        "date-size": (LARGE.place_date, SMALL.place_date),
        "cq-size": (LARGE.issuer, SMALL.issuer),
        "so-size": (LARGE.number, SMALL.number),
        "type-size": (LARGE.heading, SMALL.heading),
        "body-size": (LARGE.body, SMALL.body),
        "name-size": (LARGE.signature, SMALL.signature),
    }.items(),
)
def test_both_sets_of_sizes_are_allowed(id: str, sizes: tuple[int, int]) -> None:
    assert all(matches(rule(id).allowed, size) for size in sizes)
    assert not any(matches(rule(id).allowed, size) for size in (min(sizes) - 1, max(sizes) + 1))


def test_paper_and_margins() -> None:
    assert matches(rule("page-size").allowed, list(PAPER_MM))
    for id, span in {"page-margin-top": MARGIN_TOP_MM, "page-margin-left": MARGIN_LEFT_MM}.items():
        assert matches(rule(id).allowed, span.least)
        assert matches(rule(id).allowed, span.most)
        assert not matches(rule(id).allowed, span.most + 1)


def test_the_codes_of_types_are_those_of_the_symbol() -> None:
    allowed = rule("so-form-named").allowed
    assert isinstance(allowed, Pattern)
    codes = re.search(r"/\(([^)]+)\)-", allowed.regex.pattern)
    assert codes
    assert codes[1].split("|") == list(TYPES)


def test_codes_with_small_letters_are_no_lapse_of_capitals() -> None:
    copies = ["SY", "TrS", "SL"]  # Phụ lục III, Mục I
    small = {one for one in (*TYPES, *copies) if one != one.upper()}
    assert small == {"QyĐ", "CTr", "TTr", "TrS"}
    assert all(matches(rule("type-upper").allowed, one) for one in small)


def test_points_count_as_elsewhere_in_the_package() -> None:
    allowed = rule("point-form").allowed
    assert isinstance(allowed, Pattern)
    assert allowed.regex.pattern.startswith(f"^[{POINT_LETTERS}]")


# --- The examples of the rules -------------------------------------------------------------------


@each
def test_right_and_wrong_examples(rule: Rule) -> None:
    inside = scope_test(rule.scope)
    for text in (*rule.ok, *rule.bad):
        assert inside({"text": text}) is not False, text
    assert [text for text in rule.ok if not matches(rule.allowed, text)] == []
    assert [text for text in rule.bad if matches(rule.allowed, text)] == []
    if isinstance(rule.allowed, Pattern):
        assert rule.ok
        assert rule.bad


@each
def test_what_lies_outside_is_left_out(rule: Rule) -> None:
    inside = scope_test(rule.scope)
    assert [one for one in rule.skip if inside(facts(one)) is not False] == []
    assert bool(rule.skip) is bool(rule.scope.model_fields_set)


def facts(written: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of a self-test, whose figures and truths are still text."""
    told: dict[str, Any] = dict(written)
    if "element" in told:
        told["elements"] = [told.pop("element")]
    if "value" in told:
        told["value"] = float(told["value"])
    meant = {"true": True, "false": False, "1": 1}
    told["where"] = {name: meant.get(one, one) for name, one in told.get("where", {}).items()}
    return told


SEED = Path(__file__).parent.parent / "data" / "ke-hoach-cchc-2024.txt"


def test_no_text_is_spared_the_search_that_would_find_it() -> None:
    lines = SEED.read_text("utf-8").splitlines()
    texts = [*lines, *(line.upper() for line in lines), *(line.title() for line in lines)]
    texts += [text for one in BOOK.rules for text in (*one.ok, *one.bad)]
    found = 0
    for one in BOOK.rules:
        if not isinstance(one.allowed, Pattern):
            continue
        holds, opens = one.allowed.only_with, one.allowed.opens_with
        for text in texts if holds or opens else ():
            if match := one.allowed.regex.search(text):
                found += 1
                words = holds or tuple(text[match.start() :].startswith(part) for part in opens)
                assert any(part in text if holds else part for part in words), (one.id, text)
                assert stands_in_lines(one.allowed, f"Dòng trước.\n{text}\nDòng sau.")
    assert found > 50


# --- A house's own profile -----------------------------------------------------------------------

PROFILE = """\
rules:
  - id: name-no-ong-ba
    level: off
    reason: Đơn vị in Ông, Bà trước họ tên
  - {id: body-end-mark, level: note, reason: Văn thư thêm khi phát hành}
waived:
  - id: body-indent
    reason: Mẫu của tỉnh lùi đầu dòng 1,5 cm
settings:
  ward_named_after: number
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "quy-tac.yaml"
    path.write_text(PROFILE, "utf-8")
    return path


def test_a_profile_is_read(profile: Path) -> None:
    read = read_house_profile(profile)
    assert read.level_of(rule("name-no-ong-ba")) is None
    assert read.level_of(rule("body-end-mark")) is Level.NOTE
    assert read.level_of(rule("body-indent")) is Level.ERROR
    assert read.waivers == {"body-indent": "Mẫu của tỉnh lùi đầu dòng 1,5 cm"}
    assert read.settings.ward_named_after == "number"
    assert read.settings.sector_body is None


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "fix"),
    [
        ("name-no-ong-ba", "qh-size", 2, "Không tắt, không đổi mức được", '"waived"'),
        ("name-no-ong-ba", "name-no-ong-be", 2, "Không có quy tắc", '"name-no-ong-ba"'),
        ("id: body-indent", "id: body-indents", 7, "Không có quy tắc", '"body-indent"'),
        ("id: body-indent", "id: body-end-mark", 7, "hai lần", "Giữ một chỗ"),
        ("level: off", "level: silent", 3, "silent", '"off"'),
        ("    reason: Mẫu của tỉnh lùi đầu dòng 1,5 cm\n", "", 7, "reason", "reason"),
        ("ward_named_after", "ward_name_after", 10, "ward_name_after", "ward_named_after"),
    ],
)
def test_a_wrong_choice_is_told_with_its_line(
    profile: Path, old: str, new: str, line: int, what: str, fix: str
) -> None:
    assert old in PROFILE
    profile.write_text(PROFILE.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        read_house_profile(profile)
    (problem,) = caught.value.problems
    assert (problem.place.file, problem.place.line) == (str(profile), line)
    assert what in problem.what
    assert fix in problem.fix


def test_all_that_is_wrong_is_told_at_once(profile: Path) -> None:
    broken = (
        PROFILE.replace("level: off", "level: silent")
        .replace("body-end-mark", "qh-size")
        .replace("body-indent", "body-indents")
        .replace("number", "numbers")
    )
    profile.write_text(broken + "  extra: x\n", "utf-8")
    with pytest.raises(DataError) as caught:
        read_house_profile(profile)
    assert [one.place.line for one in caught.value.problems] == [3, 5, 7, 10, 11]
    assert all(one.fix for one in caught.value.problems)


@pytest.mark.parametrize("text", ["rules: x", "rules: [x]", "waived: {id: x}", "waived: [{id: }]"])
def test_a_profile_of_another_shape_is_refused(profile: Path, text: str) -> None:
    profile.write_text(text, "utf-8")
    with pytest.raises(DataError):
        read_house_profile(profile)


def test_a_slip_in_the_only_field_is_told_as_a_slip(profile: Path) -> None:
    profile.write_text("rule: [{id: body-end-mark, level: off, reason: x}]", "utf-8")
    with pytest.raises(DataError) as caught:
        read_house_profile(profile)
    (problem,) = caught.value.problems
    assert 'Có phải là "rules"' in problem.fix
