"""Texts to begin with: a name, and a text in which a few words in braces stand for the day it is used on."""

import re
from dataclasses import dataclass

PLACES = ("day", "time", "weekday", "month")
"""What can stand in braces: {day} and so on. Anything else in braces stays as it is."""

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class TextTemplate:
    """A text of one's own to begin with."""

    name: str
    text: str

    def filled(self, values: dict[str, str]) -> str:
        """The text with what stands in braces put in; what has no value stays as it is."""
        return _PLACE.sub(lambda found: values.get(found[1], found[0]), self.text)


SHIPPED = (
    TextTemplate(
        "What happened, plainly",
        "**Situation.** \n\n**What I did.** \n\n**What came of it, and for whom.** \n\n**What I did not expect.** \n",
    ),
    TextTemplate(
        "A meeting",
        "{weekday}, {day}\n\nPresent: \n\n- Wanted: \n- Decided: \n- Still open: \n\n- [ ] \n",
    ),
    TextTemplate(
        "Feedback I was given",
        "> \n\n- From, and about what: \n- What I heard first: \n- What is true of it: \n- [ ] What I will try: \n",
    ),
)
"""Those one begins with; they can be changed and taken away like one's own."""
