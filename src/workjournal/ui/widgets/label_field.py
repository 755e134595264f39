"""Words as chips: tags, people, skills."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Property, QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from workjournal.ui import icons, theme
from workjournal.ui.widgets.completer import Completer
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.flow import FlowLayout

_WIDEST = 200


class LabelField(QFrame):
    """Chips and a line to type the next; its USER property `labels` is a list of str.

    Enter, a comma or leaving the line makes a chip of what is typed, Backspace in the empty line removes the last one.
    In a form, `placeholder` is shown while there is no chip.
    """

    changed = Signal()
    typing = Signal()
    """`pending` changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[str] = []
        self._chips: list[QFrame] = []
        self._put_back = False
        self._known = QStringListModel(self)
        self.setProperty("role", "field")
        self.line = QLineEdit(self)
        self.line.setProperty("role", "bare")
        self.line.setMinimumSize(theme.px(60), theme.px(26))
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(lambda _: self.typing.emit())
        self._flow = FlowLayout(self, gap=6, stretch_last=theme.px(64))
        self._flow.setContentsMargins(8, 4, 8, 4)
        self._flow.addWidget(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._complete()

    @property
    def pending(self) -> str:
        """Words in the line that are no chip yet. Put back, they become one only by Enter or once they were changed."""
        return self.line.text().strip()

    @pending.setter
    def pending(self, words: str) -> None:
        self._put_back = bool(words)
        self.line.setText(words)

    def set_known(self, names: Iterable[str]) -> None:
        """Names offered while typing."""
        self._known.setStringList(sorted(set(names), key=str.casefold))

    def set_placeholder(self, text: str) -> None:
        self._placeholder = text
        self._renew()

    def add(self, text: str) -> None:
        """Add one label; the known spelling wins over the typed one, and nothing is there twice."""
        name = " ".join(text.split())
        spellings = {known.casefold(): known for known in self._known.stringList()}
        name = spellings.get(name.casefold(), name)
        if name and name.casefold() not in {label.casefold() for label in self._labels}:
            self._set_labels([*self._labels, name])

    def remove(self, label: str) -> None:
        """Take one label away and leave the keyboard in the line."""
        self._set_labels([kept for kept in self._labels if kept != label])
        self.line.setFocus()

    def finish(self) -> None:
        """Make a chip of the words in the line."""
        text = self.line.text()
        self.pending = ""
        self.add(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
                theme.restyle(self)
                if event.type() == QEvent.Type.FocusOut and not (self._put_back or self._popup_open()):
                    self.finish()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        self._renew()  # the form has named it by now
        super().showEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on. A focus proxy would do it too, but Tab comes back to its widget from far away."""
        super().focusInEvent(event)
        self.line.setFocus(event.reason())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        if (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers()
            and self.line.text().strip()
        ):
            self.finish()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._labels:
            self._set_labels(self._labels[:-1])
            return True
        return False

    def _typed(self, text: str) -> None:
        self._put_back = False
        *whole, rest = text.split(",")
        if whole:
            self.line.setText(rest.lstrip())
            for name in whole:
                self.add(name)

    def _complete(self) -> None:
        completer = Completer(self._known, self)
        self.line.setCompleter(completer)
        # Queued: the completer writes the chosen name into the line after it has told of it.
        completer.activated.connect(lambda _: self.finish(), Qt.ConnectionType.QueuedConnection)

    def _popup_open(self) -> bool:
        popup = self.line.completer().popup()
        return popup is not None and popup.isVisible()

    def _chip(self, label: str) -> QFrame:
        chip = QFrame(self)
        chip.setProperty("role", "tag")
        row = QHBoxLayout(chip)
        row.setContentsMargins(10, 0, 5, 0)
        row.setSpacing(3)
        word = ElidedLabel(chip)
        word.setText(label)
        word.setMaximumWidth(theme.px(_WIDEST))
        remove = QToolButton(chip)
        remove.setProperty("role", "remove")
        remove.setIcon(icons.icon("x", "info"))
        remove.setIconSize(QSize(theme.px(12), theme.px(12)))
        remove.setAccessibleName(self.tr("Remove {name}").format(name=label))
        remove.setToolTip(remove.accessibleName())
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.clicked.connect(partial(self.remove, label))
        row.addWidget(word)
        row.addWidget(remove)
        chip.setFixedHeight(theme.px(26))
        chip.show()
        return chip

    def _renew(self) -> None:
        self.line.setPlaceholderText("" if self._labels else self._placeholder)
        self.setAccessibleDescription(", ".join(self._labels))
        self.line.setAccessibleName(self.accessibleName())
        self.line.setAccessibleDescription(self.accessibleDescription())
        self._flow.invalidate()
        self.updateGeometry()

    def _order(self) -> None:
        """The chips stand before the line for Tab too; the line keeps its place in the window's order."""
        before = self.line.previousInFocusChain()
        for chip in self._chips:
            remove = chip.findChild(QToolButton)
            assert before is not None
            assert remove is not None
            QWidget.setTabOrder(before, remove)
            before = remove

    _placeholder = ""

    def _get_labels(self) -> list[str]:
        return list(self._labels)

    def _set_labels(self, labels: Iterable[str] | None) -> None:
        wanted = list(labels or ())
        if wanted == self._labels:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._labels = wanted
        self._chips = [self._chip(label) for label in wanted]
        for place, chip in enumerate(self._chips):
            self._flow.insert(place, chip)
        self._order()
        self._renew()
        self.changed.emit()

    labels: list[str] = Property(object, _get_labels, _set_labels, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
    placeholder: str = Property(str, lambda self: self._placeholder, set_placeholder)  # type: ignore[assignment]
