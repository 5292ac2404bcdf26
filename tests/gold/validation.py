#!/usr/bin/env python3
"""How right the program is on each pole, as the program itself shows it.

usage: validation.py MEASURE_PY DOCS GOLD SCORES READ > lexicons/validation/NAME.toml

Annotated: passages that annotators found. Given: passages that the program gives. Right: those that are both. READ: how many of the articles were read when the lexicon was written.
"""
import collections, importlib.util, json, os, sys

measure_py, docs, gold_dir, scores, read = sys.argv[1:]
spec = importlib.util.spec_from_file_location("measure", measure_py)
measure = importlib.util.module_from_spec(spec)
spec.loader.exec_module(measure)

predicted = measure.load_pred(scores)
counts = collections.defaultdict(lambda: [0, 0, 0])
articles = 0
for name in sorted(os.listdir(gold_dir)):
    if not name.endswith(".json"):
        continue
    articles += 1
    gold = json.load(open(f"{gold_dir}/{name}", encoding="utf-8-sig"))["hits"]
    given = predicted.get(name[:-5], {}).get("hits", [])
    lexicon = given[0]["lexicon"] if given else None
    given = [hit for hit in given if hit["lexicon"] == lexicon]
    key = lambda hit: (hit["axis"], hit["pole"])
    pairs, _, _ = measure.match(gold, given, key)
    for hit in gold:
        counts[key(hit)][0] += 1
    for hit in given:
        counts[key(hit)][1] += 1
    for hit, _ in pairs:
        counts[key(hit)][2] += 1

print(f"# Written by tests/gold/validation.py: agreement with annotators on {articles} articles, pole by pole.")
print("# A lexicon's digest does not cover this file: it says how right the lexicon is, not what it is.\n")
print(f"articles = {articles}")
print(f"read = {int(read)}")
for (axis, pole), (annotated, given, right) in sorted(counts.items()):
    print(f'\n[[pole]]\npath = "{axis}/{pole}"\nannotated = {annotated}\ngiven = {given}\nright = {right}')
