"""Makes click, which reads the command line, speak Vietnamese on a machine set to any language."""

from __future__ import annotations

import gettext
import os
from pathlib import Path


def speak_vietnamese() -> None:
    """Turn click's own words into Vietnamese for the whole process; call before loading commands."""
    gettext.bindtextdomain("messages", Path(__file__).parent / "locale")
    # Looked up before LC_ALL and LANG, and unlike setlocale it needs no locale on the machine.
    os.environ["LANGUAGE"] = "vi"

    import click  # only now: click fixes some words when a command is defined

    # click puts these into its sentences and metavars without asking for a translation.
    for kind, name in {
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
    }.items():
        kind.name = name
