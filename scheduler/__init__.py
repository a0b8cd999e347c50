"""What runs when, and the clock around it."""
