"""A GraphQL read operation becomes one Cypher statement; README.md says how."""
