"""HTML into Markdown, in time that grows with its length and no faster."""
