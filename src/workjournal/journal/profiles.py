"""Role profiles: what a role needs, and what one could do about what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workjournal.domain import sheet
from workjournal.domain.cells import rating
from workjournal.domain.entity import check_text, one_line
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.role_profile import Gap, RoleProfile, RoleTarget, covered, gaps
from workjournal.domain.sheet import PROFILE_COLUMNS, Row
from workjournal.domain.sheet_text import shown
from workjournal.domain.skill_record import SkillRating
from workjournal.domain.stretch_ideas import StretchIdea, all_ideas
from workjournal.errors import JournalError
from workjournal.journal.distinct import Distinct
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.episodes import Episodes
from workjournal.journal.goals import Goals
from workjournal.journal.measures import Imported
from workjournal.journal.service import fetch, named
from workjournal.store.store import Store

MOST_EPISODES = 5
BATCH = 400
"""So many skills are looked for at once: the driver takes only so many parameters."""


class SaidTwice(JournalError):
    """The skill {name} stands on line {line} already, with another level or description. Keep one of the two."""


class NeededAlready(JournalError):
    """The role {profile} needs {skill} already, with a level of its own. Take that one out first."""


@dataclass(frozen=True)
class SkillGap:
    """A gap with its skill."""

    skill: Skill
    gap: Gap
    note: str


@dataclass(frozen=True)
class Menu:
    """What can be done about a gap: open goals that stretch the skill, episodes that practised it, ideas for a stretch."""

    goals: tuple[Goal, ...]
    episodes: tuple[Episode, ...]
    ideas: tuple[StretchIdea, ...]


@dataclass(frozen=True)
class _Wanted:
    name: str
    level: int
    note: str
    line: int


class Profiles(Distinct[RoleProfile]):
    """The verbs for role profiles. Two in use never have the same name, so that a file can be read again."""

    noun = RoleProfile

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._goals, self._episodes = Goals(store), Episodes(store)

    def need(self, profile_id: UUID, skill: str, level: int, note: str | None = None) -> RoleProfile:
        """Say which level (0–100) a role needs in a skill, which is made where there is none; None leaves the note.

        Raises:
            NoSuchThing, OutOfRange, Missing
        """
        check_text("The skill", skill, "Name it.")
        with self.store.writing() as session:
            profile = fetch(session, RoleProfile, profile_id)
            (known,) = _skills(session, [skill])
            _need(profile, _by_skill(profile), known, level, note)
        return profile

    def need_no_more(self, profile_id: UUID, skill_id: UUID) -> RoleProfile:
        """Take a skill out of a profile, into the trash."""
        with self.store.writing() as session:
            profile = fetch(session, RoleProfile, profile_id)
            for target in [each for each in profile.targets if each.skill_id == skill_id]:
                target.trashed_at = self.store.clock()
        return self.get(profile_id)

    def gaps(self, profile_id: UUID) -> list[SkillGap]:
        """Each skill of a role with what is missing, the widest gap first; skills in the trash are left out."""
        with self.store.reading() as session:
            levels = _levels(session)
            profile = fetch(session, RoleProfile, profile_id)
            notes = {target.skill_id: target.note for target in profile.targets}
            query = select(Skill).where(Skill.id.in_(notes), Skill.trashed_at.is_(None))
            skills = {skill.id: skill for skill in session.scalars(query)}
        found = [gap for gap in gaps(profile, levels) if gap.skill in skills]
        return [SkillGap(skills[gap.skill], gap, notes[gap.skill]) for gap in found]

    def reached(self) -> dict[UUID, tuple[int, int]]:
        """How many of its levels are reached, and of how many, for each profile in use; as `gaps` counts them."""
        with self.store.reading() as session:
            levels = _levels(session)
            used = set(session.scalars(select(Skill.id).where(Skill.trashed_at.is_(None))))
            profiles = session.scalars(select(RoleProfile).where(RoleProfile.trashed_at.is_(None)))
            return {
                profile.id: covered(gap for gap in gaps(profile, levels) if gap.skill in used)
                for profile in profiles
            }

    def menu(self, skill_id: UUID) -> Menu:
        """What can be done to grow in a skill."""
        with self.store.reading() as session:
            skill = fetch(session, Skill, skill_id)
        goals = self._goals.with_skill(skill_id)
        episodes = self._episodes.newest(EpisodeFilter(skill=skill.name), limit=MOST_EPISODES)
        return Menu(tuple(goals), tuple(episodes), all_ideas())

    def read_sheet(self, content: bytes, name: str) -> tuple[RoleProfile, Imported]:
        """Take in a role profile from a CSV file: every good row once, however often the file is read.

        The profile is made where there is none of that name. A level that differs from the profile's takes its place.

        Raises:
            Missing; what domain/sheet.py raises of a file that is none
        """
        read = sheet.read(content, PROFILE_COLUMNS)
        check_text("The profile's name", name, "Name the role.")
        seen: dict[str, _Wanted] = {}
        rows, bad = read.each(lambda row: _wanted(row, seen))
        with self.store.writing() as session:
            profile = _named(session, one_line(name))
            if profile is None:
                profile = RoleProfile(name=name)
                session.add(profile)
                session.flush()
            skills, known = _skills(session, [row.name for row in seen.values()]), _by_skill(profile)
            new = sum(
                _need(profile, known, skill, row.level, row.note or None)
                for skill, row in zip(skills, seen.values(), strict=True)
            )
        return profile, Imported(new, len(rows) - new, tuple(bad), read.ignored)


def refuse_twice(session: Session, target: RoleTarget) -> None:
    """Let no role need a skill twice.

    Raises:
        NeededAlready
    """
    profile, skill = fetch(session, RoleProfile, target.profile_id), fetch(session, Skill, target.skill_id)
    if any(each.skill_id == skill.id and each.id != target.id for each in profile.targets):
        raise NeededAlready(profile=profile.name, skill=skill.name)


def _wanted(row: Row, seen: dict[str, _Wanted]) -> _Wanted:
    """What a row asks for; noted in `seen`, so that a second word about the same skill is noticed."""
    name = one_line(row["skill"])
    check_text("The skill", name, "Name it.")
    wanted = _Wanted(name, rating(row["target"]), row["description"], row.line)
    before = seen.setdefault(name.casefold(), wanted)
    if before.level != wanted.level or wanted.note not in {"", before.note}:
        raise SaidTwice(name=shown(name, 40), line=before.line)
    return wanted


def _levels(session: Session) -> dict[UUID, int]:
    """The last rated level by skill; not the ratings themselves, whose evidence is long."""
    query = select(SkillRating.skill_id, SkillRating.level).where(SkillRating.trashed_at.is_(None))
    return dict(session.execute(query.order_by(SkillRating.date, SkillRating.id)).all())


def _named(session: Session, name: str) -> RoleProfile | None:
    return session.scalars(_called(name)).first()


def _called(name: str) -> Select[RoleProfile]:
    query = select(RoleProfile).where(RoleProfile.trashed_at.is_(None))
    return query.where(func.casefold(RoleProfile.name) == name.casefold())


def _need(
    profile: RoleProfile, known: dict[UUID, RoleTarget], skill: Skill, level: int, note: str | None
) -> bool:
    """Whether that was anything new; `known` are the profile's targets by skill. None leaves the note there is."""
    target = known.get(skill.id)
    if target is None:
        made = RoleTarget(profile_id=profile.id, skill_id=skill.id, level=level, note=note or "")
        profile.targets.append(made)
        return True
    wanted = (level, target.note if note is None else note)
    if (target.level, target.note) == wanted:
        return False
    target.level, target.note = wanted
    return True


def _skills(session: Session, names: Sequence[str]) -> list[Skill]:
    """The skills of those names, made where there is none, and written before the levels that name them."""
    found: list[Skill] = []
    for first in range(0, len(names), BATCH):
        found += named(session, Skill, names[first : first + BATCH])
        session.flush()  # `named` takes those that wait for leftovers of a save that failed
    return found


def _by_skill(profile: RoleProfile) -> dict[UUID, RoleTarget]:
    return {target.skill_id: target for target in profile.targets}
