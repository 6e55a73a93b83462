"""What an edit changes in the text of a file, and that nothing else in it changes."""

import copy
import re
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_docs.domain.edits import Edit, Remove, SetValue
from cchc_docs.domain.walking import values
from cchc_docs.errors import DataError
from cchc_docs.storage import editing
from cchc_docs.storage.editing import edited_yaml, with_heading
from cchc_docs.storage.loading import read_plan
from cchc_docs.storage.resources import EXAMPLE_PLAN, STARTER
from cchc_docs.storage.yaml_tree import read_yaml

EXAMPLE = EXAMPLE_PLAN.read_text("utf-8")


def edited(text: str, *edits: Edit) -> str:
    return edited_yaml(text, "ke-hoach.yaml", edits)


def put(text: str, path: tuple, new: str) -> str:
    return edited(text, SetValue(path, new))


def without(text: str, *paths: tuple) -> str:
    return edited(text, *map(Remove, paths))


def read(text: str) -> Any:
    return read_yaml(text, "ke-hoach.yaml")[0]


class TestExamplePlan:
    @pytest.mark.parametrize("path", [EXAMPLE_PLAN, *STARTER.rglob("ke-hoach.yaml")])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("bom", ["", "\ufeff"])
    def test_without_edits_keeps_every_byte(self, path: Path, line_end, bom):
        text = bom + path.read_text("utf-8").replace("\n", line_end)
        assert edited(text) == text

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_other_years_of_the_same_length_break_no_line_anew(self, line_end):
        plan = read_plan(EXAMPLE_PLAN).plan
        edits = [
            SetValue(path, str(value).replace("2024", "2025"))
            for path, value in values(plan)
            if "2024" in str(value) and path[0] != "agency"
        ]
        assert len(edits) > 20
        expected = [
            row if row.lstrip().startswith("#") else row.replace("2024", "2025")
            for row in EXAMPLE.split("\n")
        ]
        text = EXAMPLE.replace("\n", line_end)
        assert edited(text, *edits) == line_end.join(expected)

    def test_removed_tasks_go_with_the_comments_on_them(self):
        tasks = ("annexes", "tasks", "groups", 0, "tasks")
        rows = EXAMPLE.split("\n")
        first = rows.index("          # Không có điểm tương ứng ở mục III.", 530)
        second = rows.index("          - id: ke-hoach-kiem-tra-cchc")
        fourth = rows.index("          - id: ke-hoach-do-luong-hai-long")
        comment_on_fifth = next(
            number for number, row in enumerate(rows) if "chủ trì và phối hợp cùng" in row
        )
        expected = rows[:first] + rows[second:fourth] + rows[comment_on_fifth:]
        found = without(EXAMPLE, (*tasks, 0), (*tasks, 3), (*tasks, 3, "text"))
        assert found.split("\n") == expected

    def test_removed_group(self):
        start = EXAMPLE.index("      - title: CẢI CÁCH THỂ CHẾ")
        end = EXAMPLE.index("      - title: CẢI CÁCH THỦ TỤC HÀNH CHÍNH\n", start)
        found = without(EXAMPLE, ("annexes", "tasks", "groups", 1))
        assert found == EXAMPLE[:start] + EXAMPLE[end:]

    def test_removed_section_takes_its_rule_and_one_of_two_blank_lines(self):
        start = EXAMPLE.index(
            "  # ---------------------------------------------------------------- II\n"
        )
        end = EXAMPLE.index(
            "  # ---------------------------------------------------------------- III"
        )
        assert without(EXAMPLE, ("sections", 1)) == EXAMPLE[:start] + EXAMPLE[end:]


LONG = "Tổ chức kiểm tra công tác cải cách hành chính tại các bộ phận, khu phố của phường"
TWICE = f"{LONG} và {LONG}"


def lines(text: str, lead: str) -> str:
    return textwrap.fill(text, 100, initial_indent=lead, subsequent_indent="  ")


