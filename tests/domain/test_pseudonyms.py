"""Names are gone from a pack before it is typeset, whichever way they are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.label import Person, Relation
from workjournal.domain.pseudonyms import Pseudonyms


def person(name: str, relation: Relation = Relation.OTHER, pseudonym: str = "") -> Person:
    return Person(name=name, relation=relation, pseudonym=pseudonym)


PRIYA = person("Priya Raman", Relation.PEER)
MARCO = person("Marco", Relation.OTHER, "the architect")
AIKO = person("Aiko Tanaka-Lind", Relation.MANAGER)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("I met Priya Raman today", "I met a colleague today"),
        ("I met PRIYA today", "I met a colleague today"),
        ("asked raman", "asked a colleague"),
        ("Priya's draft", "A colleague's draft"),
        ("Done. Marco agreed: Marco signs.", "Done. The architect agreed: The architect signs."),
        ("**Marco** wrote", "**The architect** wrote"),
        ("with Aiko Tanaka-Lind", "with my manager"),
        ("Marcos of the two and Priyanka stay", "The architect’s of the two and Priyanka stay"),
        ("", ""),
    ],
)
def test_hide(text: str, hidden: str) -> None:
    assert Pseudonyms([PRIYA, MARCO, AIKO]).hide(text) == hidden


def test_without_people_nothing_changes() -> None:
    assert Pseudonyms([]).hide("Priya stays") == "Priya stays"
    assert Pseudonyms([]).names == ()


def test_every_relation_has_a_stand_in_without_a_name() -> None:
    for relation in Relation:
        hidden = Pseudonyms([person("Zoltan Q", relation)]).hide("saw Zoltan")
        assert "zoltan" not in hidden.casefold()
        assert hidden != "saw "


def test_names_lists_the_whole_and_its_parts() -> None:
    assert {"priya raman", "priya", "raman", "marco"} <= set(Pseudonyms([PRIYA, MARCO]).names)


# Letters whose lower and upper case are one letter each; a name is not one of the words that stand in for it.
NAMES = st.text("abcdefghijklmnopqrstuvwxyzäöüéñçłøåšž", min_size=2, max_size=9).map(
    lambda word: f"q{word}".title()
)
FULL_NAMES = st.lists(NAMES, min_size=1, max_size=3).map(" ".join)
AROUND = st.text(" .,;:!?\n*_'\"()-–", min_size=1, max_size=3)


@given(st.lists(FULL_NAMES, min_size=1, max_size=6), st.data())
def test_no_name_survives(names: list[str], data: st.DataObject) -> None:
    written = [word for name in names for word in (name, name.upper(), name.lower(), *name.split())]
    pieces = data.draw(st.lists(st.tuples(AROUND, st.sampled_from(written)), max_size=12))
    # An underscore is a letter to \w, so Markdown's emphasis by underscores is tried on its own below.
    text = "".join(around.replace("_", " ") + word for around, word in pieces) + "."
    hidden = Pseudonyms([person(name) for name in names]).hide(text).casefold()
    for part in " ".join(names).casefold().split():
        assert not re.search(rf"(?<!\w){re.escape(part)}(?!\w)", hidden)


def test_a_name_emphasised_by_underscores_is_hidden() -> None:
    assert Pseudonyms([MARCO]).hide("_Marco_ wrote") == "_The architect_ wrote"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Siobhan O'Brien", "O’Brien"),
        ("Siobhan O'Brien", "OBrien"),
        ("Siobhan O’Brien", "O'Brien’s"),
        ("Anne-Marie Duval", "Anne Marie"),
        ("Anne-Marie Duval", "AnneMarie"),
        ("Anne-Marie Duval", "Marie"),
        ("Jürgen Müller", "Müllers"),
        ("Jürgen Müller", "Mueller"),
        ("Jürgen Müller", "Ju\u0308rgen"),
        ("Hans Großmann", "GROSSMANN"),
        ("José Peña", "Jose Pena"),
        ("Željko Šarić", "Šarića"),
        ("Иван Петров", "Ивана Петрова"),
        ("Иван Петров", "Петровым"),
        ("Мария Котова", "Марии"),
        ("محمد علي", "ومحمد"),
    ],
)
def test_a_name_in_another_form_is_hidden_too(name: str, written: str) -> None:
    hidden = Pseudonyms([person(name, Relation.PEER)]).hide(f"We heard {written} out.")
    assert re.fullmatch(r"We heard (a colleague(’s)? ?)+ out\.", hidden), hidden


def test_a_number_in_a_name_is_no_name_by_itself() -> None:
    names = Pseudonyms([Person(name="Person 11")])
    assert names.hide("Person 11 took 11 days") == "Someone at work took 11 days"
    assert "11" not in names.names


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Rene Dubois", "René"),
        ("Jan Mueller", "Müller"),
        ("Eva Weiss", "Weiß"),
        ("Łukasz Đorđević", "Lukasz"),
        ("Søren Kjær", "Soren"),
        ("Søren Kjær", "Soeren"),
        ("Priya Sharma", "https://wiki.example/?q=a%20Sharma"),
        ("Jürgen Müller", "https://wiki.example/M%C3%BCller"),
        ("李明", "今天李明说"),
        ("김철수", "김철수가"),
        ("Will Ward", "Will"),
        ("Will Ward", "WILL"),
        ("will ward", "Will"),
        ("Anna von der Heide", "Anna von der Heide"),
        ("Dr. Anna Heide", "Heide"),
    ],
)
def test_nothing_of_a_name_is_left(name: str, written: str) -> None:
    hidden = Pseudonyms([person(name, Relation.PEER, "◆")]).hide(f"We heard {written} out.")
    assert "◆" in hidden
    parts = [name, *name.split(), *written.rsplit("/", 1)[-1].rsplit("%20", 1)[-1].split()]
    assert not [part for part in parts if part in hidden and not part.islower() and part != "Dr."], hidden


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Price", "I will say what today's price may be"),
        ("May Long", "It may take long"),
        ("Don Weiß", "Don't ask: ich weiß es, they don’t"),
        ("Anna von der Heide", "Von dem Plan, der gut ist: Der war von mir"),
        ("Maria de la Cruz", "La mesa de la casa"),
        ("Dr. Omar Sy", "The dr. and Dr. No"),
        ("Jim the plumber", "The pipe and the plumber"),
    ],
)
def test_a_word_that_is_a_name_too_stays_a_word(name: str, text: str) -> None:
    assert Pseudonyms([person(name)]).hide(text) == text


def test_a_word_is_not_looked_for_as_a_name() -> None:
    names = Pseudonyms([person("Will Price"), person("Anna von der Heide"), person("Dr. Omar Sy")]).names
    assert {"will price", "anna", "heide", "omar"} <= set(names)
    assert not {"will", "price", "von", "der", "dr."} & set(names)
