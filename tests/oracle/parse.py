#!/usr/bin/env python3
"""Would a dependency parse of the sentences that hold a trigger find more roles than the rules over clauses?

usage: parse.py CADRAGE DOCS GOLD MODEL      (pip install spacy and a model, or ufal.udpipe)
  CADRAGE  the program; run this in the folder that holds `lexicons/`
  DOCS     folder of <id>.txt
  GOLD     folder of <id>.json, annotated articles with `roles`
  MODEL    a spaCy model (fr_core_news_sm), or UDPipe files, all in one or tokenizer, tagger and parser joined by commas (`parse_train.py`)

Triggers, ties and guards, names of actors, words that deny, condemn or lend are the program's own: `lexicons/roles` and
`lexicons/acteurs` are run as word lists. Only the way from a trigger to its parties is the parse's. A role is found where a sentence of
the program gives the same role to the same actor.
"""
import collections, json, os, subprocess, sys, tempfile
from parse_roles import Article, Lexicons
from parse_trees import Spacy, Udpipe

# Roles that a trigger of another may give.
FAMILY = {"ingerence": {"ingerence", "soutien", "combat"}, "accuse": {"accusateur"}, "victime": {"victime", "combat"}}


def run(program, paths, *options):
    lines = subprocess.run([program, "score", "-q", *paths, *options], check=True, capture_output=True, text=True).stdout.splitlines()
    return {os.path.basename(r["path"])[:-4]: r for r in map(json.loads, lines)}


def figures(found, gold):
    right = len(found & gold)
    precision, recall = right / len(found) if found else 0, right / len(gold) if gold else 0
    return f"{precision:.2f} | {recall:.2f} | {2 * precision * recall / (precision + recall or 1):.2f}"


def cause(article, key, role):
    """Why the program did not find it, as far as words tell."""
    _, sentence, actor, name = key
    start, end = article.sentences[sentence]
    family = FAMILY.get(name, set()) | {name}
    if not any(hit["pole"] in family and role["start"] - 5 <= hit["start"] < role["end"] + 5 for hit in article.triggers):
        return "no trigger"
    return "trigger and actor" if any(start <= a[0] < end and actor in a[2] for a in article.actors) else "actor not named in the sentence"


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    program, docs, gold_dir, model = sys.argv[1:]
    parser, lexicons, stats = (Udpipe if os.path.isfile(model.split(",")[0]) else Spacy)(model), Lexicons(), collections.Counter()
    names = sorted(f[:-5] for f in os.listdir(gold_dir) if f.endswith(".json"))
    paths = [f"{docs}/{name}.txt" for name in names]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("roles", "acteurs"):
            Lexicons.as_markers(f"lexicons/{name}", f"{folder}/{name}")
        words = run(program, paths, "--lexicon", f"{folder}/roles", "--lexicon", f"{folder}/acteurs", "--only", "hits")
    scores = run(program, paths, "--lexicon", "conflit")
    gold, rules, parse, causes = set(), set(), set(), collections.Counter()
    for name in names:
        text = open(f"{docs}/{name}.txt", encoding="utf-8-sig", newline="").read()
        article = Article(words[name], scores[name], text, lexicons, parser, stats)
        annotated = {(name, article.sentence_at(r["start"]), r["actor"], r["role"]): r for r in json.load(open(f"{gold_dir}/{name}.json", encoding="utf-8"))["roles"]}
        given = {(name, r["sentence"], r["actor"], r["role"]) for r in article.program}
        gold, rules, parse = gold | annotated.keys(), rules | given, parse | {(name, *s) for s in article.statements()}
        stats["sentences"] += len(article.sentences)
        stats["with a trigger"] += len({hit["sentence"] for hit in article.triggers})
        for key in annotated.keys() - given:
            causes[cause(article, key, annotated[key])] += 1
    print(f"{len(names)} articles, {len(gold)} roles; {stats['with a trigger']} of {stats['sentences']} sentences hold a trigger, {stats['parsed']} parsed, "
          f"{stats['words'] / stats['seconds']:.0f} words/s of CPU, model {parser.bytes / 1e6:.1f} MB\n")
    print("| | precision | recall | F1 | roles added | false ones added |\n|---|---|---|---|---|---|")
    ways = {"rules": rules, "parse": parse, "either": rules | parse, "both": rules & parse}
    for way, found in ways.items():
        print(f"| {way} | {figures(found, gold)} | {len(found & gold) - len(rules & gold):+} | {len(found - gold) - len(rules - gold):+} |")
    print("\n| role | n | " + " | ".join(f"{way} P | R | F1" for way in ways) + " |" + "\n" + "|---" * 14 + "|")
    for role in sorted({key[3] for key in gold}):
        of = lambda keys: {key for key in keys if key[3] == role}
        print(f"| {role} | {len(of(gold))} | " + " | ".join(figures(of(found), of(gold)) for found in ways.values()) + " |")
    print(f"\nmissed by the rules: {sum(causes.values())}, of which the parse finds {len((parse - rules) & gold)}")
    for name, count in causes.most_common():
        print(f"  {count:4} {name}")


if __name__ == "__main__":
    main()
