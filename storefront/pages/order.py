"""The buyer's order page, from confirmation to arrival. It reads the store's own tables only."""

from django.http import Http404, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from media.library.queries import pictures
from sites.values.address import NamedPlace
from storefront import formats
from storefront.basket import actions as baskets
from storefront.catalogue import queries as catalogue
from storefront.order import queries
from storefront.order.models import Order
from storefront.pages import words
from storefront.pages.pictures import picture
from storefront.payment import rules as payment_rules
from storefront.payment.methods import NoBankAccount, account_for, substitution_warning
from storefront.same_origin import same_origin
from storefront.shell import frame, shell_for
from themes.engine.contract import (
    Download,
    Fact,
    Instalment,
    Link,
    Message,
    Meta,
    Milestone,
    OrderPage,
    Summary,
    SummaryLine,
)
from themes.engine.render import page_response


@require_safe
@never_cache
def order(request, number: str):
    """An order, for its buyer or for whoever holds its key."""
    found = _found(request, number)
    page = order_page(found, request=request)
    shell = shell_for(request, meta=Meta(title=page.title, index=False), messages=_said(request))
    return page_response(request, page=page, shell=shell)


@same_origin
@require_POST
def reorder(request, number: str):
    """Put an order's lines into the basket again, those that are still for sale."""
    found = _found(request, number)
    carried = request.carried
    wanted = [(line.sku, line.quantity) for line in found.lines.all()]
    for sku, quantity in wanted:
        try:
            kept = baskets.add(carried.basket, sku=sku, quantity=quantity, owner=carried.owner)
        except (baskets.UnknownSku, baskets.NotForSale, baskets.BasketFull):
            continue
        carried.keep(kept)
    return HttpResponseRedirect(reverse("basket"))


def _found(request, number: str) -> Order:
    key = request.GET.get("key", "") or request.POST.get("key", "")
    found = queries.for_buyer(number, key=key, user=request.carried.owner)
    if found is None:
        raise Http404
    return found


def order_page(found: Order, *, request) -> OrderPage:
    """The page of an order that was already found to be the visitor's to see."""
    status, level = words.status(found.status)
    key = found.access_key
    first = request.GET.get("placed") == "1"
    due = [one for one in found.instalments.all() if one.status == "due"]
    by_transfer = found.payment_method != "card"
    return OrderPage(
        title=_("Order %(number)s") % {"number": formats.isolated(found.number)},
        number=found.number,
        status=status,
        status_level=level,
        placed=formats.day(found.date_placed.astimezone(formats.factory_zone()).date()),
        thanks=_("Thank you. Your order is confirmed and a mail is on its way.") if first else "",
        facts=_facts(found),
        instalments=tuple(_instalment(one) for one in found.instalments.all()),
        how_to_pay=_how_to_pay(found, due, request) if by_transfer else (),
        pay_note=str(substitution_warning()) if by_transfer and due else "",
        pay_action=_pay_action(found, due) if not by_transfer else None,
        milestones=_milestones(found),
        lines=tuple(_lines(found)),
        summary=_summary(found),
        documents=_documents(found),
        reorder_url=f"{reverse('order_reorder', args=[found.number])}?key={key}",
        help=_("Questions about this order? Write to us and name its number."),
        contact_url=frame().contact_url,
    )


def _said(request) -> list[Message]:
    if request.GET.get("card") == "unavailable":
        text = _("The card page cannot be reached just now. Please try again in a moment.")
        return [Message(text=text, level="warning")]
    if request.GET.get("card") in ("done", "success", "paid"):
        text = _("Thank you. We mark the payment here as soon as the bank has confirmed it.")
        return [Message(text=text, level="success")]
    return []


def _facts(found: Order) -> tuple[Fact, ...]:
    address = found.shipping_address
    facts = [
        (_("Your PO number"), found.purchase_order_number, True),
        (_("Company"), found.company_name, False),
        (_("Total"), formats.money(found.total_incl_tax, found.currency), False),
        (_("Ready to ship"), formats.day(found.promised_on) if found.promised_on else "", False),
        (
            _("Terms"),
            str(NamedPlace(code=found.incoterm, place=found.named_place)) if found.incoterm else "",
            False,
        ),
        (_("Carriage"), _carriage(found), False),
        (_("Ship to"), _address(address) if address else "", False),
    ]
    return tuple(Fact(label=label, value=value, code=code) for label, value, code in facts if value)


def _carriage(found: Order) -> str:
    if not found.freight_mode:
        return ""
    days = words.days(found.transit_days_min, found.transit_days_max)
    service = f"{words.mode(found.freight_mode)} · {found.freight_service}"
    return _("%(service)s, %(days)s days") % {"service": service, "days": days} if days else service


def _address(address) -> str:
    city = " ".join(filter(None, (address.postcode, address.line4)))
    lines = (
        address.company_name,
        address.first_name,
        address.line1,
        address.line2,
        city,
        address.state,
        formats.country(address.country_id),
    )
    return ", ".join(filter(None, lines))


