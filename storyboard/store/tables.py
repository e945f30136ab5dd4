"""The tables of a document as SQLAlchemy Core sees them; `migrations` creates them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from storyboard.store.columns import (
    AudioText,
    BoxList,
    NameList,
    NameSet,
    NumberingText,
    OutfitList,
    PathText,
    RateText,
    RatioText,
    ReferenceList,
    SeedText,
    TransitionText,
    WardrobeText,
)

metadata = MetaData()

board = Table(
    "board",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("rate", RateText, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("style", Text, nullable=False),
    Column("negative", Text, nullable=False),
    Column("audio", AudioText),
    Column("numbering", NumberingText, nullable=False),
    Column("steps", Integer, nullable=False),
    Column("guidance", Float, nullable=False),
    Column("consistency", Float, nullable=False),
)

characters = Table(
    "characters",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("color", Text, nullable=False),
    Column("outfits", OutfitList, nullable=False),
    Column("references", ReferenceList, nullable=False),
    Column("portrait", Text),
)

scenes = Table(
    "scenes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("heading", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("mood", Text, nullable=False),
    Column("outfits", WardrobeText, nullable=False),
    Column("anchor", Text),  # a panel, which may be in the trash
)

takes = Table(
    "takes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("panel", Text, nullable=False),  # may be gone by an undo, or be a character
    Column("number", Integer, nullable=False),
    Column("sha256", Text, ForeignKey("proxies.sha256"), nullable=False),
    Column("recipe", Text, nullable=False),
    Column("created", Text, nullable=False),
    UniqueConstraint("panel", "number"),
)

panels = Table(
    "panels",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("trashed", Boolean, nullable=False),
    Column("scene", Text, nullable=False),  # of a panel in the trash, may be gone
    Column("prompt", Text, nullable=False),
    Column("caption", Text, nullable=False),
    Column("cast", NameList, nullable=False),
    Column("starts_shot", Boolean, nullable=False),
    Column("frames", Integer, nullable=False),
    Column("seed", SeedText, nullable=False),
    Column("take", Text, ForeignKey("takes.id")),
    Column("negative", Text, nullable=False),
    Column("locks", NameSet, nullable=False),
    Column("camera", Text, nullable=False),
    Column("transition", TransitionText),
    Column("shot_size", Text, nullable=False),
    Column("dialogue", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("steps", Integer),
    Column("guidance", Float),
    Column("consistency", Float),
    Column("outfits", WardrobeText, nullable=False),
    Column("borrowed", NameList, nullable=False),
    Column("starred", NameSet, nullable=False),
    Column("discarded", NameSet, nullable=False),
    Column("boxes", BoxList, nullable=False),
    Column("path", PathText),
    Column("audio", AudioText),
    Column("ratio", RatioText),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("panels", NameList, nullable=False),
    Column("settings", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("problem", Text, nullable=False),
)

proxies = Table(
    "proxies",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("webp", LargeBinary, nullable=False),
)
