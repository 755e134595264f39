"""A reflection method of the user's own: copied from another one, and changed."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from workjournal.domain.entity import Entity, Missing, check_text
from workjournal.domain.methods.method import Method, prompt_from
from workjournal.domain.said import said


class OwnMethod(Entity, kw_only=True, repr=False, eq=False):
    """Prompts in an order of their own. `edition` counts their changes; `basis` is the key of what was copied.

    A reflection keeps the prompts it was asked, so a change here never reaches one that was written before. `said` is the
    questions as one text.
    """

    __tablename__ = "own_method"
    TEXTS = ("name", "prompts")

    name: Mapped[str]
    basis: Mapped[str] = mapped_column(default="")
    edition: Mapped[int] = mapped_column(default=1)
    prompts: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    said: Mapped[str] = mapped_column(default="", init=False)

    def check(self) -> None:
        """Raises: Missing without a name, without prompts, or for a prompt without its question."""
        check_text("The method's name", self.name, "Say in a few words what it is for.")
        if not self.prompts:
            raise Missing(what="The method", hint="It needs at least one question.")
        for prompt in self.prompts:
            check_text("A question", str(prompt.get("text", "")), "Write it, or take it away.")
        self.said = said(self.prompts)

    def as_method(self) -> Method:
        """The form."""
        return Method(str(self.id), self.name, tuple(prompt_from(each) for each in self.prompts))


def new_key(text: str, taken: set[str]) -> str:
    """A key for a new question, made of its words; it is an identifier, and none of those taken."""
    usable = (
        letter.isalnum() and f"q{letter}".isidentifier() for letter in text.lower()
    )  # "²" is alnum alone
    words = "".join(
        letter if fits else " " for letter, fits in zip(text.lower(), usable, strict=True)
    ).split()
    stem = "_".join(words[:3]) or "question"
    stem = stem if stem.isidentifier() else f"q_{stem}"
    number, key = 1, stem
    while key in taken:
        number += 1
        key = f"{stem}_{number}"
    return key


def copied(method: Method, name: str) -> OwnMethod:
    """A method to change, out of another one."""
    return OwnMethod(name=name, basis=method.key, prompts=method.as_json()["prompts"])
