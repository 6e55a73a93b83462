"""Lets LibreOffice accept or reject all tracked changes, and reads the text of what is left.

It is driven by a Basic program in a private profile: the Debian package has no Python bridge.
Whatever goes wrong with one document ends that document only, for an error box would wait for ever.
"""

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from lxml import etree

from cchc_docs.ooxml.package import DOCUMENT, read_package
from cchc_docs.ooxml.revisions import word
from cchc_docs.render.pdf import find_libreoffice

_PROGRAM = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
 script:language="StarBasic">
Sub Main(folder As String)
  Dim files(9999) As String
  count = 0
  found = Dir(ConvertFromURL(folder) &amp; "/*.docx", 0)
  Do While found &lt;&gt; ""
    files(count) = found
    count = count + 1
    found = Dir
  Loop
  For place = 0 To count - 1
    Resolve(folder, files(place), "AcceptAllTrackedChanges", "accepted")
    Resolve(folder, files(place), "RejectAllTrackedChanges", "rejected")
  Next
  StarDesktop.terminate()
End Sub
Sub Resolve(folder, file, order, target)
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(folder &amp; "/" &amp; file, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  frame = document.CurrentController.Frame
  dispatcher.executeDispatch(frame, ".uno:" &amp; order, "", 0, Array())
  Dim asWord(0) As New com.sun.star.beans.PropertyValue
  asWord(0).Name = "FilterName"
  asWord(0).Value = "MS Word 2007 XML"
  document.storeToURL(folder &amp; "/" &amp; target &amp; "/" &amp; file, asWord())
  document.close(True)
Failed:
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
<library:element library:name="Changes"/>
</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
 xlink:type="simple" library:link="false"/>
</library:libraries>
"""
# Else LibreOffice fills a new profile on its first start, and the program above is gone.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
_PROFILE = {
    "basic/Standard/Changes.xba": _PROGRAM,
    "basic/Standard/script.xlb": _LIBRARY,
    "basic/script.xlc": _LIBRARIES,
    "registrymodifications.xcu": _SETTINGS,
}

Reading = list[Any]
"""The text of each paragraph, and of each table its rows: lists of cells, which are readings."""


class Resolved(NamedTuple):
    """What is left of a document once all its changes are accepted, and once all are rejected."""

    accepted: Reading
    rejected: Reading


def resolve(documents: Mapping[str, bytes], seconds: float = 120) -> dict[str, Resolved]:
    """Have all changes of all documents accepted and rejected in one start of LibreOffice."""
    program = find_libreoffice()
    assert program, "LibreOffice is missing"
    with TemporaryDirectory(prefix="cchc-changes-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        for name, content in _PROFILE.items():
            path = room / "profile" / "user" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        for answer in Resolved._fields:
            (room / answer).mkdir()
        files = {name: f"{number:04}.docx" for number, name in enumerate(documents)}
        for name, file in files.items():
            (room / file).write_bytes(documents[name])
        _run([str(program), *_options(room)], room / "log", seconds)
        return {name: Resolved(*_answers(room, file, name)) for name, file in files.items()}


def _options(room: Path) -> list[str]:
    return [
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nologo"),
        f'macro:///Standard.Changes.Main("{room.as_uri()}")',
    ]


def _run(command: list[str], log: Path, seconds: float) -> None:
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True
        )
        try:
            process.wait(seconds)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _answers(room: Path, file: str, name: str) -> list[Reading]:
    paths = [room / answer / file for answer in Resolved._fields]
    log = (room / "log").read_text("utf-8", errors="replace")
    assert all(path.is_file() for path in paths), f"LibreOffice gave up on {name}: {log}"
    return [reading(path.read_bytes()) for path in paths]


def reading(content: bytes) -> Reading:
    """The text of a Word file, as it stands there: inserted and deleted words are both read."""
    return _blocks(body(content))


def body(content: bytes) -> Any:
    """The body of a Word file as XML."""
    return etree.fromstring(read_package(content)[DOCUMENT]).find(word("body"))


def _blocks(container: Any) -> Reading:
    return [
        _text(child)
        if child.tag == word("p")
        else [
            [_blocks(cell) for cell in row.iterchildren(word("tc"))]
            for row in child.iterchildren(word("tr"))
        ]
        for child in container.iterchildren(word("p"), word("tbl"))
    ]


def _text(paragraph: Any) -> str:
    signs = {word("br"): "\n", word("tab"): "\t"}
    return "".join(
        signs.get(child.tag) or child.text or ""
        for run in paragraph.iter(word("r"))
        for child in run.iterchildren(word("t"), word("delText"), *signs)
    )
