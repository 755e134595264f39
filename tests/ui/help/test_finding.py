"""Finding in the help."""

import pytest

from workjournal.ui.help.book import Section, book
from workjournal.ui.help.contents import CONTENTS
from workjournal.ui.help.finding import Finder


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(book("en").sections())


def topics(finder: Finder, line: str) -> list[str]:
    return [found.section.topic for found in finder.find(line)]


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("recovery code", "privacy#recovery"),
        ("brier", "charts#brier"),
        ("natural limits", "measures#limits"),
        ("forgot passphrase", "start#before"),
        ("gibbs", "methods#gibbs"),
        ("capture signs", "writing#signs"),
        ("sealed", "goals#forecast"),
        ("joplin", "transfer#formats"),
        ("BACKUP", "backups"),
        ("completi", "terminal#completion"),
        ("can't tell yet", "charts#words"),
        ("FSRS", "lessons#fsrs"),
    ],
)
def test_what_one_would_type_finds_its_section_near_the_top(finder: Finder, line: str, topic: str) -> None:
    assert topic in topics(finder, line)[:3]


def test_every_word_counts_where_a_section_has_them_all(finder: Finder) -> None:
    for found in finder.find("sealed forecast"):
        told = f"{found.section.title} {found.section.page.label()} {found.section.markdown}".casefold()
        assert "seal" in told
        assert "forecast" in told


def test_a_word_that_is_nowhere_does_not_hide_what_the_others_find(finder: Finder) -> None:
    assert topics(finder, "zebra wilson") == topics(finder, "wilson")


def test_nothing_is_found_of_nothing(finder: Finder) -> None:
    assert topics(finder, "zebra") == topics(finder, " ") == topics(finder, "?!") == []


def test_capitals_and_accents_do_not_matter() -> None:
    section = Section(CONTENTS[0], "", "Über Größe", "Ein Café.")
    finder = Finder([section])
    assert [found.section for found in finder.find("uber CAFE")] == [section]


def test_the_excerpt_is_about_where_it_stands(finder: Finder) -> None:
    for found in finder.find("wilson"):
        assert "wilson" in found.excerpt.casefold()
        assert "](" not in found.excerpt
        assert "**" not in found.excerpt
