// « Ne compter que… »: some outlets, voices, places, genres, events or days.

const some = (values) => [...new Set(values.filter((value) => value !== null))].sort((one, two) => one.localeCompare(two, DATA.lang));
// Only what leaves something to compare: opinion, say, is set aside.
const compared = DATA.articles.filter((article) => article.g !== null);
const events = some(compared.map((article) => article.e)), genres = some(compared.map((article) => article.k));
const hasVoice = HITS.some((hit) => hit.voice >= 0);

function choice(name, label, options, first = WORDS.any) {
  const select = make("select", { name }, make("option", { value: "" }, first), ...options.map(([value, text]) => make("option", { value }, text)));
  return make("label", {}, label + " ", select);
}

const day = (name, label) => make("label", {}, label + " ", make("input", { type: "date", name }));

const form = make("form", { class: "filters", onsubmit: (event) => event.preventDefault() },
  make("fieldset", {},
    make("legend", {}, WORDS.filter),
    ...(DATA.outlets ? [choice("media", WORDS.outlet, DATA.groups.map((name, at) => [String(at), name]))] : []),
    ...(hasVoice ? [choice("voix", WORDS.voice, [["all", WORDS.all_voices], ...VOICES.map((name, at) => [name, WORDS.voices[at]])], WORDS.usual_voices)] : []),
    choice("endroit", WORDS.zone, WORDS.zones.map((name, at) => [String(at), name])),
    ...(genres.length > 1 ? [choice("genre", WORDS.genre, genres.map((name) => [name, name]))] : []),
    ...(events.length > 1 ? [choice("evenement", WORDS.event, events.map((name) => [name, name]))] : []),
    ...(DATA.outlets && DATA.articles.some((article) => article.d) ? [day("du", WORDS.from), day("au", WORDS.to)] : []),
    make("output", {}), " ",
    make("button", { type: "button", class: "reset", hidden: true, onclick: () => { Object.keys(filters).forEach((name) => { filters[name] = ""; }); filtered(); } }, WORDS.reset)));
// None where no word was found.
if ($("#filtres")) $("#filtres").append(form);

form.addEventListener("change", (event) => {
  filters[event.target.name] = event.target.value;
  filtered();
});

// Shows the filters as they are, and counts again.
function filtered() {
  for (const field of form.elements) if (field.name in filters) field.value = filters[field.name];
  const n = compared.filter(takesArticle).length;
  $("output", form).textContent = isFiltered() ? `${n} ${WORDS.of} ${compared.length} ${WORDS.shown}` : "";
  $(".reset", form).hidden = !isFiltered();
  recount();
  if (shown && shown.id) openPanel(shown.id);
  writeAddress();
}
