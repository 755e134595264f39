"""Skills, ratings, credentials, roles and gaps as a reader sees them."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from uuid import UUID

import click

from workjournal.cli.printing import print_fields, print_table, safe, short
from workjournal.domain.entity import Entity
from workjournal.domain.label import Skill
from workjournal.domain.levels import levels, meaning
from workjournal.domain.role_profile import RoleProfile, covered
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.profiles import Menu, SkillGap

UNVERIFIED = "What a badge says of itself is shown; nobody has verified it, for that would need the network."


def print_skills(
    found: Sequence[Skill], latest: Mapping[UUID, SkillRating], counts: Mapping[UUID, int]
) -> None:
    """Skills as a table."""
    rows = []
    for each in found:
        last = latest.get(each.id)
        means = meaning(levels(each.levels), last.level) if last else ""
        rows.append(
            (
                short(each.id),
                str(last.level) if last else "–",
                last.date.isoformat() if last else "–",
                str(counts.get(each.id) or "–"),
                each.name + (f": {means}" if means else ""),
            )
        )
    print_table(("Id", "Rated", "On", "Credentials", "Skill"), rows)


def print_skill(journal: Journal, found: Skill) -> None:
    """A skill for a reader."""
    described = levels(found.levels)
    print_fields(
        [
            ("Skill", found.name),
            ("Id", str(found.id)),
            ("In the trash since", since(found)),
            ("Open goals", ", ".join(goal.title for goal in journal.goals.with_skill(found.id))),
            ("Description", found.description),
            ("Levels", "\n".join(f"{each.at:<3}  {each.text}" for each in described)),
        ]
    )
    ratings = [
        (short(each.id), each.date.isoformat(), str(each.level), _evidence(journal, each))
        for each in journal.ratings.of(found.id)
    ]
    if ratings:
        click.echo()
        print_table(("Rating", "On", "Level", "Evidence"), ratings)
    credentials = journal.credentials.of(found.id)
    if credentials:
        click.echo()
        print_credentials(journal, credentials)


def print_rating(journal: Journal, found: SkillRating) -> None:
    """A rating for a reader."""
    skill = journal.skills.get(found.skill_id)
    print_fields(
        [
            ("Level", str(found.level)),
            ("Of", skill.name),
            ("Means", meaning(levels(skill.levels), found.level)),
            ("Id", str(found.id)),
            ("Date", found.date.isoformat()),
            ("In the trash since", since(found)),
            ("Evidence", _evidence(journal, found)),
        ]
    )


def print_credentials(journal: Journal, found: Sequence[Credential]) -> None:
    """Credentials as a table."""
    today = journal.today()
    rows = [
        (
            short(each.id),
            each.issued.isoformat() if each.issued else "–",
            f"expired {each.expires}" if each.is_expired(today) else str(each.expires or "–"),
            each.issuer or "–",
            each.name,
        )
        for each in found
    ]
    print_table(("Credential", "Issued", "Until", "Issuer", "Name"), rows)


def print_credential(journal: Journal, found: Credential) -> None:
    """A credential for a reader, with all that a badge says of itself."""
    expired = ", expired" if found.is_expired(journal.today()) else ""
    badge = found.badge or {}
    print_fields(
        [
            ("Credential", found.name),
            ("Id", str(found.id)),
            ("In the trash since", since(found)),
            ("Of", journal.skills.get(found.skill_id).name),
            ("Issuer", found.issuer),
            ("Issued", str(found.issued or "")),
            ("Until", f"{found.expires}{expired}" if found.expires else ""),
            ("Link", found.link),
            ("File", f"{found.file_name}, {found.size:,} bytes" if found.file_name else ""),
            ("Description", found.description),
        ]
    )
    if badge:
        click.echo(f"\nOpen Badge {safe(str(badge.get('version', '')))}. {UNVERIFIED}\n")
        print_fields([(str(label), str(text)) for label, text in badge.get("fields", ())])


def print_gaps(profile: RoleProfile, found: Sequence[SkillGap]) -> None:
    """What is missing for a role, as a table under its name."""
    reached, needed = covered(each.gap for each in found)
    click.echo(f"{safe(profile.name)}: {reached} of {needed} reached")
    rows = [
        (
            str(each.gap.missing or "–"),
            str(each.gap.needed),
            "–" if each.gap.rated is None else str(each.gap.rated),
            each.skill.name + (f": {each.note}" if each.note else ""),
        )
        for each in found
    ]
    if rows:
        print_table(("Missing", "Needed", "Rated", "Skill"), rows)
    click.echo()


def print_menu(skill: Skill, found: Menu) -> None:
    """What can be done to grow in a skill: what is under way, what was done, what could be tried."""
    click.echo(safe(skill.name))
    goals = [(short(each.id), each.state.value, each.title) for each in found.goals]
    episodes = [(short(each.id), each.date.isoformat(), each.title) for each in found.episodes]
    for headers, rows in (
        (("Open goals", "State", ""), goals),
        (("Practised in", "On", ""), episodes),
    ):
        if rows:
            click.echo()
            print_table(headers, rows)
    for challenge, ideas in groupby(found.ideas, key=lambda idea: idea.challenge):
        click.echo(f"\nIdeas: {safe(challenge)}")
        for each in ideas:
            click.echo(f"- {each.text} Feedback: {each.feedback}. ({each.key})")


def since(thing: Entity) -> str:
    """The day it was put into the trash, or ""."""
    return thing.trashed_at.astimezone().date().isoformat() if thing.trashed_at else ""


def _evidence(journal: Journal, found: SkillRating) -> str:
    episode = journal.episodes.get(found.episode_id) if found.episode_id else None
    title = f"{episode.title} ({short(episode.id)})" if episode else ""
    return "; ".join(filter(str.strip, (found.evidence, title)))
