"""Counterexamples that are too heavy to enumerate: found by dynamic programming over totals, or built directly.

Each entry's draws are those that are searched. A Direct entry carries the reason why nothing smaller refutes the claim.
"""

import math
from dataclasses import dataclass
from typing import Callable

import numpy as np
from flint import fmpq

import totals
from policy import Instance, kappa
from reals import gt, rational
from totals import excess_over, formula, kl, local_gap, minus_power, win_gap


@dataclass
class Dynamic:
    """A claim that fails where the sum of term(n, F[i-1], F[i]) plus constant(n) is positive."""

    term: Callable
    constant: Callable
    draws: range
    start: int = 1
    least_atoms: int = 1

    def search(self, low=None):
        """The weights and n of the smallest counterexample with a total from `low` on."""
        whole = low or self.start
        while True:
            found = totals.smallest_at(whole, self.term, self.constant, self.draws, self.least_atoms)
            if found:
                return found[2], found[1]
            whole += 1

    def fails_at(self, whole):
        return totals.smallest_at(whole, self.term, self.constant, self.draws, self.least_atoms) is not None

    note = "The least total by dynamic programming over all policies of each total, in doubles, for these n."


@dataclass
class Direct:
    weights: list
    draws_of: Callable
    note: str


def none(n):
    return 0.0


def minus(term):
    return lambda n, a, b: -term(n, a, b)


def both_kl(n, a, b):
    return kl(n, a, b) + reversed_kl(n, a, b)


def reversed_kl(n, a, b):
    return (b - a) * np.log((b - a) / (b**n - a**n))


def affinity(n, a, b):
    return -2 * np.sqrt((b**n - a**n) * (b - a))


def kappa_double(n):
    return float(kappa(n).mid()) if n > 3 else formula(n)


def first_draws(fails, low=1):
    """The least n >= low at which a monotone condition holds, by doubling and bisection."""
    high = low
    while not fails(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fails(middle) else (middle, high)
    return high


def draws_for_kl():
    return first_draws(lambda n: gt(Instance((365, 1), n).kl, rational("5.9")))


def draws_for_win_rate():
    return first_draws(lambda n: Instance((500, 1), n).W > rational("0.999"))


def draws_for_limit():
    return first_draws(lambda n: n > 1 and (1 - fmpq(1, n)) ** n > rational("0.3677"))


def draws_for_formula():
    return first_draws(lambda n: gt(Instance((1,), n).D, 6))


def always(n):
    return lambda: n


BEYOND = {
    "cubic-24-001": Dynamic(minus_power(local_gap, 3, lambda n: n * (n - 1) ** 2 / 24.001), none, range(3, 7)),
    "cubic-at-two": Dynamic(minus_power(local_gap, 3, lambda n: 1), none, range(2, 3)),
    "theorem-3-4-cubed": Dynamic(minus_power(local_gap, 3, lambda n: 2 * n * (n - 1)), none, range(2, 5)),
    "kappa-999": Dynamic(minus_power(local_gap, 2, lambda n: 0.999 * kappa_double(n)), none, range(4, 9)),
    "kappa-at-ten": Dynamic(minus_power(local_gap, 2, lambda n: n * (n - 1) / 26.5), none, range(10, 11)),
    "kappa-at-four": Dynamic(minus_power(local_gap, 2, lambda n: n * (n - 1) / 18.2), none, range(4, 5)),
    "gap-below-n-s2": Dynamic(minus_power(local_gap, 2, lambda n: n), none, range(80, 111)),
    "formula-minus-1e-6": Dynamic(minus(local_gap), lambda n: 1e-6, range(2, 6)),
    "win-rate-minus-1e-6": Dynamic(minus(win_gap), lambda n: 1e-6, range(2, 6)),
    "win-rate-cubic-13": Dynamic(minus_power(win_gap, 3, lambda n: n * (n - 1) / 13), none, range(3, 9)),
    "hellinger-minus-1e-3": Dynamic(affinity, lambda n: 4 * math.sqrt(n) / (n + 1) + 0.001, range(2, 17)),
    "reversed-minus-1e-2": Dynamic(reversed_kl, lambda n: 0.01 - (n - 1 - math.log(n)), range(2, 17)),
    "jeffreys-97": Dynamic(both_kl, lambda n: -0.97 * (n - 1) ** 2 / n, range(2, 17)),
    "estimator-ratio-999": Dynamic(excess_over(0.999), none, range(2, 17)),
    "small-kl": Dynamic(minus(kl), lambda n: 0.0039, range(2, 17), 2, 2),
    "max-ratio-minus-1e-3": Direct(
        [500, 1],
        always(2),
        "The largest ratio is at most (1-(1-e)^n)/e with e = eps, and at n = 2 that is 2 - e > 2 exp(-0.001) only for 1/e > 500.2;"
        " a larger n needs a smaller e.",
    ),
    "max-ratio-minus-4e-7": Direct(
        [1250000, 1], always(2), "As for 0.001: 2 - e > 2 exp(-4e-7) only for 1/e > 1250000.2; a larger n needs a smaller e."
    ),
    "fifty-one-atoms": Direct([1] * 51, always(4), "K >= 51 needs a total of 51 at least, and n >= 4; KL > 0 for K, n >= 2."),
    "thousand-atoms": Direct([1] * 1000, always(1), "S2 >= 1/K, so K >= 1000; at a total of 1000 all weights are 1."),
    "thousand-draws": Direct([1, 1], always(1000), "KL = 0 for K = 1, and the factor is 0 up to n = 999."),
    "thousand-draws-limit": Direct([1], draws_for_limit, "Depends on n alone and increases in n; the least n, by bisection."),
    "formula-below-six": Direct([1], draws_for_formula, "Depends on n alone and increases in n; the least n, by bisection."),
    "kl-below-5-9": Direct(
        [365, 1],
        draws_for_kl,
        "KL <= -log eps, so eps < exp(-5.9), and the total is 366 at least, with the last weight 1; KL is nondecreasing in n, which is"
        " found by bisection.",
    ),
    "win-rate-below-999": Direct(
        [500, 1],
        draws_for_win_rate,
        "W <= 1 - eps/2, so eps < 0.002, and the total is 501 at least, with the last weight 1; W is nondecreasing in n, which is found"
        " by bisection.",
    ),
    "heavy-atom": Direct([1, 99], always(2), "pmax >= 0.99 with K >= 2 needs a total of 100; TV = 0 at n = 1."),
    "rare-best": Direct([999999, 1], always(2), "eps <= 1e-6 needs a total of 10^6; at n = 1 TV = 0, at n = 2 TV = eps(1-eps)."),
    "large-ratio": Direct([1, 1001], always(2), "A ratio of weights above 1000 needs a total of 1002; n = 1 is allowed."),
}
