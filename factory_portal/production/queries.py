"""What can be promised, what is under way, and how full the days are."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    DecimalField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest
from django.utils import timezone

from factory_portal.inventory.models import (
    Hold,
    HoldLine,
    Item,
    LotReservation,
    Warehouse,
    quantity_field,
)
from factory_portal.inventory.queries import lapsed, promiseable_balances
from factory_portal.production import rules
from factory_portal.production.models import (
    CapacityDay,
    Photograph,
    ProductionOrder,
    ReceiptReservation,
    SlotReservation,
    WorkCentre,
)
from factory_portal.production.rules import (
    CannotPromise,
    Capacity,
    OnHand,
    Part,
    Promise,
    Question,
    Receipt,
    Refusal,
    Source,
    Step,
    Supply,
)
from sites.tenancy.scope import current_factory
from sites.values.calendar import WorkCalendar, parse_holidays, parse_weekdays

# Most promises lie within the next weeks; only the others pay for reading the whole calendar.
NEAR = timedelta(days=70)
HORIZON = timedelta(days=400)
_ZERO = Value(Decimal(0), output_field=quantity_field())


class UnknownItem(LookupError):
    """No such item in this factory."""


def local_day(now: datetime | None = None) -> date:
    """The factory's today."""
    return (now or timezone.now()).astimezone(ZoneInfo(current_factory().time_zone)).date()


# ── The promise ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Everything a promise rests on, read at one moment: rules only from here on."""

    supplies: dict[int, Supply]
    calendars: dict[int, WorkCalendar]
    capacity: Capacity
    asked_on: date

    def question(self, item: int, quantity: Decimal) -> Question:
        """Asked today; made from tomorrow on, because today's shift is already planned."""
        return Question(
            quantity=Decimal(quantity),
            asked_on=self.asked_on,
            starts_on=self.asked_on + timedelta(days=1),
            calendar=self.calendars[item],
        )

    def promise_all(self, lines: Iterable[tuple[int, Decimal]]) -> list[Promise | CannotPromise]:
        """One answer per (item, quantity), none resting on what a line before it took."""
        return rules.promise_all(
            [(item, self.question(item, quantity)) for item, quantity in lines],
            supplies=self.supplies,
            capacity=self.capacity,
        )

    def promise_each(self, item: int, quantities: Iterable[Decimal]) -> list:
        """One answer per quantity, each as if it were asked alone."""
        return rules.promise_each(
            [self.question(item, quantity) for quantity in quantities],
            supply=self.supplies[item],
            capacity=self.capacity,
        )


def promise(
    item: int | str, quantity: Decimal, *, asked_on: date | None = None, now: datetime | None = None
) -> Promise:
    """When this quantity of an item (by id or code) is ready; ``CannotPromise`` says why not."""
    (answer,) = promises(item, [quantity], asked_on=asked_on, now=now)
    if isinstance(answer, CannotPromise):
        raise answer
    return answer


def promises(
    item: int | str,
    quantities: Sequence[Decimal],
    *,
    asked_on: date | None = None,
    now: datetime | None = None,
) -> list[Promise | CannotPromise]:
    """One answer per quantity, each as if it were asked alone, for the price of one."""

    def ask(snapshot: Snapshot) -> list[Promise | CannotPromise]:
        return snapshot.promise_each(_only(snapshot), quantities)

    return _ask([item], ask, asked_on=asked_on, now=now)


def promises_for(
    lines: Sequence[tuple[int, Decimal]],
    *,
    asked_on: date | None = None,
    now: datetime | None = None,
) -> list[Promise | CannotPromise]:
    """One answer per line of a basket (item id, quantity), in order, nothing promised twice."""
    if not lines:
        return []
    items = [item for item, _ in lines]
    return _ask(items, lambda each: each.promise_all(lines), asked_on=asked_on, now=now)


def _ask(items, question, *, asked_on, now) -> list:
    now = now or timezone.now()
    asked_on = asked_on or local_day(now)
    answers = question(snapshot(items, now=now, asked_on=asked_on, until=asked_on + NEAR))
    if any(
        isinstance(answer, CannotPromise)
        and answer.reason in (Refusal.BEYOND_HORIZON, Refusal.NO_CAPACITY)
        for answer in answers
    ):
        answers = question(snapshot(items, now=now, asked_on=asked_on))
    return answers


def _only(found: Snapshot) -> int:
    (pk,) = found.supplies
    return pk


