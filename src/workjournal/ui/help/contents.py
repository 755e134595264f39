"""The pages of the help in their order. Their texts are in resources/help; this much is known without reading them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workjournal.ui.marked import QT_TRANSLATE_NOOP

SCHEME = "help:"
"""Of links between pages."""


@dataclass(frozen=True)
class Entry:
    """A page: its key, which is its file's name, its title, its icon, and the group it stands in."""

    key: str
    title: str
    icon: str
    group: str

    def label(self) -> str:
        """The title in the user's language."""
        return QCoreApplication.translate("Help", self.title)

    def heading(self) -> str:
        """The group in the user's language."""
        return QCoreApplication.translate("Help", self.group)


_WORK = QT_TRANSLATE_NOOP("Help", "Work and learning")
_SEE = QT_TRANSLATE_NOOP("Help", "Seeing and showing")
_SAFE = QT_TRANSLATE_NOOP("Help", "Keeping it safe")
_REACH = QT_TRANSLATE_NOOP("Help", "Finding and reaching")
CONTENTS: tuple[Entry, ...] = (
    Entry("start", QT_TRANSLATE_NOOP("Help", "Getting started"), "compass", _WORK),
    Entry("writing", QT_TRANSLATE_NOOP("Help", "Writing an episode"), "pencil", _WORK),
    Entry("reflecting", QT_TRANSLATE_NOOP("Help", "Reflecting"), "notebook-pen", _WORK),
    Entry("methods", QT_TRANSLATE_NOOP("Help", "The methods one by one"), "list-checks", _WORK),
    Entry("lessons", QT_TRANSLATE_NOOP("Help", "Lessons and recall"), "lightbulb", _WORK),
    Entry("goals", QT_TRANSLATE_NOOP("Help", "Goals and forecasts"), "mountain", _WORK),
    Entry("skills", QT_TRANSLATE_NOOP("Help", "Skills and roles"), "award", _WORK),
    Entry("looking-back", QT_TRANSLATE_NOOP("Help", "Looking back and acting"), "calendar-check", _WORK),
    Entry("measures", QT_TRANSLATE_NOOP("Help", "Measures and their limits"), "gauge", _SEE),
    Entry("charts", QT_TRANSLATE_NOOP("Help", "Charts and their words"), "chart-line", _SEE),
    Entry("pack", QT_TRANSLATE_NOOP("Help", "Review pack"), "file-text", _SEE),
    Entry("privacy", QT_TRANSLATE_NOOP("Help", "Privacy, keys and recovery"), "shield", _SAFE),
    Entry("backups", QT_TRANSLATE_NOOP("Help", "Backups, check and rescue"), "archive", _SAFE),
    Entry("transfer", QT_TRANSLATE_NOOP("Help", "Import and export"), "inbox", _SAFE),
    Entry("search", QT_TRANSLATE_NOOP("Help", "Searching"), "search", _REACH),
    Entry("keyboard", QT_TRANSLATE_NOOP("Help", "Keyboard"), "keyboard", _REACH),
    Entry("settings", QT_TRANSLATE_NOOP("Help", "Settings"), "settings", _REACH),
    Entry("terminal", QT_TRANSLATE_NOOP("Help", "The terminal"), "command", _REACH),
    Entry("sources", QT_TRANSLATE_NOOP("Help", "Sources"), "book-open", _REACH),
)
FIRST = CONTENTS[0].key


def entry(key: str) -> Entry:
    """The page of that key; the first for one that there is not."""
    return next((known for known in CONTENTS if known.key == key), CONTENTS[0])


def split(topic: str) -> tuple[str, str]:
    """The page and the section of "charts#brier"; the section is "" for the whole page."""
    page, _, anchor = topic.removeprefix(SCHEME).partition("#")
    return page, anchor
