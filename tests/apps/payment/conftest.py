"""A card processor on this machine that speaks Stripe's protocol over real HTTP."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest
import stripe

WEBHOOK_SECRET = "whsec_only_for_tests"


class CardProcessor(ThreadingHTTPServer):
    """Keeps checkout sessions by idempotency key, and signs messages about them."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.sessions: dict[str, dict] = {}
        self.by_key: dict[str, str] = {}
        self.asked: list[dict] = []
        self.broken = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def open_session(self, form: dict, key: str) -> dict:
        """The same key gets the same session, as at Stripe."""
        self.asked.append({"form": form, "key": key})
        if key not in self.by_key:
            name = f"cs_test_{len(self.sessions) + 1}"
            self.by_key[key] = name
            self.sessions[name] = {
                "id": name,
                "object": "checkout.session",
                "url": f"https://checkout.processor.example/{name}",
                "payment_status": "unpaid",
                "payment_intent": None,
                "currency": form["line_items[0][price_data][currency]"],
                "amount_total": int(form["line_items[0][price_data][unit_amount]"]),
                "metadata": {
                    name.removeprefix("metadata[").removesuffix("]"): value
                    for name, value in form.items()
                    if name.startswith("metadata[")
                },
            }
        return self.sessions[self.by_key[key]]

    def message(self, session_id: str, *, kind="checkout.session.completed", **changes):
        """A signed message about a session: the body and its signature header."""
        session = self.sessions[session_id] | changes
        body = json.dumps(
            {
                "id": f"evt_{session_id}_{kind}",
                "object": "event",
                "type": kind,
                "data": {"object": session},
            }
        )
        signature = stripe.WebhookSignature.generate_signature_header(body, WEBHOOK_SECRET)
        return body, signature


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        if self.server.broken or self.path != "/v1/checkout/sessions":
            return self._answer(402, {"error": {"type": "card_error", "message": "refused"}})
        if self.headers["Authorization"] != "Bearer sk_test_only_for_tests":
            return self._answer(401, {"error": {"message": "who are you"}})
        return self._answer(200, self.server.open_session(form, self.headers["Idempotency-Key"]))

    def _answer(self, status: int, body: dict):
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def processor(settings):
    """The card processor, with the store configured to use it."""
    server = CardProcessor()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.STRIPE_SECRET_KEY = "sk_test_only_for_tests"
    settings.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET
    settings.STRIPE_API_BASE = server.address
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
