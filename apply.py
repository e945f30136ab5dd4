import shutil
import os; R=os.environ.get('ROOT','/work/wt/motion/')
def sub(p,*pairs):
    p=R+p
    s=open(p).read()
    for a,b in pairs:
        assert a in s,(p,a)
        s=s.replace(a,b,1)
    open(p,'w').write(s)
shutil.copy('/tmp/new/motion.py',R+'storyboard/evaluation/motion.py')
shutil.copy('/tmp/new/test_motion_evaluation.py',R+'tests/test_motion_evaluation.py')
shutil.copy('/tmp/new/rendered.py',R+'ui/rendered.py')
sub('storyboard/evaluation/motion.py',('''    report(Progress(count, count))
    return {name: mean_of(values) for name, values in sorted(marks.items())}


''','''    report(Progress(count, count))
    found = {name: mean_of(values) for name, values in sorted(marks.items())}
    return found | gains(marks)


def gains(marks: Mapping[str, Sequence[float]]) -> dict[str, Figure]:
    """How much nearer the predictor is than every other way, transition by transition."""
    return {
        f"motion.smp.gain-{name}-{way}": mean_of(
            np.subtract(marks[f"motion.{way}.{name}"], marks[f"motion.smp.{name}"])
        )
        for way in WAYS[:-1]
        for name in ("truth", "pose")
        if f"motion.{way}.{name}" in marks
    }


'''),('''from collections.abc import Callable
''','''from collections.abc import Mapping, Sequence
'''),('''DECODED: dict''','''WAYS = ("hold", "crossfade", "latent", "linear", "smp")
DECODED: dict'''),('''    blur: Callable[[Tensor], Tensor] = lambda rows: avg_pool2d(rows, WINDOW, 1)  # noqa: E731
    mean_x, mean_y = blur(x), blur(y)
    var_x, var_y = blur(x * x) - mean_x**2, blur(y * y) - mean_y**2
    shared = blur(x * y) - mean_x * mean_y
''','''    mean_x, mean_y, xx, yy, xy = (
        avg_pool2d(rows, WINDOW, 1) for rows in (x, y, x * x, y * y, x * y)
    )
    var_x, var_y, shared = xx - mean_x**2, yy - mean_y**2, xy - mean_x * mean_y
'''),('''def trials(motion: MotionModel, count: int, frames: int, size: tuple[int, int], steps: int) -> list[Trial]:
''','''def trials(
    motion: MotionModel, count: int, frames: int, size: tuple[int, int], steps: int
) -> list[Trial]:
'''))
sub('storyboard/cli/evaluation.py',('''    if as_json:
''','''    write_figures(found, as_json)


@evaluate.command(epilog="Example: storyboard evaluate motion --json build/motion.json")
def motion(
    model: Annotated[Path | None, typer.Option(help="The image model; else the starter.")] = None,
    motion: Annotated[
        Path | None, typer.Option(help="Motion weights; else those in the model's folder.")
    ] = None,
    judge: Annotated[Path | None, typer.Option(help="Another judge's weights.")] = None,
    pose: Annotated[Path | None, typer.Option(help="Another pose judge's weights.")] = None,
    transitions: Annotated[int, typer.Option(min=1, help="Held-out clips of the world.")] = 210,
    frames: Annotated[int, typer.Option(min=1, help="In-betweens of each.")] = 12,
    steps: Annotated[int, typer.Option(min=1, max=1000)] = 16,
    width: Annotated[int, typer.Option(min=64, max=2048)] = 384,
    height: Annotated[int, typer.Option(min=64, max=2048)] = 224,
    as_json: Annotated[
        Path | None, typer.Option("--json", help="Write the figures there, too.")
    ] = None,
) -> None:
    """Does the predictor move as the world does, better than holds, dissolves and interpolation?"""
    from storyboard.generation.transitions import transition_settings

    settings = transition_settings(model, motion)
    if settings.motion is None:
        raise MotionError(
            f"There are no motion weights for the model “{settings.model}”.",
            "Name some with --motion, or train some: storyboard train motion.",
        )
    with progress("Loading the model"):
        from storyboard.engine.engine import Engine  # with all of torch
        from storyboard.evaluation.judge import load_judge
        from storyboard.evaluation.motion import Onlookers, measure
        from storyboard.evaluation.pose import load_pose_judge
        from storyboard.motion.weights import load_motion

        read = load_judge(judge or starter_judge())
        parts = load_motion(Engine(settings.model), settings.motion)
        onlookers = Onlookers(parts.eye, read, load_pose_judge(pose or pose_judge()))
    with progress("Judging motion") as report:
        found = measure(parts, onlookers, transitions, report, frames, (width, height), steps)
    write_figures(found, as_json)


def write_figures(found: dict[str, Figure], as_json: Path | None) -> None:
    """On the screen, and for programs where that is asked for."""
    if as_json:
'''),("from storyboard.resources import starter_judge, starter_model","from storyboard.motion.request import MotionError\nfrom storyboard.resources import pose_judge, starter_judge, starter_model"))
sub('ui/monitor.py',('''        self.colors, self.picture = colors, picture
''','''        self.colors, self.picture, self.rendered = colors, picture, Rendered()
'''),('''        self._paint_seen(painter, rect, standing_in(seen))
''','''        between = self.rendered.frame(seen)
        if between and seen.incoming:
            camera = midway(seen.view.framing, seen.incoming.framing, seen.share)
            self._paint_part(painter, rect, between, camera)
        else:
            self._paint_seen(painter, rect, standing_in(seen))
'''),('''        panel, (x, y, size) = self.board.panels[view.row], view.framing.shares
        picture = self.picture(panel)
        if picture is None:
            self._paint_undrawn(painter, rect, panel)
            return
        whole''','''        panel = self.board.panels[view.row]
        picture = self.picture(panel)
        if picture is None:
            self._paint_undrawn(painter, rect, panel)
        else:
            self._paint_part(painter, rect, picture, view.framing)

    def _paint_part(
        self, painter: QPainter, rect: QRect, picture: QPixmap, framing: Framing
    ) -> None:
        x, y, size = framing.shares
        whole'''),('''            text = self.tr("∿ Dissolve until it is rendered")
''','''            ready = self.rendered.ready(seen.view.row)
            text = self.tr("∿ Predicted" if ready else "∿ Dissolve until it is rendered")
'''),('''from storyboard.timeline.camera import WHOLE
''','''from storyboard.timeline.camera import WHOLE, Framing, midway
'''),('''from ui.palette import Palette
''','''from ui.palette import Palette
from ui.rendered import Rendered
'''))
sub('ui/timeline_painter.py',('''    def __init__(
        self, board: Board, colors: Palette, picture: Callable[[Panel, bool], QPixmap | None]
    ) -> None:
        self.board''','''    def __init__(
        self,
        board: Board,
        colors: Palette,
        picture: Callable[[Panel, bool], QPixmap | None],
        rendered: Callable[[int], bool],
    ) -> None:
        self.rendered = rendered
        self.board'''),('''        stands_in = joint.transition.kind == "predicted"
''','''        stands_in = joint.transition.kind == "predicted" and not self.rendered(joint.row)
'''),('''    picture  gives a panel's picture, if it has one; when the flag is off, only if it was read
''','''    picture   gives a panel's picture, if it has one; when the flag is off, only if it was read
    rendered  says whether the predicted transition behind a row is there
'''))

