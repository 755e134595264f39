"""The reflective cycle of Gibbs: room for feelings before the analysis."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="gibbs",
    name="Reflective cycle (Gibbs)",
    prompts=(
        Prompt(
            "description",
            "What happened?",
            "Only what there was to see and hear",
            Part.OBSERVATION,
            distanced="What would a colleague have seen?",
        ),
        Prompt(
            "feelings",
            "What did I feel and think?",
            "For you alone: a pack never has it",
            distanced="What would a friend have noticed about how you felt?",
        ),
        Prompt(
            "evaluation",
            "What was good about it, and what was not?",
            "Both have a place",
            Part.INTERPRETATION,
        ),
        Prompt("analysis", "What sense can I make of it?", "What led to what", Part.INTERPRETATION),
        Prompt("conclusion", "What else could I have done?", "Choices you really had", Part.INTERPRETATION),
        Prompt("next", "What will I do if it comes up again?", "One step you can picture", Part.NEXT),
    ),
    offered="Something that moved you",
    source="After Gibbs (1988), Learning by Doing.",
)
