"""Earlier wordings, as a service tells them."""

from conftest import Clock
from examples import DAY, Examples
from workjournal.domain.entity import new_id
from workjournal.domain.episode import Episode
from workjournal.journal.journal import Journal


def test_newest_first_of_one_thing_alone(journal: Journal, clock: Clock, one: Examples) -> None:
    episode = journal.episodes.save(Episode(date=DAY, title="First", story="Once"))
    for title, story in (("Second", "Once"), ("Third", "Twice")):
        clock.forward(minutes=1)
        episode.title, episode.story = title, story
        journal.episodes.save(episode)
    found = journal.revisions.of(episode.id)
    assert sorted((r.field, r.text) for r in found) == [
        ("story", "Once"),
        ("title", "First"),
        ("title", "Second"),
    ]
    assert [r.text for r in found][-1] == "First"
    assert [r.until for r in found] == sorted((r.until for r in found), reverse=True)
    assert journal.revisions.of(one.episode.id) == journal.revisions.of(new_id()) == []


def test_the_trash_takes_no_wording_along(journal: Journal, one: Examples) -> None:
    one.episode.story = "New"
    journal.episodes.save(one.episode)
    one.episode.story = "Newer"
    journal.episodes.save(one.episode)
    journal.episodes.trash(one.episode.id)
    assert [revision.text for revision in journal.revisions.of(one.episode.id)] == ["New"]
