"""Templates broken in every way: each is refused with the paragraph quoted, never a crash."""

import base64
import bz2
import functools
import io
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cchc_docs import load_plan, render_bytes
from cchc_docs.api import check_template
from cchc_docs.errors import EXIT_FILE, EXIT_TEMPLATE, CchcError, FileAccessError, TemplateError
from cchc_docs.model.plan import Plan

ROOT = Path(__file__).resolve().parents[2]
ORIGINAL = (ROOT / "templates" / "kehoach" / "ke-hoach.docx").read_bytes()
STARTER = ROOT / "examples" / "khoi-dau" / "2026" / "ke-hoach.yaml"
DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"

SECTION = '{% if one.kind == "section" %}'

Parts = dict[str, bytes]


def parts_of(content: bytes = ORIGINAL) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edited(part: str, old: str, new: str) -> bytes:
    parts = parts_of()
    text = parts[part].decode()
    assert old in text
    parts[part] = text.replace(old, new, 1).encode()
    return packed(parts)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def with_paragraphs(*inner: str) -> bytes:
    """Our template with paragraphs in front; each is given as text or as runs."""
    runs = [one if one.startswith("<w:r") else run(one) for one in inner]
    paragraphs = "".join(f"<w:p>{one}</w:p>" for one in runs)
    end = f"<w:p>{run('Hết phần thêm.')}</w:p>"  # ours is not the paragraph before a {%p
    return edited(DOCUMENT, "<w:body>", f"<w:body>{paragraphs}{end}")


@functools.cache
def plan() -> Plan:
    return load_plan(STARTER)


@pytest.fixture
def saved(tmp_path: Path) -> Any:
    def save(content: bytes) -> Path:
        path = tmp_path / "mẫu.docx"
        path.write_bytes(content)
        return path

    return save


def refused(path: Path) -> list[str]:
    """Return what is said about a template; check and render agree that it is unusable."""
    with pytest.raises(TemplateError) as caught:
        render_bytes(plan(), template=path)
    assert caught.value.exit_code == EXIT_TEMPLATE
    said = [str(one) for one in caught.value.problems]
    for one in caught.value.problems:
        assert one.place.file == str(path)
        assert one.what
        assert one.fix
    assert checked(path) == said
    return said


def checked(path: Path) -> list[str]:
    """Return what `cchc template check` finds, whether it can read the file or not."""
    try:
        found = check_template(path).errors
    except CchcError as error:
        found = error.problems
    return [str(one) for one in found]


def texts(document: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(document)).paragraphs]


class TestNames:
    @pytest.mark.parametrize(
        ("tag", "wrong", "meant"),
        [
            ("{{ subjct }}", "subjct", "subject"),
            ("{{ letterhead.numbr }}", "numbr", "number"),
            ("{{r subject_lin }}", "subject_lin", "subject_line"),
            ("{% for line in recipient %}{{ line }}{% endfor %}", "recipient", "recipients"),
            ("{% for one in body %}{{ one.txt }}{% endfor %}", "txt", "text"),
            ("{% if drft %}x{% endif %}", "drft", "draft"),
            ("{% if draft %}{% elif drft %}x{% endif %}", "drft", "draft"),
            (
                '{% for one in body %}{% if one.knd == "text" %}x{% endif %}{% endfor %}',
                "knd",
                "kind",
            ),
        ],
    )
    def test_unknown_with_the_nearest_and_the_paragraph(self, saved, tag, wrong, meant):
        (said,) = refused(saved(with_paragraphs(f"Trước {tag} sau")))
        assert f'"{wrong}"' in said
        assert f'"{meant}"' in said
        assert "Trước" in said
        assert wrong in said.split("Đoạn")[1]

    def test_nothing_near_lists_what_there_is(self, saved):
        (said,) = refused(saved(with_paragraphs("{{ xyzzyq }}")))
        assert "subject" in said
        assert "recipients" in said

    @pytest.mark.parametrize(
        "tag",
        ["{{ subject.__class__ }}", "{{ letterhead.__init__ }}", "{{ letterhead['__class__'] }}"],
    )
    def test_the_inside_of_python_is_out_of_reach(self, saved, tag):
        assert refused(saved(with_paragraphs(tag)))

    def test_in_a_header(self, saved):
        (said,) = refused(saved(edited("word/header2.xml", "DỰ THẢO", "{{ yaer }}")))
        assert '"year"' in said

    def test_a_list_is_no_text_and_a_text_no_list(self, saved):
        (said,) = refused(saved(with_paragraphs("{% for x in subject %}{{ x }}{% endfor %}")))
        assert '"subject"' in said

    def test_the_quoted_paragraph_is_the_one_and_no_other(self, saved):
        (said,) = refused(saved(with_paragraphs("Đoạn một", "Đoạn hai {{ subjct }}", "Đoạn ba")))
        assert "Đoạn hai" in said
        assert "Đoạn một" not in said
        assert "Đoạn ba" not in said