class TestStyle:
    @pytest.mark.parametrize(
        ("before", "new", "after"),
        [
            ("a: x y # chú thích", "z", "a: z # chú thích"),
            ("a: 2024", "2025", "a: 2025"),
            ("a: 'x'", "ông ''A''", "a: 'ông ''''A'''''"),
            ("a: 'x'", "z", "a: 'z'"),
            ('a: "x"', 'z "b" \\', 'a: "z \\"b\\" \\\\"'),
            ("a: 'x'", "hai\ndòng", "a: |-\n  hai\n  dòng"),
            ("a:   # chưa cấp", "5", "a: 5   # chưa cấp"),
            ("a:", "5", "a: 5"),
            ("a: ~", "5", "a: 5"),
            ("a:\n  x", "z", "a:\n  z"),
            ("a: !!str x", "z", "a: z"),
            ("a: [[hỏi?]]", "z", "a: z"),
            ("a: [[hỏi # gì?]]   ", "z", "a: z   "),
            ("a: [[hỏi,\n  gì?]]", "z", "a: z"),
            ("a: [x, y]", "z", "a: z"),
            ("a: # đây\n  - x\n  # kia\n  - y # z", "z", "a: z # đây"),
            ("a:\n- x\n- y", "z", "a: z"),
            ("a: >\n  x\n  y", "z", "a: >\n  z"),
            ("a: >- # chú thích\n     x\n\n     y", "z t", "a: >- # chú thích\n     z t"),
            ("a: >-\n  x", "hai\ndòng", "a: |-\n  hai\n  dòng"),
            ("a: >-\n  x", "hai\n\n  dòng", "a: |-\n  hai\n\n    dòng"),
            ("a: |\n  x\n  y", "z", "a: |\n  z"),
            ("a: |2-\n   x", "z", "a: |-\n   z"),
            ("a: >-\n  x", " z", 'a: " z"'),
            ("a: >- # chú thích\n  x", "z ", 'a: "z " # chú thích'),
            ("a: >-\n  x", "hai  dấu cách", "a: >-\n  hai  dấu cách"),
            ("a: x", LONG, "a: " + LONG),
            ("a: x # chú thích", TWICE, "a: >- # chú thích\n" + lines(TWICE, "  ")),
            ("a: x", "từ" * 100, f"a: {'từ' * 100}"),
            ("a: x" + TWICE, TWICE, f"a: {TWICE}"),
            ("a: >-\n  x   ", "từ" + "  từ" * 50, "a: >-\n  từ" + "  từ" * 50),
            ("a: x\n  y", TWICE, lines(TWICE, "a: ")),
            ("a: 'x'", f"{TWICE} 'A'", lines(f"'{TWICE} ''A''" + "'", "a: ")),
            ('a: "x"', f"{TWICE}: A", lines(f'"{TWICE}: A"', "a: ")),
        ],
    )
    def test_is_kept_where_it_can_hold_the_text(self, before, new, after):
        text = "# đầu\n{}\n\n# cuối\nb: 1\n"
        assert put(text.format(before), ("a",), new) == text.format(after)

    @pytest.mark.parametrize(
        "new",
        [
            *["a: b", "a #b", "# a", "[[a]]", "[a", "{a}", "*a", "&a", "- a", "? a", "%a", "@a"],
            *["yes", "No", "null", "~", "a:", "a\xa0b", "|", "> a", "!a", "`a", "", "'a'", '"a"'],
        ],
    )
    def test_plain_gets_quotes_where_other_readers_need_them(self, new):
        found = put("a: x\n", ("a",), new)
        assert re.fullmatch(r"""a: (["']).*\1\n""", found)
        assert yaml.safe_load(found) == {"a": new}

    @pytest.mark.parametrize("new", ["a:b", "a#b", "100%", "(a)", "05", "1.10", "a 'b'", "a [[b]]"])
    def test_plain_stays_plain(self, new):
        assert put("a: x\n", ("a",), new) == f"a: {new}\n"

    @pytest.mark.parametrize("new", ["a, b", "a]", "a}", "a: b", "hai\ndòng", LONG * 2])
    def test_inside_brackets(self, new):
        for text in ("a: [x, 'y' , z]\n", "a: {b: x, c: y}\n"):
            path = ("a", 0) if "[" in text else ("a", "b")
            found = put(text, path, new)
            assert found.count("\n") == 1
            assert found.endswith(text[text.index(",") :])

    def test_lines_are_as_long_as_they_were(self):
        words = " ".join(["chữ"] * 40)
        narrow = f"a: >-\n  {'x' * 68}\n  y\n"
        assert max(map(len, put(narrow, ("a",), words).split("\n"))) == 70 - 1
        wide = f"a: >-\n  {'x' * 138}\n  y\n"
        assert max(map(len, put(wide, ("a",), words).split("\n"))) == 140 - 3
        short = "a: >-\n  x\n  y\n"
        assert max(map(len, put(short, ("a",), words).split("\n"))) == 100 - 3

    def test_changed_beside_an_unquoted_question_no_yaml_can_hold(self):
        text = "a: [[hỏi # gì?]]\nb: x\nc:\n  - '[[a]]'\n  - [[b ?]]  \n"
        assert put(text, ("b",), "z") == text.replace("b: x", "b: z")
        assert without(text, ("c", 0)) == text.replace("  - '[[a]]'\n", "")

    def test_beside_what_is_removed_in_brackets_of_several_lines(self):
        found = edited("a: [x,\n  y]\nb: 1\n", SetValue(("a", 0), "z"), Remove(("a", 1)))
        assert found == "a: [z]\nb: 1\n"


