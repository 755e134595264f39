"""The list of settings: whole, readable, and each one's value comes back as it was kept."""

from dataclasses import replace

import pytest

from workjournal.domain.attachment import LARGEST, MEGABYTE
from workjournal.errors import JournalError
from workjournal.journal import preferences
from workjournal.journal.every_setting import SETTINGS
from workjournal.journal.journal import Journal
from workjournal.journal.setting import NoSuchSetting, NotASetting, Setting, Where, named
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
from workjournal.settings import Settings, usual

BY_KEY = {setting.key: setting for setting in SETTINGS}
IN_JOURNAL = [each for each in SETTINGS if each.where is Where.JOURNAL]
PAPERS = OneOf((Option("a4", "A4"), Option("letter", "US Letter")))


@pytest.mark.parametrize("setting", SETTINGS, ids=[each.word for each in SETTINGS])
def test_each_says_what_it_is_and_begins_with_a_value_of_its_own(setting: Setting) -> None:
    assert setting.words.endswith(".")
    assert setting.label[0].isupper()
    assert not setting.label.endswith(".")
    assert setting.control.takes()
    assert not setting.needs or isinstance(BY_KEY[setting.needs].control, Switch)
    if setting.default is not None and setting.key not in {"remind_days", "reminders"}:
        assert setting.control.typed(setting.control.told(setting.default)) == setting.default


def test_keys_and_words_are_there_once() -> None:
    assert len({each.key for each in SETTINGS}) == len({each.word for each in SETTINGS}) == len(SETTINGS)
    here = {each.key for each in SETTINGS if each.where is Where.COMPUTER}
    untold = {"last_vault", "window", "reminded", "snoozed", "recent"}
    assert here | untold == usual().keys()  # a new one is shown, or is no choice of anybody


@pytest.mark.parametrize("setting", IN_JOURNAL, ids=[each.word for each in IN_JOURNAL])
def test_what_is_kept_in_a_journal_comes_back(journal: Journal, setting: Setting) -> None:
    others = {
        preferences.SPELLING: (),
        preferences.LARGEST_ATTACHMENT: 100 * MEGABYTE,
        preferences.RETENTION: 80,
        preferences.LESSONS_A_DAY: 7,
        preferences.OWNER: "Ada & Co",
        preferences.PAPER: "letter",
        preferences.LANGUAGE: "de",
    }
    kept = journal.preferences
    assert setting.of_journal(kept) == setting.default
    setting.put(kept, others.get(setting.key, True))
    assert setting.of_journal(kept) == others.get(setting.key, True)
    setting.put(kept, setting.default)
    assert kept.get(setting.key) == ""
    kept.set(setting.key, "[1, 2")  # by another program, or a newer one
    assert isinstance(setting.control, Line) or setting.of_journal(kept) == setting.default


def test_the_services_go_by_what_was_chosen(journal: Journal) -> None:
    for key, value in (
        (preferences.RETENTION, 80),
        (preferences.LESSONS_A_DAY, 2),
        (preferences.LARGEST_ATTACHMENT, 100 * MEGABYTE),
        (preferences.SPELLING, ("de_DE",)),
    ):
        BY_KEY[key].put(journal.preferences, value)
    assert (journal.recalls.retention(), journal.recalls.most_a_day()) == (80, 2)
    assert journal.attachments.largest() == 100 * MEGABYTE
    assert journal.spelling.languages() == ("de_DE",)
    journal.attachments.allow(LARGEST // MEGABYTE)
    journal.recalls.set_retention(95)
    assert BY_KEY[preferences.LARGEST_ATTACHMENT].of_journal(journal.preferences) == LARGEST
    assert BY_KEY[preferences.RETENTION].of_journal(journal.preferences) == 95


@pytest.mark.parametrize(
    ("control", "text", "value"),
    [
        (Switch(), " Yes", True),
        (Switch("on", "off"), "no", "off"),
        (PAPERS, "usletter", "letter"),
        (PAPERS, "A4", "a4"),
        (Number(0, 240, " min", nought="Never"), "15 min", 15),
        (Number(0, 240, " min", nought="Never"), "never", 0),
        (Number(1, 1024, " MB", times=MEGABYTE), "2", 2 * MEGABYTE),
        (TimeOfDay(), "07:05", "07:05"),
        (Days(), "5, 1 1", "15"),
        (Days(), "", ""),
        (Languages(), "en_GB, de", ("en_GB", "de")),
        (Languages(), "", ()),
        (Line(5), " a  b ", "a b"),
    ],
)
def test_what_is_typed_is_understood(control: Control, text: str, value: object) -> None:
    assert control.typed(text) == value
    assert control.kept(control.text_of(value)) == value


@pytest.mark.parametrize(
    ("control", "text"),
    [
        (Switch(), "perhaps"),
        (PAPERS, "A5"),
        (Number(1, 5), "6"),
        (Number(1, 5), "one"),
        (TimeOfDay(), "25:00"),
        (Days(), "8"),
        (Languages(), "english"),
        (Line(5), "abcdef"),
    ],
)
def test_what_is_none_of_its_values_is_refused_in_words(control: Control, text: str) -> None:
    setting = replace(SETTINGS[0], control=control)
    with pytest.raises(NotASetting, match="It takes"):
        setting.typed(text)


def test_a_name_that_nothing_has() -> None:
    assert named(" Size ", SETTINGS).key == "scale"
    with pytest.raises(NoSuchSetting) as found:
        named("nope", SETTINGS)
    assert isinstance(found.value, JournalError)
    assert BY_KEY["theme"].of_computer(Settings(theme="dark")) == "dark"
