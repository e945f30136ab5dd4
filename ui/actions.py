"""Every command of the window with its name, its key and its menu, in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`does` is the window's method. A key of the board counts only while the board has the
    focus, one of the timeline while that or the film has it; single letters are such keys, so
    that they can be typed elsewhere."""

    menu: str
    name: str
    does: str
    key: str = ""
    of_board: bool = False
    of_timeline: bool = False
    needs_project: bool = True


LINES_ABOVE = {  # where a menu begins something else
    *("import_script", "close_project", "select_all", "cut", "delete", "show_preferences"),
    *("toggle_lock", "mark_draft", "move_left", "previous_take", "cancel_running"),
    *("choose_model", "frame_back", "switch_loop", "fit_film", "cut_to_next", "add_sound"),
    *("larger", "switch_theme", "show_problems", "about"),
}

LOOKING = {  # what can be done with a project that is being edited elsewhere
    *("export", "close_project", "select_all", "copy", "open_trash", "play_or_pause"),
    *("shuttle_back", "shuttle_pause", "shuttle_forward", "frame_back"),
    *("frame_on", "to_the_beginning", "to_the_end", "switch_loop", "switch_onion"),
    *("switch_captions", "fit_film", "next_view", "switch_film", "larger", "smaller"),
}

COMMANDS = (
    Command("File", "New project …", "new_project", "Ctrl+N", needs_project=False),
    Command("File", "Open …", "open_other", "Ctrl+O", needs_project=False),
    Command("File", "Open the sample", "open_sample", needs_project=False),
    Command("File", "Import script …", "import_script", "Ctrl+I"),
    Command("File", "Export …", "export", "Ctrl+E"),
    Command("File", "Keep a restore point …", "keep_point", "Ctrl+S"),
    Command("File", "Close project", "close_project", "Ctrl+W"),
    Command("File", "Quit", "close", "Ctrl+Q", needs_project=False),
    Command("Edit", "Undo", "undo", "Ctrl+Z"),
    Command("Edit", "Redo", "redo", "Ctrl+Shift+Z"),
    Command("Edit", "Select all", "select_all", "Ctrl+A", of_board=True),
    Command("Edit", "Cut", "cut", "Ctrl+X", of_board=True),
    Command("Edit", "Copy", "copy", "Ctrl+C", of_board=True),
    Command("Edit", "Paste", "paste", "Ctrl+V", of_board=True),
    Command("Edit", "Duplicate", "duplicate", "Ctrl+D"),
    Command("Edit", "Move to the trash", "delete", "Del", True, True),
    Command("Edit", "Restore from the trash", "restore"),
    Command("Edit", "Trash …", "open_trash"),
    Command("Edit", "Preferences …", "show_preferences", "Ctrl+,", needs_project=False),
    Command("Panel", "New panel after", "new_after", "N", of_board=True),
    Command("Panel", "New panel before", "new_before", "Shift+N", of_board=True),
    Command("Panel", "New scene", "new_scene"),
    Command("Panel", "Start a new shot here", "start_shot", "/", of_board=True),
    Command("Panel", "Lock or unlock the picture", "toggle_lock", "Ctrl+L"),
    Command("Panel", "Keep this place for the scene", "keep_place"),
    Command("Panel", "Mark as draft", "mark_draft", "Ctrl+1"),
    Command("Panel", "Mark as final", "mark_final", "Ctrl+2"),
    Command("Panel", "Approve", "mark_approved", "Ctrl+3"),
    Command("Panel", "Move left", "move_left", "Alt+Left", of_board=True),
    Command("Panel", "Move right", "move_right", "Alt+Right", of_board=True),
    Command("Panel", "Previous take", "previous_take", "Alt+Up", of_board=True),
    Command("Panel", "Next take", "next_take", "Alt+Down", of_board=True),
    Command("Panel", "Star the take", "star_shown_take", ".", of_board=True),
    Command("Panel", "Take to the trash", "discard_shown_take", "Shift+Del", of_board=True),
    Command("Generate", "Draw the selected panels", "generate", "Ctrl+Return"),
    Command("Generate", "Draw 2 takes", "generate_two"),
    Command("Generate", "Draw 4 takes", "generate_four"),
    Command("Generate", "Draw 8 takes", "generate_eight"),
    Command("Generate", "Draw them next", "generate_next", "Ctrl+Shift+Return"),
    Command("Generate", "Draw what is missing", "generate_missing"),
    Command("Generate", "Draw again with new seeds", "generate_anew", "Ctrl+R"),
    Command("Generate", "Redo what is stale and unlocked", "redo_stale"),
    Command("Generate", "Make this take again, and compare", "make_again"),
    Command("Generate", "Pause or resume the queue", "pause_or_resume"),
    Command("Generate", "Cancel the running job", "cancel_running", "Shift+X", of_board=True),
    Command("Generate", "Cancel all", "cancel_all"),
    Command("Generate", "Choose a model …", "choose_model", needs_project=False),
    Command("Timeline", "Play or pause", "play_or_pause", "Space", True, True),
    Command("Timeline", "Shuttle back", "shuttle_back", "J", True, True),
    Command("Timeline", "Pause", "shuttle_pause", "K", True, True),
    Command("Timeline", "Shuttle forward", "shuttle_forward", "L", True, True),
    Command("Timeline", "One frame back", "frame_back", ",", of_timeline=True),
    Command("Timeline", "One frame on", "frame_on", ".", of_timeline=True),
    Command("Timeline", "To the beginning", "to_the_beginning", "Home", of_timeline=True),
    Command("Timeline", "To the end", "to_the_end", "End", of_timeline=True),
    Command("Timeline", "Loop", "switch_loop", "Ctrl+Shift+L"),
    Command("Timeline", "Onion skin", "switch_onion", "O", True, True),
    Command("Timeline", "Captions", "switch_captions", "C", True, True),
    Command("Timeline", "Whole film in sight", "fit_film", "Shift+Z", of_timeline=True),
    Command("Timeline", "Cut to the next panel", "cut_to_next"),
    Command("Timeline", "Dissolve to the next panel", "dissolve_to_next"),
    Command("Timeline", "Predict the way to the next panel", "predict_to_next"),
    Command("Timeline", "Render transitions", "render_transitions", "Ctrl+Shift+R"),
    Command("Timeline", "Add sound …", "add_sound"),
    Command("Timeline", "Remove sound", "remove_sound"),
    Command("Timeline", "Add a sound to the panel …", "add_panel_sound"),
    Command("View", "Next view", "next_view", "Tab", True, True),
    Command("View", "Board or film", "switch_film"),
    Command("View", "Larger cards", "larger", "Ctrl++"),
    Command("View", "Smaller cards", "smaller", "Ctrl+-"),
    Command("View", "Light or dark", "switch_theme", needs_project=False),
    Command("View", "Reset layout", "reset_layout", needs_project=False),
    Command("View", "Full screen", "switch_full_screen", "F11", needs_project=False),
    Command("Help", "All commands …", "show_commands", "Ctrl+K", needs_project=False),
    Command("Help", "Problems …", "show_problems", needs_project=False),
    Command("Help", "Log …", "show_log", needs_project=False),
    Command("Help", "About Storyboard", "about", needs_project=False),
)
