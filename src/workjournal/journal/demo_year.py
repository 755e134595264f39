"""One year of the demo's story: what happens when, and how it is written into the journal."""

import datetime as dt

from workjournal.domain.episode import Episode, Kind, Moment, Setting, Source
from workjournal.journal.demo_book import Book, Happening, Moments, audiences
from workjournal.journal.demo_growing import Growing
from workjournal.journal.demo_measuring import Measuring
from workjournal.journal.demo_meeting import Meeting
from workjournal.journal.demo_recalling import Recalling
from workjournal.journal.demo_reflecting import Reflecting
from workjournal.journal.demo_reviewing import Reviewing
from workjournal.journal.demo_script import EpisodeScript
from workjournal.journal.demo_striving import Striving

_PARTS = (Measuring, Striving, Growing, Reflecting, Reviewing, Recalling, Meeting)


class DemoYear:
    """The work of a year; what is wanted, measured and learned in it is told by others."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def moments(self) -> Moments:
        """Each thing that happens, with its local time, in the order of the files."""
        for episode in self.book.script.episode:
            yield self.book.at(episode.day, episode.time), self._episode(episode)
        for part in _PARTS:
            yield from part(self.book).moments()

    def _episode(self, script: EpisodeScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            episode = Episode(
                date=self.book.day(script.day),
                time=now.time().replace(second=0, microsecond=0),
                title=script.title,
                story=script.story,
                result=script.result,
                kind=Kind(script.kind),
                role=script.role,
                setting=Setting(script.setting) if script.setting else None,
                source=Source(script.source) if script.source else None,
                moment=Moment(script.moment) if script.moment else None,
                difficulty=self.book.rated(script.difficulty),
                energy=self.book.rated(script.energy),
                source_link=script.source_link,
                private_note=script.private_note,
                audiences=audiences(script.audiences),
                goal_id=self.book.ids[f"goal {script.goal}"] if script.goal else None,
            )
            self.book.journal.episodes.add(
                episode, tags=script.tags, people=script.people, skills=script.skills
            )
            self.book.ids[f"episode {script.key}"] = episode.id
            for use in script.applied:
                lesson = self.book.ids[f"lesson {use['lesson']}"]
                self.book.journal.lessons.apply(lesson, episode.id, worked=use.get("worked"))

        return happen
