#!/usr/bin/env python3
"""Trains the network: `train.py EXAMPLES MINILM OUT [--layers 6] [--teacher WEIGHTS --take 0,2,5]`.

EXAMPLES is what `examples.py` writes, MINILM the folder of all-MiniLM-L6-v2 with `model.safetensors` and `vocab.txt`.
OUT gets the weights without those of the pieces, which stay as they are in MiniLM. With a teacher the network begins as
some of the teacher's layers and learns from its answers as well (Hinton et al. 2015, "Distilling the Knowledge in a
Neural Network"). Sets named held* are not learned from; --answers writes what the network says of them. A GPU needs
about four minutes; only torch, safetensors and the module detente.reading.learned.wordpiece beside this file are used.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from batch import INPUTS, Item, batch, disguised, is_name
from net import Net
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info
from wordpiece import WordPiece

# Weight of a right answer against a wrong one, of what single layers learn first, and of the teacher's word.
RIGHT, FIRST, TAUGHT = 1.5, 0.5, 0.5
PIECES = "encoder.pieces.weight"
# Passages of reports come this often for once of a single sentence.
OFTEN = 2


class Epoch(IterableDataset[dict[str, Tensor]]):
    """The examples in chance order, those of like length together."""

    def __init__(self, items: Sequence[Item], labels: Mapping[str, Any], cut: WordPiece, size: int, seed: int) -> None:
        self.items, self.labels, self.cut, self.size, self.seed = items, labels, cut, size, seed
        words = (
            item["sentences"][s][w]
            for item in items
            for row in item["rows"]
            for s, ws, _ in row["candidates"]
            for w in ws
        )
        self.names = sorted({word for word in words if is_name(word)})

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        """Yield batches, every worker its share."""
        worker = get_worker_info()
        mine, of = (worker.id, worker.num_workers) if worker else (0, 1)
        order = list(self.items)
        random.Random(self.seed).shuffle(order)
        batches: list[list[Item]] = []
        for start in range(0, len(order), self.size * 40):
            rows, part = 0, []
            for item in sorted(order[start : start + self.size * 40], key=_length):
                part.append(item)
                rows += len(item["rows"])
                if rows >= self.size:
                    batches.append(part)
                    rows, part = 0, []
            batches += [part] if part else []
        random.Random(self.seed).shuffle(batches)
        dice = random.Random(self.seed * 31 + mine)
        for number, part in enumerate(batches):
            if number % of == mine:
                yield batch([disguised(item, self.names, dice, 0.3, 0.3) for item in part], self.cut, self.labels)


def _length(item: Item) -> int:
    return sum(map(len, item["sentences"]))


def loss_of(net: Net, given: Mapping[str, Tensor], teacher: Net | None) -> Tensor:
    """Return how far a network is from the right answers, for each sentence."""
    out = {name: x.float() for name, x in _run(net, given).items()}
    held, done, known = given["held"], given["done"], given["candidate"]
    right = torch.tensor(RIGHT, device=held.device)

    def far(x: Tensor, y: Tensor, weight: Tensor, right: Tensor | None = None) -> Tensor:
        return (F.binary_cross_entropy_with_logits(x, y, pos_weight=right, reduction="none") * weight).sum()

    stances = net.stances
    positions, acts = (far(out[k], given[k], given[f"{k}_known"], right) for k in ("held", "done"))
    if teacher is not None:
        with torch.no_grad():
            told = {name: _run(teacher, given)[name].float().sigmoid() for name in ("held", "done")}
        n = known.shape[1] + 1
        there = torch.cat([torch.ones_like(known[:, :1]), known], 1)
        pairs = there[:, :, None] * there[:, None] * (1 - torch.eye(n, device=there.device))
        positions = (1 - TAUGHT) * positions + 2 * TAUGHT * far(
            out["held"][..., :stances], told["held"][..., :stances], known[:, :, None, None]
        )
        acts = (1 - TAUGHT) * acts + 2 * TAUGHT * far(out["done"], told["done"], pairs[..., None])
    sure = given["held_known"][..., :stances].sum((1, 3)) == stances * known.sum(1)[:, None]
    issue = held[..., :stances].amax((1, 3))
    first = (
        far(out["issue"], issue, torch.maximum(sure.float(), issue))
        + far(out["stance"], held[..., :stances].amax(2), known[..., None])
        + far(out["type"], done.amax((1, 2)), given["done_known"].amax((1, 2)))
        + far(out["doer"], done.amax(2), given["done_known"].amax(2))
        + far(out["target"], done.amax(1), given["done_known"].amax(2))
    )
    some = bool((given["rounds"] >= 0).any())
    rounds = F.cross_entropy(out["rounds"], given["rounds"], reduction="sum") if some else 0.0
    return (positions + acts + FIRST * first + rounds) / len(held)


def _run(net: Net, given: Mapping[str, Tensor]) -> dict[str, Tensor]:
    device = given["ids"].device.type
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        found: dict[str, Tensor] = net(*(given[name] for name in INPUTS))
    return found


def answers(net: Net, items: Sequence[Item], labels: Mapping[str, Any], cut: WordPiece, device: str) -> Iterator[Any]:
    """Yield for each sentence its set, report, number among the passage's, and all that is likelier than 0.03."""
    net.eval()
    for start in range(0, len(items), 16):
        part = items[start : start + 16]
        rows = [(item, row) for item in part for row in item["rows"] if row["candidates"]]
        given = {name: x.to(device) for name, x in batch(part, cut, labels).items()}
        with torch.no_grad():
            out = _run(net, given)
        held, done = (out[name].float().sigmoid().cpu() for name in ("held", "done"))
        rounds = out["rounds"].float().softmax(-1).cpu()
        for n, (item, row) in enumerate(rows):
            yield {
                "set": item["set"], "group": item["group"], "words": item["sentences"][row["number"]],
                "held": [[*at, round(float(held[n][tuple(at)]), 3)] for at in (held[n] > 0.03).nonzero().tolist()],
                "done": [[*at, round(float(done[n][tuple(at)]), 3)] for at in (done[n] > 0.03).nonzero().tolist()],
                "rounds": [round(x, 3) for x in rounds[n].tolist()],
            }  # fmt: skip


