"""What is said of an import: how much it is, from when until when, what came of it."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QObject

from workjournal.domain.intake import OURS, Intake
from workjournal.journal.imports import Imported, Preview, Undone
from workjournal.ui import words

DAY = "d MMMM yyyy"


class Telling(QObject):
    """Sentences with numbers in them; TELLING is the one there is."""

    def entries(self, number: int, source: str = "") -> str:
        """Of this program's own export it is all sorts of things."""
        if source == OURS:
            return self.tr("%Ln thing(s)", "", number)
        return self.tr("%Ln entry(ies)", "", number)

    def files(self, number: int) -> str:
        return self.tr("%Ln file(s)", "", number)

    def found(self, seen: Preview) -> str:
        """All of it in a sentence: how many, from when to when, what of it is here, what cannot be read."""
        said = self.entries(seen.found - seen.failed, seen.format)
        span = self._span(seen.first, seen.last)
        if span:
            said = self.tr("{entries}, {span}").format(entries=said, span=span)
        if seen.files:
            said = self.tr("{entries}, with {files}").format(entries=said, files=self.files(seen.files))
        more = (
            self.tr("%Ln are here already", "", seen.known) if seen.known else "",
            self.tr("%Ln have no day", "", seen.undated) if seen.undated else "",
            self.tr("%Ln cannot be read", "", seen.failed) if seen.failed else "",
        )
        return self._joined((said, *more))

    def imported(self, done: Imported) -> str:
        """What came of it, and what did not come."""
        said = (
            self._came(done.imported, done.format)
            if done.imported
            else self.tr("Nothing new was in it, so nothing was imported")
        )
        return self._joined((said, *self._rest(done.skipped, done.failed, done.in_trash)))

    def past(self, intake: Intake) -> str:
        """The same of an import of another day."""
        said = self._came(intake.imported, intake.source)
        return self._joined((said, *self._rest(intake.skipped, intake.failed)))

    def undone(self, what: Undone) -> str:
        """What undoing it did."""
        return self.tr("%Ln thing(s) went into the trash.", "", what.taken_back)

    def kept(self, number: int) -> str:
        """Why not everything was taken back."""
        return self.tr("%Ln stay(s), since you changed them or built on them.", "", number)

    def redone(self, number: int) -> str:
        return self.tr("%Ln thing(s) came back out of the trash.", "", number)

    def problems(self, number: int) -> str:
        return self.tr("%Ln problem(s)", "", number)

    def _came(self, number: int, source: str) -> str:
        return self.tr("{entries} imported").format(entries=self.entries(number, source))

    def _rest(self, skipped: int, failed: int, in_trash: int = 0) -> tuple[str, ...]:
        return (
            self.tr("%Ln left out, here already", "", skipped - in_trash) if skipped > in_trash else "",
            self.tr("%Ln left out, in the trash here", "", in_trash) if in_trash else "",
            self.tr("%Ln could not be read", "", failed) if failed else "",
        )

    def _span(self, first: dt.date | None, last: dt.date | None) -> str:
        if first is None or last is None:
            return ""
        if first == last:
            return words.dated(first, DAY)
        return f"{words.dated(first, DAY)} – {words.dated(last, DAY)}"

    def _joined(self, parts: Iterable[str]) -> str:
        return "; ".join(part for part in parts if part) + "."


TELLING = Telling()