class TestWhatIsWrittenShort:
    @pytest.mark.parametrize(
        ("before", "path", "after"),
        [
            ("closing: x", ("closing", 0), "closing: z"),
            ("closing:\n  - x", ("closing", 0), "closing:\n  - z"),
            ("closing: [[x]]", ("closing", 0), "closing: z"),
            ("c:\n  - x\n  - text: y", ("c", 0, "text"), "c:\n  - z\n  - text: y"),
            ("t: {lead: vp}", ("t", "lead", 0), "t: {lead: z}"),
        ],
    )
    def test_is_edited_in_place(self, before, path, after):
        assert put(f"{before}\n", path, "z") == f"{after}\n"

    def test_the_only_entry_goes_with_its_field(self):
        assert without("a: 1\nclosing: x\n", ("closing", 0)) == "a: 1\n"


class TestNewField:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("t:\n  a: 1\n\n# b\nc: 2\n", "t:\n  a: 1\n  new: z\n\n# b\nc: 2\n"),
            ("t:\n  a: >-\n    x\n\n\nc: 2\n", "t:\n  a: >-\n    x\n  new: z\n\n\nc: 2\n"),
            ("t:\n  a: 1", "t:\n  a: 1\n  new: z"),
            ("t:\n  a: 1 # x\n", "t:\n  a: 1 # x\n  new: z\n"),
            ("t: {a: 1}\n", "t: {a: 1, new: z}\n"),
            ("t: {}\n", "t: {new: z}\n"),
            ("t:\n    a:\n    - b\n", "t:\n    a:\n    - b\n    new: z\n"),
        ],
    )
    def test_stands_last(self, before, after):
        assert put(before, ("t", "new"), "z") == after

    def test_in_an_entry_of_a_list_and_in_its_holder_at_once(self):
        text = "t:\n  a:\n    - b: 1\n"
        found = edited(text, SetValue(("t", "y"), "2"), SetValue(("t", "a", 0, "x"), "1"))
        assert found == "t:\n  a:\n    - b: 1\n      x: 1\n  y: 2\n"

    def test_long_text_is_folded(self):
        expected = "a: 1\nnew: >-\n" + lines(TWICE, "  ") + "\n"
        assert put("a: 1\n", ("new",), TWICE) == expected


