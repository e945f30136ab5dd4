"""The program's own icons: strokes of resources/icons, drawn in the colours of the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from storyboard.resources import icons

SIZE = 16  # pixels at 100 %
SCALES = (1, 2, 3)  # each drawn for itself, so that it is sharp on fine screens
TEXT, ON_ACCENT = QPalette.ColorRole.ButtonText, QPalette.ColorRole.HighlightedText

OF_COMMANDS = {
    "about": "about",
    "add_sound": "sound",
    "cancel_all": "cancel",
    "cancel_running": "cancel",
    "choose_model": "model",
    "close": "quit",
    "copy": "copy",
    "cut": "cut",
    "delete": "trash",
    "dissolve_to_next": "dissolve",
    "duplicate": "duplicate",
    "export": "export",
    "generate": "generate",
    "generate_anew": "dice",
    "generate_next": "front",
    "import_script": "import",
    "keep_point": "save",
    "larger": "larger",
    "move_left": "left",
    "move_right": "right",
    "make_again": "check",
    "new_after": "plus",
    "new_project": "new",
    "new_scene": "scene",
    "next_take": "down",
    "open_other": "open",
    "open_sample": "sample",
    "open_trash": "trash",
    "paste": "paste",
    "pause_or_resume": "pause",
    "play_or_pause": "play",
    "predict_to_next": "predicted",
    "previous_take": "up",
    "redo": "redo",
    "redo_stale": "stale",
    "reset_layout": "layout",
    "render_transitions": "predicted",
    "restore": "restore",
    "select_all": "select",
    "show_commands": "commands",
    "show_log": "log",
    "show_preferences": "gear",
    "show_problems": "failed",
    "shuttle_pause": "pause",
    "smaller": "smaller",
    "start_shot": "shot",
    "mark_approved": "check",
    "mark_draft": "draft",
    "mark_final": "final",
    "star_shown_take": "star",
    "switch_film": "timeline",
    "switch_full_screen": "full",
    "switch_theme": "theme",
    "toggle_lock": "lock",
    "undo": "undo",
}


def set_icon(target: QAction | QAbstractButton, name: str, role: QPalette.ColorRole = TEXT) -> None:
    """Gives an action or a button its icon, which follows the palette from now on."""
    target.setProperty("icon_name", name)
    target.setProperty("icon_role", role.value)
    _paint(target)


def repaint_icons(root: QWidget) -> None:
    """The palette has changed."""
    parts: list[QAction | QAbstractButton] = [*root.findChildren(QAction)]
    for part in [*parts, *root.findChildren(QAbstractButton)]:
        if part.property("icon_name"):
            _paint(part)


def _paint(target: QAction | QAbstractButton) -> None:
    role = QPalette.ColorRole(target.property("icon_role"))
    target.setIcon(icon(str(target.property("icon_name")), color_of(role)))


def color_of(role: QPalette.ColorRole) -> str:
    return QApplication.palette().color(role).name()


def icon(name: str, color: str) -> QIcon:
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(pixmap(name, color, SIZE, scale))
    return made


def pixmap(name: str, color: str, size: int = SIZE, scale: float = 1) -> QPixmap:
    """An icon of `size` pixels at 100 %, drawn for a screen of `scale`."""
    made = QPixmap.fromImage(_drawn(name, color, round(size * scale)))
    made.setDevicePixelRatio(scale)
    return made


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, side: int) -> QImage:
    """Kept as an image, which unlike a pixmap may outlive the application."""
    from PySide6.QtSvg import QSvgRenderer

    strokes = (icons() / f"{name}.svg").read_text("utf-8").replace("currentColor", color)
    drawn = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(strokes.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return drawn
