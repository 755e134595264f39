"""The cards of the Safety page: each reads its own state, and opens the dialogs that change it.

May import: dialogs, parts and the services. What only the window can do goes out as one of ui/errands.py.
"""
