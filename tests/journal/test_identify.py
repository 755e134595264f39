"""Things are found by the end of their id."""

import datetime as dt
from uuid import UUID

import pytest

from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.journal.journal import Journal
from workjournal.journal.service import AmbiguousId, NoSuchThing

DAY = dt.date(2026, 11, 19)
ONE = UUID("01a20084-1193-7199-93ab-340529068888")
OTHER = UUID("01a20084-2222-7199-93ab-3405aaaa8888")


@pytest.fixture
def filled(journal: Journal) -> Journal:
    for thing_id in (ONE, OTHER):
        journal.episodes.add(Episode(id=thing_id, date=DAY, title="x"))
    return journal


@pytest.mark.parametrize("words", [str(ONE), str(ONE).upper(), ONE.hex, "29068888", " 6-8888 ", "068888"])
def test_all_of_an_id_or_its_end_will_do(words: str, filled: Journal) -> None:
    assert filled.episodes.identify(words) == ONE
    assert filled.trash.identify(words) == ONE


def test_an_ambiguous_end_names_them_all(filled: Journal) -> None:
    with pytest.raises(AmbiguousId, match="More than one episode") as caught:
        filled.episodes.identify("8888")
    assert str(ONE) in str(caught.value)
    assert str(OTHER) in str(caught.value)


@pytest.mark.parametrize("words", ["", "888", "%888", "_888", "zzzz8888", "12345678"])
def test_what_is_no_end_of_an_id_is_unknown(words: str, filled: Journal) -> None:
    with pytest.raises(NoSuchThing) as caught:
        filled.episodes.identify(words)
    assert words in str(caught.value)


@pytest.mark.parametrize("words", ["a" * 100_000, "0" + ONE.hex, "-" * 100_000])
def test_what_is_longer_than_an_id_is_unknown_and_cut_short(words: str, filled: Journal) -> None:
    with pytest.raises(NoSuchThing) as caught:
        filled.episodes.identify(words)
    shown = str(caught.value.fields["id"])
    assert shown.rstrip("…") in words
    assert len(shown) == min(len(words), 40)


def test_a_noun_knows_only_its_own_and_the_trash_knows_all(filled: Journal) -> None:
    lesson = filled.lessons.add(Lesson(date=DAY, text="x"))
    with pytest.raises(NoSuchThing):
        filled.lessons.identify(str(ONE))
    assert filled.trash.identify(lesson.id.hex[-8:]) == lesson.id
    filled.trash.put(ONE)
    assert filled.episodes.identify("29068888") == ONE


def test_files_of_many_episodes_at_once(filled: Journal) -> None:
    def keep(name: str) -> Attachment:
        content = b"x"
        attachment = Attachment(
            episode_id=ONE, name=name, media_type="text/plain", size=1, sha256="", content=content
        )
        with filled.episodes.store.writing() as session:
            session.add(attachment)
        return attachment

    kept = [keep("one"), keep("two")]
    found = filled.episodes.attached([filled.episodes.get(ONE), filled.episodes.get(OTHER)])
    assert {thing_id: [file.id for file in files] for thing_id, files in found.items()} == {
        ONE: [file.id for file in kept]
    }
