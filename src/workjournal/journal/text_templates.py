"""The texts to begin with that this journal has, kept as a preference."""

import json
from collections.abc import Iterable

from workjournal.domain.text_template import SHIPPED, TextTemplate
from workjournal.errors import JournalError
from workjournal.journal.preferences import TEMPLATES, Preferences
from workjournal.store.store import Store


class NamelessTemplate(JournalError):
    """A template needs a name, and one that no other has. “{name}” is not such a one."""


class TextTemplates:
    """All at once: they are few."""

    def __init__(self, store: Store) -> None:
        self._preferences = Preferences(store)

    def all(self) -> list[TextTemplate]:
        """In the order of the user; those that ship until one was changed or taken away."""
        kept = self._preferences.get(TEMPLATES)
        if not kept:
            return list(SHIPPED)
        return [TextTemplate(each["name"], each["text"]) for each in json.loads(kept)]

    def keep(self, templates: Iterable[TextTemplate]) -> None:
        """Keep these in place of those there were.

        Raises:
            NamelessTemplate
        """
        wanted = list(templates)
        names: set[str] = set()
        for each in wanted:
            name = each.name.strip()
            if not name or name.casefold() in names:
                raise NamelessTemplate(name=name)
            names.add(name.casefold())
        kept = [{"name": each.name.strip(), "text": each.text} for each in wanted]
        self._preferences.set(TEMPLATES, json.dumps(kept, ensure_ascii=False))
