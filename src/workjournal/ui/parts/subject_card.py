"""What a reflection is about, above its questions."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.ui import words
from workjournal.ui.parts import period_words
from workjournal.ui.parts.subject import Subject
from workjournal.ui.widgets.icon_label import IconLabel


class SubjectCard(QFrame):
    """Title, day and text, and the way to the thing itself."""

    go = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-sunken")
        self._subject: Subject | None = None
        self._icon = IconLabel(self, side=18)
        self.title, self.when, self.text = QLabel(self), QLabel(self), QLabel(self)
        for label, role in ((self.title, "strong"), (self.when, "caption"), (self.text, "text2")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self.open = QPushButton(self.tr("Open"), self)
        self.open.setObjectName("open_context")
        self.open.setProperty("role", "link")
        self.open.clicked.connect(self._open)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        head.addWidget(self.when)
        head.addWidget(self.open)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)

    def show_subject(self, subject: Subject | None, today: dt.date) -> None:
        """Show it, or nothing."""
        self._subject = subject
        self.setVisible(subject is not None)
        if subject is None:
            return
        self._icon.set_icon(subject.icon)
        self.title.setText(subject.title)
        ending = period_words.ending(subject.period, today) if subject.period else ""
        self.when.setText(words.day(subject.day, today) if subject.day else ending)
        self.open.setVisible(bool(subject.screen))
        self.text.setText(subject.text)
        self.text.setVisible(bool(subject.text))

    def _open(self) -> None:
        if self._subject is not None:
            self.go.emit(self._subject.screen, self._subject.about)
