"""The basket and the quick order."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.core import signing
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from factory_portal.freight.rules import VESSELS, PackingUnknown
from factory_portal.production.wording import explain_refusal
from storefront import formats
from storefront.basket import actions, queries, rules
from storefront.basket.quoting import Answer, Ask, Buying, answers, goods_total
from storefront.catalogue import queries as catalogue
from storefront.checkout import actions as checkout_actions
from storefront.checkout import queries as checkouts
from storefront.pages.asking import buying
from storefront.pages.pictures import picture
from storefront.pages.product import refusal, summary, with_quantity
from storefront.pricing.rules import QuantityRefused
from storefront.same_origin import same_origin
from storefront.shell import frame, shell_for
from themes.engine.contract import (
    BasketPage,
    BasketRow,
    Fact,
    Field,
    FieldGroup,
    Form,
    Message,
    Meta,
    QuickOrderPage,
    QuickOrderRow,
    Summary,
)
from themes.engine.render import page_response

_GOOD_ROWS = "storefront.quick-order"


# ── Reading ──────────────────────────────────────────────────────────────────────────────────


@require_safe
@never_cache
def basket(request):
    """The basket with price and date of every line."""
    return _show(request)


def _show(request, *, wrong: dict[int, str] | None = None, messages: Sequence[Message] = ()):
    current = request.carried.basket
    kept = checkouts.kept(checkouts.current(current), now=timezone.now())
    found = queries.rows(current, buying=buying(request), kept=kept)
    shared = frame()
    good = bool(found) and all(row.answer.is_good for row in found)
    page = BasketPage(
        title=_("Basket"),
        rows=tuple(_row(row, (wrong or {}).get(row.line_id, "")) for row in found),
        update_url=reverse("basket_update"),
        summary=goods_summary(found, currency=request.factory.currency) if found else None,
        freight_facts=freight_facts(found),
        checkout_url=reverse("checkout_contact") if good else "",
        quote_url=f"{shared.enquiry_url}?basket=1" if found else "",
        continue_url=shared.products_url,
        paste=paste_form(),
        undo=_undo(request),
    )
    said = [*messages, *_said(request)]
    shell = shell_for(request, meta=Meta(title=page.title, index=False), messages=said)
    return page_response(request, page=page, shell=shell, status=422 if wrong else 200)


def goods_summary(
    found: Sequence[queries.Row], *, currency: str, with_lines: bool = False
) -> Summary:
    """What the lines come to, and when the last of them is ready."""
    currencies = {row.answer.price.currency for row in found if row.answer.price}
    currency = currencies.pop() if currencies else currency
    total = goods_total(row.answer for row in found)
    days = [row.answer.promise.ready_on for row in found if row.answer.promise]
    complete = len(days) == len(found)
    return Summary(
        rows=(Fact(label=_("Lines"), value=formats.number(len(found))),),
        total_label=_("Goods"),
        total=formats.money(total, currency),
        ready=formats.day(max(days)) if days and complete else "",
        note=_("Freight, insurance and tax come at the checkout."),
    )


def freight_facts(found: Sequence[queries.Row]) -> tuple[Fact, ...]:
    """Cartons, volume, weight and how full a container is."""
    if not found:
        return ()
    try:
        load = queries.consignment(found)
    except PackingUnknown:
        return ()
    fill = load.volume_m3 / VESSELS["20gp"].volume_m3 * 100
    return (
        Fact(label=_("Cartons"), value=formats.number(load.cartons), icon="package"),
        Fact(label=_("Volume"), value=f"{formats.number(load.volume_m3, places=2)} m³"),
        Fact(label=_("Gross weight"), value=f"{formats.number(load.gross_kg, places=1)} kg"),
        Fact(label=_("Of a 20-foot container"), value=formats.percent(fill.quantize(1))),
    )


def _row(row: queries.Row, wrong: str) -> BasketRow:
    sku, answer = row.sku, row.answer
    price = answer.price
    coming = price.next_break if price else None
    return BasketRow(
        sku=sku.sku,
        title=sku.title,
        url=with_quantity(sku, row.quantity),
        quantity=Field(
            name=f"quantity-{row.line_id}",
            label=_("Quantity"),
            type="number",
            value=str(row.quantity),
            required=True,
            inputmode="numeric",
            min=str(sku.moq),
            step=str(sku.multiple),
            error=wrong,
        ),
        unit=formats.unit(sku.unit),
        unit_price=formats.unit_price(price.amount, price.currency) if price else "",
        total=formats.money(price.line_total, price.currency) if price else "",
        ready=_("Ready %(day)s") % {"day": formats.day(answer.promise.ready_on)}
        if answer.promise
        else "",
        promise=summary(answer.promise) if answer.promise else "",
        specs=" · ".join(
            formats.isolated(f"{p.value} {p.unit}".strip()) for p in sku.properties[:3]
        ),
        hint=_hint(sku, row.quantity, coming, price) if coming else "",
        hint_url=with_quantity(sku, coming.from_quantity) if coming else "",
        picture=picture(sku.picture),
        remove_url=reverse("basket_remove", args=[row.line_id]),
        error=problem(answer, sku=sku),
    )


def problem(answer: Answer, *, sku: catalogue.Sku) -> str:
    """Why a line cannot be ordered as it stands; nothing if it can."""
    if answer.refused:
        return refusal(sku, answer.ask.quantity)
    if answer.price is None:
        return _("The price is on request. Please ask for a quote.")
    if answer.promise is None:
        return (
            explain_refusal(answer.cannot)
            if answer.cannot
            else _("We cannot name a date for this quantity. Please ask us.")
        )
    return ""


def _hint(sku, quantity: int, coming, price) -> str:
    percent = (1 - coming.amount / price.amount) * 100
    return _("%(more)s more: %(percent)s less each") % {
        "more": formats.number(coming.from_quantity - quantity),
        "percent": formats.percent(percent.quantize(1)),
    }


def _said(request) -> list[Message]:
    """What just happened, told by the address, so that nobody needs a session for it."""
    added, removed = request.GET.get("added", "")[:64], request.GET.get("removed", "")[:64]
    if added:
        return [Message(text=_("%(sku)s is in your basket.") % {"sku": added}, level="success")]
    if removed:
        return [Message(text=_("%(sku)s was removed.") % {"sku": removed}, level="info")]
    if request.GET.get("rows", "").isdecimal():
        text = _("%(count)s lines are in your basket.")
        return [Message(text=text % {"count": request.GET["rows"]}, level="success")]
    return []


def _undo(request) -> Form | None:
    """Put back what was just removed."""
    sku, was = request.GET.get("removed", "")[:64], request.GET.get("was", "")
    if not sku or not was.isdecimal():
        return None
    hidden = tuple(
        Field(name=name, label="", type="hidden", value=value)
        for name, value in (("sku", sku), ("quantity", was))
    )
    return Form(
        action=reverse("basket_add"),
        submit=_("Put %(sku)s back") % {"sku": sku},
        groups=(FieldGroup(fields=hidden),),
        token=False,
    )


# ── Writing ──────────────────────────────────────────────────────────────────────────────────


@same_origin
@require_POST
def add(request):
    """Put a quantity of a SKU into the basket."""
    sku = request.POST.get("sku", "")[:64]
    quantity = rules.read_quantity(request.POST.get("quantity", "")) or 0
    carried = request.carried
    try:
        _changing(carried)
        carried.keep(actions.add(carried.basket, sku=sku, quantity=quantity, owner=carried.owner))
    except QuantityRefused:
        return _back_to_product(sku, quantity)
    except actions.NotForSale:
        return _back_to_product(sku, quantity)
    except actions.UnknownSku:
        return HttpResponseRedirect(f"{reverse('search')}?{urlencode({'q': sku})}")
    except actions.BasketFull:
        return _show(request, messages=[_full()])
    return HttpResponseRedirect(f"{reverse('basket')}?{urlencode({'added': sku})}")


@same_origin
@require_POST
def update(request):
    """Set the quantities of the lines; wrong ones are said beside their field."""
    current = request.carried.basket
    if current is None:
        return HttpResponseRedirect(reverse("basket"))
    asked = {
        int(name.removeprefix("quantity-")): text
        for name, text in request.POST.items()
        if name.startswith("quantity-") and name.removeprefix("quantity-").isdecimal()
    }
    good, wrong = {}, {}
    for line_id, text in asked.items():
        quantity = 0 if text.strip() == "0" else rules.read_quantity(text)
        if quantity is None:
            wrong[line_id] = _("Write a whole number.")
        else:
            good[line_id] = quantity
    _changing(request.carried)
    actions.change(current, quantities=good)
    return _show(request, wrong=wrong) if wrong else HttpResponseRedirect(reverse("basket"))


@same_origin
@require_POST
def remove(request, line_id: int):
    """Take a line out."""
    current = request.carried.basket
    _changing(request.carried)
    line = actions.remove(current, line_id=line_id) if current else None
    told = f"?{urlencode({'removed': line.product.sku, 'was': line.quantity})}" if line else ""
    return HttpResponseRedirect(reverse("basket") + told)


def _changing(carried) -> None:
    """A hold is for the lines as they were: what they kept is free before they change."""
    if carried.basket is not None:
        checkout_actions.let_go(carried.basket, now=timezone.now())


def _back_to_product(sku: str, quantity: int):
    """The product's page says what is wrong with the quantity and names the nearest good ones."""
    product_id = catalogue.by_part_numbers([sku]).get(sku.strip().upper())
    if product_id is None:
        return HttpResponseRedirect(reverse("search"))
    one = catalogue.skus([product_id])[product_id]
    return HttpResponseRedirect(with_quantity(one, quantity or one.moq))


