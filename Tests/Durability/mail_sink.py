"""A mail server that keeps what it is given, in the order of arrival."""
import email
import email.policy
import socketserver
import threading


class Letter:
    """A letter as it arrived."""

    def __init__(self, recipient, content):
        message = email.message_from_bytes(content, policy=email.policy.default)
        self.recipient = recipient
        # The program gives a letter the same identifier however often it sends it.
        self.id = str(message["Message-ID"])
        self.subject = str(message["Subject"])
        body = message.get_body(("plain",))
        self.text = body.get_content() if body else ""


class MailSink:
    def __init__(self):
        self._lock = threading.Lock()
        self._letters = []
        sink = self

        class Dialogue(socketserver.StreamRequestHandler):
            """As much of RFC 5321 as a client needs that sends one letter."""

            timeout = 60

            def handle(self):
                self.say("220 mail sink")
                recipient = ""
                while line := self.rfile.readline().decode("utf-8", "replace").strip():
                    verb = line.split(":")[0].split()[0].upper()
                    if verb == "RCPT":
                        recipient = line.split("<", 1)[1].split(">", 1)[0]
                    if verb == "DATA":
                        self.say("354 go on")
                        content = b""
                        while (piece := self.rfile.readline()) != b".\r\n":
                            if not piece:
                                return
                            content += piece[1:] if piece.startswith(b".") else piece
                        with sink._lock:
                            sink._letters.append(Letter(recipient, content))
                    self.say("221 bye" if verb == "QUIT" else "250 ok")
                    if verb == "QUIT":
                        return

            def say(self, text):
                self.wfile.write(text.encode() + b"\r\n")

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, request, client_address):
                pass  # The program was killed in the middle of a dialogue.

        self._server = Server(("127.0.0.1", 0), Dialogue)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def letters(self):
        with self._lock:
            return list(self._letters)

    def close(self):
        self._server.shutdown()
        self._server.server_close()
