"""Every class that is mapped. SQLAlchemy knows only those that were imported: who asks it for all of them imports this."""

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Base
from workjournal.domain.episode import Episode
from workjournal.domain.goal import CheckIn, Forecast, Goal
from workjournal.domain.keeping import Draft, Preference, Revision, TextDigest, VaultState
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Application, Lesson, Recall
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.reflection import Reflection

MAPPED: tuple[type[Base], ...] = (
    Action,
    Application,
    Attachment,
    CheckIn,
    Draft,
    Episode,
    Forecast,
    Goal,
    Lesson,
    OwnMethod,
    Pack,
    Person,
    Preference,
    Recall,
    Reflection,
    Revision,
    Skill,
    Tag,
    TextDigest,
    VaultState,
)