class TestNothingIsPrintedThatIsNoText:
    @pytest.mark.parametrize(
        "tag",
        [
            *("{{ none }}", "{{ None }}", "{{ true }}", "{{ draft }}", "{{ not draft }}"),
            *("{{ body }}", "{{ body[0] }}", "{{ letterhead }}", "{{ targets }}", "{{ [1] }}"),
            *("{% for one in body %}{{ loop }}{% endfor %}", "{{ {} }}", "{{ signature }}"),
        ],
    )
    def test_python_values(self, saved, tag):
        assert refused(saved(with_paragraphs(f"Có {tag} đây")))


class TestOnlyForAndIf:
    """Decision 4.1: no arithmetic, no formatting, nothing to debug."""

    @pytest.mark.parametrize(
        "tag",
        [
            *("{{ subject|upper }}", "{{ body|length }}", "{{ year|int + 1 }}"),
            *("{{ subject.upper() }}", "{{ range(9) }}", "{{ lipsum() }}", "{{ cycler(1) }}"),
            *("{% set x = 1 %}", "{% set x %}y{% endset %}", "{% with x = year %}y{% endwith %}"),
            *("{% macro m() %}x{% endmacro %}", "{% call m() %}x{% endcall %}"),
            *("{% filter upper %}x{% endfilter %}", "{% include 'x' %}", "{% import 'x' as y %}"),
            *("{% from 'x' import y %}", "{% extends 'x' %}", "{% block x %}y{% endblock %}"),
            "{% autoescape false %}{{ subject }}{% endautoescape %}",
            *("{{ 6*7 }}", "{{ 1 + 1 }}", "{{ year ~ subject }}", "{{ 'x' * 9 }}", "{{ 'x' }}"),
            *("{{ subject if draft else year }}", "{{ body[0].text }}", "{{ year[0] }}"),
            "{% for one in body if draft %}{{ one.text }}{% endfor %}",
            "{% for one in body %}x{% else %}y{% endfor %}",
            "{% if year > '2020' %}x{% endif %}",
        ],
    )
    def test_everything_else_is_refused(self, saved, tag):
        said = refused(saved(with_paragraphs(f"Có {tag} đây")))
        assert "Có" in said[0]

    def test_raw_leaves_a_tag_in_the_document(self, saved):
        assert refused(saved(with_paragraphs("{% raw %}{{ x }}{% endraw %}")))

    @pytest.mark.parametrize(
        ("tag", "printed"),
        [
            ("{% if draft %}nháp{% else %}chính{% endif %}", "nháp"),
            ("{% if not draft %}chính{% endif %}", ""),
            ("{% if targets and not tasks %}một{% elif tasks %}hai{% endif %}", "hai"),
            (f"{{% for one in body %}}{SECTION}§{{% endif %}}{{% endfor %}}", "§§§"),
            (
                "{% for x in signature.lines %}{% if loop.first %}{{ x }}{% endif %}{% endfor %}",
                "TM. ỦY BAN NHÂN DÂN",
            ),
            ("{{ year }}", "2026"),
            ("{# ghi chú của người soạn #}x", "x"),
        ],
    )
    def test_for_and_if_work(self, saved, tag, printed):
        path = saved(with_paragraphs(tag))
        assert check_template(path).errors == ()
        assert texts(render_bytes(plan(), template=path))[0] == printed


