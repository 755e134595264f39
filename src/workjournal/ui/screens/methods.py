"""Methods: those that are shipped, to be read and copied, and the user's own, to be changed."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workjournal.domain.methods import METHODS
from workjournal.domain.own_method import OwnMethod
from workjournal.journal.journal import Journal
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import method_words
from workjournal.ui.parts.method_glance import MethodGlance
from workjournal.ui.parts.method_page import MethodPage
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.row_list import Row, RowList, grouped


class MethodsScreen(Screen):
    """A list and a page; a shipped method goes by its key, one of the user's own by its id."""

    name = "methods"
    title = QT_TRANSLATE_NOOP("MethodsScreen", "Reflection methods")
    icon = "list-checks"
    help = "methods"
    shows = frozenset({OwnMethod})
    under = "reflections"

    back: QPushButton
    teach: QLabel
    methods: RowList
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.glance, self.own = MethodGlance(self), MethodPage(journal, self)
        for part in (self.glance, self.own):
            self.detail_column.addWidget(part)
            part.copy_asked.connect(self._copy)
        self.own.trash_asked.connect(self._trash)
        self.own.toast.connect(self.toast)
        self.own.prompts.came.connect(self._bring_into_sight)
        self.back.clicked.connect(lambda: self.go.emit("reflections", None))
        self.methods.selectionModel().currentChanged.connect(
            lambda *_: self._choose(self.methods.current_id())
        )
        self.methods.opened.connect(self._choose)
        self.methods.trashed.connect(self._trash)

    def refresh(self) -> None:
        """Read the list again; the chosen method stays, with what is being typed in it."""
        own = self._journal.methods.own()
        at = self.methods.verticalScrollBar().value()
        self.methods.set_rows(grouped([*map(self._own_row, own), *self._shipped_rows()]))
        self.methods.verticalScrollBar().setValue(at)
        self.teach.setVisible(not own)
        present = self._present()
        if present in {each.id for each in own} or isinstance(present, str):
            self.own.refresh()
            self.methods.choose(present)
        else:
            self._open(own[0].id if own else METHODS[0].key)

    def arrive(self, what: object) -> None:
        if isinstance(what, UUID) or what in {method.key for method in METHODS}:
            self._open(what)
        self._show_from_the_top()
        self.methods.setFocus()

    def leave(self) -> None:
        self.own.leave()

    def here(self) -> object:
        return self.own.method_id

    def topic(self) -> str:
        return f"{self.help}#{self.glance.key}" if self.glance.key else "reflecting#own"

    def _show_from_the_top(self) -> None:
        """The user's own stand there; as far down as it takes to see the one that is chosen."""
        self.methods.doItemsLayout()
        self.methods.scrollToTop()
        self.methods.scrollTo(self.methods.currentIndex())

    def _present(self) -> object:
        return self.own.method_id or self.glance.key or None

    def _own_row(self, own: OwnMethod) -> Row:
        number = self.tr("%n question(s)", "", len(own.prompts))
        second = self.tr("{questions} · edition {number}").format(questions=number, number=own.edition)
        return Row(own.id, own.name, second, "pencil", "accent", group=self.tr("Yours"))

    def _shipped_rows(self) -> list[Row]:
        words, group = method_words.shipped, self.tr("Shipped")
        return [
            Row(method.key, words(method.name), words(method.offered), "book-open", group=group)
            for method in METHODS
        ]

    def _choose(self, method: object) -> None:
        if method is not None and method != self._present():
            self._open(method)

    def _open(self, method: object) -> None:
        """Show a method, once what was typed in the one before is saved; what cannot be saved stays a draft."""
        self.own.close_method()
        is_own = isinstance(method, UUID)
        if isinstance(method, UUID):
            self.own.open(method)
        else:
            self.glance.show_method(next(known for known in METHODS if known.key == method))
        self.own.setVisible(is_own)
        self.glance.setVisible(not is_own)
        self.page_scroll.verticalScrollBar().setValue(0)
        self.methods.choose(method)

    def _copy(self, key: object) -> None:
        """Make one's own of a method and begin with its name."""
        methods = self._journal.methods
        name = method_words.copy_name(methods.find(str(key)), {own.name for own in methods.own()})
        own = methods.copy(str(key), name)
        self.refresh()
        self._open(own.id)
        self._show_from_the_top()
        self.own.name.setFocus()
        self.own.name.selectAll()
        self.toast.emit(self.tr("Copied; it is yours now"), partial(methods.trash, own.id))

    def _trash(self, method_id: object) -> None:
        if isinstance(method_id, UUID):
            self.own.leave()
            self._journal.methods.trash(method_id)
            told = self.tr("Method moved to the trash; its reflections keep their questions")
            self.toast.emit(told, partial(self._journal.methods.restore, method_id))

    def _bring_into_sight(self, row: QWidget) -> None:
        # Its place is known once the page has been laid out again.
        QTimer.singleShot(0, self, lambda: self.page_scroll.ensureWidgetVisible(row, 0, 24))
