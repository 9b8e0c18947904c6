"""The network: the first layers of MiniLM, and heads that look from a candidate at the words of a sentence."""

import math
from collections.abc import Mapping

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH, INNER, PARTS, PIECES, PLACES = 384, 1536, 12, 30522, 512
# Flags of a candidate (detente.reading.learned.candidates.FLAGS), and what a sentence may tell of a round of talks.
FLAGS = 6
ROUNDS = ("none", "agreement", "no_agreement", "collapse", "scheduled", "unknown")
# Names of MiniLM's weights for those of a layer here.
_OF_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "wider": "intermediate.dense",
    "narrower": "output.dense",
    "last_norm": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of a BERT encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.last_norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.wider, self.narrower, self.drop = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH), nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the pieces after this layer, of the shape of `x` (passages, pieces, WIDTH)."""
        many, length, _ = x.shape
        q, k, v = (
            part(x).view(many, length, PARTS, WIDTH // PARTS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=None if mask is None else mask[:, None, None, :])
        x = self.norm(x + self.drop(self.joined(seen.transpose(1, 2).reshape(many, length, WIDTH))))
        return self.last_norm(x + self.drop(self.narrower(F.gelu(self.wider(x)))))


class Encoder(nn.Module):
    """The first layers of MiniLM.

    Parameters
    ----------
    layers
        How many of its six.
    """

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def take_over(self, weights: Mapping[str, Tensor]) -> None:
        """Start from MiniLM's weights."""
        with torch.no_grad():
            self.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            for end in ("weight", "bias"):
                getattr(self.norm, end).copy_(weights[f"embeddings.LayerNorm.{end}"])
                for number, layer in enumerate(self.layers):
                    for name, theirs in _OF_LAYER.items():
                        there = weights[f"encoder.layer.{number}.{theirs}.{end}"]
                        getattr(getattr(layer, name), end).copy_(there)

    def forward(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """Return the pieces in their passage (passages, pieces, WIDTH)."""
        x = self.drop(self.norm(self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.kind))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Head(nn.Module):
    """Looks from a candidate, or from two, at the words for each label, and says how likely the label is.

    Parameters
    ----------
    labels, outputs
        How many labels, and figures for each of them.
    look, think
        Widths of the attention and of what follows it.
    """

    def __init__(self, labels: int, outputs: int, look: int, think: int) -> None:
        super().__init__()
        self.asks = nn.Parameter(torch.randn(labels, look) * 0.1)
        self.key, self.value = nn.Linear(WIDTH, look), nn.Linear(WIDTH, think)
        self.ask_one, self.ask_other = (nn.Linear(WIDTH, look, bias=False) for _ in range(2))
        self.one, self.other = nn.Linear(WIDTH, think), nn.Linear(WIDTH, think, bias=False)
        self.of_label, self.bias = nn.Parameter(torch.zeros(labels, think)), nn.Parameter(torch.zeros(labels, outputs))
        self.middle, self.out, self.drop = nn.Linear(think, think), nn.Linear(think, outputs), nn.Dropout(0.15)

    def forward(self, words: Tensor, mask: Tensor, one: Tensor, other: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return figures (sentences, candidates, labels, outputs) and the weights of the words behind them."""
        asks, who = self.ask_one(one)[:, :, None] + self.asks, self.one(one)
        if other is not None:
            asks, who = asks + self.ask_other(other)[:, :, None], who + self.other(other)
        match = torch.einsum("bpqk,btk->bpqt", asks, self.key(words)) / math.sqrt(self.key.out_features)
        weights = match.masked_fill(~mask[:, None, None, :], -1e4).softmax(-1)
        seen = torch.einsum("bpqt,btz->bpqz", weights, self.value(words))
        x = F.gelu(seen + who[:, :, None] + self.of_label)
        x = x + F.gelu(self.middle(self.drop(x)))
        return self.out(self.drop(x)) + self.bias, weights


class Net(nn.Module):
    """From passages and the candidates of their sentences to positions, acts and rounds.

    Parameters
    ----------
    issues, stances, types
        How many of each.
    layers
        Of MiniLM.
    """

    def __init__(self, issues: int, stances: int, types: int, layers: int) -> None:
        super().__init__()
        self.encoder, self.stances = Encoder(layers), stances
        self.flags, self.around = nn.Linear(FLAGS, WIDTH, bias=False), nn.Linear(WIDTH, WIDTH)
        self.nobody = nn.Parameter(torch.randn(WIDTH) * 0.1)
        nn.init.normal_(self.flags.weight, std=0.1)
        # The stances and two flags (precondition, red line) for each issue; each type of act.
        self.held, self.done = Head(issues, stances + 2, 64, 128), Head(types, 1, 64, 64)
        # What the sentence, and what each candidate says by itself: learned first, and added to what the heads see.
        self.issue, self.kind = nn.Linear(2 * WIDTH, issues), nn.Linear(2 * WIDTH, types)
        self.stance = nn.Linear(WIDTH, stances)
        self.doer, self.target = nn.Linear(WIDTH, types), nn.Linear(WIDTH, types)
        self.round = nn.Linear(2 * WIDTH, len(ROUNDS))
        for part in (self.issue, self.kind, self.stance, self.doer, self.target):
            nn.init.constant_(part.bias, -2.0)

    def forward(
        self, ids: Tensor, mask: Tensor | None, at: Tensor, there: Tensor, who: Tensor, share: Tensor, flags: Tensor
    ) -> dict[str, Tensor]:
        """Return how likely each position, act and round is, as log odds.

        Parameters
        ----------
        ids, mask
            Pieces of the passages (passages, pieces), and which of them exist, None for all.
        at, there
            For each sentence its pieces (sentences, most), numbered through all passages, and which of them exist.
        who, share
            For each candidate of a sentence the pieces that stand for it (sentences, candidates, words), numbered in
            the same way, and the weight of each.
        flags
            Of the candidates (sentences, candidates, FLAGS).

        Returns
        -------
        dict
            held (sentences, candidates, issues, stances + 2) with held_at (.., issues, pieces of the sentence), the
            weights of the words; done (sentences, candidates + 1, candidates + 1, types), the first candidate being
            nobody, with done_at; rounds (sentences, ROUNDS); and issue, stance, type, doer, target as said above.
        """
        pieces = self.encoder(ids, mask).reshape(-1, WIDTH)
        words, exist = pieces[at], there[..., None]
        mean = (words * exist).sum(1) / exist.sum(1).clamp(min=1)
        one = (pieces[who] * share[..., None]).sum(2) + self.flags(flags) + self.around(mean)[:, None]
        sentence = torch.cat([mean, words.masked_fill(~exist, -1e4).amax(1)], -1)
        issue, stance, kind = self.issue(sentence), self.stance(one), self.kind(sentence)
        held, held_at = self.held(words, there, one)
        alone = issue[:, None, :, None] + stance[:, :, None]
        held = torch.cat([held[..., : self.stances] + alone, held[..., self.stances :]], -1)
        many, width = one.shape[0], one.shape[1] + 1
        all_ = torch.cat([self.nobody.expand(many, 1, WIDTH), one], 1)
        actors = all_[:, :, None].expand(many, width, width, WIDTH).reshape(many, width * width, WIDTH)
        others = all_[:, None].expand(many, width, width, WIDTH).reshape(many, width * width, WIDTH)
        done, done_at = self.done(words, there, actors, others)
        doer, target = self.doer(all_), self.target(all_)
        types = doer.shape[-1]
        done = done.reshape(many, width, width, types) + kind[:, None, None] + doer[:, :, None] + target[:, None]
        return {
            "held": held, "held_at": held_at,
            "done": done, "done_at": done_at.reshape(many, width, width, types, -1),
            "rounds": self.round(sentence),
            "issue": issue, "stance": stance, "type": kind, "doer": doer, "target": target,
        }  # fmt: skip
