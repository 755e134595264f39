"""Before a pack leaves: what goes out, under which names, and what stays."""

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.domain.entity import Audience
from workjournal.domain.pack import Pack
from workjournal.ui import form


class PackShare(QFrame):
    """Says in words what the preview shows in pages."""

    suggested: QLabel
    names: QLabel
    shared: QLabel
    problem: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_share")
        for label in (self.suggested, self.shared, self.problem):
            label.hide()

    def say_names(self, stand_ins: Mapping[str, str]) -> None:
        """Who is named in the chosen texts, and what is read instead."""
        if not stand_ins:
            self.names.setText(self.tr("Nobody you know by name is named in what you chose."))
            return
        lines = [
            self.tr("{name} is called {pseudonym}").format(name=n, pseudonym=p) for n, p in stand_ins.items()
        ]
        self.names.setText("\n".join([self.tr("Names are replaced:"), *lines]))

    def say_suggested(self, suggested: bool, audience: Audience) -> None:
        """Whether the ticks are only a proposal."""
        whom = {
            Audience.MANAGER: self.tr("your manager"),
            Audience.NEXT_JOB: self.tr("your next job"),
        }[audience]
        words = self.tr(
            "You have ticked nothing for {whom} yet, so these are proposals. Look at each of them."
        )
        self.suggested.setText(words.format(whom=whom))
        self.suggested.setVisible(suggested)

    def say_problem(self, problem: str) -> None:
        """Why there are no pages."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def say_last(self, pack: Pack | None) -> None:
        """What was shared last."""
        self.shared.setVisible(pack is not None)
        if pack is not None:
            day = QLocale().toString(QDate(pack.date.year, pack.date.month, pack.date.day), "d MMMM yyyy")
            self.shared.setText(self.tr("Last exported on {day}").format(day=day))
