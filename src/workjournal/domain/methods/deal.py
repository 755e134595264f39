"""DEAL: describe, examine, articulate the learning; once a month."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="deal",
    name="Describe, examine, articulate (DEAL)",
    prompts=(
        Prompt("describe", "What happened?", "Neutrally: when, where, who, what", Part.OBSERVATION),
        Prompt("self", "What does it say about me?", "Strengths, habits, assumptions", Part.INTERPRETATION),
        Prompt(
            "team",
            "What does it say about how we work together?",
            "Roles, trust, hand-overs",
            Part.INTERPRETATION,
        ),
        Prompt(
            "craft", "What does it say about the craft?", "Methods, tools, knowledge", Part.INTERPRETATION
        ),
        Prompt("learned", "I learned that …", "One sentence", Part.INTERPRETATION),
        Prompt("how", "I learned it by …", "Which experience taught it", Part.INTERPRETATION),
        Prompt("matters", "It matters because …", "For whom, and for what", Part.INTERPRETATION),
        Prompt("will", "Because of it I will …", "Something to do, and when", Part.NEXT),
    ),
    offered="Once a month, on what stayed with you",
    source="After Ash & Clayton (2009).",
)
