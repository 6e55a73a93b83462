"""Renders several plans in one run: names, files, one start of LibreOffice, one exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_docs import api
from cchc_docs.cli.console import exit_code, print_problems, say, with_progress
from cchc_docs.errors import (
    CchcError,
    ConversionError,
    FileAccessError,
    Place,
    Problem,
)

if TYPE_CHECKING:
    from cchc_docs.storage.loading import PlanFile


@dataclass(slots=True)
class Batch:
    """Settings of a run and what has failed so far.

    `template` None means the template of the agency profile, or ours.
    """

    out: Path
    pdf: bool
    final: bool
    overwrite: bool
    template: Path | None = None
    failures: list[CchcError] = field(default_factory=list)

    def render(self, files: Sequence[Path]) -> int:
        """Write every plan that can be written, report the others; return the exit code."""
        plans = {
            file: plan for file in with_progress(files, "Đang đọc", 5) if (plan := self._read(file))
        }
        written = {}
        for file, name in self._names(plans).items():
            if content := self._write(plans[file], self.out / f"{name}.docx"):
                written[name] = content
        if self.pdf and written:
            self._write_pdfs(written)
        return exit_code(self.failures)

    def _read(self, file: Path) -> PlanFile | None:
        try:
            return api.read_plan(file)
        except CchcError as error:
            self._failed(error)
            return None

    def _names(self, plans: dict[Path, PlanFile]) -> dict[Path, str]:
        """Name the outputs; wards whose plans would get one name get theirs added to it."""
        names = {file: api.document_name(one.plan) for file, one in plans.items()}
        twice = {name for name, count in Counter(names.values()).items() if count > 1}
        for file, name in names.items():
            if name in twice:
                names[file] = f"{name}-{api.unit_name(plans[file].plan)}"
        for name, count in Counter(names.values()).items():
            if count > 1:
                same = [file for file, one in names.items() if one == name]
                self._failed(_one_output(name, same))
                names = {file: one for file, one in names.items() if one != name}
        return names

    def _write(self, plan: PlanFile, docx: Path) -> bytes | None:
        try:
            targets = [docx, docx.with_suffix(".pdf")] if self.pdf else [docx]
            inputs = [self.template, *api.inputs_of(plan)]
            api.check_outputs(targets, overwrite=self.overwrite, inputs=inputs)
            content = api.render_bytes(plan, final=self.final, template=self.template)
            api.write_docx(docx, content)
        except CchcError as error:
            self._failed(error)
            return None
        say(f"Đã ghi {docx}")
        return content

    def _write_pdfs(self, documents: dict[str, bytes]) -> None:
        try:
            converted = api.to_pdf(documents)
        except ConversionError as error:
            self._failed(error)
            converted = error.converted
        for name, content in converted.items():
            path = self.out / f"{name}.pdf"
            try:
                api.write_file(path, content)
                say(f"Đã ghi {path}")
            except CchcError as error:
                self._failed(error)

    def _failed(self, error: CchcError) -> None:
        self.failures.append(error)
        print_problems(error.problems)


def _one_output(name: str, files: Sequence[Path]) -> FileAccessError:
    listed = ", ".join(map(str, files))
    return FileAccessError(
        Problem(
            Place(f"{name}.docx"),
            f"Nhiều tệp cùng cho một tên kết quả: {listed}.",
            "In từng tệp với thư mục --out riêng.",
        )
    )
