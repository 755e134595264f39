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


def test_versions_of_one_text_without_those_that_did_not_differ(journal: Journal, clock: Clock) -> None:
    episode = journal.episodes.save(Episode(date=DAY, title="First", story="Once"))
    began = journal.now()
    for title, story in (("First", "Twice"), ("Second", "Twice"), ("Second", ""), ("Second", "Thrice")):
        clock.forward(minutes=1)
        episode.title, episode.story = title, story
        journal.episodes.save(episode)
    found = journal.revisions.versions(episode.id, "story")
    assert [version.text for version in found] == ["Twice", "Once"]
    assert [(version.until - began).seconds for version in found] == [180, 60]
    assert [version.text for version in journal.revisions.versions(episode.id, "title")] == ["First"]
    assert (
        journal.revisions.versions(episode.id, "result")
        == journal.revisions.versions(new_id(), "story")
        == []
    )


def test_versions_of_one_answer_among_several(journal: Journal, clock: Clock, one: Examples) -> None:
    reflection = journal.reflections.get(one.reflection.id)
    for answers in ({"why": "First", "next": "a"}, {"why": "First", "next": "b"}, {"why": "Second"}):
        clock.forward(minutes=1)
        reflection.answers = answers
        reflection = journal.reflections.save(reflection)
    found = journal.revisions.versions(reflection.id, "answers", "why")
    assert [version.text for version in found].count("First") == 1
    assert [version.text for version in journal.revisions.versions(reflection.id, "answers", "next")][:2] == [
        "b",
        "a",
    ]
