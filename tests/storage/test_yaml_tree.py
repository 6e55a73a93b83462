"""YAML as an officer types it: text stays text, every slip has its line and a fix."""

import re
import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_docs.errors import DataError, Problem
from cchc_docs.storage.yaml_tree import read_yaml
from cchc_docs.vietnamese.text import nfc

# Words of PyYAML and libyaml that an officer must never meet.
ENGLISH = re.compile(
    r"\b(found|expected|while|parsing|scanning|mapping|sequence|scalar|token|block|alias|anchor|"
    r"document|character|unacceptable|position|codec|line|column|key|could|did|not|None|str)\b"
)

# PyYAML itself loses these when it writes them.
WRITABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\u0085\u2028\u2029\ufeff")


def read(text: str) -> object:
    return read_yaml(text, "tệp.yaml")[0]


def lines(text: str) -> dict:
    return read_yaml(text, "tệp.yaml")[1]


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        read(text)
    for problem in caught.value.problems:
        assert problem.place.file == "tệp.yaml"
        assert not ENGLISH.search(f"{problem.what} {problem.fix}"), problem
        assert problem.fix
    return caught.value.problems


def problem(text: str) -> Problem:
    (only,) = problems(text)
    return only


class TestValues:
    @pytest.mark.parametrize(
        "typed",
        [
            *("05", "no", "yes", "on", "true", "1.10", "1_000", "0x1F", "1e3", "12:30:45", ".5"),
            *("2024-01-01", "2024-01-01 10:00:00", "12/2023", "98%", "NaN", "=", "-", "1.", "Y"),
        ],
    )
    def test_stay_as_typed(self, typed):
        if typed == "-":
            typed = "a-"
        assert read(f"a: {typed}") == {"a": typed}
        assert read(f"- {typed}") == [typed]

    @pytest.mark.parametrize("typed", ["", "~", "null"])
    def test_only_these_are_nothing(self, typed):
        assert read(f"a: {typed}") == {"a": None}
        assert read(f"a: '{typed}'") == {"a": typed}

    def test_folded_and_literal_text(self):
        assert read("a: >-\n  một\n  hai\nb: |-\n  một\n  hai\n") == {
            "a": "một hai",
            "b": "một\nhai",
        }

    @pytest.mark.parametrize("text", ["", "# chỉ có ghi chú\n", "---\n", "\n\n"])
    def test_an_empty_file_is_nothing(self, text):
        assert read(text) is None

    def test_no_tag_ever_makes_an_object(self):
        assert read("a: !!python/object/apply:os.getcwd []") == {"a": []}
        assert read("a: !!python/name:os.system x") == {"a": "x"}
        assert read("a: !!int 5") == {"a": "5"}

    def test_keys_are_composed_letters(self):
        assert read("e\u0302\u0301: 1") == {"ế": "1"}

    @settings(deadline=None)
    @given(
        st.recursive(
            st.text(WRITABLE),
            lambda inner: (
                st.lists(inner, max_size=4)
                | st.dictionaries(st.text(WRITABLE, max_size=5).map(nfc), inner, max_size=4)
            ),
            max_leaves=12,
        )
    )
    def test_what_another_tool_writes_is_read_as_it_is(self, data):
        for width in (80, 10_000):
            dumped = yaml.safe_dump(data, allow_unicode=True, default_flow_style=False, width=width)
            assert read(dumped) == data


class TestLines:
    def test_of_fields_and_entries(self):
        text = (
            "a: 1\nb:\n  - x\n  - c: 2\n    d: >-\n      dài\n      dài\n  -\n    - y\ne:\n  f: 3\n"
        )
        expected = {
            ("a",): 1,
            ("b",): 2,
            ("b", 0): 3,
            ("b", 1): 4,
            ("b", 1, "c"): 4,
            ("b", 1, "d"): 5,
            ("b", 2, 0): 9,
            ("e",): 10,
            ("e", "f"): 11,
        }
        found = lines(text)
        assert {path: found.get(path) for path in expected} == expected

    def test_blank_lines_and_notes_count(self):
        assert lines("# ghi chú\n\na: 1\n\n\n# nữa\nb: 2\n")[("b",)] == 7

    def test_inside_braces(self):
        found = lines("a: {b: 1,\n  c: [x,\n  y]}\n")
        assert (found[("a", "b")], found[("a", "c")], found[("a", "c", 1)]) == (1, 2, 3)


