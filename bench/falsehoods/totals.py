"""The least total weight at which a sum over atoms can be positive, by dynamic programming in doubles.

Many claims compare sums whose terms depend on F[i-1] and F[i] only. For one total w the largest value over all policies is
found step by step along 0, 1/w, ..., 1. This replaces the enumeration of 2^(w-1) policies where the smallest counterexample is
heavy. The doubles are a search: what is found is verified with certainty elsewhere.
"""

import math

import numpy as np

NEGLIGIBLE = 1e-14


def grid(w, n, term, constant):
    """term(n, a, b) + constant * (pi of the atom) for all a < b on the grid; a row for each a."""
    points = np.arange(w + 1) / w
    values = np.full((w + 1, w + 1), -np.inf)
    upper = np.triu_indices(w + 1, 1)
    a, b = points[upper[0]], points[upper[1]]
    with np.errstate(all="ignore"):
        values[upper] = term(n, a, b)
    values[0, :] += constant(n)
    return values


def best_value(values):
    """The largest sum over the paths from 0 to 1, by any number of atoms."""
    w = len(values) - 1
    best = np.full(w + 1, -np.inf)
    best[0] = 0
    for b in range(1, w + 1):
        best[b] = np.max(best[:b] + values[:b, b])
    return best[w]


def suffixes(values, atoms):
    """suffixes[k][a]: the largest sum of exactly k atoms from a/w to 1."""
    w = len(values) - 1
    tables = [np.where(np.arange(w + 1) == w, 0.0, -np.inf)]
    for _ in range(atoms):
        tables.append(np.max(values + tables[-1][None, :], axis=1))
    return tables


def least_atoms(values, least, most):
    """The least number of atoms >= least that makes a positive sum, with the tables; or None."""
    w = len(values) - 1
    tables = suffixes(values, 0)
    for k in range(1, most + 1):
        tables.append(np.max(values + tables[-1][None, :], axis=1))
        if k >= least and tables[k][0] > NEGLIGIBLE:
            return k, tables
    return None


def first_weights(values, tables, k):
    """The lexicographically first weights of k atoms with a positive sum."""
    w, at, sum_so_far, weights = len(values) - 1, 0, 0.0, []
    for left in range(k, 0, -1):
        sums = sum_so_far + values[at, at + 1 :] + tables[left - 1][at + 1 :]
        step = int(np.argmax(sums > NEGLIGIBLE))
        sum_so_far += values[at, at + 1 + step]
        at += 1 + step
        weights.append(step + 1)
    return weights


def smallest_at(w, term, constant, draws, least=1):
    """The first instance of this total in the order (K, n, weights), or None."""
    found = []
    for n in draws:
        values = grid(w, n, term, constant)
        if best_value(values) > NEGLIGIBLE:
            reached = least_atoms(values, least, w)
            if reached:
                k, tables = reached
                found.append((k, n, first_weights(values, tables, k)))
    return min(found, default=None)


def formula(n):
    return math.log(n) - (n - 1) / n


def kl(n, a, b):
    mass = b**n - a**n
    return mass * np.log(mass / (b - a))


def phi(n, u):
    return np.where(u > 0, u**n * (math.log(n) + (n - 1) * np.log(np.maximum(u, 1e-300)) - (n - 1) / n), 0)


def local_gap(n, a, b):
    return phi(n, b) - phi(n, a) - kl(n, a, b)


def win_gap(n, a, b):
    return n / (n + 1) * (b ** (n + 1) - a ** (n + 1)) - (b**n - a**n) * (a + b) / 2


def estimators(n, a, b):
    """The terms of the means of the paper's and of the better estimator."""
    t = b - a
    rest = (1 - t) ** n
    low = np.where(rest > 0, (n - 1) * rest * np.log(np.maximum(1 - t, 1e-300)), 0)
    log_ratio = np.log((1 - rest) / t)
    mass = b**n - a**n
    return mass * (rest * formula(n) + low + (1 - rest) * log_ratio), mass * (log_ratio + low / (1 - rest))


def excess_over(share):
    def term(n, a, b):
        plain, better = estimators(n, a, b)
        return better - kl(n, a, b) - share * (plain - kl(n, a, b))

    return term


def minus_power(value, power, scale):
    return lambda n, a, b: value(n, a, b) - scale(n) * (b - a) ** power
