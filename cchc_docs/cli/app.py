"""The list of commands; each is a module of its own, loaded when it is needed."""

from __future__ import annotations

import importlib
from typing import Final

import click

_COMMANDS: Final = (
    "demo",
    "init",
    "validate",
    "refs",
    "render",
    "rollover",
    "workbook",
    "report",
    "check",
    "rules",
    "schema",
    "template",
    "doctor",
)


class CommandList(click.Group):
    """A group whose commands live in modules of the same name, shown in the order of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of `_COMMANDS`."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, or None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"cchc_docs.cli.{cmd_name}")
        command: click.Command = module.command
        return command


@click.group(
    cls=CommandList,
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH …",
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(
    package_name="cchc_docs", message="cchc %(version)s", help="Hiện số phiên bản."
)
def cchc() -> None:
    """Soạn kế hoạch và báo cáo cải cách hành chính của phường, xã.

    Từ tệp dữ liệu (YAML) ra văn bản Word và PDF đúng thể thức Nghị định 30/2020/NĐ-CP.
    """
