#!/usr/bin/env python3
"""Opens a report in headless Chromium, from disk, and does what a reader does.

usage: check.py REPORT.html [FOLDER FOR PICTURES]

From a number to its passages to the article; a passage struck out, given another voice, the list saved; filters; addresses that are
shared; keyboard; phone, dark, print; no console message, nothing loaded, no two elements of one name, nothing without a name.
"""
import json, os, sys, tempfile
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from devtools import Browser

# Every number and bar that the script writes anew: what it says, without how its style is spelled.
NUMBERS = """Object.fromEntries([...document.querySelectorAll('[data-cell],[data-total],[data-base],[data-bar],[data-count]')].map((e, at) =>
  [at + ' ' + Object.values(e.dataset)[0], e.textContent + [...e.querySelectorAll('.mini')].map((m) => m.style.width)
    + [...e.querySelectorAll('.piece')].map((p) => p.hidden + p.style.flexGrow)]))"""
# The first number that counts several passages.
FIRST = "[...document.querySelectorAll('[data-cell] > a')].find((a) => Number(a.textContent) > 2)"
# Rules of accessibility that a page of this kind can break.
RULES = """(() => {
  const faults = [], seen = new Set();
  for (const e of document.querySelectorAll('[id]')) { if (seen.has(e.id)) faults.push('id twice: ' + e.id); seen.add(e.id); }
  const script = typeof hitsOf === 'function';
  for (const a of document.querySelectorAll('a[href^="#"]:not([hidden])')) {
    const id = decodeURIComponent(a.getAttribute('href').slice(1));
    if (!document.getElementById(id) && !(script && hitsOf(id))) faults.push('leads nowhere: #' + id);
  }
  for (const e of document.querySelectorAll('a,button,summary,select,input')) {
    const label = e.closest('label') ? e.closest('label').textContent : '';
    if (!(e.textContent.trim() || e.getAttribute('aria-label') || e.title || label)) faults.push('without a name: ' + e.outerHTML.slice(0, 90));
  }
  for (const s of document.querySelectorAll('svg')) if (!(s.getAttribute('aria-label') || s.getAttribute('aria-labelledby') || s.querySelector('title'))) faults.push('picture without words');
  let last = 0;
  for (const h of document.querySelectorAll('h1,h2,h3,h4,h5')) { const level = Number(h.tagName[1]); if (level > last + 1) faults.push('heading skips a level: ' + h.textContent); last = level; }
  for (const t of document.querySelectorAll('table')) if (!t.querySelector('th[scope]')) faults.push('table without heads');
  if (!document.documentElement.lang) faults.push('no language');
  return faults;
})()"""
# WCAG 2.2, 1.4.3: the colour of text against what stands behind it.
CONTRAST = """(() => {
  const parse = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return c.startsWith('color(srgb') ? [m[0] * 255, m[1] * 255, m[2] * 255, m[3] ?? 1] : [m[0], m[1], m[2], m[3] ?? 1]; };
  const over = (a, b) => [0, 1, 2].map((i) => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = (e) => { const layers = []; for (let x = e; x; x = x.parentElement) layers.push(parse(getComputedStyle(x).backgroundColor));
    return layers.reverse().reduce((under, layer) => over(layer, under), parse(getComputedStyle(document.body).backgroundColor).slice(0, 3).concat(1)); };
  const faults = new Set();
  for (const e of document.querySelectorAll('main *, header *, nav *, #passages *')) {
    if (e.closest('svg') || !e.checkVisibility() || ![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    if (e.closest('.out, .struck')) continue;
    const back = behind(e), fore = over(parse(getComputedStyle(e).color), back);
    const [a, b] = [light(fore), light(back)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faults.add(e.tagName + '.' + e.className + ' ' + ((a + 0.05) / (b + 0.05)).toFixed(1) + ' ' + e.textContent.slice(0, 30));
  }
  return [...faults].slice(0, 8);
})()"""

def fail(message):
    sys.exit(f"browser check failed: {message}")

def expect(got, wanted, what):
    if got != wanted: fail(f"{what}: {got!r}, expected {wanted!r}")

