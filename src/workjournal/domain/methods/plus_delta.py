"""Plus and delta: what to keep, what to change."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="plus-delta",
    name="Plus and delta",
    prompts=(
        Prompt("plus", "What went well?", "One a line", Part.OBSERVATION),
        Prompt("delta", "What would I change?", "As something to do, not as a fault", Part.NEXT),
    ),
    offered="A meeting, a day or a week",
    source="A practice of lean construction and of aviation debriefs.",
)
