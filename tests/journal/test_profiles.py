"""Role profiles: by hand, from a file that may be read twice, what is missing, and what can be done about it."""

import datetime as dt

import pytest

from journal.test_queries import recorded
from workjournal.domain.entity import Missing, OutOfRange
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.role_profile import RoleProfile
from workjournal.domain.skill_record import SkillRating
from workjournal.journal.distinct import NameExists
from workjournal.journal.journal import Journal
from workjournal.journal.profiles import BATCH, NeededAlready

DAY = dt.date(2026, 11, 19)
SHEET = """Skill,Target,Description
Planning,80,Two depots
Asking,60,
Planning,70,
asking,60,
Counting,a lot,
,50,
Driving,42,
Leading,120,
"""


def needs(journal: Journal, profile: RoleProfile) -> list[tuple[str, int, str]]:
    names = {skill.id: skill.name for skill in journal.skills.all()}
    kept = journal.profiles.get(profile.id)
    return [(names[each.skill_id], each.level, each.note) for each in kept.targets]


def test_every_good_row_arrives_once_and_every_bad_one_is_named(journal: Journal) -> None:
    profile, found = journal.profiles.read_sheet(SHEET.encode(), "Depot lead")
    assert needs(journal, profile) == [("Planning", 80, "Two depots"), ("Asking", 60, "")]
    assert (found.new, found.known) == (2, 1)  # one row says the same again
    assert [row.line for row in found.bad] == [4, 6, 7, 8, 9]
    assert found.bad[0].reason.startswith("The skill Planning stands on line 2 already")
    assert [each.name for each in journal.skills.all()] == ["Asking", "Planning"]  # a bad row makes no skill


def test_reading_it_again_changes_nothing(journal: Journal) -> None:
    profile, first = journal.profiles.read_sheet(SHEET.encode(), "Depot lead")
    before = needs(journal, profile)
    heard: list[frozenset[type]] = []
    journal.subscribe(heard.append)
    again, found = journal.profiles.read_sheet(SHEET.encode(), " depot  LEAD ")
    assert (again.id, found.new, found.known, found.bad) == (profile.id, 0, 3, first.bad)
    assert needs(journal, profile) == before
    assert heard == []


def test_a_second_word_on_a_skill_is_named_and_not_dropped_in_silence(journal: Journal) -> None:
    sheet = b"skill,target,description\nPlanning,80,Two depots\nPlanning,80,Three depots\nplanning,80,\n"
    profile, found = journal.profiles.read_sheet(sheet, "Depot lead")
    assert needs(journal, profile) == [("Planning", 80, "Two depots")]
    assert (found.new, found.known, [row.line for row in found.bad]) == (1, 1, [3])
    assert "another level or description" in found.bad[0].reason


def test_a_long_file_is_read_in_batches_of_skills(journal: Journal) -> None:
    rows = "".join(f"Skill {number},{number % 21 * 5},\n" for number in range(BATCH + 1))
    sheet = f"skill,target,description\n{rows}".encode()
    with recorded() as queries:
        profile, found = journal.profiles.read_sheet(sheet, "Depot lead")
    assert (found.new, len(queries) < 20) == (BATCH + 1, True)
    assert {level for _, level, _ in needs(journal, profile)} == set(range(0, 101, 5))
    assert journal.profiles.read_sheet(sheet, "Depot lead")[1].known == BATCH + 1


def test_a_newer_file_changes_levels_and_takes_nothing_away(journal: Journal) -> None:
    profile, _ = journal.profiles.read_sheet(SHEET.encode(), "Depot lead")
    _, found = journal.profiles.read_sheet(b"skill,level\nPlanning,90\n", "Depot lead")
    assert (found.new, found.known) == (1, 0)
    assert needs(journal, profile) == [("Planning", 90, "Two depots"), ("Asking", 60, "")]


def test_a_name_is_needed_before_anything_is_read(journal: Journal) -> None:
    with pytest.raises(Missing, match="Name the role"):
        journal.profiles.read_sheet(SHEET.encode(), " ")
    assert journal.profiles.all() == []


