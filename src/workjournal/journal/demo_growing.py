"""What speaks for the storyteller's skills in one year of the demo, the roles they are held against, and the pulse."""

import datetime as dt
import json
from uuid import NAMESPACE_URL, uuid5

from workjournal.domain.pulse import Pulse
from workjournal.domain.role_profile import RoleProfile
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.demo_book import Book, Happening, Moments
from workjournal.journal.demo_growth_script import (
    RATED_AT,
    CredentialScript,
    ProfileScript,
    PulseScript,
    RatingScript,
)
from workjournal.journal.skill_records import drafted

KEPT_AT, WRITTEN_AT, FELT_AT = "18:25", "18:40", "20:30"


class Growing:
    """Rates, keeps certificates, holds a role against the ratings, and gives the pulse."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._skills = {skill.name: skill.id for skill in book.journal.skills.all()}

    def moments(self) -> Moments:
        """Each of them; a certificate in the newest year only, for nobody gets the same one every year."""
        script = self.book.script
        for rating in script.rating:
            yield self.book.at(rating.day, RATED_AT), self._rating(rating)
        if not self.book.over:
            for credential in script.credential:
                yield self.book.at(credential.day, KEPT_AT), self._credential(credential)
        for profile in script.profile:
            yield self.book.at(profile.day, WRITTEN_AT), self._profile(profile)
        for pulse in script.pulse:
            yield self.book.at(pulse.day, FELT_AT), self._pulse(pulse)

    def _rating(self, script: RatingScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            rating = SkillRating(
                skill_id=self._skills[script.skill],
                date=now.date(),
                level=script.level,
                evidence=script.evidence,
                episode_id=self.book.ids[f"episode {script.episode}"] if script.episode else None,
            )
            self.book.journal.ratings.rate(rating)

        return happen

    def _credential(self, script: CredentialScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            skill, content = self._skills[script.skill], None
            if script.badge:
                content = badge(script, now.date())
                credential = drafted(f"{script.name}.json", content, skill)
            else:
                credential = Credential(
                    skill_id=skill,
                    name=script.name,
                    issuer=script.issuer,
                    description=script.description,
                    issued=now.date(),
                    expires=self.book.due(script.expires),
                    link=script.link,
                )
            self.book.journal.credentials.keep(credential, content)

        return happen

    def _profile(self, script: ProfileScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            profiles = self.book.journal.profiles
            if any(
                each.name == script.name for each in profiles.all()
            ):  # it is written in the first year only
                return
            profile = profiles.save(RoleProfile(name=script.name, description=script.description))
            for need in script.need:
                profiles.need(profile.id, need.skill, need.level, need.note)

        return happen

    def _pulse(self, script: PulseScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            self.book.journal.pulses.give(
                Pulse(
                    date=now.date(),
                    safety=self.book.rated(script.safety),
                    accountability=self.book.rated(script.accountability),
                    note=script.note,
                )
            )

        return happen


def badge(script: CredentialScript, issued: dt.date) -> bytes:
    """The file of a small badge, as its issuer might give it out.

    Source: 1EdTech, Open Badges 3.0, AchievementCredential. Its addresses end in .example, which RFC 2606 reserves.
    """
    home = "https://badges.example/"
    document = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"{home}credentials/{uuid5(NAMESPACE_URL, script.name)}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": script.name,
        "issuer": {"id": f"{home}issuer", "type": ["Profile"], "name": script.issuer},
        "validFrom": f"{issued.isoformat()}T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": f"{home}achievements/{uuid5(NAMESPACE_URL, script.issuer + script.name)}",
                "type": ["Achievement"],
                "name": script.name,
                "description": script.description,
                "criteria": {"narrative": script.criteria},
            },
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode()
