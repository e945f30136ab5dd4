"""The window: an editor for storyboards."""
