"""Checks the derivations and their planted faults on random instances; faults.json lists the faults.

Every link of an unfaulted file holds on all instances. With a fault, the first link that some instance refutes is the one
in the list. Enclosures cannot prove that irrational numbers are equal unless they are sums of logarithms (and kappa is an
enclosure from n = 4 on): what is not refuted at the last precision counts as held.
"""

import json
import pathlib

from flint import ctx

from chains import CHAINS
from policy import Instance
from reals import Undecided, eq, ge, gt, le, lt
from search import PRECISIONS, decide

FOLDER = pathlib.Path(__file__).parent.parent / "derivations"
RELATIONS = {"=": eq, "<=": le, "<": lt, ">=": ge, ">": gt}


def holds(link, left, right, instance):
    """False if the instance refutes the link; a side without a value leaves the instance out."""
    relation = RELATIONS[link]
    try:
        return decide(lambda P: relation(left(P), right(P)), instance) is not False
    except Undecided:
        return True


def refuted_links(members, links, draws, instances):
    """The links (from 1) that some instance refutes, each with the first such instance."""
    refuted = {}
    for number, link in enumerate(links.split(), 1):
        left, right = members[number - 1], members[number]
        for weights, n in instances:
            ctx.prec = PRECISIONS[0]
            if draws(n) and not holds(link, left, right, Instance(weights, n)):
                refuted[number] = (weights, n)
                break
    return refuted


def with_fault(chain, fault):
    return [fault.members.get(index, member) for index, member in enumerate(chain.members)]


def first_fault(name, chain, fault, instances):
    text = (FOLDER / chain.file).read_text(encoding="utf-8")
    if text.count(fault.old) != 1:
        raise ValueError(f"{name}: {fault.old!r} occurs {text.count(fault.old)} times")
    refuted = refuted_links(with_fault(chain, fault), chain.links, fault.draws or chain.draws, instances)
    if not refuted:
        raise ValueError(f"{name}: no link fails with {fault.new!r}")
    link = min(refuted)
    weights, n = refuted[link]
    entry = {"derivation": chain.file, "link": link, "kind": fault.kind, "from": fault.old, "to": fault.new}
    return {**entry, "fails": {"weights": list(weights), "n": n}}


def faults(instances):
    entries = []
    for name, chain in CHAINS.items():
        if len(chain.members) != len(chain.links.split()) + 1:
            raise ValueError(f"{name}: members and links do not fit")
        refuted = refuted_links(chain.members, chain.links, chain.draws, instances)
        if refuted:
            raise ValueError(f"{name}: refuted links {refuted}")
        entries += [first_fault(name, chain, fault, instances) for fault in chain.faults]
    return entries


def dumps(entries):
    return "[\n" + ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in entries) + "\n]\n"
