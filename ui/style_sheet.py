"""The looks of all widgets, in the colours of a palette."""

from __future__ import annotations

from storyboard.resources import icons
from ui.palette import Palette


def style_sheet(colors: Palette) -> str:
    c = colors
    return f"""
    * {{ color: {c.text}; font-size: 13px; }}
    QMainWindow, QDialog, QMenuBar, QMenu, QStatusBar, QToolBar {{ background: {c.surface}; }}
    QDialog#popup {{ border: 1px solid {c.line}; }}
    QMainWindow::separator {{ background: {c.ground}; width: 4px; height: 4px; }}
    QMainWindow::separator:hover {{ background: {c.hover}; }}
    {_menus(c)}
    {_docks(c)}
    {_buttons(c)}
    {_fields(c)}
    {_words(c)}
    {_lists(c)}
    """


def _menus(c: Palette) -> str:
    return f"""
    QMenuBar {{ padding: 1px 4px; }}
    QMenuBar::item {{ padding: 5px 9px; border-radius: 5px; background: transparent; }}
    QMenu {{ border: 1px solid {c.line}; padding: 5px; }}
    QMenu::item {{ padding: 6px 26px 6px 10px; border-radius: 5px; }}
    QMenu::icon {{ padding-left: 10px; }}
    QMenu::indicator {{ width: 14px; height: 14px; margin-left: 8px; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {c.hover}; }}
    QMenu::item:disabled, QMenuBar::item:disabled {{ color: {c.dim}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 5px 8px; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line};
        padding: 4px 6px; }}
    """


def _docks(c: Palette) -> str:
    return f"""
    QToolBar {{ border: none; border-bottom: 1px solid {c.line}; spacing: 8px; padding: 7px 12px; }}
    QDockWidget {{ titlebar-close-icon: none; titlebar-normal-icon: none; }}
    QDockWidget::title {{ background: {c.surface}; padding: 9px 14px; text-align: left; }}
    QDockWidget > QWidget {{ background: {c.surface}; }}
    QLabel#tab {{ background: {c.surface}; padding: 8px 14px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: {c.surface}; }}
    QTabBar {{ background: {c.surface}; qproperty-drawBase: 0; }}
    QTabBar::tab {{ background: {c.surface}; color: {c.dim}; padding: 7px 4px 6px 4px;
        margin: 0 8px 0 10px; border-bottom: 2px solid transparent; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {c.line}; }}
    QStatusBar {{ border-top: 1px solid {c.line}; min-height: 32px; }}
    QStatusBar::item {{ border: none; }}
    QWidget#ground {{ background: {c.ground}; }}
    """


def _buttons(c: Palette) -> str:
    return f"""
    QPushButton, QToolButton {{ background: {c.raised}; border: 1px solid {c.line};
        border-radius: 6px; padding: 6px 12px; }}
    QPushButton {{ padding: 4px 12px; min-height: 20px; }}
    QPushButton:hover, QToolButton:hover {{ background: {c.hover}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.dim}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
    QPushButton:checked, QToolButton:checked {{ background: {c.warm_ground}; color: {c.warm};
        border-color: {c.accent}; }}
    QFrame#switch {{ background: {c.raised}; border-radius: 7px; }}
    QPushButton#view {{ background: transparent; border: 1px solid transparent; color: {c.dim};
        border-radius: 5px; padding: 3px 14px; }}
    QPushButton#view:hover {{ color: {c.text}; }}
    QPushButton#view:checked {{ background: {c.hover}; color: {c.text}; }}
    QPushButton#view:focus {{ border-color: {c.accent}; }}
    QPushButton#pill {{ background: {c.good_ground}; color: {c.good}; border-color: transparent;
        border-radius: 14px; }}
    QPushButton#stale {{ background: {c.warm_ground}; color: {c.warm}; border-color: transparent;
        border-radius: 14px; }}
    QPushButton#pill:focus, QPushButton#stale:focus {{ border-color: {c.accent}; }}
    QToolButton#transport, QToolButton#plain, QPushButton#plain {{ padding: 4px; min-height: 0;
        border-color: transparent; background: transparent; }}
    QToolButton#transport:hover, QToolButton#plain:hover, QPushButton#plain:hover {{
        background: {c.hover}; }}
    QToolButton#plain:focus, QPushButton#plain:focus {{ border-color: {c.accent}; }}
    QToolButton#transport:checked {{ background: {c.hover}; border-color: {c.accent}; }}
    QPushButton#small {{ padding: 1px 10px; font-size: 12px; }}
    QToolButton#take {{ padding: 2px; border-width: 2px; }}
    QToolButton#take:checked {{ background: {c.raised}; border-color: {c.accent}; }}
    QPushButton#primary, QToolButton#primary {{ background: {c.accent}; color: {c.on_accent};
        font-weight: 600; border-color: {c.accent}; padding: 4px 18px; min-height: 20px; }}
    QPushButton#primary:focus, QToolButton#primary:focus {{ border-color: {c.text}; }}
    QToolButton#primary {{ padding-right: 34px; }}
    QToolButton#primary::menu-button {{ border: none; width: 24px; }}
    QPushButton#primary:disabled, QToolButton#primary:disabled {{ background: {c.raised};
        color: {c.dim}; border-color: {c.line}; }}
    """


