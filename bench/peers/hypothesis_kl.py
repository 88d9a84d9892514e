"""The search for counterexamples to KL <= log n - (n-1)/n, by Hypothesis and mpmath's interval context.

The same property as the claim kl-bound and policies of the same families: 2 to 50 outcomes, integer weights up to 10^14,
2 <= n <= 1000. Every instance is decided by enclosures, at 53 bits first and at twice the precision where that is not enough.

First prints {"library": ...}. Then each line `EXAMPLES SEED` is answered by a line of JSON: what was tried, how long the
search took, and how long the same instances take to generate alone.
"""

import json
import platform
import sys
import time
from itertools import accumulate

import hypothesis
import mpmath
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from mpmath import iv, libmp
from mpmath_iv import kl

PRECISIONS = (53, 106, 212, 424, 848, 1696)
LARGEST_WEIGHT = 10**14
# Large sizes are more likely here than in our search: Hypothesis prefers small numbers, and the mean should be about the same.
SIZES = [(2, 2)] * 3 + [(3, 8)] * 8 + [(9, 20)] * 5 + [(21, 50)] * 4
DRAWS = [(2, 2)] * 2 + [(2, 16)] * 4 + [(17, 128)] * 2 + [(129, 1000)] * 2


def fixed_size(weights, size):
    return st.lists(weights, min_size=size, max_size=size)


def with_special(draw, weights, special):
    last = len(weights) - 1
    weights[draw(st.sampled_from([0, last, draw(st.integers(0, last))]))] = special
    return weights


def uniform(_, size):
    return [1] * size


def geometric(draw, size):
    ratio = draw(st.sampled_from([2, 2, 3, 10]))
    weights = [w for w in (ratio**i for i in range(size)) if w <= LARGEST_WEIGHT]
    return weights[::-1] if draw(st.booleans()) else weights


def spiky(draw, size):
    return with_special(draw, draw(fixed_size(st.integers(1, 9), size)), 10 ** draw(st.integers(1, 6)))


def two_blocks(draw, size):
    low, high = draw(st.integers(1, 1000)), draw(st.integers(1, 1000))
    border = draw(st.integers(1, size - 1))
    return [low] * border + [high] * (size - border)


def one_huge(draw, size):
    return with_special(draw, [1] * size, 10 ** draw(st.integers(6, 15)))


def tiny_top(draw, size):
    scale = 10 ** draw(st.integers(2, 12))
    return [*draw(fixed_size(st.integers(scale, 9 * scale), size - 1)), draw(st.integers(1, 9))]


def small(draw, size):
    return draw(fixed_size(st.integers(1, 9), size))


def huge_denominator(draw, size):
    return draw(fixed_size(st.integers(1, LARGEST_WEIGHT), size))


FAMILIES = (
    [uniform] * 2 + [geometric] * 6 + [spiky] * 7 + [two_blocks] * 7 + [one_huge] * 6
    + [tiny_top] * 8 + [small] * 9 + [huge_denominator] * 5
)


@st.composite
def instances(draw):
    size = draw(st.integers(*draw(st.sampled_from(SIZES))))
    weights = draw(st.sampled_from(FAMILIES))(draw, size)
    if draw(st.integers(1, 5)) == 1:
        n = sum(weights) // weights[-1] + draw(st.integers(-1, 2))
    else:
        n = draw(st.integers(*draw(st.sampled_from(DRAWS))))
    return weights, min(max(n, 2), 1000)


def holds(weights, n):
    """True or False where enclosures tell, None where the last precision does not."""
    cumulative = list(accumulate(weights))
    for precision in PRECISIONS:
        iv.prec = precision
        order = kl(cumulative, n) <= iv.log(iv.mpf(n)) - iv.mpf(n - 1) / n
        if order is not None:
            return order
    return None


def search(examples, seed_value, check):
    """Seconds, and what was seen."""
    seen = {"instances": 0, "outcomes": 0}

    @seed(seed_value)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(instances())
    def claim(instance):
        seen["instances"] += 1
        seen["outcomes"] += len(instance[0])
        assert check(*instance) is True

    start = time.perf_counter_ns()
    claim()
    return (time.perf_counter_ns() - start) / 1e9, seen


def main():
    library = (
        f"Hypothesis {hypothesis.__version__}, mpmath {mpmath.__version__} on {libmp.BACKEND}, "
        f"Python {platform.python_version()}"
    )
    print(json.dumps({"library": library}), flush=True)
    for line in sys.stdin:
        examples, seed_value = map(int, line.split())
        seconds, seen = search(examples, seed_value, holds)
        alone, _ = search(examples, seed_value, lambda weights, n: True)
        print(json.dumps({**seen, "seconds": seconds, "generationSeconds": alone}), flush=True)


if __name__ == "__main__":
    main()
