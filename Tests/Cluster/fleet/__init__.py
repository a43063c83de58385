"""A realistic fleet, written to a bare API server as the controllers would have left it."""
