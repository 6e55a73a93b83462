"""The checker finds what is against the decree, and nothing else.

Each case (`cases/*.yaml`) names a rule, a flawless document and the one change that breaks this
rule. `also` lists other rules of level error the same change may break by its nature; `options` are
facts no file holds; `given` are changes made to both twins; `twin` is the state the rule has in the
untouched document, where that is not ``passed``.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checker.documents import CASES, FORMS, built, described
from tests.ooxml import validate

GOOD = ("ke-hoach", "ke-hoach-so", "bao-cao", "cong-van", "quyet-dinh", "thong-bao", "to-trinh")
RARE = ("bien-ban", "giay-gioi-thieu", "phu-luc-rieng", "sao-y")
SAMPLES = ("mau-1-4", "mau-1-5", "mau-2-1", "mau-2-2")
STEMS = {"false": "bao-dong-gia", "printed": "trang-in", "without": "khong-co"}

Case = dict[str, Any]


def read(stem: str) -> Any:
    return yaml.safe_load((CASES / f"{stem}.yaml").read_text("utf-8"))


def changes(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def parameters(cases: list[Case]) -> list[Any]:
    """The cases, each named by its rule; pytest numbers those of one rule."""
    return [pytest.param(case, id=case["rule"]) for case in cases]


IN_WORD = [
    case
    for path in sorted(CASES.glob("*.yaml"))
    if path.stem not in STEMS.values()
    for case in read(path.stem)
]
PRINTED = read(STEMS["printed"])
WITHOUT = read(STEMS["without"])


@cache
def outcomes(name: str, options: tuple[tuple[str, Any], ...] = ()) -> dict[str, Any]:
    return judged(built(name), dict(options))


def judged(content: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """The outcome of every rule; `options` are facts no file holds, and the PDF of the file."""
    from cchc_docs.api import check
    from cchc_docs.model.house_profile import HouseProfile

    facts = dict(options)
    if name := facts.pop("ward_named_after", None):
        facts["house"] = HouseProfile.model_validate({"settings": {"ward_named_after": name}})
    return {outcome.rule.id: outcome for outcome in check(content, **facts).outcomes}


def errors(found: dict[str, Any]) -> set[str]:
    return {rule for rule, one in found.items() if one.state == "failed" and one.level == "error"}


def twins(case: Case) -> tuple[bytes, bytes]:
    given = changes(case.get("given", []))
    return built(case["base"], given), built(case["base"], [*given, *changes(case["change"])])


# ---------------------------------------------------------------- what is right


@pytest.mark.parametrize("name", GOOD + RARE + SAMPLES)
def test_a_flawless_document_has_no_error(name: str):
    assert errors(outcomes(name)) == set()


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("dress", ["direct", "styles"])
def test_it_does_not_matter_where_the_formatting_stands(name: str, dress: str):
    if described(name)["dress"] != dress:
        here = {rule: one.state for rule, one in outcomes(name).items()}
        there = judged(built(name, [{"whole": {"dress": dress}}]), {})
        assert {rule: one.state for rule, one in there.items()} == here


# ---------------------------------------------------------------- what is wrong


@pytest.mark.parametrize("case", parameters(IN_WORD))
def test_the_change_breaks_this_rule_and_no_other(case: Case):
    rule, options = case["rule"], case.get("options", {})
    good, bad = twins(case)
    untouched = (
        judged(good, options) if "given" in case else outcomes(case["base"], tuple(options.items()))
    )
    assert errors(untouched) == set()
    assert untouched[rule].state == case.get("twin", "passed")

    found = judged(bad, options)
    assert found[rule].state == "failed"
    assert errors(found) - {rule} <= set(case.get("also", ()))


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    """The PDF of each twin, printed by one start of LibreOffice."""
    from cchc_docs.api import to_pdf

    files = {case["base"]: built(case["base"]) for case in PRINTED}
    return to_pdf(files | {f"{case['rule']}!": twins(case)[1] for case in PRINTED})


@pytest.mark.parametrize("case", parameters(PRINTED))
def test_the_change_is_seen_on_the_printed_page(case: Case, pages: dict[str, bytes]):
    rule = case["rule"]
    good, bad = twins(case)
    assert judged(good, {"pdf": pages[case["base"]]})[rule].state == "passed"
    found = judged(bad, {"pdf": pages[f"{rule}!"]})
    assert found[rule].state == "failed"
    assert errors(found) - {rule} <= set(case.get("also", ()))


# ---------------------------------------------------------------- nothing is left out


def test_every_rule_has_a_case_or_a_reason():
    tried = {case["rule"] for case in IN_WORD + PRINTED}
    assert not tried & WITHOUT.keys()
    assert outcomes("ke-hoach").keys() == tried | WITHOUT.keys()


def test_no_document_is_judged_by_a_rule_without_a_case():
    judging = {
        rule
        for name in GOOD + RARE + SAMPLES
        for rule, one in outcomes(name).items()
        if one.state in ("passed", "failed")
    }
    assert judging <= {case["rule"] for case in IN_WORD + PRINTED}


def test_what_no_rule_case_uses_is_not_kept():
    described_here = {path.stem for path in FORMS.glob("*.yaml")}
    used = {case["base"] for case in IN_WORD + PRINTED + read(STEMS["false"])}
    assert described_here == used | set(GOOD + RARE + SAMPLES)


# ---------------------------------------------------------------- the documents themselves


def test_word_opens_every_document(tmp_path: Path):
    """A document Word would have to repair proves nothing about the checker."""
    for name in GOOD + RARE + SAMPLES:
        (tmp_path / f"{name}.docx").write_bytes(built(name))
    for case in read(STEMS["false"]):
        path = tmp_path / f"{case['name']}.docx"
        path.write_bytes(built(case["base"], changes(case["change"])))
    with ThreadPoolExecutor(2) as pool:
        paths = sorted(tmp_path.iterdir())
        found = dict(zip(paths, pool.map(validate, paths), strict=True))
    assert {path.stem: one for path, one in found.items() if one} == {}


@pytest.mark.parametrize("case", parameters(IN_WORD + PRINTED))
def test_the_change_of_a_case_changes_the_file(case: Case):
    good, bad = twins(case)
    assert good != bad
