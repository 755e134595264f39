"""Words of an employer are replaced in every form in which a text may hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.redactions import BLANK, NothingToRedact, Redaction, Redactions, RedactsItself

FALCON = Redaction("Project Falcon", "a warehouse project")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Project Falcon went live", "a warehouse project went live"),
        ("PROJECT  falcon went live", "a warehouse project went live"),
        ("project\nFalcon", "a warehouse project"),
        ("Project Falcon's end", "a warehouse project's end"),
        ("Project Falcons", "a warehouse project’s"),
        ("Falcon and project", "Falcon and project"),
        ("Subproject Falcon", "Subproject Falcon"),
        ("**Project Falcon**, done", "**a warehouse project**, done"),
        ("_Project Falcon_", "_a warehouse project_"),
        ("Project-Falcon", "a warehouse project"),
        ("project_falcon", "a warehouse project"),
        ("https://x.example/Project%20Falcon", "https://x.example/a warehouse project"),
        ("https://x.example/?q=in%20project+falcon", "https://x.example/?q=in%20a warehouse project"),
    ],
)
def test_whole_words_in_any_case_are_replaced(text: str, told: str) -> None:
    assert Redactions([FALCON]).hide(text) == told


def test_without_words_instead_something_is_still_seen_to_be_missing() -> None:
    assert (
        Redactions([Redaction("Straße 7")]).hide("In der STRASSE 7, in der Straße 7")
        == f"In der STRASSE 7, in der {BLANK}"
    )


def test_the_longest_words_win() -> None:
    both = Redactions([Redaction("Falcon", "the tool"), FALCON])
    assert both.hide("Project Falcon uses Falcon") == "a warehouse project uses the tool"


def test_what_replaces_may_not_bring_the_words_back() -> None:
    with pytest.raises(RedactsItself):
        Redaction("Falcon", "the falcon tool").check()
    with pytest.raises(NothingToRedact):
        Redaction("  ", "x").check()
    FALCON.check()


def test_nothing_listed_changes_nothing() -> None:
    assert Redactions([]).hide("Project Falcon") == "Project Falcon"
    assert Redactions([Redaction(" ")]).words == ()


@given(st.text(), st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8))
def test_hidden_words_are_gone_as_whole_words(text: str, words: str) -> None:
    redactions = Redactions([Redaction(words, "—")])
    once = redactions.hide(f"{text} {words} {text}")
    assert redactions.hide(once) == once


def test_it_comes_back_from_its_fields() -> None:
    assert Redaction.read(FALCON.fields()) == FALCON


def test_words_listed_with_a_hyphen_are_found_without_it() -> None:
    redactions = Redactions([Redaction("Falcon-X", "the tool"), Redaction("--", "nothing")])
    assert redactions.hide("Falcon X, falcon-x, FalconX, Falcon") == "the tool, the tool, FalconX, Falcon"
    assert set(redactions.words) == {"falcon-x", "falcon x", "--"}
