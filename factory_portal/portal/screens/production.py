"""Production: the list, the board, the load, and one job as the floor works on it."""

from datetime import timedelta
from decimal import Decimal

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from factory_portal.portal import charts, formats, forms, pictures
from factory_portal.portal.areas import does, reads, sees, writes
from factory_portal.portal.shell import MenuLink, list_screen, screen
from factory_portal.portal.tables import Cell, Choice, Column, Filter, ListSpec
from factory_portal.production import actions, queries
from factory_portal.production.models import CapacityDay, Operation, ProductionOrder
from factory_portal.production.rules import CannotPromise

State = ProductionOrder.State
LEVELS = {
    State.DRAFT: "neutral",
    State.CONFIRMED: "neutral",
    State.RELEASED: "info",
    State.IN_PROGRESS: "warning",
    State.DONE: "success",
    State.CANCELLED: "danger",
}
LOAD_DAYS = 14
BOARD_CARDS = 40


def _tabs(current: str) -> tuple[MenuLink, ...]:
    names = (
        ("production", _("List"), "list"),
        ("board", _("Board"), "columns-3"),
        ("load", _("Load"), "gauge"),
    )
    return tuple(
        MenuLink(text=text, url=reverse(f"portal:{name}"), icon=icon, current=name == current)
        for name, text, icon in names
    )


@reads("production")
@require_safe
def orders(request):
    """Every production order, the next due first."""
    return list_screen(
        request, _spec(), area="production", title=_("Production"), tabs=_tabs("production")
    )


def _spec() -> ListSpec:
    today = formats.today()
    open_rows = {"state__in": ProductionOrder.OPEN_STATES}
    return ListSpec(
        name="production",
        rows=queries.production_orders(),
        search=("number", "item__code", "item__name", "demand_reference"),
        search_hint=_("Number, item or order"),
        sort="due",
        empty=_("No production orders yet. Placed orders open them."),
        filters=(
            Filter(
                key="state",
                label=_("State"),
                choices=(
                    Choice(
                        value="open", label=_("open"), narrow=lambda rows: rows.filter(**open_rows)
                    ),
                    *(
                        Choice(
                            value=value,
                            label=label,
                            narrow=lambda rows, v=value: rows.filter(state=v),
                        )
                        for value, label in State.choices
                    ),
                ),
            ),
            Filter(
                key="due",
                label=_("Due"),
                choices=(
                    Choice(
                        value="late",
                        label=_("late"),
                        narrow=lambda rows: rows.filter(due_on__lt=today, **open_rows),
                    ),
                    Choice(
                        value="today",
                        label=_("today"),
                        narrow=lambda rows: rows.filter(due_on=today, **open_rows),
                    ),
                    Choice(
                        value="week",
                        label=_("within a week"),
                        narrow=lambda rows: rows.filter(
                            due_on__range=(today, today + timedelta(days=7)), **open_rows
                        ),
                    ),
                ),
            ),
        ),
        columns=(
            Column(
                key="number",
                label=_("Number"),
                sort=("number",),
                cell=lambda row: Cell(
                    text=row.number, code=True, url=reverse("portal:job", args=[row.number])
                ),
            ),
            Column(
                key="item",
                label=_("Item"),
                sort=("item__code",),
                cell=lambda row: Cell(text=row.item.code, code=True, note=row.item.name),
            ),
            Column(
                key="quantity",
                label=_("Quantity"),
                sort=("quantity",),
                number=True,
                cell=lambda row: formats.quantity(row.quantity, row.item.unit),
                value=lambda row: formats.plain(row.quantity),
            ),
            Column(
                key="good",
                label=_("Good"),
                sort=("good",),
                cell=_progress,
                value=lambda row: formats.plain(row.good),
            ),
            Column(
                key="start",
                label=_("Start"),
                sort=("start_on",),
                cell=lambda row: Cell(text=formats.day(row.start_on), date=True),
                value=lambda row: row.start_on.isoformat(),
            ),
            Column(
                key="due",
                label=_("Due"),
                sort=("due_on",),
                cell=lambda row: _due(row, today),
                value=lambda row: row.due_on.isoformat(),
            ),
            Column(
                key="for",
                label=_("For"),
                sort=("demand_reference",),
                cell=lambda row: Cell(
                    text=row.demand_reference or _("stock"), code=bool(row.demand_reference)
                ),
            ),
            Column(
                key="state",
                label=_("State"),
                sort=("state",),
                cell=lambda row: Cell(text=row.get_state_display(), level=LEVELS[row.state]),
                value=lambda row: row.state,
            ),
        ),
    )


def percent_done(order: ProductionOrder) -> int:
    """How much of a production order is good already, in whole per cent."""
    return int(min(100 * order.good / order.quantity, 100))


