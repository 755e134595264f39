"""Settings: what is chosen on this computer, what is chosen in this journal; found by a word, applied at once."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workjournal.domain.folding import fold
from workjournal.domain.keeping import Preference
from workjournal.journal.every_setting import SETTINGS
from workjournal.journal.journal import Journal
from workjournal.journal.setting import Group, Setting, Where
from workjournal.settings import Settings
from workjournal.ui import errands, icons, tab_order, theme, tray
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.prose.writing_keys import FIND, is_key, keeps
from workjournal.ui.screen import Screen
from workjournal.ui.setting.card import SettingCard
from workjournal.ui.setting.language_chips import LanguageChips
from workjournal.ui.setting.row import SettingRow
from workjournal.ui.widgets.empty_state import EmptyState

_ELSEWHERE = (
    ("safety", "key-round", QT_TRANSLATE_NOOP("SettingsScreen", "What opens the journal")),
    ("backups", "archive", QT_TRANSLATE_NOOP("SettingsScreen", "Backups and their second place")),
    ("growth", "chart-line", QT_TRANSLATE_NOOP("SettingsScreen", "Which charts are shown")),
    ("methods", "list-checks", QT_TRANSLATE_NOOP("SettingsScreen", "Reflection methods of your own")),
    ("names", "users", QT_TRANSLATE_NOOP("SettingsScreen", "People, tags and skills")),
)
"""A screen, an icon, and what is set there."""


class SettingsScreen(Screen):
    """A row for each of SETTINGS. Those of the computer are the window's to change, since it applies them."""

    name = "settings"
    title = QT_TRANSLATE_NOOP("SettingsScreen", "Settings")
    icon = "settings"
    help = "settings"
    shows = frozenset({Preference, Settings})
    under = "settings"

    sought: QLineEdit
    page_scroll: QScrollArea
    nothing: EmptyState
    computer: QWidget
    computer_column: QVBoxLayout
    reset_all: QPushButton
    in_journal: QWidget
    journal_column: QVBoxLayout
    elsewhere_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.sought.setMinimumWidth(theme.px(280))
        self.sought.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.rows = {setting.key: SettingRow(setting) for setting in SETTINGS}
        self.cards = {where: self._cards(where) for where in Where}
        for where, column in (
            (Where.COMPUTER, self.computer_column),
            (Where.JOURNAL, self.journal_column),
        ):
            for card in self.cards[where]:
                column.addWidget(card)
        self.pages = {screen: self._page(screen, icon, words) for screen, icon, words in _ELSEWHERE}
        self._find("")
        self.sought.textChanged.connect(self._find)
        self.nothing.acted.connect(self._show_all)
        self.reset_all.clicked.connect(self._reset_all)
        for row in self.rows.values():
            row.changed.connect(self._change)
            if isinstance(row.field.widget, LanguageChips):
                row.field.widget.filled.connect(lambda: tab_order.chain(self))

    def refresh(self) -> None:
        """Read all values again."""
        settings = Settings.load()
        values = {setting.key: self._value(setting, settings) for setting in SETTINGS}
        for key, row in self.rows.items():
            needs = row.setting.needs
            row.show_value(values[key], useful=not needs or values[needs] == "on")
        self.reset_all.setEnabled(bool(self._changed_here(settings)))
        self.in_journal.setEnabled(not self._journal.read_only)
        self._fit_tray()

    def arrive(self, what: object) -> None:
        """All of them with the keyboard in the search, or at the setting with that key."""
        self._show_all()
        self.refresh()
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.LayoutRequest
        )  # where a row stands is known only then
        row = self.rows.get(what) if isinstance(what, str) else None
        if row is not None:
            row.field.widget.setFocus()
            self.page_scroll.ensureWidgetVisible(row, 0, 120)

    def here(self) -> object:
        """The key of the setting that has the keyboard."""
        at = self.focusWidget()
        return next((key for key, row in self.rows.items() if at is not None and row.isAncestorOf(at)), None)

    def leave(self) -> None:
        """Take what is still being typed."""
        for row in self.rows.values():
            if row.isEnabled() and row.field.typed:
                row.take()

    def event(self, event: QEvent) -> bool:
        """The key for finding is this page's own, not a shortcut of the window."""
        return keeps(event, FIND) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, FIND):
            self.sought.setFocus()
            self.sought.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.sought.text():
            self._show_all()
        else:
            super().keyPressEvent(event)

    def _fit_tray(self) -> None:
        """A setting that nothing comes of here says why."""
        row, there = self.rows["stay_in_tray"], tray.is_there()
        row.setEnabled(there)
        instead = self.tr(
            "This desktop shows no icons in a tray, so a reminder appears in the window while that is open, and the "
            "program ends with its window."
        )
        row.explain("" if there else instead)

    def _cards(self, where: Where) -> list[SettingCard]:
        """One for each group in which there is a setting."""
        made = []
        for group in Group:
            rows = [
                row for row in self.rows.values() if (row.setting.where, row.setting.group) == (where, group)
            ]
            if rows:
                made.append(SettingCard(group, rows, self))
        return made

    def _page(self, screen: str, icon: str, words: str) -> QPushButton:
        button = QPushButton(self.tr(words), self)
        button.setProperty("role", "link")
        icons.put(button, icon)
        button.clicked.connect(lambda *_: self.go.emit(screen, None))
        self.elsewhere_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return button

    def _value(self, setting: Setting, settings: Settings) -> object:
        if setting.where is Where.COMPUTER:
            return setting.of_computer(settings)
        return setting.of_journal(self._journal.preferences)

    def _change(self, setting: Setting, value: object) -> None:
        if setting.where is Where.COMPUTER:
            self.errand.emit(errands.Change({setting.key: value}))
        else:
            setting.put(self._journal.preferences, value)
        self.refresh()

    def _changed_here(self, settings: Settings) -> dict[str, object]:
        """What differs on this computer from what it is at first."""
        here = {each: each.of_computer(settings) for each in SETTINGS if each.where is Where.COMPUTER}
        return {setting.key: value for setting, value in here.items() if value != setting.default}

    def _reset_all(self) -> None:
        before = self._changed_here(Settings.load())
        self._change_here({setting.key: setting.default for setting in SETTINGS if setting.key in before})
        self.sought.setFocus()
        told = self.tr("%n setting(s) of this computer brought back", "", len(before))
        self.toast.emit(told, partial(self._change_here, before))

    def _change_here(self, changes: dict[str, object]) -> None:
        self.errand.emit(errands.Change(changes))
        self.refresh()

    def _show_all(self) -> None:
        self.sought.clear()
        self.sought.setFocus()

    def _find(self, text: str) -> None:
        asked = fold(text).split()
        found = {where: sum(card.narrow(asked) for card in cards) for where, cards in self.cards.items()}
        total = sum(found.values())
        self.computer.setVisible(bool(found[Where.COMPUTER]))
        self.in_journal.setVisible(bool(found[Where.JOURNAL]))
        self.nothing.setVisible(not total)
        if asked:
            words = self.tr("%n setting(s) found", "", total)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.sought, words))
