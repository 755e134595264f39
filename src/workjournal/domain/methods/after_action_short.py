"""The short after-action review: four questions, fit for any episode."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="aar-short",
    name="After-action review",
    prompts=(
        Prompt(
            "intended",
            "What did we set out to do?",
            "The aim, before it began",
            distanced="What would a colleague say the aim was?",
        ),
        Prompt(
            "happened",
            "What actually happened?",
            "What a camera would have seen",
            Part.OBSERVATION,
            distanced="What would a colleague have seen?",
        ),
        Prompt(
            "why",
            "Why did it happen?",
            "Causes, not blame",
            Part.INTERPRETATION,
            distanced="How would a colleague explain it?",
        ),
        Prompt(
            "next",
            "What will I do next time?",
            "One thing, in your own hands",
            Part.NEXT,
            distanced="What would you advise somebody in the same place to do next time?",
        ),
    ),
    offered="Any episode; five minutes",
    source="Debriefs improve performance by about a quarter: d = .67, 46 samples (Tannenbaum & Cerasoli 2013).",
)
