"""Clips of the drawn world move as cartoons do, and every moment of them is known."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest

from storyboard.world.clips import KINDS, Clip, Motion, clip_of, frames_of
from storyboard.world.picture import Figure, Picture, pixels, render
from storyboard.world.pose import Pose
from storyboard.world.vocabulary import ACTIONS


def many(kind: str) -> list[Clip]:
    return [clip_of(seed, kind) for seed in range(50)]


def heads(clip: Clip, frames: int = 9) -> np.ndarray:
    """Where the head of the first figure is, in pixels of a picture of 192 x 112."""
    return np.array([moment.key_points(0, 192, 112)["head"] for moment in clip.moments(frames)])


def test_the_same_seed_gives_the_same_clip() -> None:
    assert clip_of(7) == clip_of(7)
    first = frames_of(clip_of(7).moments(3), 64, 48)
    assert np.array_equal(first, frames_of(clip_of(7).moments(3), 64, 48))
    assert first.shape == (3, 48, 64, 3)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_clip_moves_from_frame_to_frame_with_no_jump(kind: str) -> None:
    for seed in range(3):
        frames = frames_of(clip_of(seed, kind).moments(12), 48, 32).astype(float)
        steps = np.abs(np.diff(frames, axis=0)).mean((1, 2, 3))
        whole = np.abs(frames[-1] - frames[0]).mean()
        assert steps.max() > 0
        assert steps.max() < max(60, whole)


def test_the_ends_of_a_clip_are_pictures_of_the_world() -> None:
    for seed in range(20):
        clip = clip_of(seed, "act")
        for share in (0.0, 1.0):
            picture = clip.at(share).picture
            assert all(figure.action in ACTIONS for figure in picture.figures)
    clip = clip_of(1, "wave")
    still = Picture(clip.scene.place, "day", clip.scene.shot, clip.scene.figures, 3)
    assert pixels(render(still, 32, 32)).shape == (32, 32, 3)
    assert all(clip.captions(Random(0)))


def test_who_walks_goes_where_they_look() -> None:
    for seed in range(10):
        clip = clip_of(seed, "walk")
        path = clip.motions[0]
        way = path.last.x - path.first.x
        assert (way > 0) == (path.first.facing == "right")
        assert 0.17 < abs(way) < 0.43
        assert path.steps >= 1


def test_who_jumps_crouches_first_and_is_in_the_air_at_the_end() -> None:
    still = (one for one in many("jump") if one.views[0] == one.views[1])
    clip = next(one for one in still if one.motions[0].last.action == "jumping")
    height = heads(clip)[:, 1]
    assert height[3:5].max() > height[0] + 2
    assert height[-1] < height[0] - 5


def test_a_motion_begins_and_ends_gently() -> None:
    clip = next(one for one in many("walk")
                if one.views[0] == one.views[1])  # fmt: skip
    steps = np.abs(np.diff(heads(clip)[:, 0]))
    assert steps[0] < 0.5 * steps[4]
    assert steps[-1] < 0.5 * steps[4]


def test_the_key_points_follow_the_camera() -> None:
    look = clip_of(0, "walk").scene.figures[0].look
    figure = Figure(look, "standing", "right", "happy", 0.5)
    still = Motion(figure, figure, ((0.0, Pose()), (1.0, Pose())))
    scene = Picture("beach", "day", "wide shot", (figure,), 0)
    clip = Clip("camera", scene, (still,), ((0.0, 0.0, 1.0), (0.25, 0.25, 0.5)))
    begin, end = (clip.at(share).key_points(0, 200, 100)["head"] for share in (0, 1))
    assert end == pytest.approx(((begin[0] - 50) * 2, (begin[1] - 25) * 2))


def test_the_light_goes_evenly_from_day_to_night() -> None:
    clip = next(one for one in many("light")
                if one.scene.place == "beach" and one.nights[0] == 0)  # fmt: skip
    assert [clip.at(share).picture.time for share in (0, 0.4, 0.6, 1)] == [
        "day", "day", "night", "night",
    ]  # fmt: skip
    light = frames_of(clip.moments(5), 64, 48).mean((1, 2, 3))
    assert all(after < before for before, after in pairwise(light))