class TestSyntax:
    @pytest.mark.parametrize(
        "tag",
        [
            *(
                "{% if draft %}",
                "{% for one in body %}",
                "{% endif %}",
                "{% endfor %}",
                "{% else %}",
            ),
            *("{{ }}", "{% if %}", "{{ subject", "{{ subject }", "{% if draft }}x{% endif %}"),
            *("{{ a b }}", "{{ sub–ject }}", "{% for in body %}{% endfor %}", "{% iff draft %}"),
            *("{% if draft %}x{% endif y %}", "{% if draft %}x{% else. %}y{% endif %}", "{% vm %}"),
            *("{% colspan subject %}", "{%p endif( %}", "{% for one in body %}x{% endfor # %}"),
            *("subject }}", "{ subject }}", "{r subject_line }}", "draft %}"),
            *("{{ 'x }}", "{{ subject. }}", "{% for x in body %}{% endif %}", "{% do x %}"),
        ],
    )
    def test_slips_are_found_and_a_paragraph_is_quoted(self, saved, tag):
        said = refused(saved(with_paragraphs(f"Có {tag} đây")))
        assert "Đoạn" in said[0]

    @pytest.mark.parametrize("tag", ["{% if draft %}", "{% for one in body %}"])
    def test_what_is_never_closed_is_found_where_it_opens(self, saved, tag):
        said = refused(saved(with_paragraphs("Đầu", f"Mở {tag} mãi", "Cuối")))
        assert "Mở" in said[0]

    @pytest.mark.parametrize(
        "shared",
        [
            "Chữ {%p if draft %} khác",
            "{%p if draft %}{{ subject }}{%p endif %}",
            "{%tr if draft %}",
        ],
    )
    def test_a_tag_of_whole_paragraphs_stands_alone(self, saved, shared):
        said = refused(saved(with_paragraphs(shared)))
        assert "Đoạn" in said[0]

    def test_a_block_ends_in_the_table_cell_or_body_it_begins_in(self, saved):
        """Word would be left with half a table where the condition is false."""
        opened = '<w:p><w:pPr><w:pStyle w:val="CchcType"/>'
        closed = '<w:p><w:pPr><w:pStyle w:val="CchcRecipientsLabel"/>'
        parts = parts_of()
        text = parts[DOCUMENT].decode()
        for place, tag in ((opened, "{%p if not draft %}"), (closed, "{%p endif %}")):
            assert text.count(place) == 1
            text = text.replace(place, f"<w:p>{run(tag)}</w:p>{place}")
        said = refused(saved(packed(parts | {DOCUMENT: text.encode()})))
        assert "endif" in said[0]

    def test_a_paragraph_tag_around_a_value_is_refused_by_check_too(self, saved):
        assert refused(saved(with_paragraphs("Có {{p subject }} đây")))


class TestAllAtOnce:
    def test_several_names(self, saved):
        said = refused(
            saved(with_paragraphs("{{ mot }}", "{{ subjct }} {{ yaer }}", "{{ subject|upper }}"))
        )
        assert len(said) == 4

    def test_document_and_headers(self, saved):
        parts = parts_of(with_paragraphs("{{ mot }}"))
        parts["word/header2.xml"] = parts["word/header2.xml"].replace(
            "DỰ THẢO".encode(), b"{{ a b }}"
        )
        assert len(refused(saved(packed(parts)))) == 2