def test_a_skill_is_needed_once(journal: Journal) -> None:
    profile = journal.profiles.save(RoleProfile(name="Depot lead"))
    journal.profiles.need(profile.id, "Planning", 50, "One depot")
    journal.profiles.need(profile.id, "planning", 70)
    assert needs(journal, profile) == [("Planning", 70, "One depot")]
    with pytest.raises(OutOfRange):
        journal.profiles.need(profile.id, "Planning", 71)
    skill = journal.skills.all()[0]
    assert journal.profiles.need_no_more(profile.id, skill.id).targets == []
    assert [each.noun for each in journal.trash.contents()] == ["role target"]
    journal.trash.restore(journal.trash.contents()[0].id)
    assert needs(journal, profile) == [("Planning", 70, "One depot")]


def test_a_skill_taken_out_does_not_come_back_beside_its_newer_level(journal: Journal) -> None:
    profile = journal.profiles.save(RoleProfile(name="Depot lead"))
    journal.profiles.need(profile.id, "Planning", 50)
    skill = journal.skills.all()[0]
    journal.profiles.need_no_more(profile.id, skill.id)
    journal.profiles.need(profile.id, "Planning", 70)
    old = journal.trash.contents()[0].id
    with pytest.raises(NeededAlready, match="The role Depot lead needs Planning already"):
        journal.trash.restore(old)
    assert needs(journal, profile) == [("Planning", 70, "")]
    journal.profiles.need_no_more(profile.id, skill.id)
    journal.trash.restore(old)
    assert needs(journal, profile) == [("Planning", 50, "")]


def test_two_profiles_in_use_never_share_a_name(journal: Journal) -> None:
    first = journal.profiles.save(RoleProfile(name="Depot lead"))
    with pytest.raises(NameExists):
        journal.profiles.save(RoleProfile(name="DEPOT  lead"))
    journal.profiles.trash(first.id)
    journal.profiles.save(RoleProfile(name="Depot lead"))


def test_the_gap_is_to_the_last_rating(journal: Journal) -> None:
    profile, _ = journal.profiles.read_sheet(SHEET.encode(), "Depot lead")
    skills = {skill.name: skill for skill in journal.skills.all()}
    for day, level in ((DAY, 70), (DAY - dt.timedelta(days=30), 10)):
        journal.ratings.rate(SkillRating(skill_id=skills["Planning"].id, date=day, level=level))
    wrong = journal.ratings.rate(SkillRating(skill_id=skills["Asking"].id, date=DAY, level=100))
    journal.ratings.trash(wrong.id)
    found = journal.profiles.gaps(profile.id)
    assert [(each.skill.name, each.gap.needed, each.gap.rated, each.gap.missing) for each in found] == [
        ("Asking", 60, None, 60),
        ("Planning", 80, 70, 10),
    ]
    journal.skills.put_away(skills["Asking"].id)
    assert [each.skill.name for each in journal.profiles.gaps(profile.id)] == ["Planning"]


def test_the_menu_of_a_gap(journal: Journal) -> None:
    running = journal.goals.add(Goal(title="Lead the count"), skills=["Planning", "Asking"])
    journal.goals.start(running.id, DAY)
    planned = journal.goals.add(Goal(title="Some day"), skills=["Planning"])
    done = journal.goals.add(Goal(title="Long ago"), skills=["Planning"])
    journal.goals.start(done.id, DAY)
    journal.goals.close(done.id, GoalState.ACHIEVED, DAY)
    journal.goals.add(Goal(title="Another skill"), skills=["Driving"])
    for number in range(8):
        journal.episodes.add(
            Episode(date=DAY + dt.timedelta(days=number), title=f"{number}"), skills=["Planning"]
        )
    (planning,) = journal.skills.named("Planning")
    menu = journal.profiles.menu(planning.id)
    assert [goal.title for goal in menu.goals] == [running.title, planned.title]
    assert [episode.title for episode in menu.episodes] == ["7", "6", "5", "4", "3"]
    assert {idea.challenge for idea in menu.ideas} >= {"high stakes", "mixed team"}
