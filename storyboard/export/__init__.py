"""Export: what leaves a project as files that others can open."""
