"""`cchc check`: Word documents against the decree's rules of layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc_docs import api
from cchc_docs.cli import options
from cchc_docs.cli.console import (
    exit_code,
    print_json,
    print_problems,
    problem_json,
    say,
    with_progress,
)
from cchc_docs.errors import EXIT_FINDINGS, CchcError

if TYPE_CHECKING:
    from cchc_docs.model.house_profile import HouseProfile


@click.command(
    name="check",
    options_metavar=options.METAVAR,
    short_help="Kiểm tra thể thức văn bản Word.",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="VĂN_BẢN.docx…"
)
@click.option(
    "--form",
    type=click.Choice(["paper", "electronic"]),
    metavar="DẠNG",
    help="paper: văn bản giấy; electronic: văn bản điện tử.",
)
@click.option(
    "--upward/--no-upward",
    default=None,
    help="Văn bản gửi lên cấp trên, hoặc không; công văn, văn bản có Kính gửi thì tự biết.",
)
@click.option(
    "--house",
    type=click.Path(path_type=Path),
    metavar="QUY_TẮC.yaml",
    help="Quy tắc riêng của đơn vị: đổi mức, miễn quy tắc, thông tin của đơn vị.",
)
@click.option(
    "--no-print",
    is_flag=True,
    help="Không in thử bằng LibreOffice; các quy tắc xét trên trang in thì để lại.",
)
@click.option(
    "--annotate",
    type=click.Path(path_type=Path),
    metavar="RA.docx",
    help="Ghi bản có chú thích Word ở từng chỗ.",
)
@click.option(
    "--fix",
    type=click.Path(path_type=Path),
    metavar="RA.docx",
    help="Ghi bản đã sửa những chỗ máy sửa được, không đổi lời văn.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "xlsx"]),
    default="text",
    show_default=True,
    metavar="KIỂU",
    help="text: để đọc; json: để chương trình khác dùng; xlsx: bảng Excel, ghi vào --out.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="RA.xlsx",
    default=Path("kiem-tra-the-thuc.xlsx"),
    show_default=True,
    help="Tệp Excel của --format xlsx.",
)
@options.overwrite
def command(
    files: tuple[Path, ...],
    form: api.IssuedForm | None,
    upward: bool | None,
    house: Path | None,
    no_print: bool,
    annotate: Path | None,
    fix: Path | None,
    output_format: str,
    out: Path,
    overwrite: bool,
) -> int:
    """Đối chiếu văn bản Word với thể thức của Nghị định số 30/2020/NĐ-CP.

    Nhận tệp .docx hoặc thư mục; chỗ không xét được luôn nêu rõ, không tính là đạt.
    """
    documents = list(_documents(files))
    if not documents:
        raise click.UsageError("Không có tệp .docx nào trong thư mục đã ghi.")
    if (annotate or fix) and len(documents) != 1:
        raise click.UsageError("--annotate, --fix chỉ dùng với một văn bản.")
    outputs = [one for one in (annotate, fix) if one]
    outputs += [out] if output_format == "xlsx" else []
    api.check_outputs(outputs, overwrite=overwrite, inputs=[*documents, house])
    profile = api.read_house(house) if house else None
    results = [
        _examine(one, form, upward, profile) for one in with_progress(documents, "Đang kiểm tra", 2)
    ]
    if not no_print and api.find_libreoffice() is not None:
        _print_pages(results)
    match output_format:
        case "json":
            print_json({"files": [one.as_json() for one in results]})
        case "xlsx":
            content = api.check_workbook([(str(one.file), one.checked) for one in results])
            api.write_file(out, content)
            for one in results:
                one.print_failure()
            say(f"Đã ghi {out}")
        case _:
            for one in results:
                one.print()
            if len(results) > 1:
                _summarise(results)
    if (annotate or fix) and results[0].checked:
        _write(results[0].checked, annotate, fix, quiet=output_format == "json")
    if failures := [one.failure for one in results if one.failure]:
        return exit_code(failures)
    return EXIT_FINDINGS if any(one.checked and one.checked.result.errors for one in results) else 0


@dataclass(slots=True)
class _Result:
    """What one file gave: its check, or the failure that kept it from being read."""

    file: Path
    checked: api.Checked | None
    failure: CchcError | None = None

    def as_json(self) -> dict[str, object]:
        problems = self.failure.problems if self.failure else ()
        found = api.check_json(self.checked) if self.checked else {}
        return {
            "file": str(self.file),
            "errors": [problem_json(one) for one in problems],
            **found,
        }

    def print_failure(self) -> None:
        if self.failure:
            print_problems(self.failure.problems)

    def print(self) -> None:
        self.print_failure()
        if self.checked:
            for line in api.check_lines(self.checked, str(self.file)):
                say(line)


def _examine(
    file: Path, form: api.IssuedForm | None, upward: bool | None, house: HouseProfile | None
) -> _Result:
    try:
        return _Result(file, api.Checked.of(file, form=form, upward=upward, house=house))
    except CchcError as error:
        return _Result(file, None, error)


def _print_pages(results: Sequence[_Result]) -> None:
    """Judge what was read on its printed pages, too; what cannot be printed stays checked."""
    readable = [one for one in results if one.checked]
    checks, problems = api.on_printed_pages([one.checked for one in readable if one.checked])
    for result, checked in zip(readable, checks, strict=True):
        result.checked = checked
    print_problems(problems)


def _documents(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield files as they are, and of folders the .docx in them but Word's temporary ones."""
    for path in paths:
        if path.is_dir():
            found = sorted(path.rglob("*.docx"))
            yield from (one for one in found if not one.name.startswith("~$"))
        else:
            yield path


def _summarise(results: Sequence[_Result]) -> None:
    width = max(len(str(one.file)) for one in results)
    say("")
    say(f"{'Tệp':<{width}}  Lỗi  Cảnh báo  Đạt  Chưa xét")
    for one in results:
        if one.checked is None:
            say(f"{one.file!s:<{width}}  không đọc được")
            continue
        errors, warnings, passed, unknown = api.check_counts(one.checked)
        say(f"{one.file!s:<{width}}  {errors:>3}  {warnings:>8}  {passed:>3}  {unknown:>8}")


def _write(checked: api.Checked, annotate: Path | None, fix: Path | None, *, quiet: bool) -> None:
    tell = _nothing if quiet else say
    if annotate:
        api.write_docx(annotate, api.annotated(checked))
        tell(f"Đã ghi {annotate}")
    if fix:
        done = api.mended(checked)
        api.write_mended(done, fix)
        for change in done.changes:
            tell(f"ĐÃ SỬA {change}.")
        for left in done.left:
            tell(f"CHƯA SỬA {left}.")
        tell(f"Đã ghi {fix}: đã sửa {len(done.changes)} chỗ, còn {len(done.left)} quy tắc.")


def _nothing(_: str) -> None:
    """Tell nothing: the output is one JSON object."""
