"""The demo: a story told whole, in order, and the same for the same seed."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from conftest import PASSPHRASE
from journal.demo_telling import EVERYTHING, SUNDAY, content, make
from workjournal.domain.entity import Audience
from workjournal.domain.goal import Goal, GoalState
from workjournal.exporters.pdf_pages import page_count, page_texts
from workjournal.journal import opening
from workjournal.journal.demo_checking import check
from workjournal.journal.demo_goal_script import GoalScript
from workjournal.journal.demo_reading import read
from workjournal.journal.demo_reflecting import answers_of
from workjournal.journal.demo_script import (
    ActionScript,
    BrokenScript,
    CommitmentScript,
    EpisodeScript,
    LessonScript,
    ReflectionScript,
    ReviewScript,
    Script,
    told,
)
from workjournal.journal.journal import Journal

pytestmark = pytest.mark.xdist_group("demo")


def every_goal(journal: Journal, state: GoalState) -> list[Goal]:
    return [goal for goal in journal.goals.all() if goal.state is state]


def test_no_text_of_the_story_is_lost(year: Journal, script: Script) -> None:
    episodes = {
        (each.title, each.story, each.result, each.private_note)
        for each in year.episodes.newest(limit=EVERYTHING)
    }
    wanted = {(each.title, each.story, each.result, each.private_note) for each in script.episode}
    wanted |= {(each.title, each.story, "", "") for meeting in script.meeting for each in meeting.feedback}
    assert episodes == wanted
    assert len(wanted) > 200
    answers = [each.answers for each in year.reflections.newest(limit=EVERYTHING)]
    assert [each.key for each in script.looks_back() if answers_of(each) not in answers] == []
    lessons = {(each.text, each.trigger) for each in year.lessons.all(retired=True)}
    assert lessons == {(each.text, each.trigger) for each in script.lesson if each.merged is None}
    details = "\n".join(each.detail for each in year.lessons.all(retired=True)).replace("\n> ", "\n")
    assert [each.key for each in script.lesson if each.detail not in details] == []
    assert [each.key for each in script.lesson if each.merged and each.text not in details] == []
    actions = {each.text for each in year.actions.touched_in(dt.date.min, dt.date.max)}
    commitments = {each.text for review in script.review for each in review.commitment}
    assert actions >= {each.text for each in script.action} | commitments
    commitments |= {each.text for each in script.commitment}
    commitments |= {each.text for meeting in script.meeting for each in meeting.agreement}
    asks = {each.help_needed for goal in script.goal for each in goal.checkin if each.help_needed}
    assert asks <= actions <= asks | {each.text for each in script.action} | commitments


def test_no_slot_is_left_open(year: Journal) -> None:
    for episode in year.episodes.newest(limit=EVERYTHING):
        assert "{" not in episode.title + episode.story + episode.result + episode.private_note


def test_people_skills_and_labels_are_there(year: Journal, script: Script) -> None:
    assert {(each.name, each.pseudonym) for each in year.people.all()} == {
        (each.name, each.pseudonym) for each in script.person
    }
    assert all(skill.description for skill in year.skills.all())
    assert [each.name for each in script.skill if each.name not in year.skills.names()] == []
    assert any(each.private_note for each in year.episodes.newest(limit=EVERYTHING))
    assert any(each.applications for each in year.lessons.all())


def test_goals_meet_their_four_fates(year: Journal) -> None:
    for state in (GoalState.ACHIEVED, GoalState.MISSED, GoalState.ABANDONED, GoalState.ACTIVE):
        assert every_goal(year, state), state
    for goal in year.goals.all():
        if goal.state not in {GoalState.PLANNED, GoalState.ACTIVE}:
            assert goal.closed
            assert goal.confidence_after is not None
        if goal.state is not GoalState.PLANNED:
            assert goal.forecast
            assert goal.forecast.sealed_at
            assert goal.forecast.sealed_at.astimezone().date() == goal.start
        assert all(check_in.date <= SUNDAY for check_in in goal.check_ins)


def test_causes_come_before_effects(year: Journal) -> None:
    made: dict[UUID, dt.datetime] = {}
    for episode in year.episodes.newest(limit=EVERYTHING):
        assert episode.created_at
        assert episode.created_at.astimezone().date() == episode.date
        made[episode.id] = episode.created_at
    for reflection in year.reflections.newest(limit=EVERYTHING):
        assert reflection.created_at
        assert all(made[each.id] < reflection.created_at for each in reflection.episodes)
    for lesson in year.lessons.all(retired=True):
        for use in lesson.applications:
            assert use.created_at
            assert lesson.created_at
            assert lesson.created_at < use.created_at


def test_ratings_stay_on_their_steps(year: Journal) -> None:
    ratings = [
        rating
        for each in year.episodes.newest(limit=EVERYTHING)
        for rating in (each.difficulty, each.energy)
        if rating is not None
    ]
    assert all(0 <= rating <= 100 and rating % 5 == 0 for rating in ratings)


@pytest.mark.slow
def test_the_same_seed_tells_the_same(year: Journal, tmp_path: Path) -> None:
    with opening.open_journal(make(tmp_path / "again"), PASSPHRASE) as again:
        assert content(again) == content(year)


@pytest.mark.slow
def test_two_years_with_another_seed_end_on_a_wednesday(year: Journal, tmp_path: Path) -> None:
    wednesday = dt.date(2026, 11, 18)
    with opening.open_journal(make(tmp_path / "two", years=2, seed=2, today=wednesday), PASSPHRASE) as two:
        episodes = two.episodes.newest(limit=EVERYTHING)
        assert max(each.date for each in episodes) <= wednesday
        assert min(each.date for each in episodes) >= SUNDAY - dt.timedelta(weeks=104)
        assert len(episodes) > 1.9 * year.episodes.count()
        assert content(two)[:50] != content(year)[:50]
        assert len(two.people.all()) == len(year.people.all())
        # Only the newest year leaves something running, and its words differ from the year before.
        assert len(every_goal(two, GoalState.ACTIVE)) == len(every_goal(year, GoalState.ACTIVE))
        assert all(goal.state is GoalState.ACTIVE for goal in two.goals.all() if goal.paused_on)
        # What is made once is made once, and counted in both years.
        names = [measure.name for measure in year.measures.all()]
        assert [measure.name for measure in two.measures.all()] == names
        assert len(two.pulses.all()) == 2 * len(year.pulses.all())
        assert list(two.credentials.counts().values()) == [1, 1]
        assert all(action.date > wednesday - dt.timedelta(weeks=53) for action in two.actions.open())
        stories = [each.story for each in episodes if each.story]
        assert len(set(stories)) > len({each.story for each in year.episodes.newest(limit=EVERYTHING)})


EPISODE = EpisodeScript(key="e", day=3, time="10:00", title="x")
REFLECTION = ReflectionScript(key="r", day=4, time="10:00", method="aar-short", answers={"why": "x"})
REVIEW = ReviewScript(key="w", day=4, time="16:00", answers={"moved": "x"})
LESSON = LessonScript(key="l", text="x", day=5)
GOAL = GoalScript(key="g", title="x", start=9, state="active")


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        (Script(episode=(EPISODE, EPISODE)), "two things have the key e"),
        (Script(episode=(replace(EPISODE, day=364),)), "e is on day 364"),
        (Script(episode=(replace(EPISODE, people=["Nobody"]),)), "e refers to Nobody"),
        (Script(episode=(replace(EPISODE, goal="g"),)), "e refers to g"),
        (Script(episode=(replace(EPISODE, applied=[{"lesson": "l"}]),)), "e refers to l"),
        (Script(action=(ActionScript(text="Do", reflection="r"),)), "Do refers to r"),
        (Script(reflection=(replace(REFLECTION, episode="e"),)), "r refers to e"),
        (Script(reflection=(replace(REFLECTION, goal="g"),)), "r refers to g"),
        (Script(reflection=(replace(REFLECTION, method="tarot"),)), "r refers to tarot"),
        (Script(reflection=(replace(REFLECTION, answers={"mood": "x"}),)), "r refers to mood"),
        (Script(reflection=(REFLECTION,), review=(replace(REVIEW, key="r"),)), "two things have the key r"),
        (
            Script(goal=(GOAL,), reflection=(replace(REFLECTION, goal="g"),)),
            "r comes before what it is about",
        ),
        (Script(goal=(replace(GOAL, planned=10),)), "g starts before it is planned"),
        (
            Script(lesson=(LESSON,), goal=(replace(GOAL, planned=4, lessons=["l"]),)),
            "g builds on a lesson before",
        ),
        (Script(lesson=(replace(LESSON, day=None),)), "l is left by a reflection or written on a day"),
        (Script(lesson=(replace(LESSON, merged_into="l"),)), "l is merged into nothing, or never"),
        (Script(lesson=(replace(LESSON, retired=5),)), "l is over before it was learned"),
        (
            Script(review=(replace(REVIEW, commitment=(CommitmentScript(text="Do", day=4),)),)),
            "w commits to what is over",
        ),
        (Script(commitment=(CommitmentScript(text="Do"),)), "Do has no day"),
        (Script(commitment=(CommitmentScript(text="Do", since=4, day=4),)), "Do has no day"),
    ],
)
def test_a_story_that_contradicts_itself_is_refused(script: Script, fault: str) -> None:
    with pytest.raises(BrokenScript, match=fault):
        check(script)


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ('[[episode]]\nkey = "e"\nmood = "good"\n', "mood"),
        ('[[episode]]\nkey = "e"\n', "missing"),
        ('[[story]]\nkey = "e"\n', "no \\[\\[story\\]\\]"),
    ],
)
def test_an_unknown_or_missing_field_is_refused(toml: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(BrokenScript, match=fault):
        read(tmp_path)


def test_words_change_from_year_to_year_and_come_round() -> None:
    slots = {"client": ["North", "South"]}
    said = [told(replace(EPISODE, title="To {client}"), slots, year).title for year in range(3)]
    assert said == ["To North", "To South", "To North"]
    with pytest.raises(BrokenScript, match="customer"):
        told(replace(EPISODE, story="{customer}"), slots, 0)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_pack_of_a_quarter_tells_nothing_private(year: Journal, audience: Audience) -> None:
    start = SUNDAY - dt.timedelta(weeks=13)
    pdf = year.packs.typeset(year.packs.offer(start, SUNDAY, audience).choice(start, SUNDAY, audience))
    told = " ".join(" ".join(page_texts(pdf)).split())
    # For oneself it holds far more than a reader takes in at once.
    assert 1 <= page_count(pdf) <= (8 if audience is Audience.OWN else 4)
    private = [
        episode.private_note for episode in year.episodes.newest(limit=EVERYTHING) if episode.private_note
    ]
    for goal in year.goals.all():
        private += [*(forecast.reasons for forecast in goal.forecasts), goal.premortem, goal.prevention]
    private += [pulse.note for pulse in year.pulses.all()]
    private = [note for note in private if note]
    assert len(private) > 60
    assert [note for note in private if " ".join(note.split()) in told] == []
    names = {name for person in year.people.all() for name in person.name.split()}
    assert names.isdisjoint(re.findall(r"\w+", told))
    assert len(told) > 1000  # and yet it tells something
