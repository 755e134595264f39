"""The keys, by group, made from the command registry."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workjournal.ui import theme
from workjournal.ui.commands import Commands, keys_of

_SIZE, _EDGE = QSize(520, 760), 40


class ShortcutsDialog(QDialog):
    """A sheet of shortcuts. What holds inside lists and fields is told at its end."""

    def __init__(self, parent: QWidget | None, commands: Commands) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(self.windowTitle(), self)
        title.setProperty("role", "title")
        sheet = QWidget(self)
        sheet.setProperty("role", "page")
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        for group, members in commands.groups().items():
            rows = [(command.text, command.keys()) for command in members if command.shortcut]
            self._add(group or self.tr("Anywhere"), rows)
        self._add(self.tr("On a page"), self._on_pages())
        self._add(self.tr("In a text"), self._in_texts())
        self._add(self.tr("In lists"), self._in_lists())
        self._add(self.tr("While searching or jumping"), self._in_palette())
        self._add(self.tr("In the list of episodes"), self._in_episodes())
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 12, 20)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        room = parent.window().size() - QSize(_EDGE, _EDGE) if parent is not None else _SIZE
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(room))

    def _on_pages(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Save or finish what is being written"), keys_of("Ctrl+Return")),
            (self.tr("The day before"), keys_of("Alt+Left")),
            (self.tr("The day after"), keys_of("Alt+Right")),
            (self.tr("Export the review pack"), keys_of("Ctrl+E")),
            (self.tr("Close what is on top"), keys_of("Esc")),
        ]

    def _in_texts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Bold"), keys_of("Ctrl+B")),
            (self.tr("Italic"), keys_of("Ctrl+I")),
            (self.tr("Link"), keys_of("Ctrl+Shift+K")),
            (self.tr("An item of a list further in"), keys_of("Tab")),
            (self.tr("An item of a list further out"), keys_of("Shift+Tab")),
            (self.tr("Find in this text"), keys_of("Ctrl+F")),
            (self.tr("How it reads"), keys_of("Ctrl+Shift+P")),
            (self.tr("Paste without its looks"), keys_of("Ctrl+Shift+V")),
        ]

    def _in_lists(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Open the row"), keys_of("Enter")),
            (self.tr("Reflect, or what the row offers"), "R"),
            (self.tr("Be reminded later of a goal, on Today"), "S"),
            (self.tr("Move to the trash"), keys_of("Del")),
        ]

    def _in_episodes(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Choose the row, or let it go"), keys_of("Space")),
            (self.tr("Choose from here on"), f"{keys_of('Shift+Up')} · {keys_of('Shift+Down')}"),
            (self.tr("Choose everything that is listed"), keys_of("Ctrl+A")),
            (self.tr("Let go of what is chosen"), keys_of("Esc")),
            (self.tr("Tags of what is chosen"), "T"),
            (self.tr("The working day before without an entry"), "E"),
            (self.tr("The working day after without an entry"), keys_of("Shift+E")),
        ]

    def _in_palette(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Complete a filter or a name"), keys_of("Tab")),
            (self.tr("Show all results, the best first"), keys_of("Ctrl+Return")),
            (self.tr("Only commands"), ">"),
        ]

    def _add(self, group: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        line = self._grid.rowCount()
        heading = QLabel(group, self)
        heading.setProperty("role", "section")
        heading.setContentsMargins(0, 8 if line > 1 else 0, 0, 0)
        self._grid.addWidget(heading, line, 0, 1, 2)
        for text, keys in rows:
            line += 1
            hint = QLabel(keys, self)
            hint.setProperty("role", "kbd")
            self._grid.addWidget(QLabel(text, self), line, 0)
            self._grid.addWidget(hint, line, 1, Qt.AlignmentFlag.AlignTrailing)
