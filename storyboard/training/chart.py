"""The curve of a training run as a picture."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import inf, isfinite
from pathlib import Path

from PIL import Image, ImageDraw

SIZE, MARGIN = (960, 480), 56
PAPER, INK, FAINT = "#ffffff", "#1b1a1f", "#d8d5de"
COLORS = ("#4667d8", "#d8743a", "#2f9a63", "#8e4fc4")

Points = list[tuple[float, float]]


def draw_curve(notes: Path, picture: Path, names: Sequence[str] = ("loss", "validation")) -> None:
    """The named values of curve.jsonl over the minutes of the run, each scaled alike."""
    lines = {name: _points(notes, name) for name in names}
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    known = [point for points in lines.values() for point in points]
    if known:
        _axes(draw, known)
        for row, (name, points) in enumerate(lines.items()):
            draw.line([_at(point, known) for point in points], fill=COLORS[row], width=3)
            draw.text((MARGIN + 12 + 130 * row, 16), name, fill=COLORS[row], font_size=18)
    image.save(picture)


def _points(notes: Path, name: str) -> Points:
    minutes, points = 0.0, []
    for line in notes.read_text("utf-8").splitlines():
        told = json.loads(line)
        minutes = told.get("minutes", minutes)
        if isfinite(told.get(name, inf)):
            points.append((minutes, told[name]))
    return points


def _axes(draw: ImageDraw.ImageDraw, known: Points) -> None:
    """From nothing to the highest value, and to the last minute."""
    high, late = max(y for _, y in known), max(x for x, _ in known)
    for row in range(5):
        value = high * row / 4
        (left, y), (right, _) = _at((0, value), known), _at((late, value), known)
        draw.line([(left, y), (right, y)], fill=FAINT)
        draw.text((6, y - 8), f"{value:.3g}", fill=INK, font_size=14)
    draw.text((SIZE[0] - 120, SIZE[1] - 30), f"{late:.1f} minutes", fill=INK, font_size=14)


def _at(point: tuple[float, float], known: Points) -> tuple[float, float]:
    high = max(y for _, y in known) or 1.0
    late = max(x for x, _ in known) or 1.0
    width, height = SIZE[0] - 2 * MARGIN, SIZE[1] - 2 * MARGIN
    return MARGIN + width * point[0] / late, SIZE[1] - MARGIN - height * point[1] / high
