// « Pas d'accord ? »: hits struck out or given another voice, their list, and the file that others can take up.

function correct(hit, change) {
  if (change === null) corrections.delete(hit);
  else corrections.set(hit, change);
  markInArticles(hit);
  recount();
  if (shown) writePanel();
  writeCorrections();
}

// The word in its article shows what became of it.
function markInArticles(hit) {
  for (const mark of $$(`#article-${hit.article + 1} mark[data-h="${hit.index}"]`)) {
    mark.classList.toggle("struck", isStruck(hit));
    VOICES.forEach((name, at) => mark.classList.toggle(name, voiceOf(hit) === at));
  }
}

// In the shape that `cadrage report --corrections` reads.
function correctionsFile() {
  const list = [...corrections].map(([hit, change]) => {
    const article = DATA.articles[hit.article], [lexicon, marker] = DATA.markers[hit.marker];
    return { digest: article.digest, article: article.id, start: hit.start, end: hit.end, lexicon, marker, text: textOf(hit), change };
  });
  return JSON.stringify({ schema: "cadrage/corrections/1", corrections: list }, null, 1) + "\n";
}

const textOf = (hit) => $$(`#article-${hit.article + 1} mark[data-h="${hit.index}"]`).map((mark) => mark.textContent).join("");

function save() {
  const url = URL.createObjectURL(new Blob([correctionsFile()], { type: "application/json" }));
  make("a", { href: url, download: "corrections.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  unsaved = false;
}

function undoAll() {
  const hits = [...corrections.keys()];
  corrections.clear();
  hits.forEach(markInArticles);
  recount();
  if (shown) writePanel();
  writeCorrections();
}

let unsaved = false;
const bar = make("div", { class: "changes", role: "status", hidden: true });
document.body.append(bar);

const buttons = () => [
  make("button", { type: "button", class: "save", onclick: save }, WORDS.export),
  make("button", { type: "button", onclick: undoAll }, WORDS.undo),
];

function writeCorrections() {
  const n = corrections.size, place = $("#corrections");
  if (!place) return;
  unsaved = n > 0;
  const said = `${n}\u00a0${WORDS.corrections[n > 1 ? 1 : 0]}`;
  bar.hidden = n === 0;
  bar.replaceChildren(said + " ", make("a", { href: "#pas-d-accord" }, WORDS.see), " ", ...buttons());
  if (n === 0) return place.replaceChildren(make("p", {}, WORDS.none));
  const items = [...corrections].map(([hit, change]) => make("li", {},
    quoted(textOf(hit)), ` (${[DATA.articles[hit.article].o, DATA.articles[hit.article].t].filter(Boolean).join(", ")}) → `,
    change === "strike" ? WORDS.struck : WORDS.voices[VOICES.indexOf(change)], " ",
    make("button", { type: "button", onclick: () => correct(hit, null) }, WORDS.restore)));
  place.replaceChildren(make("p", {}, make("strong", {}, said)), make("ol", {}, ...items), make("p", {}, ...buttons()));
}

addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
writeCorrections();
