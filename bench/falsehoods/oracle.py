"""Works out the smallest counterexample of each falsehood, and checks the truths and the derivations beside them.

    python3 oracle.py            writes smallest.json and faults.json, with the full search of the heavy ones
    python3 oracle.py --check    works everything out again and compares; exit code 1 for a mismatch

Needs python-flint and numpy. The statements are written again in Python (restated.py, truths.py); only the names are read from
the lists. Comparisons are exact or by enclosures; one that stays undecided is an error.
"""

import json
import pathlib
import random
import re
import sys

try:
    import numpy  # noqa: F401
    from flint import ctx  # noqa: F401
except ImportError:
    sys.exit("oracle.py needs python-flint and numpy: pip install python-flint numpy")

import derivations
from beyond import BEYOND, Direct
from policy import Instance
from restated import FALSE
from search import MOST_DRAWS, PRECISIONS, decide, first_refutations, instances
from truths import TRUE

FOLDER = pathlib.Path(__file__).parent
MOST_TOTAL, MOST_TOTAL_BEYOND = 13, 9
TOTAL_WITH_SECOND, MOST_SECOND = 5, 36
MORE_DRAWS, MORE_TOTAL = (17, 20, 24, 32, 48, 64, 100, 128, 256, 1000, 1024), 7
RANDOM_INSTANCES, RANDOM_FOR_DERIVATIONS, SEED = 300, 150, 20240111


class Mismatch(Exception):
    pass


def names(file):
    return re.findall(r"^([a-z0-9-]+):", (FOLDER / file).read_text(encoding="utf-8"), re.M)


def expect(condition, message):
    if not condition:
        raise Mismatch(message)


def record(instance, tried, **more):
    entry = {"weights": list(instance.weights), "n": instance.n}
    if instance.q_weights is not None:
        entry["q"] = list(instance.q_weights)
    return {**entry, "tried": tried, **more}


def enumerated():
    """The entries that enumeration settles, and that it finds nothing for the others as far as it goes."""
    one = {name: claim for name, claim in FALSE.items() if not claim.second}
    for name, claim in one.items():
        claim.reach = MOST_TOTAL_BEYOND if name in BEYOND else MOST_TOTAL
    found, _ = first_refutations(one, MOST_TOTAL)
    two = {name: claim for name, claim in FALSE.items() if claim.second}
    found_two, _ = first_refutations(two, TOTAL_WITH_SECOND, MOST_SECOND)
    entries = {}
    for name, (instance, tried) in {**found, **found_two}.items():
        expect(name not in BEYOND, f"{name}: has a counterexample within enumeration")
        entries[name] = record(instance, tried)
    return entries


def with_more_draws(entries):
    """Adds the instance of smaller total or K that refutes a claim at more than MOST_DRAWS draws, where one is found."""
    for name, entry in entries.items():
        claim = FALSE[name]
        if claim.second:
            continue
        earlier = (sum(entry["weights"]), len(entry["weights"]))
        for whole in range(1, min(earlier[0], MORE_TOTAL) + 1):
            refuted = next((i for i in instances(whole, MORE_DRAWS) if (whole, i.K) < earlier and refutes(claim, i)), None)
            if refuted:
                entry["atMoreDraws"] = {"weights": list(refuted.weights), "n": refuted.n}
                break


def refutes(claim, instance):
    return claim.draws(instance.n) and decide(claim.test, instance) is False


def beyond(full):
    """The entries beyond enumeration. Without `full`, of the totals below only the last is searched again."""
    known = {} if full else json.loads((FOLDER / "smallest.json").read_text())["claims"]
    entries = {}
    for name, item in BEYOND.items():
        if isinstance(item, Direct):
            weights, n = item.weights, item.draws_of()
        elif full:
            weights, n = item.search()
        else:
            whole = total_of(known[name])
            expect(not item.fails_at(whole - 1), f"{name}: fails at a total of {whole - 1}")
            weights, n = item.search(whole)
        entries[name] = {**record(Instance(weights, n), None), "beyond": True, "note": item.note}
    return entries


def runs(weights):
    """Weights as [weight, how often] pairs where that is shorter."""
    pairs = []
    for w in weights:
        if pairs and pairs[-1][0] == w:
            pairs[-1][1] += 1
        else:
            pairs.append([w, 1])
    return pairs


