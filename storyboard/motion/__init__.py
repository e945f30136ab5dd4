"""Motion: two consecutive panels become a clip (StoryDiffusion, section 3.2)."""
