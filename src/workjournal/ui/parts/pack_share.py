"""Before a pack leaves: what goes out, under which names, and what stays."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.entity import Audience
from workjournal.domain.pack import Pack
from workjournal.journal.pack_balance import Balance
from workjournal.ui import form, words
from workjournal.ui.parts.pack_preview import Preview

_NAMES = 8
"""As many names as are told here; all of them are in the dialog."""


class PackShare(QFrame):
    """Says in words what the preview shows in pages."""

    names_asked = Signal()
    ledger_asked = Signal()
    told = Signal(str)
    """All of it in one line."""

    problem_card: QFrame
    problem: QLabel
    way_out: QLabel
    suggested: QLabel
    leaves: QLabel
    changed: QLabel
    stays: QLabel
    names: QLabel
    openly_card: QFrame
    openly: QLabel
    change_names: QPushButton
    shared: QLabel
    to_ledger: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_share")
        for part in (self.suggested, self.shared, self.to_ledger, self.changed, self.openly_card):
            part.hide()
        self.say_problem("")
        self.change_names.clicked.connect(self.names_asked)
        self.to_ledger.clicked.connect(self.ledger_asked)

    def show_preview(self, preview: Preview) -> None:
        """All that is known of a pack."""
        if preview.balance is not None:
            self.say_balance(preview.balance)
        self.say_names(preview.stand_ins, preview.openly)
        self.say_suggested(preview.offer.suggested, preview.choice.audience)
        self.say_problem(preview.problem, leaks=preview.leaks)
        self.told.emit(self._in_one_line(preview))

    def say_balance(self, balance: Balance) -> None:
        """What leaves and what stays, a line each."""
        self.leaves.setText("\n".join(self._leaving(balance)))
        self.stays.setText("\n".join(self._staying(balance)))
        self.changed.setVisible(balance.changed_since > 0)
        told = self.tr(
            "The journal’s own text changed after you reworded it: %Ln text(s)", "", balance.changed_since
        )
        self.changed.setText(told)

    def say_names(self, stand_ins: Mapping[str, str], openly: Collection[str]) -> None:
        """Who is named in the chosen texts, what is read instead, and who is called by the name."""
        replaced = {name: instead for name, instead in stand_ins.items() if name not in openly}
        called = self.tr("{name} is called {pseudonym}")
        lines = [called.format(name=name, pseudonym=instead) for name, instead in replaced.items()]
        more = len(lines) - _NAMES
        if more > 0:
            lines = [*lines[:_NAMES], self.tr("and %Ln more", "", more)]
        if not stand_ins:
            lines = [self.tr("Nobody you know by name is named in what you chose.")]
        self.names.setText("\n".join(lines))
        self.names.setVisible(bool(lines))
        self.openly.setText(self.tr("Called by their names: {names}").format(names=", ".join(openly)))
        self.openly_card.setVisible(bool(openly))

    def say_suggested(self, suggested: bool, audience: Audience) -> None:
        """Whether the ticks are only a proposal."""
        whom = {
            Audience.MANAGER: self.tr("your manager"),
            Audience.NEXT_JOB: self.tr("your next job"),
            Audience.OWN: self.tr("yourself"),
        }[audience]
        told = self.tr(
            "You have ticked nothing for {whom} yet, so these are proposals. Look at each of them."
        )
        self.suggested.setText(told.format(whom=whom))
        self.suggested.setVisible(suggested)

    def say_problem(self, problem: str, *, leaks: bool = False) -> None:
        """Why there are no pages, or no file."""
        self.problem.setText(problem)
        self.problem_card.setVisible(bool(problem))
        self.way_out.setVisible(leaks)

    def say_last(self, pack: Pack | None) -> None:
        """What was shared last with this audience."""
        for part in (self.shared, self.to_ledger):
            part.setVisible(pack is not None)
        if pack is None:
            return
        day = words.dated(pack.date, "d MMMM yyyy")
        if pack.recipient:
            told = self.tr("Last shared with {name} on {day}").format(name=pack.recipient, day=day)
        else:
            told = self.tr("Last shared on {day}").format(day=day)
        self.shared.setText(told)

    def _in_one_line(self, preview: Preview) -> str:
        if preview.problem:
            return self.tr("Nothing leaves before this is mended")
        if preview.balance is None:
            return ""
        parts = [self.tr("%Ln thing(s) leave", "", preview.balance.items)]
        replaced = len(preview.stand_ins) - len(preview.openly)
        if replaced:
            parts.append(self.tr("%Ln name(s) replaced", "", replaced))
        if preview.openly:
            parts.append(self.tr("%Ln called by name", "", len(preview.openly)))
        return " · ".join(parts)

    def _leaving(self, balance: Balance) -> list[str]:
        if not balance.items and not balance.charts:
            return [self.tr("Nothing yet")]
        lines = []
        if balance.items:
            things = self.tr("%Ln thing(s)", "", balance.items)
            told = self.tr("%Ln text(s)", "", balance.texts)
            with_texts = self.tr("{things}, with {texts}").format(things=things, texts=told)
            lines.append(with_texts if balance.texts else things)
        if balance.reworded:
            lines.append(self.tr("%Ln text(s) told otherwise than in the journal", "", balance.reworded))
        if balance.charts:
            lines.append(self.tr("%Ln chart(s)", "", balance.charts))
        if balance.pictures:
            lines.append(self.tr("%Ln picture(s), without place, camera and date", "", balance.pictures))
        return lines

    def _staying(self, balance: Balance) -> list[str]:
        told: Sequence[tuple[int, str]] = (
            (balance.unticked, self.tr("%Ln thing(s) you did not tick", "", balance.unticked)),
            (balance.unticked_pictures, self.tr("%Ln picture(s)", "", balance.unticked_pictures)),
            (balance.private_notes, self.tr("%Ln private note(s)", "", balance.private_notes)),
            (balance.reflections, self.tr("%Ln reflection(s), and what you felt", "", balance.reflections)),
            (balance.forecasts, self.tr("%Ln sealed forecast(s)", "", balance.forecasts)),
            (balance.pulses, self.tr("%Ln note(s) of the safety pulse", "", balance.pulses)),
        )
        lines = [line for number, line in told if number]
        return lines or [
            self.tr("Private notes, feelings, the safety pulse and forecasts, whenever there are any")
        ]
