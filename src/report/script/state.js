"use strict";
// What the page knows and what its reader has changed.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const DATA = JSON.parse($("#data").textContent);
const WORDS = DATA.words;
const VOICES = ["outlet", "direct", "indirect", "scare"];

const HITS = DATA.articles.flatMap((article, at) => article.h.map((row, index) => {
  const [pole, marker, start, end, sentence, zone, voice, sides, source] = row;
  return { article: at, index, pole, marker, start, end, sentence, zone, voice, sides, source };
}));

// A hit → "strike", or the name of another voice.
const corrections = new Map();
const filters = { media: "", voix: "", endroit: "", genre: "", evenement: "", du: "", au: "" };

const isStruck = (hit) => corrections.get(hit) === "strike";
// By number; -1 where it was not measured.
const voiceOf = (hit) => {
  const given = VOICES.indexOf(corrections.get(hit));
  return given < 0 ? hit.voice : given;
};

// The voices that main numbers count.
function mainVoices() {
  if (filters.voix === "") return DATA.main;
  return filters.voix === "all" ? [0, 1, 2, 3] : [VOICES.indexOf(filters.voix)];
}

function takesArticle(article) {
  return (!filters.media || String(article.g) === filters.media)
    && (!filters.genre || article.k === filters.genre)
    && (!filters.evenement || article.e === filters.evenement)
    && (!filters.du || (article.d || "") >= filters.du)
    && (!filters.au || (article.d !== null && article.d.slice(0, 10) <= filters.au));
}

const takesHit = (hit) => takesArticle(DATA.articles[hit.article]) && (filters.endroit === "" || String(hit.zone) === filters.endroit);
const isFiltered = () => Object.values(filters).some((value) => value !== "");
const isChanged = () => isFiltered() || corrections.size > 0;

// Elements out of a tag, attributes and children; text is never read as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
