"""The statements of falsehoods.txt, written again as Python, next to their names.

Each entry is a Claim: the condition on n, and a test of an instance. Nothing here is parsed from the text.
"""

from dataclasses import dataclass
from typing import Callable

from flint import fmpq

from reals import absolute, eq, ge, gt, le, log, lt, power, rational as r, smallest, sqrt, total


@dataclass
class Claim:
    test: Callable
    draws: Callable = lambda n: n >= 1
    second: bool = False
    reach: int = 13


def from_2(n):
    return n >= 2


def from_3(n):
    return n >= 3


def only(value):
    return lambda n: n == value


def C(test, draws=lambda n: n >= 1, **more):
    return Claim(test, draws, **more)


TINY = r("1e-12")


def fr(n, d=1):
    return fmpq(n, d)


def uniform_kl(P):
    n, K = P.n, P.K
    laws = [(fr(i, K) ** n) - (fr(i - 1, K) ** n) for i in P.I]
    return total(x * log(K * x) for x in laws)


def tilted_form(P):
    whole = P.sum(lambda j: P.p[j] * P.F[j] ** (P.n - 1))
    return P.all(lambda i: eq(P.pi[i], P.p[i] * P.F[i] ** (P.n - 1) / whole))


def tv_bound(n):
    return power(fr(1, n), fr(1, n - 1)) - power(fr(1, n), fr(n, n - 1))


def chain_of_means(P):
    moment = P.sum(lambda i: P.pi[i] ** 2 / P.p[i])
    return le(1, moment) and le(moment, P.top_ratio) and le(P.top_ratio, P.n - fr(1, P.n))


def five_and_seven(P):
    if max(abs(P.K - 5), abs(P.n - 7)) > 0:
        return True
    product = fr(1)
    for i in P.I:
        product *= P.K * P.p[i]
    return gt(P.kl * abs(P.K - 5), 0) or lt(product, 1)


def masses_product(P):
    product = fr(1)
    for i in P.I:
        product *= P.p[i]
    return product


def excess(P, share):
    return le(P.ests_mean - P.kl, r(share) * (P.est_mean - P.kl))


def win_gap(P):
    return fr(P.n, P.n + 1) - P.W


