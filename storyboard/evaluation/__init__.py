"""Evaluation: judges of the drawn world, and what they say of generated pictures."""
