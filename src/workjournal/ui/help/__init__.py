"""The built-in help: pages of Markdown in resources/help, what the program knows of itself in them, and finding in them.

contents.py  the pages there are, in order            book.py     all of them, read once
insertions.py  methods, charts, formats, filters      finding.py  ranked, in memory

A page links to others by `help:charts` or `help:charts#brier`, and to nothing else: no page of the network is opened.
May import: domain, charts, importers, exporters, resources and words of the screens; never a screen.
"""
