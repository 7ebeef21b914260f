"""A small works: gears that are turned and packed, in a factory that works Monday to Friday."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from factory_portal.inventory import actions as inventory
from factory_portal.inventory.models import Item, Warehouse
from factory_portal.production import actions
from factory_portal.production.models import Operation, ProductionOrder, WorkCentre

# Sunday, ten in the morning in Shanghai.
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
SUNDAY = date(2026, 11, 22)


class Works:
    """The gear works of a test: short words for what its stories need."""

    def __init__(self):
        self.warehouse = Warehouse.objects.create(code="NGB", name="Ningbo", country="CN")
        self.lathe = self.work_centre("CNT", "Turning")
        self.packing = self.work_centre("INS", "Packing")
        self.gear = Item.objects.create(code="GEAR", name="Gear")
        self.route(self.gear, (10, self.lathe, 60, "1"), (20, self.packing, 0, "0.1"))
        actions.open_calendar([self.lathe, self.packing], first=SUNDAY)

    def work_centre(self, code, name):
        return WorkCentre.objects.create(
            code=code, name=name, shifts="08:00-16:30", break_minutes=30
        )

    def route(self, item, *steps):
        for sequence, work_centre, setup, run in steps:
            Operation.objects.create(
                item=item,
                sequence=sequence,
                work_centre=work_centre,
                setup_minutes=setup,
                run_minutes=Decimal(run),
            )

    def stock(self, quantity, lot="L1", item=None, **more):
        arrival = inventory.Arrival(
            item_id=(item or self.gear).pk,
            lot=lot,
            warehouse_id=self.warehouse.pk,
            quantity=Decimal(quantity),
            key=f"stock {lot}",
            **more,
        )
        return inventory.receive([arrival])

    def order(self, quantity, due_on, number="MO-1", **more):
        return ProductionOrder.objects.create(
            number=number,
            item=self.gear,
            quantity=quantity,
            start_on=SUNDAY,
            due_on=due_on,
            **more,
        )

    def wanted(self, quantity, reference="1", item=None):
        return actions.Wanted(
            reference=reference, item_id=(item or self.gear).pk, quantity=Decimal(quantity)
        )

    def hold(self, quantity, key="basket", now=NOW, minutes=30, **more):
        return actions.hold(
            [self.wanted(quantity)],
            key=key,
            expires_at=now.replace(minute=minutes),
            now=now,
            **more,
        )


@pytest.fixture
def works(in_factory):
    return Works()
