"""What spelling needs to know of this journal: its languages, the user's own words, the names in it."""

import json

from sqlalchemy import select

from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.preferences import OWN_WORDS, SPELLING, Preferences
from workjournal.store.store import Store


class Spelling:
    """Nothing of it ever lies in a file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._preferences = Preferences(store)

    def languages(self) -> tuple[str, ...] | None:
        """The languages ("en_GB") that were chosen, maybe none; None where nobody has chosen yet."""
        kept = self._preferences.get(SPELLING)
        return tuple(str(each) for each in json.loads(kept)) if kept else None

    def choose(self, languages: tuple[str, ...]) -> None:
        """Look at texts in these languages; none of them looks at nothing."""
        self._preferences.set(SPELLING, json.dumps(languages))

    def own_words(self) -> list[str]:
        """The user's own words, in the order of the alphabet."""
        kept = self._preferences.get(OWN_WORDS)
        return sorted((str(each) for each in json.loads(kept)), key=str.casefold) if kept else []

    def add(self, word: str) -> None:
        """One more own word."""
        self._keep({*self.own_words(), word})

    def remove(self, word: str) -> None:
        """One own word less."""
        self._keep(set(self.own_words()) - {word})

    def names(self) -> list[str]:
        """The names of all people, tags and skills, which are no mistakes."""
        with self._store.reading() as session:
            return [name for kind in (Person, Tag, Skill) for name in session.scalars(select(kind.name))]

    def _keep(self, words: set[str]) -> None:
        self._preferences.set(OWN_WORDS, json.dumps(sorted(words), ensure_ascii=False))