class TestUnquotedQuestion:
    @pytest.mark.parametrize(
        "typed",
        [
            "[[ai chủ trì?]]",
            "[[số, ngày kế hoạch]]",
            "[[cần bổ sung: số, ngày kế hoạch CCHC năm 2025 của thị xã]]",
            '[[hỏi "thị xã"]]',
            "[[ hai bên có dấu cách ]]",
            "[[?]]",
        ],
    )
    def test_is_the_text_it_is_meant_to_be(self, typed):
        assert read(f"a: {typed}\nb: 1") == {"a": typed, "b": "1"}
        assert read(f"- {typed}\n- b") == [typed, "b"]

    def test_over_two_lines(self):
        assert read("a: [[số,\n    ngày]]\n") == {"a": "[[số, ngày]]"}

    @pytest.mark.parametrize("listed", ["[[a], [b]]", "[a, [b]]", "[[a, b], c]"])
    def test_other_lists_stay_lists(self, listed):
        assert isinstance(read(f"x: {listed}")["x"], list)

    def test_with_words_behind_it_names_the_remedy(self):
        slip = problem("a: 1\nb: [[ai?]] chủ trì\nc: 2\n")
        assert slip.place.line == 2
        assert "[[…]]" in slip.fix
        assert "nháy" in slip.fix

    def test_with_an_apostrophe_in_it_is_read_or_found_where_it_stands(self):
        text = "a: 1\nb: [[hỏi ai, 'x]]\nc: 2\nd: 3\n"
        try:
            assert read(text)["b"] == "[[hỏi ai, 'x]]"
        except DataError:
            assert problem(text).place.line == 2

    def test_with_a_hash_in_it_is_read_or_found_where_it_stands(self):
        text = "a: 1\nb: [[hỏi # ai]]\nc: 2\nd: 3\n"
        try:
            assert read(text)["b"] == "[[hỏi # ai]]"
        except DataError:
            assert problem(text).place.line == 2


class TestSlips:
    # What was typed, the line, a word of the fix.
    @pytest.mark.parametrize(
        ("text", "line", "remedy"),
        [
            ("a:\n  b: 1\n\tc: 2\n", 3, "Tab"),
            ("a:\n\tb: 1\n", 2, "Tab"),
            ("a: 1\nb: Kế hoạch: năm 2025\n", 2, "hai chấm"),
            ("a: 1\nb: {office:van-phong} chủ trì\nc: 2\n", 2, "nháy"),
            ("a: 1\nb: %50 hồ sơ\n", 2, "nháy"),
            ("a: 1\nb: @UBND\n", 2, "nháy"),
            ("a: 1\nb: `x`\n", 2, "nháy"),
            ("a: 1\nb: *sao\nc: 2\n", 2, "nháy"),
            ("a: 1\n b: 2\n", 2, "lề"),
            ("a:\n  - x\n - y\n", 3, "lề"),
            ("a: 1\nkhông có dấu hai chấm\nb: 2\n", 2, "hai chấm"),
            ("a: 1\nb:2\nc: 3\n", 2, "hai chấm"),
            ("a: [1, 2\nb: 3\nc: 4\n", 2, "hai chấm"),
            ("a: 'x' y\n", 1, "nháy"),
        ],
    )
    def test_have_a_line_and_a_fix(self, text, line, remedy):
        slip = problem(text)
        assert remedy in slip.fix
        assert slip.place.line == line

    @pytest.mark.parametrize("quote", ["'", '"'])
    def test_a_quote_never_closed_is_found_where_it_opens(self, quote):
        slip = problem(f"a: 1\nb: {quote}không đóng\nc: 2\nd: 3\ne: 4\nf: 5\n")
        assert "nháy" in slip.fix
        assert slip.place.line == 2

    def test_the_line_is_quoted(self):
        assert "b: Kế hoạch: năm 2025" in problem("a: 1\nb: Kế hoạch: năm 2025\n").what

    def test_double_fields_are_reported_all_with_the_line_of_the_first(self):
        found = problems("a: 1\nb:\n  x: 1\n  x: 2\na: 2\nc: 3\na: 4\n")
        assert [one.place.line for one in found] == [4, 5, 7]
        assert [re.findall(r"dòng (\d+)", one.what) for one in found] == [["3"], ["1"], ["1"]]

    def test_double_fields_and_broken_syntax_are_reported_together(self):
        found = problems("a: 1\na: 2\nb: x: y\n")
        assert [one.place.line for one in found] == [2, 3]

    def test_one_name_in_two_forms_of_unicode_is_one_field(self):
        assert problem("ế: 1\ne\u0302\u0301: 2\n").place.line == 2

    @pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "{[a]: b}\n"])
    def test_a_list_is_no_name_of_a_field(self, text):
        assert problem(text).place.line == 1

    def test_a_second_document_in_the_file_is_no_part_of_the_first(self):
        slip = problem("a: 1\nb: 2\n---\nc: 3\n")
        assert slip.place.line in (3, 4)