class TestAsWordWritesIt:
    """Word splits what is typed into runs, and replaces straight quotation marks."""

    @pytest.mark.parametrize(
        "pieces",
        [
            ("{", "{ year }", "}"),
            ("{{ ye", "ar }}"),
            ("{{", " year", " ", "}}"),
            ("{", "% if draft %", "}2026{", "% endif %}"),
            ("{% if dra", "ft %}2026{% end", "if %}"),
        ],
    )
    @pytest.mark.parametrize(
        "joint", ["", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkEnd w:id="0"/>']
    )
    def test_a_tag_in_several_runs(self, saved, pieces, joint):
        bold = "<w:rPr><w:b/></w:rPr>"
        runs = joint.join(
            f"<w:r>{bold if number % 2 else ''}<w:t>{piece}</w:t></w:r>"
            for number, piece in enumerate(pieces)
        )
        path = saved(with_paragraphs(runs))
        assert check_template(path).errors == ()
        assert texts(render_bytes(plan(), template=path))[0].strip() == "2026"

    def test_a_tag_in_several_runs_of_a_header(self, saved):
        runs = run("{") + run("{ year }") + run("}")
        path = saved(edited("word/header1.xml", "</w:p>", f"{runs}</w:p>"))
        with zipfile.ZipFile(io.BytesIO(render_bytes(plan(), template=path))) as archive:
            root = etree.fromstring(archive.read("word/header1.xml"))
        assert "2026" in "".join(text.text or "" for text in root.iter(f"{W}t"))

    @pytest.mark.parametrize("quotes", ["“{}”", "‘{}’", "”{}”", "'{}'", '"{}"'])
    def test_smart_quotes(self, saved, quotes):
        section = SECTION.replace('"section"', quotes.format("section"))
        path = saved(
            with_paragraphs(f"{{% for one in body %}}{section}§{{% endif %}}{{% endfor %}}")
        )
        assert check_template(path).errors == ()
        assert texts(render_bytes(plan(), template=path))[0] == "§§§"

    def test_a_choice_that_never_comes(self, saved):
        (said,) = refused(
            saved(
                with_paragraphs(
                    "{% for one in body %}Có "
                    + SECTION.replace("section", "sektion")
                    + "x{% endif %}{% endfor %}"
                )
            )
        )
        assert "sektion" in said
        assert '"section"' in said

    def test_a_non_breaking_blank_in_a_tag(self, saved):
        path = saved(with_paragraphs("{{\u00a0year\u00a0}}"))
        assert texts(render_bytes(plan(), template=path))[0] == "2026"

    def test_blanks_around_a_value_are_kept(self, saved):
        path = saved(with_paragraphs("  Năm  {{ year }}  hết  "))
        assert texts(render_bytes(plan(), template=path))[0] == "  Năm  2026  hết  "

    def test_a_dotx_becomes_a_docx_or_is_refused(self, saved):
        """Word opens no .docx that says of itself to be a .dotx."""
        main = "wordprocessingml.document.main+xml"
        path = saved(edited(TYPES, main, "wordprocessingml.template.main+xml"))
        if not checked(path):
            assert texts(render_bytes(plan(), template=path))


class TestMisplaced:
    @pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
    @pytest.mark.parametrize("inner", [run("{{ year }}"), run("{") + run("{ year }") + run("}")])
    def test_tags_in_notes(self, saved, kind, inner):
        note = f'<w:{kind[:-1]} w:id="2"><w:p>{inner}</w:p></w:{kind[:-1]}>'
        parts = parts_of()
        parts[f"word/{kind}.xml"] = f'<w:{kind} xmlns:w="{WORD}">{note}</w:{kind}>'.encode()
        (said,) = refused(saved(packed(parts)))
        assert "chú thích" in said

    def test_notes_without_tags_are_fine(self, saved):
        parts = parts_of()
        note = f'<w:footnote w:id="2"><w:p>{run("Theo Nghị định 30.")}</w:p></w:footnote>'
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{WORD}">{note}</w:footnotes>'.encode()
        path = saved(packed(parts))
        assert check_template(path).errors == ()

    def test_comments_of_the_author(self, saved):
        parts = parts_of()
        parts["word/comments.xml"] = f'<w:comments xmlns:w="{WORD}"/>'.encode()
        (said,) = refused(saved(packed(parts)))
        assert "comment" in said


class TestValuesThatAreNotAlwaysThere:
    """A plan may have no annexes, and an annex no letterhead of its own."""

    @pytest.mark.parametrize(
        ("tag", "missing"),
        [
            ("{{ targets.title }}", "targets"),
            ("{{ tasks.label }}", "tasks"),
            ("{% for row in tasks.rows %}x{% endfor %}", "tasks"),
            ("{% if tasks %}{{ targets.title }}{% endif %}", "targets"),
            ("{% if not targets %}{{ targets.title }}{% endif %}", "targets"),
            ("{% if targets %}x{% else %}{{ targets.title }}{% endif %}", "targets"),
            ("{% if targets or draft %}{{ targets.title }}{% endif %}", "targets"),
            ("{% if targets %}x{% endif %}{{ targets.title }}", "targets"),
            ("{% if targets %}{{ targets.letterhead.number }}{% endif %}", "targets.letterhead"),
        ],
    )
    def test_printed_without_asking(self, saved, tag, missing):
        (said,) = refused(saved(with_paragraphs(f"Có {tag} đây")))
        assert f'"{missing}"' in said
        assert f"if {missing}" in said

    @pytest.mark.parametrize(
        ("tag", "printed"),
        [
            ("{% if targets %}{{ targets.title }}{% endif %}", ""),
            ("{% if targets and draft %}{{ targets.title }}{% endif %}", ""),
            ("{% if not targets %}không{% endif %}", "không"),
        ],
    )
    def test_printed_after_asking(self, saved, tag, printed):
        path = saved(with_paragraphs(tag))
        fields = {"agency": plan().agency, "year": 2026, "subject": "S", "sections": ["Câu."]}
        bare = Plan.model_validate(fields)
        assert check_template(path).errors == ()
        assert texts(render_bytes(bare, template=path))[0] == printed


@functools.cache
def bomb() -> bytes:
    """A few kilobytes that unpack to 210 MB."""
    parts = parts_of()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with archive.open("word/media/image1.png", "w", force_zip64=True) as entry:
            for _ in range(210):
                entry.write(b"\0" * 1024 * 1024)
    return buffer.getvalue()


def lying_bomb() -> bytes:
    """As above, but the directory says that the part is small."""
    content = bytearray(bomb())
    place = content.rindex(b"word/media/image1.png") - 46
    assert content[place : place + 4] == b"PK\x01\x02"
    content[place + 24 : place + 28] = struct.pack("<I", 1000)
    return bytes(content)


def changed(name: str, content: bytes) -> bytes:
    return packed(parts_of() | {name: content})


def without(name: str) -> bytes:
    parts = parts_of()
    del parts[name]
    return packed(parts)


def encrypted_entry() -> bytes:
    content = bytearray(ORIGINAL)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        content[place + flags] |= 1
    return bytes(content)


def damaged(method: int) -> bytes:
    content = bytearray(packed(parts_of(), method))
    content[60:160] = bytes(byte ^ 0x55 for byte in content[60:160])
    return bytes(content)


def deep(levels: int) -> bytes:
    inside = "<w:sdt><w:sdtContent>" * levels + "</w:sdtContent></w:sdt>" * levels
    return edited(DOCUMENT, "<w:body>", f"<w:body>{inside}")


OLE = base64.b64decode("0M8R4KGxGuE=") + b"\0" * 1528  # what Word saves with a password
FILES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "18 bytes of text": lambda: b"day la van ban thu",
    "old .doc or a file with a password": lambda: OLE,
    "macro": lambda: edited(
        TYPES,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    ),
    "zip bomb": bomb,
    "zip bomb that lies": lying_bomb,
    "ten thousand parts": lambda: packed(parts_of() | {f"x/{n}": b"" for n in range(10_000)}),
    "no document": lambda: without(DOCUMENT),
    "no content types": lambda: without(TYPES),
    "only the beginning": lambda: ORIGINAL[: len(ORIGINAL) // 2],
    "a zip of something else": lambda: packed({"a.txt": b"x"}),
    "zip of nothing": lambda: packed({}),
    "encrypted part": encrypted_entry,
    "damaged, deflate": lambda: damaged(zipfile.ZIP_DEFLATED),
    "damaged, bzip2": lambda: damaged(zipfile.ZIP_BZIP2),
    "damaged, lzma": lambda: damaged(zipfile.ZIP_LZMA),
    "document cut off": lambda: changed(DOCUMENT, parts_of()[DOCUMENT][:-40]),
    "document of another kind": lambda: changed(DOCUMENT, b"<a/>"),
    "twenty thousand levels": lambda: deep(20_000),
    "header cut off": lambda: changed("word/header2.xml", b"<w:hdr"),
    "header with tags cut off": lambda: changed("word/header2.xml", b"<w:hdr>{{ year }}"),
    "bz2": lambda: bz2.compress(ORIGINAL),
    "html": lambda: b"<html><body>{{ subject }}</body></html>",
    "negative offset": lambda: ORIGINAL[:-6] + struct.pack("<I", 0xFFFFFF00) + ORIGINAL[-2:],
}


class TestFiles:
    @pytest.mark.parametrize("content", FILES.values(), ids=list(FILES))
    def test_that_are_no_usable_template(self, saved, content):
        refused(saved(content()))

    @pytest.mark.parametrize("part", ["word/styles.xml", "word/_rels/document.xml.rels"])
    @pytest.mark.parametrize("name", ["Bình Minh", "Đông Hưng Thuận và một tên rất dài nữa"])
    def test_a_part_that_only_some_plans_need_is_missing(self, saved, part, name):
        """The starter is a draft with a comment; a long name changes sizes of styles."""
        unit = plan().agency.unit.model_copy(update={"name": name})
        agency = plan().agency.model_copy(update={"unit": unit})
        path = saved(without(part))
        try:
            document = render_bytes(plan().model_copy(update={"agency": agency}), template=path)
        except TemplateError:
            return
        assert texts(document)

    def test_entities_are_not_expanded(self, saved, tmp_path):
        secret = tmp_path / "bí mật.txt"
        secret.write_text("bí-mật-xyz", "utf-8")
        parts = parts_of(with_paragraphs("&lộ;"))
        xml = parts[DOCUMENT].decode()
        kind = f'<!DOCTYPE w [<!ENTITY lộ SYSTEM "{secret.as_uri()}">]>'
        parts[DOCUMENT] = re.sub(r"(<\?xml[^>]*\?>)", rf"\1{kind}", xml).encode()
        path = saved(packed(parts))
        try:
            document = render_bytes(plan(), template=path)
        except TemplateError:
            return
        assert b"xyz" not in b"".join(parts_of(document).values())

    def test_not_there(self, tmp_path):
        with pytest.raises(FileAccessError) as caught:
            render_bytes(plan(), template=tmp_path / "khong-co.docx")
        assert caught.value.exit_code == EXIT_FILE

    def test_a_folder(self, tmp_path):
        with pytest.raises(FileAccessError):
            render_bytes(plan(), template=tmp_path)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(ORIGINAL) - 1), st.integers(0, 255)), max_size=6),
    st.integers(1, len(ORIGINAL)),
)
def test_bytes_gone_wrong_are_no_crash(tmp_path_factory, changes, length):
    content = bytearray(ORIGINAL[:length] if length % 3 == 0 else ORIGINAL)
    for place, byte in changes:
        content[place % len(content)] = byte
    tail = bytearray(content)
    if changes:  # the directory of the zip stands at the end: most of the danger is there
        tail[-1 - changes[0][0] % min(1500, len(tail))] = changes[0][1]
    path = tmp_path_factory.mktemp("x") / "x.docx"
    for one in (content, tail):
        path.write_bytes(one)
        checked(path)


