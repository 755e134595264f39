"""A shipped method to read: when it is offered, what it asks, and a way to make one's own of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.methods.method import Method, Prompt
from workjournal.ui import form, theme
from workjournal.ui.parts import method_words
from workjournal.ui.parts.did_it_work import words
from workjournal.ui.widgets.chip import Chip


class MethodGlance(QWidget):
    """Nothing on it can be changed: what is shipped stays as it is."""

    copy_asked = Signal(object)

    copy: QPushButton
    named: QLabel
    offered: QLabel
    caution: QLabel
    caution_icon: QWidget
    source: QLabel
    asked_title: QLabel
    asked_column: QVBoxLayout

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._asked: list[QWidget] = []
        form.fill(self, "method_glance")
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self._key))

    @property
    def key(self) -> str:
        """The method that is shown."""
        return self._key

    def show_method(self, method: Method) -> None:
        """Show a method."""
        if method.key == self._key:
            return
        self._key = method.key
        self.named.setText(method_words.shipped(method.name))
        texts = ((self.offered, method.offered), (self.caution, method.caution), (self.source, method.source))
        for label, text in texts:
            label.setText(method_words.shipped(text))
            label.setVisible(bool(text))
        self.caution_icon.setVisible(bool(method.caution))
        self.asked_title.setText(self.tr("%n question(s)", "", len(method.prompts)))
        for known in self._asked:
            self.asked_column.removeWidget(known)
            known.hide()
            known.deleteLater()
        self._asked = [self._question(place, prompt) for place, prompt in enumerate(method.prompts, 1)]
        for made in self._asked:
            self.asked_column.addWidget(made)

    def _question(self, place: int, prompt: Prompt) -> QWidget:
        made = QWidget(self)
        number = QLabel(str(place), made)
        number.setProperty("role", "muted")
        number.setFixedWidth(theme.px(16))
        row, column = QHBoxLayout(made), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column.setSpacing(2)
        column.addWidget(words(made, method_words.shipped(prompt.text), "strong"))
        if prompt.hint:
            column.addWidget(words(made, method_words.shipped(prompt.hint), "muted"))
        if prompt.distanced:
            back = self.tr("After a failure: {question}").format(
                question=method_words.shipped(prompt.distanced)
            )
            column.addWidget(words(made, back, "muted"))
        column.addStretch(1)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        if (chip := method_words.part_chip(prompt.part)) is not None:
            row.addWidget(Chip(made, chip.text, tone=chip.tone), 0, Qt.AlignmentFlag.AlignTop)
        return made
