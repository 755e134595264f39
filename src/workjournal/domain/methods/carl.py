"""CARL: a story of evidence in four parts."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="carl",
    name="Evidence story (CARL)",
    prompts=(
        Prompt("context", "What was the context?", "Where, who, what was at stake", Part.OBSERVATION),
        Prompt("action", "What did I do?", "Your own part, step by step", Part.OBSERVATION),
        Prompt("result", "What was the result?", "Figures and what others said", Part.OBSERVATION),
        Prompt("learning", "What did I learn?", "What you would do again, or otherwise", Part.INTERPRETATION),
    ),
    offered="A result worth telling: a win with evidence",
    source="Context, action, result, learning: the STAR story of interviews with its learning made explicit.",
)
