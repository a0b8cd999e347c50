"""The scene graph as a network: components, centrality, communities, bridges."""
