from examples import Examples
from workjournal.journal.journal import Journal


def test_languages_are_chosen_or_not_yet(journal: Journal) -> None:
    assert journal.spelling.languages() is None
    journal.spelling.choose(("de_DE", "en_GB"))
    assert journal.spelling.languages() == ("de_DE", "en_GB")
    journal.spelling.choose(())
    assert journal.spelling.languages() == ()


def test_own_words_come_and_go(journal: Journal) -> None:
    for word in ("Zölle", "depotplan", "depotplan"):
        journal.spelling.add(word)
    assert journal.spelling.own_words() == ["depotplan", "Zölle"]
    journal.spelling.remove("depotplan")
    journal.spelling.remove("never there")
    assert journal.spelling.own_words() == ["Zölle"]


def test_names_of_the_journal_are_known(journal: Journal, one: Examples) -> None:
    assert {one.person.name, one.skill.name} <= set(journal.spelling.names())
    for tag in journal.tags.names():
        assert tag in journal.spelling.names()
