#!/usr/bin/env python3
"""Checks every value of the test vectors in this folder; needs mpmath only:  python3 check.py [--self-test]

Each value is worked out again by formulas of its own (gap by local gaps, win rate by trapezoids, the law of best-of-n
in exact integers where they are small) in mpmath's interval arithmetic, whose enclosures show what has cancelled. The
precision is doubled until an enclosure decides lo <= value <= hi, and the next precision must decide it again; a value
that stays undecided fails. Exit codes: 0; 1 for the first failure (or a perturbation that --self-test sees accepted);
2 for files that cannot be read.
"""
import copy, itertools, json, math, pathlib, re, sys
from fractions import Fraction
from mpmath import iv
from mpmath.libmp import ComplexResult

FIRST_DIGITS, LAST_DIGITS, EXACT_BITS = 100, 6400, 200_000
FIELDS = "kl formula gap winRate winRateBound estimatorMean estimatorBest renyi2 renyi3".split()
NUMBER = re.compile(r"(\d+)(?:\.(\d+))?(?:e([+-]\d+))?")
TERM = re.compile(r"(?:^| )([+-]?) ?(?:(\d+(?:/\d+)?)(?:\*log\((\d+)\))?|log\((\d+)\))")

class Failure(Exception):
    pass

def demand(condition, *words):
    if not condition:
        raise Failure(": ".join(words))

def work_out(weights, ranks, ties, n):
    """All values at the precision of iv, as (x, d) for x/d: d an integer, x an integer or an interval."""
    total = sum(weights)
    levels = [sum(w for w, r in zip(weights, ranks) if r == rank) for rank in range(ranks[-1] + 1)]
    atoms, places = (levels, ranks) if ties == "level" else (weights, range(len(weights)))
    level_ends, ends = ([0, *itertools.accumulate(x)] for x in (levels, atoms))
    small = n * total.bit_length() <= EXACT_BITS
    unit, q = total**n if small else 1, lambda a, b: iv.mpf(a) / b

    def power(c):                                           # (c / total)^n in units
        return c**n if small else q(c, total)**n if c else 0
    full = iv.log(n) - q(n - 1, n)
    def estimator(w):                                       # at eps = w / total
        if n == 1 or w == total:
            return iv.mpf(0)
        missed, seen = q(power(total - w), unit), q(unit - power(total - w), unit)
        return missed * (full + (n - 1) * iv.log(q(total - w, total))) + seen * iv.log(seen * total / w)
    def local_gap(a, b):                                    # of an atom that owns [a, b] / total
        if a == 0:
            return q(power(b), unit) * full
        ratio, mass = q(a, b), q(power(b) - power(a), unit)
        seen = 1 - ratio**n
        return mass * (full + iv.log((1 - ratio) / seen) - (n - 1) * iv.log(ratio) * ratio**n / seen)

    law = [power(b) - power(a) for a, b in zip(ends, ends[1:])]
    pmf = [(w * law[i], atoms[i] * unit) for w, i in zip(weights, places)]
    lost = sum((a + b) * power(c) for a, b, c in zip(levels, levels[1:], level_ends[1:]))
    at_mass = {w: estimator(w) for w in set(weights)}
    values = {
        "kl": (sum((q(x, unit) * iv.log(q(x, unit) * total / w) for x, w in zip(law, atoms)), iv.mpf(0)), 1),
        "formula": (full, 1),
        "gap": (sum((local_gap(a, b) for a, b in zip(ends, ends[1:])), iv.mpf(0)), 1),
        "winRate": ((2 * total - levels[-1]) * unit - lost, 2 * total * unit),
        "winRateBound": (n, n + 1),
        "estimatorMean": (sum((q(*p) * at_mass[w] for p, w in zip(pmf, weights)), iv.mpf(0)), 1),
        "estimatorBest": (estimator(atoms[-1]), 1),
        "renyi2": (iv.log(q(total**2, sum(w**2 for w in atoms))), 1),
        "renyi3": (iv.log(q(total**3, sum(w**3 for w in atoms))), 2)}
    zeros = ["formula", "gap", "kl", "estimatorMean", "estimatorBest"] if n == 1 else []
    zeros += ["kl", "estimatorBest", "renyi2", "renyi3"] if len(atoms) == 1 else []
    zeros += ["estimatorMean"] if len(weights) == 1 else []
    return values | {field: (0, 1) for field in zeros} | {f"pmf[{y}]": p for y, p in enumerate(pmf)}

