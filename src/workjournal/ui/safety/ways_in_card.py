"""The card with the ways into the journal: each with how safe it is, and what can be done about it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.journal.ways_in import WayIn
from workjournal.ui import errors, form, tasks
from workjournal.ui.dialogs.prove import ProveDialog
from workjournal.ui.dialogs.rename import RenameDialog
from workjournal.ui.dialogs.set_passphrase import SetPassphraseDialog
from workjournal.ui.parts import way_words
from workjournal.ui.safety import ways_in_work
from workjournal.ui.safety.ways_in_work import Followed
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.row_list import RowList
from workjournal.ui.window_words import in_the_window


class WaysInCard(QFrame):
    """A list, the chosen one below it, and others to add. Each change but a name takes a passphrase again."""

    changed = Signal()
    """The ways in are others now."""
    code_asked = Signal()
    rotation_asked = Signal()

    ways: RowList
    chosen: QFrame
    about: QLabel
    change: QPushButton
    rename: QPushButton
    remove: QPushButton
    result: QWidget
    said_icon: IconLabel
    said: QLabel
    problem: QLabel
    add_passphrase: QPushButton
    add_code: QPushButton
    add_keyring: QPushButton
    rotate: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._looking = False
        self._chosen = ("", "")
        form.fill(self, "ways_in_card")
        self.result.hide()
        self.problem.hide()
        self.ways.selectionModel().currentChanged.connect(self._show_chosen)
        self.ways.opened.connect(
            lambda _way: (self.change if self.change.isVisible() else self.rename).setFocus()
        )
        self.ways.trashed.connect(lambda _way: self._remove())
        self.change.clicked.connect(self._change)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.add_passphrase.clicked.connect(self._add_passphrase)
        self.add_code.clicked.connect(self.code_asked)
        self.add_keyring.clicked.connect(self._ask_keyring)
        self.rotate.clicked.connect(self.rotation_asked)
        for button in self._changing():
            button.setEnabled(not journal.read_only)

    def refresh(self) -> None:
        """Read the ways in again; the chosen one stays chosen while it is there, changed or not."""
        ways, today = self._journal.ways_in.all(), self._journal.today()
        self.ways.set_rows([way_words.row(way, today) for way in ways])
        if self._way() is None and ways:
            again = [way.id for way in ways if (way.kind, way.name) == self._chosen]
            self.ways.choose(next(iter(again + [way.id for way in ways if way.current]), ways[0].id))
        self._show_chosen()

    def say(self, done: str, followed: Followed = Followed()) -> None:  # noqa: B008 - frozen
        """Tell what was done, and how the backups follow it."""
        told = [done]
        if followed.sealed:
            told.append(self.tr("%n backup(s) now open as the journal does.", "", followed.sealed))
        if followed.left:
            told.append(
                self.tr(
                    "%n backup(s) of an earlier master key open with what opened them then.",
                    "",
                    followed.left,
                )
            )
        if followed.trouble:
            trouble = self.tr("The backups still open with what opened them before: {trouble}")
            told.append(trouble.format(trouble=in_the_window(followed.trouble)))
        self.said.setText(" ".join(told))
        self.said_icon.set_icon("triangle-alert" if followed.trouble else "circle-check")
        self.said_icon.set_tone("warn" if followed.trouble else "ok")
        self.result.show()
        self.changed.emit()

    def forget(self) -> None:
        """What was told has been read."""
        self.result.hide()
        self._complain("")

    def _changing(self) -> tuple[QPushButton, ...]:
        adding = (self.add_passphrase, self.add_code, self.add_keyring)
        return (self.change, self.rename, self.remove, *adding, self.rotate)

    def _way(self) -> WayIn | None:
        chosen = self.ways.current_id()
        return next((way for way in self._journal.ways_in.all() if way.id == chosen), None)

    def _show_chosen(self) -> None:
        way = self._way()
        self.chosen.setVisible(way is not None)
        if way is not None:
            self._chosen = (way.kind, way.name)  # a changed passphrase has another id
            self.about.setText(way_words.about(way, self._journal.today()))
            self.change.setVisible(way.kind == way_words.PASSPHRASE)

    def _change(self) -> None:
        way = self._way()
        if way is None:
            return
        dialog = SetPassphraseDialog(
            self.window(),
            self.tr("Change “{name}”").format(name=way.name),
            self.tr(
                "The old passphrase opens nothing afterwards: neither the journal nor the backups in reach."
            ),
            self.tr("Change it"),
            partial(ways_in_work.change_passphrase, self._journal, way.id),
        )
        dialog.settled.connect(partial(self.say, self.tr("“{name}” was changed.").format(name=way.name)))
        dialog.open()

    def _add_passphrase(self) -> None:
        dialog = SetPassphraseDialog(
            self.window(),
            self.tr("Add a passphrase"),
            self.tr("It opens the whole journal by itself, beside those there are."),
            self.tr("Add it"),
            partial(ways_in_work.add_passphrase, self._journal),
            name=self.tr("Second passphrase"),
        )
        dialog.settled.connect(partial(self.say, self.tr("The passphrase opens the journal from now on.")))
        dialog.open()

    def _rename(self) -> None:
        way = self._way()
        if way is not None:
            dialog = RenameDialog(
                self.window(), way.name, lambda name: self._journal.ways_in.rename(way.id, name)
            )
            dialog.settled.connect(lambda _: self.changed.emit())
            dialog.open()

    def _remove(self) -> None:
        way = self._way()
        if way is None or self._journal.read_only:
            return
        dialog = ProveDialog(
            self.window(),
            self.tr("Remove “{name}”").format(name=way.name),
            self.tr(
                "It opens nothing afterwards: neither the journal nor the backups in reach. Confirm with another one, or with itself."
            ),
            self.tr("Remove it"),
            partial(ways_in_work.remove, self._journal, way.id),
            danger=True,
        )
        dialog.settled.connect(
            partial(self.say, self.tr("“{name}” opens the journal no longer.").format(name=way.name))
        )
        dialog.open()

    def _ask_keyring(self) -> None:
        """See in a thread whether the keyring answers; that may take seconds."""
        if self._looking:  # a disabled button would lose the keyboard to the next one
            return
        self._complain("")
        self._looking = True
        tasks.run(
            lambda _report: opening.keyring_ready(), self._offer_keyring, self, failed=self._keyring_failed
        )

    def _offer_keyring(self, keyring: str) -> None:
        self._looking = False
        words = self.tr(
            "{keyring} then opens the journal with one press. It is as safe as your login: whoever gets into that gets "
            "in here, which is weaker than your passphrase. You can remove it at any time."
        )
        dialog = ProveDialog(
            self.window(),
            self.tr("Let this computer’s keyring open it"),
            words.format(keyring=keyring),
            self.tr("Let it open the journal"),
            partial(ways_in_work.add_keyring, self._journal),
        )
        dialog.settled.connect(
            partial(self.say, self.tr("This computer’s keyring opens the journal from now on."))
        )
        dialog.open()

    def _keyring_failed(self, error: Exception) -> None:
        self._looking = False
        with errors.inline(self._complain):
            raise error

    def _complain(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
