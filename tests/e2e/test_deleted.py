"""Deleted means deleted: once the trash is emptied, no byte of what lay there is in the vault."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from conftest import PASSPHRASE, Clock
from e2e.diarist import DAY, write_everything
from e2e.pages import PageForged, decrypted
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal import opening
from workjournal.journal import trash as trash_module
from workjournal.journal.attachments import LARGE
from workjournal.journal.journal import Journal
from workjournal.journal.trash import KINDS, Emptied
from workjournal.store import engine

WORD = re.compile(rb"Wombat-\d{6}-Quokka")


class Words(Iterator[str]):
    """Texts that stand nowhere else, and which were given out."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __next__(self) -> str:
        self.given.append(f"Wombat-{len(self.given):06d}-Quokka")
        return self.given[-1]


class Diary:
    """A journal of which `gone` is written, trashed and destroyed, and `kept` is not."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.outside = folder / "vault", folder
        self.words = Words()
        self.gone: set[str] = set()
        self.journal: Journal = opening.create(self.folder, PASSPHRASE, Clock())
        self.key = self.journal._store.keys.database_key
        self.many(20)
        self.kept = set(self.words.given)

    def many(self, number: int) -> None:
        """Episodes with tags in no order, made longer later, so that rows move from page to page."""
        chance = random.Random(4711)
        episodes = []
        for tag in chance.sample([next(self.words) for _ in range(number)], number):
            episode = Episode(
                date=DAY, title=next(self.words), story=next(self.words) * chance.randrange(3, 60)
            )
            episodes.append(self.journal.episodes.add(episode, tags=[tag]))
        for episode in chance.sample(episodes, number // 2):
            episode.result = next(self.words) * chance.randrange(3, 300)
            self.journal.episodes.save(episode)

    def write(self) -> None:
        """Everything there is, with earlier wordings, drafts and files of both kinds."""
        before = {thing.id for thing in self.things()}
        write_everything(self.journal, self.words, self.outside)
        self.many(40)
        episode = self.journal.episodes.newest()[0]
        large = self.outside / f"{next(self.words)}.txt"
        large.write_text(next(self.words) * LARGE, encoding="utf-8")
        attached = self.journal.episodes.attach(episode.id, large)
        assert attached.object_id
        large.unlink()
        for place in ("episode", "reflection"):
            self.journal.drafts.keep(f"{place}:{episode.id}", {"why": next(self.words)})
        self.journal.drafts.drop("capture")
        preference = {word for word in self.words.given if self.journal.preferences.get(word)}
        preference |= {self.journal.preferences.get(word) for word in preference}
        self.kept |= preference
        # An import was, whatever became of what it brought: its file's name stays in the list of them.
        self.kept |= {
            word.decode() for each in self.journal.imports.past() for word in WORD.findall(each.name.encode())
        }
        self.gone = set(self.words.given) - self.kept
        for thing in self.things():
            if thing.id not in before:
                self.put_away(thing)

    def put_away(self, thing: Entity) -> None:
        """Into the trash; a label in use only after it was taken off."""
        services = {Tag: self.journal.tags, Skill: self.journal.skills, Person: self.journal.people}
        labels: Any = services.get(type(thing))
        (labels.put_away if labels else self.journal.trash.put)(thing.id)

    def things(self) -> list[Entity]:
        with self.journal._store.reading() as session:
            return [thing for noun in KINDS for thing in session.scalars(select(noun))]

    def closed(self) -> set[str]:
        """The words that lie in any page of the closed database, or as they are in any file of the vault."""
        self.journal.close()
        pages = b"".join(decrypted(self.folder / "journal.db", self.key))
        files = b"".join(file.read_bytes() for file in self.folder.rglob("*") if file.is_file())
        return {word.decode() for word in WORD.findall(pages + files)}


def test_nothing_is_left_of_it_and_all_of_the_rest(tmp_path: Path) -> None:
    """Seen failing with earlier wordings, and with drafts, left out of `destroy`.

    That `secure_delete` alone is not enough, tests/store/test_compacting.py shows with larger tables.
    """
    diary = Diary(tmp_path)
    diary.write()
    before = diary.closed()
    assert diary.kept <= before
    # But for the two words of a draft dropped before, and one that is in the file beside the database, sealed.
    assert len(diary.gone - before) == 3
    (large,) = (diary.folder / "objects").iterdir()
    assert large.stat().st_size > LARGE
    with opening.open_journal(diary.folder, PASSPHRASE, Clock()) as diary.journal:
        count = diary.journal.trash.count()
        assert diary.journal.trash.empty() == Emptied(count)
    assert count > 80
    assert [*(diary.folder / "objects").iterdir()] == []
    assert diary.closed() == diary.kept


def test_with_neither_rewriting_nor_secure_delete_it_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless = tuple(setting.replace("secure_delete=on", "secure_delete=off") for setting in engine.SETTINGS)
    monkeypatch.setattr(engine, "SETTINGS", careless)
    monkeypatch.setattr(trash_module, "rewrite", lambda _keys: None)
    diary = Diary(tmp_path)
    diary.write()
    diary.journal.trash.empty()
    assert len(diary.closed() & diary.gone) > 50


def test_a_page_that_was_changed_is_not_scanned_as_if_it_were_one(journal: Journal) -> None:
    key = journal._store.keys.database_key
    journal.close()
    file = journal.folder / "journal.db"
    assert list(decrypted(file, key))
    content = bytearray(file.read_bytes())
    content[20_000] ^= 1
    file.write_bytes(content)
    with pytest.raises(PageForged):
        list(decrypted(file, key))
