"""Scene headings as Fountain writes them, and the place the model reads in each."""

from __future__ import annotations

import re

PREFIX = re.compile(
    r"(?:INT\.?/EXT|EXT\.?/INT|INT|EXT|EST|I[/-]E|E[/-]I)(?:\.\s*|\s+)", re.IGNORECASE
)
NUMBER = re.compile(r"\s*#[\w.\-]+#\s*$")
DASH = re.compile(r"\s+[-\u2013\u2014]+\s+")  # hyphen, en and em dash
NOT_SEEN = {"continuous", "later", "moments later", "same", "same time", "the same"}


def heading_of(line: str) -> str | None:
    """The heading on this line without its scene number, None where the line is no heading."""
    if line.startswith("."):
        forced = line[1:]
        return NUMBER.sub("", forced) if forced[:1].isalnum() else None
    return NUMBER.sub("", line) if PREFIX.match(line) else None


def place_of(heading: str) -> str:
    """What a heading shows: `EXT. BEACH - DAY` is "beach, day"."""
    said = PREFIX.sub("", heading, count=1) if PREFIX.match(heading) else heading
    parts = [part.strip(" .,-").lower() for part in DASH.split(said)]
    return ", ".join(part for part in parts if part and part not in NOT_SEEN)
