"""Every class that is mapped. SQLAlchemy knows only those that were imported: who asks it for all of them imports this."""

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Base
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.domain.intake import Intake, Origin
from workjournal.domain.keeping import Draft, Preference, Revision, TextDigest, VaultState
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Application, Lesson, Recall
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack, Rewording
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating

MAPPED: tuple[type[Base], ...] = (
    Action,
    Application,
    Attachment,
    CheckIn,
    Credential,
    Draft,
    Episode,
    Forecast,
    Goal,
    Intake,
    Lesson,
    MarkedChange,
    Measure,
    Origin,
    OwnMethod,
    Pack,
    Person,
    Preference,
    Pulse,
    Reading,
    Recall,
    Reflection,
    Revision,
    Rewording,
    RoleProfile,
    RoleTarget,
    Skill,
    SkillRating,
    Tag,
    TextDigest,
    VaultState,
)
