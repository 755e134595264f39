"""RedNotebook, and its markup txt2tags."""
