"""Scores beside what they cannot know: what happened later, what others say."""