def _full() -> Message:
    return Message(text=_("The basket is full. Please order in two parts."), level="warning")


# ── Quick order ──────────────────────────────────────────────────────────────────────────────


@require_safe
def quick_order(request):
    """Where the quick order is no page of the CMS, it still has an address."""
    return show_quick_order(request, title=_("Quick order"), intro="")


@same_origin
@require_POST
def paste(request):
    """Read a pasted list: good rows can be added at once, bad ones say why and stay."""
    text = request.POST.get("list", "")[:50_000]
    try:
        read = rules.read_pasted(text)
    except rules.TooManyRows:
        error = _("At most %(most)s rows at once.") % {"most": formats.number(rules.MOST_ROWS)}
        return show_quick_order(request, text=text, error=error)
    if not read:
        return show_quick_order(request, error=_("Paste part numbers with quantities."))
    return show_quick_order(request, read=read)


@same_origin
@require_POST
def take(request):
    """Put the good rows of a list that was just shown into the basket."""
    try:
        pairs = signing.loads(request.POST.get("rows", ""), salt=_GOOD_ROWS, max_age=86_400)
    except signing.BadSignature:
        return HttpResponseRedirect(reverse("quick_order"))
    quantities = {int(pk): int(quantity) for pk, quantity in pairs}
    carried = request.carried
    try:
        _changing(carried)
        kept = actions.add_many(carried.basket, quantities=quantities, owner=carried.owner)
    except actions.BasketFull:
        return _show(request, messages=[_full()])
    except actions.NotForSale:
        return HttpResponseRedirect(reverse("quick_order"))
    carried.keep(kept)
    return HttpResponseRedirect(f"{reverse('basket')}?rows={len(quantities)}")