def _progress(row) -> Cell:
    done = percent_done(row)
    return Cell(text=formats.percent(done), percent=done)


def is_late(row, today) -> bool:
    """Whether an open production order is past its day."""
    return row.state in ProductionOrder.OPEN_STATES and row.due_on < today


def _due(row, today) -> Cell:
    if is_late(row, today):
        return Cell(text=formats.day(row.due_on), date=True, level="danger")
    return Cell(text=formats.day(row.due_on), date=True)


@reads("production")
@require_safe
def board(request):
    """Production orders by state, side by side."""
    today = formats.today()
    recent = today - timedelta(days=7)
    columns = []
    for state, label in (
        (State.CONFIRMED, _("Confirmed")),
        (State.RELEASED, _("Released")),
        (State.IN_PROGRESS, _("In progress")),
        (State.DONE, _("Done this week")),
    ):
        rows = queries.production_orders(state=state)
        if state == State.DONE:
            rows = rows.filter(finished_at__date__gte=recent).order_by("-finished_at")
        shown = list(rows[: BOARD_CARDS + 1])
        columns.append(
            {
                "title": label,
                "count": f"{BOARD_CARDS}+"
                if len(shown) > BOARD_CARDS
                else formats.number(len(shown)),
                "cards": [_card(row, today) for row in shown[:BOARD_CARDS]],
            }
        )
    return screen(
        request,
        "production/board.html",
        area="production",
        title=_("Production"),
        columns=columns,
        tabs=_tabs("board"),
    )


def _card(row, today):
    return {
        "number": row.number,
        "url": reverse("portal:job", args=[row.number]),
        "item": row.item.code,
        "name": row.item.name,
        "quantity": formats.quantity(row.quantity, row.item.unit),
        "percent": percent_done(row),
        "due": formats.day(row.due_on),
        "late": is_late(row, today),
        "for": row.demand_reference,
    }


@reads("production")
@require_safe
def load(request):
    """How full each work centre is, day by day for two weeks."""
    first = formats.today() + timedelta(days=1)
    last = first + timedelta(days=LOAD_DAYS - 1)
    totals = queries.load(first=first, last=last)
    days = [first + timedelta(days=offset) for offset in range(LOAD_DAYS)]
    by_place: dict[str, dict] = {}
    for code, day, available, taken in CapacityDay.objects.filter(
        day__range=(first, last)
    ).values_list("work_centre__code", "day", "minutes_available", "minutes_taken"):
        by_place.setdefault(code, {})[day] = (available, taken)
    return screen(
        request,
        "production/load.html",
        area="production",
        title=_("Production"),
        tabs=_tabs("load"),
        chart=charts.bars(
            [(one.code, formats.percent(one.percent), one.percent) for one in totals]
        ),
        span=_("%(first)s to %(last)s") % {"first": formats.day(first), "last": formats.day(last)},
        days=[formats.day_of_week(day) for day in days],
        rows=[
            {
                "code": one.code,
                "name": one.name,
                "percent": formats.percent(one.percent),
                "taken": formats.hours(one.minutes_taken),
                "available": formats.hours(one.minutes_available),
                "cells": [_load_cell(by_place.get(one.code, {}).get(day)) for day in days],
            }
            for one in totals
        ],
    )


def _load_cell(minutes):
    if minutes is None:
        return {"closed": True}
    available, taken = minutes
    percent = 100 * taken // available if available else 0
    return {
        "closed": False,
        "level": charts.level(percent),
        "text": formats.percent(percent),
        "hours": _("%(taken)s of %(available)s")
        % {"taken": formats.hours(taken), "available": formats.hours(available)},
    }


@reads("production")
@require_safe
def job(request, number: str):
    """One production order, as a phone on the floor shows it."""
    return _job_screen(request, _found(number))


def _job_screen(request, order, *, report=None, photograph=None):
    may_work = does(request.role, "production")
    running = order.state == State.IN_PROGRESS
    waiting = order.state in (State.CONFIRMED, State.RELEASED)
    today = formats.today()
    shots = list(order.photographs.select_related("picture", "by"))
    shown = pictures.thumbs([shot.picture for shot in shots])
    return screen(
        request,
        "production/job.html",
        area="production",
        title=order.number,
        order=order,
        state=order.get_state_display(),
        level=LEVELS[order.state],
        late=is_late(order, today),
        percent=percent_done(order),
        percent_text=formats.percent(percent_done(order)),
        counted=formats.number(order.good),
        wanted=formats.quantity(order.quantity, order.item.unit),
        facts=_facts(order),
        order_url=_order_url(request, order),
        may_start=may_work and waiting,
        may_report=may_work and running and order.remaining > 0,
        may_finish=may_work and running,
        may_photograph=may_work and order.state != State.CANCELLED,
        remaining=formats.quantity(order.remaining, order.item.unit),
        is_short=order.remaining > 0,
        report=report
        or forms.ReportOutput(
            initial={"good": formats.plain(order.remaining), "key": get_random_string(20)}
        ),
        report_open=report is not None,
        photograph=photograph or forms.TakePhotograph(),
        photograph_open=photograph is not None,
        steps=_steps(order),
        reports=[_report(one, order) for one in order.reports.select_related("by")],
        shots=[
            {
                "picture": picture,
                "caption": shot.caption,
                "at": formats.moment(shot.taken_at),
                "visible": shot.buyer_visible,
            }
            for shot, picture in zip(shots, shown, strict=True)
        ],
        status=422 if report is not None or photograph is not None else 200,
    )


