"""The questions of one reflection: those of its method, and those answered before the method was changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workjournal.domain import methods
from workjournal.domain.methods.method import Method, Prompt
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal


@dataclass(frozen=True)
class AskedForm:
    """A method as it is asked here, and prompts of other methods that have an answer."""

    method: Method
    further: tuple[Prompt, ...] = ()

    @classmethod
    def of_kept(cls, journal: Journal, reflection: Reflection) -> "AskedForm":
        """As a kept reflection was asked, whatever has become of its method."""
        return _split(journal.methods.asked(reflection), journal.methods.all())

    @classmethod
    def of_draft(cls, journal: Journal, fields: Mapping[str, Any], otherwise: Method) -> "AskedForm":
        """As a draft was asked; by `otherwise` where it does not say, or names a method that is no more."""
        known = journal.methods.all()
        key = str(fields.get("method") or otherwise.key)
        if kept := fields.get("asked"):
            made = _split(Method.from_json(key, kept), known, fields.get("further"))
        else:
            made = cls(next((method for method in known if method.key == key), otherwise))
        asked = {prompt.key for prompt in (*made.method.prompts, *made.further)}
        unasked = [_prompt(name, known) for name in fields.get("answers") or {} if name not in asked]
        return cls(made.method, (*made.further, *unasked))

    def whole(self) -> Method:
        """All of it as one form."""
        return self.method.followed_by(self.further)

    def in_draft(self) -> dict[str, Any]:
        """What a draft keeps of it; nothing of a shipped method as it is."""
        if self.whole() in methods.METHODS:
            return {}
        return {"asked": self.whole().as_json(), "further": [prompt.key for prompt in self.further]}


def _split(whole: Method, known: Sequence[Method], further: Iterable[str] | None = None) -> AskedForm:
    """Tell the prompts of other methods apart: by their keys, else by what the shipped method asks.

    A method of the user's own may ask other things by now, so it says nothing about an old form.
    """
    method = next((one for one in known if one.key == whole.key), None)
    own = {prompt.key for prompt in whole.prompts}
    if further is not None:
        own -= set(further)
    elif method is not None and method in methods.METHODS:
        own &= {prompt.key for prompt in method.prompts}
    prompts = tuple(prompt for prompt in whole.prompts if prompt.key in own)
    if not prompts:
        return AskedForm(whole)
    others = tuple(prompt for prompt in whole.prompts if prompt.key not in own)
    about = method or whole
    return AskedForm(
        replace(whole, prompts=prompts, offered=about.offered, source=about.source, caution=about.caution),
        others,
    )


def _prompt(key: str, known: Iterable[Method]) -> Prompt:
    """The question behind a key, in the words of the first method that has it."""
    found = (prompt for method in known for prompt in method.prompts if prompt.key == key)
    return next(found, Prompt(key, key))
