"""Everyday words that are names of people as well: in small letters they are words, and a text must stay one."""

_ENGLISH = (
    "al an angel april art august autumn ball bell best bill bird bishop black blue bond book brook brown buck burns bush "
    "butler can carpenter case chance chase christian church clay cole cook cross crystal da dawn day de dean del den der "
    "di do don du earl east el english ever fields fisher flint ford forest fox frank french gardener glass gold good grace "
    "grant gray green grey guy hall hand hardy harmony he heather hill home hook hope house hunt hunter in joy june keen key "
    "king knight la land lane law le little long love low lucky major mark marsh marshal mason may mercy miles miller moon "
    "new noble north olive page park pat patience pearl penny pike pool poor pope porter potter pound power powers price "
    "prince rain ray read reed rich rob rock rose ruby rush rusty sage savage sharp she short singer sky small smart snow "
    "so son song star steel stone story strange street strong summer sun sunny sweet swift to trip urban van von walker wall "
    "ward waters way weaver web wells west white wild will winter wise wolf won wood woods worth wright you young"
)
_GERMAN = (
    "alt bald bin dick ernst frei fromm ganz gerade groß gross gut hart heil hell hoch jung kalt klar klein klug krumm kurz "
    "lang laut licht lieb lustig mai neu recht reich rein rot sanft sauer schmal schnell schwarz selig spät stark still "
    "stolz streng süß süss till treu um voll wach weich weise weiß weiss wild zart"
)
WORDS = frozenset(f"{_ENGLISH} {_GERMAN}".casefold().split())
"""Case-folded."""
TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx", "sir", "herr", "frau", "jr", "sr"})
"""Casefolded, without the dot: they stand beside a name and are none."""