def _fields(c: Palette) -> str:
    return f"""
    QFrame#drop {{ border: 1px dashed {c.line}; border-radius: 6px; }}
    QToolButton#anchor {{ padding: 3px; font-size: 12px; background: transparent;
        border-color: transparent; }}
    QToolButton#anchor:hover {{ background: {c.hover}; }}
    QToolButton#anchor:focus {{ border-color: {c.accent}; }}
    QToolButton#take::menu-indicator {{ image: none; width: 0; }}
    QToolButton#chip {{ padding: 3px 9px; border-radius: 11px; font-size: 12px; }}
    QToolButton#chip::menu-indicator {{ image: none; width: 0; }}
    QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QKeySequenceEdit {{
        background: {c.raised}; border: 1px solid {c.line}; border-radius: 6px; padding: 5px 6px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
    QComboBox:focus {{ border-color: {c.accent}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {c.surface};
        color: {c.dim}; }}
    QKeySequenceEdit {{ border: none; padding: 0; }}
    QSpinBox, QDoubleSpinBox {{ padding: 3px 6px; }}
    QComboBox {{ padding: 5px 0 5px 8px; }}
    QComboBox QLineEdit {{ border: none; border-radius: 0; padding: 0; background: transparent; }}
    QPlainTextEdit {{ padding: 3px 4px; }}
    QComboBox::drop-down {{ border: none; width: 19px; }}
    QComboBox::down-arrow, QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{
        image: {_drawing("drop")}; width: 12px; height: 12px; }}
    QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: {_drawing("rise")}; width: 12px;
        height: 12px; }}
    QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
    QDoubleSpinBox::down-button {{ border: none; background: transparent; width: 20px; }}
    QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {c.dim};
        border-radius: 4px; background: {c.raised}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
        image: {_drawing("tick")}; }}
    QCheckBox::indicator:focus, QCheckBox:focus {{ outline: none; }}
    QCheckBox:focus {{ color: {c.warm}; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.line};
        selection-background-color: {c.hover}; selection-color: {c.text}; outline: none; }}
    QPlainTextEdit#script {{ border: none; background: {c.surface}; padding: 4px 10px; }}
    QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; }}
    QProgressBar {{ background: {c.raised}; border: none; border-radius: 3px; height: 6px; }}
    QProgressBar::chunk {{ background: {c.good}; border-radius: 3px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.line}; }}
    QSlider::handle:horizontal {{ width: 14px; margin: -5px 0; border-radius: 7px;
        background: {c.text}; }}
    QSlider::handle:horizontal:focus {{ background: {c.accent}; }}
    QSlider::handle:horizontal:disabled {{ background: {c.hover}; }}
    """


def _drawing(name: str) -> str:
    """Of resources/icons, in a colour that is seen on both themes."""
    return f'url("{(icons() / f"{name}.svg").as_posix()}")'


def _words(c: Palette) -> str:
    return f"""
    QLabel {{ background: transparent; }}
    QLabel#dim {{ color: {c.dim}; font-size: 12px; }}
    QLabel#corner {{ color: {c.dim}; padding: 7px 12px 0 12px; }}
    QLabel#hint {{ color: {c.warm}; font-size: 12px; }}
    QLabel#title {{ font-size: 26px; font-weight: 600; }}
    QLabel#heading {{ font-weight: 600; }}
    QLabel#warning {{ color: {c.warm}; background: {c.warm_ground}; padding: 7px 10px;
        border-radius: 6px; }}
    QLabel#done {{ color: {c.good}; background: {c.good_ground}; padding: 7px 10px;
        border-radius: 6px; }}
    QLabel#notice {{ background: {c.sound_ground}; color: {c.text}; padding: 6px 10px;
        border-radius: 6px; }}
    QLabel#problem, QLabel#bad {{ background: {c.bad_ground}; color: {c.bad}; padding: 6px 10px;
        border-radius: 6px; }}
    QWidget#banner_bad {{ background: {c.bad_ground}; }}
    QWidget#banner_good {{ background: {c.good_ground}; }}
    QWidget#banner_warm {{ background: {c.warm_ground}; }}
    QWidget#banner_calm {{ background: {c.sound_ground}; }}
    QWidget#banner_bad QLabel {{ color: {c.bad}; }}
    QWidget#banner_good QLabel {{ color: {c.good}; }}
    QWidget#banner_warm QLabel {{ color: {c.warm}; }}
    QWidget#banner_calm QLabel {{ color: {c.text}; }}
    """


def _lists(c: Palette) -> str:
    return f"""
    QListWidget, QListView, QTreeWidget, QTableWidget {{ background: {c.surface}; border: none;
        outline: none; }}
    QListWidget::item, QListView::item {{ padding: 8px 12px; border-radius: 6px; }}
    QTreeWidget::item {{ padding: 5px 4px; }}
    QListWidget::item:selected, QListWidget::item:hover, QListView::item:selected,
    QTreeWidget::item:selected, QTreeWidget::item:hover {{ background: {c.hover};
        color: {c.text}; }}
    QListWidget#sides {{ background: {c.ground}; padding: 8px; }}
    QListWidget#rows::item {{ padding: 4px 12px; }}
    QListWidget#cards {{ background: transparent; margin-left: -12px; }}
    QListWidget#cards::item {{ padding: 8px; }}
    QHeaderView::section {{ background: {c.surface}; color: {c.dim}; border: none;
        border-bottom: 1px solid {c.line}; padding: 6px 8px; }}
    QScrollBar {{ background: transparent; border: none; width: 10px; height: 10px; }}
    QScrollBar::handle {{ background: {c.hover}; border-radius: 5px; min-height: 30px;
        min-width: 30px; }}
    QScrollBar::handle:hover {{ background: {c.line}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    """
