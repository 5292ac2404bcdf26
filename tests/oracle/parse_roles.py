"""Roles out of parsed sentences, with the triggers, ties, guards and names of the program's own lexicons.

What `src/roles` does on chunks of a sentence, done on its tree; less of what goes beyond the sentence.
"""
import collections, os, re, time, tomllib

# What makes a lexicon one of roles or of actors; without it, it is a list of markers.
SPECIAL = re.compile(r"(purpose|agent|patient|other|suffered|mutual|effects|mirror|turns-into|at-home|anyone|stands-for|home|nobody|places|hits|misses)\b")
POSSESSIVES = {"son", "sa", "ses", "leur", "leurs"}
RELATIVES = {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}
OBJECT_RELATIVES = {"que", "qu'"}
NOBODY = {"on", "nous", "vous", "je", "j'", "c'", "ce", "tu"}
CONTRACTED = {"de": {"de", "du", "des", "d'"}, "à": {"à", "au", "aux"}}


def unique(items):
    return list(dict.fromkeys(items))


class Lexicons:
    def __init__(self, folder="lexicons"):
        self.marker, self.pole, self.stands_for, self.home, self.nobody = {}, {}, {}, {}, set()
        for name in ("roles", "acteurs"):
            for file in sorted(os.listdir(f"{folder}/{name}")):
                with open(f"{folder}/{name}/{file}", "rb") as handle:
                    data = tomllib.load(handle)
                for marker in data.get("marker", []):
                    self.marker[marker["pole"], marker["name"]] = marker
                for pole in data.get("pole", []):
                    if name == "roles":
                        self.pole[pole["id"]] = pole
                    self.stands_for.setdefault(pole["id"], pole.get("stands-for") or [pole["id"]])
                    if pole.get("home"):
                        self.home[pole["id"]] = pole["home"]
                    if pole.get("nobody"):
                        self.nobody.add(pole["id"])

    @staticmethod
    def as_markers(source, target):
        """The same words, guards and exceptions as a lexicon of plain markers."""
        os.makedirs(target)
        for file in os.listdir(source):
            kept, inside = [], False
            for line in open(f"{source}/{file}", encoding="utf-8"):
                if inside:
                    inside = not line.startswith("]")
                elif SPECIAL.match(line):
                    inside = line.rstrip().endswith("[")
                else:
                    kept.append(re.sub(r'^id = "(roles-joues|acteurs)"', lambda m: f'id = "words-{m[1]}"', line))
            open(f"{target}/{file}", "w", encoding="utf-8").writelines(kept)


