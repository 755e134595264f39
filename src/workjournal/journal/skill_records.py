"""What speaks for a skill: ratings of oneself over time, and credentials with their files."""

import hashlib
import mimetypes
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from workjournal.domain import open_badge
from workjournal.domain.episode import Episode
from workjournal.domain.label import Skill
from workjournal.domain.skill_record import LARGEST, Credential, CredentialTooLarge, SkillRating
from workjournal.errors import JournalError
from workjournal.journal.attachment_sources import FileUnreadable
from workjournal.journal.service import NoSuchThing, Service, fetch


class CredentialDamaged(JournalError):
    """The file of the credential {name} is not what was kept. The rest of it is unharmed, and a backup may hold the file whole: `workjournal backups` lists them."""


class NoFile(JournalError):
    """The credential {name} has no file."""


class Ratings(Service[SkillRating]):
    """The verbs for ratings of one's own skills."""

    noun = SkillRating

    def rate(self, rating: SkillRating) -> SkillRating:
        """Keep how far one is in a skill, and by what one can tell.

        Raises:
            NoSuchThing, OutOfRange
        """
        with self.store.writing() as session:
            fetch(session, Skill, rating.skill_id)
            session.add(rating)
        return rating

    def of(self, skill_id: UUID) -> list[SkillRating]:
        """The ratings of a skill, the oldest first."""
        return self.of_all([skill_id])[skill_id]

    def of_all(self, skill_ids: Iterable[UUID]) -> dict[UUID, list[SkillRating]]:
        """The ratings of several skills in one query, the oldest first."""
        found: dict[UUID, list[SkillRating]] = {skill_id: [] for skill_id in skill_ids}
        with self.store.reading() as session:
            query = select(SkillRating).where(
                SkillRating.skill_id.in_(found), SkillRating.trashed_at.is_(None)
            )
            for rating in session.scalars(query.order_by(SkillRating.date, SkillRating.id)):
                found[rating.skill_id].append(rating)
        return found

    def seen_in(self, skill_id: UUID) -> dict[UUID, str]:
        """The titles of the episodes that are evidence for a skill's ratings, by the episode's id, in one query."""
        query = select(Episode.id, Episode.title).join(SkillRating, SkillRating.episode_id == Episode.id)
        with self.store.reading() as session:
            return dict(iter(session.execute(query.where(SkillRating.skill_id == skill_id))))

    def latest(self) -> dict[UUID, SkillRating]:
        """The last rating of each skill that has one."""
        newest_first = (SkillRating.date.desc(), SkillRating.id.desc())
        place = func.row_number().over(partition_by=SkillRating.skill_id, order_by=newest_first)
        ranked = (
            select(SkillRating.id, place.label("place")).where(SkillRating.trashed_at.is_(None)).subquery()
        )
        with self.store.reading() as session:
            query = select(SkillRating).join(ranked, ranked.c.id == SkillRating.id).where(ranked.c.place == 1)
            return {rating.skill_id: rating for rating in session.scalars(query)}


class Credentials(Service[Credential]):
    """The verbs for certificates and badges. Nothing a badge says of itself is verified: that would need the network."""

    noun = Credential

    def of(self, skill_id: UUID) -> list[Credential]:
        """The credentials of a skill, the last issued first."""
        with self.store.reading() as session:
            query = select(Credential).where(Credential.skill_id == skill_id, Credential.trashed_at.is_(None))
            newest = query.order_by(Credential.issued.desc().nulls_last(), Credential.id.desc())
            return list(session.scalars(newest))

    def counts(self) -> dict[UUID, int]:
        """How many credentials each skill has, of those that have any."""
        with self.store.reading() as session:
            query = select(Credential.skill_id, func.count()).where(Credential.trashed_at.is_(None))
            rows = session.execute(query.group_by(Credential.skill_id))
            return {skill_id: number for skill_id, number in rows}  # noqa: C416 - rows are tuples only to SQLAlchemy

    def draft(self, file: Path, skill_id: UUID) -> tuple[Credential, bytes]:
        """A credential made of a file, not kept yet, and the file's content: what a badge tells is filled in.

        Raises:
            FileUnreadable, CredentialTooLarge
        """
        content = read_file(file)
        return drafted(file.name, content, skill_id), content

    def keep(self, credential: Credential, content: bytes | None = None) -> Credential:
        """Keep a new or changed credential; `content` is its file, None leaves the one it has.

        Raises:
            Missing, CredentialTooLarge, WrongDates, EditedElsewhere
        """
        with self.store.writing() as session:
            session.add(credential)
            if content is not None:
                credential.content = content
        return credential

    def content(self, credential_id: UUID) -> bytes:
        """The bytes that were kept, or an error; never others.

        Raises:
            NoSuchThing, NoFile, CredentialDamaged
        """
        with self.store.reading() as session:
            query = select(Credential.name, Credential.file_name, Credential.sha256, Credential.content)
            row = session.execute(query.where(Credential.id == credential_id)).one_or_none()
        if row is None:
            raise NoSuchThing(noun="credential", id=credential_id)
        name, file_name, sha256, content = row
        if not file_name:
            raise NoFile(name=name)
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            raise CredentialDamaged(name=name)
        return bytes(content)


def drafted(name: str, content: bytes, skill_id: UUID) -> Credential:
    """A credential made of a file's name and content, not kept yet: what a badge tells is filled in.

    A file that is no badge, or a broken one, is a file like any other.
    """
    credential = Credential(skill_id=skill_id, name=Path(name).stem)
    with suppress(JournalError):
        badge = open_badge.read(content)
        credential.name, credential.issuer = badge.name or credential.name, badge.issuer
        credential.description, credential.link = badge.description, badge.url
        credential.issued, credential.expires = badge.issued, badge.expires
        credential.badge = as_kept(badge)
    return with_file(credential, name, content)


def read_file(file: Path) -> bytes:
    """The content of a credential's file.

    Raises:
        FileUnreadable, CredentialTooLarge
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:  # before it fills the memory
            raise CredentialTooLarge(name=file.name, size=-(-size // 1_000_000))
        return file.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=file, reason=error.strerror) from error


def with_file(credential: Credential, name: str, content: bytes) -> Credential:
    """The credential with a file's name, type, size and digest."""
    credential.file_name, credential.size = name, len(content)
    credential.media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    credential.sha256 = hashlib.sha256(content).hexdigest()
    return credential


def as_kept(badge: open_badge.Badge) -> dict[str, Any]:
    """What a badge says of itself, as JSON values: its version, and its fields in reading order."""
    return {"version": badge.version, "fields": [list(field) for field in badge.fields]}
