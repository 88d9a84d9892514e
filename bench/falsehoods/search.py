"""Instances in the order of size, and the first that refutes a claim.

The order: total weight, then K, then, with a second policy, the total of q, then n, then the weights and those of q
lexicographically. n runs up to MOST_DRAWS.
"""

from flint import ctx

from policy import Instance
from reals import Mode, NoValue, Undecided

MOST_DRAWS = 16
PRECISIONS = (96, 256, 1024)


def compositions(whole, parts, least=1):
    """Lists of integers >= least with this sum, lexicographically."""
    if parts == 1:
        if whole >= least:
            yield (whole,)
        return
    for first in range(least, whole - least * (parts - 1) + 1):
        for rest in compositions(whole - first, parts - 1, least):
            yield (first, *rest)


def instances(whole, draws=range(1, MOST_DRAWS + 1)):
    for K in range(1, whole + 1):
        lists = list(compositions(whole, K))
        for n in draws:
            for weights in lists:
                yield Instance(weights, n)


def instances_with_second(whole, most_second, draws=range(1, MOST_DRAWS + 1)):
    for K in range(1, whole + 1):
        lists = list(compositions(whole, K))
        for second in range(1, most_second + 1):
            others = list(compositions(second, K, 0))
            for n in draws:
                for weights in lists:
                    for q in others:
                        yield Instance(weights, n, q)


def decide(test, instance):
    """True, False or None (no value), with certainty. The given instance is tried at the first precision."""
    for prec in PRECISIONS:
        ctx.prec = prec
        current = instance if prec == PRECISIONS[0] else copy(instance)
        try:
            return test(current)
        except Undecided:
            continue
        except NoValue:
            return None
    ctx.prec, Mode.exact = PRECISIONS[0], True
    try:
        return test(copy(instance))
    finally:
        Mode.exact = False


def copy(instance):
    return Instance(instance.weights, instance.n, instance.q_weights)


def first_refutations(claims, whole_up_to, second_up_to=None):
    """For each claim the first instance that refutes it and how many came before it, in one pass for all claims."""
    found, tried = {}, {name: 0 for name in claims}
    waiting = dict(claims)
    for whole in range(1, whole_up_to + 1):
        waiting = {name: claim for name, claim in waiting.items() if claim.reach >= whole}
        if not waiting:
            break
        stream = instances(whole) if second_up_to is None else instances_with_second(whole, second_up_to)
        for instance in stream:
            for name in [name for name, claim in waiting.items() if claim.draws(instance.n)]:
                if decide(waiting[name].test, instance) is False:
                    found[name] = (instance, tried[name])
                    del waiting[name]
                else:
                    tried[name] += 1
            if not waiting:
                break
    return found, tried