class TestRemove:
    @pytest.mark.parametrize(
        ("before", "paths", "after"),
        [
            ("a: [x, y, z]", [("a", 0)], "a: [y, z]"),
            ("a: [x, y, z]", [("a", 1)], "a: [x, z]"),
            ("a: [x, y,  z ]", [("a", 2), ("a", 1)], "a: [x ]"),
            ("a: [x, y, z, ]", [("a", 0), ("a", 2)], "a: [y, ]"),
            ("a: [x, y, ] # b", [("a", 0), ("a", 1)], "a: [] # b"),
            ("a: {b: 1, c: 2}", [("a", "b")], "a: {c: 2}"),
            ("a: {b: 1}", [("a", "b")], "a: {}"),
            ("a:\n  - x\n  - y", [("a", 0), ("a", 1)], "a: []"),
            ("a: # b\n- x", [("a", 0)], "a: [] # b"),
            ("a:\n  - x # b\n  - y", [("a", 0)], "a:\n  - y"),
            ("a:\n  - x\n  - y\n  - z\n  - t", [("a", 1), ("a", 2)], "a:\n  - x\n  - t"),
            ("a:\n  - >-\n    x\n  - y", [("a", 0)], "a:\n  - y"),
            ("a:\n  -\n    # x\n    - y\n  - z", [("a", 0)], "a:\n  - z"),
            ("a:\n  # x\n   # xx\n  - x\n  # y\n  - y", [("a", 0)], "a:\n  # y\n  - y"),
            ("a:\n  # nhóm\n\n  # x\n  - x\n  - y", [("a", 0)], "a:\n  # nhóm\n\n  - y"),
            ("a:\n  # x\n# nhóm\n  - x\n  - y", [("a", 0)], "a:\n  # x\n# nhóm\n  - y"),
            ("a:\n  - |\n    x\n    # y\n  - y", [("a", 1)], "a:\n  - |\n    x\n    # y"),
            ("a:\n  - x\n\n  - y\n\n  - z", [("a", 1)], "a:\n  - x\n\n  - z"),
            ("a:\n  - id: 1\n    b: 2", [("a", 0, "b")], "a:\n  - id: 1"),
            ("a:\n  - id: 1\n    b: 2", [("a", 0, "id")], "a:\n  - b: 2"),
            ("a:\n  - id: 1\n    # b\n    b: 2", [("a", 0, "id")], "a:\n  - # b\n    b: 2"),
            ("a:\n  - id: 1", [("a", 0, "id")], "a:\n  - {}"),
            ("a:\n  - - 1\n    - 2", [("a", 0, 0)], "a:\n  - - 2"),
            ("a: 1\n# n\nnumber: 5 # m", [("number",)], "a: 1"),
            ("a: 1", [("number",)], "a: 1"),
        ],
    )
    def test_takes_what_speaks_of_it_and_no_more(self, before, paths, after):
        text = "{}\n\n# cuối\nz: 1\n"
        assert without(text.format(before), *paths) == text.format(after)

    def test_edits_inside_are_ignored(self):
        text = "a:\n  - b: 1\n    c: 2\n  - d: 3\n"
        inside = [SetValue(("a", 0, "b"), "9"), SetValue(("a", 0, "x"), "9"), Remove(("a", 0, "c"))]
        assert edited(text, *inside, Remove(("a", 0)), SetValue(("a", 0), "9")) == "a:\n  - d: 3\n"


class TestReferences:
    @pytest.mark.parametrize(
        ("before", "edits", "after"),
        [
            ("a: &t x\nb: *t", [SetValue(("b",), "z")], "a: &t x\nb: z"),
            ("a: &t x\nb: *t\nc: [*t]", [SetValue(("a",), "z")], "a: z\nb: x\nc: [x]"),
            ("a: &t x\nb: *t", [SetValue(("a",), "t"), SetValue(("b",), "z")], "a: t\nb: z"),
            ("a: &t x\nb: *t\nc: 1", [Remove(("a",))], "b: x\nc: 1"),
            ("a:\n  - &t >-\n    x: y\n  - *t", [Remove(("a", 0))], 'a:\n  - "x: y"'),
            ("a: &t x\nb: &t y\nc: *t", [SetValue(("a",), "z")], "a: z\nb: &t y\nc: *t"),
            ("a: &t [x]\nb: *t", [Remove(("b",))], "a: &t [x]"),
            ("a: &t [x]\nb: *t", [Remove(("b",)), SetValue(("a", 0), "z")], "a: &t [z]"),
            ("a: &t [x]\nb: *t", [SetValue(("b",), "z")], "a: &t [x]\nb: z"),
            ("a: &t\nb: *t", [SetValue(("a",), "z")], "a: z\nb: ~"),
            ("a: &t\n  - x\n  - y\nb: 1", [Remove(("a", 0))], "a: &t\n  - y\nb: 1"),
        ],
    )
    def test_keep_the_text_of_other_places(self, before, edits, after):
        assert edited(f"{before}\n", *edits) == f"{after}\n"

    @pytest.mark.parametrize(
        ("path", "line"), [(("b", 0), 3), (("a", 0), 1), (("a",), 1), (("b", 5), 3)]
    )
    def test_to_a_whole_list_is_left_to_people(self, path, line):
        text = "a: &t\n  - x\nb: *t\n"
        with pytest.raises(DataError, match="tham chiếu") as caught:
            without(text, path)
        (problem,) = caught.value.problems
        assert (problem.place.file, problem.place.line) == ("ke-hoach.yaml", line)


