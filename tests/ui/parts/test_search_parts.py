"""What stands behind palette and Search screen: completion, words for every sort of hit, one question at a time."""

import threading
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from examples import Examples
from workjournal.domain.query import FILTERS, KINDS, THINGS
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.search import Hit
from workjournal.ui import tasks
from workjournal.ui.parts import search_found, search_words
from workjournal.ui.parts.search_asking import Asking
from workjournal.ui.parts.search_offers import MOST, SearchOffers, meaning_of
from workjournal.ui.screens import SCREENS
from workjournal.ui.workspace import Workspace


class Wrong(JournalError):
    """That line is wrong."""


# Completion


@pytest.fixture
def offers(journal: Journal) -> SearchOffers:
    journal.tags.named("planning", "capacity plan", "rota")
    return SearchOffers(journal)


def offered(offers: SearchOffers, line: str) -> list[str]:
    return [each.line for each in (*offers.of_values(line), *offers.of_filters(line))]


def test_a_filter_is_completed_from_two_letters_on(offers: SearchOffers) -> None:
    assert offered(offers, "x ta") == ["x tag:"]
    assert offered(offers, "-ki") == ["-kind:"]
    assert offered(offers, "t") == []
    assert offered(offers, '"ta') == []
    assert offered(offers, "ta ") == []


def test_names_that_begin_so_come_before_those_that_have_it_within(offers: SearchOffers) -> None:
    assert offered(offers, "x tag:pla") == ["x tag:planning ", 'x tag:"capacity plan" ']
    assert offered(offers, "tag:PLANNING") == []
    assert offered(offers, 'tag:"capacity pl') == ['tag:"capacity plan" ']


def test_words_of_the_filters_themselves(offers: SearchOffers) -> None:
    assert offered(offers, "is:un") == ["is:unreflected "]
    assert offered(offers, "from:tod") == ["from:today "]
    assert len(offered(offers, "kind:")) == MOST
    assert set(offers.values("kind")) == set(KINDS)
    assert all(meaning_of(name) for name in FILTERS)


def test_names_are_read_once_until_they_are_forgotten(offers: SearchOffers, journal: Journal) -> None:
    assert offered(offers, "tag:har") == []
    journal.tags.named("harbour")
    assert offered(offers, "tag:har") == []
    offers.forget()
    assert offered(offers, "tag:har") == ["tag:harbour "]


# Words


def test_every_sort_of_thing_has_its_word_icon_and_section() -> None:
    for kind in THINGS:
        assert search_words.kind_word(kind)
        assert search_words.kind_icon(kind)
        assert search_words.section_of(kind) in search_words.SECTIONS


def test_everything_that_is_found_opens_on_a_screen(
    space: Workspace, journal: Journal, one: Examples
) -> None:
    """One of everything there is; no sort of thing leads nowhere."""
    names = {kind.name for kind in SCREENS}
    opened = set()
    for kind in THINGS:
        for hit in journal.search.find(f"kind:{kind}").hits:
            screen, what = search_words.place_of(journal, hit)
            assert screen in names
            space.go(screen, what)
            tasks.wait_all()
            opened.add(kind)
    assert {"episode", "reflection", "lesson", "goal", "action", "attachment", "skill", "measure"} <= opened
    assert {"check-in", "pack", "profile", "method", "change", "pulse"} <= opened


def test_what_has_no_name_of_its_own_is_called_after_what_it_belongs_to(
    journal: Journal, one: Examples
) -> None:
    hits = {hit.kind: hit for kind in THINGS for hit in journal.search.find(f"kind:{kind}").hits}
    for kind, hit in hits.items():
        assert search_words.title(hit), kind
        row = search_words.row(hit, journal.today())
        for first, last in row.marks:
            assert row.second[first:last]
    assert search_words.row(hits["check-in"], journal.today()).second.startswith("Check-in")


def test_more_than_is_counted() -> None:
    assert search_found.counted(12) == "12 found"
    assert search_found.counted(1001) == f"More than {QLocale().toString(1000)} found"


def test_the_palette_reads_what_it_shows_before_it_comes_back(journal: Journal, one: Examples) -> None:
    looked = search_found.look(journal, one.episode.title.split()[0])
    assert looked.hits
    assert all(isinstance(hit, Hit) and "_shown" in vars(hit) for hit in looked.hits)


# Asking


def test_only_the_newest_question_is_answered(qtbot: QtBot) -> None:
    """Seen failing where each question began a task of its own."""
    owner, gate, asked = QObject(), threading.Event(), list[object]()

    def work(question: object) -> object:
        asked.append(question)
        gate.wait(5)
        return f"answer to {question}"

    asking = Asking(owner, work)
    heard = QSignalSpy(asking.answered)
    for question in "abcd":
        asking.ask(question)
    assert asking.is_pending()
    gate.set()
    tasks.wait_all()
    assert [heard.at(place) for place in range(heard.count())] == [["d", "answer to d"]]
    assert asked == ["a", "d"]
    assert not asking.is_pending()


def test_what_is_forgotten_is_not_answered(qtbot: QtBot) -> None:
    owner = QObject()
    asking = Asking(owner, str)
    heard = QSignalSpy(asking.answered)
    asking.ask("a")
    asking.forget()
    tasks.wait_all()
    assert heard.count() == 0
    asking.ask("b")
    tasks.cancel_all()  # as before locking
    asking.ask("c")
    tasks.wait_all()
    assert [heard.at(place)[0] for place in range(heard.count())] == ["c"]


def test_what_is_wrong_is_told_in_words(qtbot: QtBot) -> None:
    def work(_question: object) -> object:
        raise Wrong

    owner = QObject()
    asking = Asking(owner, work)
    refused = QSignalSpy(asking.refused)
    asking.ask("a")
    tasks.wait_all()
    assert refused.at(0) == ["a", "That line is wrong."]


def test_sections_keep_their_order(journal: Journal, one: Examples) -> None:
    looked = search_found.look(journal, "kind:episode kind:lesson kind:goal kind:action")
    rows = search_found.items(journal, "x", looked, lambda _hit: None, lambda _line: None)
    order = [search_words.section(each) for each in search_words.SECTIONS]
    places = [order.index(row.group) for row in rows if row.group in order]
    assert len(set(places)) >= 3
    assert all(before <= after for before, after in pairwise(places))