class TestCharacters:
    @pytest.mark.parametrize(
        ("code", "name"),
        [(0x0, "U+0000"), (0x7, "U+0007"), (0xB, "U+000B"), (0x1B, "U+001B"), (0xFFFE, "U+FFFE")],
    )
    def test_a_control_character_is_named(self, code, name):
        slip = problem(f"a: 1\nb: chữ{chr(code)}\nc: 2\n")
        assert slip.place.line == 2
        assert name in slip.what

    @pytest.mark.parametrize("code", [0x7F, 0x80, 0x93, 0x9F])
    def test_one_that_only_yaml_forbids_is_named_too(self, code):
        """Quotation marks of Windows-1252 become U+0093 when a file is converted wrongly."""
        try:
            value = read(f"a: 1\nb: chữ{chr(code)}\nc: 2\n")["b"]
        except DataError:
            slip = problem(f"a: 1\nb: chữ{chr(code)}\nc: 2\n")
            assert slip.place.line == 2
            assert f"U+{code:04X}" in slip.what
        else:
            assert value == f"chữ{chr(code)}"

    @pytest.mark.parametrize("typed", ["\u200b", "\u00a0", "\u202e", "😀", "\ufeffa"])
    def test_invisible_ones_that_word_can_hold_are_kept(self, typed):
        assert read(f"a: x{typed}x") == {"a": f"x{typed}x"}

    @pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
    def test_a_separator_nobody_sees_is_named_or_shifts_no_line(self, separator):
        """Texts copied from web pages hold them; editors do not count them as ends of lines."""
        slip = problems(f"a: 'một{separator}hai'\nb: x: y\n")[0]
        named = f"U+{ord(separator):04X}" in slip.what
        assert slip.place.line == (1 if named else 2)


class TestAliases:
    def test_stand_for_what_they_name(self):
        assert read("a: &x [1, 2]\nb: *x\nc: &y chữ\nd: *y\n") == {
            "a": ["1", "2"],
            "b": ["1", "2"],
            "c": "chữ",
            "d": "chữ",
        }

    def test_of_nothing(self):
        slip = problem("a: 1\nb: *x\nc: 2\n")
        assert slip.place.line == 2
        assert "*x" in slip.what

    def test_of_themselves(self):
        assert problem("a: &x [*x]\n").place.line == 1

    def test_a_bomb_is_refused_before_it_explodes(self):
        rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        rows += [
            f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)
        ]  # 9^30 values
        start = time.monotonic()
        slip = problem("\n".join(rows))
        assert time.monotonic() - start < 5
        assert slip.place.line <= 30


class TestSize:
    @pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
    def test_ten_thousand_levels_are_refused(self, opening):
        found = problems(f"x: 1\ny:\n {opening * 10_000}")
        assert {one.place.line for one in found} == {3}

    def test_ten_thousand_levels_of_blocks_are_refused(self):
        rows = [f"{' ' * level}a:" for level in range(10_000)]
        assert problem("\n".join(rows)).place.line < 10_000

    def test_many_rows_are_read(self):
        assert len(read("- một dòng\n" * 100_000)) == 100_000


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \n\t:-[]{}'\"#&*!|>%@`,?~\u0007ế")))
@example("[[")
@example("- ")
@example("? ")
@example("a: &a\nb: *a")
@example("!<tag:yaml.org,2002:str> a")
@example("%TAG ! tag:x,2000:\n---\na: 1")
@example("a: !\n")
def test_any_text_is_data_or_a_problem_with_a_place(text):
    try:
        read(text)
    except DataError as refused:
        found = refused.problems
    else:
        return
    assert found
    for one in found:
        assert one.what
        assert one.fix
        assert one.place.line is not None
        assert 1 <= one.place.line <= text.count("\n") + 2


def test_mending_unquoted_questions_leaves_block_texts_alone():
    text = "a: [[x # y]]\nb: >-\n  tu\n  [[hỏi?]]\nc:\n  - >-\n    [[một]]\n    hai\n"
    data, _ = read_yaml(text, "t.yaml")
    assert data == {"a": "[[x # y]]", "b": "tu [[hỏi?]]", "c": ["[[một]] hai"]}
