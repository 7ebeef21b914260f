"""The checkout: contact, delivery, payment, review; one column, nothing lost on the way back."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from functools import wraps

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from factory_portal.production.rules import CannotPromise
from sites.values.address import INCOTERMS, NamedPlace
from sites.values.money import Money
from storefront import formats
from storefront.basket import queries as basket_queries
from storefront.checkout import actions, queries, rules
from storefront.checkout.models import Checkout
from storefront.order import queries as orders
from storefront.pages import words
from storefront.pages.asking import buyer_of, buying
from storefront.pages.basket import freight_facts
from storefront.pages.forms import Answers, country_options, group
from storefront.pages.pictures import picture
from storefront.payment import rules as payment_rules
from storefront.payment.methods import methods_for
from storefront.same_origin import same_origin
from storefront.shell import shell_for
from themes.engine import contract
from themes.engine.contract import Fact, Field, FieldGroup, Form, Link, Message, Meta, Option
from themes.engine.render import page_response

STEPS = ("contact", "delivery", "payment", "review")
USUAL_TERMS = ("EXW", "FCA", "FOB", "CPT", "CIP", "DAP")


class At:
    """Where a visitor stands in the checkout: basket, rows, answers so far."""

    def __init__(self, request):
        self.request = request
        self.factory = request.factory
        self.buying = buying(request)
        self.basket = request.carried.basket
        self.checkout = queries.current(self.basket)
        self.now = timezone.now()
        self._rows: list[basket_queries.Row] | None = None

    @property
    def rows(self) -> list[basket_queries.Row]:
        """The basket's rows, priced and promised now."""
        if self._rows is None:
            kept = queries.kept(self.checkout, now=self.now)
            self._rows = basket_queries.rows(self.basket, buying=self.buying, kept=kept)
        return self._rows

    def forget_rows(self) -> None:
        """What was promised before a hold was taken is not what is free after it."""
        self._rows = None

    @property
    def currency(self) -> str:
        """What the goods are priced in."""
        price = next((row.answer.price for row in self.rows if row.answer.price), None)
        return price.currency if price else self.factory.currency


def step(view):
    """A page of the checkout: never cached, posted from here only, and not without a basket."""

    @never_cache
    @same_origin
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def entered(request):
        here = At(request)
        if here.basket is None or not request.carried.count:
            return HttpResponseRedirect(reverse("basket"))
        if view.__name__ != "contact" and (here.checkout is None or not here.checkout.email):
            return HttpResponseRedirect(reverse("checkout_contact"))
        return view(request, here)

    return entered


# ── 1 Contact ────────────────────────────────────────────────────────────────────────────────


@step
def contact(request, here: At):
    """Who buys."""
    fields = _contact_fields()
    if request.method == "POST":
        found = Answers.read(request.POST, fields)
        if found.are_good:
            checkout = here.checkout or Checkout(basket=here.basket)
            _begin(request, here, checkout)
            actions.answer(checkout, **found.values)
            return HttpResponseRedirect(reverse("checkout_delivery"))
        values, errors = found.values, found.errors
    else:
        values, errors = _known_contact(request, here), {}
    login = Link(
        text=_("Have an account? Sign in for your prices and terms."),
        url=f"{reverse('account_login')}?next={reverse('checkout_contact')}",
    )
    page = contract.CheckoutContact(
        **_frame(here, "contact", title=_("Your details")),
        form=Form(
            action=reverse("checkout_contact"),
            submit=_("Continue to delivery"),
            groups=(group(fields, values=values, errors=errors),),
            token=False,
        ),
        login=None if request.carried.owner else login,
    )
    return _show(request, page, status=422 if errors else 200)


def _contact_fields() -> tuple[Field, ...]:
    return (
        Field(name="email", label=_("E-mail"), type="email", required=True, autocomplete="email"),
        Field(name="contact_name", label=_("Your name"), required=True, autocomplete="name"),
        Field(name="phone", label=_("Phone"), type="tel", autocomplete="tel"),
        Field(name="company_name", label=_("Company"), required=True, autocomplete="organization"),
        Field(
            name="country",
            label=_("Country"),
            type="select",
            required=True,
            options=country_options(),
            autocomplete="country",
        ),
        Field(
            name="tax_number",
            label=_("Tax number"),
            code=True,
            help=_("VAT, EORI or another tax number, for the invoice and customs."),
        ),
    )


