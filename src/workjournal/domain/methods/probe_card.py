"""The probe card: complex work is probed, not planned."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="probe-card",
    name="Probe card",
    prompts=(
        Prompt(
            "hypothesis",
            "What do I believe is going on?",
            "So that it could turn out wrong",
            Part.INTERPRETATION,
        ),
        Prompt("probe", "Which small probe is safe to fail?", "Cheap, quick, easy to take back", Part.NEXT),
        Prompt("amplify", "Which signals would mean: more of it?", "What you would see or hear first"),
        Prompt("dampen", "Which signals would mean: stop?", "And who would notice them"),
        Prompt("sensed", "What did I sense?", "What happened after the probe", Part.OBSERVATION),
        Prompt("respond", "How do I respond?", "Amplify, dampen, or probe elsewhere", Part.NEXT),
    ),
    offered="Complex work, where cause and effect show only afterwards",
    source="After Snowden & Boone (2007), A Leader's Framework for Decision Making.",
)
