"""A group of commands with one that is meant where none is named."""

from typing import Any

import click


class DefaultGroup(click.Group):
    """`detente GROUP ARGUMENTS` is `detente GROUP DEFAULT ARGUMENTS` where the first argument names no command.

    Parameters
    ----------
    default
        Name of the command that is meant.
    """

    def __init__(self, *args: Any, default: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default before what names no command."""
        named = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else [self.default, *args])
