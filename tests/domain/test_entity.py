"""What every thing shares: ids that sort by time, ratings in steps of five, times in UTC, a repr without content."""

import datetime as dt
import importlib
import pkgutil
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from workjournal import domain
from workjournal.domain.action import Action, ActionState
from workjournal.domain.attachment import MOST, Attachment, AttachmentTooLarge
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import (
    Audience,
    Audiences,
    Base,
    Entity,
    Missing,
    OutOfRange,
    UtcDateTime,
    check_ratings,
    new_id,
)
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.mapped import MAPPED
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.domain.spacing import Grade

DAY = dt.date(2026, 11, 19)
SQLITE = dialect()


def test_ids_sort_by_the_time_they_were_made() -> None:
    ids = [new_id() for _ in range(500)]
    assert ids == sorted(set(ids))
    assert {made.version for made in ids} == {7}


@given(st.integers(-1000, 1000))
def test_a_rating_is_nought_to_a_hundred_in_fives(value: int) -> None:
    if value in range(0, 101, 5):
        check_ratings(difficulty=value)
    else:
        with pytest.raises(
            OutOfRange, match=rf"Really before must be from 0 to 100 in steps of 5, not {value}\."
        ):
            check_ratings(really_before=value)


def test_no_rating_is_a_rating_too() -> None:
    check_ratings(difficulty=None, energy=None)


GOAL_ID = new_id()
GOOD: list[Entity] = [
    Episode(date=DAY, title="Something", difficulty=60, energy=0),
    Reflection(date=DAY, method="aar-short", answers={"why": "", "next": "Ask"}, outcome_quality=100),
    Lesson(date=DAY, text="Ask first"),
    Recall(lesson_id=GOAL_ID, date=DAY, grade=Grade.HARD),
    OwnMethod(name="Mine", prompts=[{"key": "why", "text": "Why?"}]),
    Goal(title="Lead the stock count"),
    Forecast(goal_id=GOAL_ID, probability=55),
    CheckIn(goal_id=GOAL_ID, date=DAY, progress=5),
    CheckIn(goal_id=GOAL_ID, date=DAY, measure_value=0.0),
    CheckIn(goal_id=GOAL_ID, date=DAY, help_needed="A day off"),
    Action(date=DAY, text="Ask Ada"),
    Tag(name="depot"),
    Pack(date=DAY, audience=Audience.MANAGER, period_start=DAY, period_end=DAY, asks=["A second reader"]),
    Skill(name="Planning", levels=[{"at": 40, "text": "Alone"}, {"at": 0, "text": "With help"}]),
    Measure(name="Days late", unit="days", baseline=0.0, target=-1.5),
    Reading(measure_id=GOAL_ID, date=DAY, value=0.0),
    MarkedChange(date=DAY, text="A new role"),
    SkillRating(skill_id=GOAL_ID, date=DAY, level=0),
    Credential(skill_id=GOAL_ID, name="Planner", issued=DAY, expires=DAY),
    RoleProfile(name="Depot lead"),
    RoleTarget(profile_id=GOAL_ID, skill_id=GOAL_ID, level=100),
    Pulse(date=DAY, accountability=0),
    Attachment(episode_id=GOAL_ID, name="a", media_type="b", size=MOST, sha256="", content=b""),
]
BAD: list[tuple[Entity, str]] = [
    (Episode(date=DAY, title=" \n"), "The title is empty"),
    (Episode(date=DAY, title="x", difficulty=7), "Difficulty must be"),
    (Episode(date=DAY, title="x", energy=-5), "Energy must be"),
    (Reflection(date=DAY, method="aar-short", answers={}), "The reflection is empty. One answer is enough"),
    (Reflection(date=DAY, method="aar-short", answers={"why": "  "}), "The reflection is empty"),
    (
        Reflection(date=DAY, method="m", answers={"why": "x"}, decision_quality=101),
        "Decision quality must be",
    ),
    (Lesson(date=DAY, text=""), "The lesson is empty"),
    (OwnMethod(name="", prompts=[{"key": "why", "text": "Why?"}]), "The method's name is empty"),
    (OwnMethod(name="Mine"), "The method is empty. It needs at least one question"),
    (OwnMethod(name="Mine", prompts=[{"key": "why", "text": " "}]), "A question is empty"),
    (Goal(title=""), "The goal's title is empty"),
    (Goal(title="x", confidence_really_before=1), "Confidence really before must be"),
    (Forecast(goal_id=GOAL_ID, probability=99), "Probability must be"),
    (CheckIn(goal_id=GOAL_ID, date=DAY), "The check-in is empty"),
    (CheckIn(goal_id=GOAL_ID, date=DAY, feedback=" "), "The check-in is empty"),
    (CheckIn(goal_id=GOAL_ID, date=DAY, progress=150), "Progress must be"),
    (Goal(title="x", slack=3), "Slack must be"),
    (Goal(title="x", successes=200), "Successes must be"),
    (Measure(name=" "), "The measure's name is empty"),
    (MarkedChange(date=DAY, text=""), "The change is empty"),
    (SkillRating(skill_id=GOAL_ID, date=DAY, level=101), "Level must be"),
    (Credential(skill_id=GOAL_ID, name=""), "The credential's name is empty"),
    (RoleProfile(name=""), "The profile's name is empty"),
    (RoleTarget(profile_id=GOAL_ID, skill_id=GOAL_ID, level=-5), "Level must be"),
    (Pulse(date=DAY), "The pulse is empty"),
    (Pulse(date=DAY, safety=12), "Safety must be"),
    (Skill(name="x", levels=[{"at": 7, "text": "y"}]), "Level must be"),
    (Skill(name="x", levels=[{"at": 5, "text": " "}]), "A level is empty"),
    (Action(date=DAY, text="\t"), "The action is empty"),
    (Tag(name=" "), "The name is empty"),
    (Person(name=""), "The name is empty"),
    (Skill(name="\n"), "The name is empty"),
]


