#!/usr/bin/env python3
"""Expands the French dictionary independently of build/, for the most frequent words of UD French.

usage: expand.py lexicons/dictionnaire/fr.dic lexicons/dictionnaire/fr.aff CONLLU... > forms.tsv
then:  CADRAGE_FORMS=forms.tsv cargo test --release --test oracle -- --nocapture

Prints lemma, part of speech (n, a or v) and form, tab-separated, of the 2,000 most frequent verbs, nouns and adjectives.
"""
import collections, re, sys

MOST = 2000
KINDS = {"NOUN": "n", "ADJ": "a", "VERB": "v"}

def frequent(paths):
    seen = collections.Counter()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            cells = line.split("\t")
            if len(cells) > 4 and cells[3] in KINDS: seen[cells[2].lower(), KINDS[cells[3]]] += 1
    return {word for word, _ in seen.most_common(MOST)}

def affixes(path):
    rules, count = collections.defaultdict(list), 0
    for line in open(path, encoding="utf-8"):
        cells = line.split()
        if len(cells) >= 5 and cells[0] == "SFX":
            strip, add, condition = cells[2], cells[3].split("/")[0], cells[4]
            rules[cells[1]].append(("" if strip == "0" else strip, "" if add == "0" else add, re.compile(condition + "$"), " ".join(cells[5:])))
    return rules

def kinds(tags):
    out = set()
    for tag in re.findall(r"po:(\w+)", tags):
        if re.match(r"v\d", tag): out.add("v")
        elif tag == "nom": out.add("n")
        elif tag == "adj": out.add("a")
    return out

def main():
    if len(sys.argv) < 4: sys.exit(__doc__)
    words, rules = frequent(sys.argv[3:]), affixes(sys.argv[2])
    for line in open(sys.argv[1], encoding="utf-8").read().splitlines()[1:]:
        entry, _, tags = line.partition(" ")
        lemma, _, flags = entry.partition("/")
        for kind in kinds(tags):
            if (lemma, kind) not in words: continue
            forms = {lemma}
            for flag in re.findall("..", flags):
                for strip, add, condition, extra in rules.get(flag, []):
                    if lemma.endswith(strip) and condition.search(lemma):
                        forms.add(lemma[: len(lemma) - len(strip)] + add)
            for form in sorted(forms): print(lemma, kind, form, sep="\t")

if __name__ == "__main__":
    main()
