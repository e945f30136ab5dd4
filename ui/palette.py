"""The colours of both themes in one place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Palette:
    """Surfaces from back to front, text on them, and colours that mean something; those that end
    in _ground lie under the colour they are named for."""

    ground: str
    surface: str
    raised: str
    hover: str
    line: str
    text: str
    dim: str
    accent: str
    on_accent: str
    warm: str
    warm_ground: str
    good: str
    good_ground: str
    bad: str
    bad_ground: str
    sound: str
    sound_ground: str


DARK = Palette(
    ground="#15161a",
    surface="#1b1d23",
    raised="#262932",
    hover="#333744",
    line="#30333d",
    text="#eceef2",
    dim="#a3a9b6",
    accent="#f5a33a",
    on_accent="#1a1206",
    warm="#f5b45e",
    warm_ground="#3a2c17",
    good="#58d3b4",
    good_ground="#17352f",
    bad="#ff938a",
    bad_ground="#3d2023",
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
    warm="#834a00",
    warm_ground="#fbe6c8",
    good="#0b6b55",
    good_ground="#d5f0e8",
    bad="#a8211a",
    bad_ground="#fbdedb",
    sound="#1f5d87",
    sound_ground="#dbeaf4",
)

SPIN_MARGINS = (7, 0, 0, 0)  # pixels; a style sheet does not reach the text of a spin box

SURFACES = ("ground", "surface", "raised", "hover")
PAIRS = (
    *((text, surface) for text in ("text", "dim") for surface in SURFACES),
    *((text, surface) for text in ("warm", "good", "bad") for surface in SURFACES[:3]),
    *((text, f"{text}_ground") for text in ("warm", "good", "bad", "sound")),
    ("text", "sound_ground"),
    ("on_accent", "accent"),
)
"""Every colour of words with every colour they stand on."""


# Badges lie on pictures, on a dark ground in both themes.
BADGE_GROUND = "#e114161b"  # Qt's order: alpha first
BADGE_TEXT = "#eceef2"
BADGE_GOOD = "#58d3b4"
BADGE_FINAL = "#6cb6ea"
BADGE_STALE = "#f5a33a"
BADGE_BAD = "#ff8a80"


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
