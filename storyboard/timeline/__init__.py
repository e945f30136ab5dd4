"""The timeline: panels in time, and the animatic that is rendered from it."""
