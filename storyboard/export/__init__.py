"""Export: what leaves a project as files that others can open."""

from storyboard.export.formats import ExportError, ExportOptions, export

__all__ = ["ExportError", "ExportOptions", "export"]
