"""Settings that belong to the journal and travel with it."""

from workjournal.domain.keeping import Preference
from workjournal.store.store import Store

OWNER = "owner"
"""The worker's name as it stands on a pack; "" leaves it out."""

PACK_CHARTS = "pack.charts"
"""The keys of the charts ticked for the review pack, as JSON; "" until they were ticked for the first time."""

REDACTIONS = "pack.redactions"
"""Words of the employer and what is read instead in a portfolio, as JSON; "" for none."""

PAPER = "pack.paper"
"""The size of a pack's sheets: "letter", or "" for A4."""

LANGUAGE = "language"
"""The language tag of the journal, in which packs are worded; "" for English."""

GROWTH_CHARTS = "growth.charts"
"""The keys of the charts that Growth shows, in their order, and of those put away, as JSON; "" for all as they come."""

RETENTION = "lessons.retention"
"""How surely lessons are to be remembered, in per cent; "" for the usual 90."""

LESSONS_A_DAY = "lessons.most-a-day"
"""How many lessons come back on one day at most, in figures; "" for the usual five."""

ALL_AT_ONCE = "reflection.all-at-once"
"""Whether the questions of a new reflection are shown all at once: "yes", or "" for one after the other."""

GOAL_ALL_AT_ONCE = "goal.all-at-once"
"""Whether the steps of a planned goal are shown all at once: "yes", or "" for one at a time."""

GOALS_AS_LIST = "goals.as-list"
"""Whether stretch goals are shown as a list: "yes", or "" for the board."""

PULSE_PASSED_OVER = "pulse.passed-over"
"""The month (2026-11) in which the pulse is not to be asked for; "" for none."""

MEETING_PASSED_OVER = "pack.meeting-passed-over"
"""The id of the pack of which it is not to be asked how the meeting went; "" for none."""

PLACE = "ui.place"
"""The screen and thing in the window when it was locked, as JSON; "" after a return or an ordinary close."""

RECENT = "ui.recent"
"""The things that were looked at last, the newest first, as JSON: screen and id of each; "" for none."""

LARGEST_ATTACHMENT = "attachments.largest"
"""How many bytes an attachment can have, in figures; "" for the usual 25 MiB."""

SAVED_SEARCHES = "search.saved"
"""The saved searches in their order, as JSON: name and query of each; "" for none."""

TEMPLATES = "writing.templates"
"""The texts to begin with, as JSON; "" for those that ship."""

SPELLING = "writing.spelling"
"""The languages in which words are looked at, as JSON; "" until one was chosen."""

OWN_WORDS = "writing.own-words"
"""The user's own words, which are no mistakes, as JSON; "" for none."""

SECOND_PLACE = "backups.second-place"
"""The folder of the second place for backups; "" for none."""

REHEARSED = "backups.rehearsed"
"""The day on which a backup was last rehearsed, as ISO text; "" for never."""

BACKUP_TROUBLE = "backups.trouble"
"""What went wrong at the last tending of backups, by what it was, as JSON; "" for nothing."""


class Preferences:
    """Texts by key."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, key: str) -> str:
        """The value, or ""."""
        with self.store.reading() as session:
            preference = session.get(Preference, key)
            return preference.value if preference else ""

    def set(self, key: str, value: str) -> None:
        """Keep a value; "" is one too."""
        with self.store.writing() as session:
            preference = session.get(Preference, key)
            if preference is None:
                session.add(Preference(key=key, value=value))
            else:
                preference.value = value
