"""What is checked in a vault, what was found and in which words, and the mending of what can be mended.

`journal.checking` and `journal.rescuing` are the verbs over them; a new check is a function in files.py or texts.py.
"""
