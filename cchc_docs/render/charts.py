"""Bar charts as pictures that stay readable in black and white; matplotlib draws them."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Final

from cchc_docs.errors import ConversionError, Place, Problem
from cchc_docs.model.report import Bars
from cchc_docs.vietnamese.numbers import number_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

_MM_PER_INCH: Final = 25.4
_DOTS_PER_INCH: Final = 200
_FONTS: Final = ("Times New Roman", "Liberation Serif", "DejaVu Serif")
_SIZE, _SMALL_SIZE, _FEW_LABELS = 10, 8, 8
_FEW_BARS: Final = 12  # more, and their values would run into each other side by side
_GROUP_WIDTH: Final = 0.8  # of the room a label has; the rest keeps groups apart
_WIDEST_BAR: Final = 0.5
_ROOM_ABOVE: Final = 1.2  # for the values over the bars
_LETTERS_ACROSS: Final = 62  # capital ones that fit side by side under the whole chart
_LETTERS_OF_A_MONTH: Final = 7
# Fill and hatch of the series in turn: a copier keeps them apart.
_FILLS: Final = (("0.35", ""), ("white", "////"), ("0.75", ""), ("white", "...."))


def chart_png(bars: Bars, width: float, height: float) -> bytes:
    """Return the chart as a PNG of `width` by `height` millimetres, without its title.

    Equal bars give equal bytes wherever the same fonts and matplotlib are installed.

    Raises:
        ConversionError: matplotlib is not installed.
    """
    figure = _figure(width, height)
    axes = figure.subplots()
    _draw(bars, axes)
    texts = [axes.yaxis.label, *axes.get_xticklabels(), *axes.get_yticklabels(), *axes.texts]
    legend = axes.get_legend()
    size = _SIZE if len(bars.labels) <= _FEW_LABELS else _SMALL_SIZE
    _set_type([*texts, *(legend.get_texts() if legend else ())], size)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None})
    return buffer.getvalue()


def spoken(bars: Bars) -> str:
    """Return the chart in words, with every value: who cannot see it hears this."""
    said = []
    for series in bars.series:
        pairs = zip(bars.labels, series.values, strict=True)
        values = ", ".join(f"{label} {number_text(value)}" for label, value in pairs)
        said.append(f"{series.name}: {values}")
    return f"Biểu đồ cột: {bars.title} ({bars.unit}). {'; '.join(said)}."


def _figure(width: float, height: float) -> Figure:
    """Return an empty figure with a canvas of its own: nothing is shared between documents."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        what = "Chưa cài thư viện matplotlib, không vẽ được biểu đồ."
        fix = 'Chạy: pip install "cchc_docs[charts]"; hoặc lập báo cáo không kèm biểu đồ.'
        raise ConversionError(Problem(Place(), what, fix)) from error
    figure = Figure((width / _MM_PER_INCH, height / _MM_PER_INCH), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def _draw(bars: Bars, axes: Axes) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    places = range(len(bars.labels))
    width = min(_GROUP_WIDTH / len(bars.series), _WIDEST_BAR)
    turn = 0 if len(bars.labels) * len(bars.series) <= _FEW_BARS else 90
    for number, series in enumerate(bars.series):
        shift = (number - (len(bars.series) - 1) / 2) * width
        fill, hatch = _FILLS[number % len(_FILLS)]
        drawn = axes.bar(
            [place + shift for place in places],
            series.values,
            width,
            color=fill,
            hatch=hatch,
            edgecolor="black",
            linewidth=0.6,
            label=str(number),
        )
        values = [number_text(value) for value in series.values]
        axes.bar_label(drawn, values, padding=2, rotation=turn)
    letters = max(_LETTERS_ACROSS // len(bars.labels), _LETTERS_OF_A_MONTH)
    axes.set_xticks(places, [textwrap.fill(label, letters) for label in bars.labels])
    highest = max(value for series in bars.series for value in series.values)
    axes.margins(x=0.02)
    axes.set_ylim(0, max(highest, 1) * _ROOM_ABOVE)
    axes.set_ylabel(bars.unit)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number_text(int(value))))
    axes.spines[["top", "right"]].set_visible(False)
    if len(bars.series) > 1:
        legend = axes.legend(
            loc="lower right", bbox_to_anchor=(1, 1), ncols=len(bars.series), frameon=False
        )
        for text, series in zip(legend.get_texts(), bars.series, strict=True):
            text.set_text(series.name)  # matplotlib would leave out a name that begins with "_"


def _set_type(texts: list[Text], size: int) -> None:
    """Set the letters of a document; a "$" in a name is no formula."""
    from matplotlib.font_manager import fontManager

    installed = {font.name for font in fontManager.ttflist}
    families = [name for name in _FONTS if name in installed]
    for text in texts:
        text.set_fontfamily(families)
        text.set_fontsize(size)
        text.set_parse_math(False)
