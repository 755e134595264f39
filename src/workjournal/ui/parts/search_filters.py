"""Boxes above the results that write filters into the line, and show those that are in it."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workjournal.domain.query import DAYS, THINGS
from workjournal.domain.query_line import pieces, values, with_filter, without
from workjournal.ui import words
from workjournal.ui.parts import search_words
from workjournal.ui.parts.search_offers import SearchOffers
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.flow import FlowLayout

PERIOD = "period"
BOXES = ("kind", PERIOD, "has", "is", "tag", "person", "skill", "goal")
_NAMES = {PERIOD: DAYS}
"""Filters of a box, where it is not the one that it is called after."""


class SearchFilters(QObject):
    """Reads and changes a line.

    Args:
        offers: knows the names of the journal.
        bar: holds the boxes, as many a line as fit.
        boxes: by the names in BOXES.
    """

    chosen = Signal(str)
    """The line with what was chosen."""

    def __init__(
        self, offers: SearchOffers, bar: QWidget, boxes: Mapping[str, ChoiceBox], today: dt.date
    ) -> None:
        super().__init__(bar)
        self._offers, self._boxes, self._today = offers, boxes, today
        self._line = ""
        self._setting = False
        self._offered: dict[str, list[Choice]] = {}
        flow = FlowLayout(bar, gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for name in BOXES:
            flow.addWidget(boxes[name])
            boxes[name].changed.connect(lambda name=name: self._tell(name))

    def refresh(self, today: dt.date) -> None:
        """Offer the names and days that there are now."""
        self._today = today
        self._offered = {
            PERIOD: self._periods(),
            "kind": [
                *words.kind_choices(),
                *(
                    Choice(kind, search_words.kind_word(kind), search_words.kind_icon(kind))
                    for kind in THINGS
                ),
            ],
            "has": [Choice(each, word) for each, word in self._has().items()],
            "is": [Choice(each, word) for each, word in self._is().items()],
            **{
                name: [Choice(each, each) for each in self._offers.values(name)]
                for name in ("tag", "person", "skill", "goal")
            },
        }
        self.show_line(self._line)

    def show_line(self, line: str) -> None:
        """Show what is in a line; what the boxes do not offer stands in them as it was typed."""
        self._line, self._setting = line, True
        for name, box in self._boxes.items():
            typed = _typed(line, name)
            known = self._offered.get(name, [])
            choice = next(
                (each.value for each in known if str(each.value).casefold() == typed.casefold()), None
            )
            extra = [Choice(typed, typed)] if typed and choice is None else []
            box.set_choices([*known, *extra], none=self._any(name))
            box.choice = choice if choice is not None else (typed or None)
        self._setting = False

    def cleared(self) -> str:
        """The line without all that the boxes stand for."""
        return without(self._line, {name for box in BOXES for name in _NAMES.get(box, (box,))})

    def has_any(self) -> bool:
        """Whether anything is chosen in them."""
        return any(box.choice is not None for box in self._boxes.values())

    def _tell(self, box: str) -> None:
        if self._setting:
            return
        choice = self._boxes[box].choice
        value = str(choice) if choice is not None else ""
        name, names = box, _NAMES.get(box, (box,))
        if box == PERIOD:
            name, _, value = value.partition(":")
        self.chosen.emit(with_filter(self._line, names, name, value))

    def _periods(self) -> list[Choice]:
        today = self._today
        since = (today.isoweekday() - QWidget().locale().firstDayOfWeek().value) % 7
        week = today - dt.timedelta(days=since)
        return [
            Choice("on:today", self.tr("Today")),
            Choice(f"from:{week.isoformat()}", self.tr("This week")),
            Choice(f"on:{today:%Y-%m}", self.tr("This month")),
            Choice(f"on:{today.year}", self.tr("This year")),
            Choice(f"on:{today.year - 1}", self.tr("Last year")),
        ]

    def _any(self, name: str) -> str:
        return {
            "kind": self.tr("Anything"),
            PERIOD: self.tr("All time"),
            "has": self.tr("With …"),
            "is": self.tr("In any state"),
            "tag": self.tr("Any tag"),
            "person": self.tr("Anyone"),
            "skill": self.tr("Any skill"),
            "goal": self.tr("Any goal"),
        }[name]

    def _has(self) -> dict[str, str]:
        return {
            "attachment": self.tr("With a file"),
            "reflection": self.tr("With a reflection"),
            "link": self.tr("With a link"),
            "note": self.tr("With a private note"),
            "goal": self.tr("With a goal"),
            "lesson": self.tr("With a lesson"),
        }

    def _is(self) -> dict[str, str]:
        return {
            "unreflected": self.tr("Not reflected"),
            "shared": self.tr("Ticked for a pack"),
            "open": self.tr("Open"),
            "done": self.tr("Done"),
        }


def _typed(line: str, box: str) -> str:
    if box != PERIOD:
        return ", ".join(values(line, box))
    return " ".join(
        f"{piece.name}:{piece.value}"
        for piece in pieces(line)
        if piece.name in DAYS and piece.value and not piece.left_out
    )
