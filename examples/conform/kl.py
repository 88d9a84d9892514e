"""Answers kl of best-of-n:  bonafide conform -- python3 examples/conform/kl.py"""
import json, math, sys

def log_share(part, whole):  # log(part / whole), by the complement where that is smaller
    return math.log(part / whole) if 2 * part < whole else math.log1p(-((whole - part) / whole))

def kl(weights, n):  # integers of any size, from the worst to the best
    total, below, result = sum(weights), 0, 0.0
    for w in weights:
        upto = below + w
        log_power = n * log_share(upto, total)  # of F_i^n
        share = -math.expm1(n * log_share(below, upto)) if below else 1.0  # π_i / F_i^n
        if log_power > -745:
            result += math.exp(log_power) * share * (log_power + math.log(share) - math.log(w / total))
        below = upto
    return result

for line in sys.stdin:
    q = json.loads(line)
    weights = [int(w) for w in q["weights"]]
    if q["ties"] == "level":  # the atoms are the reward levels
        weights = [sum(w for w, r in zip(weights, q["ranks"]) if r == level) for level in range(q["ranks"][-1] + 1)]
    print(json.dumps({"id": q["id"], "kl": kl(weights, q["n"])}), flush=True)
