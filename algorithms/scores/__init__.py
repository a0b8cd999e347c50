"""Scores explained to the part: facts in, values out; README.md says how they hang together."""
