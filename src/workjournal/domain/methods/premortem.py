"""The pre-mortem: it failed; why? Before a stretch goal starts."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="premortem",
    name="Pre-mortem",
    prompts=(
        Prompt(
            "failed",
            "It is the due day, and it has failed. What is there to see?",
            "As a fact",
            Part.OBSERVATION,
        ),
        Prompt("reasons", "What were the reasons?", "One a line, as many as come", Part.INTERPRETATION),
        Prompt("likelihood", "How likely is each of them?", "Out of 100", Part.INTERPRETATION),
        Prompt(
            "preventable",
            "Which of them can be prevented?",
            "And which only noticed early",
            Part.INTERPRETATION,
        ),
        Prompt("changes", "What do I change in the plan?", "Now, while it costs little", Part.NEXT),
        Prompt("revised", "How likely is success now?", "0–100, beside your forecast", Part.INTERPRETATION),
    ),
    offered="Before a stretch goal starts",
    source="After Klein (2007), Performing a Project Premortem.",
)
