"""KL of best-of-n in mpmath's interval context: rigorous, the same direct sum. The precision is in bits.

Speaks the line protocol that peer.h describes.
"""

import array
import json
import platform
import sys
import time

import mpmath
from mpmath import iv, libmp

PLACES = 80


def negligible(pi, total, weight):
    """The term where the enclosure of pi touches 0: p*h(pi/p) with h(r) = r log r.

    Over [0, r] h falls from 0 to -1/e > -3/8 at 1/e and rises from there, so it stays above -3/8, above h(r) where r < 1/3,
    and below max(0, h(r)).
    """
    r = pi.b * total / weight
    if not r > 0:
        return iv.mpf(0)
    top = r * iv.log(r)
    low = top.a if 3 * r < 1 else iv.mpf(-0.375)
    high = iv.mpf(0) if top < 0 else top.b
    return iv.mpf([low.a, high.b]) * weight / total


def kl(cumulative, n):
    total = cumulative[-1]
    result = below = iv.mpf(0)
    last = 0
    for c in cumulative:
        weight = c - last
        up_to = (iv.mpf(c) / total) ** n
        pi = up_to - below
        if pi > 0:
            result += pi * iv.log(pi * total / weight)
        else:
            result += negligible(pi, total, weight)
        below = up_to
        last = c
    return result


def end(mpf, direction):
    """A decimal at or below the number (direction 1), at or above it (direction -1)."""
    negative, man, exp, _ = mpf
    if not man and exp:
        sys.exit("the enclosure is not finite")
    scaled = direction * (-1) ** negative * int(man) * 10**PLACES
    units = scaled << exp if exp >= 0 else scaled >> -exp
    return f"{direction * units}e-{PLACES}"


def timed(cumulative, n, seconds):
    """As in peer.h: only the last batch counts."""
    evaluations = 1
    while True:
        start = time.perf_counter_ns()
        for _ in range(evaluations):
            result = kl(cumulative, n)
        elapsed = time.perf_counter_ns() - start
        if elapsed >= seconds * 1e9:
            return elapsed / evaluations, result
        evaluations = min(10 * evaluations, int(1.2 * seconds * 1e9 / elapsed * evaluations) + 1)


def read(path):
    weights = array.array("d")
    with open(path, "rb") as file:
        weights.frombytes(file.read())
    if sys.byteorder == "big":
        weights.byteswap()
    cumulative = []
    total = 0
    for weight in weights:
        total += int(weight)
        cumulative.append(total)
    return cumulative


def main():
    library = f"mpmath {mpmath.__version__} on {libmp.BACKEND}, Python {platform.python_version()}"
    print(json.dumps({"library": library}), flush=True)
    known = None
    for line in sys.stdin:
        path, n, precision, seconds = line.split()
        if path != known:
            cumulative = read(path)
            known = path
        iv.prec = int(precision)
        ns, result = timed(cumulative, int(n), float(seconds))
        low, high = result._mpi_
        print(json.dumps({"nsPerEvaluation": ns, "lo": end(low, 1), "hi": end(high, -1)}), flush=True)


if __name__ == "__main__":
    main()