TAGS = sorted(set(re.findall(r"\{[{%].*?[%}]\}", parts_of()[DOCUMENT].decode())))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_tags_mixed_up_are_told_or_printed_but_no_crash(tmp_path_factory, data):
    """What `check` calls usable is rendered; what it does not, is refused by render too."""
    xml = parts_of()[DOCUMENT].decode()
    old = data.draw(st.sampled_from(TAGS))
    new = data.draw(st.sampled_from([*TAGS, "", "{{", "}}", "{%", "{% if x %}", "{{ x }}"]))
    path = tmp_path_factory.mktemp("x") / "x.docx"
    path.write_bytes(packed(parts_of() | {DOCUMENT: xml.replace(old, new, 1).encode()}))
    report = check_template(path)
    try:
        document = render_bytes(plan(), template=path)
    except TemplateError:
        assert report.errors
    else:
        assert not report.errors
        assert texts(document)


class TestWhichTemplate:
    def ward(self, folder: Path, template: str) -> Path:
        profile = (STARTER.parent.parent / "don-vi.yaml").read_text("utf-8")
        (folder / "don-vi.yaml").write_text(f"template: {template}\n{profile}", "utf-8")
        (folder / "2026").mkdir()
        path = folder / "2026" / "ke-hoach.yaml"
        path.write_bytes(STARTER.read_bytes())
        return path

    def test_of_the_profile_found_beside_it(self, tmp_path):
        (tmp_path / "mau").mkdir()
        (tmp_path / "mau" / "rieng.docx").write_bytes(with_paragraphs("MẪU RIÊNG"))
        plan = load_plan(self.ward(tmp_path, "mau/rieng.docx"))
        assert texts(render_bytes(plan))[0] == "MẪU RIÊNG"

    def test_one_that_is_asked_for_comes_before_that_of_the_profile(self, tmp_path, saved):
        (tmp_path / "rieng.docx").write_bytes(with_paragraphs("MẪU RIÊNG"))
        plan = load_plan(self.ward(tmp_path, "rieng.docx"))
        other = saved(with_paragraphs("MẪU KHÁC"))
        assert texts(render_bytes(plan, template=other))[0] == "MẪU KHÁC"

    def test_of_the_profile_not_there(self, tmp_path):
        path = self.ward(tmp_path, "khong-co.docx")
        with pytest.raises(CchcError) as caught:
            render_bytes(load_plan(path))
        assert "khong-co.docx" in str(caught.value)

    def test_ours_is_fine_and_uses_every_name(self):
        report = check_template(ROOT / "templates" / "kehoach" / "ke-hoach.docx")
        assert report.errors == ()
        assert report.unused == ()