def show_quick_order(
    request,
    *,
    title: str = "",
    intro: str = "",
    read: Sequence[rules.PastedRow] = (),
    text: str = "",
    error: str = "",
):
    """The quick order's page, with the fate of every row that was pasted."""
    rows, good = _judge(read, buying(request))
    bad = "\n".join(row.text for row, said in zip(read, rows, strict=True) if said.error)
    page = QuickOrderPage(
        title=title or _("Quick order"),
        intro=intro,
        form=paste_form(text=text or bad, error=error),
        rows=tuple(rows),
        result=_result(sum(not row.error for row in rows), len(rows)) if rows else "",
        add_form=_take_form(good) if good else None,
        basket_url=reverse("basket"),
    )
    shell = shell_for(request, meta=Meta(title=page.title, index=not read))
    return page_response(request, page=page, shell=shell, status=422 if error else 200)


def paste_form(*, text: str = "", error: str = "") -> Form:
    """One box for part numbers and quantities."""
    field = Field(
        name="list",
        label=_("Part numbers and quantities"),
        type="textarea",
        value=text,
        required=True,
        rows=6,
        code=True,
        error=error,
        help=_("One part number and quantity per line, as in HV-1001 500."),
    )
    return Form(
        action=reverse("basket_paste"),
        submit=_("Check the list"),
        groups=(FieldGroup(fields=(field,)),),
        token=False,
        id="paste",
    )


