"""Sentences of the services that send people to the terminal, as the window says them: there is a button for each."""

from PySide6.QtCore import QCoreApplication

from workjournal.journal.checks.findings import BRING_BACK
from workjournal.ui.marked import QT_TRANSLATE_NOOP

_INSTEAD = (
    (
        BRING_BACK,
        QT_TRANSLATE_NOOP(
            "WindowWords",
            "The Backups page lists the copies and makes a new journal of one; a rescue makes a new journal of all that "
            "can still be read here.",
        ),
    ),
    (
        "`workjournal check --mend-header` looks for a whole one in vault.json.old and in the backups.",
        QT_TRANSLATE_NOOP(
            "WindowWords", "Mending it looks for a whole one in vault.json.old and in the backups."
        ),
    ),
    (
        ": `workjournal backups` lists them.",
        QT_TRANSLATE_NOOP("WindowWords", ": the Backups page lists them."),
    ),
    (": `workjournal backups`.", QT_TRANSLATE_NOOP("WindowWords", ": see the Backups page.")),
    (
        "`workjournal rescue DIR` makes a new journal",
        QT_TRANSLATE_NOOP("WindowWords", "a rescue makes a new journal"),
    ),
    (": `workjournal backup`.", QT_TRANSLATE_NOOP("WindowWords", " with “Back up now”.")),
    ("with `workjournal backup`", QT_TRANSLATE_NOOP("WindowWords", "with “Back up now” on the Backups page")),
    (
        "`workjournal attach --largest 1024` allows more",
        QT_TRANSLATE_NOOP("WindowWords", "The menu beside “Paste” allows more"),
    ),
    ("`workjournal check` tells", QT_TRANSLATE_NOOP("WindowWords", "The Check page tells")),
    ("`workjournal backups`", QT_TRANSLATE_NOOP("WindowWords", "the Backups page")),
    ("`workjournal restore`", QT_TRANSLATE_NOOP("WindowWords", "the Backups page")),
    ("`workjournal keys list`", QT_TRANSLATE_NOOP("WindowWords", "the Safety page")),
)
"""What a service says, and what the window does; the longest phrases first."""


def in_the_window(told: str) -> str:
    """The same sentence, without commands for the terminal where the window has its own way."""
    for said, instead in _INSTEAD:
        told = told.replace(said, QCoreApplication.translate("WindowWords", instead))
    return told[:1].upper() + told[1:]
