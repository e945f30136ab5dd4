"""An open project: the board, the one gate through which it changes, undo, and its takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from storyboard.arrivals import Arrival, choice_of, received
from storyboard.board import Audio, Board, PanelId, Reference, TakeId, new_id
from storyboard.history import History
from storyboard.job import Job
from storyboard.soundness import checked
from storyboard.store import (
    Document,
    Media,
    ProjectError,
    ProjectInUse,
    ProjectNotWritable,
    RestorePoint,
    WriterLock,
    document_in,
    open_as_copy,
    pack,
    png_from,
    prepare_folder,
    proxy_of,
    restore_points,
    suffix_of,
    unpack,
)
from storyboard.take import Take

__all__ = ["Project", "ProjectError", "ProjectInUse", "ProjectNotWritable", "RestorePoint"]


class Project:
    """A project folder that is open, for writing by one process at a time.

    Every change is on disk when the call returns, or raises and has changed nothing. Takes are
    only ever added: undo changes which is chosen, and a choice made by an arriving take is no
    step of its own, it shows in the boards undo returns to as well.
    """

    def __init__(self, document: Document, lock: WriterLock | None) -> None:
        """`lock` is the right to write; without it the project is read-only."""
        self._document = document
        self._lock = lock
        self._media = Media(self.folder / "media")
        self._board = document.board()
        self._history = History(self._board)

    @classmethod
    def create(cls, folder: Path, board: Board | None = None) -> Project:
        """A new project in an empty or new folder; its title is the folder's name.

        Raises ProjectError where there is a project or anything else already.
        """
        folder = Path(folder).absolute()
        path = prepare_folder(folder)
        lock = WriterLock(path)
        try:
            Document.create(path, checked(board or Board(title=folder.name)))
        finally:
            lock.release()
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Project:
        """The project in a folder, or of a document file.

        Raises ProjectInUse when it is being written and ProjectNotWritable when it cannot be,
        unless `read_only`; ProjectError when it is missing, damaged, newer or not a project.
        """
        found = document_in(Path(path).absolute())
        lock = None if read_only else WriterLock(found)
        document = None
        try:
            document = Document.open(found, read_only=read_only)
            return cls(document, lock)
        except BaseException:
            if document:
                document.close()
            if lock:
                lock.release()
            raise

    def close(self) -> None:
        self._document.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        return self._document.path.parent

    @property
    def board(self) -> Board:
        return self._board

    @property
    def written_at(self) -> datetime:
        """When the document was last written, by anybody."""
        return datetime.fromtimestamp(self._document.path.stat().st_mtime)

    @property
    def read_only(self) -> bool:
        return self._lock is None

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of all edits since the project was opened, also of those undone."""
        return self._history.labels

    @property
    def done(self) -> int:
        """How many of the steps are not undone."""
        return self._history.done

    @property
    def undo_label(self) -> str | None:
        return self._history.label(self.done)

    @property
    def redo_label(self) -> str | None:
        return self._history.label(self.done + 1)

    def edit(self, label: str, change: Callable[[Board], Board]) -> None:
        """The only way to change the board. A change that changes nothing is no step."""
        self._demand_writable()
        after = checked(change(self._board))
        if after == self._board:
            return
        self._document.save(self._board, after)
        self._history.edited(label, self._board, after)
        self._board = after

    def undo(self) -> str | None:
        """Takes the last edit back; returns its label, None when there is none."""
        label = self.undo_label
        if label is not None:
            self.travel_to(self.done - 1)
        return label

    def redo(self) -> str | None:
        """Does again what was undone last; returns its label, None when there is nothing."""
        label = self.redo_label
        if label is not None:
            self.travel_to(self.done + 1)
        return label

    def travel_to(self, done: int) -> None:
        """To the board after so many of the steps; it is saved once, however far it is."""
        self._demand_writable()
        board = self._history.board_at(done)
        self._document.save(self._board, board)
        self._history.go_to(done, self._board)
        self._board = board

    def takes_of(self, panel_id: PanelId) -> tuple[Take, ...]:
        """All takes of a panel or portraits of a character, those in the trash too; first the
        ones that a copied panel was copied with."""
        own = self._document.takes_of(panel_id)
        panel = next((one for one in self._board.panels if one.id == panel_id), None)
        known = {take.id for take in own}
        foreign = dict.fromkeys((*panel.borrowed, panel.take)) if panel else {}
        borrowed = (self.take(one) for one in foreign if one and one not in known)
        return (*borrowed, *own)

    def take(self, take_id: TakeId) -> Take:
        found = self._document.take(take_id)
        if found is None:
            raise ProjectError("The project has no such take.", "Make the picture again.")
        return found

    def recipes(self, take_ids: Iterable[TakeId]) -> dict[TakeId, str]:
        """The recipes of many takes, read at once."""
        return self._document.recipes(tuple(take_ids))

    def add_take(
        self,
        panel_id: PanelId,
        png: bytes,
        recipe: str,
        *,
        choose: bool = True,
        jobs: Sequence[Job] | None = None,
        proxy: bytes | None = None,
    ) -> Take:
        """Stores a picture for good; the panel shows it, unless it shows a locked one.

        The panel may be gone by now: the take waits for the undo that brings it back. With a
        character's id it is a portrait. `jobs` is the queue without what is done by this, `proxy`
        what store.proxy_of says, where another thread has made it already.
        """
        self._demand_writable()
        small = proxy or proxy_of(png)
        sha256 = self._media.keep(png)
        number = self._document.next_number(panel_id)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        take = Take(new_id(), panel_id, number, sha256, recipe, created)
        arrival = Arrival(panel_id, choice_of(self._board, panel_id), take.id)
        after = received(self._board, arrival) if choose else self._board
        self._document.add_take(take, small, self._board, after, jobs)
        if choose:
            self._history.arrived(arrival)
        self._board = after
        return take

    def import_picture(self, panel_id: PanelId, path: Path) -> Take:
        """A picture from outside as a take; like any other it can be locked and be read."""
        recipe = json.dumps({"imported": path.name}, ensure_ascii=False)
        return self.add_take(panel_id, png_from(path), recipe)

    def keep_reference(self, path: Path) -> Reference:
        """Stores a picture of how somebody looks; an edit that gives it to them makes it count."""
        self._demand_writable()
        png = png_from(path)
        proxy = proxy_of(png)
        sha256 = self._media.keep(png)
        self._document.add_proxy(sha256, proxy)
        return Reference(sha256, path.name)

    def picture(self, of: Take | Reference) -> Path | None:
        """The original, None where the file is missing."""
        return self.original(of.sha256)

    def original(self, sha256: str) -> Path | None:
        return self._media.found(sha256)

    def proxy(self, of: Take | Reference) -> bytes:
        """The picture as WebP, at most 768 px; here even when the original is missing."""
        proxy = self._document.proxy(of.sha256)
        if proxy is None:
            raise ProjectError("The project has no such take.", "Make the picture again.")
        return proxy

    def keep_audio(self, path: Path) -> Audio:
        """Stores a copy of a sound file; an edit that puts it on the board makes it heard."""
        self._demand_writable()
        return Audio(self._media.keep_file(path), path.name)

    def sound_file(self, audio: Audio) -> Path | None:
        """The file of a sound, None where it is missing."""
        return self._media.found(audio.sha256, suffix_of(audio.name))

    def back_up(self) -> Path:
        """A copy of the document in the backups folder; pictures are never changed anyway."""
        return self._document.back_up()

    def jobs(self) -> tuple[Job, ...]:
        """The generation queue as it was last saved."""
        return self._document.jobs()

    def save_jobs(self, jobs: Sequence[Job]) -> None:
        """The whole queue, in one transaction; it is no edit and no undo touches it."""
        self._demand_writable()
        self._document.save_jobs(jobs)

    def make_restore_point(self, name: str) -> Path:
        """A named copy of the document as it is now; see storyboard.store.restore_points."""
        return self._document.back_up(name)

    def restore_points(self) -> tuple[RestorePoint, ...]:
        """Every copy in the backups folder, the newest first."""
        return restore_points(self.folder)

    @classmethod
    def open_as_copy(cls, point: RestorePoint, folder: Path) -> None:
        """Makes a restore point a new project in a new folder."""
        open_as_copy(point, Path(folder).absolute())

    def pack(self, out: Path) -> None:
        """The whole project in one file; see storyboard.store.packing."""
        pack(self._document, out)

    @classmethod
    def unpack(cls, packed: Path, folder: Path) -> None:
        """Makes a packed project a new folder. Raises ProjectError and leaves nothing behind."""
        unpack(Path(packed), Path(folder).absolute())

    def _demand_writable(self) -> None:
        if self._lock is None:
            raise ProjectInUse(
                "The project “{folder}” is open for reading only.",
                "Close it wherever else it is open, then open it again.",
                folder=self.folder,
            )
