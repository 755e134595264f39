"""Every chart looks as it did when it was last looked at, in both themes.

The pictures in tests/ui/pictures are of the year in chart_histories.py. After a wanted change: look at the new ones that
a failing test leaves in its temporary folder, then `WORKJOURNAL_NEW_PICTURES=1 .venv/bin/python -m pytest` this file.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chart_histories import YEAR
from ui.showing import on_screen
from workjournal.charts import CHARTS
from workjournal.charts.chart import Chart
from workjournal.ui import theme
from workjournal.ui.widgets.chart_card import ChartCard

Pixels = NDArray[np.int_]
PICTURES = Path(__file__).parent / "pictures"
SIZE = QSize(560, 380)
FEW = 0.004
"""Share of pixels that may differ: another build of the font renderer moves an edge here and there."""
CLEARLY = 48
"""By so much of 255 a pixel must differ to count."""


def pixels(image: QImage) -> Pixels:
    """Red, green and blue of each pixel, shape (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).astype(int)


@pytest.fixture(params=["light", "dark"])
def mode(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, "light")


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_it_looks_as_it_did(qtbot: QtBot, chart: Chart, mode: str, tmp_path: Path) -> None:
    card = ChartCard(chart.key, chart.title)
    card.setFixedSize(SIZE)
    on_screen(qtbot, card)
    card.show_figure(chart.figure(YEAR))
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()  # as it is looked at, without a point that is read out
    qtbot.wait(30)  # Qt lays out and breaks lines in several passes
    drawn = card.picture().toImage()
    kept = PICTURES / f"{chart.key}-{mode}.png"
    if os.environ.get("WORKJOURNAL_NEW_PICTURES"):
        drawn.save(str(kept))
    drawn.save(str(tmp_path / kept.name))
    wanted = QImage(str(kept))
    assert wanted.size() == drawn.size(), f"no picture of that size: {kept.name}"
    apart = np.abs(pixels(drawn) - pixels(wanted)).max(axis=2) > CLEARLY
    assert apart.mean() <= FEW, f"{apart.mean():.1%} of it differ; see {tmp_path / kept.name}"


def test_there_are_no_pictures_of_other_charts() -> None:
    assert {file.stem for file in PICTURES.glob("*.png")} == {
        f"{chart.key}-{mode}" for chart in CHARTS for mode in ("light", "dark")
    }
