"""A fault of the program: what it is called, where it happened, and that nothing was sent anywhere."""

from typing import ClassVar

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from workjournal.ui import icons
from workjournal.ui.widgets.plain_dialog import PlainDialog


class CrashDialog(PlainDialog):
    """The code of a fault and its traceback, which holds no words out of the journal."""

    _open: ClassVar["CrashDialog | None"] = None

    def __init__(self, parent: QWidget | None, code: str, trace: str) -> None:
        super().__init__(
            parent,
            self.tr("Workjournal made a mistake"),
            self.tr(
                "What was saved is kept. The fault has the code {code}. The lines below say where it happened; "
                "they hold nothing out of your journal and were sent to nobody."
            ).format(code=code),
            "circle-alert",
            "danger",
        )
        self.trace = QPlainTextEdit(f"{code}\n{trace}", self)
        self.trace.setReadOnly(True)
        self.trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.trace.setMinimumSize(520, 180)
        self.trace.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.trace.setAccessibleName(self.tr("Where it happened"))
        self.body.addWidget(self.trace)
        self.copy = self.add_button(self.tr("Copy"))
        icons.put(self.copy, "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.trace.toPlainText()))
        self.add_button(self.tr("Continue"), "primary", default=True).clicked.connect(self.accept)

    @classmethod
    def tell(cls, parent: QWidget | None, code: str, trace: str) -> "CrashDialog":
        """Open one, unless one is open: a fault that repeats with every repaint must not bury the window."""
        if cls._open is None or not isValid(cls._open) or not cls._open.isVisible():
            cls._open = cls(parent, code, trace)
            cls._open.open()
        return cls._open
