"""A small network that finds positions and acts in English reporting on negotiations; `FOLDER` holds its files."""

from pathlib import Path

FOLDER = Path(__file__).parent
