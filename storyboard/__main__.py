"""Lets `python -m storyboard` do what the command `storyboard` does."""

from storyboard.cli import main

main()
