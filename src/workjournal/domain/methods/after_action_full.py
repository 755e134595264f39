"""The full after-action review: for a finished project or goal."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="aar-full",
    name="After-action review, full",
    prompts=(
        Prompt(
            "intended", "What was intended, and by what standard?", "The aim and how you meant to judge it"
        ),
        Prompt(
            "happened",
            "What happened?",
            "Observations and evidence only: figures, dates, words that were said",
            Part.OBSERVATION,
            distanced="What would a colleague have seen?",
        ),
        Prompt(
            "why",
            "Why did it happen?",
            "Your interpretation; say how sure you are",
            Part.INTERPRETATION,
            distanced="How would a colleague explain it?",
        ),
        Prompt(
            "sustain", "What is worth keeping?", "What helped and should be done again", Part.INTERPRETATION
        ),
        Prompt(
            "improve", "What is to be done better, by whom and by when?", "A name and a day each", Part.NEXT
        ),
        Prompt("follow_up", "How will I see that it was done?", "Where you will look, and when", Part.NEXT),
    ),
    offered="A finished project or goal",
    source=(
        "d = .79 over 61 studies, best when self-led and with objective evidence (Keiser & Arthur 2021)."
    ),
)
