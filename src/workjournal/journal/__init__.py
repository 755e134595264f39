"""Every verb of the program, one service per noun; the only door to the vault and the store.

May import: everything below. A service takes the Store, is plain and synchronous, and knows no Qt; what it saves
is announced by the store. To add one: a module, an attribute in journal.py, a test.
"""
