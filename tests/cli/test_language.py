import gettext
import inspect
import io
import json
import os
import re
import string
import subprocess
import sys
import unicodedata
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from cchc_docs.cli import language

FOLDER = Path(language.__file__).parent / "locale" / "vi" / "LC_MESSAGES"
CLICK = Path(click.__file__).parent

# What the machine may say about its language; None: nothing at all.
MACHINES = [
    None,
    "LC_ALL=C",
    "LANG=C",
    "LANG=en_US.UTF-8",
    "LC_ALL=en_US.UTF-8",
    "LANGUAGE=en:fr",
]

# A command line as the package starts it, with something of everything click words by itself.
TINY = """
import json, sys
from cchc_docs.cli.console import prepare_streams
from cchc_docs.cli.language import speak_vietnamese

prepare_streams()
speak_vietnamese()
import click

@click.group(options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH", deprecated=True)
@click.version_option("1")
def tiny(): pass

@tiny.command(options_metavar="[TÙY CHỌN]", deprecated=True)
@click.argument("files", nargs=-1, required=True, metavar="TỆP", help="-")
@click.option("--nam", type=int, default=1, show_default=True)
@click.option("--thang", type=click.IntRange(1, 12), required=True)
@click.option("--ty-le", type=click.FloatRange(0, 1))
@click.option("--diem", type=float)
@click.option("--ten", envvar="TEN", show_envvar=True)
@click.option("--co", type=bool)
@click.option("--tu", type=click.DateTime())
@click.option("--kieu", type=click.Choice(["a", "b"]))
@click.option("--doc", type=click.File())
@click.option("--vao", type=click.Path(exists=True, file_okay=False))
@click.option("--ra", type=click.Path(dir_okay=False))
@click.option("--cu", deprecated=True, type=click.Path())
@click.option("--cap", type=(str, int))
@click.confirmation_option(expose_value=False)
def chay(**_): pass

for arguments in json.loads(sys.argv[1]):
    try:
        tiny(arguments, prog_name="tiny", standalone_mode=False)
    except click.ClickException as error:
        error.show()
    print(end="\\0", file=sys.stderr, flush=True)
"""

MISTAKES = {
    "chay --zzz": "Không có tùy chọn '--zzz'.",
    "chay --kieuu": "Không có tùy chọn '--kieuu'. Có phải là '--diem', '--kieu'?",
    "chay --thang 1 --yes": "Thiếu tham số 'TỆP'.",
    "chay x --yes": "Thiếu tùy chọn '--thang'.",
    "zzz": "Không có lệnh 'zzz'.",
}
VALUES = {
    "--kieu c": "'c' không có trong các lựa chọn: 'a', 'b'.",
    "--nam x": "'x' không phải là số nguyên.",
    "--thang x": "'x' không phải là số nguyên.",
    "--thang 13": "13 nằm ngoài khoảng 1<=x<=12.",
    "--ty-le x": "'x' không phải là số.",
    "--diem x": "'x' không phải là số.",
    "--tu x": "'x' không đúng dạng '%Y-%m-%d', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%d %H:%M:%S'.",
    "--vao xyz": "Không tìm thấy 'xyz'.",
    "--ra .": "'.' là thư mục, không phải tệp.",
}
HELP = {
    "--help": [
        "(SẮP BỎ)",
        "Tùy chọn:",
        "Các lệnh:",
        "Hiện số phiên bản.",
        "Hiện hướng dẫn này.",
    ],
    "chay --help": [
        "Tham số:",
        "SỐ NGUYÊN",
        "THƯ_MỤC",
        "mặc định: 1",
        "biến môi trường: TEN",
        "bắt buộc",
        "Làm luôn, không hỏi lại.",
    ],
}


# What is typed, and what must then be shown.
CASES = {typed: ["Cách dùng: tiny", f"\nLỗi: {message}\n"] for typed, message in MISTAKES.items()}
CASES |= {
    f"chay t --yes --thang 1 {typed}": [
        "Cách dùng: tiny chay",
        f"\nLỗi: Giá trị của '{typed.split()[0]}' không hợp lệ: {message}\n",
    ]
    for typed, message in VALUES.items()
}
CASES |= {typed: ["Cách dùng: tiny", *words] for typed, words in HELP.items()}
CASES["chay t --yes --thang 1 --cu x"] = ["Lưu ý: lệnh 'chay' sắp bỏ.", "Lưu ý: 'cu' sắp bỏ."]
CASES["chay --cap x"] = ["\nLỗi: Tùy chọn '--cap' cần 2 giá trị.\n"]
CASES["chay --yes=1"] = ["\nLỗi: Tùy chọn '--yes' không kèm giá trị.\n"]
CASES["--version"] = ["tiny, phiên bản 1"]


