"""What leaves the vault on purpose: plain values in, bytes out; never a session, never a temporary file.

May import: charts, domain, resources, errors. Typst, pikepdf and pypdfium2 live here. A new format is one file.
"""
