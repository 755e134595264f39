"""The things in a journal and their rules: no session, no input or output, no clock.

May import: SQLAlchemy (the classes are mapped), NumPy (trends), errors. `today` is always an argument. A new
thing is one module here, one service in journal/, one migration; its name everywhere else follows.
"""
