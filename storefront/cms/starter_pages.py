"""From a store's words to its page tree: plain data, before anything is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.html import escape, linebreaks

from storefront.cms.copy import ListCopy, PagesCopy, PostCopy

Body = list[tuple[str, dict]]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A page to be made. ``body`` is built once the ids of all pages are known, by slug."""

    model: str
    slug: str
    title: str
    intro: str = ""
    body: Callable[[Mapping[str, int]], Body] = lambda ids: []
    in_menu: bool = False
    fields: dict = field(default_factory=dict)
    children: tuple["Plan", ...] = ()


def pages_below_home(copy: PagesCopy) -> tuple[Plan, ...]:
    """The pages of a new store in one language, in the order of its menu."""
    return (
        Plan(
            model="productspage",
            slug="products",
            title=copy.products.title,
            intro=copy.products.intro,
            body=lambda ids: [_call(copy, ids)],
            in_menu=True,
        ),
        _capabilities(copy),
        Plan(
            model="contentpage",
            slug="quality",
            title=copy.quality.title,
            body=lambda ids: [
                _prose(copy.quality.body),
                ("certificates", {"title": copy.words.certificates}),
                _call(copy, ids),
            ],
            in_menu=True,
        ),
        Plan(
            model="contentpage",
            slug="our-factory",
            title=copy.factory.title,
            body=lambda ids: [
                _prose(copy.factory.body),
                ("live", {"title": copy.words.live, "tone": "surface"}),
                ("company", {"title": copy.words.company}),
            ],
            in_menu=True,
        ),
        Plan(
            model="quickorderpage",
            slug="quick-order",
            title=copy.quick_order.title,
            intro=copy.quick_order.intro,
        ),
        _enquiry(copy.quote, slug="request-a-quote", kind="quote"),
        _enquiry(copy.contact, slug="contact", kind="contact"),
        Plan(
            model="newsindexpage",
            slug="news",
            title=copy.news.title,
            children=tuple(_post(post) for post in copy.news.posts),
        ),
        Plan(
            model="contentpage",
            slug="terms",
            title=copy.terms.title,
            intro=copy.terms.intro,
            body=lambda ids: [("text", {"body": bullet_list(copy.terms.items)})],
        ),
        Plan(
            model="contentpage",
            slug="privacy",
            title=copy.privacy.title,
            body=lambda ids: [_prose(copy.privacy.body)],
        ),
    )


def home_body(copy: PagesCopy, ids: Mapping[str, int]) -> Body:
    """The front page: opening, proof, goods, the factory now, the way of an order, questions."""
    body: Body = [
        (
            "hero",
            {
                "title": copy.home.hero_title,
                "intro": copy.home.hero_text,
                "actions": [
                    {"text": copy.home.hero_button, "page": ids["products"], "url": ""},
                    {"text": copy.call.button, "page": ids["request-a-quote"], "url": ""},
                ],
            },
        ),
    ]
    if copy.home.proof:
        facts = [{"value": proof.value, "label": proof.label} for proof in copy.home.proof]
        body.append(("proof", {"facts": facts}))
    body += [
        ("categories", {"title": copy.words.categories}),
        ("shelf", {"title": copy.words.shelf, "source": "in stock", "count": 6}),
        ("live", {"title": copy.words.live, "tone": "surface"}),
        ("steps", {"title": copy.steps.title, "items": _titled(copy.steps.items)}),
        ("certificates", {"title": copy.words.certificates}),
    ]
    if copy.faq.items:
        questions = [{"question": item.q, "answer": html(item.a)} for item in copy.faq.items]
        body.append(("faq", {"title": copy.faq.title, "items": questions}))
    body.append(_call(copy, ids))
    return body


def footer(copy: PagesCopy, ids: Mapping[str, int]) -> Body:
    """Two columns and the legal line."""

    def links(**titles: str) -> list[dict]:
        found = ((slug.replace("_", "-"), title) for slug, title in titles.items())
        return [{"text": title, "page": ids[slug], "url": ""} for slug, title in found]

    company = links(
        our_factory=copy.factory.title,
        capabilities=copy.capabilities.title,
        quality=copy.quality.title,
        news=copy.news.title,
    )
    ordering = links(
        products=copy.words.all_products,
        quick_order=copy.quick_order.title,
        request_a_quote=copy.quote.title,
        contact=copy.contact.title,
    )
    legal = links(terms=copy.terms.title, privacy=copy.privacy.title)
    return [
        ("column", {"heading": copy.words.company, "links": company}),
        ("column", {"heading": copy.words.ordering, "links": ordering}),
        ("legal", {"links": legal}),
    ]


def _capabilities(copy: PagesCopy) -> Plan:
    points = [{"title": item, "text": ""} for item in copy.capabilities.items]
    return Plan(
        model="contentpage",
        slug="capabilities",
        title=copy.capabilities.title,
        intro=copy.capabilities.intro,
        body=lambda ids: [*([("features", {"items": points})] if points else []), _call(copy, ids)],
        in_menu=True,
    )


def _enquiry(words: ListCopy, *, slug: str, kind: str) -> Plan:
    return Plan(
        model="enquirypage",
        slug=slug,
        title=words.title,
        intro=words.intro,
        fields={"kind": kind},
    )


def _post(post: PostCopy) -> Plan:
    return Plan(
        model="newspage",
        slug=post.slug,
        title=post.title,
        body=lambda ids: [_prose(post.body)],
        fields={"date": post.date},
    )


def _call(copy: PagesCopy, ids: Mapping[str, int]) -> tuple[str, dict]:
    return (
        "call",
        {
            "title": copy.call.title,
            "intro": copy.call.text,
            "button": copy.call.button,
            "page": ids["request-a-quote"],
            "points": list(copy.call.points),
            "tone": "inverse",
        },
    )


def _titled(items) -> list[dict]:
    return [{"title": item.title, "text": item.text} for item in items]


def _prose(text: str) -> tuple[str, dict]:
    return ("text", {"body": html(text)})


def html(text: str) -> str:
    """Plain words as paragraphs of a rich text field."""
    return linebreaks(text.strip(), autoescape=True)


def bullet_list(items: tuple[str, ...]) -> str:
    """Plain words as a list of a rich text field."""
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
