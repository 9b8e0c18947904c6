#!/usr/bin/env python3
"""Writes trained weights as the network that is shipped: ONNX, its matrices in eight bits.

usage: export.py WEIGHTS EXAMPLES MINILM OUT

OUT is the folder of the package. What share of the network's answers is right, evaluation/calibrate.py works out.
"""

import argparse
import gzip
import json
import tempfile
from pathlib import Path

import torch
from batch import INPUTS
from net import FLAGS
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file
from torch import Tensor, nn
from train import network_of


class Shipped(nn.Module):
    """The network as the reader runs it: shares instead of log odds, the weightiest piece instead of all weights."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, *given: Tensor) -> tuple[Tensor, ...]:
        """Return held, held_at, done, done_at and met (see `Net.forward`) for the sentences of one passage."""
        out = self.net(ids, None, *given)
        met = 1 - out["rounds"].softmax(-1)[:, 0]
        return out["held"].sigmoid(), out["held_at"].argmax(-1), out["done"].sigmoid(), out["done_at"].argmax(-1), met


def main() -> None:
    """Write the network."""
    parser = argparse.ArgumentParser(description="Write the shipped network.")
    for name in ("weights", "examples", "minilm", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--version", default="0.1.0")
    options = parser.parse_args()
    with gzip.open(options.examples, "rt", encoding="utf-8") as file:
        labels = json.load(file)["labels"]
    weights = {name: x.float() for name, x in load_file(options.weights).items()}
    net = network_of(labels, weights, load_file(options.minilm / "model.safetensors"))
    passages, length, sentences, longest, candidates, words = 1, 20, 3, 12, 4, 6
    given = (
        torch.randint(1000, 20000, (passages, length)),
        torch.randint(0, passages * length, (sentences, longest)),
        torch.ones(sentences, longest, dtype=torch.bool),
        torch.randint(0, passages * length, (sentences, candidates, words)),
        torch.rand(sentences, candidates, words),
        torch.zeros(sentences, candidates, FLAGS),
    )
    axes = {"ids": "pt", "at": "sl", "there": "sl", "who": "sc", "share": "sc", "flags": "sc"}
    axes |= {"held": "sc", "held_at": "sc", "done": "snm", "done_at": "snm", "met": "s"}
    dynamic = {name: dict(enumerate(letters)) for name, letters in axes.items()}
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            Shipped(net).eval(), given, str(plain), input_names=[name for name in INPUTS if name != "mask"],
            output_names=["held", "held_at", "done", "done_at", "met"], dynamic_axes=dynamic, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        # Seven bits, since eight may overflow on processors without instructions for them.
        quantize_dynamic(
            str(ready),
            str(options.out / "network.onnx"),
            weight_type=QuantType.QInt8,
            reduce_range=True,
            per_channel=True,
        )
    vocabulary = (options.minilm / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n")
    (options.out / "vocab.txt").write_text(vocabulary, encoding="utf-8")
    meta = {"version": options.version, "layers": len(net.encoder.layers), **labels}
    (options.out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
