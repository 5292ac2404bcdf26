#!/usr/bin/env python3
"""Holds the agreement with annotated articles: figures may rise, not fall.

usage: floor.py FLOOR MEASURED [--raise]
  FLOOR     the figures reached so far (tests/gold/floor.json)
  MEASURED  what `measure.py … --json` printed
  --raise   write the measured figures where they are higher
"""
import json, sys

def flat(measured):
    """F1 of each triple, and every single figure that is better when higher; of all annotated roles, those found with their target and voice:
    as a share of those found it would fall with each one more that is hard to tell."""
    figures = {}
    for name, value in measured.items():
        if name in ("role_target_accuracy", "role_voice_accuracy"):
            figures[name.replace("accuracy", "found")] = value * measured["roles"][1]
        elif name == "axes":
            figures.update({f"axis {axis}": triple[2] for axis, triple in value.items()})
        elif isinstance(value, list):
            figures[name] = value[2]
        elif isinstance(value, float):
            figures[name] = value
    return figures

def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(args) != 2:
        sys.exit(__doc__)
    measured = json.load(open(args[1], encoding="utf-8"))
    floor = json.load(open(args[0], encoding="utf-8"))
    figures = flat(measured)
    fallen = [f"{n}: {figures.get(n, 0):.3f} < {f:.3f}" for n, f in floor["at least"].items() if figures.get(n, 0) < f - 5e-4]
    fallen += [f"{n}: {measured[n]} > {f}" for n, f in floor["at most"].items() if measured[n] > f]
    for name, value in sorted(figures.items()):
        print(f"{name:28s} {value:.3f}   floor {floor['at least'].get(name, 0):.3f}")
    if "--raise" in sys.argv:
        floor["at least"] = {n: int(max(v, floor["at least"].get(n, 0)) * 1000) / 1000 for n, v in sorted(figures.items()) if v > 0}
        json.dump(floor, open(args[0], "w", encoding="utf-8"), indent=1, ensure_ascii=False)
    elif fallen:
        sys.exit("below the floor:\n  " + "\n  ".join(fallen))

if __name__ == "__main__":
    main()
