"""What is seen before a journal is open. Loads no database, no charts: the unlock field must be there at once.

May import: the kit (form, tasks, theme, widgets), settings, paths. Opening itself is imported when it is asked for.
"""