class TestRefusal:
    @pytest.mark.parametrize(
        ("text", "path", "line"),
        [
            ("a: 1\nagency: ../don-vi.yaml", ("agency", "offices", 0, "name"), 2),
            ("a: 1\nb:\n  - x", ("b", 1), 2),
            ("a: 1\nb:\n  - x", ("b", 0, "title"), 3),
            ("a: 1\nb:", ("b", "c", "d"), 2),
            ("a: 1\nb: x", ("b", 0, 0), 2),
            ("a: 1", ("b", 0), 1),
            ("a: 1\nb: {c}", ("b", "c"), 2),
        ],
    )
    def test_says_where_and_what_to_do(self, text, path, line):
        with pytest.raises(DataError, match="Không sửa tự động được") as caught:
            put(text, path, "z")
        (problem,) = caught.value.problems
        assert (problem.place.file, problem.place.line) == ("ke-hoach.yaml", line)
        assert "chạy lại" in problem.fix

    def test_field_with_a_question_mark_before_it(self):
        with pytest.raises(DataError, match="cách ghi YAML đặc biệt"):
            without("? a\n: 1\n? b\n: 2\n", ("b",))

    def test_broken_file(self):
        with pytest.raises(DataError):
            edited("a: 'x\n")

    def test_wrong_data_are_never_written(self, monkeypatch):
        monkeypatch.setattr(editing, "splices", lambda *_: [(3, 4, "7")])
        with pytest.raises(AssertionError):
            put("a: 1\n", ("a",), "2")


class TestLineEnds:
    def test_new_lines_end_as_those_of_the_file(self):
        text = "\ufeffa: x\r\nb: 1\r\n"
        assert put(text, ("a",), "hai\ndòng") == "\ufeffa: |-\r\n  hai\r\n  dòng\r\nb: 1\r\n"

    def test_mixed_ones_stay_where_they_are(self):
        text = "# a\r\n\na: x\r\nb:\n  - y\r\n  - z\nc: 1\r\n"
        found = edited(text, SetValue(("c",), "2"), Remove(("b", 0)))
        assert found == "# a\r\n\na: x\r\nb:\n  - z\nc: 2\r\n"


class TestHeading:
    def test_stands_before_everything_but_the_mark_of_the_encoding(self):
        assert with_heading("# x\na: 1\n", ["một", "", "hai"]) == "# một\n#\n# hai\n\n# x\na: 1\n"
        assert with_heading("\ufeffa: 1\r\n", ["một"]) == "\ufeff# một\r\n\r\na: 1\r\n"

    def test_a_line_end_inside_a_line_stays_a_comment(self):
        assert read(with_heading("a: 1\n", ["một\nb: 2"])) == {"a": "1"}


AWKWARD = (
    *("'", '"', "\\", ": ", " #", "[[hỏi?]]", "{annex:tasks}", "- ", "\n", " ", "  ", "\t", "\xa0"),
    *(
        "\r",
        "\x85",
        "\u2028",
        "\ufeff",
        "\x07",
        "năm 2024",
        "kế hoạch",
        "yes",
        "*a",
        "|",
        "?",
        "...",
    ),
)
TEXTS = st.lists(
    st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
    max_size=25,
).map("".join)
TREES = st.recursive(
    TEXTS | st.none(),
    lambda inner: (
        st.lists(inner.filter(lambda one: not isinstance(one, list)), max_size=4)
        | st.dictionaries(st.sampled_from("abcdef"), inner, max_size=4)
    ),
    max_leaves=12,
)
PLANS = st.dictionaries(st.sampled_from(["year", "closing", "sections"]), TREES, min_size=1)


