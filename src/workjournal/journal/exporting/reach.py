"""How far a choice reaches: what matches it, what hangs on that, what that cannot be without, and its labels."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.intake import OURS, Intake, Origin
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Application, Lesson, Recall
from workjournal.domain.links import LESSON_REFLECTION, REFLECTION_EPISODE
from workjournal.domain.mapped import MAPPED
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.portable import portable
from workjournal.domain.references import in_order, listings, references
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.exporting.choice import OF_THINGS, Choice, Ids
from workjournal.journal.exporting.matching import among, check_tags, is_gone, is_of, matching

Noun = type[Entity]
Reach = dict[str, set[UUID]]
NOUNS: tuple[Noun, ...] = tuple(noun for noun in MAPPED if issubclass(noun, Entity) and noun is not Intake)
_HANGING: tuple[tuple[InstrumentedAttribute[Any], Noun], ...] = (
    (Attachment.episode_id, Episode),
    (SkillRating.episode_id, Episode),
    (Reflection.goal_id, Goal),
    (Forecast.goal_id, Goal),
    (CheckIn.goal_id, Goal),
    (Lesson.reflection_id, Reflection),
    (Action.reflection_id, Reflection),
    (Action.goal_id, Goal),
    (Action.pack_id, Pack),
    (Credential.skill_id, Skill),
    (SkillRating.skill_id, Skill),
    (Recall.lesson_id, Lesson),
    (Reading.measure_id, Measure),
    (MarkedChange.measure_id, Measure),
    (RoleTarget.profile_id, RoleProfile),
)
"""By which reference what hangs on which, each after that on which it hangs. Reflections on episodes come first."""
LABELS: tuple[Noun, ...] = (Tag, Person, Skill)
_BY_DAY = frozenset({CheckIn, Reading, Recall, MarkedChange, SkillRating})
"""What hangs on a thing over years: of a period, only what is of its days."""


def chosen(session: Session, choice: Choice) -> dict[str, Ids | None]:
    """The ids of what is wanted by table, None for all rows; see OF_THINGS.

    A whole journal has its trash with it, anything less has nothing of it. No row is chosen without those it cannot be
    without; what it may refer to, such as the goal of an episode, can be missing.

    Raises:
        NoSuchTag
    """
    found: dict[str, Ids | None]
    if choice.is_whole:
        found = {noun.__tablename__: None for noun in portable()}
    else:
        reach = _reached(session, choice)
        found = {noun.__tablename__: frozenset(reach.get(noun.__tablename__, ())) for noun in portable()}
    if not choice.attachments:
        found["attachment"] = frozenset()
    if not choice.drafts:
        found["draft"] = frozenset()
    return found


def _reached(session: Session, choice: Choice) -> Reach:
    """The ids of everything wanted, by table.

    Raises:
        NoSuchTag
    """
    check_tags(session, choice)
    shared = choice.shared_with is not None
    reach: Reach = {noun.__tablename__: set(matching(session, choice, noun)) for noun in NOUNS}
    if shared:
        _take_listed(session, reach, (Skill,))
        return reach
    _take_what_hangs(session, choice, reach)
    _take_what_is_needed(session, reach)
    _take_listed(session, reach, LABELS)
    _take_methods(session, reach)
    things = set[UUID]().union(*reach.values())
    reach |= {table: set(things) for table in OF_THINGS}
    ours = (among(Origin.thing_id, things), Origin.source != OURS)
    reach["intake"] = set(session.scalars(select(Origin.intake_id).where(*ours).distinct()))
    return reach


def _take_what_hangs(session: Session, choice: Choice, reach: Reach) -> None:
    link = REFLECTION_EPISODE.c
    _add(
        session,
        reach,
        Reflection,
        Reflection.id.in_(_others(link.reflection_id, link.episode_id, reach["episode"])),
    )
    for column, owner in _HANGING:
        noun: Noun = column.parent.class_
        conditions = [among(column, reach[owner.__tablename__])]
        if choice.has_period and noun in _BY_DAY:
            conditions.append(is_of(noun, choice))
        _add(session, reach, noun, *conditions)
        if column is Lesson.reflection_id:
            link = LESSON_REFLECTION.c
            merged = _others(link.lesson_id, link.reflection_id, reach["reflection"])
            _add(session, reach, Lesson, Lesson.id.in_(merged))
    _add(session, reach, Application, among(Application.episode_id, reach["episode"]))


def _others(wanted: Any, given: Any, ids: Collection[UUID]) -> Any:
    return select(wanted).where(among(given, ids))


def _add(session: Session, reach: Reach, noun: Noun, *conditions: ColumnElement[bool]) -> None:
    reach[noun.__tablename__].update(session.scalars(select(noun.id).where(*conditions, ~is_gone(noun))))


def _take_what_is_needed(session: Session, reach: Reach) -> None:
    """What the chosen cannot be without, and what goals and their check-ins are measured by."""
    for noun in reversed(in_order()):
        mine = reach.get(noun.__tablename__)
        for link in references(noun) if mine else ():
            if link.needed or link.target is Measure:
                found = select(link.column).where(
                    among(noun.__table__.c.id, mine or ()), link.column.is_not(None)
                )
                reach[link.target.__tablename__].update(session.scalars(found.distinct()))


def _take_listed(session: Session, reach: Reach, targets: Collection[Noun]) -> None:
    """The labels that chosen things have."""
    for noun in NOUNS:
        for link in listings(noun):
            if link.target in targets and reach[noun.__tablename__]:
                found = select(link.listed).where(among(link.owner, reach[noun.__tablename__])).distinct()
                reach[link.target.__tablename__].update(session.scalars(found))


def _take_methods(session: Session, reach: Reach) -> None:
    """Own methods by which a chosen reflection was written."""
    used = set(
        session.scalars(select(Reflection.method).where(among(Reflection.id, reach["reflection"])).distinct())
    )
    reach["own_method"].update(each for each in session.scalars(select(OwnMethod.id)) if str(each) in used)
