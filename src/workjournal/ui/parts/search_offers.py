"""What may come next in a search line: names of filters while one is begun, and then what each of them knows."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from workjournal.domain.query import DAYS, FILTERS, HAS, IS, KINDS, LABELS
from workjournal.domain.query_line import completed, unfinished, written
from workjournal.journal.journal import Journal
from workjournal.ui.marked import QT_TRANSLATE_NOOP

MOST = 6
_SHORTEST = 2
"""Letters of a filter's name before it is offered: before that, one is only typing a word."""
_NEAR = ("today", "yesterday")
_MEANING = {
    "kind": QT_TRANSLATE_NOOP("SearchOffers", "what it is: challenge, lesson, goal"),
    "tag": QT_TRANSLATE_NOOP("SearchOffers", "with this tag"),
    "person": QT_TRANSLATE_NOOP("SearchOffers", "with this person"),
    "skill": QT_TRANSLATE_NOOP("SearchOffers", "about this skill"),
    "goal": QT_TRANSLATE_NOOP("SearchOffers", "work on this stretch goal"),
    "from": QT_TRANSLATE_NOOP("SearchOffers", "from a day, a month or a year on: 2026-01"),
    "to": QT_TRANSLATE_NOOP("SearchOffers", "up to a day, a month or a year"),
    "on": QT_TRANSLATE_NOOP("SearchOffers", "in a day, a month or a year: 2026-03"),
    "has": QT_TRANSLATE_NOOP("SearchOffers", "with an attachment, a reflection, a link"),
    "is": QT_TRANSLATE_NOOP("SearchOffers", "unreflected, shared, open or done"),
}


class Offered(NamedTuple):
    """A way for the line to go on: what is written, what it means, and the line with it."""

    text: str
    meaning: str
    line: str


class SearchOffers:
    """Completes a line; the journal's names are read once, at the first that needs them."""

    def __init__(self, journal: Journal) -> None:
        self._known: dict[str, Callable[[], Sequence[str]]] = {
            "tag": journal.tags.names,
            "person": journal.people.names,
            "skill": journal.skills.names,
            "goal": lambda: [goal.title for goal in journal.goals.all()],
        }
        self._names: dict[str, Sequence[str]] = {}

    def forget(self) -> None:
        """Read the names again."""
        self._names.clear()

    def values(self, name: str) -> Sequence[str]:
        """What a filter knows: the journal's names, or its own words."""
        fixed = {"kind": KINDS, "has": HAS, "is": IS, **dict.fromkeys(DAYS, _NEAR)}
        if name in LABELS and name not in self._names:
            self._names[name] = self._known[name]()
        return fixed[name] if name in fixed else self._names[name]

    def of_values(self, line: str) -> list[Offered]:
        """The names or words with which the filter at the end of the line may go on; none once it is one of them."""
        piece = unfinished(line)
        if piece is None or not piece.name:
            return []
        typed = piece.value.casefold()
        known = self.values(piece.name)
        if any(each.casefold() == typed for each in known):
            return []
        begun = [each for each in known if each.casefold().startswith(typed)]
        within = [each for each in known if typed in each.casefold() and each not in begun]
        return [
            Offered(text, "", completed(line, text))
            for text in (written(piece.name, each) for each in [*begun, *within][:MOST])
        ]

    def of_filters(self, line: str) -> list[Offered]:
        """The filters whose name is begun at the end of the line."""
        piece = unfinished(line)
        if piece is None or piece.name or len(piece.value) < _SHORTEST:
            return []
        if not line[piece.start :].lstrip("-").startswith(piece.value):
            return []  # a quotation
        return [
            Offered(f"{name}:", meaning_of(name), completed(line, f"{name}:"))
            for name in FILTERS
            if name.startswith(piece.value.lower())
        ]


def meaning_of(name: str) -> str:
    """What a filter asks for."""
    return QCoreApplication.translate("SearchOffers", _MEANING[name])