class AnyStyle(yaml.SafeDumper):
    """Writes each value in a style drawn for it; lists are indented or not."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def dumped(data: object, random: Any, width: int) -> str:
    class Dumper(AnyStyle):
        indented = random.random() < 0.5

        def increase_indent(self, flow=False, indentless=False):
            return super().increase_indent(flow, indentless and not self.indented)

    tag = "tag:yaml.org,2002:"
    flow = random.choice([0, 0.2, 1])
    Dumper.add_representer(
        str, lambda self, text: self.represent_scalar(f"{tag}str", text, random.choice("'\">|-"))
    )
    Dumper.add_representer(
        dict,
        lambda self, one: self.represent_mapping(f"{tag}map", one.items(), random.random() < flow),
    )
    Dumper.add_representer(
        list, lambda self, one: self.represent_sequence(f"{tag}seq", one, random.random() < flow)
    )
    return yaml.dump(data, Dumper=Dumper, allow_unicode=True, width=width, sort_keys=False)


def paths_of(data: Any, path: tuple = ()) -> list[tuple]:
    """Return the paths of all values and, for each mapping, of a field it has not yet."""
    found = [path]
    if isinstance(data, dict):
        found.append((*path, "new"))
    members = data.items() if isinstance(data, dict) else enumerate(data or ())
    for step, value in members if isinstance(data, dict | list) else ():
        found += paths_of(value, (*path, step))
    return [one for one in found if one]


def expected(data: Any, edits: list[Edit]) -> Any:
    """Make edits in the plainest way: the outermost at a path counts, removal before text."""
    at = {edit.path: edit for edit in sorted(edits, key=lambda edit: isinstance(edit, Remove))}

    def changed(value: Any, path: tuple) -> Any:
        if path in at and isinstance(at[path], SetValue):
            return at[path].text
        if isinstance(value, dict):
            fresh = {"new": None} if (*path, "new") in at and "new" not in value else {}
            return {
                key: changed(one, (*path, key))
                for key, one in (value | fresh).items()
                if not isinstance(at.get((*path, key)), Remove)
            }
        if isinstance(value, list):
            return [
                changed(one, (*path, number))
                for number, one in enumerate(value)
                if not isinstance(at.get((*path, number)), Remove)
            ]
        return value

    return changed(copy.deepcopy(data), ())


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(PLANS, st.randoms(use_true_random=False), st.sampled_from([30, 100]), st.data())
def test_files_of_other_tools_hold_what_they_should_after_any_edits(plan, random, width, data):
    text = dumped(plan, random, width)
    try:
        before = read(text)
    except DataError:  # PyYAML writes some characters that nobody can read back
        return
    places = st.sampled_from(paths_of(before))
    edits = data.draw(
        st.lists(st.builds(SetValue, places, TEXTS) | st.builds(Remove, places), max_size=6)
    )
    assert edited(text) == text
    assert read(edited(text, *edits)) == expected(before, edits)


def test_time_grows_with_the_file_and_no_faster():
    def seconds(tasks: int) -> float:
        text = "tasks:\n" + "".join(
            f"  # {number}\n  - id: a{number}\n    text: >-\n      {LONG}\n      năm 2024\n"
            "    deadline: Quý I/2024\n    point: x\n"
            for number in range(tasks)
        )
        edits: list[Edit] = []
        for number in range(tasks):
            path = ("tasks", number)
            edits += [
                SetValue((*path, "text"), f"{LONG} năm 2025"),
                SetValue((*path, "deadline"), "Quý I/2025"),
                Remove((*path, "point") if number % 2 else path),
            ]
        start = time.perf_counter()
        edited(text, *edits)
        return time.perf_counter() - start

    small, large = (min(seconds(tasks) for _ in range(3)) for tasks in (250, 2000))
    assert large < 8 * small * 2.5
