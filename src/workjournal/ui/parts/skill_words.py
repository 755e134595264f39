"""What is said of skills on the screen: the line of a rating, of a credential, of an episode that is evidence."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from workjournal.charts.figure import DataTable
from workjournal.domain.episode import Episode
from workjournal.domain.label import Skill
from workjournal.domain.levels import Level, levels, meaning
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.goal_words import day
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.rated_list import RatedRow
from workjournal.ui.widgets.row_list import Row, RowChip

_HEADERS = (
    QT_TRANSLATE_NOOP("SkillWords", "Day"),
    QT_TRANSLATE_NOOP("SkillWords", "Rating"),
    QT_TRANSLATE_NOOP("SkillWords", "Meaning"),
    QT_TRANSLATE_NOOP("SkillWords", "Evidence"),
)


class SkillNumbers(QObject):
    """Numbers with their nouns; NUMBERS is the one there is. The tool that collects texts wants an object for them."""

    def credentials(self, number: int) -> str:
        return self.tr("%n credential(s)", "", number)

    def ratings(self, number: int) -> str:
        return self.tr("%n rating(s)", "", number)


NUMBERS = SkillNumbers()


def skill_row(skill: Skill, last: SkillRating | None, credentials: int) -> RatedRow:
    """A skill in the list beside its page."""
    has = NUMBERS.credentials(credentials) if credentials else ""
    if last is None:
        return RatedRow(skill.id, None, skill.name, _tr("Not rated yet"), has)
    third = " · ".join(filter(None, (day(last.date), has)))
    return RatedRow(skill.id, last.level, skill.name, meaning(levels(skill.levels), last.level), third)


def rating_row(rating: SkillRating, described: Sequence[Level], seen_in: Mapping[UUID, str]) -> RatedRow:
    """A rating in the history; `seen_in` are the titles of the episodes that are evidence."""
    told, when = " ".join(rating.evidence[:300].split()), day(rating.date)
    word = meaning(described, rating.level)
    return RatedRow(
        rating.id,
        rating.level,
        word or when,
        told,
        " · ".join(filter(None, (when if word else "", _title(rating, seen_in)))),
        _tr("Change"),
    )


def table(
    ratings: Sequence[SkillRating], described: Sequence[Level], seen_in: Mapping[UUID, str]
) -> DataTable:
    """The ratings as numbers, the oldest first."""
    return DataTable(
        tuple(map(_tr, _HEADERS)),
        tuple(
            (
                rating.date.isoformat(),
                str(rating.level),
                meaning(described, rating.level) or "–",
                " · ".join(filter(None, (" ".join(rating.evidence.split()), _title(rating, seen_in)))) or "–",
            )
            for rating in ratings
        ),
    )


def credential_row(credential: Credential, today: dt.date) -> Row:
    """A credential in its list."""
    told = (credential.issuer, _span(credential.issued, credential.expires))
    gone = (RowChip(_tr("Expired"), "warn", "clock"),) if credential.is_expired(today) else ()
    icon = "badge-check" if credential.badge else "award"
    action = _tr("Save a copy") if credential.file_name else ""
    return Row(
        credential.id, credential.name, " · ".join(filter(None, told)), icon, chips=gone, action=action
    )


def _title(rating: SkillRating, seen_in: Mapping[UUID, str]) -> str:
    return seen_in.get(rating.episode_id, "") if rating.episode_id else ""


def _span(issued: dt.date | None, expires: dt.date | None) -> str:
    if issued and expires:
        return _tr("{first} to {last}").format(first=day(issued), last=day(expires))
    if issued:
        return _tr("issued {day}").format(day=day(issued))
    return _tr("expires {day}").format(day=day(expires)) if expires else ""


def episode_choices(episodes: Sequence[Episode]) -> list[Choice]:
    """Episodes to choose one from as evidence."""
    return [
        Choice(
            one.id,
            _tr("{day}: {title}").format(title=one.title, day=day(one.date)),
            words.kind_icon(one.kind),
        )
        for one in episodes
    ]


def badge_fields(badge: Mapping[str, object] | None) -> list[tuple[str, str]]:
    """The fields of a badge as a credential keeps them."""
    kept = (badge or {}).get("fields")
    return [(str(label), str(text)) for label, text in kept] if isinstance(kept, list) else []


def _tr(text: str) -> str:
    return QCoreApplication.translate("SkillWords", text)
