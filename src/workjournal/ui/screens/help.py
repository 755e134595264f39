"""Help: its pages beside each other, found while one types, and read."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedWidget

from workjournal.domain.folding import words_of
from workjournal.journal.journal import Journal
from workjournal.ui import language, tasks
from workjournal.ui.help.book import Book, book
from workjournal.ui.help.contents import CONTENTS, FIRST, SCHEME, split
from workjournal.ui.help.finding import Finder, Found
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.places import Topic
from workjournal.ui.prose import rendering
from workjournal.ui.prose.writing_keys import FIND, is_key, keeps
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.contents_list import ContentsList
from workjournal.ui.widgets.help_text import HelpText
from workjournal.ui.widgets.row_list import Row, RowList, grouped

_TOLD_AFTER_MS = 600
_ALT = Qt.KeyboardModifier.AltModifier


class HelpScreen(Screen):
    """Shows a page by its topic: "charts", or "charts#brier" for a section of it."""

    name = "help"
    title = QT_TRANSLATE_NOOP("HelpScreen", "Help")
    icon = "book-open"
    under = "help"
    help = "keyboard#help"

    back: QPushButton
    query: QLineEdit
    nothing: QLabel
    lists: QStackedWidget
    contents: ContentsList
    found: RowList
    text: HelpText

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._book: Book | None = None
        self._finder = Finder(())
        self._topic = FIRST
        self._before: list[str] = []
        self._came_from: tuple[str, object] | None = None
        self._tell = QTimer(self, interval=_TOLD_AFTER_MS, singleShot=True)
        rows = (Row(each.key, each.label(), icon=each.icon, group=each.heading()) for each in CONTENTS)
        self.contents.set_rows(grouped(rows))
        self._connect()
        # What charts, importers and methods say of themselves loads with them.
        tasks.run(lambda _report: _read(), self._open_book, self)

    def arrive(self, what: object) -> None:
        """With a page to read the keyboard is in it; without one, in the search."""
        if isinstance(what, Topic):
            self._came_from, self._before = what.back, []
        topic = what.page if isinstance(what, Topic) else what
        if isinstance(topic, str):
            self.query.clear()
            self._show(topic)
            self.text.setFocus()
        else:
            self._show(self._topic)
            self.query.setFocus()
            self.query.selectAll()

    def here(self) -> object:
        return self._topic

    def text_owner(self) -> object:
        """None of its texts is the journal's."""
        return None

    def go_back(self) -> None:
        """To the page before, or to the screen one came from."""
        if self._before:
            self._show(self._before.pop())
        else:
            self._leave_help()

    def event(self, event: QEvent) -> bool:
        """The key for finding is this page's own, not a shortcut of the window."""
        return keeps(event, FIND) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if is_key(event, FIND):
            self.query.setFocus()
            self.query.selectAll()
        elif key == Qt.Key.Key_Escape:
            if self.query.text():
                self.query.clear()
                self.query.setFocus()
            else:
                self._leave_help()
        elif key == Qt.Key.Key_Left and held == _ALT:
            self.go_back()
        elif key == Qt.Key.Key_Down and self.query.hasFocus():
            self._shown_list().setFocus()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.query.textChanged.connect(self._find)
        self.query.returnPressed.connect(self.text.setFocus)
        self.text.link_asked.connect(self._follow)
        self._tell.timeout.connect(self._announce)
        for rows in (self.contents, self.found):
            rows.selectionModel().currentChanged.connect(lambda *_, rows=rows: self._choose(rows))
            rows.opened.connect(lambda _id: self.text.setFocus())

    def _open_book(self, read: tuple[Book, Finder]) -> None:
        self._book, self._finder = read
        self._find(self.query.text())
        self._show(self._topic)

    # Reading

    def _follow(self, address: str) -> None:
        """A link between pages; there are no others."""
        if address.startswith(SCHEME):
            self._before.append(self._topic)
            self._show(address.removeprefix(SCHEME))

    def _choose(self, rows: RowList) -> None:
        topic = rows.current_id()
        if isinstance(topic, str) and rows is self._shown_list() and not self._is_shown(topic):
            if rows is self.contents:
                self._before.append(self._topic)
            self._show(topic)

    def _is_shown(self, topic: str) -> bool:
        """Whether it is; of a page in the list of pages, any of its sections counts."""
        return topic == self._topic or (not self.query.text() and split(self._topic)[0] == topic)

    def _show(self, topic: str) -> None:
        self._topic = topic
        page, anchor = split(topic)
        self.contents.choose(page)
        self.back.setVisible(bool(self._before) or self._came_from is not None)
        if self._book is not None:
            shown = self._book.page(topic)
            self.text.show_markdown(shown.markdown())
            self.text.go_to_heading(shown.place(anchor))

    def _leave_help(self) -> None:
        if self._came_from is not None:
            self.go.emit(*self._came_from)

    # Searching

    def _find(self, line: str) -> None:
        asked = bool(line.strip())
        hits = self._finder.find(line) if asked else []
        self.lists.setCurrentWidget(self.found if asked else self.contents)
        self.nothing.setVisible(asked and not hits and self._book is not None)
        self.found.set_rows([_row(hit) for hit in hits])
        self.text.mark(words_of(line) if asked else ())
        if hits:
            self.found.choose(hits[0].section.topic)
            self.found.scrollToTop()
        if asked:
            self._tell.start()

    def _shown_list(self) -> RowList:
        return self.found if self.lists.currentWidget() is self.found else self.contents

    def _announce(self) -> None:
        number = len(self.found.rows())
        told = self.tr("%n section(s) found", "", number) if number else self.nothing.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.query, told))


def _read() -> tuple[Book, Finder]:
    rendering.to_html("")  # loads what renders
    read = book(language.LANGUAGE)
    return read, Finder(read.sections())


def _row(hit: Found) -> Row:
    section = hit.section
    return Row(section.topic, section.title, hit.excerpt, section.page.icon)
