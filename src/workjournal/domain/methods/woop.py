"""WOOP: wish, outcome, obstacle, plan."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="woop",
    name="Wish, outcome, obstacle, plan",
    prompts=(
        Prompt("wish", "What do I wish for?", "Challenging, and within reach"),
        Prompt("outcome", "What would be the best about it?", "Picture it for a moment"),
        Prompt(
            "obstacle", "What in me stands in the way?", "A habit, a worry, a belief", Part.INTERPRETATION
        ),
        Prompt("plan", "If the obstacle comes, then I will …", "If …, then I will …", Part.NEXT),
    ),
    offered="Planning a goal",
    source="If-then plans: .27 ≤ d ≤ .66 over 642 tests (Sheeran, Listrom & Gollwitzer 2024).",
)
