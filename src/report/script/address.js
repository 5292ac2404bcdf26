// Addresses that can be shared: #contraste=liberer-reprendre&voix=direct, #passages=c0-1-2, #article-3.

document.documentElement.classList.add("js");

// What the address asks for besides filters: an id of the page.
let place = "";

function writeAddress() {
  const asked = Object.entries(filters).filter(([, value]) => value !== "").map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const hash = [place, ...asked].filter(Boolean).join("&");
  history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
}

function readAddress() {
  const parts = location.hash.slice(1).split("&").filter(Boolean);
  place = "";
  let asked = false;
  for (const part of parts) {
    const at = part.indexOf("="), name = part.slice(0, at);
    if (at > 0 && name in filters) {
      filters[name] = decodeURIComponent(part.slice(at + 1));
      asked = true;
    } else place = part;
  }
  if (asked) filtered();
  go(decodeURIComponent(place.replace(/^passages=/, "")));
}

// Opens what an id stands for: passages in the panel, anything else in the page, unfolded.
function go(id, opener) {
  const target = document.getElementById(id);
  if (hitsOf(id) || (target && target.classList.contains("evidence"))) {
    openPanel(id, opener);
    return;
  }
  for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  if (target) target.scrollIntoView({ block: "start" });
}

// Links within the page, also where the same one is clicked twice.
document.addEventListener("click", (event) => {
  const opener = event.target.closest('a[href^="#"]');
  if (!opener || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const id = decodeURIComponent(opener.getAttribute("href").slice(1));
  if (!panel.hidden && !hitsOf(id) && matchMedia("(max-width: 900px)").matches) closePanel();
  place = id;
  writeAddress();
  go(id, opener);
});

addEventListener("hashchange", readAddress);
recount();
readAddress();