def _known_contact(request, here: At) -> dict:
    if here.checkout:
        names = ("email", "contact_name", "phone", "company_name", "country", "tax_number")
        return {name: getattr(here.checkout, name) for name in names}
    buyer = buyer_of(request)
    if buyer is None:
        return {}
    company = buyer.company
    return {
        "email": buyer.user.email,
        "contact_name": buyer.user.get_full_name(),
        "phone": buyer.phone,
        "company_name": company.name if company else buyer.company_name,
        "country": company.country if company else buyer.country,
        "tax_number": company.vat_number if company else buyer.tax_number,
    }


def _begin(request, here: At, checkout: Checkout) -> None:
    buyer = buyer_of(request)
    checkout.user = buyer.user if buyer else None
    checkout.company = buyer.company if buyer else None
    checkout.language = translation.get_language()


# ── 2 Delivery ───────────────────────────────────────────────────────────────────────────────


@step
def delivery(request, here: At):
    """Where to, under which term, by which carriage; then stock and capacity are held."""
    checkout = here.checkout
    posted = request.POST if request.method == "POST" else None
    country = (posted or {}).get("ship_country") or checkout.ship_country or checkout.country
    postcode = (posted or {}).get("ship_postcode", checkout.ship_postcode)
    offers = queries.freight_offers(
        here.rows, country=country, postcode=postcode, currency=here.currency, on=here.buying.on
    )
    address, way = _address_fields(), _way_fields(here, offers)
    values, errors = _known_delivery(here, offers), {}
    if posted is not None:
        found = Answers.read(posted, (*address, *way))
        _check_way(found, offers)
        if found.are_good:
            refused = _hold(here, found.values, offers)
            if refused is None:
                return HttpResponseRedirect(reverse("checkout_payment"))
            return refused
        values, errors = found.values, found.errors
    form = Form(
        action=reverse("checkout_delivery"),
        submit=_("Continue to payment"),
        groups=(
            group(address, values=values, errors=errors, legend=_("Ship to")),
            group(way, values=values, errors=errors, legend=_("Terms and carriage")),
        ),
        token=False,
    )
    page = contract.CheckoutDelivery(
        **_frame(here, "delivery", title=_("Delivery")),
        form=form,
        freight_facts=freight_facts(here.rows),
    )
    return _show(request, page, status=422 if errors else 200)


def _address_fields() -> tuple[Field, ...]:
    return (
        Field(name="ship_name", label=_("Recipient"), autocomplete="shipping name"),
        Field(
            name="ship_line1",
            label=_("Street and number"),
            required=True,
            autocomplete="shipping address-line1",
        ),
        Field(
            name="ship_line2",
            label=_("Address line 2"),
            autocomplete="shipping address-line2",
        ),
        Field(
            name="ship_postcode",
            label=_("Postcode"),
            autocomplete="shipping postal-code",
            wide=False,
        ),
        Field(
            name="ship_city",
            label=_("City"),
            required=True,
            autocomplete="shipping address-level2",
            wide=False,
        ),
        Field(
            name="ship_state",
            label=_("State or region"),
            autocomplete="shipping address-level1",
            wide=False,
        ),
        Field(
            name="ship_country",
            label=_("Country"),
            type="select",
            required=True,
            options=country_options(),
            autocomplete="shipping country",
            wide=False,
        ),
        Field(name="ship_notes", label=_("Notes for the delivery"), type="textarea", rows=2),
    )


def _way_fields(here: At, offers) -> tuple[Field, ...]:
    return (
        Field(
            name="incoterm",
            label=_("Incoterm"),
            type="select",
            required=True,
            options=tuple(
                Option(value=term, label=f"{term} – {words.incoterm(term)}")
                for term in _terms(here)
            ),
            help=_("Incoterms® 2020: who arranges and pays which part of the way."),
        ),
        Field(
            name="named_place",
            label=_("Named place"),
            help=_("Empty: our gate, or the city of the delivery address."),
        ),
        Field(
            name="freight",
            label=_("Carriage"),
            type="radio",
            required=True,
            options=(*_freight_options(here, offers), _own_carrier()),
        ),
        Field(
            name="insured",
            label=_("Insure the goods on the way"),
            type="checkbox",
            help=_("110 % of the value. CIF and CIP always include it."),
        ),
    )


def _terms(here: At) -> list[str]:
    offered = here.factory.profile.get("incoterms") or USUAL_TERMS
    return [term for term in offered if term in INCOTERMS]


