"""Skills, credentials and role profiles as JSON values."""

from collections.abc import Sequence

from workjournal.cli.plain import Record, ids, recorded
from workjournal.domain.label import Skill
from workjournal.domain.levels import levels, meaning
from workjournal.domain.role_profile import RoleProfile, covered
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.profiles import Menu, SkillGap

_SKILL = ("name", "description", "levels", "rating", "credentials")
_CREDENTIAL = (
    *("skill", "name", "issuer", "description", "issued", "expires", "expired", "link", "badge"),
    *("file_name", "media_type", "size", "sha256"),
)


def skill(thing: Skill, latest: SkillRating | None, credentials: int) -> Record:
    """A skill, its last rating and how many credentials speak for it."""
    described = [level._asdict() for level in levels(thing.levels)]
    last = latest and {**rating(latest), "meaning": meaning(levels(thing.levels), latest.level) or None}
    own = {"levels": described, "rating": last, "credentials": credentials}
    return recorded(thing, _SKILL, **own)


def whole_skill(journal: Journal, thing: Skill) -> Record:
    """A skill with each rating and credential, and the goals that stretch it."""
    ratings, credentials = journal.ratings.of(thing.id), journal.credentials.of(thing.id)
    return {
        **skill(thing, ratings[-1] if ratings else None, len(credentials)),
        "ratings": [rating(each) for each in ratings],
        "credentials": [credential(journal, each) for each in credentials],
        "goals": ids(journal.goals.with_skill(thing.id)),
    }


def rating(thing: SkillRating) -> Record:
    """A rating of oneself."""
    own = {"skill": thing.skill_id, "episode": thing.episode_id}
    return recorded(thing, ("skill", "date", "level", "evidence", "episode"), **own)


def credential(journal: Journal, thing: Credential) -> Record:
    """A credential without its file; "badge" is what it says of itself, verified by nobody."""
    own = {"skill": thing.skill_id, "expired": thing.is_expired(journal.today())}
    return recorded(thing, _CREDENTIAL, **own)


def profile(thing: RoleProfile, found: Sequence[SkillGap]) -> Record:
    """A role, how many of its levels are reached, and each gap, the widest first."""
    reached, needed = covered(each.gap for each in found)
    own = {"reached": reached, "needed": needed, "skills": [gap(each) for each in found]}
    return recorded(thing, ("name", "description", "reached", "needed", "skills"), **own)


def gap(found: SkillGap) -> Record:
    """What a role needs of a skill, what was rated last, and what is missing."""
    return {
        "skill": str(found.skill.id),
        "name": found.skill.name,
        "needed": found.gap.needed,
        "rated": found.gap.rated,
        "missing": found.gap.missing,
        "note": found.note or None,
    }


def menu(thing: Skill, found: Menu) -> Record:
    """What can be done to grow in a skill."""
    return {
        "skill": str(thing.id),
        "name": thing.name,
        "goals": [{"id": str(each.id), "title": each.title} for each in found.goals],
        "episodes": [
            {"id": str(each.id), "date": each.date.isoformat(), "title": each.title}
            for each in found.episodes
        ],
        "ideas": [
            {"key": each.key, "challenge": each.challenge, "text": each.text, "feedback": each.feedback}
            for each in found.ideas
        ],
    }
