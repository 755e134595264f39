"""Spelling for an opened journal: its languages, the words that are right here, the speller that all fields share."""

from PySide6.QtCore import QLocale, QObject, QTimer

from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.prose import dictionaries
from workjournal.ui.writing.speller import Speller

_LATER_MS = 600
"""After the first field was entered: enchant takes a moment to load, and nobody has typed a word yet."""


class SpellingDesk(QObject):
    """Made with the journal; looks for dictionaries once somebody writes."""

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._spelling = journal, journal.spelling
        self.speller = Speller(self)
        self.there: tuple[str, ...] = ()
        self._begun = False
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._look)

    def attend(self) -> None:
        """Somebody writes: know the words of this journal as they are now."""
        self.know_words()
        if not self._begun:
            self._begun = True
            self._later.start()
        elif self.there:
            self._begin(self.there)  # others may have been chosen in the settings

    def know_words(self) -> None:
        """One's own words and the names in the journal are right."""
        self.speller.accept([*self._spelling.own_words(), *self._spelling.names()])

    def add(self, word: str) -> None:
        """Keep one more own word."""
        self._spelling.add(word)
        self.know_words()

    def own_words(self) -> list[str]:
        """Those kept."""
        return self._spelling.own_words()

    def remove(self, word: str) -> None:
        """Keep one word less."""
        self._spelling.remove(word)
        self.know_words()

    def choose(self, languages: tuple[str, ...]) -> None:
        """Keep these languages, and look at words in them."""
        if not self._journal.read_only:
            self._spelling.choose(languages)
        self.speller.choose(languages)

    def _look(self) -> None:
        if not self._journal.is_closed:
            tasks.run(lambda _report: dictionaries.available(), self._begin, self)

    def _begin(self, there: tuple[str, ...]) -> None:
        if self._journal.is_closed:
            return  # while dictionaries were looked for
        self.there = there
        chosen = self._spelling.languages()
        self.speller.choose(dictionaries.usual(QLocale.system().name(), there) if chosen is None else chosen)
