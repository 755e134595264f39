"""What an export is made of: what was chosen, how far that reaches, and how it is told; exports.py has the verbs."""
