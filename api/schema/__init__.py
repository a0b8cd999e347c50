"""The GraphQL types, one file per noun, and the schema made of them."""
