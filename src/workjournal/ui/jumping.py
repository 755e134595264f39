"""Search or jump: the palette over the opened journal, what was looked at last, and going to what was found."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QStackedWidget, QWidget

from workjournal.domain.query_line import Piece, unfinished
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.search import Hit
from workjournal.ui.commands import Commands
from workjournal.ui.dialogs.palette import COMMANDS, Found, Offers, Palette, PaletteItem, items_of
from workjournal.ui.errands import ShowFound
from workjournal.ui.parts import search_found, search_selecting, search_words
from workjournal.ui.parts.search_asking import Asking
from workjournal.ui.parts.search_found import Looked
from workjournal.ui.parts.search_offers import Offered, SearchOffers
from workjournal.ui.parts.search_recent import Recent
from workjournal.ui.window_words import in_the_window

Go = Callable[[str, object], object]
SCREEN = "search"
"""The screen of all results."""


class Jumping(QObject):
    """Belongs to the workspace, of which it knows the stack of screens and how to `go` to one.

    Args:
        screens: the group of those commands that go to a screen.
    """

    def __init__(
        self,
        journal: Journal,
        space: QWidget,
        stack: QStackedWidget,
        commands: Commands,
        go: Go,
        screens: str,
    ) -> None:
        super().__init__(space)
        self._journal, self._space, self._stack, self._commands = journal, space, stack, commands
        self._go, self._screens = go, screens
        self.recent = Recent(journal)
        self.palette: Palette | None = None
        self._offers = SearchOffers(journal)
        self._asking = Asking(self, lambda line: search_found.look(journal, str(line)))
        self._asking.answered.connect(self._answer)
        self._asking.refused.connect(self._refuse)

    def open(self) -> None:
        """Bring up the palette."""
        if self.palette is None:
            self.palette = Palette(self._space, [])
            self.palette.offers = self._offered
            self.palette.queried.connect(self._ask)
            self.palette.all_asked.connect(partial(self._go, SCREEN))
            self.palette.closed.connect(self._forget)
        self._offers.forget()
        commands = items_of(self._commands, screens=self._screens)
        self.palette.set_items([*commands, *self._saved()], self._recent())
        self.palette.open()

    def open_menu(self, corner: QPoint) -> None:
        """The menu of all commands, above a corner of the screen."""
        menu = self._commands.menu(self._space)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def visited(self, screen: str, what: object) -> None:
        """A thing was looked at, if it is one."""
        if isinstance(what, UUID):
            self.recent.add(screen, what)

    def keep(self) -> None:
        """Have what was looked at in the vault; a disk that fails is told by what saves more."""
        with suppress(JournalError):
            self.recent.keep()

    def show(self, found: ShowFound) -> None:
        """Go to something that was found, with the words selected where they stand in a text."""
        self._go(found.screen, found.what)
        page = self._stack.currentWidget()
        if page is not None:
            search_selecting.select(page, found.words)

    def _show_hit(self, hit: Hit) -> None:
        screen, what = search_words.place_of(self._journal, hit)
        self.show(ShowFound(screen, what, search_words.found_words(hit)))

    def _ask(self, line: str) -> None:
        if not line.strip() or line.startswith(COMMANDS):
            self._asking.forget()
        elif self.palette is not None:
            self.palette.expect()
            self._asking.ask(line)

    def _forget(self) -> None:
        self._asking.forget()
        self._offers.forget()

    def _answer(self, line: str, looked: object) -> None:
        assert isinstance(looked, Looked)
        if self.palette is not None:
            rows = search_found.items(self._journal, line, looked, self._show_hit, partial(self._go, SCREEN))
            self.palette.set_found(line, Found(rows, search_found.counted(looked.total)))

    def _refuse(self, line: str, problem: str) -> None:
        if self.palette is not None:
            self.palette.set_found(line, Found(problem=in_the_window(problem)))

    def _offered(self, line: str) -> Offers:
        named = unfinished(line)
        values = [self._completion(named, each) for each in self._offers.of_values(line)]
        return values, [self._completion(named, each) for each in self._offers.of_filters(line)]

    def _completion(self, piece: Piece | None, offered: Offered) -> PaletteItem:
        group = self.tr("Go on with") if piece is not None and piece.name else self.tr("Filters")
        return PaletteItem(group, "filter", offered.text, offered.meaning, line=offered.line)

    def _saved(self) -> list[PaletteItem]:
        return [
            PaletteItem(
                self.tr("Saved searches"),
                "star",
                each.name,
                each.query,
                run=partial(self._go, SCREEN, each.query),
            )
            for each in self._journal.search.saved()
        ]

    def _recent(self) -> list[PaletteItem]:
        return [
            PaletteItem(
                self.tr("Looked at last"),
                search_words.kind_icon(each.kind),
                each.name,
                search_words.kind_word(each.kind),
                run=partial(self._go, each.screen, each.thing),
            )
            for each in self.recent.things()
        ]
