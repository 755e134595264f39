"""The experiential cycle of Kolb: from an experience to an experiment."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="kolb",
    name="Experiential cycle (Kolb)",
    prompts=(
        Prompt("experience", "What did I experience?", "The concrete piece of work", Part.OBSERVATION),
        Prompt(
            "observation",
            "What did I notice, looking back?",
            "What surprised, what did not fit",
            Part.OBSERVATION,
            distanced="What would a colleague have noticed?",
        ),
        Prompt(
            "concept",
            "What general idea explains it?",
            "A rule that would hold elsewhere",
            Part.INTERPRETATION,
        ),
        Prompt(
            "experiment", "How will I try the idea out?", "Where, when, and what would disprove it", Part.NEXT
        ),
    ),
    offered="A lesson to try out",
    source="After Kolb (1984), Experiential Learning.",
)
