"""A question before something that is hard to take back. Where there is an undo, use a toast instead."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from workjournal.ui.widgets.plain_dialog import PlainDialog


class ConfirmDialog(PlainDialog):
    """A question, answered by a verb or by Cancel; Cancel has the keyboard where the verb is dangerous."""

    def __init__(
        self, parent: QWidget | None, heading: str, text: str, verb: str, *, danger: bool = False
    ) -> None:
        super().__init__(
            parent,
            heading,
            text,
            "triangle-alert" if danger else "circle-question-mark",
            "danger" if danger else "accent",
        )
        self.cancel = self.add_button(self.tr("Cancel"), default=danger)
        self.cancel.clicked.connect(self.reject)
        self.agree = self.add_button(verb, "danger-primary" if danger else "primary", default=not danger)
        self.agree.clicked.connect(self.accept)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        heading: str,
        text: str,
        verb: str,
        then: Callable[[], object],
        *,
        danger: bool = False,
    ) -> "ConfirmDialog":
        """Open one and go on; `then` is called if the answer is the verb."""
        dialog = cls(parent, heading, text, verb, danger=danger)
        dialog.accepted.connect(then)
        dialog.open()
        return dialog

    @classmethod
    def agreed(
        cls, parent: QWidget | None, heading: str, text: str, verb: str, *, danger: bool = False
    ) -> bool:
        """Ask and wait for the answer."""
        return cls(parent, heading, text, verb, danger=danger).exec() == QDialog.DialogCode.Accepted
