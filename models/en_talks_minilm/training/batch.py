"""Examples as tensors, with what is known of them and what is not."""

import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from net import FLAGS, ROUNDS
from torch import Tensor
from wordpiece import WordPiece

LIMIT, MUTUAL = 128, ("AGREE", "CONSULT")
# Pieces of a candidate that are looked at.
WORDS = 6
# Words that a reader may fail to resolve: then their party is known from the sentence before alone.
_POINTING = re.compile(
    "they|them|their|he|him|his|she|her|it|its|we|us|our|i|delegations?|negotiators|government|spokesman|side|leaders"
    "|minister|party"
)
_NAME = 4
Item = Mapping[str, Any]
INPUTS = ("ids", "mask", "at", "there", "who", "share", "flags")


def batch(items: Sequence[Item], cut: WordPiece, labels: Mapping[str, Sequence[str]]) -> dict[str, Tensor]:
    """Return the tensors of some passages.

    Parameters
    ----------
    items
        Passages of like length, as padding costs time.
    cut
        The pieces.
    labels
        issues, stances and types.

    Returns
    -------
    dict
        `INPUTS` go into the network; held, done and rounds are right answers, held_known and done_known are 1 where the
        answer is known, candidate is 1 for each that exists. rounds is -100 where nothing is known.
    """
    pieces = [cut.passage(item["sentences"], LIMIT) for item in items]
    rows = [(k, row) for k, item in enumerate(items) for row in item["rows"] if row["candidates"]]
    length = max(len(each.ids) for each in pieces)
    own = [pieces[k].own[row["number"]] for k, row in rows]
    many, most, longest = len(rows), max(len(row["candidates"]) for _, row in rows), max(map(len, own))
    issues, stances, types = (len(labels[kind]) for kind in ("issues", "stances", "types"))
    ids, mask = torch.zeros(len(items), length, dtype=torch.long), torch.zeros(len(items), length, dtype=torch.bool)
    at, there = torch.zeros(many, longest, dtype=torch.long), torch.zeros(many, longest, dtype=torch.bool)
    who, share = torch.zeros(many, most, WORDS, dtype=torch.long), torch.zeros(many, most, WORDS)
    flags, candidate = torch.zeros(many, most, FLAGS), torch.zeros(many, most)
    held, done = torch.zeros(many, most, issues, stances + 2), torch.zeros(many, most + 1, most + 1, types)
    held_known, done_known = torch.zeros_like(held), torch.zeros_like(done)
    rounds = torch.full((many,), -100)
    for k, each in enumerate(pieces):
        ids[k, : len(each.ids)], mask[k, : len(each.ids)] = torch.tensor(each.ids), True
    for n, ((k, row), mine) in enumerate(zip(rows, own, strict=True)):
        at[n, : len(mine)], there[n, : len(mine)] = torch.tensor(list(mine)) + k * length, True
        for c, (sentence, words, marks) in enumerate(row["candidates"]):
            candidate[n, c], flags[n, c] = 1, torch.tensor(marks, dtype=torch.float)
            places = [pieces[k].first[sentence][word] for word in words]
            places = [place for place in places if place > 0][:WORDS]
            for w, place in enumerate(places):
                who[n, c, w], share[n, c, w] = place + k * length, 1 / len(places)
        _positions(row, held[n], held_known[n], labels)
        _events(row, done[n], done_known[n], labels)
        if row["round"] is not None:
            rounds[n] = ROUNDS.index(row["round"])
    return {
        "ids": ids, "mask": mask, "at": at, "there": there, "who": who, "share": share, "flags": flags,
        "candidate": candidate, "held": held, "held_known": held_known, "done": done, "done_known": done_known,
        "rounds": rounds,
    }  # fmt: skip


def _positions(row: Item, held: Tensor, known: Tensor, labels: Mapping[str, Sequence[str]]) -> None:
    issues, stances = labels["issues"], labels["stances"]
    known[: len(row["candidates"]), :, : len(stances)] = 1
    for who, stance, issue in row["unsure_positions"]:
        known[who, issues.index(issue), stances.index(stance)] = 0
    for who, stance, issue, *flags in row["positions"]:
        i = issues.index(issue)
        held[who, i, stances.index(stance)] = known[who, i, stances.index(stance)] = 1
        # The flags of a position that is not held are neither true nor false.
        held[who, i, len(stances) :], known[who, i, len(stances) :] = torch.tensor(flags, dtype=torch.float), 1


def _events(row: Item, done: Tensor, known: Tensor, labels: Mapping[str, Sequence[str]]) -> None:
    types, n = labels["types"], len(row["candidates"]) + 1
    known[:n, :n] = 1
    for who in range(1, n):
        known[who, who] = 0
    for actor, recipient, kind in row["unsure_events"]:
        if actor == "any":
            known[:, :, types.index(kind)] = 0
        else:
            for a, b in _orders(actor, recipient, kind):
                known[a, b, types.index(kind)] = 0
    for actor, recipient, kind in row["events"]:
        for a, b in _orders(actor, recipient, kind):
            done[a, b, types.index(kind)] = known[a, b, types.index(kind)] = 1


def _orders(actor: int | None, recipient: int | None, kind: str) -> list[tuple[int, int]]:
    a, b = (0 if who is None else who + 1 for who in (actor, recipient))
    return [(a, b), (b, a)] if kind in MUTUAL else [(a, b)]


def disguised(item: Item, names: Sequence[str], dice: random.Random, new_names: float, unnamed: float) -> Item:
    """Return a passage with other names, or with a pronoun or role that nobody has resolved.

    Parameters
    ----------
    item
        A passage.
    names
        Names to choose from.
    dice
        Source of chance.
    new_names, unnamed
        How often, in [0, 1]; the second for single sentences in which everybody is named.
    """
    if item["set"] == "sentences" and dice.random() < unnamed:
        item = _unresolved(item, dice)
    if dice.random() < new_names:
        sentences = item["sentences"]
        old = {
            sentences[sentence][word]
            for row in item["rows"]
            for sentence, words, _ in row["candidates"]
            for word in words
            if is_name(sentences[sentence][word])
        }
        new = {name: dice.choice(names) for name in sorted(old)}
        item = {**item, "sentences": [[new.get(word, word) for word in sentence] for sentence in sentences]}
    return item


def _unresolved(item: Item, dice: random.Random) -> Item:
    (row,), (words,) = item["rows"], item["sentences"]
    candidates = row["candidates"]
    pointing = [
        k for k, (_, at, _) in enumerate(candidates) if at and all(_POINTING.fullmatch(words[i].casefold()) for i in at)
    ]
    if not pointing or any(not at for _, at, _ in candidates):
        return item
    k = dice.choice(pointing)
    candidates = [*candidates[:k], [0, [], [0, 0, 0, 1, 1, 0]], *candidates[k + 1 :]]
    return {**item, "rows": [{**row, "candidates": candidates}]}


def is_name(word: str) -> bool:
    """True for a word with a capital that is long enough for a name."""
    return word[:1].isupper() and len(word) >= _NAME
