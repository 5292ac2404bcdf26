#!/usr/bin/env python3
"""Opens a report in headless Chromium, from disk, and looks at what a reader meets.

usage: check.py REPORT.html

Checks: no console message, nothing loaded from elsewhere, every number leads to a block that exists, a number's address opens its
block, the page prints to PDF, nothing is wider than a 1366 pixel or a phone window.
"""
import html.parser, os, re, subprocess, sys, tempfile

CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--disable-quic", "--hide-scrollbars"]

class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.targets, self.outside, self.open = [], [], [], []

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if "id" in a:
            self.ids.append(a["id"])
            if tag == "details" and "open" in a: self.open.append(a["id"])
        href = a.get("href") or a.get("xlink:href")
        if href and href.startswith("#"): self.targets.append(href[1:])
        elif href and tag != "a": self.outside.append(href)
        if a.get("src"): self.outside.append(a["src"])

def run(*arguments):
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run([*CHROMIUM, f"--user-data-dir={profile}", *arguments], capture_output=True, text=True, timeout=120)

def fail(message):
    sys.exit(f"browser check failed: {message}")

def main():
    path = os.path.abspath(sys.argv[1])
    source = Page(); source.feed(open(path, encoding="utf-8").read())
    if source.outside: fail(f"loads from elsewhere: {source.outside[:3]}")
    if len(source.ids) != len(set(source.ids)): fail("an id stands twice")
    missing = sorted(set(source.targets) - set(source.ids))
    if missing: fail(f"numbers without sentences: {missing[:5]}")
    evidence = [t for t in source.targets if re.match(r"[ac]\d+-", t)]
    if not evidence: fail("no number opens its sentences")
    for target in (evidence[0], evidence[-1]):
        shown = run("--enable-logging=stderr", "--dump-dom", f"file://{path}#{target}")
        console = [line for line in shown.stderr.splitlines() if "CONSOLE" in line]
        if console: fail(console[0])
        page = Page(); page.feed(shown.stdout)
        if target not in page.open: fail(f"#{target} does not open")
    # A copy of the page that writes its width into its title, to see what overflows.
    measure = "<script>addEventListener('load',()=>{document.title='WIDTH '+document.documentElement.scrollWidth+' '+innerWidth})</script>"
    with tempfile.TemporaryDirectory() as folder:
        probe = os.path.join(folder, "probe.html")
        open(probe, "w", encoding="utf-8").write(open(path, encoding="utf-8").read() + measure)
        for width in (1366, 500):
            found = re.search(r"<title>WIDTH (\d+) (\d+)", run(f"--window-size={width},900", "--dump-dom", f"file://{probe}").stdout)
            if not found: fail(f"no width measured at {width}")
            if int(found[1]) > int(found[2]): fail(f"at {width} pixels the page is {found[1]} wide in a window of {found[2]}")
        pdf = os.path.join(folder, "page.pdf")
        run(f"--print-to-pdf={pdf}", "--no-pdf-header-footer", f"file://{path}")
        if not os.path.exists(pdf) or os.path.getsize(pdf) < 10_000: fail("does not print")
    print(f"{os.path.basename(path)}: {len(evidence)} numbers open their sentences; 1 page, 0 outside loads, 0 console messages")

if __name__ == "__main__":
    main()
