"""The words of the drawn world: what can be in a picture, and so what the starter model knows."""

from __future__ import annotations

KINDS = ("girl", "boy", "cat", "bear", "rabbit", "robot")
PEOPLE = ("girl", "boy")
ANIMALS = ("cat", "bear", "rabbit")

HAIR_STYLES = {"girl": ("long", "pigtails"), "boy": ("short", "curly")}
HAIR_COLORS = ("black", "brown", "blond", "red", "pink")
SKINS = ("light", "tan", "dark")
FURS = ("white", "grey", "brown", "orange")
METALS = ("silver", "gold", "teal")
TOPS = ("red", "yellow", "green", "blue", "purple", "white")
BOTTOMS = ("black", "blue", "brown", "red")
HATS = ("none", "cap", "top hat", "woolly hat", "crown")
GLASSES = ("none", "glasses")
PROPS = ("none", "balloon", "flower", "umbrella")
EXPRESSIONS = ("happy", "sad", "surprised")

ACTIONS = ("standing", "waving", "running", "sitting", "jumping", "reading")
FACINGS = ("left", "right")
SHOTS = ("close-up", "medium shot", "wide shot")
TIMES = ("day", "night")

PLACES = {
    "forest": "in the forest",
    "beach": "on the beach",
    "mountains": "in the mountains",
    "city": "in the city",
    "desert": "in the desert",
    "snow": "in the snow",
    "castle": "at the castle",
    "bedroom": "in the bedroom",
    "moon": "on the moon",
}

SKIN_COLORS = {
    "light": "#f6cfae", "tan": "#d39a67", "dark": "#8a5534",
    "white": "#f1f1f4", "grey": "#a3a6b2", "brown": "#a06c41", "orange": "#f29a3f",
    "silver": "#b9c3d0", "gold": "#e8bf4a", "teal": "#4fb5ae",
}  # fmt: skip
HAIR_INKS = {
    "black": "#2d2733", "brown": "#7a4a2a", "blond": "#f7d65c", "red": "#d9502a", "pink": "#f48fb6",
}  # fmt: skip
CLOTH_COLORS = {
    "red": "#d9333f", "yellow": "#fbcd35", "green": "#2fa356", "blue": "#2f6fdc",
    "purple": "#8e4fc4", "white": "#f7f7f5", "black": "#3a3640", "brown": "#8a5a36",
}  # fmt: skip
