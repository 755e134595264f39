"""The window's language. The source is English; its own file gives the plurals."""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from workjournal import resources

LANGUAGE = "en"


def install(app: QApplication) -> None:
    """Load the texts of the language; the application owns them."""
    translator = QTranslator(app)
    if translator.load(str(resources.path("i18n", f"workjournal_{LANGUAGE}.qm"))):
        app.installTranslator(translator)