def check(browser, path, pictures):
    url = f"file://{path}"
    done = 0
    def step(what, got, wanted):
        nonlocal done
        expect(got, wanted, what)
        done += 1
    def picture(name):
        if pictures: browser.picture(os.path.join(pictures, f"{name}.png"))

    # Without the script the page shows all, and the script writes the same numbers.
    source = open(path, encoding="utf-8").read()
    with tempfile.TemporaryDirectory() as folder:
        still = os.path.join(folder, "still.html")
        open(still, "w", encoding="utf-8").write(source[:source.rindex("<script>")])
        browser.open(f"file://{still}")
        printed = browser.run(NUMBERS)
        number = browser.run(f"{FIRST}.getAttribute('href').slice(1)")
        # Only what is shown counts as opened.
        browser.run(f"{FIRST}.click()")
        step("without script, a number's passages", browser.run(f"document.getElementById({number!r}).tagName"), "DETAILS")
        step("accessibility without script", browser.run(RULES), [])
    browser.open(url)
    step("accessibility", browser.run(RULES), [])
    step("contrast", browser.run(CONTRAST), [])
    picture("desktop")
    browser.run("recount()")
    for key, text in browser.run(NUMBERS).items(): expect(text, printed[key], f"number {key}")
    done += 1

    # A number, its passages, the article.
    said = browser.run(f"Number({FIRST}.textContent)")
    browser.run(f"{FIRST}.focus(); {FIRST}.click()")
    step("passages of the panel", browser.run("document.querySelectorAll('#passages li').length"), said)
    step("each shows one marked word", browser.run("[...document.querySelectorAll('#passages li')].every((l) => l.querySelectorAll('mark').length > 0)"), True)
    total = browser.run("(() => { const t = document.querySelector('[data-total] strong a'); t.click(); return Number(t.textContent); })()") if browser.run("!!document.querySelector('[data-total] strong a')") else None
    if total: step("passages of a total", browser.run("document.querySelectorAll('#passages li').length"), total)
    browser.run(f"{FIRST}.focus(); {FIRST}.click()")
    step("the panel has the focus", browser.run("document.activeElement.id"), "passages")
    step("contrast of the panel", browser.run(CONTRAST), [])
    picture("passages")
    browser.run("document.querySelector('#passages cite a').click()")
    step("the article opens", browser.run("document.getElementById(location.hash.slice(1)).closest('details').open"), True)
    browser.open(f"{url}#{number}")
    step("the same by its address", browser.run("document.querySelectorAll('#passages li').length"), said)

    # « Pas d'accord ? »
    cell = f"document.querySelector('[data-cell=\"{number}\"]')"
    main = f"Number({cell}.firstElementChild.textContent)"
    browser.run("document.querySelector('#passages .strike').click()")
    step("one struck out", browser.run(main), said - 1)
    step("said in the panel", browser.run("document.querySelectorAll('#passages li.struck').length"), 1)
    has_voice = browser.run("document.querySelectorAll('#passages select').length > 0")
    if has_voice:
        browser.run("(() => { const s = document.querySelectorAll('#passages select')[1]; s.value = '1'; s.dispatchEvent(new Event('change', { bubbles: true })); })()")
        step("one said by somebody else", browser.run(main), said - 2)
    corrections = json.loads(browser.run("correctionsFile()"))
    step("corrections in the file", [c["change"] for c in corrections["corrections"]], ["strike", "direct"] if has_voice else ["strike"])
    step("each names its article, place and word", all(len(c["digest"]) == 64 and c["end"] > c["start"] and c["text"] for c in corrections["corrections"]), True)
    step("what cannot follow is said", browser.run("[...document.querySelectorAll('.stale')].every((n) => !n.hidden)"), True)
    saved = browser.run("""new Promise((done) => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then(done); return make(blob); };
      document.querySelector('.changes .save').click(); })""")
    step("the file that is saved", json.loads(saved), corrections)
    picture("corrected")
    browser.run("undoAll()")
    step("all undone", browser.run(NUMBERS), printed)
    browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))")
    step("Escape closes the panel", browser.run("document.getElementById('passages').hidden"), True)

    # Filters, and addresses that carry them.
    if has_voice:
        browser.run("(() => { const s = document.querySelector('[name=voix]'); s.value = 'all'; s.dispatchEvent(new Event('change', { bubbles: true })); })()")
        step("all voices in the address", browser.run("location.hash"), "#voix=all")
        everybody = browser.run("HITS.filter((hit) => DATA.articles[hit.article].g !== null).length")
        counted = "[...document.querySelectorAll('[data-total]')].reduce((sum, c) => sum + Number(c.firstChild.textContent), 0)"
        step("every hit counted", browser.run(counted), everybody)
        step("captions say so", browser.run("[...document.querySelectorAll('[data-basis]')].every((b) => b.textContent === WORDS.bases[1])"), True)
    if browser.run("!!document.querySelector('[name=media]')"):
        browser.open(f"{url}#media=0")
        step("no row of another outlet", browser.run("[...document.querySelectorAll('[data-bar],[data-base]')].every((e) => e.checkVisibility() === ((e.dataset.bar || e.dataset.base).endsWith('-1')))"), True)
        step("no nought of another outlet", browser.run("[...document.querySelectorAll('.poles [data-cell$=\"-2\"]')].every((e) => e.textContent === WORDS.outside)"), True)
    step("every genre that can be chosen has articles", browser.run("[...document.querySelectorAll('[name=genre] option')].every((o) => !o.value || DATA.articles.some((a) => a.g !== null && a.k === o.value))"), True)
    contrast = browser.run("document.querySelector('section[id^=\"contraste=\"]').id")
    browser.open(f"{url}#{contrast}&endroit=0")
    step("a shared address brings its filter", browser.run("document.querySelector('[name=endroit]').value"), "0")
    step("and its place", browser.run(f"Math.abs(document.getElementById({contrast!r}).getBoundingClientRect().top) < 200"), True)
    titles = browser.run("HITS.filter((h) => h.zone === 0).length")
    step("only titles are counted", browser.run("HITS.filter(takesHit).length"), titles)

    # Windows, colours, paper.
    for width, height in ((1366, 768), (390, 844)):
        for dark in (False, True):
            browser.open(url, width, height, dark)
            step(f"nothing wider than {width} pixels", browser.run("document.documentElement.scrollWidth <= innerWidth"), True)
            step(f"contrast at {width} pixels, {'dark' if dark else 'light'}", browser.run(CONTRAST), [])
            picture(f"{width}-{'dark' if dark else 'light'}")
    with tempfile.TemporaryDirectory() as folder:
        pdf = os.path.join(pictures or folder, "page.pdf")
        browser.pdf(pdf)
        step("prints", os.path.getsize(pdf) > 10_000, True)
    step("console", browser.console, [])
    step("nothing loaded", [r[:80] for r in browser.requests if not r.startswith(("file://", "data:"))], [])
    return done

def main():
    browser = Browser()
    try: done = check(browser, os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
    finally: browser.close()
    print(f"{os.path.basename(sys.argv[1])}: {done} checks in a browser")

if __name__ == "__main__":
    main()
