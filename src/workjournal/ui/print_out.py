"""Printing what is on the screen: one command, its key, and the buttons `print_` of the screens."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.ui.commands import Command
from workjournal.ui.dialogs.print_episodes import PrintEpisodesDialog
from workjournal.ui.packing.pack_printing import PackPrinting
from workjournal.ui.parts.print_subjects import around
from workjournal.ui.screen import Screen
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.screens.episodes import EpisodesScreen
from workjournal.ui.screens.pack import PackScreen
from workjournal.ui.screens.today import TodayScreen
from workjournal.ui.widgets.choice_box import Choice

Say = Callable[[str, None], object]


def commands(journal: Journal, stack: QStackedWidget, say: Say, group: str) -> Iterator[Command]:
    """The command for the screens of this stack; `say` tells what was done, and that it cannot be undone."""
    out = PrintOut(journal, stack, say)
    yield Command("print", out.tr("Print…"), "printer", "Ctrl+P", out.print_, group)


class PrintOut(QObject):
    """Knows what each screen that can be printed has to print."""

    def __init__(self, journal: Journal, stack: QStackedWidget, say: Say) -> None:
        super().__init__(stack)
        self._journal, self._stack, self._say = journal, stack, say
        stack.widgetAdded.connect(lambda place: self._serve(stack.widget(place)))

    def print_(self) -> None:
        """Ask how the screen that is up is to be printed."""
        screen = self._stack.currentWidget()
        if isinstance(screen, PackScreen):
            self._print_pack(screen)
            return
        assert isinstance(screen, Screen)
        subjects = self._subjects(screen)
        if subjects:
            PrintEpisodesDialog.ask(screen, self._journal, subjects, self._tell)
        elif isinstance(screen, EpisodeScreen):
            self._tell(self.tr("There is nothing to print yet: write something first"))
        else:
            self._tell(self.tr("Episodes, days and review packs can be printed. Go to one of them first."))

    def _serve(self, screen: QWidget | None) -> None:
        button = screen.findChild(QPushButton, "print_") if isinstance(screen, Screen) else None
        if button is not None:
            button.clicked.connect(self.print_)

    def _subjects(self, screen: Screen) -> Sequence[Choice]:
        """What it can print, that first which is most likely meant."""
        today = self._journal.today()
        match screen:
            case EpisodeScreen():
                screen.leave()
                return self._of_episode(screen.here())
            case TodayScreen():
                shown = screen.here()
                return around(shown if isinstance(shown, dt.date) else today, today)
            case EpisodesScreen():
                return self._listed(screen)
            case _:
                return ()

    def _of_episode(self, episode_id: object) -> list[Choice]:
        if not isinstance(episode_id, UUID):
            return []
        day = self._journal.episodes.get(episode_id).date
        return [Choice((episode_id,), self.tr("This episode")), *around(day, self._journal.today())]

    def _listed(self, screen: EpisodesScreen) -> list[Choice]:
        listing, today = screen.listing, self._journal.today()
        wanted, number = listing.view.wanted, listing.number_chosen()
        chosen = listing.chosen() if number else None
        days = around(listing.day() or today, today)
        first = [Choice(chosen, self.tr("%n chosen episode(s)", "", number))] if chosen else []
        if wanted == EpisodeFilter():
            return [*first, *days, Choice(wanted, self.tr("All episodes"))]
        return [*first, Choice(wanted, self.tr("What is listed")), *days]

    def _print_pack(self, screen: PackScreen) -> None:
        preview = screen.pages.preview
        if preview is None or not screen.export_pdf.isEnabled():
            self._tell(self.tr("The pages of the pack are not ready yet"))
            return
        screen.share.say_problem("")
        printing = PackPrinting(self._journal, screen, screen.line, screen.export_pdf)
        printing.printed.connect(self._tell)
        printing.ask(preview)

    def _tell(self, words: str) -> None:
        self._say(words, None)