def _freight_options(here: At, offers) -> list[Option]:
    ready = max(
        (row.answer.promise.ready_on for row in here.rows if row.answer.promise),
        default=here.buying.on,
    )
    return [
        Option(
            value=code,
            label=f"{words.mode(offer.mode)} · {offer.service}",
            note=_("%(days)s days, arrives about %(day)s")
            % {
                "days": words.days(offer.transit_days_min, offer.transit_days_max),
                "day": formats.day(ready + timedelta(days=offer.transit_days_max)),
            },
            trailing=formats.money(offer.cost, offer.currency),
        )
        for code, offer in offers.items()
    ]


def _own_carrier() -> Option:
    return Option(
        value=rules.OWN_CARRIER,
        label=_("Your own forwarder"),
        note=_("You collect; for EXW, FCA, FAS and FOB."),
    )


def _known_delivery(here: At, offers) -> dict:
    checkout = here.checkout
    company = checkout.company
    cheapest = next(iter(offers), rules.OWN_CARRIER)
    if not checkout.incoterm:
        term = rules.default_term(
            _terms(here), has_freight=bool(offers), wanted=company.incoterm if company else ""
        )
        return {
            "ship_name": checkout.contact_name,
            "ship_country": checkout.ship_country or checkout.country,
            "incoterm": term,
            "freight": cheapest if rules.carries(term) else rules.OWN_CARRIER,
            "insured": False,
        }
    names = [one.name for one in _address_fields()]
    kept = next(
        (
            code
            for code, offer in offers.items()
            if (offer.mode, offer.service) == (checkout.freight_mode, checkout.freight_service)
        ),
        cheapest if rules.carries(checkout.incoterm) else rules.OWN_CARRIER,
    )
    return {name: getattr(checkout, name) for name in names} | {
        "incoterm": checkout.incoterm,
        "named_place": checkout.named_place,
        "freight": kept,
        "insured": checkout.insured,
    }


def _check_way(found: Answers, offers) -> None:
    """Carriage must fit the term; a choice made for another country is asked again."""
    term, freight = found.values["incoterm"], found.values["freight"]
    if "incoterm" in found.errors:
        return
    if not rules.carries(term):
        found.values["freight"] = rules.OWN_CARRIER
        found.errors.pop("freight", None)
    elif freight == rules.OWN_CARRIER or freight not in offers:
        found.errors["freight"] = (
            _("Under %(term)s we carry the goods: choose a carriage.") % {"term": term}
            if offers
            else _("We have no rate to this place: choose EXW, FCA or FOB, or ask us.")
        )


def _hold(here: At, values: dict, offers):
    """Write the answers down and hold; what to show instead when that cannot be."""
    checkout, offer = here.checkout, offers.get(values["freight"])
    own_place = _own_place(here)
    carried = rules.carries(values["incoterm"])
    default_place = values["ship_city"] if carried else own_place
    for name in [one.name for one in _address_fields()]:
        setattr(checkout, name, values[name])
    checkout.incoterm = values["incoterm"]
    checkout.named_place = values["named_place"] or default_place
    checkout.insured = bool(values["insured"])
    checkout.freight_mode = offer.mode if offer else ""
    checkout.freight_service = offer.service if offer else ""
    checkout.freight_cost = offer.cost if offer else Decimal(0)
    checkout.transit_days_min = offer.transit_days_min if offer else None
    checkout.transit_days_max = offer.transit_days_max if offer else None
    try:
        actions.hold(checkout, here.rows, now=here.now)
    except (actions.NothingToOrder, CannotPromise):
        return HttpResponseRedirect(reverse("basket"))
    actions.reprice(checkout)
    return None


def _own_place(here: At) -> str:
    lines = here.factory.profile.get("address", {}).get("lines", [])
    city = here.factory.profile.get("city") or (lines[-2] if len(lines) > 1 else "")
    return ", ".join(filter(None, (city, here.factory.country)))


# ── 3 Payment ────────────────────────────────────────────────────────────────────────────────


@step
def payment(request, here: At):
    """How the money comes, and under which number the buyer keeps the order."""
    checkout = here.checkout
    if not checkout.hold_key:
        return HttpResponseRedirect(reverse("checkout_delivery"))
    fields = _payment_fields(here)
    errors: dict[str, str] = {}
    values: dict = {
        "payment_method": checkout.payment_method or fields[0].options[0].value,
        "purchase_order_number": checkout.purchase_order_number,
    }
    if request.method == "POST":
        found = Answers.read(request.POST, fields)
        if found.are_good:
            po_number = found.values["purchase_order_number"][:60]
            actions.answer(
                checkout,
                payment_method=found.values["payment_method"],
                purchase_order_number=po_number,
            )
            return HttpResponseRedirect(reverse("checkout_review"))
        values, errors = found.values, found.errors
    page = contract.CheckoutPayment(
        **_frame(here, "payment", title=_("Payment")),
        form=Form(
            action=reverse("checkout_payment"),
            submit=_("Continue to review"),
            groups=(group(fields, values=values, errors=errors),),
            token=False,
        ),
        instalments=_instalments(here),
    )
    return _show(request, page, status=422 if errors else 200)


