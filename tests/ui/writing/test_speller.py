from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workjournal.ui import tasks
from workjournal.ui.prose import dictionaries
from workjournal.ui.writing.speller import Speller

WORDS = {"en_GB": {"plan", "late", "priya's"}, "de_DE": {"Plan", "spät"}, "ru_RU": {"план"}}


class Few:
    def __init__(self, words: set[str]) -> None:
        self.words, self.asked = words, 0

    def knows(self, word: str) -> bool:
        self.asked += 1
        return word in self.words

    def suggest(self, word: str) -> list[str]:
        return sorted(self.words)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> dict[str, Few]:
    few = {language: Few(words) for language, words in WORDS.items()}
    monkeypatch.setattr(dictionaries, "open_all", lambda languages, _pause: [few[each] for each in languages])
    return few


@pytest.fixture
def speller(opened: dict[str, Few]) -> Iterator[Speller]:
    made = Speller()
    made.choose(("en_GB", "de_DE"))
    yield made
    tasks.wait_all()


def learn(qtbot: QtBot, speller: Speller, *words: str) -> list[str]:
    """Those of the words that turn out to be wrong."""
    assert not any(speller.is_wrong(word) for word in words), "what is not known yet counts as right"
    qtbot.waitUntil(lambda: not speller._asked and speller._task is None)
    return [word for word in words if speller.is_wrong(word)]


def test_a_word_of_any_language_is_right(qtbot: QtBot, speller: Speller) -> None:
    assert learn(qtbot, speller, "plan", "spät", "plna") == ["plna"]


def test_verdicts_are_kept(qtbot: QtBot, speller: Speller, opened: dict[str, Few]) -> None:
    learn(qtbot, speller, "plna", "plna")
    assert opened["en_GB"].asked == 1
    assert speller.is_wrong("plna")
    assert opened["en_GB"].asked == 1


def test_it_tells_what_it_learned(qtbot: QtBot, speller: Speller) -> None:
    with qtbot.waitSignal(speller.learned) as told:
        speller.is_wrong("plan")
        speller.is_wrong("lateee")
    assert told.args == [frozenset({"lateee"})]


def test_names_own_words_and_ignored_ones_are_right(qtbot: QtBot, speller: Speller) -> None:
    assert learn(qtbot, speller, "Tomasz", "Quintero's", "depott") == ["Tomasz", "Quintero's", "depott"]
    speller.accept(["Ana Quintero", "tomasz"])
    speller.ignore("Depott")
    assert not any(speller.is_wrong(word) for word in ("Tomasz", "Quintero's", "depott"))
    speller.accept([])
    assert speller.is_wrong("Tomasz")


def test_scripts_of_no_chosen_language_are_left_alone(qtbot: QtBot, speller: Speller) -> None:
    assert learn(qtbot, speller, "план", "会议") == []
    speller.choose(("ru_RU",))
    assert learn(qtbot, speller, "плна", "plna") == ["плна"]


def test_without_a_language_nothing_is_looked_at(qtbot: QtBot, speller: Speller) -> None:
    speller.choose(())
    assert not speller.is_wrong("plna")
    assert not speller._asked


def test_suggestions_come_from_all_languages_in_turn(speller: Speller) -> None:
    found: list[list[str]] = []
    owner = QObject()
    speller.suggest("plna", found.append, owner)
    tasks.wait_all()
    assert found == [["late", "Plan", "plan", "spät", "priya's"]]


def test_a_dictionary_that_cannot_be_read_is_told_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, speller: Speller
) -> None:
    told: list[Exception] = []

    def broken(*_: object) -> list[Few]:
        raise OSError("no such file")

    monkeypatch.setattr(dictionaries, "open_all", broken)
    monkeypatch.setattr("workjournal.ui.errors.report", told.append)
    learn(qtbot, speller, "plan")
    assert [type(each) for each in told] == [OSError]
    assert not speller.is_wrong("late")
    assert not speller._asked


def test_after_work_was_given_up_it_goes_on(qtbot: QtBot, speller: Speller) -> None:
    speller.is_wrong("plna")
    speller._look_up()
    tasks.cancel_all()
    tasks.wait_all()
    assert speller._task is not None
    assert speller._task.cancelled
    assert learn(qtbot, speller, "plna") == ["plna"]
