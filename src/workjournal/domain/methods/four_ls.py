"""The four Ls: liked, learned, lacked, longed for."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="4ls",
    name="Liked, learned, lacked, longed for",
    prompts=(
        Prompt("liked", "What did I like?", "One a line", Part.OBSERVATION),
        Prompt("learned", "What did I learn?", "One a line", Part.INTERPRETATION),
        Prompt("lacked", "What was lacking?", "Means, help, clarity", Part.OBSERVATION),
        Prompt("longed_for", "What did I long for?", "What would have made it easier", Part.NEXT),
    ),
    offered="A week, or any period",
    source="After Gorman & Gottesdiener (2010), a retrospective of teams.",
)
