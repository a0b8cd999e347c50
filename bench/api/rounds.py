"""Both sides in turn: how long an answer takes, what it costs, how many a second."""

from dataclasses import dataclass, field
from statistics import median
from typing import Any

import orjson

from bench.api.client import Connection, Reply, request, together
from bench.api.questions import Question, Wording
from bench.api.servers import Server
from bench.goals import Outcome, percentile

PAIRS = 8
"""Blocks of each side; the first pair is dropped."""

WARM_UP_PAIRS = 2
BLOCK_S = 0.7
"""A block of the slower side lasts about as long, so that a busy machine does not take for ever."""

LEAST_BLOCK, LARGEST_BLOCK = 10, 150
CLIENTS = 8
CPU_FLOOR, CPU_AIM = 4.0, 6.0


class Unequal(Exception):
    """The two sides gave different answers, or one gave none."""


@dataclass
class Side:
    """One side of a question: what is sent, and what was measured a block.

    Attributes:
        seconds: Of each answer, a list a block.
        cpu: Seconds of processor time of the server a request, one a block.
        rates: Requests a second with several clients, one a block.
    """

    server: Server
    wording: Wording
    question: Question
    seconds: list[list[float]] = field(default_factory=list[list[float]])
    cpu: list[float] = field(default_factory=list[float])
    rates: list[float] = field(default_factory=list[float])
    _read: dict[bytes, Any] = field(default_factory=dict[bytes, Any])

    def __post_init__(self) -> None:
        port = self.server.port
        self._requests = [
            request({"query": self.wording.text, "variables": each}, port)
            for each in self.question.variables
        ]

    def alone(self, size: int) -> list[Any]:
        """A block of requests one after the other; the answers as both sides must give them."""
        block = self._block(size)
        with Connection(self.server.port) as connection:
            connection.ask(block[0])
            before = self.server.cpu_s()
            replies = [connection.ask(sent) for sent in block]
        self.cpu.append((self.server.cpu_s() - before) / len(block))
        self.seconds.append([reply.seconds for reply in replies])
        return [self.answer(reply) for reply in replies]

    def crowd(self, size: int) -> list[Any]:
        """A block of requests by several clients at once; the answers likewise."""
        block = self._block(2 * size)
        replies, seconds = together(self.server.port, block, CLIENTS)
        self.rates.append(len(block) / seconds)
        return [self.answer(reply) for reply in replies]

    def answer(self, reply: Reply) -> Any:
        """An answer as both sides must give it.

        Raises:
            Unequal: It is none.
        """
        if reply.body not in self._read:
            content: dict[str, Any] = orjson.loads(reply.body) if reply.status == 200 else {}
            if content.get("errors") or not content.get("data"):
                raise Unequal(f"{self.server.name}, {self.question.name}: {reply.body[:500]!r}")
            self._read[reply.body] = self.wording.read(content["data"])
        return self._read[reply.body]

    def _block(self, size: int) -> list[bytes]:
        return [self._requests[at % len(self._requests)] for at in range(size)]


def measure(question: Question, ours: Server, peer: Server) -> list[Outcome]:
    """The outcomes of one question."""
    sides = (Side(ours, question.ours, question), Side(peer, question.peer, question))
    equal, size = True, LEAST_BLOCK
    for _ in range(WARM_UP_PAIRS):
        equal &= sides[0].alone(size) == sides[1].alone(size)
        slowest = max(median(side.seconds[-1]) for side in sides)
        size = min(LARGEST_BLOCK, max(LEAST_BLOCK, int(BLOCK_S / slowest)))
    for _ in range(PAIRS):
        equal &= sides[0].alone(size) == sides[1].alone(size)
    for _ in range(PAIRS):
        equal &= sides[0].crowd(size) == sides[1].crowd(size)
    return _outcomes(question, *sides, equal)


def _outcomes(question: Question, ours: Side, peer: Side, equal: bool) -> list[Outcome]:
    kept = slice(1 - PAIRS, None)
    middles = [[median(block) for block in side.seconds[kept]] for side in (ours, peer)]
    return [
        Outcome(
            goal=f"{question.name}: p50",
            ours=_times(ours.seconds[kept]),
            peer=_times(peer.seconds[kept]),
            ratios=_ratios(middles[1], middles[0]),
            floor=question.floor,
            aim=question.aim,
            answers_equal=equal,
        ),
        Outcome(
            goal=f"{question.name}: CPU of the API process a request",
            ours=f"{1000 * median(ours.cpu[kept]):.2f} ms",
            peer=f"{1000 * median(peer.cpu[kept]):.2f} ms",
            ratios=_ratios(peer.cpu[kept], ours.cpu[kept]),
            floor=CPU_FLOOR,
            aim=CPU_AIM,
            answers_equal=equal,
        ),
        Outcome(
            goal=f"{question.name}: requests a second, {CLIENTS} clients",
            ours=f"{median(ours.rates[kept]):,.0f}",
            peer=f"{median(peer.rates[kept]):,.0f}",
            ratios=_ratios(ours.rates[kept], peer.rates[kept]),
            floor=None,
            answers_equal=equal,
        ),
    ]


def _times(blocks: list[list[float]]) -> str:
    all_of_them = [1000 * each for block in blocks for each in block]
    half, most = (percentile(all_of_them, share) for share in (0.5, 0.95))
    return f"{half:.2f}, p95 {most:.2f} ms"


def _ratios(above: list[float], below: list[float]) -> list[float]:
    return [one / other for one, other in zip(above, below, strict=True)]
