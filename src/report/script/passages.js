// The panel with the passages that a number counts.

const panel = make("aside", { id: "passages", tabindex: "-1", hidden: true, role: "dialog", "aria-labelledby": "passages-titre" });
document.body.append(panel);
let openedBy = null;

// The hits that the number with this id counts, struck ones among them; null where the id is not of that kind.
function hitsOf(id) {
  const main = mainVoices();
  let parts = id.match(/^([ac])(\d+)-(\d+)-(\d+)(?:-(outlet|direct|indirect|scare))?$/);
  if (parts) {
    const [, kind, number, place, group, voice] = parts;
    const said = (hit) => voice ? voiceOf(hit) === VOICES.indexOf(voice) : voiceOf(hit) < 0 || main.includes(voiceOf(hit));
    const is = kind === "a"
      ? (hit) => DATA.poles[hit.pole][0] === `a${number}-${place}`
      : (hit) => hit.sides.some(([contrast, side]) => contrast === Number(number) && side === Number(place));
    const found = HITS.filter((hit) => DATA.articles[hit.article].g === group - 1 && is(hit) && said(hit) && takesHit(hit));
    const word = kind === "a" ? DATA.poles.find(([key]) => key === `a${number}-${place}`)[1] : DATA.sides[number][place];
    return { found, word, group: DATA.groups[group - 1], voice: voice ? WORDS.voices[VOICES.indexOf(voice)] : null };
  }
  // Totals over all groups: the script alone makes links of them.
  parts = id.match(/^t(\d+-\d+)(?:-(outlet|direct|indirect|scare|all))?$/);
  if (parts) {
    const voices = parts[2] === undefined ? [-1, ...main] : parts[2] === "all" ? [-1, 0, 1, 2, 3] : [VOICES.indexOf(parts[2])];
    const found = HITS.filter((hit) => DATA.articles[hit.article].g !== null && DATA.poles[hit.pole][0] === "a" + parts[1] && voices.includes(voiceOf(hit)) && takesHit(hit));
    return { found, word: DATA.poles.find(([known]) => known === "a" + parts[1])[1], group: null, voice: WORDS.voices[VOICES.indexOf(parts[2])] || null };
  }
  parts = id.match(/^o(\d+-\d+)-(own|told|scare|all)$/);
  if (!parts) return null;
  const wanted = { own: [-1, 0], told: [1, 2], scare: [3], all: [-1, 0, 1, 2, 3] }[parts[2]];
  const key = "a" + parts[1];
  const found = HITS.filter((hit) => DATA.poles[hit.pole][0] === key && wanted.includes(voiceOf(hit)) && takesHit(hit));
  return { found, word: DATA.poles.find(([known]) => known === key)[1], group: null, voice: null };
}

const quoted = (word) => DATA.lang === "fr" ? `«\u00a0${word}\u00a0»` : `“${word}”`;
const passagesWord = (n) => `${n}\u00a0${WORDS.passages[n === 1 || (n === 0 && DATA.lang === "fr") ? 0 : 1]}`;

// The sentence as the article has it, with this hit alone marked; null where the page does not hold the text.
function sentenceOf(hit) {
  const original = $(`#s${hit.article + 1}-${hit.sentence}`);
  if (!original) return null;
  const copy = make("q");
  copy.append(...original.cloneNode(true).childNodes);
  for (const mark of $$("mark, u", copy)) {
    if (mark.tagName !== "MARK" || Number(mark.dataset.h) !== hit.index) mark.replaceWith(...mark.childNodes);
    else mark.removeAttribute("title");
  }
  copy.normalize();
  return copy;
}

function passage(hit) {
  const article = DATA.articles[hit.article], voice = voiceOf(hit);
  const details = [];
  if (hit.zone < 3) details.push(` (${WORDS.zones[hit.zone]})`);
  if (hit.voice > 0) details.push(` – ${WORDS.voices[hit.voice]}${hit.source ? (DATA.lang === "fr" ? "\u00a0: " : ": ") + hit.source : ""}`);
  const strike = make("button", { type: "button", class: "strike", "aria-pressed": String(isStruck(hit)), onclick: () => correct(hit, isStruck(hit) ? null : "strike") },
    isStruck(hit) ? WORDS.restore : WORDS.strike);
  const choice = make("select", { "aria-label": WORDS.who, onchange: (event) => correct(hit, event.target.value === String(hit.voice) ? null : VOICES[event.target.value]) },
    ...WORDS.voices.map((name, at) => make("option", { value: String(at), selected: at === voice }, name)));
  const judge = make("span", { class: "judge" }, strike);
  if (hit.voice >= 0) judge.append(" ", make("label", {}, WORDS.who + " ", choice));
  return make("li", { class: isStruck(hit) ? "struck" : corrections.has(hit) ? "revoiced" : "" },
    sentenceOf(hit), " ",
    make("cite", {}, [article.o, article.t].filter(Boolean).join(", "), ...details, " ", make("a", { href: `#s${hit.article + 1}-${hit.sentence}` }, WORDS.read)),
    judge);
}

let shown = null;

function writePanel() {
  const { id, content, found } = shown;
  // What the number says now; passages that it no longer counts stay in sight, to be taken back.
  const n = found ? (id ? hitsOf(id).found : found).filter((hit) => !isStruck(hit)).length : null;
  const title = found ? [quoted(content.word), content.group, content.voice, passagesWord(n)].filter(Boolean).join(" · ") : content.title;
  const close = make("button", { type: "button", class: "close", onclick: closePanel, "aria-label": WORDS.close }, "×");
  const list = found ? make("ol", {}, ...found.map(passage)) : content.list;
  panel.replaceChildren(make("header", {}, make("h2", { id: "passages-titre" }, title), close), list);
  panel.dataset.of = id;
}

// Opens the passages of a number; false where it has none in this page.
function openPanel(id, opener) {
  const content = hitsOf(id);
  if (content && content.found.every(sentenceOf)) shown = { id, content, found: content.found };
  else {
    const block = document.getElementById(id);
    if (!block || !block.classList.contains("evidence")) return false;
    const copy = make("div");
    copy.append(...block.cloneNode(true).childNodes);
    const title = $("summary", copy);
    title.remove();
    shown = { id, content: { title: title.textContent, list: copy } };
  }
  openedBy = opener || openedBy;
  writePanel();
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
  return true;
}

function closePanel() {
  panel.hidden = true;
  if (shown && shown.id === place) {
    place = "";
    writeAddress();
  }
  shown = null;
  if (openedBy && openedBy.isConnected) openedBy.focus({ preventScroll: true });
}

addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) closePanel(); });

// A marked word of an article opens its own passage.
document.addEventListener("click", (event) => {
  const mark = event.target.closest(".reading mark[data-h]");
  if (!mark) return;
  const article = articleOf(mark.closest("details.reading"));
  const hit = HITS.find((one) => one.article === article && one.index === Number(mark.dataset.h));
  shown = { id: "", content: { word: DATA.poles[hit.pole][1], group: DATA.articles[article].o }, found: [hit] };
  openedBy = null;
  writePanel();
  panel.hidden = false;
});
