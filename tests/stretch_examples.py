"""One call of every verb about measures, skills' records, role profiles, the pulse and the putting away of labels."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from service_examples import Verbs, of_every_service
from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Preference
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.pulse import Pulse
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.label_use import PutAway
from workjournal.journal.skill_records import with_file

FIRST, DAY, LAST = dt.date(2026, 11, 1), dt.date(2026, 11, 19), dt.date(2026, 11, 30)
SHEET = b"date,value\n2026-11-20,5\n"
ROLE = b"skill,target\nPlanning,80\n"


@dataclass(frozen=True)
class Records:
    """One of each, saved."""

    measure: Measure
    reading: Reading
    change: MarkedChange
    rating: SkillRating
    credential: Credential
    profile: RoleProfile
    pulse: Pulse
    check_in: CheckIn


def recorded(journal: Journal, goal: Goal, skill: Skill) -> Records:
    """Put one of each into a journal with a running goal and a skill."""
    measure = journal.measures.save(Measure(name="Days late", unit="days", baseline=9.0, target=3.0))
    goal = journal.goals.get(goal.id)
    goal.measure_id = measure.id
    journal.goals.add(goal)
    check_in = CheckIn(goal_id=goal.id, date=FIRST, measure_value=8.0, help_needed="A second van")
    journal.goals.check_in(check_in)
    skill.levels = [{"at": 40, "text": "Plans a small one alone"}]
    journal.skills.save(skill)
    credential = with_file(
        Credential(skill_id=skill.id, name="Planner", issuer="The guild", issued=FIRST), "a.txt", b"Passed"
    )
    profile = journal.profiles.save(RoleProfile(name="Depot lead"))
    return Records(
        measure=measure,
        reading=journal.measures.log(Reading(measure_id=measure.id, date=DAY, value=7.5, note="A calm week")),
        change=journal.measures.mark(
            MarkedChange(date=DAY, text="The second depot opened", measure_id=measure.id)
        ),
        rating=journal.ratings.rate(
            SkillRating(skill_id=skill.id, date=DAY, level=45, evidence="The rota held")
        ),
        credential=journal.credentials.keep(credential, b"Passed"),
        profile=journal.profiles.need(profile.id, skill.name, 70, "Two depots"),
        pulse=journal.pulses.give(Pulse(date=DAY, safety=65, accountability=70, note="A good talk")),
        check_in=check_in,
    )


def _noted(journal: Journal, one: Any) -> Measure:
    measure = journal.measures.get(one.records.measure.id)
    measure.description = "From the evening list"
    return journal.measures.save(measure)


RECORDS: Verbs = {
    **of_every_service(
        "check_ins",
        CheckIn,
        lambda one: CheckIn(goal_id=one.goal.id, date=DAY, progress=10),
        lambda one: one.records.check_in,
    ),
    "check_ins.trash": (
        lambda journal, one: journal.check_ins.trash(one.records.check_in.id),
        {CheckIn, Action},
    ),
    "check_ins.restore": (
        lambda journal, one: journal.check_ins.restore(one.records.check_in.id),
        {CheckIn, Action},
    ),
    **of_every_service("measures", Measure, lambda _: Measure(name="x"), lambda one: one.records.measure),
    **of_every_service(
        "readings",
        Reading,
        lambda one: Reading(measure_id=one.records.measure.id, date=DAY, value=2.0),
        lambda one: one.records.reading,
    ),
    **of_every_service(
        "changes",
        MarkedChange,
        lambda _: MarkedChange(date=DAY, text="x"),
        lambda one: one.records.change,
    ),
    **of_every_service(
        "ratings",
        SkillRating,
        lambda one: SkillRating(skill_id=one.skill.id, date=DAY, level=5),
        lambda one: one.records.rating,
    ),
    **of_every_service(
        "credentials",
        Credential,
        lambda one: Credential(skill_id=one.skill.id, name="x"),
        lambda one: one.records.credential,
    ),
    **of_every_service(
        "profiles", RoleProfile, lambda _: RoleProfile(name="x"), lambda one: one.records.profile
    ),
    **of_every_service("pulses", Pulse, lambda _: Pulse(date=DAY, safety=5), lambda one: one.records.pulse),
}
STRETCH: Verbs = {
    "goals.revise": (
        lambda journal, one: journal.goals.revise(one.goal.id, 35, "Two left"),
        {Goal, Forecast},
    ),
    "goals.snooze": (lambda journal, one: journal.goals.snooze(one.goal.id, LAST), {Goal}),
    "goals.pause": (lambda journal, one: journal.goals.pause(one.goal.id, DAY), {Goal}),
    "goals.resume": (lambda journal, one: journal.goals.resume(one.goal.id), {Goal}),
    "goals.with_skill": (lambda journal, one: journal.goals.with_skill(one.skill.id), set()),
    "evidence.of": (lambda journal, one: journal.evidence.of(one.goal.id), set()),
    "evidence.offered": (lambda journal, one: journal.evidence.offered(one.goal.id, DAY), set()),
    "evidence.tie": (lambda journal, one: journal.evidence.tie(one.episode.id, None), {Episode}),
    "measures.save": (_noted, {Measure}),
    "measures.all": (lambda journal, _: journal.measures.all(), set()),
    "measures.log": (
        lambda journal, one: journal.measures.log(
            Reading(measure_id=one.records.measure.id, date=LAST, value=1.0)
        ),
        {Reading},
    ),
    "measures.values": (lambda journal, one: journal.measures.values(one.records.measure.id), set()),
    "measures.values_of": (lambda journal, one: journal.measures.values_of([one.records.measure.id]), set()),
    "measures.latest": (lambda journal, _: journal.measures.latest(), set()),
    "measures.goals_of": (lambda journal, one: journal.measures.goals_of(one.records.measure.id), set()),
    "measures.mark": (
        lambda journal, _: journal.measures.mark(MarkedChange(date=DAY, text="A new tool")),
        {MarkedChange},
    ),
    "measures.changes": (lambda journal, one: journal.measures.changes(one.records.measure.id), set()),
    "measures.read_sheet": (
        lambda journal, one: journal.measures.read_sheet(SHEET, one.records.measure.id),
        {Reading},
    ),
    "changes.all": (lambda journal, _: journal.changes.all(), set()),
    "ratings.rate": (
        lambda journal, one: journal.ratings.rate(SkillRating(skill_id=one.skill.id, date=LAST, level=50)),
        {SkillRating},
    ),
    "ratings.of": (lambda journal, one: journal.ratings.of(one.skill.id), set()),
    "ratings.of_all": (lambda journal, one: journal.ratings.of_all([one.skill.id]), set()),
    "ratings.seen_in": (lambda journal, one: journal.ratings.seen_in(one.skill.id), set()),
    "ratings.latest": (lambda journal, _: journal.ratings.latest(), set()),
    "credentials.of": (lambda journal, one: journal.credentials.of(one.skill.id), set()),
    "credentials.counts": (lambda journal, _: journal.credentials.counts(), set()),
    "credentials.draft": (
        lambda journal, one: journal.credentials.draft(one.folder / "note.txt", one.skill.id),
        set(),
    ),
    "credentials.keep": (
        lambda journal, one: journal.credentials.keep(
            Credential(skill_id=one.skill.id, name="Driver"), b"Yes"
        ),
        {Credential},
    ),
    "credentials.content": (
        lambda journal, one: journal.credentials.content(one.records.credential.id),
        set(),
    ),
    "profiles.all": (lambda journal, _: journal.profiles.all(), set()),
    "profiles.need": (
        lambda journal, one: journal.profiles.need(one.records.profile.id, "Asking", 60),
        {RoleProfile, RoleTarget, Skill},
    ),
    "profiles.gaps": (lambda journal, one: journal.profiles.gaps(one.records.profile.id), set()),
    "profiles.reached": (lambda journal, _: journal.profiles.reached(), set()),
    "profiles.menu": (lambda journal, one: journal.profiles.menu(one.skill.id), set()),
    "profiles.need_no_more": (
        lambda journal, one: journal.profiles.need_no_more(one.records.profile.id, one.skill.id),
        {RoleTarget},
    ),
    "profiles.read_sheet": (
        lambda journal, _: journal.profiles.read_sheet(ROLE, "Planner"),
        {RoleProfile, RoleTarget},
    ),
    "pulses.all": (lambda journal, _: journal.pulses.all(), set()),
    "pulses.of_month": (lambda journal, _: journal.pulses.of_month(DAY), set()),
    "pulses.give": (
        lambda journal, _: journal.pulses.give(Pulse(date=LAST, safety=70, note="Calmer")),
        {Pulse},
    ),
    "pulses.is_due": (lambda journal, _: journal.pulses.is_due(LAST), set()),
    "pulses.pass_over": (lambda journal, _: journal.pulses.pass_over(LAST), {Preference}),
    "pulses.ask_again": (lambda journal, _: journal.pulses.ask_again(), {Preference}),
    "tags.usage": (lambda journal, one: journal.tags.usage(one.tag.id), set()),
    "tags.counts": (lambda journal, _: journal.tags.counts(), set()),
    "tags.put_away": (lambda journal, one: journal.tags.put_away(one.tag.id), {Tag, Episode}),
    "tags.undo": (lambda journal, one: journal.tags.undo(PutAway(one.tag.id)), {Tag, Episode}),
    "people.usage": (lambda journal, one: journal.people.usage(one.person.id), set()),
    "people.counts": (lambda journal, _: journal.people.counts(), set()),
    "people.put_away": (lambda journal, one: journal.people.put_away(one.person.id), {Person, Episode}),
    "people.undo": (lambda journal, one: journal.people.undo(PutAway(one.person.id)), {Person, Episode}),
    "skills.usage": (lambda journal, one: journal.skills.usage(one.skill.id), set()),
    "skills.counts": (lambda journal, _: journal.skills.counts(), set()),
    "skills.put_away": (lambda journal, one: journal.skills.put_away(one.skill.id), {Skill, Episode, Goal}),
    "skills.undo": (
        lambda journal, one: journal.skills.undo(PutAway(one.skill.id)),
        {Skill, Episode, Goal},
    ),
    "agenda.about_goals": (lambda journal, _: journal.agenda.about_goals(LAST), set()),
}
