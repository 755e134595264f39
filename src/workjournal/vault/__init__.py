"""The vault: a folder with a header and an encrypted database, and the keys to it.

Knows keys and files, no table. May import: errors. A new way to open a vault is one file in slots/ and
one name in SLOTS. The promises this keeps are in SECURITY.md.
"""