def _judge(
    read: Sequence[rules.PastedRow], terms: Buying
) -> tuple[list[QuickOrderRow], list[tuple[int, int]]]:
    """What becomes of each row, and the product ids and quantities of the good ones."""
    ids = catalogue.by_part_numbers(row.sku for row in read)
    known = catalogue.skus(ids.values())
    askable = [row for row in read if row.quantity and row.sku.upper() in ids]
    asks = [
        Ask(
            product_id=ids[row.sku.upper()],
            item_id=known[ids[row.sku.upper()]].item_id,
            quantity=row.quantity,
        )
        for row in askable
    ]
    by_line = dict(zip((row.line for row in askable), answers(asks, buying=terms), strict=True))
    rows = [_fate(row, by_line.get(row.line), ids, known) for row in read]
    good = [(one.ask.product_id, one.ask.quantity) for one in by_line.values() if one.is_good]
    summed: dict[int, int] = {}
    for product_id, quantity in good:
        summed[product_id] = summed.get(product_id, 0) + quantity
    return rows, list(summed.items())


def _fate(row, answer: Answer | None, ids, known) -> QuickOrderRow:
    shown = {"line": formats.number(row.line), "sku": row.sku, "quantity": ""}
    if row.quantity:
        shown["quantity"] = formats.number(row.quantity)
    if answer is None:
        return QuickOrderRow(**shown, error=_row_problem(row, found=row.sku.upper() in ids))
    sku = known[answer.ask.product_id]
    price = answer.price
    nearest = answer.refused.nearest if answer.refused else ()
    return QuickOrderRow(
        **shown | {"sku": sku.sku},
        title=sku.title,
        unit_price=formats.unit_price(price.amount, price.currency) if price else "",
        total=formats.money(price.line_total, price.currency) if price else "",
        ready=formats.day(answer.promise.ready_on, short=True) if answer.promise else "",
        error=problem(answer, sku=sku),
        suggestion=_("Nearest: %(quantities)s")
        % {"quantities": _(" or ").join(formats.number(near) for near in nearest)}
        if nearest
        else "",
    )


def _row_problem(row, *, found: bool) -> str:
    if not found:
        return _("We have no such part number.")
    if row.problem == rules.NO_QUANTITY:
        return _("The quantity is missing.")
    return _("The quantity is not a whole number.")


def _result(good: int, all_rows: int) -> str:
    return _("%(good)s of %(all)s rows can be ordered.") % {
        "good": formats.number(good),
        "all": formats.number(all_rows),
    }


def _take_form(good: Sequence[tuple[int, int]]) -> Form:
    signed = signing.dumps(list(good), salt=_GOOD_ROWS, compress=True)
    return Form(
        action=reverse("basket_take"),
        submit=_("Add the good rows to the basket"),
        groups=(FieldGroup(fields=(Field(name="rows", label="", type="hidden", value=signed),)),),
        token=False,
    )
