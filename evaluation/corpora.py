"""Folders of annotated reports, and the digest that ties a figure to the texts it was measured on."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The first six ship with the project and are always measured; the others where a machine has them beside it.
FOLDERS = {
    "reports": ROOT / "evaluation" / "reports",
    "practice": ROOT / "evaluation" / "practice",
    "unseen": ROOT / "evaluation" / "unseen",
    "news": ROOT / "evaluation" / "news",
    "news-unseen": ROOT / "evaluation" / "news-unseen",
    "held": ROOT / "evaluation" / "held",
    "dev": ROOT.parent / "shared" / "gold" / "dev",
    "seed": ROOT.parent / "shared" / "gold" / "seed",
    "train": ROOT.parent / "shared" / "gold" / "train",
}

# What the reader's network learned from, beside `train`, `reports`, `practice` and `news`.
TAUGHT = ROOT / "evaluation" / "taught"


def digest(folder: Path) -> str:
    """Return sixteen hexadecimal digits of the names and bytes of all texts and annotations of a folder."""
    content = hashlib.sha256()
    for path in sorted([*folder.glob("*.json"), *folder.glob("*.txt")]):
        content.update(path.name.encode() + path.read_bytes())
    return content.hexdigest()[:16]


def at_hand() -> dict[str, Path]:
    """Return the folders that this machine has, by name."""
    return {name: folder for name, folder in FOLDERS.items() if folder.is_dir()}