@pytest.mark.parametrize("thing", GOOD, ids=lambda thing: type(thing).__name__)
def test_what_can_be_kept(thing: Entity) -> None:
    thing.check()


@pytest.mark.parametrize(
    ("thing", "message"), BAD, ids=[f"{type(thing).__name__}-{message}" for thing, message in BAD]
)
def test_what_cannot(thing: Entity, message: str) -> None:
    with pytest.raises((Missing, OutOfRange), match=message):
        thing.check()


def test_an_attachment_over_a_gibibyte_is_refused() -> None:
    large = Attachment(
        episode_id=GOAL_ID, name="film.mp4", media_type="", size=MOST + 1, sha256="", content=b""
    )
    with pytest.raises(AttachmentTooLarge, match=r"film\.mp4 has 1025 MB.*up to 1024 MB"):
        large.check()


@given(st.text(min_size=1))
def test_a_name_is_one_line_without_spaces_around_it(name: str) -> None:
    tag = Tag(name=name)
    try:
        tag.check()
    except Missing:
        assert not name.strip()
        return
    assert normalize("NFC", tag.name) == normalize("NFC", " ".join(name.split()))
    assert tag.name == tag.name.strip() != ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Re\u0301mi", "R\u00e9mi"),
        ("R\u00e9mi", "R\u00e9mi"),
        ("\ufa19\u8c37", "\ufa19\u8c37"),
        ("\uf900", "\uf900"),
    ],
)
def test_letters_are_composed_and_none_is_exchanged(typed: str, kept: str) -> None:
    person = Person(name=typed)
    person.check()
    assert person.name == kept


def test_every_kind_of_thing_is_tried_above() -> None:
    tried = {type(thing) for thing in GOOD} | {type(thing) for thing, _ in BAD}
    checked = {
        mapper.class_
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Entity) and mapper.class_.check is not Entity.check
    }
    assert checked <= tried


@pytest.mark.parametrize("thing", GOOD, ids=lambda thing: type(thing).__name__)
def test_a_repr_shows_no_content(thing: Entity) -> None:
    assert repr(thing) == f"<{type(thing).__name__} {thing.id}>"


def test_two_things_are_equal_only_if_they_are_one() -> None:
    assert Tag(name="a") != Tag(name="a")
    assert len({Tag(name="a"), Tag(name="a")}) == 2


@given(
    st.datetimes(
        timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=-5))]),
        min_value=dt.datetime(1971, 1, 1),  # noqa: DTZ001 - what Hypothesis asks for
    )
)
def test_times_are_kept_as_utc(moment: dt.datetime) -> None:
    kind = UtcDateTime()
    stored = kind.process_bind_param(moment, SQLITE)
    assert stored is not None
    assert stored.tzinfo is None
    assert kind.process_result_value(stored, SQLITE) == moment
    assert kind.process_bind_param(None, SQLITE) is kind.process_result_value(None, SQLITE) is None


@given(st.frozensets(st.sampled_from(Audience)))
def test_audiences_come_back(audiences: frozenset[Audience]) -> None:
    kind = Audiences()
    assert kind.process_result_value(kind.process_bind_param(audiences, SQLITE), SQLITE) == audiences


def test_no_audience_is_an_empty_text() -> None:
    kind: Any = Audiences()
    assert kind.process_bind_param(None, SQLITE) == kind.process_bind_param(frozenset(), SQLITE) == ""


def test_an_ended_action_knows_its_day_until_it_is_opened_again() -> None:
    action = Action(date=DAY, text="Ask Ada")
    action.end(ActionState.DONE, DAY)
    assert (action.state, action.ended) == (ActionState.DONE, DAY)
    action.end(ActionState.OPEN, DAY)
    assert (action.state, action.ended) == (ActionState.OPEN, None)


def test_every_mapped_class_is_listed() -> None:
    for module in pkgutil.iter_modules(domain.__path__):
        importlib.import_module(f"{domain.__name__}.{module.name}")
    ours = {m.class_ for m in Base.registry.mappers if m.class_.__module__.startswith(domain.__name__)}
    assert ours == set(MAPPED)
