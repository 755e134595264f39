"""Skills and what speaks for them, role profiles and people as records of an export."""

from collections.abc import Collection, Iterator
from functools import partial
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.label import Person, Skill
from workjournal.domain.levels import levels
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.exporters.record import Noun, Record
from workjournal.journal.exporting.index import PAGES
from workjournal.journal.exporting.things import Things, one, passage

Ids = Collection[UUID]
RATING = Noun("rating", "ratings", dated=True)
CREDENTIAL, TARGET = Noun("credential", "credentials", dated=True), Noun("target", "targets")


def skills(of: Things, ids: Ids) -> Iterator[Record]:
    """With ratings and credentials."""
    ratings = of.parts(SkillRating, SkillRating.skill_id, ids, SkillRating.date)
    credentials = of.parts(Credential, Credential.skill_id, ids, Credential.issued)
    for each in of.load(Skill, ids):
        described = "\n".join(f"- From {level.at}: {level.text}" for level in levels(each.levels))
        yield Record(
            noun=PAGES[Skill],
            id=each.id,
            title=each.name,
            passages=(passage("description", each.description, ""), passage("levels", described)),
            parts=(
                *map(_rating, ratings.get(each.id, ())),
                *(_credential(of, credential) for credential in credentials.get(each.id, ())),
            ),
        )


def _rating(rating: SkillRating) -> Record:
    return Record(
        noun=RATING,
        id=rating.id,
        title="",
        date=rating.date,
        values={"level": rating.level},
        links={"episode": one(rating.episode_id)},
        passages=(passage("evidence", rating.evidence, ""),),
    )


def _credential(of: Things, credential: Credential) -> Record:
    content = select(Credential.content).where(Credential.id == credential.id)
    told = (credential.id, credential.file_name, credential.media_type)
    return Record(
        noun=CREDENTIAL,
        id=credential.id,
        title=credential.name,
        date=credential.issued,
        values={"issuer": credential.issuer, "expires": credential.expires, "link": credential.link},
        passages=(passage("description", credential.description, ""),),
        files=of.content(*told, partial(of.session.scalar, content)) if credential.file_name else (),
    )


def profiles(of: Things, ids: Ids) -> Iterator[Record]:
    """With the levels that a role needs."""
    for each in of.load(RoleProfile, ids):
        targets = (target for target in each.targets if of.has(RoleTarget, target.id))
        yield Record(
            noun=PAGES[RoleProfile],
            id=each.id,
            title=each.name,
            passages=(passage("description", each.description, ""),),
            parts=tuple(
                Record(
                    noun=TARGET,
                    id=target.id,
                    title="",
                    values={"level": target.level},
                    links={"skill": (target.skill_id,)},
                    passages=(passage("note", target.note, ""),),
                )
                for target in targets
            ),
        )


def people(of: Things, ids: Ids) -> Iterator[Record]:
    """Who they are to the worker, and what packs call them."""
    for each in of.load(Person, ids):
        values = {"relation": each.relation.value, "pseudonym": each.pseudonym}
        yield Record(noun=PAGES[Person], id=each.id, title=each.name, values=values)
