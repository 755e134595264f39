"""A journal with roles to compare oneself with, and what is seen of them."""

from pathlib import Path

from workjournal.domain.role_profile import RoleProfile
from workjournal.domain.skill_record import SkillRating
from workjournal.journal.journal import Journal
from workjournal.ui.screens.profiles import ProfilesScreen
from workjournal.ui.widgets.gap_list import GapRow
from workjournal.ui.widgets.row_list import Row

LEAD = b"skill,target,description\nPlanning,70,Two depots\nFeedback,60,\nForklift,50,\n"


def depot_lead(journal: Journal) -> RoleProfile:
    """A role with a gap, a reached level and a skill that was never rated."""
    profile, _ = journal.profiles.read_sheet(LEAD, "Depot lead")
    for name, level in (("Planning", 45), ("Feedback", 60)):
        rated(journal, name, level)
    return journal.profiles.get(profile.id)


def rated(journal: Journal, name: str, level: int) -> None:
    """Rate a skill by its name."""
    (skill,) = journal.skills.named(name)
    journal.ratings.rate(SkillRating(skill_id=skill.id, date=journal.today(), level=level))


def needs(journal: Journal, profile: RoleProfile) -> list[tuple[str, int, str]]:
    """Skill, level and note of each target, by skill."""
    return sorted((each.skill.name, each.gap.needed, each.note) for each in journal.profiles.gaps(profile.id))


def listed(screen: ProfilesScreen) -> list[tuple[str, str]]:
    """The profiles in the list."""
    return [(row.title, row.second) for row in screen.profiles.rows() if isinstance(row, Row)]


def gaps(screen: ProfilesScreen) -> list[tuple[str, str]]:
    """The gaps on the page, in words."""
    return [(row.name, row.words) for row in screen.profile.gaps.rows() if isinstance(row, GapRow)]


def choose_gap(screen: ProfilesScreen, journal: Journal, name: str) -> None:
    """As the arrow keys do."""
    (skill,) = journal.skills.named(name)
    assert screen.profile.gaps.choose(skill.id)


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file to import."""
    file = folder / name
    file.write_bytes(content)
    return file
