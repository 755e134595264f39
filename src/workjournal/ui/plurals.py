"""Numbers with their nouns, for words that are put together outside of a widget.

The tool that collects texts finds plurals only where an object of Qt translates them.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject


class Plurals(QObject):
    """So many of something; PLURALS is the one there is."""

    def days_ago(self, days: int) -> str:
        return self.tr("%n day(s) ago", "", days)

    def in_days(self, days: int) -> str:
        return self.tr("in %n day(s)", "", days)

    def days_late(self, days: int) -> str:
        return self.tr("%n day(s) late", "", days)

    def to_recall(self, lessons: int) -> str:
        """One is called by its name, and not counted."""
        return self.tr("Recall a lesson") if lessons == 1 else self.tr("Recall %n lesson(s)", "", lessons)

    def times_used(self, times: int) -> str:
        return self.tr("Used %Ln time(s)", "", times)

    def found(self, hits: int) -> str:
        return self.tr("%Ln found", "", hits)

    def of_pictures(self, shown: int, pictures: int) -> str:
        """How many of a thing's pictures are ticked."""
        return self.tr("{shown} of %Ln picture(s)", "", pictures).format(shown=shown)

    def things(self, kind: str, number: int) -> str:
        """Of a kind as its table is called: "1,204 episodes"."""
        return self._nouns()[kind](number)

    def _nouns(self) -> dict[str, Callable[[int], str]]:
        return {
            "episode": lambda number: self.tr("%Ln episode(s)", "", number),
            "reflection": lambda number: self.tr("%Ln reflection(s)", "", number),
            "lesson": lambda number: self.tr("%Ln lesson(s)", "", number),
            "goal": lambda number: self.tr("%Ln stretch goal(s)", "", number),
            "action": lambda number: self.tr("%Ln action(s)", "", number),
            "attachment": lambda number: self.tr("%Ln file(s)", "", number),
            "pack": lambda number: self.tr("%Ln review pack(s)", "", number),
            "person": lambda number: self.tr("%Ln name(s)", "", number),
            "skill": lambda number: self.tr("%Ln skill(s)", "", number),
            "tag": lambda number: self.tr("%Ln tag(s)", "", number),
            "own_method": lambda number: self.tr("%Ln own method(s)", "", number),
            "skill_rating": lambda number: self.tr("%Ln self-rating(s)", "", number),
            "credential": lambda number: self.tr("%Ln credential(s)", "", number),
            "role_target": lambda number: self.tr("%Ln level(s) that roles need", "", number),
            "role_profile": lambda number: self.tr("%Ln role profile(s)", "", number),
            "measure": lambda number: self.tr("%Ln measure(s)", "", number),
            "reading": lambda number: self.tr("%Ln value(s) of measures", "", number),
            "marked_change": lambda number: self.tr("%Ln marked change(s)", "", number),
            "check_in": lambda number: self.tr("%Ln check-in(s)", "", number),
            "pulse": lambda number: self.tr("%Ln month(s) of the pulse", "", number),
        }


PLURALS = Plurals()
