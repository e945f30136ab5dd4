"""The script: read from a text file, merged onto the board, turned into prompts for the model."""

from storyboard.script.merge import onto_board
from storyboard.script.parser import parse_story, read_story
from storyboard.script.prompt import (
    described,
    evaluated_prompt,
    portrait_prompt,
    with_prompt,
    worn,
)
from storyboard.script.shots import SHOT_SIZES, shot_size, with_shot_size
from storyboard.script.story import ScriptError, Story, StoryCharacter, StoryPanel, StoryScene

__all__ = [
    "SHOT_SIZES",
    "ScriptError",
    "Story",
    "StoryCharacter",
    "StoryPanel",
    "StoryScene",
    "described",
    "evaluated_prompt",
    "onto_board",
    "parse_story",
    "portrait_prompt",
    "read_story",
    "shot_size",
    "with_prompt",
    "with_shot_size",
    "worn",
]
