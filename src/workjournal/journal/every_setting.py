"""All settings, in the order in which they are shown. One more is a row here, and an attribute of Settings or a preference.

The Settings page and the terminal are made of this list; a page or a menu of its own may offer one of them, too.
"""

from workjournal.domain.attachment import LARGEST, MEGABYTE, MOST
from workjournal.domain.spacing import (
    FEWEST_A_DAY,
    HIGHEST_A_DAY,
    HIGHEST_RETENTION,
    LOWEST_RETENTION,
    MOST_A_DAY,
    RETENTION,
)
from workjournal.journal import preferences
from workjournal.journal.setting import Group, Setting, Where
from workjournal.journal.setting_controls import (
    Control,
    Days,
    Languages,
    Line,
    Number,
    OneOf,
    Option,
    Switch,
    TimeOfDay,
)
from workjournal.settings import usual

SIZES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_USUAL = usual()


def _here(
    key: str, word: str, group: Group, label: str, words: str, control: Control, needs: str = ""
) -> Setting:
    return Setting(key, Where.COMPUTER, group, label, words, control, _USUAL[key], word, needs)


def _in_journal(
    key: str, word: str, group: Group, label: str, words: str, control: Control, default: object
) -> Setting:
    return Setting(key, Where.JOURNAL, group, label, words, control, default, word)


SETTINGS: tuple[Setting, ...] = (
    _here(
        "theme", "colours", Group.LOOK, "Colours",
        "Light, dark, or as the system has them at the time.",
        OneOf((Option("system", "As the system"), Option("light", "Light"), Option("dark", "Dark"))),
    ),
    _here(
        "scale", "size", Group.LOOK, "Size",
        "Of everything in the window. Where the system has larger texts than usual, that comes on top.",
        OneOf(tuple(Option(size, f"{size:.0%}".replace("%", " %"), native=True) for size in SIZES)),
    ),
    _here(
        "contrast", "contrast", Group.LOOK, "Contrast",
        "High contrast has stronger lines, and all text reaches 7 to 1 against what lies behind it.",
        OneOf((Option("system", "As the system"), Option("usual", "Usual"), Option("more", "High"))),
    ),
    _here(
        "still", "reduced-motion", Group.LOOK, "Reduced motion",
        "Nothing moves by itself: a bar that waits stands still, menus appear at once, and the cursor does not blink.",
        Switch(),
    ),
    _here(
        "remind_days", "working-days", Group.DAY, "Working days",
        "The days on which a reminder comes, and of which the rhythm of your weeks is made.",
        Days(),
    ),
    _here(
        "reminders", "reminder", Group.DAY, "Remind me at the end of a working day",
        "It stays silent on a day of which something is written down, and never holds a word of what you wrote. While "
        "the journal is locked it only says that it is time.",
        Switch("on", "off"),
    ),
    _here(
        "remind_at", "end-of-day", Group.DAY, "When the working day ends",
        "The time at which the reminder comes.",
        TimeOfDay(), needs="reminders",
    ),
    _here(
        "remind_due", "remind-due", Group.DAY, "Also what is due",
        "The reminder tells the number of goals and reviews that are due.",
        Switch(), needs="reminders",
    ),
    _here(
        "stay_in_tray", "tray", Group.DAY, "Stay in the tray",
        "When its window is closed, Workjournal goes on there: its icon captures, opens, locks and quits.",
        Switch(),
    ),
    _here(
        "idle_minutes", "lock-after", Group.LOCKING, "Lock after a pause of",
        "Once nobody has used the window for so long. It holds for every journal, and what you were writing is kept.",
        Number(0, 240, " min", nought="Never by itself"),
    ),
    _in_journal(
        preferences.SPELLING, "spelling", Group.WRITING, "Spelling",
        "The languages in which words are looked at while you write. Without any, no word is.",
        Languages(), None,
    ),
    _in_journal(
        preferences.LARGEST_ATTACHMENT, "largest-file", Group.WRITING, "Largest file",
        "What a file attached to an episode can have. It is copied into the journal, encrypted.",
        Number(1, MOST // MEGABYTE, " MB", times=MEGABYTE), LARGEST,
    ),
    _in_journal(
        preferences.ALL_AT_ONCE, "questions-at-once", Group.WRITING, "All questions at once",
        "A new reflection shows all questions of its method, not one after the other.",
        Switch(), False,
    ),
    _in_journal(
        preferences.GOAL_ALL_AT_ONCE, "steps-at-once", Group.WRITING, "All steps of a goal at once",
        "A goal that is planned shows all five steps, not one after the other.",
        Switch(), False,
    ),
    _in_journal(
        preferences.RETENTION, "retention", Group.RECALL, "How surely to remember",
        "From the next recall of each lesson on. The more surely, the sooner and the more often lessons come back. How "
        "well they are kept is a model's guess.",
        Number(LOWEST_RETENTION, HIGHEST_RETENTION, " %"), RETENTION,
    ),
    _in_journal(
        preferences.LESSONS_A_DAY, "lessons-a-day", Group.RECALL, "Lessons a day",
        "No more come back on one day; those that wait longest are first.",
        Number(FEWEST_A_DAY, HIGHEST_A_DAY), MOST_A_DAY,
    ),
    _in_journal(
        preferences.OWNER, "name", Group.PACKS, "Your name",
        "It stands on a review pack. Without one, none does.",
        Line(), "",
    ),
    _in_journal(
        preferences.PAPER, "paper", Group.PACKS, "Paper",
        "The size of the sheets of a pack, and of what is printed.",
        OneOf((Option("a4", "A4", native=True), Option("letter", "Letter", native=True))), "a4",
    ),
    _in_journal(
        preferences.LANGUAGE, "pack-language", Group.PACKS, "Language of packs",
        "In which the words and dates that a pack or a print adds are written; yours stay as they are.",
        OneOf((Option("en", "English", native=True), Option("de", "Deutsch", native=True))), "en",
    ),
)  # fmt: skip
"""The words of each are English; the window translates them, in the context "Setting"."""
