"""Storyboard: panels that keep their characters, from script to comic and animatic."""

__version__ = "0.1.0"
