"""Where the files are that come with the program: models, fonts, icons, words, the sample."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = next(  # inside an installed package, beside the package in a checkout
    (folder for folder in (HERE / "resources", HERE.parent / "resources") if folder.is_dir()),
    HERE.parent / "resources",
)


def starter_model() -> Path:
    """The folder, in diffusers format, of the model that comes with the program."""
    return ROOT / "starter"


def architectures() -> Path:
    """Shapes of the model families, for models that come in one file."""
    return ROOT / "architectures"


def starter_judge() -> Path:
    """The weights of the judge that measures the starter model."""
    return ROOT / "judge" / "judge.safetensors"


def pose_judge() -> Path:
    """The weights of the judge that measures where figures have their joints."""
    return ROOT / "judge" / "pose.safetensors"


def starter_encoder() -> Path:
    """The small CLIP that knows the starter model's world."""
    return ROOT / "encoder"


def starter_motion() -> Path:
    """The starter model's own motion weights; see storyboard.motion.card."""
    return ROOT / "motion"


def general_stories() -> Path:
    """People and what they do, for measuring models that know more than one drawn world."""
    return ROOT / "evaluation" / "stories.json"


def fonts() -> list[Path]:
    """The font files of everything the program draws."""
    return sorted((ROOT / "fonts").glob("*.ttf"))


def icons() -> Path:
    """The folder of the window's icons, one drawing in SVG each."""
    return ROOT / "icons"


def translations() -> Path:
    """The folder of the window's words in other languages."""
    return ROOT / "translations"


def sample_story() -> Path:
    """The script of the sample project."""
    return ROOT / "sample" / "story.txt"


def sample_project() -> Path:
    """The sample project, packed, with every panel drawn."""
    return ROOT / "sample" / "The Way Home.storyboardz"


def sample_picture() -> Path:
    """What the sample looks like, for the start screen."""
    return ROOT / "sample" / "The Way Home.png"