def _facts(order):
    facts = [
        (_("Good"), formats.quantity(order.good, order.item.unit)),
        (_("Scrap"), formats.quantity(order.scrap, order.item.unit)),
        (_("Start"), formats.day(order.start_on)),
        (_("Due"), formats.day(order.due_on)),
    ]
    if order.started_at:
        facts.append((_("Started"), formats.moment(order.started_at)))
    if order.finished_at:
        facts.append((_("Finished"), formats.moment(order.finished_at)))
    return facts


def _order_url(request, order) -> str:
    if not order.demand_reference or not sees(request.role, "orders"):
        return ""
    return reverse("portal:order", args=[order.demand_reference])


def _steps(order):
    operations = Operation.objects.filter(item=order.item).select_related("work_centre")
    return [
        {
            "sequence": one.sequence,
            "text": one.description or one.work_centre.name,
            "place": one.work_centre.code,
            "minutes": formats.hours(
                int(
                    one.setup_minutes + one.run_minutes * order.quantity / (one.batch_quantity or 1)
                )
            ),
        }
        for one in operations.order_by("sequence")
    ]


def _report(one, order):
    return {
        "at": formats.moment(one.at),
        "by": str(one.by or ""),
        "good": formats.quantity(one.good, order.item.unit),
        "scrap": formats.quantity(one.scrap, order.item.unit) if one.scrap else "",
        "note": one.note,
    }


@writes("production")
@require_POST
def start(request, number: str):
    """Begin the work."""
    _found(number)
    try:
        actions.start(number, by=request.user)
    except actions.NotInThisState:
        messages.error(request, _("This order cannot be started now."))
    else:
        messages.success(request, _("Started. Good work."))
    return redirect("portal:job", number=number)


@writes("production")
@require_POST
def report(request, number: str):
    """Book what came out."""
    order = _found(number)
    form = forms.ReportOutput(request.POST)
    if form.is_valid() and _reported(request, order, form):
        return redirect("portal:job", number=number)
    return _job_screen(request, order, report=form)


def _reported(request, order, form) -> bool:
    typed = form.cleaned_data
    counted = actions.Counted(
        key=f"{order.number}:{typed['key']}",
        good=typed["good"],
        scrap=typed["scrap"],
        note=typed["note"],
    )
    try:
        actions.report(order.number, counted, by=request.user)
    except actions.TooMuchReported as refusal:
        form.add_error(
            "good",
            _("Only %(left)s are left to report.")
            % {"left": formats.quantity(refusal.remaining, order.item.unit)},
        )
        return False
    except actions.NotInThisState:
        messages.error(request, _("This order takes no reports now."))
        return True
    messages.success(
        request,
        _("Reported: %(good)s good, %(scrap)s scrap.")
        % {
            "good": formats.number(typed["good"]),
            "scrap": formats.number(typed["scrap"] or Decimal(0)),
        },
    )
    return True


@writes("production")
@require_POST
def photograph(request, number: str):
    """Attach a photograph from the phone."""
    order = _found(number)
    form = forms.TakePhotograph(request.POST, request.FILES)
    if form.is_valid():
        pictures.photograph(order.number, **form.cleaned_data, by=request.user)
        messages.success(request, _("The photograph is filed."))
        return redirect("portal:job", number=number)
    return _job_screen(request, order, photograph=form)


@writes("production")
@require_POST
def finish(request, number: str):
    """Close the order."""
    _found(number)
    try:
        actions.finish(number)
    except actions.NotInThisState:
        messages.error(request, _("This order is not in progress."))
    except CannotPromise:
        messages.error(
            request,
            _("What is missing cannot be made again in the planned days. Talk to sales first."),
        )
    else:
        messages.success(request, _("Finished."))
    return redirect("portal:job", number=number)


def _found(number: str) -> ProductionOrder:
    try:
        return queries.production_order(number)
    except ProductionOrder.DoesNotExist:
        raise Http404 from None