def _payment_fields(here: At) -> tuple[Field, ...]:
    methods = methods_for(here.factory)
    options = tuple(
        Option(value=one.code, label=str(one.label), note=str(one.hint)) for one in methods
    )
    invoice = Option(value="invoice", label=_("Invoice"), note=_("We send you our bank details."))
    return (
        Field(
            name="payment_method",
            label=_("Payment method"),
            type="radio",
            required=True,
            options=options or (invoice,),
        ),
        Field(
            name="purchase_order_number",
            label=_("Your purchase order number"),
            help=_("Printed on every document of this order."),
            code=True,
        ),
    )


def _instalments(here: At) -> tuple[contract.Instalment, ...]:
    checkout = here.checkout
    reckoned = actions.charges_of(checkout, freight=checkout.freight_cost)
    total = Money(reckoned.total, actions.currency_of(checkout))
    shares = payment_rules.parse_terms(actions.terms_of(checkout))
    return tuple(
        contract.Instalment(
            label=words.share(part.share),
            amount=formats.money(part.amount.amount, part.amount.currency),
            due=words.due(part.share.due.value, part.due_on, part.share.days),
        )
        for part in payment_rules.split(total, shares, on=here.buying.on)
    )


# ── 4 Review ─────────────────────────────────────────────────────────────────────────────────


@step
def review(request, here: At):
    """Everything once more; a hold that ended is taken again before the buyer looks."""
    return _review(request, here)


def _review(request, here: At, *, messages: Sequence[Message] = ()):
    checkout = here.checkout
    if not checkout.hold_key or not checkout.payment_method:
        return HttpResponseRedirect(reverse("checkout_payment"))
    messages = [*messages]
    if not actions.holds(checkout, here.rows, now=here.now):
        before, total = checkout.promised_on, actions.goods_of(checkout)
        try:
            actions.hold(checkout, here.rows, now=here.now)
        except (actions.NothingToOrder, CannotPromise):
            return HttpResponseRedirect(reverse("basket"))
        actions.reprice(checkout)
        here.forget_rows()
        if checkout.promised_on != before or actions.goods_of(checkout) != total:
            messages.append(_moved(checkout))
    page = contract.CheckoutReview(
        **_frame(here, "review", title=_("Review and order")),
        form=Form(
            action=reverse("checkout_place"),
            submit=_("Place the order"),
            groups=(
                FieldGroup(
                    fields=(Field(name="key", label="", type="hidden", value=str(checkout.key)),)
                ),
            ),
            token=False,
            note=_("With the order you accept our terms. The dates shown are binding for us."),
        ),
        blocks=_blocks(here),
        instalments=_instalments(here),
    )
    return _show(request, page, messages=messages)


def _moved(checkout: Checkout) -> Message:
    text = _(
        "The time for which we held this has passed. What is left now is ready on %(day)s; "
        "please look at the total again."
    )
    return Message(text=text % {"day": formats.day(checkout.promised_on)}, level="warning")


def _blocks(here: At) -> tuple[contract.ReviewBlock, ...]:
    checkout = here.checkout
    place = str(NamedPlace(code=checkout.incoterm, place=checkout.named_place))
    carriage = (
        f"{words.mode(checkout.freight_mode)} · {checkout.freight_service}"
        if checkout.freight_mode
        else _("Your own forwarder")
    )
    city = " ".join(filter(None, (checkout.ship_postcode, checkout.ship_city)))
    return (
        contract.ReviewBlock(
            title=_("Your details"),
            lines=_lines(
                checkout.company_name,
                checkout.contact_name,
                checkout.email,
                checkout.phone,
                checkout.tax_number,
            ),
            change_url=reverse("checkout_contact"),
        ),
        contract.ReviewBlock(
            title=_("Ship to"),
            lines=_lines(
                checkout.ship_name,
                checkout.ship_line1,
                checkout.ship_line2,
                city,
                checkout.ship_state,
                formats.country(checkout.ship_country),
            ),
            change_url=reverse("checkout_delivery"),
        ),
        contract.ReviewBlock(
            title=_("Terms and carriage"),
            lines=_lines(place, carriage),
            change_url=reverse("checkout_delivery"),
        ),
        contract.ReviewBlock(
            title=_("Payment"),
            lines=_lines(
                words.payment_method(checkout.payment_method), checkout.purchase_order_number
            ),
            change_url=reverse("checkout_payment"),
        ),
    )


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


