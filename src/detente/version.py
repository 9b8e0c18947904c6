"""The version of this release, in a module of its own so that the rooms can name it without the whole package."""

__version__ = "0.6.0"
