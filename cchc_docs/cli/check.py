"""`cchc check`: Word documents against the decree's rules of layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

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

_NOTHING: Final = (
    "Không có tệp .docx nào trong thư mục đã ghi. Chọn thư mục khác; tệp dạng khác thì mở bằng "
    "Word, lưu lại dạng .docx."
)
_SHOWN: Final = 10  # names of files that are passed over in one folder


class _FileOrFolder(click.Path):
    """A file or a folder; an empty name would stand for the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not str(value).strip():
            self.fail("tên tệp, thư mục để trống.", param, ctx)
        return Path(value)


@click.command(
    name="check",
    options_metavar=options.METAVAR,
    short_help="Kiểm tra thể thức văn bản Word.",
)
@click.argument("files", nargs=-1, required=True, type=_FileOrFolder(), metavar="VĂN_BẢN.docx…")
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
    type=_FileOrFolder(),
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
    type=_FileOrFolder(),
    metavar="RA.docx",
    help="Ghi bản có chú thích Word ở từng chỗ.",
)
@click.option(
    "--fix",
    type=_FileOrFolder(),
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
    type=_FileOrFolder(),
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

    Nhận tệp .docx hoặc thư mục, nêu tên văn bản dạng khác trong thư mục. Chỗ không xét được
    luôn nêu rõ, không tính là đạt.
    """
    found = api.find_documents(files)
    if not found.files:
        told = _passed_over(found.passed_over)
        raise click.UsageError("\n".join([_NOTHING, *told]))
    if (annotate or fix) and len(found.files) != 1:
        what = f"--annotate, --fix chỉ dùng với một văn bản, ở đây có {len(found.files)}."
        raise click.UsageError(f"{what} Ghi tên một tệp, hoặc chạy riêng cho từng tệp.")
    given = click.get_current_context().get_parameter_source("out")
    if output_format != "xlsx" and given is not ParameterSource.DEFAULT:
        raise click.UsageError("--out chỉ đi với --format xlsx. Thêm --format xlsx, hoặc bỏ --out.")
    outputs = [one for one in (annotate, fix) if one]
    for one in outputs:
        api.check_ending(one, ".docx")
    if output_format == "xlsx":
        api.check_ending(out, ".xlsx")
        outputs.append(out)
    api.check_outputs(outputs, overwrite=overwrite, inputs=[*found.files, house])
    profile = api.read_house(house) if house else None
    results = {
        one: _examine(one, form, upward, profile)
        for one in with_progress(found.files, "Đang kiểm tra", 2)
    }
    if not no_print and api.find_libreoffice() is not None:
        _print_pages(results)
    others = [one for inside in found.passed_over.values() for one in inside]
    if output_format == "json":
        files_json = [_as_json(*one) for one in results.items()]
        print_json({"files": files_json, "passed_over": list(map(str, others))})
    else:
        for file, checked in results.items():
            _print(file, checked, quiet=output_format == "xlsx")
        if output_format == "xlsx":
            api.write_file(out, api.check_workbook(results, others))
            say(f"Đã ghi {out}")
        elif len(results) > 1:
            _summarise(results)
        for line in _passed_over(found.passed_over):
            say(line)
    read = [one for one in results.values() if not isinstance(one, CchcError)]
    if (annotate or fix) and read:
        _write(read[0], annotate, fix, quiet=output_format == "json")
    if failures := [one for one in results.values() if isinstance(one, CchcError)]:
        return exit_code(failures)
    return EXIT_FINDINGS if any(one.result.errors for one in read) else 0


_Outcome = api.Checked | CchcError
"""What one file gave: its check, or what kept it from being read."""


def _examine(
    file: Path, form: api.IssuedForm | None, upward: bool | None, house: HouseProfile | None
) -> _Outcome:
    try:
        return api.Checked.of(file, form=form, upward=upward, house=house)
    except CchcError as error:
        return error


def _print_pages(results: dict[Path, _Outcome]) -> None:
    """Judge what was read on its printed pages, too; what cannot be printed stays checked."""
    read = {file: one for file, one in results.items() if not isinstance(one, CchcError)}
    checks, problems = api.on_printed_pages(list(read.values()))
    results |= zip(read, checks, strict=True)
    print_problems(problems)


def _as_json(file: Path, checked: _Outcome) -> dict[str, object]:
    if isinstance(checked, CchcError):
        return {"file": str(file), "errors": [problem_json(one) for one in checked.problems]}
    return {"file": str(file), "errors": [], **api.check_json(checked)}


def _print(file: Path, checked: _Outcome, *, quiet: bool) -> None:
    """Print what a check found, `quiet` only why a file could not be read."""
    if isinstance(checked, CchcError):
        print_problems(checked.problems)
    elif not quiet:
        for line in api.check_lines(checked, str(file)):
            say(line)


def _summarise(results: Mapping[Path, _Outcome]) -> None:
    width = max(len(str(one)) for one in results)
    say("")
    say(f"{'Tệp':<{width}}  Lỗi  Cảnh báo  Đạt  Chưa xét")
    for file, checked in results.items():
        if isinstance(checked, CchcError):
            say(f"{file!s:<{width}}  không đọc được")
            continue
        errors, warnings, passed, unknown = api.check_counts(checked)
        say(f"{file!s:<{width}}  {errors:>3}  {warnings:>8}  {passed:>3}  {unknown:>8}")


def _passed_over(folders: Mapping[Path, Sequence[Path]]) -> Iterator[str]:
    """Yield for each folder what was not looked into there."""
    for folder, files in folders.items():
        names = [str(one.relative_to(folder)) for one in files[:_SHOWN]]
        more = [f"và {len(files) - _SHOWN} tệp khác"] if len(files) > _SHOWN else []
        listed = ", ".join([*names, *more])
        yield f"{folder}: bỏ qua {len(files)} tệp không phải .docx: {listed}."


def _write(checked: api.Checked, annotate: Path | None, fix: Path | None, *, quiet: bool) -> None:
    tell = _nothing if quiet else say
    if annotate:
        api.write_docx(annotate, api.annotated(checked))
        tell(f"Đã ghi {annotate}")
    if fix:
        done = api.mended(checked)
        api.write_mended(done, fix)
        for line in done.lines:
            tell(line)
        tell(f"Đã ghi {fix}: đã sửa {len(done.changes)} chỗ, còn {len(done.left)} quy tắc.")


def _nothing(_: str) -> None:
    """Tell nothing: the output is one JSON object."""
