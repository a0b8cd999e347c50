"""What the lines of a Drift feed say: pure functions from a line to its statement."""
