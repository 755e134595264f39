"""Parts of screens with a form of their own: what would make a screen too long to read.

May import: form, widgets, the journal. A part knows nothing of the other screens; it tells its own by signals.
"""