class Article:
    def __init__(self, words, roles, text, lexicons, parser, stats):
        self.text, self.sentences, self.lexicons, self.parser, self.stats, self.read = text, words["sentences"], lexicons, parser, stats, {}
        self.program, self.triggers, self.context, self.actors, self.places = roles["roles"], [], [], [], []
        for hit in words["hits"]:
            if hit["lexicon"] == "words-roles-joues":
                effects = set(lexicons.pole[hit["pole"]].get("effects", []))
                if effects:
                    self.context.append((hit["start"], hit["end"], effects, hit["negated"]))
                else:
                    self.triggers.append(hit)
            elif hit["axis"] == "lieu":
                self.places.append((hit["start"], hit["end"], [hit["pole"]], hit["sentence"]))
            else:
                who = [] if hit["pole"] in lexicons.nobody else lexicons.stands_for[hit["pole"]]
                self.actors.append((hit["start"], hit["end"], who, hit["sentence"]))
        self.introduce()
        self.scene = self.where([(z["start"], z["end"]) for z in words["zones"] if z["kind"] in ("title", "lead")])

    def introduce(self):
        """"Ida Holm, ministre norvégienne": the name stands for Norway all over the article."""
        known = set()
        for start, end, effects, _ in self.context:
            near = next((a for a in self.actors if a[2] and start <= a[0] < end + 25 and not re.search(r"[.,;:«]", self.text[end:a[0]])), None)
            if "institution" not in effects or near is None:
                continue
            after = re.match(r",?\s+((?:[A-ZÉÈ][\w'’-]+\s?)+)", self.text[max(end, near[1]):][:50])
            before = re.search(r"((?:[A-ZÉÈ][\w'’-]+\s?)+),\s+(?:l[ea]\s+|l['’])?$", self.text[max(0, start - 50):start])
            known |= {(m[1].split()[-1], tuple(near[2])) for m in (after, before) if m and len(m[1].split()[-1]) > 3}
        for name, who in known:
            for m in re.finditer(rf"\b{re.escape(name)}\b", self.text):
                if not any(a[0] <= m.start() < a[1] for a in self.actors):
                    self.actors.append((m.start(), m.end(), list(who), self.sentence_at(m.start())))
        self.actors.sort()

    def where(self, headlines):
        """The country of most places; those of title and lead count triple."""
        count = collections.Counter()
        inside = [a for a in self.actors if re.search(r"\b(en|au|aux)\s+$", self.text[max(0, a[0] - 4):a[0]])]
        for start, _, who, _ in self.places + inside:
            for country in who:
                if country not in self.lexicons.home:
                    count[country] += 100 * (3 if any(a <= start < b for a, b in headlines) else 1)
        for _, _, who, _ in self.actors:
            for country in who:
                count[country] += count[country] > 0
        return max(count, key=count.get) if count else None

    def sentence_at(self, position):
        return max((n for n, span in enumerate(self.sentences) if span[0] <= position), default=0)

    def parsed(self, n):
        if n not in self.read:
            start, end = self.sentences[n]
            before = time.process_time()
            tokens = self.parser.parse(self.text[start:end], start)
            self.stats["seconds"] += time.process_time() - before
            self.stats["words"] += sum(t.pos != "PUNCT" for t in tokens)
            self.stats["parsed"] += 1
            self.read[n] = Sentence(self, n, tokens)
        return self.read[n]

    def statements(self):
        return [s for n in sorted({hit["sentence"] for hit in self.triggers}) for s in self.parsed(n).statements()]


