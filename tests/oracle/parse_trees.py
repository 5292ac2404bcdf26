"""Two parsers of French, and one form for what they give: a sentence is a list of tokens."""
import dataclasses, os

PLAIN = str.maketrans("«»\"“”’\u00a0\u202f\n", "     '   ")


@dataclasses.dataclass
class Token:
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    feats: str
    head: int  # index in the sentence, -1 for the root
    rel: str


def plain(text):
    """The text without quotation marks, which the treebanks hardly know, and where each of its characters stood."""
    kept, where = [], []
    for at, letter in enumerate(text.translate(PLAIN)):
        if letter != " " or kept and kept[-1] != " ":
            kept.append(letter)
            where.append(at)
    return "".join(kept), where


class Spacy:
    def __init__(self, name):
        import spacy
        from spacy.language import Language

        @Language.component("one_sentence")
        def one_sentence(doc):
            for token in doc:
                token.is_sent_start = token.i == 0
            return doc

        self.nlp = spacy.load(name, exclude=["ner"])
        self.nlp.add_pipe("one_sentence", before="parser")
        self.bytes = sum(os.path.getsize(os.path.join(d, f)) for d, _, files in os.walk(self.nlp.path) for f in files)

    def parse(self, text, base):
        text, where = plain(text)
        kept = [t for t in self.nlp(text) if not t.is_space]
        index = {t.i: n for n, t in enumerate(kept)}
        return [Token(base + where[t.idx], base + where[t.idx + len(t.text) - 1] + 1, t.text.lower(), t.lemma_.lower(), t.pos_, str(t.morph),
                      -1 if t.head.i == t.i else index.get(t.head.i, -1), t.dep_) for t in kept]


class Udpipe:
    def __init__(self, files):
        from ufal import udpipe
        self.udpipe, paths = udpipe, files.split(",")
        models = [udpipe.Model.load(path) for path in paths]
        self.tokenizer, self.tagger, self.parser = (models * 3)[:3] if len(models) == 1 else models
        self.bytes = sum(os.path.getsize(path) for path in paths)

    def parse(self, text, base):
        text, where = plain(text)
        reader, error, tokens = self.tokenizer.newTokenizer("presegmented;ranges"), self.udpipe.ProcessingError(), []
        reader.setText(text)
        while reader.nextSentence(sentence := self.udpipe.Sentence(), error):
            self.tagger.tag(sentence, "")
            self.parser.parse(sentence, "")
            # "du" is two words; both stand where it stands.
            whole = {n: m for m in sentence.multiwordTokens for n in range(m.idFirst, m.idLast + 1)}
            first = len(tokens)
            for word in list(sentence.words)[1:]:
                place = whole.get(word.id, word)
                start, end = place.getTokenRangeStart(), place.getTokenRangeEnd()
                tokens.append(Token(base + where[start], base + where[end - 1] + 1, word.form.lower(), word.lemma.lower(), word.upostag, word.feats,
                                    first + word.head - 1 if word.head else -1, word.deprel))
        return tokens
