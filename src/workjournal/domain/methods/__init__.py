"""The reflection methods, one file each. To add one: a module with METHOD and its name in METHODS.

Forms, drafts, the terminal, Markdown, the pack and the tests follow from the tuple.
"""

from workjournal.domain.methods import after_action_short
from workjournal.domain.methods.method import Method, UnknownMethod

METHODS: tuple[Method, ...] = (after_action_short.METHOD,)
DEFAULT = METHODS[0]


def method(key: str) -> Method:
    """The method of that key.

    Raises:
        UnknownMethod: names those there are.
    """
    for known in METHODS:
        if known.key == key:
            return known
    raise UnknownMethod(key=key, known=", ".join(known.key for known in METHODS))
