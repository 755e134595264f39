"""Start, stop, continue."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="start-stop-continue",
    name="Start, stop, continue",
    prompts=(
        Prompt("start", "What will I start doing?", "One a line", Part.NEXT),
        Prompt("stop", "What will I stop doing?", "What costs more than it brings", Part.NEXT),
        Prompt("continue", "What will I go on doing?", "What works, and how you can tell", Part.OBSERVATION),
    ),
    offered="A week, or any period",
    source="A retrospective of teams; after DeLong (2011).",
)
