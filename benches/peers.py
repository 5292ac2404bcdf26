#!/usr/bin/env python3
"""cadrage beside what else counts words, on the same corpora, in pairs; and how time and memory grow. Prints the tables of docs/PERFORMANCE.md.

    cargo build --release --bins --examples
    python3 benches/peers.py [--megabytes 100] [--rounds 5] [--growth 1,10,100,1000] [--work FOLDER]

Tools that are not installed are left out and named: wc, rg (ripgrep), xan, and of this Python the modules ahocorasick and nltk.
Each round runs cadrage and the peer in turn; a ratio is the median over rounds of one pair's ratio. Wall and CPU time and peak memory are the
child's own, as the system tells them. The first run of each warms the cache and is not counted.
"""

import argparse
import collections
import importlib.util
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENTRIES = 200
NEWS = ["general", "conflict"]
LEAST = ["wc -w", "a bare loop, one core", "a bare loop, two cores"]


def run(command, stdout=subprocess.DEVNULL):
    """Wall seconds, CPU seconds and peak megabytes of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command} ended with {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pairs(ours, theirs, rounds):
    """Ratios of wall and CPU time (ours to theirs), and the medians of both."""
    run(ours), run(theirs)
    measured = [(run(ours), run(theirs)) for _ in range(rounds)]
    middle = lambda values: statistics.median(list(values))
    return {
        "wall": middle(a[0] / b[0] for a, b in measured),
        "cpu": middle(a[1] / b[1] for a, b in measured),
        "ours": [middle(a[i] for a, _ in measured) for i in range(3)],
        "theirs": [middle(b[i] for _, b in measured) for i in range(3)],
    }


def entries(corpus, path):
    """The most frequent long words of the first articles: what a dictionary of this many entries would find."""
    words = collections.Counter()
    with open(corpus, encoding="utf-8") as lines:
        for _, line in zip(range(2000), lines):
            words.update(word for word in re.findall(r"\w+", json.loads(line)["text"].lower()) if len(word) > 5)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"{word}\n" for word, _ in words.most_common(ENTRIES))


AHOCORASICK = """
import ahocorasick, json, sys
words = [line.strip() for line in open(sys.argv[2], encoding="utf-8")]
automaton = ahocorasick.Automaton()
for word in words: automaton.add_word(word, word)
automaton.make_automaton()
total = 0
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["text"].lower()
    counts = {}
    for end, word in automaton.iter(text):
        start = end - len(word)
        if (start < 0 or not text[start].isalnum()) and (end + 1 == len(text) or not text[end + 1].isalnum()):
            counts[word] = counts.get(word, 0) + 1
    total += sum(counts.values())
assert total > 0
"""

NLTK = """
import json, re, sys
from nltk.stem.snowball import FrenchStemmer
stem, cache = FrenchStemmer().stem, {}
def stem_of(word):
    if word not in cache: cache[word] = stem(word)
    return cache[word]
wanted = {stem_of(line.strip()) for line in open(sys.argv[2], encoding="utf-8")}
total = 0
for line in open(sys.argv[1], encoding="utf-8"):
    counts = {}
    for word in re.findall(r"\\w+", json.loads(line)["text"].lower()):
        found = stem_of(word)
        if found in wanted: counts[found] = counts.get(found, 0) + 1
    total += sum(counts.values())
assert total > 0
"""


def peers(corpus, words, target):
    """Name and command of each peer that is here, and the names of those that are not."""
    python = lambda code: [sys.executable, "-c", code, corpus, words]
    xan = f"xan from -f ndjson {corpus} | xan tokenize words text --parallel --lower --stemmer carry"
    bare = os.path.join(target, "examples", "bare_loop")
    known = [
        ("wc -w", shutil.which("wc"), ["wc", "-w", corpus]),
        ("a bare loop, one core", shutil.which(bare), [bare, corpus, words, "1"]),
        ("a bare loop, two cores", shutil.which(bare), [bare, corpus, words, "2"]),
        ("ripgrep -c -F -w -i -f", shutil.which("rg"), ["rg", "-c", "-F", "-w", "-i", "-f", words, corpus]),
        ("xan tokens, stems", shutil.which("xan"), ["bash", "-o", "pipefail", "-c", xan]),
        ("pyahocorasick, whole words", importlib.util.find_spec("ahocorasick"), python(AHOCORASICK)),
        ("NLTK Snowball with a cache", importlib.util.find_spec("nltk"), python(NLTK)),
    ]
    return [(name, command) for name, here, command in known if here], [name for name, here, _ in known if not here]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=int, default=100)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--growth", default="1,10,100,1000", help="sizes in megabytes; empty for none")
    options.add_argument("--work", help="a folder for corpora and scores; a temporary one by default")
    options.add_argument("--target", default=os.path.join(ROOT, "target", "release"))
    options = options.parse_args()
    work = options.work or tempfile.mkdtemp()
    os.makedirs(work, exist_ok=True)
    cadrage, maker = os.path.join(options.target, "cadrage"), os.path.join(options.target, "examples", "make_corpus")
    scores = os.path.join(work, "scores.jsonl")

    def make(megabytes):
        subprocess.run([maker, work, str(megabytes)], check=True, stdout=subprocess.DEVNULL)
        return {news: os.path.join(work, f"{news}.jsonl") for news in NEWS}

    def score(corpus, *more):
        return [cadrage, "score", corpus, "-o", scores, "--quiet", *more]

    corpora = make(options.megabytes)
    print(f"{os.cpu_count()} cores, {options.megabytes} MB, medians of {options.rounds} pairs\n")
    print("| corpus | cadrage | beside | wall, times | CPU, times | cadrage MB/s (peak MB) | peer MB/s (peak MB) | scores |")
    print("|---|---|---|---|---|---|---|---|")
    for news in NEWS:
        words = os.path.join(work, "words.txt")
        entries(corpora[news], words)
        here, missing = peers(corpora[news], words, options.target)
        least = [peer for peer in here if peer[0] in LEAST]
        for label, more in [("hits, voice, roles", []), ("--only hits", ["--only", "hits"])]:
            without = [("cadrage --only hits,voice", [cadrage, "score", corpora[news], "-o", os.path.join(work, "without.jsonl"), "--quiet", "--only", "hits,voice"])]
            for name, command in here + without if not more else least:
                found = pairs(score(corpora[news], *more), command, options.rounds)
                speed = lambda side: f"{options.megabytes / side[0]:.0f} ({side[2]:.0f})"
                size = os.path.getsize(scores) / 1e6
                print(f"| {news} | {label} | {name} | {found['wall']:.2f} | {found['cpu']:.2f} | {speed(found['ours'])} | {speed(found['theirs'])} | {size:.0f} MB |", flush=True)
    print(f"\nnot installed: {', '.join(missing) or 'none'}")

    sizes = [int(size) for size in options.growth.split(",") if size]
    if sizes:
        print("\n| corpus | MB | wall s | CPU s | CPU ms/MB | peak MB |\n|---|---|---|---|---|---|")
    for megabytes in sizes:
        corpora = make(megabytes)
        for news in NEWS:
            rounds = [run(score(corpora[news])) for _ in range(1 if megabytes > 100 else 3)]
            wall, cpu, peak = (statistics.median(values) for values in zip(*rounds))
            print(f"| {news} | {megabytes} | {wall:.1f} | {cpu:.1f} | {cpu * 1000 / megabytes:.0f} | {peak:.0f} |", flush=True)
    for name in [scores, os.path.join(work, "without.jsonl"), *corpora.values(), os.path.join(work, "words.txt")]:
        os.remove(name)


if __name__ == "__main__":
    main()
