"""Work centres, routings, bills of material, and the open production orders."""

from collections.abc import Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from factory_portal.inventory.models import Item
from factory_portal.production.actions import load_orders, open_calendar
from factory_portal.production.models import BomLine, Operation, ProductionOrder, WorkCentre
from factory_portal.production.queries import local_day
from sites.launch.loading.upserts import among, upsert
from sites.launch.reading.rows import FactoryFiles
from sites.launch.reading.rows import WorkCentre as CentreRow
from sites.tenancy.scope import current_factory
from sites.values.calendar import WEEKDAYS

STATES = {
    "planned": ProductionOrder.State.CONFIRMED,
    "released": ProductionOrder.State.RELEASED,
    "in progress": ProductionOrder.State.IN_PROGRESS,
}


def load_work_centres(files: FactoryFiles) -> None:
    """The work centres with their calendars in our own spelling, open from today on."""
    wanted = {centre.code: _centre_values(centre) for centre in files.work_centres}
    rows = upsert(WorkCentre.objects.all(), lambda row: row.code, wanted)
    if rows:
        open_calendar(rows.values(), first=local_day())


def _centre_values(centre: CentreRow) -> dict[str, object]:
    return {
        "code": centre.code,
        "name": centre.name,
        "stations": centre.stations,
        "shifts": "; ".join(f"{shift.starts:%H:%M}-{shift.ends:%H:%M}" for shift in centre.shifts),
        "break_minutes": centre.break_minutes,
        "working_days": ",".join(WEEKDAYS[day] for day in centre.working_days),
        "efficiency_percent": int(centre.efficiency_percent),
        "holidays": "; ".join(
            (
                f"{rest.first.isoformat()} {rest.name}"
                if rest.first == rest.last
                else f"{rest.first.isoformat()}..{rest.last.isoformat()} {rest.name}"
            ).strip()
            for rest in centre.holidays
        ),
        "time_zone": centre.time_zone,
        "note": centre.note[:255],
    }


def load_routings(
    files: FactoryFiles, items: Mapping[str, Item], centres: Mapping[str, WorkCentre]
) -> None:
    """The operations of every item, found again by item and sequence."""
    upsert(
        among(Operation.objects.all(), "item", [item.pk for item in items.values()]),
        lambda row: (row.item_id, row.sequence),
        {
            (items[step.item].pk, step.sequence): {
                "item": items[step.item],
                "sequence": step.sequence,
                "work_centre": centres[step.work_centre],
                "description": step.description[:200],
                "setup_minutes": step.setup_minutes,
                "run_minutes": step.run_minutes,
            }
            for step in files.operations
        },
    )


def load_bills(files: FactoryFiles, items: Mapping[str, Item]) -> None:
    """What each item is made of."""
    upsert(
        among(BomLine.objects.all(), "parent", [item.pk for item in items.values()]),
        lambda row: (row.parent_id, row.component_id),
        {
            (items[line.parent].pk, items[line.component].pk): {
                "parent": items[line.parent],
                "component": items[line.component],
                "quantity_per": line.quantity,
                "scrap_percent": line.scrap_percent,
            }
            for line in files.bom
        },
    )


def load_production_orders(files: FactoryFiles, items: Mapping[str, Item]) -> tuple[str, ...]:
    """Open the orders that are new and give them their minutes; returns those that come late.

    An order that is known already stays as the floor has reported it.
    """
    known = set(ProductionOrder.objects.values_list("number", flat=True))
    zone = ZoneInfo(current_factory().time_zone)
    finished: dict[str, int] = {}
    new = []
    for order in files.production_orders:
        if order.number in known:
            continue
        state = STATES[order.status]
        begun = state == ProductionOrder.State.IN_PROGRESS
        finished[order.number] = order.last_finished_operation
        new.append(
            ProductionOrder(
                number=order.number,
                item=items[order.item],
                quantity=order.quantity,
                good=order.completed,
                state=state,
                start_on=order.start_on,
                due_on=order.due_on,
                note=order.note[:255],
                started_at=datetime.combine(order.start_on, time(8), zone) if begun else None,
            )
        )
    rows = ProductionOrder.objects.bulk_create(new)
    loaded = load_orders({row: finished[row.number] for row in rows})
    return tuple(result.order.number for result in loaded if result.late)
