"""The ratios of pictures artists choose from, and the size in pixels that a ratio means."""

from __future__ import annotations

from fractions import Fraction

from storyboard.board import Board, BoardError, Panel

RATIOS: dict[str, Fraction] = {
    "2.39": Fraction(239, 100),
    "2.00": Fraction(2),
    "1.85": Fraction(185, 100),
    "16:9": Fraction(16, 9),
    "4:3": Fraction(4, 3),
    "1:1": Fraction(1),
    "4:5": Fraction(4, 5),
    "9:16": Fraction(9, 16),
}
STEP = 32  # pixels: every model draws sizes that are multiples of this
LEAST, MOST = 64, 8192
WIDEST = 8  # times as wide as high, or as high as wide
NEAR = 0.04  # how far, of itself, a size may be from a ratio to be called by its name


def picture_size(board: Board, panel: Panel) -> tuple[int, int]:
    """Width and height of a panel's picture in pixels: the story's, or one of the panel's own ratio
    that has about as many pixels."""
    story = board.width, board.height
    return size_of(panel.ratio, *story) if panel.ratio else story


def own_ratio(board: Board, panel: Panel) -> float | None:
    """Width over height of a picture that does not fill the frame of the film, None for others."""
    width, height = picture_size(board, panel)
    return None if (width, height) == (board.width, board.height) else width / height


def middle_of(width: float, height: float, ratio: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of the largest part of a rectangle that has this ratio."""
    wide, high = min(width, height * ratio), min(height, width / ratio)
    return (width - wide) / 2, (height - high) / 2, wide, high


def size_of(ratio: Fraction, width: int, height: int) -> tuple[int, int]:
    """The size of this ratio that has about as many pixels as a picture of the given size, which
    stays as it is where none is nearer."""
    area = width * height
    wide = (area * float(ratio)) ** 0.5
    sizes = [
        (side, _step(side / float(ratio)))
        for side in (_step(wide) - STEP, _step(wide), _step(wide) + STEP)
        if side >= LEAST
    ]
    sizes = [(width, height), *sizes]
    return min(sizes, key=lambda size: _wrong(size, float(ratio), area))


def _wrong(size: tuple[int, int], ratio: float, area: int) -> float:
    """How far a size is from the ratio, and a quarter as much from the number of pixels."""
    wide, high = size
    return abs(wide / high / ratio - 1) + abs(wide * high / area - 1) / 4


def _step(pixels: float) -> int:
    return max(LEAST, round(pixels / STEP) * STEP)


def ratio_name(width: int, height: int) -> str:
    """The name of the nearest ratio, empty where the size is of none of them."""
    name = min(RATIOS, key=lambda one: abs(width / height / float(RATIOS[one]) - 1))
    return name if abs(width / height / float(RATIOS[name]) - 1) < NEAR else ""


def ratio_told(ratio: Fraction) -> str:
    """As in `16:9`, by the name of the ratio where it has one."""
    named = next((name for name, one in RATIOS.items() if one == ratio), None)
    return named or f"{ratio.numerator}:{ratio.denominator}"


def parse_ratio(text: str) -> Fraction:
    """As in `16:9`, `1.66` or `1080 x 1350`; raises BoardError for anything else."""
    wide, _, high = (
        text.lower().replace("×", ":").replace("x", ":").replace("/", ":").partition(":")
    )
    try:
        ratio = Fraction(wide.strip()) / Fraction(high.strip() or 1)
    except (ValueError, ZeroDivisionError) as error:
        raise BoardError("“{text}” is no ratio. Write it as in 16:9 or 1.85.", text=text) from error
    return checked_ratio(ratio)


def checked_ratio(ratio: Fraction) -> Fraction:
    """The ratio itself; raises BoardError for a strip that no picture could be."""
    if not Fraction(1, WIDEST) <= ratio <= WIDEST:
        raise BoardError(
            "A picture is at most {most} times as wide as high, or as high as wide.", most=WIDEST
        )
    return ratio


def checked_size(width: int, height: int) -> tuple[int, int]:
    """The size itself; raises BoardError where no model could draw it."""
    if not all(LEAST <= side <= MOST for side in (width, height)):
        raise BoardError(
            "Pictures are {least} to {most} pixels wide and high.", least=LEAST, most=MOST
        )
    if width % 8 or height % 8:
        raise BoardError("Width and height are multiples of 8 pixels, as models draw them.")
    return width, height
