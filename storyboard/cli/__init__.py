"""The command line: what artists and their scripts can do without the window."""

from storyboard.cli.commands import main

__all__ = ["main"]
