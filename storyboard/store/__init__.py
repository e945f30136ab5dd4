"""The project folder on disk: the SQLite document, its pictures, and who may write them."""

from storyboard.store.document import Document
from storyboard.store.errors import ProjectError, ProjectInUse, ProjectNotWritable
from storyboard.store.folder import backup_path, document_in, prepare_folder
from storyboard.store.lock import WriterLock
from storyboard.store.media import Media, png_from, proxy_of, suffix_of
from storyboard.store.packing import PACKED, pack, unpack
from storyboard.store.restore_points import RestorePoint, open_as_copy, restore_points

__all__ = [
    "PACKED",
    "Document",
    "Media",
    "ProjectError",
    "ProjectInUse",
    "ProjectNotWritable",
    "RestorePoint",
    "WriterLock",
    "backup_path",
    "document_in",
    "open_as_copy",
    "pack",
    "png_from",
    "prepare_folder",
    "proxy_of",
    "restore_points",
    "suffix_of",
    "unpack",
]
