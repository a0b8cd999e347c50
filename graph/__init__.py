"""The database, and the words every layer shares."""