class Sentence:
    def __init__(self, article, number, tokens):
        self.article, self.number, self.tokens, self.lexicons = article, number, tokens, article.lexicons
        start, end = article.sentences[number]
        self.actors = [a for a in article.actors if a[3] == number]
        self.places = [a for a in article.places if a[3] == number]
        self.context = [c for c in article.context if start <= c[0] < end]
        self.children = [[] for _ in tokens]
        for n, token in enumerate(tokens):
            if token.head >= 0:
                self.children[token.head].append(n)

    def is_rel(self, n, *names):
        return self.tokens[n].rel.split(":")[0] in names or self.tokens[n].rel in names

    def under(self, n, *names):
        return [k for k in self.children[n] if self.is_rel(k, *names)]

    def touches(self, n, start, end):
        return start < self.tokens[n].end and self.tokens[n].start < end

    def mention(self, n):
        return [a for a in self.actors if self.touches(n, a[0], a[1])]

    def has(self, n, effect):
        return any(self.touches(n, s, e) and effect in effects and not (negated and effect == "denies") for s, e, effects, negated in self.context)

    def is_verb(self, n):
        return self.tokens[n].pos in ("VERB", "AUX") or bool(self.under(n, "nsubj", "aux"))

    def is_infinitive(self, n):
        return "VerbForm=Inf" in self.tokens[n].feats

    def is_participle(self, n):
        return "VerbForm=Part" in self.tokens[n].feats and "Tense=Past" in self.tokens[n].feats

    def is_passive(self, n):
        if any(self.tokens[k].rel in ("nsubj:pass", "aux:pass") for k in self.children[n]):
            return True
        if not self.is_participle(n) or self.under(n, "aux", "nsubj"):
            return False
        head = self.tokens[n].head
        return self.is_passive(head) if self.is_rel(n, "conj") and self.is_verb(head) else True

    def is_possessed(self, n):
        return any(self.tokens[k].text in POSSESSIVES for k in self.children[n])

    def cases(self, n):
        return {word for k in self.under(n, "case") for word in (self.tokens[k].lemma, self.tokens[k].text)}

    def coordinated(self, nodes):
        return unique(m for n in nodes for m in [n, *self.coordinated(k for k in self.under(n, "conj") if not self.is_verb(k))])

    def subject(self, verb):
        """Who a verb is said of: its own subject, that of the verb it hangs on, the noun that a relative or a participle completes."""
        own = self.under(verb, "nsubj")
        if own:
            return self.antecedents(verb) if self.tokens[own[0]].text in RELATIVES else self.coordinated(own[:1])
        head, rel = self.tokens[verb].head, self.tokens[verb].rel.split(":")[0]
        hangs_on = rel in ("xcomp", "acl") or rel in ("ccomp", "advcl", "parataxis", "obl", "dep") and (self.is_infinitive(verb) or "VerbForm=Part" in self.tokens[verb].feats)
        if head < 0 or not (hangs_on or rel == "conj"):
            return []
        if rel == "conj":
            return self.subject(head) if self.is_verb(head) else []
        if rel == "acl" or not self.is_verb(head) and not self.is_rel(head, "xcomp"):
            return self.coordinated([head])
        if self.has(head, "object-acts") and rel != "advcl":
            return self.objects(head) or self.at_preposition(head, "à") or self.subject(head)
        return self.subject(head)

    def antecedents(self, verb):
        while self.tokens[verb].head >= 0 and not self.is_rel(verb, "acl"):
            verb = self.tokens[verb].head
        return self.coordinated([self.tokens[verb].head]) if self.tokens[verb].head >= 0 else []

    def objects(self, verb):
        if self.is_passive(verb):
            return self.subject(verb)
        own = self.under(verb, "obj")
        if any(self.tokens[k].text in OBJECT_RELATIVES for k in self.children[verb]) and self.tokens[verb].rel == "acl:relcl":
            return self.antecedents(verb)
        if not own and self.is_rel(verb, "conj") and not self.under(verb, "obl", "ccomp") and self.is_verb(self.tokens[verb].head):
            return self.objects(self.tokens[verb].head)
        return self.coordinated(own)

    def doer(self, verb):
        if not self.is_passive(verb):
            return self.subject(verb)
        return self.coordinated(self.under(verb, "obl:agent") or [k for k in self.under(verb, "obl", "nmod") if "par" in self.cases(k)])

    def at_preposition(self, n, word):
        return self.coordinated(k for k in self.under(n, "nmod", "obl", "iobj") if self.cases(k) & CONTRACTED.get(word, {word}))

    def who(self, n, acting=True, depth=5):
        """The actors for whom a noun phrase stands; people who do not act for their state count where `acting` is false."""
        token, named = self.tokens[n], self.mention(n)
        if depth == 0:
            return []
        if named:
            actors = [actor for a in named for actor in a[2]]
            alone = not actors or any(actor in self.lexicons.home for actor in actors)
            beside = [] if alone else self.under(n, "amod")
            return unique(actors + [actor for k in beside for a in self.mention(k) for actor in a[2]])
        if token.pos == "PRON":
            return self.antecedent(n, depth - 1)
        if self.has(n, "both-parties"):
            return unique(actor for a in reversed(self.article.actors) if a[3] < self.number for actor in a[2])[:2]
        if self.has(n, "country") and not self.is_possessed(n):
            return [actor for a in self.article.actors if a[1] <= token.start for actor in a[2] if actor not in self.lexicons.home][-1:]
        if acting and self.has(n, "bystander"):
            return []
        near = self.coordinated(self.under(n, "amod")) + self.under(n, "flat") + [k for k in self.under(n, "nmod", "appos") if not self.cases(k)]
        actors = unique(actor for k in near for a in self.mention(k) for actor in a[2])
        if actors or self.has(n, "outsider"):
            return actors
        place = [a[2][0] for a in self.places if self.touches(n, a[0], a[1])]
        if place and not acting:
            return place[:1]
        if self.is_possessed(n):
            return self.holder(n, depth - 1)
        for linked in (self.at_preposition(n, "de"), self.under(n, "appos"), self.owner(n), [m for k in self.under(n, "acl") if self.has(k, "lends-subject") for m in self.doer(k)]):
            actors = unique(actor for k in linked if k != n for actor in self.who(k, acting, depth - 1))
            if actors:
                return actors
        if self.has(n, "institution") and self.under(n, "det"):
            return self.institution(n)
        return [self.article.scene] if not acting and self.has(n, "scene") and self.article.scene else []

    def owner(self, n):
        """"la Russie, dont les blindés"."""
        verb = self.tokens[n].head
        return self.antecedents(verb) if verb >= 0 and any(self.tokens[k].text == "dont" for k in self.children[n] + self.children[verb]) else []

    def institution(self, n):
        """"l'armée": whose was named last, the same word before any other, else the country of the fighting."""
        told = [(s, a) for s, e, effects, _ in self.article.context if "institution" in effects and e <= self.tokens[n].start
                for a in self.article.actors if a[2] and s <= a[0] < e + 20]
        same = [(s, a) for s, a in told if self.article.text[s:].lower().startswith(self.tokens[n].text)]
        return (same or told)[-1][1][2][:1] if told else [self.article.scene] if self.article.scene else []

    def holder(self, n, depth=4):
        """Whose, of "son offre": the subject of a verb above, else of the sentence before."""
        at = n
        while self.tokens[at].head >= 0 and depth:
            at = self.tokens[at].head
            if self.is_verb(at):
                actors = unique(actor for k in self.subject(at) if k != n for actor in self.who(k, True, depth - 1))
                if actors:
                    return actors
        return self.subject_before(depth - 1)

    def antecedent(self, n, depth):
        if self.tokens[n].text in NOBODY:
            return []
        if self.tokens[n].text in RELATIVES:
            return unique(actor for k in self.antecedents(self.tokens[n].head) for actor in self.who(k, True, depth))
        return self.subject_told(range(n), depth) or self.subject_before(depth)

    def subject_before(self, depth):
        if self.number == 0 or depth <= 0:
            return []
        before = self.article.parsed(self.number - 1)
        return before.subject_told(range(len(before.tokens)), depth)

    def subject_told(self, places, depth):
        for n in reversed(places):
            if self.is_rel(n, "nsubj") and self.tokens[n].pos != "PRON":
                actors = unique(actor for k in self.coordinated([n]) for actor in self.who(k, True, depth))
                if actors:
                    return actors
        return []

    def light_verb(self, noun):
        """The verb whose object, or passive subject, a noun is."""
        head = self.tokens[noun].head
        while head >= 0 and self.is_rel(noun, "conj"):
            noun, head = head, self.tokens[head].head
        return head if head >= 0 and self.is_rel(noun, "obj", "obl", "iobj", "nsubj") and self.is_verb(head) else None

    def of_verb(self, verb, tie):
        if tie in ("subject", "object"):
            return self.doer(verb) if tie == "subject" else self.objects(verb)
        # "livre des armes à Kiev": the complement may hang on the object.
        return self.at_preposition(verb, tie) or [k for o in self.under(verb, "obj") if tie != "de" for k in self.at_preposition(o, tie)]

    def of_noun(self, noun, tie):
        verb = self.light_verb(noun)
        is_subject = self.is_rel(noun, "nsubj")
        if tie == "subject":
            if verb is not None and self.has(verb, "lends-subject") and (not is_subject or self.is_passive(verb)):
                return self.doer(verb)
            for participle in self.under(noun, "acl"):
                if self.has(participle, "lends-subject"):
                    return self.doer(participle)
            for at in [verb, *self.under(noun, "acl")]:
                if at is not None and self.has(at, "attributed-to"):
                    return self.at_preposition(at, "à")
            if verb is not None and self.has(verb, "condemns") and not is_subject:
                return self.at_preposition(verb, "à") or ([k for k in self.objects(verb) if k != noun] if "de" in self.cases(noun) else [])
            return []
        if tie == "object":
            return self.subject(verb) if verb is not None and self.has(verb, "lends-target") and not is_subject else []
        if tie == "apposition":
            return self.subject(noun) if self.under(noun, "nsubj") else [self.tokens[noun].head] if self.is_rel(noun, "appos") else self.under(noun, "appos")
        found = self.at_preposition(noun, tie)
        if not found and tie == "par":
            return [k for at in self.under(noun, "acl") for k in self.doer(at)]
        if not found and tie != "de" and verb is not None and self.has(verb, "lends-subject"):
            return [k for k in self.at_preposition(verb, tie) if k != noun]
        return found

    def at_tie(self, node, tie, acting):
        """(actors, nodes) at a tie that the lexicon names."""
        if tie == "adjective":
            named = [k for k in self.coordinated(self.under(node, "amod")) if self.mention(k)]
            return unique(actor for k in named for a in self.mention(k) for actor in a[2]), named
        if tie == "possessive":
            head = node
            while not self.is_possessed(head) and self.is_rel(head, "nmod"):
                head = self.tokens[head].head
            return (self.holder(head), []) if self.is_possessed(head) else ([], [])
        if tie == "listed":
            nodes = [k for k in range(node, len(self.tokens)) if any(self.tokens[m].text == "dont" for m in self.children[k]) and not self.is_verb(k)]
        else:
            nodes = self.of_verb(node, tie) if self.is_verb(node) and tie != "apposition" else self.of_noun(node, tie)
        return unique(actor for k in nodes for actor in self.who(k, acting)), nodes

    def first(self, node, ties, acting):
        nodes = []
        for tie in ties:
            actors, found = self.at_tie(node, tie, acting)
            if actors:
                return actors, found
            nodes = nodes or found
        return [], nodes

    def node(self, hit):
        """The word of a trigger that the others of it hang on."""
        inside = [n for n in range(len(self.tokens)) if self.touches(n, hit["start"], hit["end"])]
        tops = [n for n in inside if self.tokens[n].head not in inside and not self.is_rel(n, "aux", "cop", "punct", "case", "det")]
        return tops[0] if tops else None

    def governed(self, node, effect):
        while self.tokens[node].head >= 0:
            if self.is_rel(node, "nsubj", "parataxis", "conj", "advcl", "appos") or self.tokens[node].rel == "acl:relcl":
                return False
            node = self.tokens[node].head
            if self.has(node, effect):
                return True
        return False

    def statements(self):
        return unique(s for hit in self.article.triggers if hit["sentence"] == self.number for s in self.of_trigger(hit))

    def of_trigger(self, hit):
        """(sentence, actor, role) for each statement, its mirror too."""
        marker, role, node = self.lexicons.marker[hit["pole"], hit["marker"]], self.lexicons.pole[hit["pole"]], self.node(hit)
        if node is None or hit["negated"] or not role.get("mirror") and self.governed(node, "denies"):
            return []
        agents, doers = self.first(node, marker["agent"], not role.get("anyone"))
        patients, bearers = self.first(node, marker.get("patient", []), bool(role.get("mirror") or marker.get("other")))
        if role.get("mirror"):
            # Of what is condemned, who did it.
            did = [actor for k in bearers for act in self.article.triggers if act is not hit and self.touches(k, act["start"], act["end"])
                   for actor in self.first(k, self.lexicons.marker[act["pole"], act["marker"]]["agent"], True)[0]]
            patients = unique(did) or patients
        patients = [p for p in patients if p not in agents]
        if marker.get("mutual"):
            agents, patients = agents + patients, patients + agents
        if role.get("turns-into"):
            adversary = any(self.has(k, "adversary") for b in bearers for k in [b, *self.children[b]])
            blamed = any(self.has(k, "condemns") for k in [node, *doers, *self.under(node, "amod")])
            if adversary or blamed or self.governed(node, "condemns"):
                role = self.lexicons.pole[role["turns-into"]]
            patients = [] if adversary else patients
        told = [s for a in agents for p in patients or [None] if a != p for s in self.told(a, role, p)]
        if marker.get("other"):
            told += [s for p in patients for s in self.told(p, self.lexicons.pole[marker["other"]], agents[0] if agents else None)]
        if marker.get("suffered") and not agents and (doers or self.is_passive(node)):
            told += [s for p in patients for s in self.told(p, self.lexicons.pole[marker["suffered"]], None)]
        return told

    def told(self, actor, role, target):
        """Nothing of those who act on their own soil."""
        scene, organisation = self.article.scene, actor in self.lexicons.home
        at_home = lambda x: scene is not None and (x == scene or scene in self.lexicons.home.get(x, []))
        excused = role.get("at-home") or role.get("anyone") and organisation or organisation and target is not None and not at_home(target)
        if role.get("mirror") and target is None or at_home(actor) and not excused:
            return []
        mirror = [(self.number, target, role["mirror"])] if role.get("mirror") else []
        return [(self.number, actor, role["id"]), *mirror]
