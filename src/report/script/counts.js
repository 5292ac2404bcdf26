// Counts again and writes the numbers and bars of the page, as the program writes them.

// The numbers of every cell by the id of its passages, and the articles behind each.
function tally() {
  const main = mainVoices();
  const counts = new Map(), articles = new Map();
  const add = (key, article) => {
    counts.set(key, (counts.get(key) || 0) + 1);
    if (!articles.has(key)) articles.set(key, new Set());
    articles.get(key).add(article);
  };
  for (const hit of HITS) {
    if (isStruck(hit) || !takesHit(hit)) continue;
    const group = DATA.articles[hit.article].g, voice = voiceOf(hit);
    const isMain = voice < 0 || main.includes(voice);
    const suffix = isMain ? "" : "-" + VOICES[voice];
    const pole = DATA.poles[hit.pole][0];
    add("o" + pole.slice(1) + "-" + (voice <= 0 ? "own" : voice === 3 ? "scare" : "told"), hit.article);
    add("o" + pole.slice(1) + "-all", hit.article);
    // Opinion is read, and compared with nothing.
    if (group === null) continue;
    add(`${pole}-${group + 1}${suffix}`, hit.article);
    for (const [contrast, side] of hit.sides) {
      add(`c${contrast}-${side}-${group + 1}${suffix}`, hit.article);
      if (isMain) add(`c${contrast}-base-${group + 1}`, hit.article);
    }
  }
  // Words of the main voices and articles, by group.
  const tokens = DATA.groups.map(() => 0), of = DATA.groups.map(() => 0);
  for (const article of DATA.articles.filter((one) => one.g !== null && takesArticle(one))) {
    main.forEach((voice) => { tokens[article.g] += article.w[voice]; });
    of[article.g] += 1;
  }
  return { main, tokens, of, isOut: (group) => of[group - 1] === 0, n: (key) => counts.get(key) || 0, k: (key) => (articles.get(key) || new Set()).size };
}

const decimal = (value, places) => {
  const text = value.toFixed(places);
  return DATA.lang === "fr" ? text.replace(".", ",") : text;
};
const UNIT = DATA.lang === "fr" ? "\u00a0%" : "%";

function percent(part, whole) {
  if (whole === 0) return "–" + UNIT;
  const share = 100 * part / whole;
  if (part > 0 && share < 0.5) return "<\u00a01" + UNIT;
  if (part < whole && share >= 99.5) return ">\u00a099" + UNIT;
  return Math.floor(share + 0.5) + UNIT;
}

function rate(value) {
  if (value === 0) return "0";
  if (value < 0.005) return "<\u00a0" + decimal(0.01, 2);
  return decimal(value, value < 0.095 ? 2 : value < 99.95 ? 1 : 0);
}

const small = (...children) => make("small", {}, ...children);
const link = (id, count) => count === 0 ? make("span", { class: "zero" }, "0") : make("a", { href: "#" + id }, String(count));

// "2 entre guillemets": the voices beside the main ones.
function others(result, id) {
  if (DATA.articles.every((article) => article.h.every((row) => row[6] < 0))) return [];
  return [0, 1, 2, 3].filter((voice) => !result.main.includes(voice) && result.n(`${id}-${VOICES[voice]}`) > 0)
    .map((voice) => small(link(`${id}-${VOICES[voice]}`, result.n(`${id}-${VOICES[voice]}`)), " ", WORDS.voices[voice]));
}

function writeCell(cell, result, highest) {
  const id = cell.dataset.cell, [name, side, group] = id.split("-"), n = result.n(id);
  if (result.isOut(group)) return cell.replaceChildren(small(WORDS.outside));
  const parts = [link(id, n)];
  if (name.startsWith("c")) {
    if (n > 0) parts.push(small(percent(n, sideCounts(result, name, group).reduce((a, b) => a + b, 0))));
  } else if (n > 0) {
    const value = perThousand(result, id, group);
    if (value !== null) parts.push(make("span", { class: "mini", style: `width:${Math.round(100 * value / highest)}%` }), small(rate(value)));
    if (DATA.outlets) parts.push(small(`${result.k(id)}/${result.of[group - 1]}`));
  }
  cell.replaceChildren(...parts, ...others(result, id));
}

