"""What is computed from the graph: derived edges, network metrics, scores."""