def snapshot(
    items: Collection[int | str], *, now: datetime, asked_on: date, until: date | None = None
) -> Snapshot:
    """Read the supply of these items (ids or codes) in two queries, however many there are."""
    made = _routings(items)
    supplies = {pk: supply for pk, (supply, _) in made.items()}
    work_centres = {step.work_centre for supply in supplies.values() for step in supply.steps}
    on_hand, receipts, capacity = _what_there_is(
        supplies, work_centres, now=now, after=asked_on, until=until
    )
    return Snapshot(
        supplies={
            pk: Supply(
                item=supply.item,
                on_hand=tuple(on_hand.get(pk, ())),
                receipts=tuple(receipts.get(pk, ())),
                safety_stock=supply.safety_stock,
                steps=supply.steps,
            )
            for pk, supply in supplies.items()
        },
        calendars={pk: calendar for pk, (_, calendar) in made.items()},
        capacity=capacity,
        asked_on=asked_on,
    )


def _routings(items: Collection[int | str]) -> dict[int, tuple[Supply, WorkCalendar]]:
    """Each item's code, safety stock and steps, and the calendar of where it leaves the floor."""
    ids = {item for item in items if isinstance(item, int)}
    codes = set(items) - ids
    named = Q(pk__in=ids) | Q(code__in=codes) if codes else Q(pk__in=ids)
    steps: dict[int, list[Step]] = {}
    found: dict[int, tuple[str, Decimal, WorkCalendar]] = {}
    house = house_calendar()
    rows = (
        Item.objects.filter(named)
        .order_by("pk", "operations__sequence")
        .values_list(
            "pk",
            "code",
            "safety_stock",
            "operations__work_centre__working_days",
            "operations__work_centre__holidays",
            "operations__pk",
            "operations__work_centre",
            "operations__work_centre__name",
            "operations__setup_minutes",
            "operations__run_minutes",
            "operations__batch_quantity",
        )
    )
    for pk, code, safety_stock, working_days, holidays, operation, *step in rows:
        calendar = _shipping_calendar(working_days, holidays) if operation else house
        found[pk] = (code, safety_stock, calendar)
        steps.setdefault(pk, [])
        if operation:
            work_centre, place, setup, run, batch = step
            steps[pk].append(
                Step(
                    origin=operation,
                    work_centre=work_centre,
                    place=place,
                    setup_minutes=setup,
                    run_minutes=run,
                    batch_quantity=batch,
                )
            )
    missing = (ids - set(found)) | (codes - {code for code, *_ in found.values()})
    if missing:
        raise UnknownItem(", ".join(map(str, missing)))
    return {
        pk: (Supply(item=code, safety_stock=safety, steps=tuple(steps[pk])), calendar)
        for pk, (code, safety, calendar) in found.items()
    }


def _what_there_is(
    items: Collection[int],
    work_centres: Collection[Hashable],
    *,
    now: datetime,
    after: date,
    until: date | None,
) -> tuple[dict[int, list[OnHand]], dict[int, list[Receipt]], Capacity]:
    """What is free in stock, what open orders still bring and the minutes free on each day, with
    what ended holds have not given back yet: one query, and so one moment."""

    def row(queryset, kind, *, ref, item, label, day, quantity) -> QuerySet:
        return queryset.order_by().values_list(
            Cast(kind, TextField()),
            Cast(ref, BigIntegerField()),
            Cast(item, BigIntegerField()),
            Cast(label, TextField()),
            Cast(day, DateField()),
            ExpressionWrapper(quantity, DecimalField(max_digits=18, decimal_places=4)),
        )

    rows = row(
        open_receipts(items, now=now),
        Value("receipt"),
        ref=F("pk"),
        item=F("item"),
        label=F("number"),
        day=F("expected_on"),
        quantity=F("unreserved"),
    ).union(
        row(
            LotReservation.objects.filter(lapsed(now), balance__lot__item__in=items),
            Value("lot"),
            ref=F("balance"),
            item=F("balance__lot__item"),
            label=Value(""),
            day=Value(None, output_field=DateField()),
            quantity=F("quantity"),
        ),
        row(
            SlotReservation.objects.filter(lapsed(now), capacity_day__work_centre__in=work_centres),
            Value("slot"),
            ref=F("capacity_day__work_centre"),
            item=Value(0),
            label=Value(""),
            day=F("capacity_day__day"),
            quantity=Cast(F("minutes"), DecimalField(max_digits=18, decimal_places=4)),
        ),
        row(
            promiseable_balances(items),
            Case(
                When(warehouse__kind=Warehouse.Kind.FACTORY, then=Value("own")),
                default=Value("elsewhere"),
            ),
            ref=F("pk"),
            item=F("lot__item"),
            label=F("lot__number"),
            day=F("lot__produced_on"),
            quantity=F("on_hand") - F("reserved"),
        ),
        row(
            _days(work_centres, after=after, until=until),
            Value("day"),
            ref=F("work_centre"),
            item=Value(0),
            label=Value(""),
            day=F("day"),
            quantity=Cast(
                F("minutes_available") - F("minutes_taken"),
                DecimalField(max_digits=18, decimal_places=4),
            ),
        ),
        all=True,
    )
    receipts: dict[int, list[Receipt]] = {}
    stock: list[tuple] = []
    lots: dict[int, Decimal] = {}
    given_back: dict[tuple[Hashable, date], int] = {}
    left: dict[tuple[Hashable, date], int] = {}
    for kind, ref, item, label, day, quantity in rows:
        if kind == "receipt" and quantity > 0:
            receipts.setdefault(item, []).append(
                Receipt(origin=ref, label=label, quantity=quantity, due_on=day)
            )
        elif kind == "lot":
            lots[ref] = lots.get(ref, Decimal(0)) + quantity
        elif kind == "slot":
            given_back[ref, day] = given_back.get((ref, day), 0) + int(quantity)
        elif kind == "day":
            left[ref, day] = int(quantity)
        elif kind in ("own", "elsewhere"):
            # In the order it is taken, as the query by itself would give it.
            stock.append((kind != "own", day or date.max, label, ref, item, quantity))
    for each in receipts.values():
        each.sort(key=lambda receipt: (receipt.due_on, receipt.label))
    on_hand: dict[int, list[OnHand]] = {}
    for _elsewhere, _day, label, ref, item, quantity in sorted(stock):
        if (there := quantity + lots.get(ref, Decimal(0))) > 0:
            on_hand.setdefault(item, []).append(OnHand(origin=ref, label=label, quantity=there))
    free: dict[Hashable, list[tuple[date, int]]] = {}
    for (work_centre, day), minutes in sorted(left.items()):
        back = given_back.get((work_centre, day), 0)
        free.setdefault(work_centre, []).append((day, minutes + back))
    return on_hand, receipts, Capacity(free=free)


