"""Makes click, which reads the command line, speak Vietnamese on a machine set to any language."""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import Any


def speak_vietnamese() -> None:
    """Turn click's own words into Vietnamese, for the whole process, before commands are loaded."""
    gettext.bindtextdomain("messages", Path(__file__).parent / "locale")
    # gettext asks it before LC_ALL and LANG; and unlike setlocale it needs no locale installed.
    os.environ["LANGUAGE"] = "vi"

    import click  # only now: click fixes some of its words when a command is defined

    # click puts these into sentences and metavars without asking for a translation.
    names: dict[type[click.ParamType[Any, Any]], str] = {
        type(click.STRING): "chữ",
        type(click.UNPROCESSED): "chữ",
        type(click.INT): "số nguyên",
        click.IntRange: "số nguyên",
        type(click.FLOAT): "số",
        click.FloatRange: "số",
        type(click.BOOL): "có/không",
        click.Choice: "lựa chọn",
        click.DateTime: "ngày giờ",
        click.File: "tệp",
    }
    for kind, name in names.items():
        kind.name = name