def evaluate(form):
    """A rational or log form such as 3/4*log(3) - 1/2, as (x, d)."""
    terms = list(TERM.finditer(form))
    demand(terms and "".join(t[0] for t in terms) == form, form, "is not a rational or log form")
    parts = [(Fraction(t[2] or 1) * (-1 if t[1] == "-" else 1), t[3] or t[4]) for t in terms]
    if len(parts) == 1 and parts[0][1] is None:
        return parts[0][0].numerator, parts[0][0].denominator
    return sum((iv.mpf(f.numerator) / f.denominator * (iv.log(int(m)) if m else 1) for f, m in parts), iv.mpf(0)), 1

def scientific(text):
    digits, places, exponent = NUMBER.fullmatch(text).groups(default="")
    return int(digits + places), int(exponent or 0) - len(places)

def inside(value, x, d):
    """Whether lo <= x/d <= hi: True, False, or None while an enclosure does not tell."""
    verdicts = set()
    for end in ("lo", "hi"):
        digits, exponent = scientific(value[end])
        left = digits * d * 10**max(exponent, 0)
        right = x * (10 if isinstance(x, int) else iv.mpf(10))**max(-exponent, 0)
        verdicts.add(left <= right if end == "lo" else right <= left)
    return False if False in verdicts else None if None in verdicts else True

def flags_of(weights, ranks, ties, n):
    """The flags in the order of the legend, in integers but for an underflow, to which no instance is near."""
    total, tied = sum(weights), ranks[-1] < len(ranks) - 1
    atoms = weights if ties == "order" else [sum(w for w, r in zip(weights, ranks) if r == rank) for rank in range(ranks[-1] + 1)]
    def band(name, a, b):                                   # of a / b: below 1/10, between, above 10
        return {f"{name}-{'rare' if 10 * a < b else 'common' if a > 10 * b else 'critical'}": True}
    flags = band("best", n * atoms[-1], total) | band("collisions", n**2 * sum(w**2 for w in atoms), total**2)
    flags |= {"ties": tied, "ties-by-order": tied and ties == "order", "one-atom": len(atoms) == 1, "one-draw": n == 1,
              "huge-n": n >= 10**6, "many-outcomes": len(weights) >= 50, "huge-weights": max(weights) > 2**53,
              "common-factor": math.gcd(*weights) > 1, "tiny-mass": 2**53 * min(weights) < total,
              "subnormal-mass": 2**1022 * min(weights) < total,
              "underflow": n * (math.log2(total) - math.log2(atoms[0])) > 1074}
    return [flag for flag, holds in flags.items() if holds]

def checked_form(instance):
    """The values by field, after everything has been checked that needs no computation."""
    name, keys = instance["name"], ["id", "name", "weights", "ranks", "ties", "n", "flags", "values"]
    demand(list(instance) == keys, name, "fields", f"must be {keys}")
    _, _, weights, ranks, ties, n, flags, values = instance.values()
    demand(weights and all(re.fullmatch(r"[1-9]\d*", w) for w in weights), name, "weights", "must be positive integers")
    demand(len(ranks) == len(weights) and ranks[0] == 0 and {b - a for a, b in zip(ranks, ranks[1:])} <= {0, 1},
           name, "ranks", "must start at 0 and grow by 0 or 1")
    demand(ties in ("level", "order"), name, "ties", "must be level or order")
    demand(type(n) is int and 1 <= n <= 10**9, name, "n", "must be an integer in 1 ... 10^9")
    demand(flags == flags_of([int(w) for w in weights], ranks, ties, n), name, "flags", "must be those of the instance")
    fields = FIELDS + ["pmf"] * (len(weights) <= 10)
    demand(list(values) == fields, name, "values", f"must be {fields}")
    demand(len(values.get("pmf", weights)) == len(weights), name, "pmf", "must have a value for each outcome")
    values = {f: values[f] for f in FIELDS} | {f"pmf[{y}]": value for y, value in enumerate(values.get("pmf", []))}
    for field, value in values.items():
        demand(list(value) == ["lo", "hi", "exact"], name, field, "must have lo, hi and exact")
        demand(NUMBER.fullmatch(value["lo"]) and NUMBER.fullmatch(value["hi"]), name, field, "must be decimals")
        (lo, e), (hi, f) = scientific(value["lo"]), scientific(value["hi"])
        lo, hi = lo * 10**max(e - f, 0), hi * 10**max(f - e, 0)
        demand(0 <= (hi - lo) * 10**50 <= lo, name, field, "hi - lo must be in 0 ... 10^-50 * value")
    return values

