"""A setting: where it is kept, how it is called, what it can be. The list is every_setting.py."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from workjournal.errors import JournalError
from workjournal.journal.preferences import Preferences
from workjournal.journal.setting_controls import Control
from workjournal.settings import Settings


class NoSuchSetting(JournalError):
    """There is no setting called “{name}”. `workjournal settings` lists them."""


class NotASetting(JournalError):
    """“{label}” cannot be “{given}”. It takes {takes}."""


class Where(enum.StrEnum):
    """What a setting belongs to."""

    COMPUTER = "On this computer"
    JOURNAL = "In this journal"


class Group(enum.StrEnum):
    """Settings that stand together, in this order, under these words."""

    LOOK = "Look"
    LANGUAGE = "Language"  # none yet: the window has one language, and a group without a setting is not shown
    DAY = "Working day"
    LOCKING = "Locking"
    WRITING = "Writing"
    RECALL = "Recall"
    PACKS = "Review packs"


@dataclass(frozen=True)
class Setting:
    """One row of the settings.

    Attributes:
        key: the attribute of Settings, or the key of the journal's preference.
        where: which of the two.
        group: the heading above it.
        label: what it is called.
        words: what it does, in a sentence or two.
        control: what it can be.
        default: what it is until somebody changes it; in a journal that is kept as "".
        needs: the key of the switch without which it does nothing, or "".
        word: what the terminal calls it.
    """

    key: str
    where: Where
    group: Group
    label: str
    words: str
    control: Control
    default: object
    word: str
    needs: str = ""

    def of_computer(self, settings: Settings) -> object:
        """Its value there."""
        return getattr(settings, self.key)

    def of_journal(self, preferences: Preferences) -> object:
        """Its value there; what cannot be read is as it is at first."""
        text = preferences.get(self.key)
        try:
            return self.control.kept(text) if text else self.default
        except (ValueError, TypeError):
            return self.default

    def put(self, preferences: Preferences, value: object) -> None:
        """Keep a value in a journal."""
        wanted = "" if value == self.default else self.control.text_of(value)
        if wanted != preferences.get(self.key):
            preferences.set(self.key, wanted)

    def typed(self, text: str) -> object:
        """The value somebody typed at a terminal.

        Raises:
            NotASetting
        """
        try:
            return self.control.typed(text)
        except ValueError:
            raise NotASetting(label=self.label, given=text, takes=self.control.takes()) from None


def named(word: str, settings: Iterable[Setting]) -> Setting:
    """The setting with that word.

    Raises:
        NoSuchSetting
    """
    for setting in settings:
        if setting.word == word.strip().casefold():
            return setting
    raise NoSuchSetting(name=word)