class TestCheckCommand:
    def check(self, path: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cchc_docs", "template", "check", str(path)]
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60
        )

    def test_unknown_and_unused_names(self, saved):
        parts = parts_of()
        xml = parts[DOCUMENT].decode().replace("{{ letterhead.place_date }}", "{{ subjct }}", 1)
        parts[DOCUMENT] = xml.encode()
        done = self.check(saved(packed(parts)))
        assert done.returncode == EXIT_TEMPLATE
        assert "subjct" in done.stderr
        assert "letterhead.place_date" in done.stdout
        assert "letterhead.number" not in done.stdout

    def test_only_unused_names_are_no_error(self, saved):
        parts = parts_of()
        xml = parts[DOCUMENT].decode().replace("{{ letterhead.place_date }}", "", 1)
        done = self.check(saved(packed(parts | {DOCUMENT: xml.encode()})))
        assert done.returncode == 0
        assert "letterhead.place_date" in done.stdout

    def test_a_syntax_error_makes_no_list_of_names_that_would_be_unused(self, saved):
        done = self.check(saved(with_paragraphs("{% if %}")))
        assert done.returncode == EXIT_TEMPLATE
        assert "letterhead.number" not in done.stdout

    def test_ours(self):
        done = self.check(ROOT / "templates" / "kehoach" / "ke-hoach.docx")
        assert (done.returncode, done.stderr) == (0, "")
