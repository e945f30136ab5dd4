"""Takes that arrived and were shown at once, so that undo shows them in older boards as well."""

from __future__ import annotations

from dataclasses import dataclass, replace

from storyboard.board import Board, Character, Panel, PanelId, TakeId


@dataclass(frozen=True, slots=True)
class Arrival:
    """A take that became the choice of a panel, or of a character, in place of `replaced`."""

    panel: PanelId
    replaced: TakeId | None
    take: TakeId


def choice_of(board: Board, panel_id: PanelId) -> TakeId | None:
    """The picture a panel or a character shows."""
    chosen = {one.id: one.portrait for one in board.characters}
    chosen |= {one.id: one.take for one in board.panels}
    return chosen.get(panel_id)


def received(board: Board, arrival: Arrival) -> Board:
    """The board showing an arrived take, in the panel and in the trash, where it replaces."""

    def shown(panel: Panel) -> Panel:
        if panel.id != arrival.panel or panel.take != arrival.replaced:
            return panel
        kept = "picture" in panel.locks and panel.take is not None
        return panel if kept else replace(panel, take=arrival.take)

    def portrayed(character: Character) -> Character:
        if character.id != arrival.panel or character.portrait != arrival.replaced:
            return character
        return replace(character, portrait=arrival.take)

    return replace(
        board,
        panels=tuple(map(shown, board.panels)),
        trash=tuple(map(shown, board.trash)),
        characters=tuple(map(portrayed, board.characters)),
    )
