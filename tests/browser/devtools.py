"""Headless Chromium, driven over its DevTools protocol with nothing but the standard library."""
import base64, json, os, re, socket, struct, subprocess, tempfile, time, urllib.request

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-first-run", "--disable-quic", "--hide-scrollbars", "--remote-debugging-port=0"]

class Socket:
    """The client's half of a WebSocket (RFC 6455), text messages only."""

    def __init__(self, url):
        host, port, path = re.match(r"ws://([^:/]+):(\d+)(/.*)", url).groups()
        self.connection = socket.create_connection((host, int(port)), timeout=60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer: self.buffer += self.connection.recv(4096)
        self.buffer = self.buffer.split(b"\r\n\r\n", 1)[1]

    def take(self, n):
        while len(self.buffer) < n:
            more = self.connection.recv(65536)
            if not more: raise ConnectionError("Chromium closed the connection")
            self.buffer += more
        taken, self.buffer = self.buffer[:n], self.buffer[n:]
        return taken

    def send(self, text):
        data, mask = text.encode(), os.urandom(4)
        n = len(data)
        size = struct.pack("!B", 0x80 | n) if n < 126 else struct.pack("!BH", 0xFE, n) if n < 65536 else struct.pack("!BQ", 0xFF, n)
        self.connection.sendall(b"\x81" + size + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))

    def receive(self):
        text = b""
        while True:
            first, second = self.take(2)
            n = second & 0x7F
            if n == 126: n = struct.unpack("!H", self.take(2))[0]
            elif n == 127: n = struct.unpack("!Q", self.take(8))[0]
            text += self.take(n)
            if first & 0x80: return text.decode()

class Browser:
    """One tab at a time, with everything its pages said, asked for and threw."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(["chromium", *FLAGS, f"--user-data-dir={self.profile.name}", "about:blank"],
                                        stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        port_file = os.path.join(self.profile.name, "DevToolsActivePort")
        while not (os.path.exists(port_file) and (lines := open(port_file).read().split())): time.sleep(0.05)
        self.address = f"http://127.0.0.1:{lines[0]}/json"
        self.socket, self.console, self.requests = None, [], []

    def call(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.receive())
            self.note(message)
            if message.get("id") == self.number:
                if "error" in message: raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def note(self, message):
        method, parameters = message.get("method"), message.get("params", {})
        if method == "Runtime.consoleAPICalled": self.console.append(str(parameters["args"]))
        if method == "Runtime.exceptionThrown": self.console.append(str(parameters["exceptionDetails"].get("exception", parameters["exceptionDetails"])))
        if method == "Log.entryAdded": self.console.append(parameters["entry"]["text"])
        if method == "Network.requestWillBeSent": self.requests.append(parameters["request"]["url"])

    def open(self, url, width=1366, height=768, dark=False):
        """Opens a page in a tab of its own, so that nothing is left of the one before."""
        if self.socket: self.call("Page.close"); self.socket.connection.close()
        new = urllib.request.Request(f"{self.address}/new?about:blank", method="PUT")
        self.socket, self.number = Socket(json.load(urllib.request.urlopen(new))["webSocketDebuggerUrl"]), 0
        for domain in ("Page", "Runtime", "Network", "Log"): self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Page.navigate", url=url)
        for _ in range(600):
            if self.run("document.readyState") == "complete" and self.run("location.href") != "about:blank": return
            time.sleep(0.05)
        raise RuntimeError(f"{url} does not load")

    def run(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result: raise RuntimeError(str(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def picture(self, path):
        open(path, "wb").write(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=False)["data"]))

    def pdf(self, path):
        open(path, "wb").write(base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]))

    def close(self):
        self.process.terminate(); self.process.wait()
        self.socket.connection.close(); self.profile.cleanup()
