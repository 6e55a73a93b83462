"""Bar charts: a picture of the right size, the same every time, with every value in words."""

import io
import struct
import sys
import zlib

import pytest

from cchc_docs.errors import EXIT_CONVERSION, ConversionError
from cchc_docs.model.report import Bars, Series
from cchc_docs.render.charts import chart_png, spoken

WIDTH, HEIGHT = 165.0, 88.0
HOSTILE = ("$x_1$", "$\\frac{", "_gạch dưới", "<b>&\"'", "{0} %s", "", "a\nb", "Đ" * 300)


def bars(*series: tuple[str, tuple[int, ...]], labels: tuple[str, ...] = ("xong", "chưa")) -> Bars:
    return Bars(
        title="Tiến độ nhiệm vụ",
        unit="nhiệm vụ",
        labels=labels,
        series=tuple(Series(name=name, values=values) for name, values in series),
    )


TWO = bars(("Tiếp nhận", (1260, 3)), ("Đã giải quyết", (1250, 0)))


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG by their type; those of one type together."""
    found: dict[bytes, bytes] = {}
    stream = io.BytesIO(png)
    assert stream.read(8) == b"\x89PNG\r\n\x1a\n"
    while head := stream.read(8):
        length, kind = struct.unpack(">I4s", head)
        found[kind] = found.get(kind, b"") + stream.read(length)
        stream.read(4)
    return found


def test_picture_is_as_large_as_asked() -> None:
    header = chunks(chart_png(TWO, WIDTH, HEIGHT))[b"IHDR"]
    wide, high = struct.unpack(">II", header[:8])

    assert wide / WIDTH == pytest.approx(200 / 25.4, rel=0.01)
    assert high / HEIGHT == pytest.approx(200 / 25.4, rel=0.01)


def test_equal_bars_give_equal_bytes_that_name_no_program() -> None:
    png = chart_png(TWO, WIDTH, HEIGHT)

    assert chart_png(TWO, WIDTH, HEIGHT) == png
    assert not {b"tEXt", b"iTXt", b"zTXt", b"tIME"}.intersection(chunks(png))


def test_a_copier_sees_all_there_is() -> None:
    """Every dot is a grey: red, green and blue are the same."""
    found = chunks(chart_png(TWO, WIDTH, HEIGHT))
    assert found[b"IHDR"][9] == 6  # red, green, blue, opacity
    wide = struct.unpack(">I", found[b"IHDR"][:4])[0]
    data = zlib.decompress(found[b"IDAT"])
    line = 1 + 4 * wide
    # Every filter of a PNG treats the colours alike, so they are equal before and after it.
    for start in range(0, len(data), line):
        row = data[start + 1 : start + line]
        assert row[0::4] == row[1::4] == row[2::4]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.filterwarnings("error")
def test_names_are_no_formulas(text: str) -> None:
    drawn = bars((text[:40], (1, 2)), ("khác", (2, 1)), labels=(text, "thường"))
    plain = bars(("tên", (1, 2)), ("khác", (2, 1)), labels=("tên", "thường"))

    assert chart_png(drawn, WIDTH, HEIGHT) != chart_png(plain, WIDTH, HEIGHT)


@pytest.mark.parametrize("values", [(0, 0), (1, 0), (10**9, 1)])
def test_any_counts_can_be_drawn(values: tuple[int, int]) -> None:
    assert chart_png(bars(("số", values)), WIDTH, HEIGHT)


def test_a_chart_leaves_no_trace_in_matplotlib() -> None:
    chart_png(TWO, WIDTH, HEIGHT)

    assert "matplotlib.pyplot" not in sys.modules


def test_words_hold_every_value() -> None:
    assert spoken(TWO) == (
        "Biểu đồ cột: Tiến độ nhiệm vụ (nhiệm vụ). Tiếp nhận: xong 1.260, chưa 3; "
        "Đã giải quyết: xong 1.250, chưa 0."
    )


def test_without_matplotlib_the_officer_is_told_what_to_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

    with pytest.raises(ConversionError) as refused:
        chart_png(TWO, WIDTH, HEIGHT)

    assert refused.value.exit_code == EXIT_CONVERSION
    assert 'pip install "cchc_docs[charts]"' in refused.value.problems[0].fix
