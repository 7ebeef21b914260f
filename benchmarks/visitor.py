"""A buyer without a browser: opens pages, fills in the forms that stand there, follows on."""

from html.parser import HTMLParser
from urllib.parse import urljoin

from django.test import Client


class Forms(HTMLParser):
    """The forms of a page with what a browser would send for each."""

    def __init__(self, page: str):
        super().__init__()
        self.forms: list[dict] = []
        self._select: str | None = None
        self._text: str | None = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append(
                {
                    "action": given.get("action") or "",
                    "method": (given.get("method") or "get").lower(),
                    "fields": {},
                }
            )
        if not self.forms or not (name := given.get("name") or self._select):
            return
        fields = self.forms[-1]["fields"]
        kind = given.get("type", "text")
        if tag == "input" and kind in {"radio", "checkbox"}:
            if "checked" in given:
                fields[name] = given.get("value", "on")
            elif kind == "radio":
                fields.setdefault(name, given.get("value", "on"))
        elif tag == "input" and kind not in {"submit", "button", "file"}:
            fields[name] = given.get("value") or ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in given or self._select not in fields:
                fields[self._select] = given.get("value") or ""
        elif tag == "textarea":
            fields[name] = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None


class Visitor:
    """One buyer at one store."""

    def __init__(self, host: str):
        self.client = Client(
            SERVER_NAME=host,
            HTTP_ACCEPT_LANGUAGE="en",
            HTTP_ACCEPT_ENCODING="br",
            HTTP_SEC_FETCH_SITE="same-origin",
            HTTP_ORIGIN=f"http://{host}",
        )
        self.address = "/en/"
        self.page = ""

    def open(self, address: str) -> None:
        """Open a page and follow to where it leads."""
        self._arrive(self.client.get(urljoin(self.address, address), follow=True), address)

    def submit(self, *, to: str, follow: bool = True, **answers: str) -> None:
        """Fill in the form that is sent to an address with this in it, and send it."""
        form = next(
            (
                form
                for form in Forms(self.page).forms
                if to in urljoin(self.address, form["action"])
            ),
            # A button may send a form elsewhere than its form says.
            {"action": f"/en{to}/", "fields": {}},
        )
        address = urljoin(self.address, form["action"])
        answer = self.client.post(address, form["fields"] | answers, follow=follow)
        if follow:
            self._arrive(answer, address)
        else:
            self.address = urljoin(address, answer.headers.get("Location", ""))

    def _arrive(self, response, address: str) -> None:
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}")
        if response.redirect_chain:
            address = urljoin(address, response.redirect_chain[-1][0])
        self.address = address
        self.page = response.content.decode() if not response.streaming else ""
