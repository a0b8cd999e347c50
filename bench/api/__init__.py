"""The API against `@neo4j/graphql`: the same questions over the same graph, in turn."""
