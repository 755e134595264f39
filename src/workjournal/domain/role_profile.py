"""A role profile: what a role needs, skill by skill, and how far one is from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.entity import Entity, check_ratings, check_text, one_line


class RoleTarget(Entity, kw_only=True, repr=False, eq=False):
    """The level (0–100) a role needs in a skill."""

    __tablename__ = "role_target"
    TEXTS = ("note",)

    profile_id: Mapped[UUID] = mapped_column(ForeignKey("role_profile.id"), index=True)
    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skill.id"), index=True)
    level: Mapped[int]
    note: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Raises: OutOfRange."""
        check_ratings(level=self.level)


class RoleProfile(Entity, kw_only=True, repr=False, eq=False):
    """A role by name: the present one, or one to grow into."""

    __tablename__ = "role_profile"
    TEXTS = ("name", "description")

    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")

    targets: Mapped[list[RoleTarget]] = relationship(
        primaryjoin=lambda: (RoleProfile.id == RoleTarget.profile_id) & RoleTarget.trashed_at.is_(None),
        lazy="selectin",
        order_by=RoleTarget.id,
        default_factory=list,
    )

    def check(self) -> None:
        """Raises: Missing without a name."""
        self.name = one_line(self.name)
        check_text("The profile's name", self.name, "Name the role.")


@dataclass(frozen=True)
class Gap:
    """A skill a role needs: the level it needs and the one last rated (None: never), 0–100."""

    skill: UUID
    needed: int
    rated: int | None

    @property
    def missing(self) -> int:
        """How much is missing, 0–100: nothing where the level is reached, all of it where it was never rated."""
        return max(0, self.needed - (self.rated or 0))


def gaps(profile: RoleProfile, levels: Mapping[UUID, int]) -> list[Gap]:
    """Each skill of the profile, the widest gap first; `levels` is the last rating by skill."""
    found = [Gap(target.skill_id, target.level, levels.get(target.skill_id)) for target in profile.targets]
    return sorted(found, key=lambda gap: -gap.missing)


def covered(found: Iterable[Gap]) -> tuple[int, int]:
    """How many of the levels a role needs are reached, and of how many."""
    every = list(found)
    return sum(gap.rated is not None and not gap.missing for gap in every), len(every)