def packed(entry):
    if len(entry["weights"]) <= 24:
        return entry
    weights = entry["weights"]
    return {"runs": runs(weights), **{key: value for key, value in entry.items() if key != "weights"}}


def unpacked(entry):
    return entry.get("weights") or [w for w, times in entry["runs"] for _ in range(times)]


def total_of(entry):
    return sum(unpacked(entry))


def verify_witnesses(claims):
    for name, entry in claims.items():
        instance = Instance(unpacked(entry), entry["n"], entry.get("q"))
        expect(refutes(FALSE[name], instance), f"{name}: does not fail at its instance")


def smallest(full):
    entries = enumerated()
    with_more_draws(entries)
    entries.update({name: packed(entry) for name, entry in beyond(full).items()})
    missing = [name for name in FALSE if name not in entries]
    expect(not missing, f"no counterexample found: {', '.join(missing)}")
    limits = {"n": MOST_DRAWS, "total": MOST_TOTAL, "totalWithSecondPolicy": TOTAL_WITH_SECOND, "totalOfSecondPolicy": MOST_SECOND}
    return {
        "order": "total weight, K, total of q, n, weights lexicographically, q lexicographically",
        "limits": limits,
        "claims": {name: entries[name] for name in FALSE},
    }


def random_weights(generator):
    K = generator.choice((1, 2, 2, 3, 3, 4, 5, 8, 13, 30))
    largest = generator.choice((1, 3, 10, 100, 10**6))
    return tuple(generator.randint(1, largest) for _ in range(K))


def random_instances(count, seed=SEED):
    """Random instances after all of total up to 4 with n up to 6."""
    generator = random.Random(seed)
    for whole in range(1, 5):
        for instance in instances(whole, range(1, 7)):
            yield with_second(instance.weights, instance.n, generator)
    for _ in range(count):
        yield with_second(random_weights(generator), generator.choice((1, 2, 2, 3, 3, 4, 5, 7, 10, 16, 40)), generator)


def with_second(weights, n, generator):
    q = [generator.choice((0, 1, 1, 2, 5, 20)) for _ in weights]
    q[generator.randrange(len(q))] += 1
    return Instance(weights, n, q)


def check_truths():
    for name, claim in TRUE.items():
        ctx.prec = PRECISIONS[0]
        for instance in random_instances(RANDOM_INSTANCES):
            if claim.draws(instance.n):
                held = decide(claim.test, instance)
                expect(held is not False, f"{name}: refuted at weights {instance.weights}, n = {instance.n}, q {instance.q_weights}")


def check_names():
    for file, restated in (("falsehoods.txt", FALSE), ("truths.txt", TRUE)):
        listed = names(file)
        expect(listed == list(restated), f"{file}: not the restated names: {set(listed) ^ set(restated)}")


def dumps(data):
    """JSON with one claim a line."""
    lines = [f"    {json.dumps(name)}: {json.dumps(entry)}" for name, entry in data["claims"].items()]
    head = f'  "order": {json.dumps(data["order"])},\n  "limits": {json.dumps(data["limits"])},\n'
    return "{\n" + head + '  "claims": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def keep(file, text, full):
    """Writes the file, or compares it with what is found."""
    if full:
        file.write_text(text, encoding="utf-8")
    else:
        expect(text == file.read_text(encoding="utf-8"), f"{file.name} is not what is found")


def check_derivations(full):
    sample = [(instance.weights, instance.n) for instance in random_instances(RANDOM_FOR_DERIVATIONS)]
    try:
        entries = derivations.faults(sample)
    except ValueError as error:
        raise Mismatch(error) from error
    keep(derivations.FOLDER / "faults.json", derivations.dumps(entries), full)
    print(f"{len(derivations.CHAINS)} derivations hold, and {len(entries)} faults are found, on {len(sample)} instances")


def main():
    full = "--check" not in sys.argv[1:]
    try:
        check_names()
        data = smallest(full)
        verify_witnesses(data["claims"])
        keep(FOLDER / "smallest.json", dumps(data), full)
        print(f"{len(FALSE)} falsehoods: {sum('beyond' in entry for entry in data['claims'].values())} beyond enumeration")
        check_truths()
        print(f"{len(TRUE)} truths hold on random instances")
        check_derivations(full)
    except Mismatch as mismatch:
        sys.exit(f"mismatch: {mismatch}")


if __name__ == "__main__":
    main()