def _days(
    work_centres: Collection[Hashable], *, after: date, until: date | None
) -> QuerySet[CapacityDay]:
    days = CapacityDay.objects.filter(work_centre__in=work_centres, day__gt=after)
    return days.filter(day__lte=until) if until else days


def open_receipts(items: Collection[int], *, now: datetime) -> QuerySet[ProductionOrder]:
    """Open production orders with ``unreserved``: what they still bring and nobody has claimed.

    ``expected_on`` is the due day, or the day on which the work centres are done if that is later.
    """
    claimed = (
        ReceiptReservation.objects.filter(production_order=OuterRef("pk"))
        .exclude(lapsed(now))
        .order_by()
        .values("production_order")
        .annotate(sum=Sum("quantity"))
        .values("sum")
    )
    last_slot = (
        SlotReservation.objects.filter(production_order=OuterRef("pk"))
        .order_by("-capacity_day__day")
        .values("capacity_day__day")[:1]
    )
    return ProductionOrder.objects.filter(
        item__in=items, state__in=ProductionOrder.OPEN_STATES
    ).annotate(
        unreserved=F("quantity") - F("good") - F("scrap") - Coalesce(Subquery(claimed), _ZERO),
        expected_on=Greatest(F("due_on"), Coalesce(Subquery(last_slot), F("due_on"))),
    )


def house_calendar() -> WorkCalendar:
    """The factory's working week, for goods that no work centre finishes."""
    week = (current_factory().profile or {}).get("working_week") or ["Mon-Fri"]
    return WorkCalendar() if week == ["Mon-Fri"] else _shipping_calendar(",".join(week), "")


@lru_cache(maxsize=500)
def _shipping_calendar(working_days: str, holidays: str) -> WorkCalendar:
    return WorkCalendar(weekdays=parse_weekdays(working_days), holidays=parse_holidays(holidays))


# ── Holds ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class HeldLine:
    """A line of a hold and the promise that was given for it."""

    reference: str
    item_id: int
    promise: Promise


@dataclass(frozen=True, kw_only=True)
class Held:
    """A hold as the store sees it."""

    key: str
    reference: str
    status: str
    expires_at: datetime | None
    lines: tuple[HeldLine, ...]

    @property
    def ready_on(self) -> date:
        """When all of it is ready."""
        return max(line.promise.ready_on for line in self.lines)


def held(key: str) -> Held | None:
    """The hold of a key with the promises as they were given; None if there never was one."""
    hold = Hold.objects.filter(key=key).prefetch_related("lines").first()
    return as_held(hold, hold.lines.all()) if hold else None


