"""What, so what, now what: three minutes at the end of the day."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="what-so-what",
    name="What, so what, now what",
    prompts=(
        Prompt(
            "what",
            "What?",
            "What happened, in two sentences",
            Part.OBSERVATION,
            distanced="What would a colleague have seen?",
        ),
        Prompt("so_what", "So what?", "Why it matters, and to whom", Part.INTERPRETATION),
        Prompt("now_what", "Now what?", "The next small step", Part.NEXT),
    ),
    offered="Three minutes at the end of the day",
    source="After Borton (1970) and Rolfe, Freshwater & Jasper (2001).",
)
