"""Numbers and letters of the body, in the order of NĐ 30/2020, PL I, II.6.c-đ (structure 2)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.domain.outline import outline
from cchc_docs.model.plan import Plan

LETTERS = "abcdđeghiklmnopqrstuvxy"


def plan(*sections: object) -> Plan:
    return Plan.model_validate(
        {"agency": {"unit": {"name": "A"}}, "year": 2025, "subject": "S", "sections": sections}
    )


def section(*content: object, title: str = "Mục") -> dict:
    return {"title": title, "content": content}


def points(count: int) -> list[dict]:
    return [{"text": f"Điểm {number}"} for number in range(count)]


def labels(*sections: object) -> list[str]:
    return [entry.label for entry in outline(plan(*sections))]


def test_levels_follow_from_the_place_in_the_tree():
    found = labels(section({"title": "T", "content": [{"text": "a", "content": [{"text": "b"}]}]}))
    assert found == ["I.", "1.", "a)", "-"]


def test_sections_have_roman_numbers():
    found = labels(*(section("Câu.") for _ in range(12)))
    assert " ".join(filter(None, found)) == "I. II. III. IV. V. VI. VII. VIII. IX. X. XI. XII."


def test_items_start_again_in_each_section():
    two = [{"text": "x"}, {"text": "y"}]
    assert labels(section(*two), section(*two)) == ["I.", "1.", "2.", "II.", "1.", "2."]


def test_letters_are_those_of_the_decree_and_start_again_under_each_item():
    item = {"title": "Khoản", "content": points(23)}
    one = ["1.", *(f"{letter})" for letter in LETTERS)]
    two = ["2.", *(f"{letter})" for letter in LETTERS)]
    assert labels(section(item, item)) == ["I.", *one, *two]


def test_e_is_the_sixth_letter_as_the_ward_got_it_wrong():
    """The plan of 2024 counts a b c d e g and a b c d e f (seed-findings.md N3, N4)."""
    found = labels(section({"title": "Khoản", "content": points(6)}))
    assert found[2:] == ["a)", "b)", "c)", "d)", "đ)", "e)"]


def test_items_with_and_without_a_title_are_counted_together():
    titled = {"title": "T", "content": ["x"]}
    assert labels(section({"text": "x"}, titled, {"text": "y"})) == ["I.", "1.", "2.", "", "3."]


def test_plain_paragraphs_and_remarks_have_no_label_and_take_no_number():
    note = {"kind": "note", "text": "(Xem phụ lục)"}
    assert labels(section({"text": "x"}, "Câu.", note, {"text": "y"})) == [
        "I.",
        "1.",
        "",
        "",
        "2.",
    ]


def test_a_paragraph_may_stand_above_all_sections():
    assert labels("Câu mở đầu.", section("x")) == ["", "I.", ""]


def test_a_level_may_be_chosen():
    content = [
        {"kind": "point", "text": "x", "content": [{"text": "y"}]},
        {"kind": "dash", "text": "z"},
        {"kind": "point", "text": "t"},
        {"kind": "dash", "text": "u"},
    ]
    assert labels(section(*content)) == ["I.", "a)", "-", "-", "b)", "-"]


def test_below_dashes_there_are_only_paragraphs():
    deep = {"text": "a", "content": [{"text": "b", "content": [{"text": "c"}]}]}
    assert labels(section({"title": "T", "content": [deep]})) == ["I.", "1.", "a)", "-", ""]


def test_paths_lead_to_the_blocks():
    document = plan(section("x"), section({"title": "T", "content": points(2)}, "y"))
    for entry in outline(document):
        value: object = document
        for step in entry.path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        assert value is entry.block


BLOCKS = st.recursive(
    st.builds(lambda text: {"text": text}, st.just("x")) | st.just("y"),
    lambda inner: st.builds(
        lambda content: {"text": "x", "content": content}, st.lists(inner, min_size=1, max_size=25)
    ),
    max_leaves=60,
)


@settings(deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_every_block_comes_once_and_labels_run_without_gap(content):
    document = plan(section(*content))
    entries = list(outline(document))
    assert len({entry.path for entry in entries}) == len(entries) == count(document.sections)
    siblings: dict[tuple, list[str]] = {}
    for entry in entries:
        siblings.setdefault((entry.path[:-1], entry.kind), []).append(entry.label)
    for (_, kind), found in siblings.items():
        if kind == "item":
            assert found == [f"{number}." for number in range(1, len(found) + 1)]
        if kind == "point":
            expected = [f"{letter})" for letter in LETTERS]
            assert found[:23] == expected[: len(found)]


def count(blocks: tuple) -> int:
    return sum(1 + count(block.content) for block in blocks)
