"""One setting: its name, what it does, the field, and the way back to what it was at first."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.folding import fold
from workjournal.journal.setting import Setting
from workjournal.journal.setting_controls import OneOf
from workjournal.ui import icons, theme
from workjournal.ui.setting.fields import field_for, label_of, words


class SettingRow(QWidget):
    """Emits `changed` with the setting and the value that is wanted; what it shows comes from outside."""

    changed = Signal(object, object)

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.label, self.words = QLabel(words(setting.label), self), QLabel(words(setting.words), self)
        self.field = field_for(setting, self)
        self.reset = QPushButton(self)
        self._shown: object = setting.default
        self._dress()
        self._lay()
        self.field.changed.connect(self.take)
        self.reset.clicked.connect(lambda: self.changed.emit(self.setting, self.setting.default))

    def show_value(self, value: object, *, useful: bool = True) -> None:
        """Show a value; `useful` is whether the switch it needs is on."""
        self._shown = value
        field = self.field.widget
        field.blockSignals(True)
        self.field.show(value)
        field.blockSignals(False)
        self.setEnabled(useful)
        self.reset.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._offer_reset(differs=self._differs(value))

    def explain(self, instead: str = "") -> None:
        """Say what it does, or something instead."""
        text = instead or words(self.setting.words)
        self.words.setText(text)
        self.field.widget.setAccessibleDescription(text)

    def fits(self, asked: list[str]) -> bool:
        """Whether all of these folded words stand in what is read here, its heading and its options included."""
        control, setting = self.setting.control, self.setting
        options = [label_of(option) for option in control.options] if isinstance(control, OneOf) else []
        read = fold(" ".join((self.label.text(), self.words.text(), words(setting.group), *options)))
        return all(word in read for word in asked)

    def _differs(self, value: object) -> bool:
        told = self.setting.control.told
        return value != self.setting.default and told(value) != told(self.setting.default)

    def _offer_reset(self, *, differs: bool) -> None:
        had_focus = self.reset.hasFocus()
        self.reset.setVisible(differs)
        if had_focus and not differs:
            self.field.widget.setFocus()

    def take(self) -> None:
        """Tell what is in the field, if that is another value, also one that is still being typed."""
        value = self.field.value()
        if value is None:
            self.show_value(self._shown, useful=self.isEnabled())
        elif value != self._shown:
            self.changed.emit(self.setting, value)

    def _dress(self) -> None:
        self.label.setProperty("role", "strong")
        self.words.setProperty("role", "muted")
        for text in (self.label, self.words):
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setMinimumWidth(1)  # else its longest word is, and the page grows wider than its window
        self.label.setBuddy(self.field.widget)
        self.reset.setProperty("role", "icon")
        self.reset.setIcon(icons.icon("rotate-ccw"))
        first = words(self.setting.control.told(self.setting.default))
        self.reset.setToolTip(self.tr("Back to what it was at first: {value}").format(value=first or "–"))
        name = self.tr("Reset “{setting}”").format(setting=words(self.setting.label))
        self.reset.setAccessibleName(name)
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # fields of all rows end at the same place
        self.reset.setSizePolicy(kept)

    def _lay(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.label)
        texts.addWidget(self.words)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(texts, 1)
        if self.field.wide:
            texts.addSpacing(6)
            texts.addWidget(self.field.widget)
        else:
            whole.addSpacing(8)
            whole.addWidget(self.field.widget)
        whole.addWidget(self.reset)
