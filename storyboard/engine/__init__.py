"""Pictures of one story with consistent characters, from any Stable Diffusion checkpoint."""
