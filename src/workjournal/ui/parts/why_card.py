"""Why a method asks what it asks: where it comes from, and what to be careful about."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workjournal.domain.methods.method import Method
from workjournal.ui.widgets.icon_label import IconLabel


class WhyCard(QFrame):
    """Shows only; nothing of a method that says nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-sunken")
        heading = QLabel(self.tr("Why these questions"), self)
        heading.setProperty("role", "strong")
        self.caution, self.source = QLabel(self), QLabel(self)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(IconLabel(self, "info"))
        head.addWidget(heading, 1)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(6)
        column.addLayout(head)
        for label in (self.caution, self.source):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            column.addWidget(label)

    def show_method(self, method: Method) -> None:
        """Say what there is to say of it."""
        for label, text in ((self.caution, method.caution), (self.source, method.source)):
            label.setText(QCoreApplication.translate("methods", text) if text else "")
            label.setVisible(bool(text))
        self.setVisible(bool(method.caution or method.source))
