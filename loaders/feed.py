"""A Drift feed: the partners' format, and what the demo world writes."""