def check(instance):
    """The number of values checked. Raises Failure."""
    values, name, digits = checked_form(instance), instance["name"], FIRST_DIGITS
    agreed, weights = dict.fromkeys(values, 0), [int(w) for w in instance["weights"]]
    while agreed:
        demand(digits <= LAST_DIGITS, name, next(iter(agreed)), f"undecided at {LAST_DIGITS} digits")
        iv.dps, digits = digits, 2 * digits
        try:
            found = work_out(weights, instance["ranks"], instance["ties"], instance["n"])
        except ComplexResult:                               # the logarithm of an enclosure that reaches below 0
            continue
        for field in list(agreed):
            value, exact = values[field], values[field]["exact"]
            verdicts = {inside(value, *x) for x in (found[field], *([] if exact is None else [evaluate(exact)]))}
            demand(False not in verdicts, name, field, f"{value} does not hold the value, or the exact form")
            agreed[field] = 0 if None in verdicts else agreed[field] + 1
            if agreed[field] == 2:
                del agreed[field]
    return len(values)

def perturbations(instance):
    """Copies with one thing wrong each, and what it is: either end moved to or past the other, another digit in exact."""
    for field, end in itertools.product(instance["values"], ("lo", "hi", "exact")):
        other = copy.deepcopy(instance)
        value = other["values"][field][-1] if field == "pmf" else other["values"][field]
        (lo, e), (hi, f) = scientific(value["lo"]), scientific(value["hi"])
        point = value["lo"] == value["hi"]
        moved = {"lo": f"{hi + point}e{f:+d}", "hi": f"{lo - point}e{e:+d}", "exact": value["exact"] and
                 re.sub(r"\d", lambda d: str(int(d[0]) % 9 + 1), value["exact"], count=1)}
        if moved[end] is not None and (hi or end == "exact"):
            value[end] = moved[end]
            yield f"{field}.{end}", other
    yield "flags", {**instance, "flags": instance["flags"][1:]}
    for key, wrong in ("weights", ["0"] * len(instance["ranks"])), ("ranks", [1]), ("n", 0), ("ties", "no"), ("values", {}):
        yield key, {**instance, key: wrong}

def self_test(instances):
    kinds = []
    for what, other in itertools.chain.from_iterable(map(perturbations, instances)):
        try:
            check(other)
        except Failure:
            kinds.append(what)
        else:
            raise Failure(f"{other['name']}: {what}: a perturbation was accepted")
    print(f"{len(kinds)} perturbations of {len(set(kinds))} kinds, all rejected")

def main():
    try:
        paths = sorted(pathlib.Path(__file__).resolve().parent.glob("*.json"))
        files = [json.loads(path.read_text("utf8"))["instances"] for path in paths if path.name not in ("schema.json", "index.json")]
        instances = [instance for file in files for instance in file]
        [instance["name"] for instance in instances] or [][0]
        demand(len({instance["id"] for instance in instances}) == len(instances), "ids", "must be unique")
    except (OSError, ValueError, LookupError, TypeError) as error:
        print(f"unreadable files: {error!r}", file=sys.stderr)
        return 2
    try:
        if "--self-test" in sys.argv[1:]:
            self_test([file[place] for file in files for place in (0, -1)])
        else:
            print(f"{len(instances)} instances, {sum(map(check, instances))} values checked")
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0

if __name__ == "__main__":
    sys.exit(main())
