"""Reflection methods: those that are shipped, and the user's own."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from workjournal.domain import methods as shipped
from workjournal.domain.methods.method import Method, Prompt, UnknownMethod
from workjournal.domain.own_method import OwnMethod, copied
from workjournal.domain.reflection import Reflection
from workjournal.journal.service import Service, fetch


class Methods(Service[OwnMethod]):
    """The verbs for methods."""

    noun = OwnMethod

    def all(self) -> list[Method]:
        """The shipped ones in their order, then the user's own by name."""
        return [*shipped.METHODS, *(own.as_method() for own in self.own())]

    def own(self) -> list[OwnMethod]:
        """The user's own, by name."""
        with self.store.reading() as session:
            query = select(OwnMethod).where(OwnMethod.trashed_at.is_(None))
            return sorted(session.scalars(query), key=lambda own: (own.name.casefold(), own.id))

    def find(self, words: str) -> Method:
        """The method of that key or, of the user's own, of that name or end of an id.

        Raises:
            UnknownMethod: names those there are.
        """
        by_key = {known.key: known for known in shipped.METHODS}
        if words in by_key:
            return by_key[words]
        own = self.own()
        for known in own:
            if words == str(known.id) or words.casefold() == known.name.casefold():
                return known.as_method()
        ending = words.lower().replace("-", "")
        found = [known for known in own if len(ending) >= 4 and known.id.hex.endswith(ending)]
        if len(found) == 1:
            return found[0].as_method()
        names = [*by_key, *(f"“{known.name}”" for known in own)]
        raise UnknownMethod(key=words, known=", ".join(names))

    def asked(self, reflection: Reflection) -> Method:
        """The method as a reflection was asked, whatever has become of it since."""
        if reflection.asked:
            return Method.from_json(reflection.method, reflection.asked)
        known = next((known for known in shipped.METHODS if known.key == reflection.method), None)
        if known is not None:
            return known.followed_by(Prompt(key, key) for key in reflection.answers)
        prompts = tuple(Prompt(key, key) for key in reflection.answers)  # of a newer program
        return Method(reflection.method, reflection.method, prompts)

    def copy(self, key: str, name: str) -> OwnMethod:
        """A copy of a method, to be changed.

        Raises:
            UnknownMethod, Missing
        """
        method = self.find(key)
        with self.store.writing() as session:
            own = copied(method, name.strip())
            session.add(own)
        return own

    def change(self, method_id: UUID, name: str, prompts: Sequence[dict[str, Any]]) -> OwnMethod:
        """Give a method of the user's own another name or other prompts; only other prompts make a new edition.

        Raises:
            NoSuchThing, Missing
        """
        with self.store.writing() as session:
            own = fetch(session, OwnMethod, method_id)
            if own.prompts != list(prompts):
                own.prompts = list(prompts)
                own.edition += 1
            own.name = name.strip()
        return own