FALSE = {
    # The gap.
    "cubic-24-001": C(lambda P: le(P.gap, P.n * (P.n - 1) ** 2 / r("24.001") * P.S3), from_3),
    "cubic-25": C(lambda P: le(P.gap, P.n * (P.n - 1) ** 2 / r(25) * P.S3), from_3),
    "cubic-27-5": C(lambda P: le(P.gap, P.n * (P.n - 1) ** 2 / r("27.5") * P.S3), from_3),
    "cubic-from-two": C(lambda P: le(P.gap, fr(P.n * (P.n - 1) ** 2, 24) * P.S3), from_2),
    "cubic-at-two": C(lambda P: le(P.gap, P.S3), only(2)),
    "theorem-3-4-cubed": C(lambda P: le(P.gap, 2 * P.n * (P.n - 1) * P.S3)),
    "cubic-weight-power": C(
        lambda P: le(P.gap, fr(P.n * (P.n - 1) ** 2, 24) * P.sum(lambda i: P.F[i] ** (P.n - 2) * P.p[i] ** 3)), from_3
    ),
    "cubic-n-minus-one": C(lambda P: le(P.gap, fr((P.n - 1) ** 3, 24) * P.S3), from_3),
    "kappa-999": C(lambda P: le(P.gap, r("0.999") * P.kappa * P.S2), lambda n: n >= 4),
    "kappa-at-two": C(lambda P: le(P.gap, r("0.09655") * P.n * (P.n - 1) * P.S2), from_2),
    "kappa-at-ten": C(lambda P: le(P.gap, P.n * (P.n - 1) / r("26.5") * P.S2), only(10)),
    "kappa-at-four": C(lambda P: le(P.gap, P.n * (P.n - 1) / r("18.2") * P.S2), only(4)),
    "half-quadratic-n-minus-two": C(lambda P: le(P.gap, fr((P.n - 1) * (P.n - 2), 2) * P.S2), from_2),
    "gap-below-s2": C(lambda P: le(P.gap, P.S2)),
    "gap-below-n-s2": C(lambda P: le(P.gap, P.n * P.S2)),
    "theorem-3-4-reversed": C(lambda P: ge(P.gap, 2 * P.n * (P.n - 1) * P.S2)),
    "order-free-at-two": C(lambda P: le(P.gap, P.sum(lambda i: P.gamma(P.p[i])))),
    # The formula.
    "formula": C(lambda P: eq(P.kl, log(fr(P.n)) - fr(P.n - 1, P.n))),
    "formula-minus-1e-12": C(lambda P: le(P.kl, P.D - TINY)),
    "formula-minus-1e-2": C(lambda P: le(P.kl, P.D - r("0.01")), from_2),
    "formula-minus-1e-6": C(lambda P: le(P.kl, P.D - r("1e-6")), from_2),
    "gap-plus-1e-12": C(lambda P: eq(P.kl, P.D - P.gap - TINY)),
    "local-gaps-plus-1e-12": C(lambda P: eq(P.gap, P.sum(P.gi) + TINY)),
    "top-gap-plus-1e-12": C(lambda P: ge(P.gap, P.gamma(P.eps) + TINY)),
    "formula-within-one": C(lambda P: ge(P.kl, P.D - 1)),
    "strictly-below-formula": C(lambda P: lt(P.kl, P.D)),
    "strictly-below-formula-unless-one-atom": C(lambda P: P.K == 1 or lt(P.kl, P.D)),
    "positive-gap": C(lambda P: lt(0, P.gap) and le(P.gap, P.D)),
    "small-gap-large-kl": C(lambda P: not le(P.gap, r("0.05")) or ge(P.kl, r("0.15")), from_2),
    # The win rate.
    "win-rate-formula": C(lambda P: eq(P.W, fr(P.n, P.n + 1))),
    "win-rate-minus-1e-3": C(lambda P: le(P.W, fr(P.n, P.n + 1) - r("1e-3")), from_2),
    "win-rate-minus-1e-6": C(lambda P: le(P.W, fr(P.n, P.n + 1) - r("1e-6")), from_2),
    "win-rate-cubic-13": C(lambda P: le(win_gap(P), fr(P.n * (P.n - 1), 13) * P.S3), from_3),
    "win-rate-cubic-12-01": C(lambda P: le(win_gap(P), P.n * (P.n - 1) / r("12.01") * P.S3)),
    "win-rate-fourth-powers": C(lambda P: le(win_gap(P), fr(P.n * (P.n - 1), 12) * P.S(4))),
    "win-rate-two-plus-1e-12": C(lambda P: eq(win_gap(P), fr(P.n * (P.n - 1), 12) * P.S3 + TINY), only(2)),
    "win-rate-increments": C(lambda P: ge(P.at(P.n + 1).W - P.W, P.W - P.at(P.n - 1).W), from_2),
    "ties-as-wins": C(lambda P: le(P.sum(lambda i: P.pi[i] * P.F[i]), fr(P.n, P.n + 1))),
    "better-than-half": C(lambda P: gt(P.W, fr(1, 2))),
    "not-strong-and-near": C(lambda P: not (ge(P.W, fr(2, 3)) and le(P.kl, fr(1, 4)))),
    # Other divergences.
    "total-variation-minus-1e-9": C(lambda P: le(P.tv, tv_bound(P.n) - r("1e-9")), from_2),
    "pinsker-2-02714": C(lambda P: ge(P.kl, r("2.02714") * P.tv**2)),
    "chi-square-2n": C(lambda P: le(P.chi2, fr((P.n - 1) ** 2, 2 * P.n))),
    "chi-square-minus-1e-2": C(lambda P: le(P.chi2, fr((P.n - 1) ** 2, 2 * P.n - 1) - r("0.01")), from_2),
    "hellinger-half-kl": C(lambda P: le(P.hell2, P.kl / 2)),
    "hellinger-minus-1e-3": C(lambda P: le(P.hell2, 2 - 4 * sqrt(fr(P.n)) / (P.n + 1) - r("0.001")), from_2),
    "renyi-two-below-formula": C(lambda P: le(P.renyi(2), P.D)),
    "renyi-three-3n-1": C(lambda P: le(P.renyi(3), log(fr(P.n**3, 3 * P.n - 1)) / 2), from_2),
    "renyi-half": C(lambda P: le(P.renyi("1/2"), P.kl / 2)),
    "max-ratio-minus-1e-3": C(lambda P: le(P.dinf, log(fr(P.n)) - r("0.001")), from_2),
    "max-ratio-minus-4e-7": C(lambda P: le(P.dinf, log(fr(P.n)) - r("4e-7")), from_2),
    "reversed-is-equal": C(lambda P: eq(P.kl_rev, P.kl)),
    "reversed-below": C(lambda P: le(P.kl_rev, P.kl)),
    "reversed-minus-1e-2": C(lambda P: le(P.kl_rev, P.n - 1 - log(fr(P.n)) - r("0.01")), from_2),
    "jeffreys-97": C(lambda P: le(P.kl + P.kl_rev, r("0.97") * fr((P.n - 1) ** 2, P.n))),
    "total-variation-below-kl": C(lambda P: le(P.tv, P.kl)),
    # Estimators.
    "better-estimator-98": C(lambda P: le(P.kl, r("0.98") * P.ests_mean)),
    "better-estimator-97": C(lambda P: le(P.ests_mean, r("0.97") * P.est_mean)),
    "estimator-exact": C(lambda P: eq(P.est_mean, P.kl)),
    "estimator-ratio-9": C(lambda P: excess(P, "9/10")),
    "estimator-ratio-99": C(lambda P: excess(P, "0.99")),
    "estimator-ratio-999": C(lambda P: excess(P, "0.999")),
    "estimator-at-largest": C(lambda P: le(P.kl, P.est(P.pmax))),
    "estimator-pointwise": C(lambda P: P.all(lambda i: le(log(P.pi[i] / P.p[i]), P.est(P.p[i])))),
    "better-estimator-at-top": C(lambda P: le(P.kl, P.ests(P.eps))),
    "estimators-swapped": C(lambda P: le(P.est(fr(1, 3)), P.ests(fr(1, 3)))),
    # Folklore.
    "kl-below-entropy": C(lambda P: le(P.kl, P.H)),
    "kl-below-min-entropy": C(lambda P: le(P.kl, P.Hinf)),
    "kl-below-log-k": C(lambda P: le(P.kl, log(fr(P.K)))),
    "kl-below-renyi-half": C(lambda P: le(P.kl, P.Ha("1/2"))),
    "kl-min-of-two": C(lambda P: le(smallest([P.kl, P.H]), smallest([P.D, P.Hinf]))),
    "concave-in-log-n": C(lambda P: le(P.kl + P.at(4 * P.n).kl, 2 * P.at(2 * P.n).kl)),
    "doubling-doubles": C(lambda P: ge(P.at(2 * P.n).kl, 2 * P.kl)),
    "doubling-adds-log-two": C(lambda P: le(P.at(2 * P.n).kl, P.kl + log(fr(2)))),
    "increments-decrease": C(lambda P: le(P.at(P.n + 1).kl - P.kl, P.kl - P.at(P.n - 1).kl), from_2),
    "additive": C(lambda P: eq(P.at(2 * P.n).kl, P.kl + P.at(2).kl)),
    "entropy-decreases": C(lambda P: le(P.entropy(P.pi), P.H)),
    "uniform-maximises": C(lambda P: le(P.kl, uniform_kl(P))),
    "tilted-form": C(tilted_form),
    "ratio-at-quantile": C(lambda P: P.all(lambda i: eq(P.pi[i] / P.p[i], P.n * P.F[i] ** (P.n - 1)))),
    "collision-below": C(lambda P: le(P.S3, P.S2**2)),
    "orders-swapped": C(lambda P: le(P.Ha(2), P.Ha(3))),
    "collision-min-entropy": C(lambda P: le(P.Ha(2), r("1.5") * P.Hinf)),
    "product-of-masses": C(lambda P: ge(masses_product(P), fr(1, P.K**P.K))),
    "ideal-curve-at-1-8641": C(
        lambda P: not le(P.kl, log(r("1.8641")) - r("0.8641") / r("1.8641")) or le(P.W, r("1.8641") / r("2.8641"))
    ),
    # With a second policy.
    "best-of-n-is-optimal": C(lambda P: not le(P.kl_q, P.kl) or le(P.W_q, P.W), second=True),
    "formula-for-every-policy": C(
        lambda P: not le(P.kl_q, P.D) or le(P.W_q, fr(P.n, P.n + 1)), only(2), second=True
    ),
    "triangle": C(lambda P: le(P.kl, P.kl_pi_q + P.kl_q), second=True),
    "uniform-reference": C(lambda P: eq(P.kl_q, log(fr(P.K)) - P.H_q), second=True),
    "win-rate-seventh": C(lambda P: le(P.W_q - fr(1, 2), sqrt(P.kl_q / 7)), second=True),
    "second-policy-thin": C(
        lambda P: P.q[1] != fr(2, 7) or P.q[P.K] != fr(4, 7) or P.p[1] <= fr(1, 2), second=True
    ),
    # Thin.
    "five-atoms-seven-draws": C(lambda P: abs(P.K - 5) + abs(P.n - 7) >= fr(1, 2)),
    "five-atoms-seven-draws-kl": C(five_and_seven),
    "weights-1-7-2": C(lambda P: not (P.K == 3 and P.n == 5 and P.p[1] == fr(1, 10) and P.F[P.K - 1] == fr(4, 5))),
    "first-is-sum-of-others": C(lambda P: P.K != 3 or P.p[1] != total(P.p[i] for i in range(2, P.K + 1))),
    "nine-atoms": C(lambda P: le(P.H, 3 * log(fr(2)))),
    "nine-atoms-squares": C(lambda P: P.S2 >= fr(1, 8) or le(P.kl, r("1.1"))),
    "fifty-one-atoms": C(lambda P: P.K <= 50 or P.n <= 3 or le(P.kl, 0)),
    "thousand-atoms": C(lambda P: P.S2 > r("0.001")),
    "two-atoms": C(lambda P: P.K != 2 or le(P.kl, r("0.6"))),
    "thousand-draws": C(lambda P: eq(max(0, P.n - 999) * P.kl, 0)),
    "thousand-draws-limit": C(lambda P: (1 - fr(1, P.n)) ** P.n <= r("0.3677")),
    "formula-below-six": C(lambda P: le(P.D, 6)),
    "kl-below-5-9": C(lambda P: le(P.kl, r("5.9"))),
    "win-rate-below-999": C(lambda P: le(P.W, r("0.999"))),
    "heavy-atom": C(lambda P: P.pmax < r("0.99") or eq(P.tv, 0)),
    "rare-best": C(lambda P: P.eps > r("1e-6") or le(P.tv, P.eps / 2)),
    "large-ratio": C(lambda P: P.pmax <= 1000 * P.pmin or P.n == 1),
    "ratio-below-n": C(lambda P: P.all(lambda i: lt(P.pi[i], P.n * P.p[i]))),
    "small-kl": C(lambda P: P.n == 1 or P.K == 1 or ge(P.kl, r("0.0039"))),
    "win-rate-is-not-163-over-250": C(lambda P: P.W != fr(163, 250)),
    "win-rate-near-0-7": C(lambda P: absolute(P.W - r("0.7")) >= r("0.001")),
    "kl-near-one-half": C(lambda P: ge(absolute(P.kl - fr(1, 2)), r("5e-4"))),
    "three-values-of-n": C(lambda P: (P.n - 2) * (P.n - 3) * (P.n - 5) != 0 or le(P.kl, fr(1, 2))),
    # Nested sums and extremes.
    "sum-of-larger": C(lambda P: le(P.sum(lambda i: max(P.pi[i], P.p[i])), fr(5, 4))),
    "sum-of-smaller": C(lambda P: ge(P.sum(lambda i: min(P.pi[i], P.p[i])), fr(1, 2))),
    "pairs-of-atoms": C(lambda P: total(P.p[i] * P.F[i - 1] for i in range(2, P.K + 1)) == (1 - P.S3) / 2),
    "some-atom-unchanged": C(lambda P: le(min(max(P.pi[i] / P.p[i], P.p[i] / P.pi[i]) for i in P.I), r("1.2"))),
    "least-ratio": C(lambda P: ge(min(P.pi[i] / P.p[i] for i in P.I), fr(1, P.n))),
    "chain-of-means": C(chain_of_means, from_2),
    "double-sum": C(
        lambda P: le(P.sum(lambda i: P.sum(lambda j: absolute(P.p[i] - P.p[j]) * P.p[i] * P.p[j])), r("0.192"))
    ),
}
