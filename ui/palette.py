"""The colours of both themes in one place, and the style sheet that is made of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Palette:
    """Surfaces from back to front, text on them, and colours that mean something."""

    ground: str
    surface: str
    raised: str
    hover: str
    line: str
    text: str
    dim: str
    accent: str
    on_accent: str
    good: str
    good_ground: str
    bad: str
    sound: str
    sound_ground: str


DARK = Palette(
    ground="#15161a",
    surface="#1b1d23",
    raised="#262932",
    hover="#333744",
    line="#30333d",
    text="#eceef2",
    dim="#9da3b0",
    accent="#f5a33a",
    on_accent="#1a1206",
    good="#58d3b4",
    good_ground="#17352f",
    bad="#ff8a80",
    sound="#6cb6ea",
    sound_ground="#17262f",
)
LIGHT = Palette(
    ground="#e9eaee",
    surface="#f7f7f9",
    raised="#ffffff",
    hover="#e0e3ea",
    line="#cdd0d9",
    text="#1b1d23",
    dim="#565c69",
    accent="#f0962a",
    on_accent="#1a1206",
    good="#0b6b55",
    good_ground="#d5f0e8",
    bad="#b3261e",
    sound="#23648f",
    sound_ground="#dbeaf4",
)


def qt_palette(colors: Palette) -> QPalette:
    """What Qt's own painting uses where the style sheet is silent."""
    roles = {
        QPalette.ColorRole.Window: colors.surface,
        QPalette.ColorRole.Base: colors.raised,
        QPalette.ColorRole.AlternateBase: colors.surface,
        QPalette.ColorRole.Button: colors.raised,
        QPalette.ColorRole.Text: colors.text,
        QPalette.ColorRole.WindowText: colors.text,
        QPalette.ColorRole.ButtonText: colors.text,
        QPalette.ColorRole.PlaceholderText: colors.dim,
        QPalette.ColorRole.Highlight: colors.accent,
        QPalette.ColorRole.HighlightedText: colors.on_accent,
    }
    palette = QPalette()
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    return palette


def style_sheet(colors: Palette) -> str:
    c = colors
    return f"""
    * {{ color: {c.text}; font-size: 13px; }}
    QMainWindow, QDialog, QMenuBar, QMenu, QStatusBar, QToolBar {{ background: {c.surface}; }}
    QMainWindow::separator {{ background: {c.ground}; width: 4px; height: 4px; }}
    QMenuBar {{ padding: 3px 6px; }}
    QMenuBar::item {{ padding: 5px 10px; border-radius: 5px; }}
    QMenu {{ border: 1px solid {c.line}; padding: 5px; }}
    QMenu::item {{ padding: 6px 26px 6px 14px; border-radius: 5px; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {c.hover}; }}
    QMenu::item:disabled {{ color: {c.dim}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 5px 8px; }}
    QToolBar {{ border: none; border-bottom: 1px solid {c.line}; spacing: 8px; padding: 8px 12px; }}
    QDockWidget {{ titlebar-close-icon: none; titlebar-normal-icon: none; }}
    QDockWidget::title {{ background: {c.surface}; padding: 9px 14px; text-align: left; }}
    QDockWidget > QWidget {{ background: {c.surface}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: {c.surface}; }}
    QTabBar {{ background: {c.surface}; qproperty-drawBase: 0; }}
    QTabBar::tab {{ background: {c.surface}; color: {c.dim}; padding: 8px 14px;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QPushButton, QToolButton {{ background: {c.raised}; border: 1px solid {c.line};
        border-radius: 6px; padding: 6px 12px; }}
    QPushButton:hover, QToolButton:hover {{ background: {c.hover}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.dim}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
    QPushButton:checked, QToolButton:checked {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; }}
    QFrame#switch {{ background: {c.raised}; border-radius: 7px; }}
    QPushButton#view {{ background: transparent; border: none; color: {c.dim};
        border-radius: 5px; padding: 6px 14px; }}
    QPushButton#view:hover {{ color: {c.text}; }}
    QPushButton#view:checked {{ background: {c.hover}; color: {c.text}; }}
    QPushButton#pill {{ background: {c.good_ground}; color: {c.good}; border: none;
        border-radius: 14px; padding: 7px 14px; }}
    QToolButton#transport {{ padding: 4px; border-color: transparent;
        background: transparent; }}
    QToolButton#transport:hover {{ background: {c.hover}; }}
    QToolButton#transport:checked {{ background: {c.hover}; border-color: {c.accent}; }}
    QPushButton#small {{ padding: 3px 10px; font-size: 12px; }}
    QToolButton#take {{ padding: 2px; border-width: 2px; }}
    QToolButton#take:checked {{ background: {c.raised}; border-color: {c.accent}; }}
    QPushButton#primary, QToolButton#primary {{ background: {c.accent}; color: {c.on_accent};
        font-weight: 600; border-color: {c.accent}; padding: 6px 18px; }}
    QToolButton#primary {{ padding-right: 34px; }}
    QToolButton#primary::menu-button {{ border: none; width: 24px; }}
    QWidget#ground {{ background: {c.ground}; }}
    QPushButton#primary:disabled {{ background: {c.raised}; color: {c.dim};
        border-color: {c.line}; }}
    QLineEdit, QPlainTextEdit, QSpinBox, QComboBox {{ background: {c.raised};
        border: 1px solid {c.line}; border-radius: 6px; padding: 5px 7px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {c.accent}; }}
    QPlainTextEdit#script {{ border: none; background: {c.surface}; padding: 4px 10px; }}
    QLabel {{ background: transparent; }}
    QLabel#dim {{ color: {c.dim}; font-size: 12px; }}
    QLabel#hint {{ color: {c.accent}; font-size: 12px; }}
    QLabel#title {{ font-size: 26px; font-weight: 600; }}
    QLabel#heading {{ font-weight: 600; }}
    QLabel#problem {{ background: {c.raised}; color: {c.bad}; padding: 8px 12px;
        border: 1px solid {c.bad}; border-radius: 6px; }}
    QListWidget {{ background: {c.surface}; border: none; outline: none; }}
    QListWidget::item {{ padding: 8px 12px; border-radius: 6px; }}
    QListWidget::item:selected, QListWidget::item:hover {{ background: {c.hover};
        color: {c.text}; }}
    QProgressBar {{ background: {c.raised}; border: none; border-radius: 3px; height: 6px; }}
    QProgressBar::chunk {{ background: {c.good}; border-radius: 3px; }}
    QStatusBar {{ border-top: 1px solid {c.line}; }}
    QStatusBar::item {{ border: none; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.line}; }}
    QSlider::handle:horizontal {{ width: 14px; margin: -5px 0; border-radius: 7px;
        background: {c.text}; }}
    QScrollBar {{ background: transparent; border: none; width: 10px; height: 10px; }}
    QScrollBar::handle {{ background: {c.hover}; border-radius: 5px; min-height: 30px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; }}
    """
