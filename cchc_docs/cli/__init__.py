"""The command line `cchc`: the only room that prints, reads the clock and sets exit codes."""

from __future__ import annotations

import os
import sys
import traceback

from cchc_docs.cli.console import prepare_streams, print_problems, say_error
from cchc_docs.cli.language import speak_vietnamese
from cchc_docs.errors import EXIT_BUG, EXIT_FILE, CchcError

_REPORT = "người phát triển cchc_docs"


def main() -> None:
    """Run the command line and leave with its exit code.

    0 fine, 1 findings of level error or open questions, 2 wrong command line, 3 invalid data,
    4 template, 5 conversion, 6 file access, 70 a bug of ours.
    """
    prepare_streams()
    speak_vietnamese()
    import click

    from cchc_docs.cli.app import cchc

    try:
        code = cchc(prog_name="cchc", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say_error("Đã dừng.")
        code = 130
    except CchcError as error:
        print_problems(error.problems)
        code = error.exit_code
    except (BrokenPipeError, SystemExit):  # click leaves by the latter
        code = 0  # whoever read our output has left; there is nobody to tell
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    except OSError as error:
        say_error(f"Không ghi được kết quả: {error.strerror or error}.")
        code = EXIT_FILE
    except Exception:
        traceback.print_exc()
        say_error(f"Lỗi của công cụ. Xin gửi các dòng trên cho {_REPORT}.")
        code = EXIT_BUG
    sys.exit(code or 0)
