#!/usr/bin/env python3
"""Trains the UDPipe files that `parse.py` can use, from treebanks of Universal Dependencies (licences: Sequoia LGPL-LR, GSD CC BY-SA 4.0).

usage: parse_train.py OUT HELDOUT CONLLU...      (pip install ufal.udpipe; writes OUT.tokenizer, OUT.tagger and OUT.parser)
"""
import sys
from ufal import udpipe

OFF = "none"
TOKENIZER = "dimension=24;epochs=5;batch_size=50;learning_rate=0.005;dropout=0.1;tokenize_url=1;allow_spaces=0"
TAGGER = "models=1;iterations=5;use_lemma=1;use_xpostag=0;use_feats=1;provide_lemma=1;provide_xpostag=0;provide_feats=1"
PARSER = ("iterations=4;use_gold_tags=1;embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;embedding_lemma=0;embedding_deprel=20;learning_rate=0.02;"
          "learning_rate_final=0.001;l2=0.5;hidden_layer=100;batch_size=10;transition_system=projective;transition_oracle=static;structured_interval=0")
PARTS = {"tokenizer": (TOKENIZER, OFF, OFF), "tagger": (OFF, TAGGER, OFF), "parser": (OFF, OFF, PARSER)}


def sentences(paths):
    found, error = udpipe.Sentences(), udpipe.ProcessingError()
    for path in paths:
        reader = udpipe.InputFormat.newConlluInputFormat()
        reader.setText(open(path, encoding="utf-8").read())
        while reader.nextSentence(sentence := udpipe.Sentence(), error):
            found.append(sentence)
    return found


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    out, held_out, *train = sys.argv[1:]
    for name, options in PARTS.items():
        error = udpipe.ProcessingError()
        model = udpipe.Trainer.train("morphodita_parsito", sentences(train), sentences([held_out]), *options, error)
        if error.occurred():
            sys.exit(error.message)
        with open(f"{out}.{name}", "wb") as file:
            file.write(model if isinstance(model, bytes) else model.encode("utf-8", "surrogateescape"))


if __name__ == "__main__":
    main()