def extracted():
    """The msgids of the installed click, each a text or a (singular, plural)."""
    return {message for _, _, message, _, _ in extract_from_dir(CLICK)}


def catalogue():
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def translations(messages):
    return {message.id: message.string for message in messages if message.id}


def everything(compiled):
    return [(message.id, message.string) for message in read_mo(compiled) if message.id]


def placeholders(text):
    # `.0` is no difference: it is how a translation hides an English word that click fills in.
    braces = [
        f"{name}!{conversion}:{spec.removeprefix('.0')}"
        for _, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    ]
    return sorted(braces + re.findall(r"%\(\w+\)s", text))


def english_words():
    texts = [text for one in extracted() for text in ([one] if isinstance(one, str) else one)]
    texts += [kind.name for kind in named_types()]
    return {
        word.casefold()
        for text in texts
        for word in re.findall(r"[a-z]{3,}", re.sub(r"\{.*?\}|%\(\w+\)s", "", text), re.IGNORECASE)
    }


def named_types():
    return [
        kind
        for _, kind in inspect.getmembers(click.types, inspect.isclass)
        if issubclass(kind, click.ParamType) and isinstance(kind.__dict__.get("name"), str)
    ]


def environment(machine):
    rest = {
        name: value
        for name, value in os.environ.items()
        if name not in {"LANGUAGE", "LANG"} and not name.startswith("LC_")
    }
    return rest | dict([machine.split("=")] if machine else [])


def run(script, argument, machine):
    done = subprocess.run(
        [sys.executable, "-c", script, argument],
        cwd=Path(language.__file__).parents[2],
        env=environment(machine),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


def test_every_message_of_click_is_translated():
    known = {
        message.id: message.string for message in catalogue() if message.id and not message.fuzzy
    }
    untranslated = {one for one in extracted() if not any(known.get(one, ""))}
    assert untranslated == set()


def test_nothing_is_translated_that_click_no_longer_says():
    assert set(translations(catalogue())) - extracted() == set()


def test_placeholders_are_those_of_click():
    found = {}
    expected = {}
    for message, translation in translations(catalogue()).items():
        english, *vietnamese = (
            (message, translation) if isinstance(message, str) else (message[1], *translation)
        )
        expected[english] = [placeholders(english)]
        found[english] = [placeholders(one) for one in vietnamese]
    assert found == expected


def test_texts_are_composed():
    text = (FOLDER / "messages.po").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_compiled_catalogue_is_the_written_one():
    fresh = io.BytesIO()
    write_mo(fresh, catalogue())
    fresh.seek(0)
    with (FOLDER / "messages.mo").open("rb") as stored:
        # Not compared byte by byte: the header tells the version of Babel.
        assert everything(stored) == everything(fresh)


def test_one_form_serves_every_number():
    with (FOLDER / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    forms = ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.")
    for number in range(4):
        assert compiled.ngettext(*forms, number) == "Tùy chọn {name!r} cần {nargs} giá trị."


@pytest.mark.parametrize("machine", MACHINES)
def test_click_speaks_vietnamese_on_every_machine(machine):
    shown = run(TINY, json.dumps([typed.split() for typed in CASES]), machine).split("\0")[:-1]
    english = english_words()
    for typed, text in zip(CASES, shown, strict=True):
        assert [words for words in CASES[typed] if words not in text] == [], text
        said = re.sub(r"--[\w-]+|'%.*'", "", text)  # names of options, formats of dates
        assert english & {word.casefold() for word in re.findall(r"\w+", said)} == set(), text


def test_no_kind_of_value_keeps_its_english_name():
    kinds = {kind.__name__: kind.name for kind in named_types()}
    script = """
import json, sys
from cchc_docs.cli.language import speak_vietnamese
speak_vietnamese()
import click
print(json.dumps({name: getattr(click.types, name).name for name in json.loads(sys.argv[1])}))
"""
    renamed = json.loads(run(script, json.dumps(list(kinds)), "LC_ALL=C"))
    assert [name for name, word in kinds.items() if renamed[name] == word] == ["UUIDParameterType"]