def main() -> None:
    """Train a network."""
    parser = argparse.ArgumentParser(description="Train the network.")
    parser.add_argument("examples", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("out", type=Path)
    for name, kind, usual in (
        ("layers", int, 6), ("epochs", int, 6), ("size", int, 48), ("rate", float, 3e-4), ("head_rate", float, 1e-3),
        ("seed", int, 1), ("seconds", float, 1e9), ("workers", int, 0), ("most", int, 0),
    ):  # fmt: skip
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=usual)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--take", default="0,2,5", help="layers of the teacher to begin with")
    parser.add_argument("--answers", type=Path)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    with gzip.open(options.examples, "rt", encoding="utf-8") as file:
        data = json.load(file)
    labels, items = data["labels"], [i for i in data["items"] if any(row["candidates"] for row in i["rows"])]
    cut = WordPiece((options.minilm / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n"))
    minilm = load_file(options.minilm / "model.safetensors")
    learn = [i for i in items if not i["set"].startswith("held")]
    learn += [i for i in learn if i["set"] != "sentences"] * (OFTEN - 1)
    learn = random.Random(options.seed).sample(learn, options.most) if options.most else learn
    teacher = None
    layers = options.layers
    if options.teacher:
        taught = {name: x.float() for name, x in load_file(options.teacher).items()}
        teacher = network_of(labels, taught, minilm).to(device).eval()
        layers = len(options.take.split(","))
    net = _net(labels, layers, minilm)
    if options.teacher:
        net.load_state_dict(_part(taught, [int(n) for n in options.take.split(",")]), strict=False)
    net.to(device)
    _learn(net, teacher, learn, labels, cut, options, device)
    save_file({n: x.half().cpu().contiguous() for n, x in net.state_dict().items() if n != PIECES}, options.out)
    if options.answers:
        tests = sorted((i for i in items if i["set"].startswith("held")), key=_length)
        options.answers.write_text(json.dumps(list(answers(net, tests, labels, cut, device))), encoding="utf-8")


def _net(labels: Mapping[str, Any], layers: int, minilm: Mapping[str, Tensor]) -> Net:
    net = Net(*(len(labels[kind]) for kind in ("issues", "stances", "types")), layers)
    net.encoder.take_over(minilm)
    net.encoder.pieces.weight.requires_grad = False
    return net


def network_of(labels: Mapping[str, Any], weights: Mapping[str, Tensor], minilm: Mapping[str, Tensor]) -> Net:
    """Return the network with some weights; its pieces are MiniLM's."""
    net = _net(labels, 1 + max(int(n.split(".")[2]) for n in weights if n.startswith("encoder.layers.")), minilm)
    net.load_state_dict(weights, strict=False)
    return net


def _part(weights: Mapping[str, Tensor], layers: Sequence[int]) -> dict[str, Tensor]:
    """The weights of a network with some of the layers."""
    found = {name: x for name, x in weights.items() if not name.startswith("encoder.layers.")}
    for new, old in enumerate(layers):
        start = f"encoder.layers.{old}."
        found |= {f"encoder.layers.{new}.{n.removeprefix(start)}": x for n, x in weights.items() if n.startswith(start)}
    return found


def _learn(
    net: Net, teacher: Net | None, items: Sequence[Item], labels: Any, cut: WordPiece, options: Any, device: str
) -> None:
    body = [p for n, p in net.named_parameters() if n.startswith("encoder") and p.requires_grad]
    head = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": body, "lr": options.rate}, {"params": head, "lr": options.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = max(1, round(options.epochs * sum(len(i["rows"]) for i in items) / options.size * 0.95))
    start = time.time()

    def pace(step: int) -> float:
        done = max(step / steps, (time.time() - start) / options.seconds)
        return min(1.0, (step + 1) / (0.06 * steps)) * max(0.01, 1 - done)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    state = net.state_dict()
    live = [x for n, x in state.items() if n != PIECES]
    mean = [x.detach().clone().float() for x in live]
    step = 0
    for epoch in range(options.epochs):
        net.train()
        loader = DataLoader(
            Epoch(items, labels, cut, options.size, options.seed * 1000 + epoch), batch_size=None,
            num_workers=options.workers, prefetch_factor=8 if options.workers else None,
        )  # fmt: skip
        total = torch.zeros((), device=device)
        count = 0
        for given in loader:
            loss = loss_of(net, {name: x.to(device, non_blocking=True) for name, x in given.items()}, teacher)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            with torch.no_grad():
                torch._foreach_lerp_(mean, live, 1 - min(0.998, (step + 1) / (step + 50)))
                total += loss.detach()
            step, count = step + 1, count + 1
            if time.time() - start > options.seconds:
                break
        print(
            f"epoch {epoch}: step {step} of {steps}, loss {float(total) / count:.3f}, {time.time() - start:.0f} s",
            flush=True,
        )
        if time.time() - start > options.seconds:
            break
    with torch.no_grad():
        for x, y in zip(live, mean, strict=True):
            x.copy_(y)


if __name__ == "__main__":
    main()
