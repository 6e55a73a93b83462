"""One way to time a piece of work, for all benchmarks."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Return the best time of `repeat` runs after one that warms up; noise only ever adds."""
    work()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)
