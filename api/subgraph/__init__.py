"""A neighbourhood of the scene as a file: `GET /subgraph/{id}.{format}`."""