sub('ui/timeline_view.py',("        self.state = TimelineState()\n","        self.state = TimelineState()\n        self.rendered: Callable[[int], bool] = lambda row: False\n"),("TimelinePainter(board, self.colors, self._thumb)","TimelinePainter(\n            board, self.colors, self._thumb, lambda row: self.rendered(row)\n        )"))
sub('ui/film.py',("""    def __init__(self, colors: Palette, picture: Callable[[Panel], QPixmap | None]) -> None:
        super().__init__()
""","""    def __init__(
        self,
        colors: Palette,
        picture: Callable[[Panel], QPixmap | None],
        model: Callable[[], Path] = starter_model,
    ) -> None:
        super().__init__()
        self.rendered = Rendered(model)
"""),("""        self.reader = SoundReader(self)
""","""        self.monitor.rendered = self.rendered
        self.dock.view.rendered = self.rendered.ready
        self.reader = SoundReader(self)
"""),("""        board, file = project.board, project.audio_file
""","""        self.rendered.show_project(project)
        board, file = project.board, project.audio_file
"""),("""        self.project = self.warned = self.shown = None
""","""        self.rendered.show_project(None)
        self.project = self.warned = self.shown = None
"""),("""    def show_colors(self""","""    def show_rendered(self) -> None:
        \"\"\"A transition has been rendered, or another model has been chosen.\"\"\"
        self.rendered.forget()
        self.monitor.update()
        self.dock.view.viewport().update()

    def show_colors(self"""),("from collections.abc import Callable\n","from collections.abc import Callable\nfrom pathlib import Path\n"),("from storyboard.project import Project\n","from storyboard.project import Project\nfrom storyboard.resources import starter_model\n"),("from ui.playback import Heard, Playback\n","from ui.playback import Heard, Playback\nfrom ui.rendered import Rendered\n"))
sub('ui/furnishing.py',("    window.film = Film(window.colors, window.picture)\n","    window.film = Film(window.colors, window.picture, lambda: window.settings.model)\n"))
sub('ui/rendered.py',("        if project is not self.project or board is not self.board:\n","        changed = self.settings is not None and self.settings.model != self.model()\n        if changed or project is not self.project or board is not self.board:\n"))
