#!/usr/bin/env python3
"""Golden values of quantities that compare best-of-n with other laws, written to other-laws.json.

  python3 make_other_laws.py            remake other-laws.json
  python3 make_other_laws.py --check    recompute, and compare with the committed file

Nothing here is shared with the TypeScript sources. The laws of the best and the worst of n, the mean of the plug-in estimate and the
probability of no repeat come from all lists of draws; sums are written out from the definitions.
"""
import itertools, json, pathlib, sys
from fractions import Fraction
from mpmath import mp, mpf, log, quad, nstr

mp.dps = 40
OUT = pathlib.Path(__file__).with_name("other-laws.json")
CASES = [([1, 1], 2), ([1, 2], 2), ([2, 1], 3), ([3, 1, 2], 3), ([1, 5, 1, 2], 3), ([1, 1, 1], 4), ([7, 2], 5)]


def real(x):
    return mpf(x.numerator) / x.denominator


def laws(p, n):
    """The laws of the best and of the worst of n draws, from all lists."""
    best, worst = [Fraction(0)] * len(p), [Fraction(0)] * len(p)
    for draws in itertools.product(range(len(p)), repeat=n):
        chance = Fraction(1)
        for i in draws:
            chance *= p[i]
        best[max(draws)] += chance
        worst[min(draws)] += chance
    return best, worst


def kl(a, b):
    return sum(real(x) * log(real(x) / real(y)) for x, y in zip(a, b) if x)


def entropy(a):
    return -sum(real(x) * log(real(x)) for x in a if x)


def beats(p, n, m):
    """How often the best of n is above the best of m, a tie counting one half."""
    one, other = laws(p, n)[0], laws(p, m)[0]
    return sum(x * y * (1 if i > j else Fraction(1, 2) if i == j else 0) for i, x in enumerate(one) for j, y in enumerate(other))


def plug_in(p, rewards, n, samples):
    mean = Fraction(0)
    for draws in itertools.product(range(len(p)), repeat=samples):
        chance = Fraction(1)
        for i in draws:
            chance *= p[i]
        values = sorted(rewards[i] for i in draws)
        mean += chance * sum(x * (Fraction(i + 1, samples) ** n - Fraction(i, samples) ** n) for i, x in enumerate(values))
    return mean


def no_repeat(p, m):
    total = Fraction(0)
    for draws in itertools.permutations(range(len(p)), m):
        chance = Fraction(1)
        for i in draws:
            chance *= p[i]
        total += chance
    return total


def local_gap(a, b, n):
    """The integral of f log(f/m) over [a, b] for f = n u^(n-1), with m the mean of f."""
    a, b = real(Fraction(a)), real(Fraction(b))
    m = (b ** n - a ** n) / (b - a)
    return quad(lambda u: n * u ** (n - 1) * log(n * u ** (n - 1) / m) if u else mpf(0), [a, (a + b) / 2, b])


def gradient(p, rewards, baseline):
    """The mean square of (r - b) (e - p), component by component."""
    return sum(
        p[drawn] * ((rewards[drawn] - baseline) * ((1 if drawn == k else 0) - p[k])) ** 2
        for drawn in range(len(p))
        for k in range(len(p))
    )


def case(weights, n):
    p = [Fraction(w, sum(weights)) for w in weights]
    best, worst = laws(p, n)
    rewards = [Fraction(i * i) for i in range(len(p))]
    F = [sum(p[:i], Fraction(0)) for i in range(len(p) + 1)]
    value = sum(x * r for x, r in zip(p, rewards))
    # The square is a parabola in the baseline: three values give its lowest point.
    at = [gradient(p, rewards, b) for b in (0, 1, 2)]
    curvature = (at[2] - 2 * at[1] + at[0]) / 2
    lowest = -(at[1] - at[0] - curvature) / (2 * curvature)
    shown = lambda x: nstr(real(x) if isinstance(x, Fraction) else x, 25, strip_zeros=False)
    return {
        "weights": weights,
        "n": n,
        "entropy of the selection": shown(entropy(best)),
        "entropy of the reference": shown(entropy(p)),
        "kl to the worst": shown(kl(best, worst)),
        "agreement with the worst": shown((1 - sum(abs(x - y) for x, y in zip(best, worst)) / 2) * 2 ** n),
        "wins against one more": shown(beats(p, n, n + 1)),
        "half log squares": shown(sum(real(x) * log(real(x) / real(y)) ** 2 for x, y in zip(best, p)) / 2),
        "plug-in of n": shown(plug_in(p, rewards, n, n)),
        "plug-in of 3 from 2": shown(plug_in(p, rewards, 3, 2)),
        "no repeat": shown(no_repeat(p, n)),
        "gaps in place": shown(sum((local_gap(a, b, n) for a, b in zip(F[:-2], F[1:-1])), mpf(0))),
        "gaps on top": shown(sum((local_gap(1 - x, 1, n) for x in p[:-1]), mpf(0))),
        "gradient with the value": shown(gradient(p, rewards, value)),
        "best baseline": shown(lowest),
    }


def main():
    text = json.dumps([case(*c) for c in CASES], indent=2) + "\n"
    if "--check" in sys.argv:
        if OUT.read_text() != text:
            sys.exit(f"{OUT.name} differs from what is computed")
        print(f"{OUT.name}: {len(CASES)} policies agree")
    else:
        OUT.write_text(text)


main()
