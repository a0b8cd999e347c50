"""How the world reaches in: GraphQL over HTTP, and the command line."""