// None where only part of the text is counted: its words are not known.
function perThousand(result, id, group) {
  const tokens = result.tokens[group - 1];
  return tokens === 0 || filters.endroit !== "" ? null : 1000 * result.n(id) / tokens;
}

const sideCounts = (result, contrast, group) => DATA.sides[Number(contrast.slice(1))].map((_, side) => result.n(`${contrast}-${side}-${group}`));

function writeTotal(cell, result) {
  const key = cell.dataset.total;
  const sum = (suffix) => DATA.groups.reduce((total, _, at) => total + result.n(`${key}-${at + 1}${suffix}`), 0);
  const beside = [0, 1, 2, 3].filter((voice) => !result.main.includes(voice)).map((voice) => [sum("-" + VOICES[voice]), voice]).filter(([n]) => n > 0);
  const id = "t" + key.slice(1);
  const parts = [link(id, sum("")), ...beside.map(([n, voice]) => small(link(`${id}-${VOICES[voice]}`, n), ` ${WORDS.voices[voice]}`))];
  if (beside.length > 0) parts.push(small(make("strong", {}, link(`${id}-all`, beside.reduce((all, [n]) => all + n, sum("")))), " " + WORDS.all));
  cell.replaceChildren(...parts);
}

function writeBar(bar, result) {
  const [contrast, group] = bar.dataset.bar.split("-");
  const counts = sideCounts(result, contrast, group), total = counts.reduce((a, b) => a + b, 0);
  [...bar.children].forEach((piece, side) => {
    piece.hidden = counts[side] === 0;
    piece.style.flexGrow = counts[side];
    $("b", piece).textContent = counts[side];
    $("i", piece).textContent = ` (${percent(counts[side], total)})`;
  });
  $("[data-n]", bar.parentElement).textContent = total;
  show(bar.parentElement, !result.isOut(group));
}

function writeBase(cell, result) {
  const [contrast, group] = cell.dataset.base.split("-"), key = `${contrast}-base-${group}`, of = result.of[group - 1];
  const parts = [`${result.n(key)}\u00a0${WORDS.choices[result.n(key) === 1 ? 0 : 1]}`];
  if (of > 1) parts.push(small(`${WORDS.within} ${result.k(key)} ${WORDS.of} ${of}\u00a0${WORDS.articles}`));
  cell.replaceChildren(...parts);
  show(cell.closest("tr"), !result.isOut(group));
}

// A group none of whose articles is counted has no row: nought would be taken for an answer.
function show(row, isShown) {
  row.style.display = isShown ? "" : "none";
}

// Whose words are counted, as captions say it.
function basis() {
  const { voix } = filters;
  return WORDS.bases[voix === "" ? 0 : voix === "all" ? 1 : 2 + VOICES.indexOf(voix)];
}

// Writes every number of the page anew.
function recount() {
  const result = tally();
  for (const table of $$("table.poles")) {
    const cells = $$("[data-cell]", table);
    const values = cells.map((cell) => perThousand(result, cell.dataset.cell, cell.dataset.cell.split("-")[2]) || 0);
    cells.forEach((cell) => writeCell(cell, result, Math.max(...values)));
  }
  $$("table:not(.poles) [data-cell]").forEach((cell) => writeCell(cell, result, 0));
  $$("[data-total]").forEach((cell) => writeTotal(cell, result));
  $$("[data-bar]").forEach((bar) => writeBar(bar, result));
  $$("[data-base]").forEach((cell) => writeBase(cell, result));
  $$('.observation a[href^="#o"]').forEach((number) => {
    const id = number.getAttribute("href").slice(1);
    if (hitsOf(id)) number.textContent = result.n(id);
  });
  $$("[data-count]").forEach((place) => { place.textContent = result.n(place.dataset.count); });
  $$("[data-basis]").forEach((place) => { place.textContent = basis(); });
  $$(".stale").forEach((note) => { note.hidden = !isChanged(); });
  for (const article of $$("details.reading")) article.classList.toggle("out", !takesArticle(DATA.articles[articleOf(article)]));
}

const articleOf = (details) => Number(details.id.split("-")[1]) - 1;
