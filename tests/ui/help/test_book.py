"""The pages of the help: whole, linked, and about all there is."""

import re

import pytest

from workjournal import resources
from workjournal.charts import CHARTS
from workjournal.domain import query
from workjournal.domain.methods import METHODS
from workjournal.exporters import EXPORTERS
from workjournal.importers import IMPORTERS
from workjournal.journal.every_setting import SETTINGS
from workjournal.ui.help.book import Book, book
from workjournal.ui.help.contents import CONTENTS, FIRST, SCHEME, entry, split
from workjournal.ui.screens import SCREENS

LINK = re.compile(r"\]\(([^)]*)\)")
EFFECT = re.compile(r"(?:d =|≤ d ≤|^|\s)\s?(\.\d\d)\b")
SAID = {".67", ".79", ".40", ".27", ".66"}
"""The effects that may be claimed (shared/product.md)."""


@pytest.fixture(scope="module")
def read() -> Book:
    return book("en")


def topics(read: Book) -> set[str]:
    return {section.topic for section in read.sections()}


def links(read: Book, page: str) -> list[str]:
    return LINK.findall(read.pages[page].markdown())


def test_every_file_is_a_page_and_every_page_has_a_file() -> None:
    assert {file.stem for file in resources.path("help", "en").iterdir()} == {each.key for each in CONTENTS}
    for each in CONTENTS:
        assert resources.path("icons", f"wj-{each.icon}.svg").is_file(), each.key


def test_every_link_leads_to_a_page_of_the_help(read: Book) -> None:
    for page in read.pages:
        for link in links(read, page):
            assert link.startswith(SCHEME), (page, link)
            assert link.removeprefix(SCHEME) in topics(read), (page, link)


def test_every_page_is_reached_by_links_from_the_first(read: Book) -> None:
    seen, waiting = set[str](), [FIRST]
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            waiting += [split(link)[0] for link in links(read, page)]
    assert seen == set(read.pages)


def test_no_two_sections_have_the_same_place_and_none_is_empty(read: Book) -> None:
    found = [section.topic for section in read.sections()]
    assert len(set(found)) == len(found)
    for section in read.sections():
        assert section.markdown, section.topic
        assert "{" not in section.markdown + section.title, section.topic


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.name)
def test_every_screen_has_help(kind: type, read: Book) -> None:
    assert kind.help in topics(read), f"{kind.__name__}.help names no page or section of resources/help"  # type: ignore[attr-defined] # a Screen


def test_every_method_is_told_with_its_questions_and_its_source(read: Book) -> None:
    told = {section.anchor: section for section in read.pages["methods"].sections}
    for method in METHODS:
        section = told[method.key]
        assert section.title == method.name
        for prompt in method.prompts:
            assert prompt.text in section.markdown, (method.key, prompt.key)
        for words in (method.offered, method.source, method.caution):
            assert words in section.markdown, (method.key, words)
        own_words = section.markdown.split("**When:**", maxsplit=1)[0].strip()
        assert len(own_words.split()) > 4, f"what {method.key} is for"


def test_every_chart_is_explained_and_private_ones_are_said_to_be(read: Book) -> None:
    told = {section.anchor: section for section in read.pages["charts"].sections}
    for chart in CHARTS:
        assert told[chart.key].title == chart.title
        assert len(told[chart.key].markdown.split()) > 12, chart.key
        assert ("no pack takes" in told[chart.key].markdown) is chart.private, chart.key
        assert (chart.title in read.pages["pack"].markdown()) >= chart.private


def test_every_format_filter_and_setting_is_listed(read: Book) -> None:
    transfer, search, settings = (read.pages[key].markdown() for key in ("transfer", "search", "settings"))
    forms = [(form.title, form.about) for form in IMPORTERS] + [
        (form.title, form.about) for form in EXPORTERS
    ]
    for title, about in forms:
        assert f"| **{title}** | {about} |" in transfer, title
    for word in (*query.FILTERS, *query.HAS, *query.IS, *query.KINDS):
        assert re.search(rf"`{word}:?`", search), word
    for setting in SETTINGS:
        assert setting.label in settings, setting.key
        assert setting.words in settings, setting.key


def test_what_is_offered_is_what_the_rules_say(read: Book) -> None:
    rows = read.pages["reflecting"].markdown()
    for words, method in (
        ("complex", "Probe card"),
        ("learned", "Kolb"),
        ("draining", "Gibbs"),
        ("hard win", "full"),
    ):
        (row,) = (line for line in rows.splitlines() if line.startswith("|") and words in line.split("|")[1])
        assert method in row


def test_nothing_is_claimed_beyond_what_may_be(read: Book) -> None:
    everything = "\n".join(page.markdown() for page in read.pages.values())
    for phrase in ("22.8", "295", "70:20:10", "three times"):
        assert phrase not in everything, phrase
    assert set(EFFECT.findall(everything)) - {".2", ".5", ".8"} <= SAID


def test_a_language_without_help_has_the_english_one() -> None:
    assert book("xx").pages[FIRST].markdown() == book("en").pages[FIRST].markdown()


def test_what_is_nowhere_leads_to_the_first_page(read: Book) -> None:
    assert read.page("nowhere#at-all").entry is entry(FIRST)
    assert read.page("charts#nothing").place("nothing") == 0


def test_a_section_is_found_among_the_headings(read: Book) -> None:
    page = read.page("charts#brier")
    headings = [line for line in page.markdown().splitlines() if re.match("#{1,2} ", line)]
    assert headings[page.place("brier")] == "## Brier score"
