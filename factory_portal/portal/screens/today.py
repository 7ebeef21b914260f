"""Today: what waits for a hand, by what the member's role may see."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from factory_portal.inventory.queries import stock
from factory_portal.orders import queries as orders
from factory_portal.orders import rules as order_rules
from factory_portal.portal import charts, formats
from factory_portal.portal.areas import reads, sees
from factory_portal.portal.shell import screen
from factory_portal.production.models import ProductionOrder
from factory_portal.production.queries import load, production_orders
from factory_portal.quotes.models import Enquiry
from factory_portal.shipments import queries as shipments
from sites.events.models import Event
from storefront.order.models import Order
from storefront.payment.models import Instalment

ROWS = 6
LOAD_DAYS = 14
CHART_WIDTH = 460


@reads("today")
@require_safe
def today(request):
    """The first screen of the day."""
    day = formats.today()
    blocks = [block for area, build in BLOCKS if sees(request.role, area) for block in build(day)]
    chart = _load(day) if sees(request.role, "production") else None
    return screen(
        request,
        "today.html",
        area="today",
        title=_("Today"),
        day=formats.store.day(day),
        tiles=[block["tile"] for block in blocks],
        lists=[block for block in blocks if block["rows"]],
        load=chart,
        waiting=_undelivered(),
        calm=not any(block["count"] for block in blocks),
    )


def _block(*, label, rows, url, level, icon, title="") -> dict:
    """A number to look at and the first rows behind it, in one query."""
    shown = rows[:ROWS]
    return {
        "title": title or label,
        "icon": icon,
        "count": len(rows),
        "rows": shown,
        "url": url,
        "more": len(rows) > len(shown),
        "tile": {
            "label": label,
            "count": formats.number(len(rows)),
            "url": url,
            "level": level if rows else "",
        },
    }


def _list(name: str, **filters) -> str:
    return f"{reverse(name)}?{urlencode(filters)}"


def _orders(day):
    found = list(
        Order.objects.filter(Q(status=order_rules.PLACED) | orders.late(day)).order_by(
            "promised_on", "pk"
        )
    )
    fresh = [one for one in found if one.status == order_rules.PLACED]
    late = [one for one in found if one.promised_on and one.promised_on < day]
    yield _block(
        label=_("New orders"),
        rows=[_order(one) for one in fresh],
        url=_list("portal:orders", status=order_rules.PLACED),
        level="info",
        icon="clipboard-list",
    )
    yield _block(
        label=_("Late orders"),
        rows=[_order(one, late=True) for one in late],
        url=_list("portal:orders", time="late"),
        level="danger",
        icon="triangle-alert",
    )


def _order(one, late: bool = False):
    return {
        "code": one.number,
        "text": one.company_name or one.contact_name,
        "end": formats.day(one.promised_on),
        "late": late,
        "url": reverse("portal:order", args=[one.number]),
    }


def _production(day):
    found = list(
        production_orders().filter(
            state__in=ProductionOrder.OPEN_STATES, due_on__lte=day + timedelta(days=1)
        )
    )
    for label, rows, due, level, icon in (
        (
            _("Production late"),
            [one for one in found if one.due_on < day],
            "late",
            "danger",
            "clock",
        ),
        (
            _("Production due today"),
            [one for one in found if one.due_on == day],
            "today",
            "warning",
            "factory",
        ),
    ):
        yield _block(
            label=label,
            rows=[
                {
                    "code": one.number,
                    "text": f"{one.item.code} · {formats.quantity(one.remaining, one.item.unit)}",
                    "end": formats.day(one.due_on),
                    "late": due == "late",
                    "url": reverse("portal:job", args=[one.number]),
                }
                for one in rows
            ],
            url=_list("portal:production", due=due),
            level=level,
            icon=icon,
        )


def _shipments(day):
    found = list(shipments.shipments().filter(state__in=shipments.HERE).order_by("pk"))
    yield _block(
        label=_("Shipments to send"),
        rows=[
            {
                "code": one.number,
                "text": one.order.company_name or one.order.contact_name,
                "end": one.get_state_display(),
                "late": False,
                "url": reverse("portal:shipment", args=[one.number]),
            }
            for one in found
        ],
        url=_list("portal:shipments", state="here"),
        level="warning",
        icon="truck",
    )


def _stock(day):
    low = (
        stock()
        .annotate(free=F("on_hand") - F("reserved") - F("blocked") - F("in_transit"))
        .filter(safety_stock__gt=0, free__lte=F("safety_stock"))
    )
    yield _block(
        label=_("Low stock"),
        rows=[
            {
                "code": one.code,
                "text": one.name,
                "end": formats.quantity(one.free, one.unit),
                "late": False,
                "url": reverse("portal:item", args=[one.pk]),
            }
            for one in low
        ],
        url=_list("portal:stock", level="low"),
        level="warning",
        icon="boxes",
    )


def _money(day):
    found = list(
        Instalment.objects.filter(status=Instalment.Status.DUE, due_on__lte=day)
        .select_related("order")
        .order_by("due_on", "pk")
    )
    yield _block(
        label=_("Payments due"),
        rows=[
            {
                "code": one.order.number,
                "text": f"{one.get_kind_display()} · "
                f"{formats.money(one.outstanding.amount, one.currency)}",
                "end": formats.day(one.due_on),
                "late": one.due_on < day,
                "url": reverse("portal:instalment", args=[one.pk]),
            }
            for one in found
        ],
        url=_list("portal:money", status=Instalment.Status.DUE),
        level="warning",
        icon="wallet",
    )


def _enquiries(day):
    now = timezone.now()
    found = list(Enquiry.objects.filter(state=Enquiry.State.NEW).order_by("reply_by", "pk"))
    yield _block(
        label=_("New enquiries"),
        rows=[
            {
                "code": one.reference,
                "text": one.company or one.name,
                "end": formats.moment(one.reply_by),
                "late": one.reply_by < now,
                "url": reverse("portal:enquiry", args=[one.reference]),
            }
            for one in found
        ],
        url=_list("portal:enquiries", state=Enquiry.State.NEW),
        level="info",
        icon="message-square",
    )


BLOCKS = (
    ("orders", _orders),
    ("enquiries", _enquiries),
    ("production", _production),
    ("shipments", _shipments),
    ("money", _money),
    ("stock", _stock),
)


def _load(day):
    first = day + timedelta(days=1)
    rows = load(first=first, last=first + timedelta(days=LOAD_DAYS - 1))
    if not rows:
        return None
    return {
        "chart": charts.bars(
            [(one.code, formats.percent(one.percent), one.percent) for one in rows],
            width=CHART_WIDTH,
        ),
        "rows": [
            {
                "code": one.code,
                "name": one.name,
                "percent": formats.percent(one.percent),
                "hours": " / ".join(
                    (formats.hours(one.minutes_taken), formats.hours(one.minutes_available))
                ),
            }
            for one in rows
        ],
    }


def _undelivered() -> str:
    """A warning when facts wait for their reactions: the worker may be down."""
    count = Event.objects.filter(
        delivered_at=None, recorded_at__lt=timezone.now() - timedelta(minutes=2)
    ).count()
    if not count:
        return ""
    return ngettext(
        "%(count)s event waits for the background worker.",
        "%(count)s events wait for the background worker.",
        count,
    ) % {"count": formats.number(count)}
