"""Settings of this computer, put on while the program runs."""

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

from workjournal.settings import Settings
from workjournal.ui import theme

LOOK = {"theme", "scale", "contrast", "still"}
SMALLEST, LARGEST = 0.8, 2.0


def dress(app: QApplication, settings: Settings) -> None:
    """Let the program look as is wanted here; a size from a stranger's hand is brought within bounds."""
    scale = min(LARGEST, max(SMALLEST, settings.scale))
    theme.apply(app, settings.theme, scale, contrast=settings.contrast, still=settings.still)


def change(settings: Settings, changes: Mapping[str, object]) -> None:
    """Keep these, and look anew at once if that is among them."""
    settings.change(changes)
    app = QApplication.instance()
    if LOOK & changes.keys() and isinstance(app, QApplication):
        dress(app, settings)
