"""Five whys: from a failure to a cause one can do something about."""

from workjournal.domain.methods.method import Method, Part, Prompt

METHOD = Method(
    key="five-whys",
    name="Five whys",
    prompts=(
        Prompt(
            "problem",
            "What was the problem?",
            "What was seen, where and when, how much",
            Part.OBSERVATION,
            distanced="What would a colleague have seen go wrong?",
        ),
        Prompt("why_1", "Why did it happen?", "What you can show, not who", Part.INTERPRETATION),
        Prompt("why_2", "Why was that?", "Leave the rest empty once you reach a cause", Part.INTERPRETATION),
        Prompt("why_3", "And why was that?", "", Part.INTERPRETATION),
        Prompt("why_4", "And why was that?", "", Part.INTERPRETATION),
        Prompt("why_5", "And why was that?", "", Part.INTERPRETATION),
        Prompt(
            "cause", "Which cause can I do something about?", "Name a second one too", Part.INTERPRETATION
        ),
        Prompt(
            "countermeasure", "What is the countermeasure?", "And how you will see that it holds", Part.NEXT
        ),
    ),
    offered="A failure whose causes can be found",
    source="After Ohno (1988), Toyota Production System.",
    caution="One cause is rarely the whole: look for a second one beside it before you stop.",
)
