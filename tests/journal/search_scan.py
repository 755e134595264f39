"""What a query must find, by reading every thing and comparing word by word; shares nothing with the search."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal


@dataclass(frozen=True)
class Asked:
    """A query in pieces: words, whether the last may go on, what must not be there, a kind, days, a tag."""

    words: tuple[str, ...] = ()
    phrase: bool = False
    is_open: bool = False
    without: str = ""
    kind: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    tag: str = ""

    def line(self) -> str:
        """As somebody types it."""
        words = f'"{" ".join(self.words)}"' if self.phrase else " ".join(self.words)
        pieces = [
            words + "*" * (self.is_open and bool(self.words)) if self.words else "",
            f"-{self.without}" if self.without else "",
            f"kind:{self.kind}" if self.kind else "",
            f"from:{self.start}" if self.start else "",
            f"to:{self.end}" if self.end else "",
            f'tag:"{self.tag}"' if self.tag else "",
        ]
        return " ".join(filter(None, pieces))


@dataclass(frozen=True)
class Said:
    """A thing that is there: its kind, its day, its texts one by one, its tags."""

    id: UUID
    kind: str
    day: dt.date
    texts: tuple[str, ...]
    tags: tuple[str, ...] = ()


def scan(journal: Journal, asked: Asked) -> set[UUID]:
    """The ids of the things that fit."""
    return {said.id for said in everything(journal) if _fits(said, asked)}


def everything(journal: Journal) -> Iterator[Said]:
    """What is not in the trash, nor belongs to a thing there."""
    with journal._store.reading() as session:
        for noun, said in _SAID.items():
            for thing in session.scalars(select(noun)).all():
                if thing.trashed_at is None:
                    yield said(thing)
        for check_in in session.scalars(select(CheckIn)).all():
            goal = session.get_one(Goal, check_in.goal_id)
            if check_in.trashed_at is None and goal.trashed_at is None:
                texts = (f"{check_in.changed}\n{check_in.feedback}\n{check_in.help_needed}",)
                yield Said(check_in.id, "check-in", check_in.date, texts)
        for file in session.scalars(select(Attachment)).all():
            episode = session.get_one(Episode, file.episode_id)
            if file.trashed_at is None and episode.trashed_at is None:
                yield Said(file.id, "attachment", episode.date, (file.name,))


def _of_episode(episode: Episode) -> Said:
    body = f"{episode.story}\n{episode.result}\n{episode.role}\n{episode.source_link}"
    texts = (episode.title, body, episode.private_note)
    return Said(episode.id, "episode", episode.date, texts, tuple(tag.name for tag in episode.tags))


def _of_reflection(reflection: Reflection) -> Said:
    answers = "\n".join(each for each in reflection.answers.values() if each.strip())
    return Said(reflection.id, "reflection", reflection.date, (f"{answers}\n{reflection.evidence}",))


def _of_goal(goal: Goal) -> Said:
    assert goal.created_at
    return Said(goal.id, "goal", goal.start or goal.created_at.date(), (goal.title, goal.why))


_SAID: dict[type[Any], Callable[[Any], Said]] = {
    Episode: _of_episode,
    Reflection: _of_reflection,
    Goal: _of_goal,
    Lesson: lambda each: Said(each.id, "lesson", each.date, (each.text, f"{each.trigger}\n{each.detail}")),
    Action: lambda each: Said(each.id, "action", each.date, (each.text, each.if_then)),
}


def _fits(said: Said, asked: Asked) -> bool:
    if asked.kind and said.kind != asked.kind:
        return False
    if (asked.start and said.day < asked.start) or (asked.end and said.day > asked.end):
        return False
    if asked.tag and asked.tag.casefold() not in {tag.casefold() for tag in said.tags}:
        return False
    texts = [_words(text) for text in said.texts]
    if asked.without and any(_has(text, (asked.without,), is_open=False) for text in texts):
        return False
    wanted = [asked.words] if asked.phrase and asked.words else [(word,) for word in asked.words]
    return all(
        any(_has(text, words, is_open=asked.is_open and number == len(wanted) - 1) for text in texts)
        for number, words in enumerate(wanted)
    )


def _has(text: list[str], wanted: tuple[str, ...], *, is_open: bool) -> bool:
    """Whether the words stand in the text one after the other; of Chinese characters some within a word."""
    words = [_plain(word) for word in wanted]
    if len(words) == 1 and re.search("[\u4e00-\u9fff]", words[0]):
        return any(words[0] in word for word in text)
    for start in range(len(text) - len(words) + 1):
        *firsts, last = text[start : start + len(words)]
        if firsts == words[:-1] and (last.startswith(words[-1]) if is_open else last == words[-1]):
            return True
    return False


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", _plain(text))


def _plain(text: str) -> str:
    """Compatibility forms taken apart ("ﬁ" is "fi"), without accents and case."""
    taken_apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in taken_apart if not unicodedata.combining(letter)).replace("œ", "oe")