def as_held(hold: Hold, lines: Iterable[HoldLine]) -> Held:
    """A hold's row and lines as plain values."""
    return Held(
        key=hold.key,
        reference=hold.reference,
        status=hold.status,
        expires_at=hold.expires_at,
        lines=tuple(
            HeldLine(reference=line.reference, item_id=line.item_id, promise=given_promise(line))
            for line in sorted(lines, key=lambda line: line.pk)
        ),
    )


def given_promise(line: HoldLine) -> Promise:
    """The promise of a held line, as it was given."""
    return Promise(
        quantity=line.quantity,
        ready_on=line.ready_on,
        parts=tuple(
            Part(
                quantity=Decimal(part["quantity"]),
                ready_on=date.fromisoformat(part["ready_on"]),
                source=Source(part["source"]),
                starts_on=date.fromisoformat(part["starts_on"]) if part["starts_on"] else None,
                bottleneck=part["bottleneck"],
            )
            for part in line.parts
        ),
    )


# ── The floor ────────────────────────────────────────────────────────────────────────────────


def production_orders(*, search: str = "", state: str = "") -> QuerySet[ProductionOrder]:
    """Production orders with their items, the next due first."""
    found = ProductionOrder.objects.select_related("item")
    if state:
        found = found.filter(state=state)
    if search:
        found = found.filter(
            Q(number__icontains=search)
            | Q(item__code__icontains=search)
            | Q(item__name__icontains=search)
            | Q(demand_reference__icontains=search)
        )
    return found.order_by("due_on", "number")


def production_order(number: str) -> ProductionOrder:
    """One production order by its number, with its item."""
    return ProductionOrder.objects.select_related("item").get(number=number)


def made_for(reference: str) -> QuerySet[ProductionOrder]:
    """The production orders that were opened for a demand, by its reference."""
    return (
        ProductionOrder.objects.filter(demand_reference=reference)
        .exclude(state=ProductionOrder.State.CANCELLED)
        .select_related("item")
        .order_by("due_on", "number")
    )


def photographs_for(reference: str) -> QuerySet[Photograph]:
    """Photographs that the buyer of a demand may see, oldest first."""
    return (
        Photograph.objects.filter(production_order__demand_reference=reference, buyer_visible=True)
        .select_related("picture", "production_order__item")
        .order_by("taken_at", "pk")
    )


@dataclass(frozen=True, kw_only=True)
class Load:
    """How full a work centre is over a span of days."""

    code: str
    name: str
    minutes_available: int
    minutes_taken: int

    @property
    def percent(self) -> int:
        """Taken of available, in whole per cent, rounded down."""
        if not self.minutes_available:
            return 0
        return 100 * self.minutes_taken // self.minutes_available


def load(*, first: date, last: date) -> list[Load]:
    """Each work centre's load between two days, both included."""
    span = Q(capacity_days__day__range=(first, last))
    rows = (
        WorkCentre.objects.order_by("code")
        .annotate(
            available=Sum("capacity_days__minutes_available", filter=span),
            taken=Sum("capacity_days__minutes_taken", filter=span),
        )
        .values_list("code", "name", "available", "taken")
    )
    return [
        Load(code=code, name=name, minutes_available=available or 0, minutes_taken=taken or 0)
        for code, name, available, taken in rows
    ]


@dataclass(frozen=True, kw_only=True)
class LiveFigures:
    """What a store may say about its factory right now, straight from the books."""

    in_stock: int
    under_way: int
    due_this_week: int
    next_free_day: date | None
    load_percent: int


def live_figures(*, today: date) -> LiveFigures:
    """Items in stock, orders under way and due within a week, the next free day, the load."""
    week = today + timedelta(days=7)
    orders = ProductionOrder.objects.filter(state__in=ProductionOrder.OPEN_STATES)
    ahead = CapacityDay.objects.filter(day__gt=today)
    minutes = ahead.filter(day__lte=today + timedelta(days=28)).aggregate(
        available=Sum("minutes_available"), taken=Sum("minutes_taken")
    )
    return LiveFigures(
        in_stock=(
            Item.objects.filter(
                kind=Item.Kind.PRODUCT,
                lots__status="available",
                lots__balances__on_hand__gt=F("lots__balances__reserved"),
            )
            .distinct()
            .count()
        ),
        under_way=orders.count(),
        due_this_week=orders.filter(due_on__lte=week).count(),
        next_free_day=ahead.filter(minutes_taken__lt=F("minutes_available"))
        .order_by("day")
        .values_list("day", flat=True)
        .first(),
        load_percent=100 * (minutes["taken"] or 0) // (minutes["available"] or 1),
    )
