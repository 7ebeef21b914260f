"""The ledger's laws, by story and by chance."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory_portal.inventory import actions, queries
from factory_portal.inventory.models import (
    Balance,
    Hold,
    HoldLine,
    Item,
    LedgerIsAppendOnly,
    Lot,
    Move,
    Warehouse,
)

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def places(in_factory):
    Item.objects.create(code="GEAR")
    for code, kind in (("NGB", "factory"), ("RTM", "overseas"), ("SEA", "transit")):
        Warehouse.objects.create(code=code, name=code, country="CN", kind=kind)
    return {warehouse.code: warehouse for warehouse in Warehouse.objects.all()}


def arrive(places, quantity, lot="L1", key=None, place="NGB", **more):
    return actions.receive(
        [
            actions.Arrival(
                item_id=Item.objects.get(code="GEAR").pk,
                lot=lot,
                warehouse_id=places[place].pk,
                quantity=Decimal(quantity),
                key=key or f"in {lot}",
                **more,
            )
        ]
    )


def on_hand():
    return {
        (lot, warehouse): quantity
        for lot, warehouse, quantity in Balance.objects.values_list(
            "lot__number", "warehouse__code", "on_hand"
        )
    }


def firm_hold(quantity):
    """A firm line that owns all of the first balance it needs."""
    hold = Hold.objects.create(key="order", status="firm", asked_on=NOW.date())
    line = HoldLine.objects.create(
        hold=hold,
        reference="1",
        item=Item.objects.get(),
        quantity=quantity,
        ready_on=NOW.date(),
    )
    balance = Balance.objects.get()
    share = actions.Share(line=line, balance_id=balance.pk, quantity=Decimal(quantity))
    actions.reserve_lots([share])
    return line


def test_a_repeated_key_changes_nothing(places):
    assert len(arrive(places, 10)) == 1
    assert arrive(places, 10) == []
    assert on_hand() == {("L1", "NGB"): 10}


def test_many_arrivals_for_few_queries(places, django_assert_max_num_queries):
    item = Item.objects.get().pk
    arrivals = [
        actions.Arrival(
            item_id=item,
            lot=f"L{number}",
            warehouse_id=places["NGB"].pk,
            quantity=Decimal(number + 1),
            key=f"in {number}",
        )
        for number in range(200)
    ]
    with django_assert_max_num_queries(15):
        assert len(actions.receive(arrivals)) == 200
    assert sum(on_hand().values()) == 200 * 201 // 2


def test_nothing_is_not_moved(places):
    with pytest.raises(actions.NothingToMove):
        arrive(places, 0)


def test_a_transfer_conserves(places):
    arrive(places, 10, bin="A1")
    lot = Lot.objects.get()
    for _ in range(2):
        actions.move(
            lot,
            Decimal(4),
            from_warehouse=places["NGB"],
            to_warehouse=places["SEA"],
            key="to the ship",
        )
    assert on_hand() == {("L1", "NGB"): 6, ("L1", "SEA"): 4}
    item = queries.stock(search="gear").get()
    assert (item.on_hand, item.in_transit, item.blocked) == (10, 4, 0)
    assert [each.bin for each in queries.balances(item=item)] == ["A1", ""]


def test_what_is_reserved_does_not_leave(places):
    arrive(places, 10)
    firm_hold(7)
    lot = Lot.objects.get()
    with pytest.raises(actions.NotEnoughStock) as refusal:
        actions.move(
            lot,
            Decimal(4),
            from_warehouse=places["NGB"],
            to_warehouse=places["RTM"],
            key="too much",
        )
    assert refusal.value.free == 3
    with pytest.raises(actions.NotEnoughStock):
        actions.adjust(lot, places["NGB"], counted=Decimal(6), reason="count", key="c1")
    with pytest.raises(actions.NotEnoughStock):
        actions.move(
            lot,
            Decimal(1),
            from_warehouse=places["RTM"],
            to_warehouse=places["NGB"],
            key="from nowhere",
        )


def test_a_count_corrects_both_ways(places):
    arrive(places, 10)
    lot = Lot.objects.get()

    def count(counted, key):
        return actions.adjust(lot, places["NGB"], counted=Decimal(counted), reason="count", key=key)

    assert count(13, "c1").from_place == "count"
    assert count(13, "c1").quantity == 3
    assert count(9, "c2").to_place == "count"
    assert count(9, "c3") is None
    assert on_hand() == {("L1", "NGB"): 9}


def test_a_move_and_its_reversal_are_nothing(places):
    (move,) = arrive(places, 10)
    first = actions.reverse(move, reason="wrong lot")
    assert actions.reverse(move, reason="again") == first
    assert on_hand() == {("L1", "NGB"): 0}


def test_moves_are_written_once(places):
    (move,) = arrive(places, 10)
    for change in (
        lambda: move.save(),
        lambda: move.delete(),
        lambda: Move.objects.update(quantity=1),
        lambda: Move.objects.filter(pk=move.pk).delete(),
    ):
        with pytest.raises(LedgerIsAppendOnly):
            change()


def test_shipping_lowers_stock_and_not_what_is_free(places):
    arrive(places, 10)
    line = firm_hold(7)
    (pick,) = queries.picks("order")
    assert (pick.line, pick.quantity, pick.lot_number) == ("1", 7, "L1")
    for _ in range(2):
        actions.ship([pick], hold_key="order", key="shipment 1", source="S-1", at=NOW)
    balance = Balance.objects.get()
    assert (balance.on_hand, balance.reserved) == (3, 0)
    line.refresh_from_db()
    assert line.shipped == 7
    assert queries.picks("order") == []
    assert queries.moves(search="s-1").get().to_place == "customer"
    with pytest.raises(actions.NotReadyToShip):
        actions.ship([pick], hold_key="order", key="shipment 2")


def test_what_is_only_held_is_not_shipped(places):
    arrive(places, 10)
    firm_hold(7)
    Hold.objects.update(status="held", expires_at=NOW)
    with pytest.raises(actions.NotReadyToShip):
        actions.ship(queries.picks("order"), hold_key="order", key="shipment 1")


def test_a_blocked_lot_stays_here(places):
    arrive(places, 10)
    firm_hold(7)
    picks = queries.picks("order")
    Lot.objects.update(status="on hold")
    assert queries.picks("order") == []
    assert queries.held_lines("order").get().in_stock == 0
    with pytest.raises(actions.NotReadyToShip):
        actions.ship(picks, hold_key="order", key="shipment 1")


def test_replay_equals_the_projection(places, capsys):
    arrive(places, 10)
    firm_hold(4)
    call_command("rebuild_balances", verify=True)
    Balance.objects.update(on_hand=99, reserved=5)
    with pytest.raises(CommandError, match="1 balances"):
        call_command("rebuild_balances", verify=True, factory="alpha")
    call_command("rebuild_balances")
    assert "1 balances corrected" in capsys.readouterr().out
    assert (Balance.objects.get().on_hand, Balance.objects.get().reserved) == (10, 4)
    assert queries.differences() == []


def test_a_lost_balance_comes_back(places):
    arrive(places, 10)
    Balance.objects.all().delete()
    assert len(actions.rebuild_balances()) == 1
    assert on_hand() == {("L1", "NGB"): 10}


def test_units_are_known(places):
    with pytest.raises(ValidationError):
        Item(code="X", name="X", unit="PCS").full_clean()


def test_a_place_names_its_warehouse(places):
    arrive(places, 10)
    with pytest.raises(IntegrityError), transaction.atomic():
        Move.objects.create(
            item=Item.objects.get(),
            lot=Lot.objects.get(),
            from_place="supplier",
            to_place="warehouse",
            quantity=1,
            effective_at=NOW,
            key="nowhere",
        )


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["arrive", "move", "count", "reverse"]),
        st.sampled_from(["L1", "L2"]),
        st.sampled_from(["NGB", "RTM"]),
        st.decimals(min_value="0.1", max_value=30, places=1),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_any_history_replays_to_the_same_balances(places, steps):
    with transaction.atomic():
        for number, (deed, name, place, quantity) in enumerate(steps):
            lot = Lot.objects.filter(number=name).first()
            if deed == "arrive" or lot is None:
                arrive(places, quantity, name, key=f"step {number}", place=place)
                continue
            other = "RTM" if place == "NGB" else "NGB"
            try:
                if deed == "move":
                    actions.move(
                        lot,
                        quantity,
                        from_warehouse=places[place],
                        to_warehouse=places[other],
                        key=f"step {number}",
                    )
                elif deed == "count":
                    actions.adjust(
                        lot, places[place], counted=quantity, reason="count", key=f"step {number}"
                    )
                else:
                    actions.reverse(Move.objects.order_by("-pk")[0], reason="undo")
            except actions.NotEnoughStock:
                continue
        assert queries.differences() == []
        assert all(quantity >= 0 for quantity in on_hand().values())
        # Over all places, inside and outside, a lot's moves cancel out: what is in stock came in.
        for lot in Lot.objects.all():
            inside = sum(
                quantity for (name, _), quantity in on_hand().items() if name == lot.number
            )
            came = sum(
                move.quantity
                * ((move.to_warehouse_id is not None) - (move.from_warehouse_id is not None))
                for move in Move.objects.filter(lot=lot)
            )
            assert inside == came
        transaction.set_rollback(True)