def _instalment(one) -> Instalment:
    late = one.status == "due" and one.due_on and one.due_on < formats.today()
    state = "late" if late else one.status
    labels = {
        "late": _("Overdue"),
        "due": _("Due"),
        "paid": _("Paid"),
        "open": _("Not due yet"),
        "cancelled": _("Cancelled"),
    }
    note = ""
    if one.received and one.status != "paid":
        seen = formats.money(one.received, one.currency)
        note = _("%(amount)s received so far") % {"amount": seen}
    return Instalment(
        label=words.instalment(one.kind, one.percent),
        amount=formats.money(one.amount, one.currency),
        due=words.due(one.due_event, one.due_on, one.due_days),
        state=state,
        state_label=labels.get(state, state),
        note=note,
    )


def _how_to_pay(found: Order, due: list, request) -> tuple[Fact, ...]:
    if not due:
        return ()
    try:
        account = account_for(request.factory, found.currency)
    except NoBankAccount:
        return (Fact(label=_("Bank details"), value=_("We send them to you by mail.")),)
    facts = [
        (_("Amount"), formats.money(due[0].outstanding.amount, due[0].currency), False),
        (_("Payment reference"), payment_rules.printed_reference(due[0].reference), True),
        (_("Beneficiary"), account.beneficiary, False),
        (_("Bank"), account.bank, False),
        (_("IBAN"), account.iban, True),
        (_("Account"), account.number, True),
        (_("SWIFT"), account.swift, True),
    ]
    return tuple(Fact(label=label, value=value, code=code) for label, value, code in facts if value)


def _pay_action(found: Order, due: list) -> Link | None:
    if not due:
        return None
    url = f"{reverse('payments:card', args=[due[0].pk])}?key={found.access_key}"
    return Link(
        text=_("Pay %(amount)s by card")
        % {"amount": formats.money(due[0].outstanding.amount, due[0].currency)},
        url=url,
    )


def _milestones(found: Order) -> tuple[Milestone, ...]:
    steps = list(found.milestones.all())
    shown = pictures(
        [photo.picture_id for step in steps for photo in step.photographs.all()],
        sizes="(min-width: 40rem) 16rem, 45vw",
    )
    today = formats.today()
    reached = [step.happened_at is not None for step in steps]
    current = reached.index(False) if False in reached else len(steps)
    return tuple(
        _milestone(step, shown, today=today, current=place == current)
        for place, step in enumerate(steps)
    )


def _milestone(step, shown, *, today, current: bool) -> Milestone:
    done = step.happened_at is not None
    late = not done and step.planned_on is not None and step.planned_on < today
    under_way = not done and 0 < step.progress < 100
    tracking = None
    if step.tracking_number:
        tracking = Fact(
            label=step.carrier or _("Tracking"),
            value=step.tracking_number,
            code=True,
            url=step.tracking_url,
        )
    return Milestone(
        title=step.get_kind_display(),
        state="done" if done else "late" if late else "current" if current else "open",
        planned=formats.day(step.planned_on) if step.planned_on else "",
        actual=formats.moment(step.happened_at) if done else "",
        note=step.note,
        percent=step.progress if under_way else None,
        percent_label=_("%(percent)s done") % {"percent": formats.percent(step.progress)}
        if under_way
        else "",
        pictures=tuple(
            picture(shown[photo.picture_id], caption=_taken(photo))
            for photo in step.photographs.all()
            if photo.picture_id in shown
        ),
        tracking=tracking,
    )


def _taken(photo) -> str:
    return formats.moment(photo.taken_at) if photo.taken_at else ""


def _lines(found: Order):
    """The lines as they were agreed, with the picture that the SKU has today."""
    lines = list(found.lines.all())
    known = catalogue.skus(line.product_id for line in lines if line.product_id)
    for line in lines:
        sku = known.get(line.product_id)
        yield _line(line, found, shown=picture(sku.picture) if sku else None)


def _line(line, found: Order, *, shown) -> SummaryLine:
    return SummaryLine(
        picture=shown,
        sku=line.sku,
        title=line.title,
        quantity=formats.quantity(line.quantity, line.unit),
        unit_price=formats.unit_price(line.unit_price_excl_tax, found.currency),
        total=formats.money(line.line_price_excl_tax, found.currency),
        promise=words.parts(line.promise),
    )


def _summary(found: Order) -> Summary:
    goods = found.total_excl_tax - found.shipping_excl_tax - found.insurance_cost
    rows = [Fact(label=_("Goods"), value=formats.money(goods, found.currency))]
    extras = ((_("Freight"), found.shipping_excl_tax), (_("Insurance"), found.insurance_cost))
    rows += [
        Fact(label=label, value=formats.money(amount, found.currency))
        for label, amount in extras
        if amount
    ]
    return Summary(
        rows=tuple(rows),
        total_label=_("Total"),
        total=formats.money(found.total_incl_tax, found.currency),
    )


def _documents(found: Order) -> tuple[Download, ...]:
    try:
        url = reverse("order_proforma", args=[found.number])
    except NoReverseMatch:
        return ()
    return (Download(title=_("Proforma invoice"), kind="PDF", url=f"{url}?key={found.access_key}"),)