# ── The order ────────────────────────────────────────────────────────────────────────────────


@never_cache
@same_origin
@require_POST
def place(request):
    """Place the order once, however often this is sent."""
    checkout = queries.by_key(request.POST.get("key", ""))
    if checkout is None:
        return HttpResponseRedirect(reverse("basket"))
    if checkout.order_number:
        return _to_order(request, orders.order_of(checkout.hold_key))
    here = At(request)
    if here.checkout is None or here.checkout.pk != checkout.pk:
        return HttpResponseRedirect(reverse("basket"))
    if not checkout.payment_method or not _same_rows(checkout, here):
        return HttpResponseRedirect(reverse("checkout_review"))
    try:
        order = actions.place(checkout, buying=here.buying, user=request.carried.owner)
    except actions.Moved:
        return _review(request, here, messages=[_moved(queries.by_key(str(checkout.key)))])
    except (actions.NothingToOrder, CannotPromise):
        return HttpResponseRedirect(reverse("basket"))
    request.carried.drop()
    return _to_order(request, order)


def _same_rows(checkout: Checkout, here: At) -> bool:
    """Whether the basket still holds what was reviewed; another tab may have changed it."""
    there = here.basket.lines.order_by("pk").values_list("product_id", "quantity")
    return [(line["product_id"], line["quantity"]) for line in checkout.lines] == list(there)


def _to_order(request, order):
    page = f"{reverse('order', args=[order.number])}?key={order.access_key}&placed=1"
    return HttpResponseRedirect(page)


# ── What the steps share ─────────────────────────────────────────────────────────────────────


def _frame(here: At, name: str, *, title: str) -> dict:
    place = STEPS.index(name)
    names = {
        "contact": _("Contact"),
        "delivery": _("Delivery"),
        "payment": _("Payment"),
        "review": _("Review"),
    }
    before = STEPS[place - 1] if place else ""
    checkout = here.checkout
    held = bool(
        checkout and checkout.hold_expires_at and checkout.hold_expires_at > here.now and place > 1
    )
    return {
        "title": title,
        "steps": tuple(
            contract.Step(
                title=names[one],
                url=reverse(f"checkout_{one}") if number < place else "",
                state="done" if number < place else "current" if number == place else "",
            )
            for number, one in enumerate(STEPS)
        ),
        "summary": _summary(here, charged=place > 1),
        "hold_note": _hold_note(checkout) if held else "",
        "hold_until": checkout.hold_expires_at.isoformat() if held else "",
        "back": Link(
            text=_("Back to %(step)s") % {"step": names[before]},
            url=reverse(f"checkout_{before}"),
        )
        if before
        else Link(text=_("Back to the basket"), url=reverse("basket")),
    }


def _hold_note(checkout: Checkout) -> str:
    return _("Stock and capacity are held for you until %(time)s, %(place)s time.") % {
        "time": formats.moment(checkout.hold_expires_at),
        "place": formats.zone_name(),
    }


def _summary(here: At, *, charged: bool) -> contract.Summary:
    """The lines and what they come to; after delivery as held, before as they stand now."""
    checkout = here.checkout
    if charged and checkout and checkout.lines:
        return words.checkout_summary(checkout)
    lines = [
        contract.SummaryLine(
            sku=row.sku.sku,
            title=row.sku.title,
            quantity=formats.quantity(row.quantity, row.sku.unit),
            total=formats.money(row.answer.price.line_total, row.answer.price.currency)
            if row.answer.price
            else "",
            promise=formats.day(row.answer.promise.ready_on) if row.answer.promise else "",
            picture=picture(row.sku.picture),
        )
        for row in here.rows
    ]
    goods = sum((r.answer.price.line_total for r in here.rows if r.answer.price), Decimal(0))
    days = [row.answer.promise.ready_on for row in here.rows if row.answer.promise]
    return contract.Summary(
        rows=(Fact(label=_("Lines"), value=formats.number(len(lines))),),
        total_label=_("Goods"),
        total=formats.money(goods, here.currency),
        ready=formats.day(max(days)) if days else "",
        lines=tuple(lines),
    )


def _show(request, page, *, messages: Sequence[Message] = (), status: int = 200):
    shell = shell_for(request, meta=Meta(title=page.title, index=False), messages=messages)
    return page_response(request, page=page, shell=shell, status=status)
