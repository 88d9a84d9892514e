"""Answers the formula for kl, which is wrong:  bonafide conform -- python3 examples/conform/formula.py"""
import json, math, sys

for line in sys.stdin:
    q = json.loads(line)
    print(json.dumps({"id": q["id"], "kl": math.log(q["n"]) - (q["n"] - 1) / q["n"]}), flush=True)
