"""Trains the bundled starter model from scratch on the drawn world."""
