"""The calls that every service of a noun has in common, and those of labels."""

from collections.abc import Callable
from typing import Any

from workjournal.domain.entity import Entity
from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.journal import Journal

Call = Callable[[Journal, Any], object]
Verbs = dict[str, tuple[Call, set[type]]]
"""What to call, and the classes of things it changes: none for a verb that reads."""


def of_every_service(
    name: str, noun: type[Entity], new: Callable[[Any], Any], thing: Callable[[Any], Any]
) -> Verbs:
    """Get, identify, save, trash and restore `thing` of the examples; `new` is one to be saved."""

    def service(journal: Journal) -> Any:
        return getattr(journal, name)

    return {
        f"{name}.get": (lambda journal, one: service(journal).get(thing(one).id), set()),
        f"{name}.identify": (lambda journal, one: service(journal).identify(str(thing(one).id)[-12:]), set()),
        f"{name}.save": (lambda journal, one: service(journal).save(new(one)), {noun}),
        f"{name}.trash": (lambda journal, one: service(journal).trash(thing(one).id), {noun}),
        f"{name}.restore": (lambda journal, one: service(journal).restore(thing(one).id), {noun}),
    }


def of_labels(name: str, noun: type[Tag | Person | Skill]) -> Verbs:
    """What can be done with a sort of label; one that nothing has is put into the trash."""
    return {
        **of_every_service(name, noun, lambda _: noun(name="Zbigniew"), lambda one: one.spare[name]),
        f"{name}.all": (lambda journal, _: getattr(journal, name).all(), set()),
        f"{name}.names": (lambda journal, _: getattr(journal, name).names(), set()),
        f"{name}.named": (lambda journal, _: getattr(journal, name).named("Yngvild"), {noun}),
    }
